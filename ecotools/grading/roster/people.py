"""A person of the class, and when two texts name the same one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache

from ecotools.grading.assignment import AssignmentError


class RosterError(AssignmentError):
    """A roster that cannot be used; the text names the file, the line and what is wrong."""


@dataclass(frozen=True)
class RosterPerson:
    """One student as the systems know them; what is not known is empty.

    ``student`` is the id in the course, that is the name of the folder in ``submitted/``. ``name`` is
    "Lovelace, Ada" or "Ada Lovelace". ``id`` is Canvas's own number; ``sis_user_id``, ``sis_login_id`` and
    ``section`` are Canvas's, ``username`` and ``idnumber`` Moodle's, ``github`` is the login there.
    ``participants`` are the numbers that Moodle gives a student for one assignment, as in
    "01-tiny=7; 02-ads=31".
    """

    student: str
    name: str = ""
    email: str = ""
    id: str = ""
    sis_user_id: str = ""
    sis_login_id: str = ""
    section: str = ""
    username: str = ""
    idnumber: str = ""
    github: str = ""
    participants: str = ""

    @property
    def spoken(self) -> str:
        """The name as it is said: "Ada Lovelace".

        >>> RosterPerson("ada", "Lovelace, Ada").spoken
        'Ada Lovelace'
        """
        last, comma, first = self.name.partition(",")
        return f"{first.strip()} {last.strip()}".strip() if comma else self.name

    @property
    def called(self) -> str:
        """The name with the id, as messages write it: "Ada Lovelace (ada)"."""
        return f"{self.spoken} ({self.student})" if self.name else self.student

    @property
    def logins(self) -> set[str]:
        """The id, the address and all numbers, in small letters."""
        texts = [self.student, self.email, *(getattr(self, key) for key in NUMBERS)]
        return {text.casefold() for text in texts if text}

    def number_for(self, assignment: str) -> str:
        """Return Moodle's number of the student for one assignment; empty where it is not known.

        >>> RosterPerson("ada", participants="01-tiny=7; 02-ads=31").number_for("02-ads")
        '31'
        """
        return numbers(self.participants).get(assignment, "")

    def has_name(self, text: str) -> bool:
        """Return whether a text is this person's name, in any order of its words and with any marks.

        >>> ada = RosterPerson("ada", "Lovelace, Ada")
        >>> ada.has_name("lovelaceada"), RosterPerson("ada", "Ada L").has_name("Adal")
        (True, True)
        """
        return alike(text) in turned(self.name)


def people_called(text: str, people: Iterable[RosterPerson]) -> list[RosterPerson]:
    """Return whom a text names: by id, address or number, and where these name nobody, by name.

    >>> people = [RosterPerson("ada", "Lovelace, Ada"), RosterPerson("bo", "Ada Lovelace", "BO@x.org")]
    >>> [[one.student for one in people_called(text, people)] for text in ("bo@X.org", "Ada Lovelace")]
    [['bo'], ['ada', 'bo']]
    """
    people = list(people)
    by_login = [one for one in people if text.casefold() in one.logins]
    return by_login or [one for one in people if one.has_name(text)]


COLUMNS = tuple(field.name for field in fields(RosterPerson))
# What each system tells its users apart by; the name is none of these.
NUMBERS = ("id", "sis_user_id", "sis_login_id", "username", "idnumber", "github")


def numbers(participants: str) -> dict[str, str]:
    """Return the numbers in the column ``participants`` by assignment."""
    pairs = (part.strip().partition("=") for part in participants.split(";"))
    return {assignment: number for assignment, equals, number in pairs if equals}


def alike(text: str) -> str:
    """Return what is left of a name without what systems drop or change: its letters and digits.

    >>> alike("Ada-Marie  LOVELACE"), alike("ada_marie lovelace")
    ('adamarielovelace', 'adamarielovelace')
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in unicodedata.normalize("NFC", plain) if letter.isalnum())


@lru_cache(maxsize=10_000)
def turned(name: str) -> frozenset[str]:
    """Return a name's words in each order that begins with another of them, as of `alike`.

    Canvas writes the last name first and says nowhere which word that is.

    >>> sorted(turned("Ada Lovelace"))
    ['adalovelace', 'lovelaceada']
    """
    words = [word for word in map(alike, name.replace(",", " ").split()) if word]
    return frozenset("".join(words[place:] + words[:place]) for place in range(len(words)))
