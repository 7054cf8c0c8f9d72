"""Who of the class an owner is: by the platform's own number first, then by name.

What cannot be decided is refused by name: nobody's work is put with another's, and nobody's is split in two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ecotools.grading.collect.archives import ArchiveReader, Note
from ecotools.grading.collect.forms import Owner
from ecotools.grading.collect.names import student_id
from ecotools.grading.collect.numbers import ALL, SeenNumbers
from ecotools.grading.roster.people import RosterPerson, alike, people_called

if TYPE_CHECKING:
    from ecotools.grading.collect.plan import FoundHandIn

NAMESAKES = "shares a name; the number is Moodle's for this assignment alone"
_TELL = "say whose it is with --owner"


@dataclass(frozen=True)
class Whose:
    """Everything that says whose a hand-in is.

    ``roster`` is the class by id, empty without one; ``seen`` is what was collected before; ``told`` is what
    the instructor says: an id by the name or number of an owner.
    """

    roster: Mapping[str, RosterPerson] = field(default_factory=dict)
    seen: SeenNumbers = field(default_factory=SeenNumbers)
    told: Mapping[str, str] = field(default_factory=dict)

    def attributed(self, found: Iterable[FoundHandIn], reader: ArchiveReader) -> list[FoundHandIn]:
        """Return the hand-ins with their students; what cannot be decided is refused."""
        by_assignment: dict[str, list[FoundHandIn]] = defaultdict(list)
        for handin in found:
            by_assignment[handin.assignment].append(handin)
        kept = []
        for assignment, handins in by_assignment.items():
            owners = dict.fromkeys(handin.owner for handin in handins)
            answers = self._answers(assignment, owners)
            for handin in handins:
                student, note = answers[handin.owner]
                if student:
                    notes = (*handin.notes, note) if note else handin.notes
                    kept.append(replace(handin, student=student, notes=notes))
                else:
                    reader.refused.append(Note(handin.where, note))
        return kept

    def remember(self, handins: Iterable[FoundHandIn]) -> None:
        """Keep in mind which number was whose."""
        for handin in handins:
            owner = handin.owner
            if owner.form == "Canvas" and self.roster:
                self.seen.add(ALL, owner.number, "", handin.student)
            if owner.form == "Canvas" and owner.number.isdigit() and handin.order:
                self.seen.add_file(handin.assignment, handin.student, owner.number, handin.order)
            if owner.form == "Moodle" and owner.number and not _blind(owner):
                self.seen.add(handin.assignment, owner.number, alike(owner.name), handin.student)

    def remember_times(self, written: Iterable[FoundHandIn]) -> None:
        """Keep in mind with which download a hand-in came, where nothing says when it was handed in."""
        for handin in written:
            if handin.time and not handin.known:
                self.seen.add_time(handin.assignment, handin.student, handin.time)

    def _answers(self, assignment: str, owners: Iterable[Owner]) -> dict[Owner, tuple[str, str]]:
        """Return for each owner the student and a note, or no student and why."""
        owners = list(owners)
        sure = {owner: found for owner in owners if (found := self._sure(owner, assignment))}
        open_ = [owner for owner in owners if owner not in sure]
        decide = self._by_roster if self.roster else self._by_itself
        return {owner: (student, "") for owner, student in sure.items()} | decide(assignment, open_, sure)

    def _sure(self, owner: Owner, assignment: str) -> str:
        """Return whose an owner is by what the instructor says, or by a number; empty if by neither."""
        for text in (owner.number and f"{owner.name}_{owner.number}", owner.number, owner.name):
            if text and text in self.told:
                return self.told[text]
        if owner.form not in ("Moodle", "Canvas") or not owner.number:
            return ""
        moodle = owner.form == "Moodle"
        for one in self.roster.values():
            if owner.number == (one.number_for(assignment) if moodle else one.id):
                return one.student
        before = self.seen.student(assignment if moodle else ALL, owner.number)
        return before if before in self.roster or (moodle and not self.roster) else ""

    def _by_roster(
        self, assignment: str, owners: list[Owner], sure: Mapping[Owner, str]
    ) -> dict[Owner, tuple[str, str]]:
        """Return whose owners are by their names or logins in the roster."""
        found = {owner: self._called(owner, assignment) for owner in owners}
        claimed: dict[str, list[Owner]] = defaultdict(list)
        for owner, people in found.items():
            if len(people) == 1:
                claimed[people[0].student].append(owner)
        made = {}
        for owner, people in found.items():
            if not people:
                todo = "read a newer list with ecotools roster"
                made[owner] = "", f"{_spelled(owner)} is not in the roster: {todo}, or {_TELL}"
            elif len(people) > 1:
                listed = " or ".join(one.called for one in people)
                made[owner] = "", f"{_spelled(owner)} could be {listed}: {_advice(owner)}{_TELL}"
            elif _several(claimed[people[0].student]) or (
                owner.number and people[0].student in sure.values()
            ):
                rivals = [
                    *claimed[people[0].student],
                    *(one for one in sure if sure[one] == people[0].student),
                ]
                listed = " and ".join(sorted(map(_spelled, rivals)))
                made[owner] = "", f"{listed} would all be {people[0].called}: {_advice(owner)}{_TELL}"
            else:
                made[owner] = people[0].student, ""
        return made

    def _called(self, owner: Owner, assignment: str) -> list[RosterPerson]:
        """Return who an owner may be: by an id, an address or a login, else by name."""
        people = self.roster.values()
        if owner.form not in ("Moodle", "Canvas"):
            return people_called(owner.name, people)
        return [
            one for one in people if one.has_name(owner.name) and not self._is_other(one, owner, assignment)
        ]

    def _is_other(self, person: RosterPerson, owner: Owner, assignment: str) -> bool:
        """Return whether a person is known to have another number than an owner's."""
        if not owner.number:
            return False
        if owner.form == "Canvas":
            known = person.id or self.seen.number(ALL, person.student)
        else:
            known = person.number_for(assignment) or self.seen.number(assignment, person.student)
        return known not in ("", owner.number)

    def _by_itself(
        self, assignment: str, owners: list[Owner], sure: Mapping[Owner, str]
    ) -> dict[Owner, tuple[str, str]]:
        """Return whose owners are without a roster: by name, with Moodle's number where a name is shared."""
        named: dict[str, list[Owner]] = defaultdict(list)
        for owner in owners:
            if owner.form == "Moodle" and owner.number and not _blind(owner):
                named[owner.id].append(owner)
        made = {owner: (owner.id, "") for owner in owners}
        for same in named.values():
            made |= self._namesakes(assignment, same)
        return made

    def _namesakes(self, assignment: str, same: list[Owner]) -> dict[Owner, tuple[str, str]]:
        """Return whose owners of one name are, whose numbers are not known yet."""
        known = self.seen.names.get(alike(same[0].name), [])
        free = [one for one in known if not self.seen.number(assignment, one)]
        if free and len(known) + len(same) > 2:
            why = f"could be {' or '.join(free)} or somebody new"
            todo = f"a roster tells them apart (ecotools roster FILE), or {_TELL}"
            return {owner: ("", f"{_spelled(owner)} {why}: {todo}") for owner in same}
        if len(same) == 1 and not known:
            return {same[0]: (same[0].id, "")}
        if free:
            return {same[0]: (free[0], "")}
        return {owner: (owner.numbered, NAMESAKES) for owner in same}


