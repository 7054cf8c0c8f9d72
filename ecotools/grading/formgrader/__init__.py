"""nbgrader's own ways to grade and to give feedback, led to ours: its formgrader, and its commands.

Read in this order: ``nbgrader_commands`` (what `nbgrader autograde` and `nbgrader generate_feedback` do in a
course whose nbgrader_config.py names it, from the command line and by the formgrader's icons),
``earlier_marks`` (the mark that was given before an answer changed, beside the new answer), ``clean_page`` (a
page on which nothing of a hand-in runs), ``scores`` (the numbers in the formgrader's lists), ``marking``
(what stands beside an answer, and the queue of answers) and ``pages`` (its pages and scripts). A Jupyter
server loads this package in place of nbgrader's formgrader.
"""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "ecotools.grading.formgrader"}]


def _load_jupyter_server_extension(app: Any) -> None:
    from ecotools.grading.formgrader.pages import load

    load(app)
