"""Which assignment a notebook is: by the graded cells in it, else by its name, its folder or the command."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ecotools.grading.course import Course

GRADED = ("solution", "check", "written", "locked")
# What a browser, an LMS or a person appends to a copy: "-1", " (2)", "_copy", "-Copy1", " - Kopie".
_COPY = r"(?:\s*\(\d{1,3}\)|[-_ ]+\d{1,2}|[-_ ]+(?:copy|copie|kopie|copia)\d*)+"
_GRADE_ID = re.compile(rb'"grade_id"\s*:\s*"([\w.-]{1,100})"')

Known = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Found:
    """What a notebook was taken for: ``assignment`` (empty if nothing), and what there is to say about it.

    ``hollow`` is a notebook that holds no graded cell of the assignment it was taken for.
    """

    assignment: str = ""
    note: str = ""
    hollow: bool = False


def known(course: Course) -> Known:
    """Return the names of the graded cells of each assignment of ``course``."""
    return {
        name: frozenset(cell.name for cell in course.assignment(name).cells if cell.kind in GRADED)
        for name in course.names()
    }


def named(stem: str, assignments: Mapping[str, object] | list[str]) -> tuple[str, str, str]:
    """Return assignment, student and suffix that a file name without its ending says; empty what it does not.

    >>> named("02-journey-mapping (2)", ["02-journey-mapping"])
    ('02-journey-mapping', '', ' (2)')
    >>> named("ada_02_journey_mapping", ["02-journey-mapping"])
    ('02-journey-mapping', 'ada', '')
    >>> named("my answers", ["02-journey-mapping"])
    ('', '', '')
    """
    for name in sorted(assignments, key=len, reverse=True):
        words = "[-_ ]".join(map(re.escape, name.split("-")))
        pattern = (
            rf"(?:(?P<before>.+?)[-_ +]+)?{words}(?P<copy>{_COPY})?(?:[-_ +]+(?P<after>.+?)(?:{_COPY})?)?"
        )
        found = re.fullmatch(pattern, stem, re.IGNORECASE)
        if found and not (found["before"] and found["after"]):
            return name, found["before"] or found["after"] or "", found["copy"] or ""
    return "", "", ""


def recognise(content: bytes, stem: str, there: Known, hint: str = "") -> Found:
    """Return which of the assignments ``there`` a notebook is.

    Parameters
    ----------
    content, stem : the notebook's bytes, and its file name without the ending.
    there : the graded cells of each assignment, as of ``known``.
    hint : the assignment to take it for when neither its cells nor its name say anything.
    """
    by_name, _, suffix = named(stem, there)
    cells = graded_cells(content)
    by_cells = _most(cells, there)
    if by_cells:
        if by_cells == by_name:
            return Found(by_cells, f"named {stem}.ipynb" if suffix else "")
        return Found(by_cells, f"named {stem}.ipynb, recognised by its cells")
    taken = by_name or hint
    if not taken:
        return Found()
    return Found(taken, f"named {stem}.ipynb, holds none of the assignment's cells", hollow=True)


def graded_cells(content: bytes) -> frozenset[str]:
    """Return the names of the graded cells in a notebook's bytes.

    They are searched for rather than parsed: a notebook that was cut off still shows whose it is, and one
    made to exhaust the memory cannot. A text in a cell does not count, its quotes are escaped.
    """
    return frozenset(name.decode() for name in _GRADE_ID.findall(content))


def _most(cells: frozenset[str], there: Known) -> str:
    """Return the assignment that shares most cells; empty when none does or two share as many."""
    shared = {name: len(cells & graded) for name, graded in there.items()}
    best = max(shared.values(), default=0)
    winners = [name for name, count in shared.items() if count == best]
    return winners[0] if best and len(winners) == 1 else ""
