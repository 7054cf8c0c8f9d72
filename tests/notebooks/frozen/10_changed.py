"""Answers of module 10 that get another verdict now, on purpose, and why."""

TARGET = "refused now: the miss is NaN where the target is 0, and the distance is divided by the target without its sign"
CHANGED = {
    ("10-q4", "missing filled with true"): TARGET,
    ("10-q4", "row by row"): TARGET,
    ("10-q4", "the KPI as the index"): TARGET,
    ("10-q4", "all columns kept"): TARGET,
}
