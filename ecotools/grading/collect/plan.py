"""What a source was understood to hold: hand-ins by student and assignment, and what was not taken."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ecotools.grading.collect.archives import ArchiveError, ArchiveReader, Entry, Note
from ecotools.grading.collect.choice import one_each
from ecotools.grading.collect.copies import Stub
from ecotools.grading.collect.forms import Owner
from ecotools.grading.collect.groups import Group, Piece, groups, opened
from ecotools.grading.collect.instants import NO_ZONE, STAMP, Instant, clock_instant, read_instant
from ecotools.grading.collect.names import same_file, unsafe
from ecotools.grading.collect.owners import Whose
from ecotools.grading.collect.recognition import Found, Known, recognise
from ecotools.grading.collect.stated_times import StatedTimes
from ecotools.grading.collect.titles import NOTEBOOK

# More notebooks than this are no hand-in, and looking through them would take long.
MOST_NOTEBOOKS = 100


@dataclass(frozen=True)
class FoundHandIn:
    """One hand-in: ``files`` by their path in it, the notebook under the assignment's name.

    ``time`` is in UTC, None when nothing says it, and ``clock`` says whose it is. Where it is not ``known``
    it is that of a download, or in a zone that nobody names: it tells which of two is newer, and no more.
    ``where`` is the notebook's place in the source; ``notes`` is what the instructor should know.
    """

    owner: Owner
    student: str
    assignment: str
    files: dict[str, Entry]
    time: datetime | None
    clock: str
    where: str
    notes: tuple[str, ...] = ()
    order: int = 0
    hollow: bool = False
    known: bool = True

    @property
    def handed_in(self) -> datetime | None:
        """When it was handed in, in UTC; None where that is not known."""
        return self.time if self.known else None

    @property
    def stated(self) -> bool:
        """Whether its time is that of the hand-in, and not only that of a file."""
        return self.time is not None and self.clock not in ("file", "download")


@dataclass(frozen=True)
class CollectPlan:
    """The hand-ins to collect, what was refused, and what was left out without harm."""

    handins: tuple[FoundHandIn, ...]
    refused: tuple[Note, ...]
    ignored: tuple[Note, ...]


def understand(
    source: Path,
    there: Known,
    reader: ArchiveReader,
    assignment: str = "",
    stub: Callable[[str], Stub] = lambda name: Stub(),
    home: str = "",
    whose: Whose | None = None,
    times: StatedTimes | None = None,
) -> CollectPlan:
    """Return what ``source`` holds.

    Parameters
    ----------
    source : a folder or a zip.
    there : the graded cells of each assignment, as of ``recognise.known``.
    reader : reads it, and keeps what it unpacks until the plan was carried out.
    assignment : take only hand-ins for this one, also notebooks that nothing else recognises.
    stub : gives what students were given of an assignment, to tell copies that hold work from others.
    home : the zone in which the course writes times, as of ``instants.read_instant``.
    whose : who is in the class; without it a student is who the source names.
    times : when things were handed in, where the source does not say it.
    """
    whose = whose or Whose()
    try:
        entries = reader.source(source)
    except ArchiveError as error:
        return CollectPlan((), (*reader.refused, Note(source.name, str(error))), tuple(reader.ignored))
    owned, refused, ignored = groups(entries, there, source.name)
    reader.refused += refused
    reader.ignored += ignored
    found: list[FoundHandIn] = []
    for group in owned:
        if not group.owner.id:
            reader.refused.append(Note(group.where, f"no student id can be made of {group.owner.name!r}"))
        else:
            found += _hand_ins(group, there, reader, assignment, home)
    if not found and not reader.refused:
        what = f"hand-in for {assignment}" if assignment else "hand-in"
        reader.refused.append(Note(source.name, f"no {what} was found in it; is it the right place?"))
    found = [(times or StatedTimes()).dated(handin) for handin in whose.attributed(found, reader)]
    if not whose.roster:
        found = _one_id_a_student(found, reader)
    found = one_each(found, reader, stub)
    found.sort(key=lambda handin: (handin.assignment, handin.student))
    return CollectPlan(tuple(found), tuple(reader.refused), tuple(reader.ignored))


def _hand_ins(group: Group, there: Known, reader: ArchiveReader, asked: str, home: str) -> list[FoundHandIn]:
    """Return the hand-ins of one owner: one for each notebook that is an assignment."""
    before = len(reader.refused)
    group = opened(group, reader)
    there_are = [piece for piece in group.pieces if piece.kind == NOTEBOOK]
    if len(there_are) > MOST_NOTEBOOKS:
        why = f"{group.owner.name} handed in {len(there_are)} notebooks, more than {MOST_NOTEBOOKS}"
        reader.refused.append(Note(group.where, why))
        return []
    beside = Counter(piece.folder for piece in there_are)
    notebooks: dict[Piece, Found] = {}
    for piece in there_are:
        hint = asked or group.owner.assignment or piece.folder.rpartition("/")[2]
        alone = beside[piece.folder] == 1 and hint in there
        taken = recognise(_bytes(piece), piece.stem, there, hint if alone else "")
        if taken.assignment:
            notebooks[piece] = taken
    wanted = {piece for piece, taken in notebooks.items() if asked in ("", taken.assignment)}
    for piece in notebooks.keys() - wanted:
        reader.ignored.append(Note(piece.entry.where, f"is {notebooks[piece].assignment}, not {asked}"))
    around = _around(group, notebooks)
    made = [
        _hand_in(group.owner, piece, taken, around[piece.folder], reader, home)
        for piece, taken in notebooks.items()
        if piece in wanted
    ]
    if not notebooks and len(reader.refused) == before:
        reader.refused.append(Note(group.where, _no_notebook(group, there)))
    return _without_hollow(made, reader, asked)


def _bytes(piece: Piece) -> bytes:
    try:
        return piece.entry.read()
    except OSError:
        return b""


def _no_notebook(group: Group, there: Known) -> str:
    listed = ", ".join(there)
    if any(piece.kind == NOTEBOOK for piece in group.pieces):
        return f"is none of the assignments ({listed}) by its cells or its name; name it with --assignment"
    return f"{group.owner.name} handed in no notebook; the assignments are {listed}"


def _hand_in(
    owner: Owner, notebook: Piece, taken: Found, others: list[Piece], reader: ArchiveReader, home: str
) -> FoundHandIn:
    """Return the hand-in of ``notebook`` and the ``others`` in and below its folder."""
    start = len(notebook.folder) + 1 if notebook.folder else 0
    inside = [(piece.rest[start:], piece) for piece in others]
    notes = [taken.note] if taken.note else []
    if owner.id != owner.name and owner.form in ("folder", "file name", "nbgrader"):
        notes.append(f"the student is called {owner.name!r} there")
    if owner.late:
        notes.append("LATE, says Canvas")
    stamp = next((piece for path, piece in inside if path.lower() == STAMP), None)
    said, clock = _said(owner, stamp, home, reader.zone)
    if said is None:
        newest = max((notebook, *others), key=lambda piece: piece.time)
        time, clock = newest.time, clock or "file"
        known = clock == "file" and newest.zoned
        notes += [NO_ZONE] if clock == "file" and not known else []
    else:
        time, known = said.time, said.zoned or owner.form != "Blackboard"
        notes += [said.note] if said.note else []
    if stamp and clock not in (STAMP, "nbgrader"):
        notes.append(f"its {STAMP} is not believed: a student can write one")
    files = {f"{taken.assignment}.ipynb": notebook.entry}
    inside = [(path, piece) for path, piece in inside if path.lower() != STAMP]
    files |= _safe(inside, (*files, STAMP), reader)
    return FoundHandIn(
        owner=owner,
        student=owner.id,
        assignment=taken.assignment,
        files=files,
        time=time,
        clock=clock,
        where=notebook.entry.where,
        notes=tuple(notes),
        order=notebook.order,
        hollow=taken.hollow,
        known=known,
    )


def _said(owner: Owner, stamp: Piece | None, home: str, zone: str) -> tuple[Instant | None, str]:
    """Return what the source says of the time of a hand-in, None where it says nothing, and whose clock."""
    if owner.form == "Blackboard":
        return clock_instant(owner.time, zone), owner.form
    if owner.form == "nbgrader":
        return _zoned(read_instant(owner.time, home)), owner.form
    if stamp and owner.form == "folder" and not stamp.packed:
        return _zoned(read_instant(_bytes(stamp).decode("utf-8", "replace"), home)), STAMP
    return None, "download" if owner.form in ("Moodle", "Canvas", "GitHub") else ""


def _zoned(found: Instant) -> Instant:
    if found.time is None:
        return replace(found, note=f"its time is not known: {found.note}")
    return found if found.zoned else replace(found, note="its time names no zone, and was read as UTC")


def _around(group: Group, notebooks: Iterable[Piece]) -> dict[str, list[Piece]]:
    """Return the other files by the folder of the notebook they belong to: the nearest one upward."""
    others = set(notebooks)
    around: dict[str, list[Piece]] = {piece.folder: [] for piece in others}
    for piece in group.pieces:
        home = _nearest(piece.folder, around)
        if piece.rest and home is not None and piece not in others:
            around[home].append(piece)
    return around


def _nearest(folder: str, homes: Container[str]) -> str | None:
    """Return the nearest of ``homes`` from ``folder`` upward; None when there is none."""
    while folder not in homes:
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
    return folder


def _safe(inside: list[tuple[str, Piece]], files: Iterable[str], reader: ArchiveReader) -> dict[str, Entry]:
    """Return the files that can be written beside each other on any system; the others are refused."""
    count = Counter(same_file(path) for path in (*files, *(path for path, _ in inside)))
    safe = {}
    for path, piece in inside:
        why = unsafe(path)
        folders = path.split("/")[:-1]
        if not why and count[same_file(path)] > 1:
            why = "has the name of another file, or one that differs in case only"
        if not why and any(same_file("/".join(folders[: n + 1])) in count for n in range(len(folders))):
            why = "is in a folder that is also a file"
        if why:
            reader.refused.append(Note(piece.entry.where, why))
        else:
            safe[path] = piece.entry
    return safe


def _without_hollow(made: list[FoundHandIn], reader: ArchiveReader, asked: str) -> list[FoundHandIn]:
    """Drop notebooks without a cell of their assignment: often they are the lesson of the same name."""
    full = {handin.assignment for handin in made if not handin.hollow}
    kept = []
    for handin in made:
        if not handin.hollow or (asked and handin.assignment not in full):
            kept.append(handin)
            continue
        why = "holds none of the assignment's cells: is it the lesson of that name?"
        if handin.assignment in full:
            reader.ignored.append(Note(handin.where, why))
        else:
            reader.refused.append(Note(handin.where, f"{why} To take it anyway, give --assignment"))
    return kept


def _one_id_a_student(found: list[FoundHandIn], reader: ArchiveReader) -> list[FoundHandIn]:
    """Refuse hand-ins of students whose names differ while their ids are the same, or one file name."""
    names, kept = defaultdict(set), []
    for handin in found:
        names[same_file(handin.student)].add((handin.student, _spoken(handin)))
    for handin in found:
        alike = sorted(name for _, name in names[same_file(handin.student)])
        if len(alike) == 1:
            kept.append(handin)
        else:
            listed = " and ".join(map(repr, alike))
            why = f"{listed} would share the folder {handin.student}: rename all but one"
            reader.refused.append(Note(handin.where, why))
    return kept


def _spoken(handin: FoundHandIn) -> str:
    """Return the name that an id is made of; the id itself where it is not made of the name."""
    owner = handin.owner
    if handin.student != owner.id:
        return handin.student
    name = unicodedata.normalize("NFC", owner.name)
    return " ".join(name.replace("_", " ").lower().split()) if owner.form == "Moodle" else name
