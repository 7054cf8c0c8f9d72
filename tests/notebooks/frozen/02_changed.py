"""Earlier answers to module 02 that get another verdict now, on purpose."""

CHANGED = {
    (
        "02-q2",
        "looks the earlier day up with map",
    ): "stops with an error after a step that nobody reached; text and example now say 0 there",
}
