"""The report of a class: two CSV files and one HTML page that needs nothing but itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import pandas as pd

from ecotools.grading import results
from ecotools.grading.course import Course
from ecotools.grading.grade import HandIn

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff;
  margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100% }
th { white-space: nowrap }
th, td { border-bottom: 1px solid #767676; padding: .35rem .6rem; text-align: left; vertical-align: top }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
td { white-space: pre-line }
.scroll { overflow-x: auto }
"""


def write_report(
    course: Course, names: Iterable[str], folder: str | Path, handins: Iterable[HandIn] = ()
) -> tuple[pd.DataFrame, Path]:
    """Write ``grades.csv``, ``tasks.csv`` and ``report.html`` into ``folder``.

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
    grades = results.of_class(course, names, handins)
    tables = [results.tasks(course, name) for name in names]
    filled = [table for table in tables if len(table)]
    tasks = pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=results.TASK_COLUMNS)
    grades.to_csv(folder / "grades.csv", index=False)
    tasks.to_csv(folder / "tasks.csv", index=False)
    page = folder / "report.html"
    page.write_text(to_html(grades, tasks), encoding="utf-8")
    return grades, page


def matrix(grades: pd.DataFrame) -> pd.DataFrame:
    """Return the grade table as people read it: a row a student, a column an assignment, "7 of 9" in it."""

    def cell(row: pd.Series) -> str:
        if pd.isna(row["score"]):
            return "not graded"
        waiting = f" + {row['to_mark']} to mark" if row["to_mark"] else ""
        return f"{row['score']:g} of {row['points']:g}{waiting}"

    if grades.empty:
        return pd.DataFrame()
    shown = grades.assign(cell=[cell(row) for _, row in grades.iterrows()])
    return shown.pivot(index="student", columns="assignment", values="cell").fillna("")


def by_task(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return how the class did on each task: hand-ins, right ones, what was said most often."""
    rows = []
    for (assignment, task), group in tasks.groupby(["assignment", "task"], sort=True):
        outcomes = group["outcome"].value_counts()
        refused = group.loc[group["outcome"].isin(["wrong", "error"]), "message"].map(_last_line)
        rows.append(
            {
                "assignment": assignment,
                "task": task,
                "hand-ins": len(group),
                "right": int(outcomes.get("right", 0)),
                "not attempted": int(outcomes.get("not attempted", 0)),
                "mean score": round(float(group["score"].mean()), 2),
                "points": group["points"].iloc[0],
                "said most often": refused.mode().iloc[0] if len(refused) else "",
            }
        )
    return pd.DataFrame(rows)


def waiting(grades: pd.DataFrame) -> pd.DataFrame:
    """Return the answers that a person must mark: by assignment, how many and whose."""
    open_ones = grades[grades["to_mark"] > 0]
    rows = [
        {"assignment": name, "answers": int(group["to_mark"].sum()), "of": ", ".join(group["student"])}
        for name, group in open_ones.groupby("assignment", sort=True)
    ]
    return pd.DataFrame(rows)


def _last_line(message: str) -> str:
    """Return the last line of a message, which is where the likely slip stands."""
    lines = str(message).strip().splitlines()
    return lines[-1].strip() if lines else ""


def to_html(grades: pd.DataFrame, tasks: pd.DataFrame) -> str:
    """Return the report as one HTML page: the class, what needs a person, how each task went."""
    notes = grades.loc[grades["note"] != "", ["student", "assignment", "note"]]
    parts = [
        _table(matrix(grades).reset_index(), "Points by student and assignment"),
        _table(notes, "Hand-ins without a grade, and why"),
        _table(waiting(grades), "Written answers that wait for a person"),
        _table(by_task(tasks), "How each task went"),
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Report of the class</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>Report of the class</h1>\n<p>{_summary(grades)}</p>\n"
        f"{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _summary(grades: pd.DataFrame) -> str:
    graded = int(grades["score"].notna().sum())
    failed = len(grades) - graded
    text = f"{graded} hand-ins of {grades['student'].nunique()} students graded"
    return f"{text}; {failed} could not be graded." if failed else f"{text}."


def _table(table: pd.DataFrame, title: str) -> str:
    name = re.sub(r"\W+", "-", title.lower())
    heading = f'<h2 id="{name}">{escape(title)}</h2>\n'
    if table.empty:
        return f"{heading}<p>None.</p>\n"
    numbers = [pd.api.types.is_numeric_dtype(table[column]) for column in table.columns]
    head = "".join(
        f'<th scope="col"{_class(number)}>{escape(str(column))}</th>'
        for column, number in zip(table.columns, numbers, strict=True)
    )
    rows = "".join(_html_row(row, numbers) for row in table.itertuples(index=False))
    region = f'class="scroll" tabindex="0" role="region" aria-labelledby="{name}"'
    return (
        f'{heading}<div {region}>\n<table aria-labelledby="{name}">\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def _html_row(row: tuple, numbers: list[bool]) -> str:
    first, *rest = row
    cells = "".join(
        f"<td{_class(number)}>{escape(_text(value))}</td>"
        for value, number in zip(rest, numbers[1:], strict=True)
    )
    return f'<tr><th scope="row">{escape(_text(first))}</th>{cells}</tr>\n'


def _class(number: bool) -> str:
    return ' class="number"' if number else ""


def _text(value: object) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:g}"
    return str(value)
