"""Which of the blind answers to module 12 get another verdict than the stranger gave, and why."""

CHANGED = {
    ("12-q1", "text-not-timestamp"): "the text of a date that can be read in one way only says the same day",
    ("12-q1", "datetime-date"): "a date of Python's own is the same day",
    ("12-q2", "task-as-index"): "a column that is the index, with its name, is still named",
    ("12-q2", "list-of-dicts"): "a list of rows has all that the table has",
    ("12-q3", "role-as-index"): "columns that are the index, with their names, are still named",
    ("12-q4", "ceil-with-noise"): "no share times a number of runs that floats miss is asked for",
}
