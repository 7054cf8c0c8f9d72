"""Where a course lies on disk, and nbgrader set up for it."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ecotools.grading.assignment import Assignment, AssignmentError
from ecotools.grading.collect.names import printable, same_file

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from nbgrader.apps.api import NbGraderAPI
    from traitlets.config import Config

CONFIG = "nbgrader_config.py"


class NoCourseError(ValueError):
    """A folder that lies in no course; the text names it."""


@dataclass(frozen=True)
class Course:
    """A course folder: ``root`` holds ``solutions``, ``exercises``, ``submitted`` … and the gradebook.

    ``db`` is the address of another gradebook (``postgresql+psycopg://…``), as SQLAlchemy writes it.
    """

    root: Path
    db: str = ""

    @classmethod
    def find(cls, start: str | Path = ".") -> Course:
        """Return the course that ``start`` lies in: the nearest folder upward with an nbgrader_config.py.

        Raises
        ------
        NoCourseError
            When no folder upward of ``start`` has one.
        """
        start = Path(start).resolve()
        for folder in (start, *start.parents):
            if (folder / CONFIG).exists():
                return cls(folder)
        raise NoCourseError(f"{start} lies in no course: no folder from there upward holds {CONFIG}")

    @property
    def solutions(self) -> Path:
        """The source notebooks, a folder an assignment."""
        return self.root / "solutions"

    @property
    def exercises(self) -> Path:
        """The students' version of the same."""
        return self.root / "exercises"

    @property
    def submitted(self) -> Path:
        """What was handed in: ``submitted/<student>/<assignment>/``."""
        return self.root / "submitted"

    @property
    def autograded(self) -> Path:
        """What nbgrader executed and scored."""
        return self.root / "autograded"

    @property
    def lessons(self) -> list[Path]:
        """The lessons in order."""
        return sorted((self.root / "course").glob("*.ipynb"))

    def names(self) -> list[str]:
        """Return the assignments in order: folders of ``solutions`` with a notebook of their name."""
        return sorted(f.name for f in self.solutions.glob("*") if (f / f"{f.name}.ipynb").exists())

    def assignment(self, name: str) -> Assignment:
        """Return the source of the assignment ``name``; the error lists what there is."""
        if name not in self.names():
            there = ", ".join(self.names()) or "none"
            raise AssignmentError(f"{self.solutions}: no assignment {name!r}; there are: {there}")
        return Assignment.read(self.solutions / name)

    def students(self, assignment: str) -> list[str]:
        """Return who handed in ``assignment``, in order.

        Also those whose hand-in will be refused because the folder is a link or its name is not as it must
        be, so that they are named; bytes of a name that are no UTF-8 are written out.
        """
        folders = [one for one in self.submitted.glob("*") if one.is_dir() and not one.name.startswith(".")]
        return sorted(printable(one.name) for one in folders if _holds(one, assignment))

    def config(self) -> Config:
        """Return nbgrader's settings for this course: those of its nbgrader_config.py with this root."""
        from traitlets.config import PyFileConfigLoader

        file = self.root / CONFIG
        config = PyFileConfigLoader(str(file)).load_config()
        config.CourseDirectory.root = str(self.root)
        config.Exchange.root = str(self.root / ".exchange")
        if self.db:
            config.CourseDirectory.db_url = self.db
        return config

    def home_zone(self) -> str:
        """Return the zone in which nbgrader writes the times of hand-ins for this course."""
        return str(self.config().get("Exchange", {}).get("timezone", "UTC"))

    def gradebook(self) -> Gradebook | None:
        """Return the open gradebook, to be used in a ``with``; None before anything was graded."""
        from nbgrader.api import Gradebook
        from nbgrader.coursedir import CourseDirectory

        folder = CourseDirectory(config=self.config())
        file = folder.db_url.removeprefix("sqlite:///")
        if file != folder.db_url and not Path(file).exists():
            return None
        find_alembic()
        return Gradebook(folder.db_url, folder.course_id)

    def api(self) -> NbGraderAPI:
        """Return nbgrader's own interface to this course."""
        from nbgrader.apps.api import NbGraderAPI

        find_alembic()
        return NbGraderAPI(config=self.config())


def _holds(folder: Path, assignment: str) -> bool:
    """Return whether a student's folder holds the assignment, if only under another spelling or as a link."""
    place, wanted = folder / assignment, same_file(assignment)
    try:
        if place.is_dir() or place.is_symlink():
            return True
        return any(same_file(one.name) == wanted and one.is_dir() for one in folder.iterdir())
    except OSError:
        return True  # it cannot be looked into, which reading it will say


def find_alembic() -> None:
    """Put this Python's commands on the path.

    nbgrader asks the command ``alembic`` for the version of a new gradebook; without it the first
    call fails and the second leaves a gradebook that cannot be upgraded.
    """
    commands = str(Path(sys.executable).parent)
    if shutil.which("alembic") is None and commands not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([commands, os.environ.get("PATH", "")])
