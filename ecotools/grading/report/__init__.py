"""The report of a class: one HTML page that needs nothing but itself, and its tables as CSV files.

In the order of reading: ``summary`` (who stands where, what needs a person), ``messages`` (the wrong answers
most given), ``items`` (which task failed the class), ``page`` (all of it as HTML).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from ecotools.grading import results
from ecotools.grading.course import Course
from ecotools.grading.grade import HandIn
from ecotools.grading.pipeline.in_place import in_words, known_tests
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.report.items import by_task
from ecotools.grading.report.messages import grouped
from ecotools.grading.report.page import to_html
from ecotools.grading.report.summary import matrix, needs_a_person

__all__ = ["by_task", "grouped", "matrix", "needs_a_person", "to_html", "write_report"]

# A spreadsheet takes a text that begins like this for a formula, and learners write what stands in a message.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_report(
    course: Course, names: Iterable[str], folder: str | Path, handins: Iterable[HandIn] = ()
) -> tuple[pd.DataFrame, Path]:
    """Write ``report.html`` and its tables into ``folder``: grades, tasks, by_task, messages, remarks.

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
    names, folder = list(names), Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    found = results.collect(course, names, handins)
    titles = {(name, task.name): task.title for name in names for task in course.assignment(name).tasks}
    messages = grouped(found.tasks)
    tasks = by_task(found.tasks, messages)
    tables = {
        "grades": found.grades,
        "tasks": found.tasks,
        "by_task": tasks,
        "messages": messages,
        "remarks": found.remarks,
    }
    for name, table in tables.items():
        table.map(_harmless).to_csv(folder / f"{name}.csv", index=False)
    page = folder / "report.html"
    known = known_tests(folder_of(course.root))
    in_place = in_words({name: known[name] for name in names if name in known})
    page.write_text(to_html(found, tasks, messages, titles, in_place), encoding="utf-8")
    return found.grades, page


def _harmless(value: object) -> object:
    """Return a cell so that a spreadsheet shows it instead of computing it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
