"""Who is in the class: names, addresses and each system's own numbers, in one file of the course.

Read in this order: ``people`` (a person, and when two texts name the same one), ``tables`` (the rows of a
file), ``headings`` (what columns are called, by language), ``systems`` (what Moodle, Canvas and others give
out), ``merge`` (a new list and the roster that is there), ``roster_file`` (the file of the
course), ``names`` (how other commands call people), ``absentees`` (who has handed in nothing) and
``student_ids`` (whose variant a notebook asks for).
"""
