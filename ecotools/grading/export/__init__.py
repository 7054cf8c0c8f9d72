"""Grades as files for a learning platform.

Read in this order: ``roster`` (who is who in the platform), and ``grades`` (the CSV files for Canvas, Moodle
and everybody else).
"""
