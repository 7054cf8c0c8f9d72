"""What each platform finds a student by, and which columns of a file say it for everybody in the file.

Moodle
    The instructor maps one column to a field of the user, and Moodle looks for that text as it is. A row with
    nothing in that column (or "0") gets the grades of **the row before**: the importer keeps the last student
    that it found. So a file has a column only if it names everybody in the file, each by a text of their own;
    students who lack what the others have come into a file with another column. A student whom Moodle does
    not know stops the import. From ``map_user_data_with_value`` and ``prepare_import_grade_data`` in
    ``grade/import/csv/classes/load_data.php`` of moodle/moodle.
Canvas
    Every row is looked for by ID, then by SIS User ID, SIS Login ID, and at last by name, where the first of
    that name is taken. So a name counts only where nobody else has it. A cell that is nothing but digits,
    dots and commas is read as a number, which changes "1.2.3". From ``process_student`` and the converters in
    ``lib/gradebook_importer.rb`` of instructure/canvas-lms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ecotools.grading.roster.people import RosterPerson, turned
from ecotools.spreadsheet import harmless

# What each platform goes by when it looks for a student, as a roster names it, the best first.
GOES_BY: Mapping[str, tuple[str, ...]] = {
    "csv": (),
    "canvas": ("id", "sis_user_id", "sis_login_id", "name"),
    "moodle": ("username", "idnumber", "email"),
}
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_COLUMN = {"username": "Username", "idnumber": "ID number", "email": "Email address"}
_READ_AS_NUMBER = re.compile(r"-?[\d.,]*[.,][\d.,]*%?")


class FoundBy:
    """Says what the platform ``format`` finds each of ``people`` by."""

    def __init__(self, format: str, people: Iterable[RosterPerson]) -> None:
        self.format, self._by = format, GOES_BY[format]
        people = list(people)
        self._values = Counter(
            (field, _as_found(getattr(one, field))) for one in people for field in self._by
        )
        self._names = Counter(words for one in people for words in turned(one.name))

    def fields(self, person: RosterPerson) -> list[str]:
        """Return what a person is surely found by, the best first."""
        return [field for field in self._by if self._finds(field, person)]

    def _finds(self, field: str, person: RosterPerson) -> bool:
        value = getattr(person, field)
        if not value or value == "0" or harmless(value) != value or value != " ".join(value.split()):
            return False
        if field == "name":
            return not self._shared(value)
        if self._values[field, _as_found(value)] > 1:
            return False
        if self.format == "canvas":
            return (
                value.isascii() and value.isdigit() if field == "id" else not _READ_AS_NUMBER.fullmatch(value)
            )
        return True

    def _shared(self, name: str) -> bool:
        return any(self._names[words] > 1 for words in turned(name))

    def why_not(self, person: RosterPerson, listed: bool) -> str:
        """Return why the platform would not find a person for sure; empty when it would.

        ``listed`` says whether the roster names them, or there is none.
        """
        if not self._by:
            return ""
        if not listed:
            return f"{person.student}: not in the roster"
        if self.fields(person):
            return ""
        found = {field: getattr(person, field) for field in self._by if getattr(person, field)}
        if not found:
            goes_by = f"{', '.join(self._by)}, which {self.format.capitalize()} goes by"
            return f"{person.student}: the roster has none of {goes_by}"
        field, value = next(iter(found.items()))
        if harmless(value) != value:
            why = "would be a formula; with an apostrophe nobody is found by it"
            return f"{person.student}: {field} {value!r} {why}"
        return f"{person.student}: {field} {value!r} is also somebody else's, or nothing that is found"

    def columns(self, fields: Iterable[str]) -> list[str]:
        """Return the heads of the columns that say who somebody is."""
        return list(CANVAS) if self.format == "canvas" else ["Name", *(_COLUMN[one] for one in fields)]

    def who(self, person: RosterPerson, fields: Iterable[str], sure: bool = True) -> list[str]:
        """Return what stands in these columns for a person.

        With ``sure``, a number by which Canvas might find another stays empty, since it takes the first that
        fits; and a name that others have is written with the id, so that it finds nobody.
        """
        if self.format == "moodle":
            return [person.name, *(getattr(person, one) for one in fields)]
        found = self.fields(person) if sure else self._by
        name = f"{person.name} ({person.student})" if sure and self._shared(person.name) else person.name
        numbers = [getattr(person, one) if one in found else "" for one in self._by if one != "name"]
        return [name or person.student, *numbers, person.section]

    def together(self, people: Sequence[RosterPerson]) -> dict[str, tuple[list[RosterPerson], list[str]]]:
        """Return who comes into one file, and what they are found by in it, by the ending of its name.

        Canvas looks at all columns of each row, so one file does. For Moodle the first file has the columns
        that most people can be found by, and the next ones hold those who are left.
        """
        if self.format != "moodle":
            return {"": (list(people), list(self._by))}
        left, files = list(people), {}
        while left:
            counts = Counter(field for one in left for field in self.fields(one))
            best = max(self._by, key=lambda field: counts[field])
            here = [one for one in left if best in self.fields(one)]
            columns = [field for field in self._by if all(field in self.fields(one) for one in here)]
            files["" if not files else f"-by-{best}"] = here, columns
            left = [one for one in left if one not in here]
        return files or {"": ([], list(self._by))}


def _as_found(value: str) -> str:
    """Return a text as a database compares it that ignores case, as MySQL does."""
    return value.casefold()
