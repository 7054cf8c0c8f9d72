"""Whose is what: the files of a source sorted by the student they belong to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import takewhile

from ecotools.grading.collect import forms
from ecotools.grading.collect.archives import ArchiveError, ArchiveReader, Entry, Note
from ecotools.grading.collect.forms import Owner
from ecotools.grading.collect.recognition import Known
from ecotools.grading.collect.titles import NOTEBOOK, is_notebook, named, person, stem

# Folders of the workbook that lie between a student's folder and a notebook, where all of it is handed in.
WORKBOOK = ("exercises", "course")
NO_OWNER = "nothing says whose it is: put it into a folder with the student's name"


@dataclass(frozen=True, eq=False)
class Piece:
    """A file of a hand-in: ``rest`` is its path there, ``order`` the LMS's number of it.

    ``time`` is that of the file; for files in a zip that a student packed, the time of the zip. ``zoned``
    says that its zone is known.
    """

    rest: str
    entry: Entry
    time: datetime
    order: int = 0
    packed: bool = False
    zoned: bool = True

    @property
    def kind(self) -> str:
        """The ending in lower case, as in ".ipynb"; that of a notebook, however it was lengthened."""
        return NOTEBOOK if is_notebook(self.rest) else os.path.splitext(self.rest)[1].lower()

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        return stem(self.rest)

    @property
    def folder(self) -> str:
        """The folder of the file within the hand-in, empty at its top."""
        return self.rest.rpartition("/")[0]


@dataclass
class Group:
    """All that one owner handed in."""

    owner: Owner
    pieces: list[Piece] = field(default_factory=list)

    @property
    def where(self) -> str:
        """The place of it for a message: its notebook's, or its first file's."""
        first = [piece for piece in self.pieces if piece.kind == ".ipynb"] or self.pieces
        return first[0].entry.where


def groups(
    entries: Iterable[Entry], there: Known, source: str = ""
) -> tuple[list[Group], list[Note], list[Note]]:
    """Return the groups of a source's files, what names no owner, and what belongs to no hand-in.

    ``source`` is the name of the source.
    """
    entries = list(entries)
    column = forms.column(entry.name for entry in entries)
    read = {entry.name: forms.read(entry.name, source, column) for entry in entries}
    flat = {
        os.path.dirname(entry.name)
        for entry in entries
        if _counts(entry) and (found := read[entry.name]) and found[0].form == "Canvas"
    }
    sorted_out: dict[Owner, Group] = {}
    plain = []
    for entry in entries:
        found = read[entry.name]
        # A data file may look like one of Canvas's by chance: a download of Canvas is a folder full of them.
        if found and (found[0].form != "Canvas" or os.path.dirname(entry.name) in flat):
            owner, rest, order = found
            group = sorted_out.setdefault(owner, Group(owner))
            group.pieces.append(Piece(rest, entry, entry.time, order, zoned=entry.zoned))
        else:
            plain.append(entry)
    owned, refused, ignored = _by_folder(plain, there)
    return [*sorted_out.values(), *owned], refused, ignored


def _by_folder(entries: list[Entry], there: Known) -> tuple[list[Group], list[Note], list[Note]]:
    """Sort files by the student's folder, or by what a loose notebook or zip is named."""
    homes = {entry.name: _home(entry, there) for entry in entries if _counts(entry)}
    shared = [
        parts[0]
        for parts in takewhile(lambda parts: len(set(parts)) == 1, zip(*homes.values(), strict=False))
    ]
    together = all(len(home) == len(shared) for home in homes.values())
    owned: dict[str, Group] = {}
    refused, rest = [], []
    for entry in entries:
        home = homes.get(entry.name)
        if home is None:
            rest.append(entry)
        elif len(home) > len(shared) and (name := _folder_owner(home[len(shared)], there)):
            owned.setdefault(home[len(shared)], Group(Owner(name, "folder")))
        elif len(home) <= len(shared) and (name := _file_owner(entry, there)):
            piece = Piece(os.path.basename(entry.name), entry, entry.time, zoned=entry.zoned)
            owned.setdefault(entry.name, Group(Owner(name, "file name"))).pieces.append(piece)
        elif home and together and (name := _folder_owner(home[-1], there)):
            owned.setdefault(home[-1], Group(Owner(name, "folder")))
        else:
            refused.append(Note(entry.where, NO_OWNER))
    ignored = []
    left_over = {note.where for note in refused}
    for entry in entries:
        folder = next((key for key in _upward(entry.name) if key in owned), None)
        if folder:
            rest = entry.name.removeprefix(folder)
            owned[folder].pieces.append(Piece(rest, entry, entry.time, zoned=entry.zoned))
        elif entry.name not in owned and entry.where not in left_over:
            ignored.append(Note(entry.where, "is in no student's folder"))
    return list(owned.values()), refused, ignored


def _counts(entry: Entry) -> bool:
    return is_notebook(entry.name) or entry.name.lower().endswith(".zip")


def _home(entry: Entry, there: Known) -> tuple[str, ...]:
    """Return the folders above a notebook or zip that may name a student, each as its path with a slash.

    Those of the workbook and those named after an assignment do not, wherever they lie.
    """
    above = list(reversed(_upward(entry.name)))
    names = [folder.split("/")[-2] for folder in above]
    while names and (names[-1] in WORKBOOK or _of_assignment(names[-1], there)):
        names.pop()
    return tuple(
        folder for folder, name in zip(above, names, strict=False) if not _of_assignment(name, there)
    )


def _of_assignment(folder: str, there: Known) -> bool:
    """Return whether a folder is named after an assignment, and no student beside it."""
    assignment, student, _ = named(folder, there)
    return bool(assignment) and not student


def _folder_owner(folder: str, there: Known) -> str:
    """Return the student whom the last name of a path says, beside an assignment's and marks of a copy.

    >>> [_folder_owner(name, {"02-ads": frozenset()}) for name in ("02-ads-ada-2", "ada (1)", "final")]
    ['ada-2', 'ada', '']
    """
    name = folder.rstrip("/").rpartition("/")[2]
    return named(name, there)[1] or person(name) or (name if name.isdigit() else "")


def _file_owner(entry: Entry, there: Known) -> str:
    """Return the student in the name of a loose notebook or zip; a zip may be named after them alone."""
    title = stem(entry.name)
    assignment, student, _ = named(title, there)
    if not assignment and not is_notebook(entry.name):
        return person(title)
    return student


def _upward(path: str) -> list[str]:
    """Return the folders that hold ``path``, nearest first, each with a slash at its end."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:count]) + "/" for count in range(len(parts), 0, -1)]


def opened(group: Group, reader: ArchiveReader) -> Group:
    """Return ``group`` with its zips unpacked where it holds no notebook; beside one, a zip is data.

    Whoever packed it, all of it belongs to the owner of the group, and came when the zip came.
    """
    pieces = group.pieces
    while not any(piece.kind == ".ipynb" for piece in pieces):
        zips = [piece for piece in pieces if piece.kind == ".zip"]
        if not zips:
            break
        pieces = [piece for piece in pieces if piece.kind != ".zip"]
        for piece in zips:
            pieces += _unpacked(piece, reader)
    return Group(group.owner, pieces or group.pieces)


def _unpacked(piece: Piece, reader: ArchiveReader) -> list[Piece]:
    try:
        entries = reader.unpack(piece.entry)
    except ArchiveError as error:
        reader.refused.append(Note(piece.entry.where, str(error)))
        return []
    return [replace(piece, rest=f"{piece.rest}/{entry.name}", entry=entry, packed=True) for entry in entries]
