"""What there is to grade of an assignment: a task for each hand-in, and what still holds of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecotools.grading import notes
from ecotools.grading.collect.copies import stubs
from ecotools.grading.pipeline import handin, result_inputs, snapshot
from ecotools.grading.pipeline.fingerprint import digest, environment
from ecotools.grading.pipeline.in_place_tests import Found, here, planned
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.pipeline.snapshot import SourceNotebook
from ecotools.grading.pipeline.worker import GradingTask

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

    from ecotools.grading.course import Course
    from ecotools.grading.settings import Settings


class GradingTasks:
    """What all hand-ins for the assignment ``name`` have in common, and the task that each of them is.

    ``run`` is where the reference solution runs, as of `planned`.
    """

    def __init__(
        self,
        course: Course,
        name: str,
        gradebook: Gradebook,
        settings: Settings,
        way: str,
        run: Callable[..., Found] = here,
    ) -> None:
        self.course, self.name, self.settings, self.way = course, name, settings, way
        self.ignore, self.shared = list(course.directory.ignore), course.directory.groupshared
        self._stub, self._home = stubs(course, name), course.home_zone()
        self.files = course_files(course.source(name), self.ignore)
        self.files = {path: data for path, data in self.files.items() if path not in course.kept_back(name)}
        kept = folder_of(course.root)
        taken = snapshot.take(gradebook, name, course.source(name))
        self.source = tuple(planned(name, notebook, self.files, way, kept, run) for notebook in taken)
        self._kept_in, self._elsewhere = kept, result_inputs.Elsewhere(kept)
        self._common = {notebook.name: self._of_source(notebook) for notebook in self.source}

    def _of_source(self, notebook: SourceNotebook) -> dict[str, Any]:
        """Return what all results of a notebook are made from, whoever handed it in."""
        files = {path: hashlib.sha256(data).hexdigest() for path, data in self.files.items()}
        limits = digest(asdict(self.settings.limits), self.way)
        return result_inputs.of_course(notebook, files, limits)

    def task(self, student: str, keep: bool) -> GradingTask:
        """Return the task to grade one student's hand-in; the error says why it cannot be graded.

        With ``keep`` the notebooks whose grade from an earlier time still holds are kept as they are.
        """
        folder = self.course.handed_in(student, self.name)
        names = tuple(notebook.name for notebook in self.source)
        given = handin.read_handin(folder, student, names, self.ignore, self._stub, self._home)
        given = _without_clashes(given, {*self.files, *(f"{name}.ipynb" for name in names), handin.STAMP})
        now = {name: self._made_from(given, name) for name in given.notebooks}
        digests = {name: digest(parts) for name, parts in now.items()}
        before = {name: self._graded(student, name) for name in now}
        kept = {
            name: data
            for name, (data, noted) in before.items()
            if keep and data and noted.get("hash") == digests[name]
        }
        noted = {name: noted for name, (_, noted) in before.items()}
        why = [
            text
            for name in now
            if name not in kept
            for text in result_inputs.differences(noted[name].get("made_from"), now[name])
        ]
        source = tuple(notebook for notebook in self.source if notebook.name not in kept)
        others = (noted[name].get("environment", "") for name in kept)
        return GradingTask(
            given,
            source,
            self.files,
            self.settings.limits,
            self.way,
            str(folder),
            digests,
            kept,
            made_from={name: {"parts": parts, "environment": environment()} for name, parts in now.items()},
            why=tuple(dict.fromkeys(why)),
            elsewhere="; ".join(dict.fromkeys(filter(None, map(self._elsewhere.differs, others)))),
        )

    def place(self, student: str) -> Path:
        """Return the folder of a student's graded hand-in."""
        return self.course.graded(student, self.name)

    def _made_from(self, given: handin.SubmittedFiles, notebook: str) -> dict[str, Any]:
        """Return what the result of a notebook is made from, part by part."""
        sources = [
            given.notebooks[notebook],
            *(data for path, data in given.files.items() if path[-3:] == ".py"),
        ]
        return result_inputs.of_hand_in(
            given.digest(notebook), sources, self._common[notebook], self._kept_in
        )

    def graded_file(self, student: str, notebook: str) -> bytes:
        """Return the file of a notebook as it was graded last; b"" when there is none."""
        try:
            return (self.place(student) / f"{notebook}.ipynb").read_bytes()
        except OSError:
            return b""

    def _graded(self, student: str, notebook: str) -> tuple[bytes, dict[str, Any]]:
        """Return a graded notebook and what is noted in it; nothing of both when there is none."""
        data = self.graded_file(student, notebook)
        try:
            return data, dict(json.loads(data)["metadata"][notes.KEY])
        except (ValueError, KeyError, TypeError):
            return b"", {}


def _without_clashes(given: handin.SubmittedFiles, ours: set[str]) -> handin.SubmittedFiles:
    """Leave out files that stand where the course has a folder, and folders where it has a file."""

    def clashes(path: str) -> bool:
        return any(one.startswith(f"{path}/") or path.startswith(f"{one}/") for one in ours)

    clashing = tuple(path for path in given.files if clashes(path))
    left_out = tuple(f"{path} is in the way of a file of the course, and was left out" for path in clashing)
    files = {path: data for path, data in given.files.items() if path not in clashing}
    return replace(given, files=files, left_out=given.left_out + left_out)


def course_files(folder: Path, ignore: list[str]) -> dict[str, bytes]:
    """Return the files that belong to an assignment beside its notebooks."""
    found = {}
    for path in handin.walk(folder, ignore):
        if path.suffix != ".ipynb":
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
