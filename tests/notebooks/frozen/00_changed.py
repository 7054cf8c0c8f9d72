"""Earlier answers to module 00 that get another verdict now, on purpose."""

CHANGED = {
    (
        "00-q4",
        "a table of candidates, and 0 for False",
    ): "the text asks for True or False, and the visible check says so of a 0",
}
