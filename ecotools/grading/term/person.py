"""What names somebody: id, name and address, in each form in which a file may hold them."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ecotools.grading.course import Course
from ecotools.grading.roster.people import NUMBERS, RosterPerson, turned
from ecotools.grading.roster.roster_file import from_gradebook, roster_of

ID, LOGIN, NAME, ADDRESS = "the id", "a login", "the name", "the address"
_WORD = rb"[0-9A-Za-z\x80-\xff]"
_SHORTEST = 4  # letters of a login that is looked for; a shorter one names too many


@dataclass(frozen=True)
class Naming:
    """What a student is called: the id in the course, names as they are written, addresses and logins.

    ``called`` is how messages write it. ``namesakes`` are others who have the same name: then it may name
    any of them, and ``names`` is empty.
    """

    student: str
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    called: str = ""
    namesakes: tuple[str, ...] = ()

    @classmethod
    def of(cls, course: Course, student: str) -> Naming:
        """Return what the roster and the gradebook call a student."""
        everybody = [*roster_of(course).values(), *from_gradebook(course).values()]
        known = [one for one in everybody if one.student == student]
        turns = frozenset().union(*(turned(one.name) for one in known))
        namesakes = {one.called for one in everybody if one.student != student and turned(one.name) & turns}
        names = {form for person in known for form in _written(person)} if not namesakes else ()
        addresses = {person.email for person in known if person.email}
        if "@" in student:
            addresses.add(student)
        logins = {text for person in known for text in _logins(person)} - {student, *addresses}
        called = next((one.called for one in known if one.name), student)
        texts = (tuple(sorted(found)) for found in (names, addresses, logins))
        return cls(student, *texts, called, tuple(sorted(namesakes)))

    def found_in(self, data: bytes, with_id: bool = True) -> list[str]:
        """Return which of id, login, name and address are in the bytes of a file.

        Without ``with_id`` only name and address are looked for.

        >>> Naming("ada", ("Ada Lovelace",)).found_in(b"Ada and ada@x.org"), Naming("ada").found_in(b"canada")
        ([], [])
        >>> Naming("ada", ("Ada Lovelace",)).found_in(b"ada: Ada Lovelace")
        ['the id', 'the name']
        """
        wanted = self._patterns if with_id else self._patterns[2:]
        return [what for what, pattern in wanted if pattern is not None and pattern.search(data)]

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[bytes] | None]]:
        # "ada" is neither in "ada-lovelace", another's id, nor in "ada@example.org", an address by itself.
        as_id = (_WORD + rb"|[-@]", rb"[-@]?" + _WORD)
        return [
            (ID, _any([self.student], *as_id)),
            (LOGIN, _any(self.logins, *as_id)),
            (NAME, _any(self.names, _WORD, _WORD, re.IGNORECASE)),
            (ADDRESS, _any(self.addresses, _WORD + rb"|[-+._@]", rb"[-.]?" + _WORD, re.IGNORECASE)),
        ]


def _written(person: RosterPerson) -> set[str]:
    """Return a person's name as lists and downloads write it; one word alone names too many."""
    words = person.spoken.split()
    if len(words) < 2:
        return set()
    last, comma, first = (part.strip() for part in person.name.partition(","))
    last_first = f"{last}, {first}" if comma else f"{words[-1]}, {' '.join(words[:-1])}"
    return {" ".join(words), last_first, *turned(person.name)}


def _logins(person: RosterPerson) -> list[str]:
    found = (getattr(person, name) for name in NUMBERS)
    return [text for text in found if len(text) >= _SHORTEST and not text.isdigit()]


def _any(texts: Iterable[str], before: bytes, after: bytes, flags: int = 0) -> re.Pattern[bytes] | None:
    """Return a pattern for any of the texts, but not within ``before`` and ``after``; None for no texts."""
    forms = sorted({form for text in texts for form in _forms(text)}, key=len, reverse=True)
    if not forms:
        return None
    return re.compile(rb"(?<!%s)(?:%s)(?!%s)" % (before, b"|".join(map(re.escape, forms)), after), flags)


def _forms(text: str) -> set[bytes]:
    """Return a text as files write it: plain, in JSON, in HTML, with letters and marks together or apart."""
    found = set()
    for one in {text, *(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))}:
        for written in (one, json.dumps(one)[1:-1], html.escape(one)):
            found.add(written.encode("utf-8", "surrogateescape"))
    return found
