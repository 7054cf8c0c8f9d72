"""Grades as files for a learning platform.

Read in this order: ``found_by`` (what each platform finds a student by), ``grades`` (the CSV files for
Canvas, Moodle and everybody else) and ``counted_scores`` (what `nbgrader export` writes in a course of ours).
"""
