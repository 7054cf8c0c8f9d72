"""Earlier answers to module 00 that get another verdict now, on purpose."""

NEAR = (
    "refused now: the text says that nothing rounds to an `mrr` that is no multiple, and an example shows it"
)
CHANGED = {
    (
        "00-q4",
        "a table of candidates, and 0 for False",
    ): "the text asks for True or False, and the visible check says so of a 0",
    ("00-q4", "bounds worked out with fractions"): NEAR,
    ("00-q4", "from the lowest to the highest that can fit"): NEAR,
    ("00-q4", "a filter over more than enough"): NEAR,
}
