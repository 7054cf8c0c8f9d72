"""Whose variant a notebook asks for: its STUDENT_ID beside the roster.

That one has another's is a sign and no proof: friends share a file, and a name is easily mistyped. So it is
reported and changes no score.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from ecotools.grading.course import Course
from ecotools.grading.judge.plan import STUDENT
from ecotools.grading.pipeline.handin import MOST_BYTES
from ecotools.grading.roster.names import called
from ecotools.grading.roster.people import RosterPerson, alike, turned
from ecotools.grading.roster.roster_file import roster_of
from ecotools.learn.variants import PLACEHOLDERS

COLUMNS = ["assignment", "student", "says"]
_SET = re.compile(rf"""^{STUDENT}[ \t]*=[ \t]*(["'])(?P<text>[^"'\n]{{0,200}})\1""", re.MULTILINE)


def odd_ids(course: Course, names: Iterable[str]) -> pd.DataFrame:
    """Return the hand-ins whose STUDENT_ID is another's, nobody's, or that of a second hand-in.

    Returns
    -------
    DataFrame
        Columns assignment, student, says (a sentence). Without a roster only what two hand-ins share is
        found.
    """
    roster = roster_of(course)
    rows = []
    for name in names:
        said = {student: id for student in course.students(name) if (id := stated_id(course, student, name))}
        for student, text in _odd(said, roster):
            rows.append([name, student, text])
    return pd.DataFrame(rows, columns=COLUMNS)


def _odd(said: dict[str, str], roster: dict[str, RosterPerson]) -> Iterator[tuple[str, str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for person in roster.values():
        for text in _own(person):
            owners[text].add(person.student)
    users = defaultdict(list)
    for student, text in said.items():
        users[alike(text)].append(student)
    for student, text in said.items():
        whose = owners[alike(text)]
        others = [one for one in users[alike(text)] if one != student]
        if student in whose and not (others and len(whose) > 1):
            continue
        if whose and student not in whose:
            listed = " or ".join(called(roster, one) for one in sorted(whose))
            yield student, f"its STUDENT_ID {text!r} is that of {listed}"
        elif others:
            listed = ", ".join(called(roster, one) for one in others)
            yield student, f"its STUDENT_ID {text!r} is also in the hand-in of {listed}"
        elif roster and student in roster:
            yield student, f"its STUDENT_ID {text!r} is nobody's in the roster"


def _own(person: RosterPerson) -> set[str]:
    """Return what a person may rightly write: the id, the name, the address or what stands before its @."""
    texts = [*person.logins, person.email.partition("@")[0]]
    return ({alike(text) for text in texts} | turned(person.name)) - {""}


def stated_id(course: Course, student: str, name: str) -> str:
    """Return the STUDENT_ID that a hand-in sets; "" for none, everybody's, and what cannot be read."""
    folder = course.handed_in(student, name)
    if any(path.is_symlink() for path in (folder, folder.parent)):
        return ""
    for file in sorted(folder.glob("*.ipynb")):
        for source in _code(file):
            text = id_in(source)
            if text.casefold() not in PLACEHOLDERS:
                return text
    return ""


def id_in(source: str) -> str:
    """Return the STUDENT_ID that a cell sets, as its text says; "" where it sets none.

    >>> id_in('STUDENT_ID = "ada"  # mine')
    'ada'
    """
    found = _SET.search(source)
    return found["text"].strip() if found else ""


def _code(file: Path) -> Iterator[str]:
    """Yield the code cells of a stranger's notebook that name a STUDENT_ID; they are read and never run."""
    try:
        if file.is_symlink() or file.stat().st_size > MOST_BYTES:
            return
        for cell in json.loads(file.read_bytes())["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and STUDENT in source:
                yield source
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return
