"""How a page finds its student: the number or address that each way out goes by, and the name of the file.

Moodle, "Upload multiple feedback files in a zip"
    The parts of a file's name between ``_`` are the full name, the participant's number, the type and the
    name of a plugin, and the name that the file gets. Only the number says whose it is; it holds for one
    assignment. A file that begins with "." or "~", or whose number no participant has, is skipped
    without a word. From ``mod/assign/feedback/file/importziplib.php`` of moodle/moodle
    (``is_valid_filename_for_import``); before 4.1 the fifth part had to be there, so it is.
Canvas, "Upload Submissions"
    The first two parts that are all digits are the numbers of the user and of a file that this user handed
    in; without such a file, or where the last part begins with "link", nothing is taken. The page becomes a
    comment's attachment and is shown under the name of that file. From
    ``infer_comment_context_from_filename`` in ``app/models/assignment.rb`` of instructure/canvas-lms.
Mail
    A folder for each address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ecotools.grading.collect.names import unsafe
from ecotools.grading.collect.numbers import SeenNumbers
from ecotools.grading.feedback.jobs import FeedbackPage
from ecotools.grading.roster.people import RosterPerson, alike
from ecotools.spreadsheet import harmless

MOODLE, CANVAS, MAIL = "moodle", "canvas", "mail"
_LONGEST = 60  # letters of a name within the name of a file
_NOT_IN_NAMES = re.compile(r"[\W_]+")

# By which a way finds a student, and why it does not: one of them is empty.
Key = Callable[[RosterPerson, str, SeenNumbers], tuple[str, str]]


def _moodle_number(person: RosterPerson, assignment: str, seen: SeenNumbers) -> tuple[str, str]:
    number = person.number_for(assignment) or seen.number(assignment, person.student)
    if number.isascii() and number.isdigit() and int(number):
        return number, ""
    todo = f"read its grading worksheet, ecotools roster FILE --assignment {assignment}"
    return "", f"Moodle's number for this assignment is not known: {todo}"


def _canvas_numbers(person: RosterPerson, assignment: str, seen: SeenNumbers) -> tuple[str, str]:
    numbers = seen.file(assignment, person.student)
    if not numbers:
        todo = "collect the download of Canvas, which names it unless the assignment is anonymous"
        return "", f"Canvas's number of the file that was handed in is not known: {todo}"
    user = numbers.partition("_")[0]
    if person.id and person.id != user:
        return "", f"was handed in by Canvas's user {user}, and the roster has {person.id}"
    return numbers, ""


def _address(person: RosterPerson, assignment: str, seen: SeenNumbers) -> tuple[str, str]:
    address = person.email
    if not address:
        return "", "no e-mail address is known"
    if "@" not in address or unsafe(address) or "/" in address or harmless(address) != address:
        return "", f"{address!r} is no address that a folder and a spreadsheet can have as it is"
    return address, ""


KEYS: Mapping[str, Key] = {MOODLE: _moodle_number, CANVAS: _canvas_numbers, MAIL: _address}
GOES_BY: Mapping[str, str] = {MOODLE: "number", CANVAS: "file in Canvas", MAIL: "address"}


def file_name(way: str, key: str, person: RosterPerson, page: FeedbackPage) -> str:
    """Return what a page is called where it goes to; for mail with the folder.

    >>> from pathlib import Path
    >>> page = FeedbackPage("ada", "01-tiny", Path("01-tiny.html"), "written")
    >>> file_name(MOODLE, "7", RosterPerson("ada", "Love_lace, Ada"), page)
    'Ada Love lace_7_assignsubmission_file_01-tiny.html'
    >>> file_name(CANVAS, "4711_98765", RosterPerson("ada", "Lovelace, Ada"), page)
    'lovelaceada_4711_98765_feedback-01-tiny.html'
    """
    stem = page.file.stem
    if way == MOODLE:
        name = _NOT_IN_NAMES.sub(" ", person.spoken or person.student).strip()[:_LONGEST].strip()
        return f"{name or 'Participant'}_{key}_assignsubmission_file_{stem.lstrip('.~') or 'feedback'}.html"
    if way == CANVAS:
        name = alike(person.name or person.student)[:_LONGEST]
        before = f"{name}_" if name and not name.isdigit() else ""
        return f"{before}{key}_feedback-{stem.replace('_', '-')}.html"
    return f"{key}/{stem if stem == page.assignment else f'{page.assignment}-{stem}'}.html"
