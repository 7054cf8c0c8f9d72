"""What gets another verdict than the stranger gave it, on purpose."""

CHANGED = {
    ("08-q7", "section-name"): "a section with its name on the first line says the same as one without it",
}