def told(
    texts: Iterable[str], roster: Mapping[str, RosterPerson], wrong: Callable[[str], Exception]
) -> dict[str, str]:
    """Return what an instructor says of owners, as in "Ada L_7=ada": ids by names or numbers.

    >>> told(["Ada L_7=ada"], {}, ValueError)
    {'Ada L_7': 'ada'}
    """
    found = {}
    for text in texts:
        owner, _, student = (part.strip() for part in text.rpartition("="))
        if not owner or not student or student_id(student) != student:
            raise wrong(f"{text!r}: expected NAME=STUDENT or NUMBER=STUDENT, such as 'Ada L_7=ada'")
        if roster and student not in roster:
            raise wrong(f"{text!r}: {student} is not in the roster")
        found[owner] = student
    return found


def _several(owners: list[Owner]) -> bool:
    """Return whether owners of one name are more than one person: they have numbers, and these differ."""
    return len({(owner.form, owner.number) for owner in owners if owner.number}) > 1


def _blind(owner: Owner) -> bool:
    return owner.name.lower() == "participant"


def _spelled(owner: Owner) -> str:
    """Return an owner as the source names them, with the number."""
    return f"{owner.name!r} (number {owner.number})" if owner.number else repr(owner.name)


def _advice(owner: Owner) -> str:
    """Return what would tell students of one name apart."""
    if owner.form == "Moodle":
        return "read the grading worksheet of this assignment with ecotools roster, or "
    return "read the Canvas gradebook with ecotools roster, or " if owner.form == "Canvas" else ""
