"""Answers to module 00 that get another verdict now, on purpose."""

CHANGED = {
    ("00-q4", "while"): (
        "refused now: the text says that nothing rounds to an `mrr` that is no multiple, and an example shows it"
    ),
}
