"""What gets another verdict than the stranger gave it, on purpose."""

CHANGED = {
    ("03-q2", "too-large-to-convert"): "the text names no size: a sum of exact chances is right for a list of"
    " some hundred subscribers, and none of the tests has more",
}
