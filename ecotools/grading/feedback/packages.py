"""Pages of feedback as they go out: a zip for Moodle or Canvas, or a folder for each address.

Nobody gets another's page: a number or an address that two have is refused, and so is who is not in the
roster. Each who is left out is named.
"""

from __future__ import annotations

import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ecotools.files import put
from ecotools.grading.collect.names import same_file
from ecotools.grading.collect.numbers import SeenNumbers
from ecotools.grading.course import Course
from ecotools.grading.feedback import FeedbackError
from ecotools.grading.feedback.addresses import CANVAS, GOES_BY, KEYS, MAIL, file_name
from ecotools.grading.feedback.jobs import FeedbackPage
from ecotools.grading.roster.names import called
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import by_login, people_of, roster_of
from ecotools.spreadsheet import as_csv

ADDRESSES = "addresses.csv"  # in the folder for mail
_COLUMNS = ["address", "name", "student", "assignment", "file"]
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the same pages make the same zip


@dataclass(frozen=True)
class Packed:
    """What was written for one way out, how many pages are in it, and a sentence for each that is not."""

    way: str
    files: list[Path]
    pages: int
    left_out: list[str]


@dataclass(frozen=True)
class _Parcel:
    person: RosterPerson
    page: FeedbackPage
    key: str


def pack(course: Course, pages: Iterable[FeedbackPage], way: str, out: Path) -> Packed:
    """Write pages so that Moodle or Canvas takes them, or for whoever mails.

    Parameters
    ----------
    course, pages : the course, and what ``write_feedback`` returned; a page that failed does not go out.
    way : "moodle" or "canvas" (``feedback-<assignment>-<way>.zip`` for each assignment), or "mail" (the
        folder ``mail``, with a folder for each address, and the table of them).
    out : the folder to write into. What an earlier call wrote there is replaced.

    Raises
    ------
    FeedbackError
        When a folder ``mail`` is there that is none of these.
    """
    pages = [page for page in pages if not page.error]
    parcels, left_out = _addressed(course, pages, way)
    out.mkdir(parents=True, exist_ok=True)
    names = dict.fromkeys(page.assignment for page in pages)
    files = [_mail(parcels, out)] if way == MAIL else _zips(names, parcels, way, out)
    return Packed(way, files, len(parcels), left_out)


def _addressed(course: Course, pages: list[FeedbackPage], way: str) -> tuple[list[_Parcel], list[str]]:
    """Return which page goes where, and why the others go nowhere."""
    roster, people, seen = roster_of(course), people_of(course), SeenNumbers.read(course.root)
    found, left_out = [], []
    for page in pages:
        person = people.get(page.student) or by_login(page.student)
        key, why = KEYS[way](person, page.assignment, seen)
        if roster and page.student not in roster:
            key, why = "", "not in the roster"
        if key:
            found.append(_Parcel(person, page, key))
        else:
            left_out.append(f"{called(people, page.student)}, {page.assignment}: {why}")
    for refuse in (_shared, _several) if way == CANVAS else (_shared,):
        found, refused = refuse(found, way)
        left_out += refused
    return found, left_out


def _shared(parcels: list[_Parcel], way: str) -> tuple[list[_Parcel], list[str]]:
    """Return the parcels that go to one person, and a sentence for each that might go to another."""
    owners: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for one in parcels:
        owners[_place(one, way)][one.person.student] = one.person.called
    refused = [
        f"{one.person.called}, {one.page.assignment}: the {GOES_BY[way]} {one.key} is also that of "
        + " and ".join(name for id, name in owners[_place(one, way)].items() if id != one.person.student)
        for one in parcels
        if len(owners[_place(one, way)]) > 1
    ]
    return [one for one in parcels if len(owners[_place(one, way)]) == 1], refused


def _place(one: _Parcel, way: str) -> tuple[str, str]:
    return "" if way == MAIL else one.page.assignment, same_file(one.key)


def _several(parcels: list[_Parcel], way: str) -> tuple[list[_Parcel], list[str]]:
    """Return the parcels without those of a hand-in of several notebooks: Canvas keeps one for each file."""
    count: dict[tuple[str, str], int] = defaultdict(int)
    for one in parcels:
        count[one.page.assignment, one.key] += 1
    why = "is one of several pages, and Canvas keeps one for each file that was handed in"
    refused = [
        f"{one.person.called}, {one.page.assignment}: {one.page.file.name} {why}"
        for one in parcels
        if count[one.page.assignment, one.key] > 1
    ]
    return [one for one in parcels if count[one.page.assignment, one.key] == 1], refused


def _zips(names: Iterable[str], parcels: list[_Parcel], way: str, out: Path) -> list[Path]:
    """Write a zip for each assignment; one that nobody is in is not written, and an earlier one goes."""
    files = []
    for name in names:
        held = [one for one in parcels if one.page.assignment == name]
        file = out / f"feedback-{name}-{way}.zip"
        if held:
            files.append(put(file, partial(_zip, held, way)))
        else:
            file.unlink(missing_ok=True)
    return files


def _zip(parcels: list[_Parcel], way: str, file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in parcels:
            entry = zipfile.ZipInfo(file_name(way, one.key, one.person, one.page), _NO_TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, one.page.file.read_bytes())


def _mail(parcels: list[_Parcel], out: Path) -> Path:
    """Write a folder for each address and the table of them; return the table."""
    folder, new = out / "mail", out / ".mail-new"
    if folder.exists() and not (folder / ADDRESSES).exists():
        raise FeedbackError(f"{folder} is there, and is no folder of feedback: name another one with --out")
    shutil.rmtree(new, ignore_errors=True)  # of a run that was killed
    new.mkdir()
    rows = [_COLUMNS]
    for one in parcels:
        name = file_name(MAIL, one.key, one.person, one.page)
        (new / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(one.page.file, new / name)
        rows.append([one.key, one.person.spoken, one.person.student, one.page.assignment, name])
    (new / ADDRESSES).write_text(as_csv(rows), encoding="utf-8", newline="")
    shutil.rmtree(folder, ignore_errors=True)
    return new.rename(folder) / ADDRESSES
