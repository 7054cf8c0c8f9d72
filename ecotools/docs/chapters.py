"""What pages say of the modules of the course, read from the lessons and released assignments of a clone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode

from ecotools.grading.assignment import Assignment
from ecotools.notebooks import lessons, read

_MINUTES = re.compile(r"(?:Plan on|takes) about (\d+) minutes")


@dataclass(frozen=True)
class Chapter:
    """A module of the course: the root of a clone, and the name of its notebooks, ``"04-pricing-tiers"``."""

    root: Path
    name: str

    @property
    def number(self) -> str:
        """Its number, two digits."""
        return self.name[:2]

    @cached_property
    def lesson(self) -> NotebookNode:
        """The notebook of its lesson."""
        return read(self.root / "course" / f"{self.name}.ipynb")

    @cached_property
    def heading(self) -> tuple[str, str]:
        """Its title, and its question."""
        line = self.lesson.cells[0].source.splitlines()[0].removeprefix("# ")
        title, _, question = line.partition(": ")
        return title, question

    @property
    def title(self) -> str:
        """Number and title, as in ``"04 Pricing tiers"``."""
        return f"{self.number} {self.heading[0]}"

    @property
    def minutes(self) -> int | None:
        """How long the lesson takes, as it says."""
        return lessons.stated_minutes(self.lesson)

    @cached_property
    def assignment(self) -> Assignment | None:
        """Its assignment as students get it; None where there is none."""
        file = self.root / "exercises" / self.name / f"{self.name}.ipynb"
        return Assignment.read(file) if file.exists() else None

    @property
    def assignment_minutes(self) -> int | None:
        """How long the assignment takes, as it says; None where it does not."""
        found = _MINUTES.search(self.assignment.cells[0].source) if self.assignment else None
        return int(found[1]) if found else None


def chapters(root: Path) -> list[Chapter]:
    """Return the modules of a clone whose lessons there are, in order."""
    return [Chapter(root, file.stem) for file in sorted(root.glob("course/[0-9][0-9]-*.ipynb"))]
