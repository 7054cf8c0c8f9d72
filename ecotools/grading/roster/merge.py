"""A list of people brought together with the roster that is there: by numbers and addresses, then by name.

People who share a name are never taken for one, and one person never for two: what the list and the roster
leave open is refused by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ecotools.grading.collect.names import same_file, student_id
from ecotools.grading.roster.people import NUMBERS, RosterPerson, alike, numbers, turned
from ecotools.grading.roster.systems import ClassList, ListedPerson

_ASK = "give both an address or a number in the file"


@dataclass
class MergedRoster:
    """A roster after a list was brought in, and what there is to say of it, in sentences.

    ``refused`` is what could not be decided: then the roster is not to be used.
    """

    people: dict[str, RosterPerson]
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    by_name: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def merge(
    roster: Iterable[RosterPerson], listed: ClassList, assignment: str = "", there: Iterable[str] = ()
) -> MergedRoster:
    """Bring a list into a roster.

    Parameters
    ----------
    roster : the people who are known.
    listed : as of ``systems.read_list``.
    assignment : which one a grading worksheet of Moodle's is for.
    there : ids that the course has already, which its people keep.
    """
    work = _Merge({one.student: one for one in roster}, listed, assignment, set(there))
    for row in listed.people:
        work.take(row)
    work.made.missing = [one.called for one in work.before.values() if one.student not in work.lines]
    return work.made


class _Merge:
    def __init__(
        self, roster: dict[str, RosterPerson], listed: ClassList, assignment: str, there: set[str]
    ) -> None:
        self.before, self.assignment, self.there = dict(roster), assignment, there
        self.made = MergedRoster(dict(roster))
        self.lines: dict[str, ListedPerson] = {}
        self.called = Counter(_name(row) for row in listed.people)

    def take(self, row: ListedPerson) -> None:
        """Bring in one row: to the person it is of, or as a new one; or refuse it."""
        found, by = self._found(row)
        if len(found) > 1 or (found and by == "name" and self.called[_name(row)] > 1):
            listed = " or ".join(one.called for one in found)
            self._refuse(row, f"is it {listed}, or somebody new of that name? {_ASK}")
        elif not found:
            self._add(row)
        elif found[0].student in self.lines:
            first = self.lines[found[0].student]
            if first.said != row.said:
                self._refuse(row, f"has the same {by} as {first.shown}: who is it?")
        elif by == "email" and (other := _against(found[0], row)):
            self._refuse(row, f"has the address of {found[0].called}, but another {other}: who is it?")
        else:
            self._change(found[0], row, by)

    def _found(self, row: ListedPerson) -> tuple[list[RosterPerson], str]:
        """Return who a row may be of, and by what: a number, the address, or the name."""
        shared: dict[str, str] = {}
        for one in self.made.people.values():
            for by in _shared(one, row, self.assignment):
                shared.setdefault(one.student, by)
        if shared:
            return [self.made.people[student] for student in shared], next(iter(shared.values()))
        name = turned(row.said.get("name", ""))
        same = [one for one in self.made.people.values() if turned(one.name) & name]
        return (same if any(not _against(one, row) for one in same) else []), "name"

    def _add(self, row: ListedPerson) -> None:
        alone = self.called[_name(row)] == 1 and not any(
            turned(one.name) & turned(row.said.get("name", "")) for one in self.made.people.values()
        )
        used = {same_file(student) for student in self.made.people}
        ids = [one for one in _ids(row.said, alone) if one and same_file(one) not in used]
        if not ids:
            self._refuse(row, f"is there more than once, and nothing tells them apart: {_ASK}")
            return
        student = next((one for one in ids if one in self.there), ids[0])
        said = {name: text for name, text in row.said.items() if name != "student"}
        person = self._numbered(RosterPerson(student, **said), row)
        self.made.people[student] = person
        self.lines[student] = row
        self.made.added.append(person.called)

    def _change(self, person: RosterPerson, row: ListedPerson, by: str) -> None:
        new = self._numbered(
            replace(person, **{key: text for key, text in row.said.items() if key != "student"}), row
        )
        if turned(new.name) == turned(person.name) and "," in person.name:
            new = replace(new, name=person.name)  # it says more: which is the last name
        for key in ("name", "email", *NUMBERS):
            old, text = getattr(person, key), getattr(new, key)
            if old and old != text and not (key == "name" and turned(old) == turned(text)):
                self.made.changed.append(f"{person.called}: {key} is now {text!r}, was {old!r}")
        if by == "name":
            self.made.by_name.append(person.called)
        self.made.people[person.student] = new
        self.lines[person.student] = row

    def _numbered(self, person: RosterPerson, row: ListedPerson) -> RosterPerson:
        """Return a person with the number of a grading worksheet."""
        if not row.participant:
            return person
        known = numbers(person.participants) | {self.assignment: row.participant}
        return replace(person, participants="; ".join(f"{name}={one}" for name, one in sorted(known.items())))

    def _refuse(self, row: ListedPerson, why: str) -> None:
        self.made.refused.append(f"{row.shown}: {why}")


def _name(row: ListedPerson) -> str:
    """Return what rows that share a name have in common; the row's own line where it has none."""
    return min(turned(row.said.get("name", "")), default=f"line {row.line}")


def _shared(person: RosterPerson, row: ListedPerson, assignment: str) -> Iterator[str]:
    """Yield what a person and a row have in common that only one person can have."""
    if row.said.get("student") == person.student:
        yield "student"
    if row.participant and row.participant == person.number_for(assignment):
        yield "number for the assignment"
    yield from (key for key in NUMBERS if row.said.get(key) and row.said[key] == getattr(person, key))
    if row.said.get("email") and row.said["email"].casefold() == person.email.casefold():
        yield "email"


def _against(person: RosterPerson, row: ListedPerson) -> str:
    """Return what says that a row is of somebody else: a number or an address that differs."""
    for key in (*NUMBERS, "email"):
        mine, theirs = getattr(person, key), row.said.get(key, "")
        if mine and theirs and mine.casefold() != theirs.casefold():
            return key
    return ""


def _ids(said: dict[str, str], alone: bool) -> Iterator[str]:
    """Yield the ids that a new person can have, the best first; the name only where nobody shares it."""
    yield student_id(said.get("student", ""))
    yield from (student_id(said.get(key, "")) for key in ("username", "sis_login_id", "github", "email"))
    yield from (student_id(said.get(key, "")) for key in ("idnumber", "sis_user_id"))
    name = said.get("name", "")
    if said.get("id"):
        yield student_id(f"{alike(name)}-{said['id']}")
    if name and alone:
        yield student_id(RosterPerson("", name).spoken.lower())
