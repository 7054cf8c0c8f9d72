"""nbgrader's gradebook: set up without its commands, and read as tables.

Read in this order: ``configuration`` (nbgrader's settings of a course), ``revision`` and ``converter`` (its
database and its release, made in this process), ``registration`` (an assignment brought into the gradebook),
``capture_logs`` (what nbgrader logs meanwhile), ``graded_notebooks`` and ``marks`` (what the executed
notebooks and the gradebook say of each task), ``manual_scores`` (what a person gave), ``deadlines`` and
``late_penalties`` (what is taken off for handing in late), ``results`` and ``status`` (the tables of a
class).
"""

import ecotools.fast_imports  # noqa: F401 - before anything of nbgrader
