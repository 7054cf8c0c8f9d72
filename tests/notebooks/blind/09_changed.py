"""What gets another verdict than the stranger gave it, on purpose."""

CHANGED = {
    ("09-q5", "dict-returned"): "a dict from the weeks to their shares says the same as the Series",
}
