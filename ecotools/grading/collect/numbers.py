"""Which number of a platform was whose when hand-ins were collected: the file .ecotools/collected.json.

Moodle names a student by name and by a number that holds for one assignment. With these numbers a later
download finds the same student again, and a second student of the same name is seen to be another. Canvas's
numbers are the same in all assignments. Canvas takes feedback for a file that was handed in, by its number.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from ecotools.files import write_text

ALL = "(all, in Canvas)"  # in place of an assignment
FILE = Path(".ecotools", "collected.json")


@dataclass
class SeenNumbers:
    """Students by assignment and number, and the ids that each name of Moodle's has been given.

    ``files`` are Canvas's numbers of the user and of the file, as in "4711_98765", by assignment and student.
    ``times`` are those of the downloads, in UTC, where it is not known when something was handed in.
    """

    students: dict[str, dict[str, str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, dict[str, str]] = field(default_factory=dict)
    times: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path) -> SeenNumbers:
        """Return what was seen in a course; nothing where there is no such file."""
        try:
            data = json.loads((root / FILE).read_bytes())
            later = (dict(data.get(name, {})) for name in ("files", "times"))
            return cls(dict(data["students"]), dict(data["names"]), *later)
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def write(self, root: Path) -> None:
        """Keep it for the next time."""
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False)
        write_text(root / FILE, text, make_folders=True)

    def student(self, assignment: str, number: str) -> str:
        """Return whose a number is; empty where it is not known."""
        return self.students.get(assignment, {}).get(number, "")

    def number(self, assignment: str, student: str) -> str:
        """Return a student's number; empty where it is not known."""
        known = self.students.get(assignment, {})
        return next((number for number, one in known.items() if one == student), "")

    def file(self, assignment: str, student: str) -> str:
        """Return Canvas's numbers of a hand-in, "<user>_<file>"; empty where they are not known."""
        return self.files.get(assignment, {}).get(student, "")

    def add_file(self, assignment: str, student: str, user: str, file: int) -> None:
        """Remember a file in Canvas, unless a later one of the student is known: its numbers grow."""
        before = self.file(assignment, student)
        if not before or int(before.rpartition("_")[2]) < file:
            self.files.setdefault(assignment, {})[student] = f"{user}_{file}"

    def time(self, assignment: str, student: str) -> datetime | None:
        """Return the time of the download that a hand-in came with, where that is all there is to go by."""
        text = self.times.get(assignment, {}).get(student)
        return datetime.fromisoformat(text) if text else None

    def add_time(self, assignment: str, student: str, time: datetime) -> None:
        """Remember with a download of which time a hand-in came."""
        self.times.setdefault(assignment, {})[student] = time.isoformat()

    def add(self, assignment: str, number: str, name: str, student: str) -> None:
        """Remember that a number is a student's, and that a name may be theirs, if there is one."""
        self.students.setdefault(assignment, {})[number] = student
        if name and student not in self.names.setdefault(name, []):
            self.names[name].append(student)
