"""The report of a class: one HTML page that needs nothing but itself, and its tables as CSV files.

In the order of reading: ``contents`` (all of it as tables), ``record`` (what changed since the last report),
``summary`` (who stands where, what needs a person), ``risk`` (who is at risk, by which rule), ``people`` (who
is missing), ``scores`` (mean, spread, reliability), ``items`` (which task failed the class), ``failed_parts``
(in which part of a test), ``messages`` (the wrong answers most given), ``objectives`` (the trend over the
assignments), ``links`` (from a name to the hand-in), ``page`` (all of it as HTML).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.grade import GradedHandIn
from ecotools.grading.report.contents import ClassReport
from ecotools.grading.report.items import by_task
from ecotools.grading.report.messages import grouped
from ecotools.grading.report.page import to_html
from ecotools.grading.report.risk import RiskRule
from ecotools.grading.report.summary import matrix, needs_a_person

__all__ = [
    "ClassReport",
    "RiskRule",
    "by_task",
    "grouped",
    "matrix",
    "needs_a_person",
    "to_html",
    "write_report",
]


def write_report(
    course: Course, names: Iterable[str], folder: str | Path, handins: Iterable[GradedHandIn] = ()
) -> tuple[pd.DataFrame, Path]:
    """Write ``report.html`` and its tables into ``folder``.

    The tables are those of `ClassReport.tables`. All of them or none: what goes wrong on the way leaves the
    report of before.

    Parameters
    ----------
    course, names : the course and the assignments to report on.
    folder : where to; made if it is not there.
    handins : what came of the last grading, for what could not be graded.

    Returns
    -------
    (DataFrame, Path)
        The table of the class (see ``results.of_class``) and the HTML page.
    """
    report = ClassReport.of(course, names, handins)
    return report.grades, report.write(Path(folder))
