"""A class of hostile hand-ins, graded in one go, and what was seen to come of each."""

import hashlib
import json
import socket
from dataclasses import dataclass
from pathlib import Path

import psutil

from ecotools.grading.course import Course
from ecotools.grading.execute.job import HandInLimits
from ecotools.grading.grade import GradedHandIn, grade_assignment
from ecotools.grading.gradebook import results
from ecotools.grading.settings import OFF, REQUIRE, Settings

from . import attack, cells, channel, collecting, course, judge, machine, plain, shell
from .attack import Attack, Hostile

GROUPS = {
    "The notebook": cells,
    "The interpreter": shell,
    "Plain asserts": plain,
    "The judge": judge,
    "The machine": machine,
    "The line to the grader": channel,
}


def attacks_in(module) -> list[Attack]:
    """Return the attacks of a module, in order."""
    return [one for one in vars(module).values() if isinstance(one, Attack)]


ATTACKS = {group: attacks_in(module) for group, module in GROUPS.items()}
EVERY = [one for group in ATTACKS.values() for one in group]
COLLECTING = attacks_in(collecting)
SANDBOX, KERNEL = "sandbox", "kernel"
LIMITS = HandInLimits(cpu=3, wall=10, total=90, memory=2**30, disk=64 * 2**20, output=2**18, flood=2**22)


@dataclass
class Graded:
    """The hand-ins of an assignment after they were graded: what came of them, which files changed."""

    course: Course
    assignment: str
    handins: dict[str, GradedHandIn]
    changed: set[str]

    def __post_init__(self):
        self.tasks = results.tasks(self.course, self.assignment).set_index(["student", "task"])

    def scores(self, student: str) -> list[float]:
        """Return the points that a student got by tests."""
        return [self.tasks.loc[(student, task), "score"] for task in course.SHEETS[self.assignment].points]

    def outcomes(self, student: str) -> list[str]:
        """Return what came of each task."""
        return self.tasks.loc[student, "outcome"].tolist()

    def reached(self, student: str) -> bool:
        """Return whether a hand-in got where it should not."""
        file = self.course.autograded / student / self.assignment / f"{self.assignment}.ipynb"
        notebook = json.loads(file.read_text())
        outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
        return attack.REACHED in json.dumps([one for one in outputs if one["output_type"] == "stream"])

    def left_behind(self) -> list[psutil.Process]:
        """Return the processes that a hand-in left behind."""
        said = f"left behind in {self.course.root}"
        return [one for one in psutil.process_iter() if said in " ".join(_command(one))]

    def observed(self, student: str) -> str:
        """Return in the words of the threat table what came of an attack."""
        handin = self.handins[student]
        if handin.error:
            return attack.REFUSED
        if self.reached(student) or (student == "leaves_process" and self.left_behind()):
            return attack.SUCCEEDED
        if any(self.scores(student)):
            return attack.REPORTED if handin.flagged else attack.NOT_STOPPED
        if handin.flagged:
            return attack.ZERO_REPORTED
        tests = len(course.SHEETS[self.assignment].points)
        if self.outcomes(student)[:tests] != self.outcomes("wrong")[:tests]:
            return attack.ZERO
        return attack.PUT_RIGHT if handin.repairs else attack.NO_EFFECT


def grade_attacks(folder: Path, way: str) -> dict[str, Graded]:
    """Make a course in ``folder``, hand in each attack and grade all; return what came by assignment."""
    made = course.make(folder / "course")
    for name, sheet in course.SHEETS.items():
        course.hand_in(made, name, "right", course.answered(name, {"01-q3": "plan = ['ask']"}))
        course.hand_in(made, name, "wrong", course.answered(name, sheet.wrong))
    with socket.create_server(("127.0.0.1", 0)) as server:
        (made.root / "port").write_text(str(server.getsockname()[1]))
        (made.root / "gradebook.db").touch()
        for one in tried(way):
            hand_in(made, one)
        limits = Settings(sandbox=REQUIRE if way == SANDBOX else OFF, jobs=2, limits=LIMITS)
        return {name: _grade(made, name, limits) for name in course.SHEETS}


def tried(way: str) -> list[Attack]:
    """Return the attacks that are tried ``way``."""
    return [one for one in EVERY if getattr(one, way) != attack.NOT_TRIED]


def _grade(made: Course, name: str, settings: Settings) -> Graded:
    before = _files(made.root)
    handins = {one.student: one for one in grade_assignment(made, name, settings=settings)}
    after = _files(made.root)
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    return Graded(made, name, handins, changed)


def hand_in(made: Course, one: Attack) -> None:
    """Hand in one attack."""
    name = one.assignment
    notebook = course.answered(name, course.SHEETS[name].wrong)
    hostile = Hostile(notebook, made.submitted / one.name / name, made.root)
    course.hand_in(made, name, one.name, hostile.notebook)
    one.do(hostile)
    course.hand_in(made, name, one.name, hostile.notebook)
    if hostile.raw:
        (hostile.folder / f"{name}.ipynb").write_text(hostile.raw)


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _files(root: Path) -> dict[str, str]:
    """Return what lies in a course but what grading itself writes."""
    ours = (".ecotools", "autograded", "gradebook.db", "port")
    files = [
        path for path in root.rglob("*") if path.is_file() and path.relative_to(root).parts[0] not in ours
    ]
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
