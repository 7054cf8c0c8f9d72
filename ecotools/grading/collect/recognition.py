"""Which assignment a notebook is: by the graded cells in it, else by its name, its folder or the command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ecotools.grading.collect.titles import named
from ecotools.grading.course import Course

GRADED = ("solution", "check", "written", "locked")
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
    by_cells = most(cells, there)
    if by_cells:
        if by_cells == by_name:
            return Found(by_cells, f"named {stem}.ipynb" if suffix else "")
        return Found(by_cells, f"named {stem}.ipynb, recognised by its cells")
    taken = by_name or hint
    if not taken:
        return Found()
    if cells & there.get(taken, frozenset()):
        return Found(taken, f"named {stem}.ipynb" if suffix else "")
    return Found(taken, f"named {stem}.ipynb, holds none of the assignment's cells", hollow=True)


def graded_cells(content: bytes) -> frozenset[str]:
    """Return the names of the graded cells in a notebook's bytes.

    They are searched for rather than parsed: a notebook that was cut off still shows whose it is, and one
    made to exhaust the memory cannot. A text in a cell does not count, its quotes are escaped.
    """
    return frozenset(name.decode() for name in _GRADE_ID.findall(content))


def most(cells: frozenset[str], there: Mapping[str, Iterable[str]]) -> str:
    """Return whose cells are shared most: a name of ``there``; empty when no cell is, or two share as many.

    >>> most(frozenset({"q1", "q2"}), {"a": {"q1", "q2"}, "b": {"q1"}})
    'a'
    """
    shared = {name: len(cells & set(theirs)) for name, theirs in there.items()}
    best = max(shared.values(), default=0)
    winners = [name for name, count in shared.items() if count == best]
    return winners[0] if best and len(winners) == 1 else ""
