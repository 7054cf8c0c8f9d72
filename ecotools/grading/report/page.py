"""The report as one HTML page that needs nothing but itself: no script, no image, no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined

from ecotools.grading.gradebook.results import FLAGGED, HIDDEN, REPAIRED, SANDBOX, VISIBLE
from ecotools.grading.notes import NO_SANDBOX
from ecotools.grading.report import record, summary
from ecotools.grading.report.failed_parts import NOT_KNOWN
from ecotools.grading.report.links import Links
from ecotools.grading.report.objectives import change
from ecotools.grading.report.scores import shares_of
from ecotools.grading.roster.names import called

if TYPE_CHECKING:
    from ecotools.grading.report.contents import ClassReport

PAGE = "report.html"
FOLD = 12  # rows of a table; a longer one is folded
MOST = 10  # messages of an assignment; all are in messages.csv
LONGEST = 700  # characters of a message
NAMES = 6  # students in one cell, before the rest is folded
LONGEST_NAME = 30  # characters of a name that is not broken over lines
FOLD_FAILED = 6  # the same of a table that few need
PARTS = {VISIBLE: "the visible part", HIDDEN: "only the hidden part", NOT_KNOWN: "not known"}


class RiskRow(NamedTuple):
    """A student at risk, and for each assignment why."""

    student: str
    reasons: dict[str, str]


class ObjectiveRow(NamedTuple):
    """An assignment, and the share of the points for each objective; NaN without a score."""

    assignment: str
    shares: dict[str, float]


def to_html(report: ClassReport, links: Links | None = None) -> str:
    """Return the report as one HTML page; without ``links`` its names lead nowhere."""
    found, people = report.found, report.people
    remarks, grades = found.remarks, found.grades
    by_objective = _by_objective(report.by_objective)
    pages = _pages()
    pages.filters["called"] = lambda student: called(people.roster, student)
    return pages.get_template("page.html").render(
        links=links or Links(),
        titles=report.titles,
        longest_name=LONGEST_NAME,
        most_rows=FOLD,
        most_failed=FOLD_FAILED,
        most_names=NAMES,
        counts=_counts(report),
        unprotected=_sandboxes(remarks, protected=False),
        protected=_sandboxes(remarks, protected=True),
        changes=report.changes,
        new=_new(report.changes.table),
        changed=_rows(report.changes.table[report.changes.table["what"] != record.NEW]),
        waiting=_rows(summary.waiting(found.tasks)),
        flagged=_rows(remarks[remarks["kind"] == FLAGGED]),
        repaired=_rows(remarks[remarks["kind"] == REPAIRED]),
        ungraded=_rows(summary.ungraded(grades, found.tasks)),
        rule=report.rule.in_words,
        at_risk=_at_risk(report.at_risk),
        rostered=bool(people.roster),
        missing=people.missing_by_assignment(),
        late=people.late,
        odd_ids=_rows(people.odd_ids),
        alike=_rows(people.alike),
        assignments=[_assignment(name, report) for name in sorted(set(grades["assignment"]))],
        parts=PARTS,
        objectives=list(report.objectives),
        by_objective=by_objective,
        change={one: change(row.shares[one] for row in by_objective) for one in report.objectives},
        unknown_tasks=report.unknown_tasks,
        matrix=summary.matrix(grades),
        seconds=grades["seconds"].dropna(),
        slowest=_rows(summary.slowest(found.tasks)),
        in_place=report.in_place,
    )


def _pages() -> Environment:
    loader = PackageLoader("ecotools.grading.report", "")  # which finds it in an archive, too
    pages = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    pages.filters |= {"cut": cut, "hand_ins": hand_ins, "outcomes": outcomes}
    return pages


def cut(text: str, most: int = LONGEST) -> str:
    """Return a text, cut where it is longer than a reader needs to recognise it.

    >>> cut("a long message", 6)
    'a long …'
    """
    return text if len(text) <= most else f"{text[:most]} …"


def hand_ins(count: int) -> str:
    """Return the number with its noun.

    >>> hand_ins(1), hand_ins(60)
    ('1 hand-in', '60 hand-ins')
    """
    return f"{count} hand-in" if count == 1 else f"{count} hand-ins"


def outcomes(task) -> str:
    """Return what came of a task in words, a line for each; ``task`` is a row of ``items.by_task``."""
    told = [
        (task.failed_visible, "failed: visible part"),
        (task.failed_hidden, "failed: hidden part only"),
        (task.failed_not_known, "failed: part not known"),
        (task.to_mark, "waits for a person" if task.to_mark == 1 else "wait for a person"),
        (task.marked, "marked by a person"),
        (task.not_attempted, "not attempted"),
    ]
    right = [] if pd.isna(task.right) else [f"{task.right} of {task.hand_ins} right"]
    return "\n".join(right + [f"{count} {what}" for count, what in told if count])


def _rows(table: pd.DataFrame) -> list:
    return list(table.itertuples(index=False))


def _counts(report: ClassReport) -> dict[str, int]:
    grades = report.grades
    return {
        "hand_ins": len(grades),
        "students": grades["student"].nunique(),
        "graded": int(grades["score"].notna().sum()),
        "ungraded": int(grades["score"].isna().sum()),
        "waiting": int(grades["to_mark"].sum()),
        "flagged": int((grades["flagged"] > 0).sum()),
        "at_risk": report.at_risk["student"].nunique(),
    }


def _sandboxes(remarks: pd.DataFrame, protected: bool) -> list[tuple[str, int]]:
    """Return what is said of the sandbox that hand-ins ran in, or of its absence, and of how many each."""
    said = remarks.loc[remarks["kind"] == SANDBOX, "text"]
    without = said.str.startswith(NO_SANDBOX)
    return list(said[without != protected].str.removeprefix(NO_SANDBOX).value_counts().items())


def _new(changes: pd.DataFrame) -> list[tuple[str, tuple[str, ...]]]:
    """Return the assignments with new hand-ins, and whose they are."""
    new = changes[changes["what"] == record.NEW].groupby("assignment", sort=True)["student"]
    return [(assignment, tuple(students)) for assignment, students in new]


def _at_risk(reasons: pd.DataFrame) -> list[RiskRow]:
    """Return a row for each student at risk, in the order of ``reasons``."""
    rows = []
    for student, mine in reasons.groupby("student", sort=False):
        each = mine.groupby("assignment", sort=True)["says"]
        rows.append(RiskRow(student, {name: ", ".join(says) for name, says in each}))
    return rows


def _by_objective(shares: pd.DataFrame) -> list[ObjectiveRow]:
    wide = shares.pivot(index="assignment", columns="objective", values="mean_share")
    return [
        ObjectiveRow(name, _Shares(row))
        for name, row in zip(wide.index, wide.to_dict("records"), strict=True)
    ]


class _Shares(dict):
    """Shares by objective; NaN for one that has no task."""

    def __missing__(self, objective: str) -> float:
        return float("nan")


def _assignment(name: str, report: ClassReport) -> dict[str, object]:
    """Return what the page says of one assignment."""
    here = shares_of(_of(report.found.tasks, name))
    distribution = summary.distribution(here)
    given, tasks = _of(report.messages, name), _of(report.by_task, name)
    reasons = tasks[tasks["not_computed"] != ""].groupby("not_computed", sort=True)["task"]
    return {
        "name": name,
        "scored": len(here),
        "median": here.median(),
        "below_half": int((here < 0.5).sum()),
        "distribution": _rows(distribution),
        "fullest": int(distribution["hand_ins"].max()),
        "numbers": next(iter(_rows(_of(report.assignments, name))), None),
        "tasks": _rows(tasks),
        "failed": _rows(_of(report.failed, name)),
        "not_computed": {reason: ", ".join(names) for reason, names in reasons},
        "messages": _rows(given.head(MOST)),
        "more_messages": max(0, len(given) - MOST),
    }


def _of(table: pd.DataFrame, assignment: str) -> pd.DataFrame:
    return table[table["assignment"] == assignment]
