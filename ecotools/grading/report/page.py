"""The report as one HTML page that needs nothing but itself: no script, no image, no network."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined

from ecotools.grading.gradebook.results import FLAGGED, REPAIRED, SANDBOX, Results
from ecotools.grading.notes import NO_SANDBOX
from ecotools.grading.report import summary
from ecotools.grading.report.people import ClassPeople
from ecotools.grading.roster.names import called

MOST = 10  # messages of an assignment; all are in messages.csv
LONGEST = 700  # characters of a message
NAMES = 12  # students in one cell
LONGEST_NAME = 30  # characters of a name that is not broken over lines


def to_html(
    found: Results,
    by_task: pd.DataFrame,
    messages: pd.DataFrame,
    titles: Mapping[tuple[str, str], str],
    in_place: str = "",
    people: ClassPeople | None = None,
) -> str:
    """Return the report as one HTML page.

    Parameters
    ----------
    found : the class, see ``results.collect``.
    by_task, messages : see the functions of the same names, ``items.by_task`` and ``messages.grouped``.
    titles : the heading of each task, by assignment and task; a task without one is called by its name.
    in_place : the tests that ran in the process of the hand-ins, in words; "" when all were judged.
    people : the class as its roster knows it; nobody is missing where it is left out.
    """
    people = people or ClassPeople()
    remarks, shares = found.remarks, summary.shares(found.tasks)
    pages = _pages()
    pages.filters["called"] = lambda student: called(people.roster, student)
    return pages.get_template("page.html").render(
        counts=_counts(found),
        unprotected=_sandboxes(remarks, protected=False),
        protected=_sandboxes(remarks, protected=True),
        matrix=summary.matrix(found.grades),
        waiting=_rows(summary.waiting(found.tasks)),
        flagged=_rows(remarks[remarks["kind"] == FLAGGED]),
        repaired=_rows(remarks[remarks["kind"] == REPAIRED]),
        ungraded=_rows(summary.ungraded(found.grades, found.tasks)),
        a_hand=summary.A_HAND,
        needs_a_hand=_rows(summary.needs_a_hand(found.grades)),
        assignments=[
            _assignment(name, shares, by_task, messages) for name in sorted(set(found.grades["assignment"]))
        ],
        seconds=found.grades["seconds"].dropna(),
        slowest=_rows(summary.slowest(found.tasks)),
        titles=titles,
        longest_name=LONGEST_NAME,
        in_place=in_place,
        rostered=bool(people.roster),
        missing=people.missing_by_assignment(),
        late=people.late,
        odd_ids=_rows(people.odd_ids),
        alike=_rows(people.alike),
    )


def _pages() -> Environment:
    loader = PackageLoader("ecotools.grading.report", "")  # which finds it in an archive, too
    pages = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    pages.filters |= {"few": few, "cut": cut, "hand_ins": hand_ins}
    return pages


def few(names: str, most: int = NAMES) -> str:
    """Return the first of some names, and how many more there are.

    >>> few("ada, bola, chen", 2)
    'ada, bola and 1 more'
    """
    each = names.split(", ")
    return names if len(each) <= most else f"{', '.join(each[:most])} and {len(each) - most} more"


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


def _rows(table: pd.DataFrame) -> list:
    return list(table.itertuples(index=False))


def _counts(found: Results) -> dict[str, int]:
    grades = found.grades
    return {
        "hand_ins": len(grades),
        "students": grades["student"].nunique(),
        "graded": int(grades["score"].notna().sum()),
        "ungraded": int(grades["score"].isna().sum()),
        "waiting": int(grades["to_mark"].sum()),
        "flagged": int((grades["flagged"] > 0).sum()),
        "needs_a_hand": summary.needs_a_hand(grades)["student"].nunique(),
    }


def _sandboxes(remarks: pd.DataFrame, protected: bool) -> list[tuple[str, int]]:
    """Return what is said of the sandbox that hand-ins ran in, or of its absence, and of how many each."""
    said = remarks.loc[remarks["kind"] == SANDBOX, "text"]
    without = said.str.startswith(NO_SANDBOX)
    return list(said[without != protected].str.removeprefix(NO_SANDBOX).value_counts().items())


def _assignment(
    name: str, shares: pd.Series, by_task: pd.DataFrame, messages: pd.DataFrame
) -> dict[str, object]:
    """Return what the page says of one assignment."""
    here = shares[shares.index.get_level_values("assignment") == name]
    given = messages[messages["assignment"] == name]
    tasks = by_task[by_task["assignment"] == name]
    reasons = tasks[tasks["not_computed"] != ""].groupby("not_computed", sort=True)["task"]
    return {
        "name": name,
        "scored": len(here),
        "median": here.median(),
        "below_half": int((here < 0.5).sum()),
        "distribution": _rows(summary.distribution(here)),
        "fullest": int(summary.distribution(here)["hand_ins"].max()),
        "tasks": _rows(tasks),
        "not_computed": {reason: ", ".join(names) for reason, names in reasons},
        "messages": _rows(given.head(MOST)),
        "more_messages": max(0, len(given) - MOST),
    }
