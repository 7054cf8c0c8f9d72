"""Which of the blind answers to module 13 get another verdict than the stranger gave, and why."""

CHANGED = {
    ("13-q2", "more-columns"): "columns beside those that are asked for do no harm",
    ("13-q5", "name-as-index"): "a column that is the index, with its name, is still named",
}
