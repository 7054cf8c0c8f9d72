"""One hand-in for each student and assignment: the newest that holds work, or a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from ecotools.grading.collect.archives import ArchiveReader, Note
from ecotools.grading.collect.copies import EMPTY, PART, Stub, fullest, with_work

if TYPE_CHECKING:
    from ecotools.grading.collect.plan import FoundHandIn

OLDER = "is older"


def one_each(
    found: list[FoundHandIn], reader: ArchiveReader, stub: Callable[[str], Stub]
) -> list[FoundHandIn]:
    """Keep one hand-in of a student for an assignment, and say which were left out and why.

    A hand-in that holds work comes before one that does not. Of several that do, the newest counts where the
    source says when each was handed in; else one that holds all that the others hold. What is then still open
    is refused, with all files named: nobody but the student knows.
    """

    def whose(handin: FoundHandIn) -> tuple[str, str]:
        return handin.student, handin.assignment

    kept = []
    for _, group in groupby(sorted(found, key=whose), key=whose):
        same = sorted(group, key=_age, reverse=True)
        kept += same if len(same) == 1 else _one_of(same, reader, stub(same[0].assignment))
    return kept


def _age(handin: FoundHandIn) -> tuple:
    exact = handin.where.rpartition("/")[2] == f"{handin.assignment}.ipynb"
    return handin.time or datetime.min, handin.order, exact, handin.where


def _one_of(same: list[FoundHandIn], reader: ArchiveReader, stub: Stub) -> list[FoundHandIn]:
    copies = {place: _notebook(handin) for place, handin in enumerate(same)}
    kept, others = with_work(copies, stub)
    newest = _newest({place: same[place] for place in kept})
    others |= {place: OLDER for place in kept if place not in newest}
    kept, part = fullest({place: copies[place] for place in newest}, stub)
    others |= part
    if len(kept) > 1:
        listed = " and ".join(same[place].where for place in kept)
        what = f"{same[0].student} handed in {same[0].assignment} more than once with different work"
        todo = "ask which one counts, take the others out of the source and collect again"
        reader.refused.append(Note(same[kept[0]].where, f"{what}, in {listed}: {todo}"))
        return []
    [chosen] = (same[place] for place in kept)
    for place, why in others.items():
        reader.ignored.append(Note(same[place].where, f"{why}; {chosen.where} of the same student is taken"))
    return [replace(chosen, notes=(*chosen.notes, *_said(others, same)))]


def _notebook(handin: FoundHandIn) -> bytes:
    try:
        return handin.files[f"{handin.assignment}.ipynb"].read()
    except OSError:
        return b""


def _newest(handins: Mapping[int, FoundHandIn]) -> list[int]:
    """Return the newest where all say when, or in which order, they were handed in; else all of them."""
    if all(handin.stated for handin in handins.values()):
        dates = {place: handin.time for place, handin in handins.items()}
    elif all(handin.order for handin in handins.values()):
        dates = {place: handin.order for place, handin in handins.items()}
    else:
        return list(handins)
    return [place for place, date in dates.items() if date == max(dates.values())]


def _said(others: Mapping[int, str], same: list[FoundHandIn]) -> list[str]:
    """Return notes for the hand-in that is taken: how many are older, which hold no work or a part of it."""
    older = sum(why == OLDER for why in others.values())
    notes = [f"the newest of {older + 1}"] if older else []
    for why, said in ((EMPTY, "holds work, unlike"), (PART, "holds all that is in")):
        places = [same[place].where for place, reason in others.items() if reason == why]
        notes += [f"{said} {' and '.join(places)}"] if places else []
    return notes
