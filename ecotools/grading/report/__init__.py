"""The report of a class: one HTML page that needs nothing but itself, and its tables as CSV files.

In the order of reading: ``summary`` (who stands where, what needs a person), ``people`` (who is missing),
``messages`` (the wrong answers most given), ``items`` (which task failed the class), ``page`` (all of it as
HTML).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from ecotools.files import write_together
from ecotools.grading.course import Course
from ecotools.grading.grade import GradedHandIn
from ecotools.grading.gradebook import results
from ecotools.grading.pipeline.in_place import in_words, known_tests
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.report.items import by_task
from ecotools.grading.report.messages import grouped
from ecotools.grading.report.page import to_html
from ecotools.grading.report.people import ClassPeople
from ecotools.grading.report.summary import matrix, needs_a_person
from ecotools.spreadsheet import harmless

PAGE = "report.html"
__all__ = ["by_task", "grouped", "matrix", "needs_a_person", "to_html", "write_report"]


def write_report(
    course: Course, names: Iterable[str], folder: str | Path, handins: Iterable[GradedHandIn] = ()
) -> tuple[pd.DataFrame, Path]:
    """Write ``report.html`` and its tables into ``folder``.

    The tables are grades, tasks, by_task, messages, remarks, missing (who has handed in
    nothing) and alike (written answers that are nearly the same).

    All of them or none: what goes wrong on the way leaves the report of before.

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
    found = results.collect(course, names, handins)
    headed = {name: course.assignment(name).titles() for name in names}
    titles = {(name, task): title for name in names for task, title in headed[name].items()}
    messages = grouped(found.tasks)
    tasks = by_task(found.tasks, messages)
    people = ClassPeople.of(course, names)
    tables = {
        "grades": found.grades,
        "tasks": found.tasks,
        "by_task": tasks,
        "messages": messages,
        "remarks": found.remarks,
        "missing": people.missing,
        "alike": people.alike,
    }
    texts = {f"{name}.csv": table.map(harmless).to_csv(index=False) for name, table in tables.items()}
    known = known_tests(folder_of(course.root))
    in_place = in_words({name: known[name] for name in names if name in known})
    write_together(folder, texts | {PAGE: to_html(found, tasks, messages, titles, in_place, people)})
    return found.grades, folder / PAGE
