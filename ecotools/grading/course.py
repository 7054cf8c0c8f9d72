"""Where a course is on disk, as nbgrader's configuration says, and nbgrader set up for it."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ecotools.grading.assignment import Assignment, AssignmentError
from ecotools.grading.collect.instants import STAMP
from ecotools.grading.collect.names import printable, same_file
from ecotools.grading.gradebook import configuration

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

CONFIG = configuration.FILES[0]
_NOBODY = "."  # whose the source and the release are, as nbgrader has it


class NoCourseError(ValueError):
    """A folder that is not inside a course; the text names it."""


class GradebookError(AssignmentError):
    """A gradebook that cannot be opened; the text has its address, without the password, and the reason."""


@dataclass(frozen=True)
class Course:
    """A course folder: ``root`` holds the source, the hand-ins … and the gradebook.

    What these folders are called, and all else, is what nbgrader's configuration says, read once.

    Parameters
    ----------
    root : the course folder.
    db : the address of another gradebook (``postgresql+psycopg://…``), as SQLAlchemy writes it.
    started : the folder whose nbgrader_config.py names ``root``, where that is another one.
    """

    root: Path
    db: str = ""
    started: Path | None = None

    @classmethod
    def find(cls, start: str | Path = ".", db: str = "") -> Course:
        """Return the course that ``start`` is in, with the gradebook ``db`` in place of the configured one.

        That is the nearest folder upward with an nbgrader_config.py (or .json), or with a source folder that
        holds an assignment; where there is none, the course that the user's own nbgrader_config.py names.
        ``CourseDirectory.root`` in the configuration says where the course lies, if it lies elsewhere.

        Raises
        ------
        NoCourseError
            When there is none.
        """
        start = Path(start).resolve()
        for folder in (start, *start.parents):
            if any((folder / name).exists() for name in configuration.FILES) or cls(folder).names():
                root = _root_of(folder) or folder
                return cls(root, db, started=None if root == folder else folder)
        if named := _root_of(None):
            return cls(named, db)
        raise NoCourseError(
            f"{start} is not inside a course: no {CONFIG}, and no {cls(start).solutions.name}/"
            " with an assignment, here or in any parent folder"
        )

    def __reduce__(self) -> tuple:
        return Course, (self.root, self.db, self.started)  # without what was read of the configuration

    @property
    def solutions(self) -> Path:
        """The source notebooks, a folder per assignment."""
        return self._top(self.directory.source_directory)

    @property
    def exercises(self) -> Path:
        """The students' version of the same."""
        return self._top(self.directory.release_directory)

    @property
    def submitted(self) -> Path:
        """What was handed in: ``submitted/<student>/<assignment>/``, if nothing else is configured."""
        return self._top(self.directory.submitted_directory)

    @property
    def autograded(self) -> Path:
        """What was executed and scored."""
        return self._top(self.directory.autograded_directory)

    @property
    def feedback(self) -> Path:
        """The pages for the students."""
        return self._top(self.directory.feedback_directory)

    @property
    def report(self) -> Path:
        """The report of the class and its tables, unless they are asked for elsewhere."""
        return self.root / "report"

    @property
    def handed_back(self) -> Path:
        """The pages as the platforms take them back, unless they are asked for elsewhere."""
        return self.root / "handed-back"

    def source(self, name: str) -> Path:
        """Return the folder of the source of an assignment."""
        return self._place(self.directory.source_directory, _NOBODY, name)

    def released(self, name: str) -> Path:
        """Return the folder of the students' version of an assignment."""
        return self._place(self.directory.release_directory, _NOBODY, name)

    def handed_in(self, student: str, name: str) -> Path:
        """Return the folder of a student's hand-in."""
        return self._place(self.directory.submitted_directory, student, name)

    def graded(self, student: str, name: str) -> Path:
        """Return the folder of a student's hand-in once it is graded."""
        return self._place(self.directory.autograded_directory, student, name)

    def returned(self, student: str, name: str) -> Path:
        """Return the folder of the feedback on a student's hand-in."""
        return self._place(self.directory.feedback_directory, student, name)

    @property
    def lessons(self) -> list[Path]:
        """The lessons in order."""
        return sorted((self.root / "course").glob("*.ipynb"))

    def names(self) -> list[str]:
        """Return the assignments in order: folders of the source that hold a notebook."""
        found = self._folders(self.directory.source_directory, _NOBODY, "*")
        return sorted({name for _, name in found if self.notebooks(name)})

    def notebooks(self, name: str) -> list[Path]:
        """Return the source notebooks of an assignment in order."""
        wanted = f"{self.directory.notebook_id}.ipynb"
        folder = self.source(name)
        return sorted(file for file in folder.glob("*.ipynb") if fnmatchcase(file.name, wanted))

    def assignment(self, name: str, checks: bool = True) -> Assignment:
        """Return the source of an assignment, see `Assignment.read`; the error lists what there is."""
        notebooks = self.notebooks(name) if name in self.names() else []
        if not notebooks:
            there = ", ".join(self.names()) or "none"
            raise AssignmentError(f"{self.solutions}: no assignment {name!r}; there are: {there}")
        return Assignment.joined(name, notebooks, checks)

    def students(self, assignment: str) -> list[str]:
        """Return who handed in ``assignment``, in order, without those whom the configuration leaves out.

        Also those whose hand-in will be refused because the folder is a link or its name is not as it must
        be, so that they are named; bytes of a name that are no UTF-8 are written out.
        """
        directory = self.directory
        left_out = {one.strip() for one in directory.student_id_exclude.split(",")}
        found = {
            student
            for student in self.everybody()
            if fnmatchcase(student, directory.student_id)
            and not student.startswith(".")
            and _holds(self.handed_in(student, assignment), assignment)
        }
        return sorted(printable(student) for student in found - left_out)

    def everybody(self) -> list[str]:
        """Return who has a folder among the hand-ins, in order, whatever is in it."""
        found = self._folders(self.directory.submitted_directory, "*", "*", self._to_student)
        return sorted({student for student, _ in found})

    def holding(self, step: str, student: str = "*") -> list[Path]:
        """Return the folders that hold all of a step (``directory.submitted_directory`` …).

        That is one, unless ``directory_structure`` mixes the steps: then there is one for each assignment of
        each student; ``student`` is "." for the source and the release.
        """
        if self._top(step) != self._top(f"{step}-"):
            return [self._top(step)]
        return sorted(self._place(step, *found) for found in self._folders(step, student, "*"))

    def folders_of(self, step: str, student: str) -> list[Path]:
        """Return the folders of a student in a step, whatever is in them."""
        found = self._folders(step, "*", "*", self._to_student)
        wanted = {"nbgrader_step": step}
        return [
            Path(self.root, str(self._to_student).format(student_id=one, assignment_id=name, **wanted))
            for one, name in found
            if printable(one) == student
        ]

    def kept_back(self, name: str) -> set[str]:
        """Return the files beside the source that do not replace what students hand in of the same path."""
        said = self._configured.Autograde.get("exclude_overwriting", {})
        return set((said.get_value({}) if hasattr(said, "get_value") else said).get(name, ()))

    def timeout(self) -> float | None:
        """Return the seconds that the configuration gives a cell: 0 for any time, None if it says nothing."""
        if "timeout" not in self._configured.Execute:
            return None
        return max(0.0, float(self._configured.Execute.timeout or 0))

    def config(self) -> Config:
        """Return nbgrader's settings for this course, with this root and gradebook."""
        config = deepcopy(self._configured)
        config.CourseDirectory.root = str(self.root)
        if "root" not in config.Exchange:
            config.Exchange.root = str(self.root / ".exchange")
        if db := self.db or config.CourseDirectory.get("db_url", ""):
            config.CourseDirectory.db_url = _below(self.root, db)
        return config

    def home_zone(self) -> str:
        """Return the zone in which nbgrader writes the times of hand-ins for this course."""
        return self.named_zone() or "UTC"

    def named_zone(self) -> str:
        """Return the zone that the configuration names for this course; "" where it names none."""
        return str(self.config().get("Exchange", {}).get("timezone", ""))

    @cached_property
    def directory(self) -> CourseDirectory:
        """What nbgrader knows of the course folder: names, patterns, where the gradebook is."""
        from nbgrader.coursedir import CourseDirectory

        return CourseDirectory(config=self.config())

    @cached_property
    def gradebook_file(self) -> Path | None:
        """The file of a gradebook in SQLite; None for any other."""
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            url = make_url(self.directory.db_url)
        except ArgumentError as error:
            form = "expected one like sqlite:///gradebook.db or postgresql+psycopg://host/name"
            raise GradebookError(f"{self.directory.db_url!r} is no address of a gradebook; {form}") from error
        return Path(self.root, url.database or "") if url.get_backend_name() == "sqlite" else None

    def gradebook(self) -> Gradebook | None:
        """Return the open gradebook, to be used in a ``with``; None before anything was graded."""
        file = self.gradebook_file
        return None if file is not None and not file.exists() else self.open_gradebook(file)

    def open_gradebook(self, file: Path | None = None) -> Gradebook:
        """Return the gradebook in an SQLite ``file``, or else the configured one, made if it is not there.

        Raises
        ------
        GradebookError
            When there is no such database, or what it needs is not installed.
        """
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import DBAPIError, NoSuchModuleError

        from ecotools.grading.gradebook.revision import api

        url = f"sqlite:///{file}" if file else self.directory.db_url
        try:
            return api().Gradebook(url, self.directory.course_id)
        except (DBAPIError, NoSuchModuleError, ImportError) as error:
            why = str(getattr(error, "orig", None) or error).strip()
            shown = file or make_url(url).render_as_string(hide_password=True)
            raise GradebookError(f"{shown}: the gradebook cannot be opened: {why}") from error

    def api(self) -> NbGraderAPI:
        """Return nbgrader's own interface to this course."""
        from nbgrader.apps.api import NbGraderAPI

        from ecotools.grading.gradebook.revision import api

        api()
        return NbGraderAPI(config=self.config())

    @cached_property
    def _configured(self) -> Config:
        return configuration.load(self.started or self.root)

    @property
    def _to_student(self) -> Path:
        """The structure of the folders as far as the student's name."""
        parts = Path(self.directory.directory_structure).parts
        last = next(place for place, part in enumerate(parts) if "{student_id" in part)
        return Path(*parts[: last + 1])

    def _place(self, step: str, student: str, assignment: str) -> Path:
        return Path(self.directory.format_path(step, student, assignment))

    def _top(self, step: str) -> Path:
        """Return the folder of a step that all students and assignments share."""
        parts = Path(self.directory.directory_structure).parts
        own = next(place for place, part in enumerate(parts) if re.search(r"\{(student|assignment)_id", part))
        return Path(self.root, *(part.format(nbgrader_step=step) for part in parts[:own]))

    def _folders(
        self, step: str, student: str, assignment: str, below: Path | None = None
    ) -> Iterator[tuple[str, str]]:
        """Yield student and assignment of each folder of a step; both are patterns.

        ``below`` is the part of the structure that is looked at: all of it, or its first folders.
        """
        structure = os.path.normpath(below or self.directory.directory_structure)
        above = "" if os.path.isabs(structure) else os.path.join(self.root, "")
        searched = structure.format(
            nbgrader_step=glob.escape(step), student_id=student, assignment_id=assignment
        )
        pattern = re.escape(structure).replace(r"\{nbgrader_step\}", re.escape(step))
        for key in ("student_id", "assignment_id"):
            pattern = pattern.replace(rf"\{{{key}\}}", rf"(?P<{key}>[^/\\]+)", 1)
            pattern = pattern.replace(rf"\{{{key}\}}", f"(?P={key})")
        for path in glob.glob(glob.escape(above) + searched):
            found = re.fullmatch(re.escape(above) + pattern, path)
            if found and os.path.isdir(path):
                yield found["student_id"], found.groupdict().get("assignment_id", "")


def _below(root: Path, db: str) -> str:
    """Return the address of a gradebook that does not depend on the folder one is in.

    >>> _below(Path("/course"), "sqlite:///grades.db"), _below(Path("/course"), "postgresql://host/name")
    ('sqlite:////course/grades.db', 'postgresql://host/name')
    """
    start, _, file = db.partition(":///")
    relative = start == "sqlite" and file not in ("", ":memory:") and not os.path.isabs(file)
    return f"{start}:///{(root / file).as_posix()}" if relative else db


def _holds(place: Path, assignment: str) -> bool:
    """Return whether there is a hand-in at ``place``, if only under another spelling or as a link.

    An empty folder is none: that student has handed in nothing.
    """
    wanted = same_file(assignment)
    try:
        if place.is_symlink():
            return True
        if place.is_dir():
            return any(one.name != STAMP for one in place.iterdir())
        return any(same_file(one.name) == wanted and one.is_dir() for one in place.parent.iterdir())
    except OSError:
        return True  # it cannot be looked into, which reading it will say


def _root_of(folder: Path | None) -> Path | None:
    """Return where the configuration says that the course lies; None where it says nothing of it."""
    said = configuration.load(folder).CourseDirectory.get("root")
    if not isinstance(said, str) or not said:
        return None
    root = Path(folder or ".", said).resolve()
    if not root.is_dir():
        raise NoCourseError(
            f"{root}: nbgrader's configuration says that the course is there, but there is no such folder"
        )
    return root
