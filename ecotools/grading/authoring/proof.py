"""Prove an assignment's checks: full points for the reference, none for the stub, probes and mutants tried.

The answers are tried by ``prover`` in a process of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ecotools.grading.assignment import HIDDEN, Assignment, AssignmentError
from ecotools.grading.authoring import probes as probe_files
from ecotools.grading.authoring import prover
from ecotools.grading.authoring.argument_slips import ARGUMENTS, EQUAL
from ecotools.grading.authoring.mutants import Mutant, of_task
from ecotools.grading.authoring.own_process import CallFailed, call
from ecotools.grading.authoring.probes import Probe, ProbeSet
from ecotools.grading.authoring.trial import Verdict
from ecotools.grading.course import Course
from ecotools.outcomes import NOT_ATTEMPTED, RIGHT, TIMEOUT

ANSWERS = ("reference", "untouched", "probes", "mutants")
PARTS = (*ANSWERS, "sound")
WITHOUT_MUTANTS = tuple(part for part in PARTS if part != "mutants")
SCORE, SCORE_BY_SIGHT = 0.9, 0.7  # the share of mutants that a check must refuse: the whole, its visible part
FEWEST_RIGHT, FEWEST_WRONG = 2, 3  # probes a computed task must have


class ProofError(AssignmentError):
    """An assignment whose proof could not even start; the text names the cell."""


@dataclass(frozen=True)
class Answer:
    """What the checks of ``task`` said to one answer; ``lost`` says why when they could not say anything.

    ``by_sight`` is whether the visible check alone would give a mutant full points.
    """

    task: str
    name: str
    verdicts: tuple[Verdict, ...] = ()
    lost: str = ""
    by_sight: bool = False

    @property
    def right(self) -> bool:
        """Whether it got full points."""
        return self.outcome == RIGHT

    @property
    def outcome(self) -> str:
        """The first outcome that is not right, or right."""
        if self.lost:
            return TIMEOUT if self.lost == TIMEOUT else f"lost ({self.lost})"
        return next((v.outcome for v in self.verdicts if v.outcome != RIGHT), RIGHT)

    @property
    def message(self) -> str:
        """All that the checks said."""
        return "\n".join(v.message for v in self.verdicts if v.message)


@dataclass(frozen=True)
class Proof:
    """All answers tried: reference and untouched by task, and each probe and mutant with its answer."""

    assignment: Assignment
    known: ProbeSet
    reference: tuple[Answer, ...] = ()
    untouched: tuple[Answer, ...] = ()
    probes: tuple[tuple[Probe, Answer], ...] = ()
    mutants: tuple[tuple[Mutant, Answer], ...] = ()
    sound: tuple[str, ...] = ()

    @property
    def survivors(self) -> list[tuple[str, Answer]]:
        """The mutants that got full points: name with its task, and the answer."""
        return [(f"{answer.task}: {mutant.name}", answer) for mutant, answer in self.mutants if answer.right]

    @property
    def wrong(self) -> list[tuple[Mutant, Answer]]:
        """The mutants but for changes of arguments that the task says to mean nothing: those are right."""
        means_nothing = {name for name in self.known.survivors if ARGUMENTS in name}
        return [
            (mutant, answer)
            for mutant, answer in self.mutants
            if f"{answer.task}: {mutant.name}" not in means_nothing
        ]

    @property
    def score(self) -> float:
        """The share of mutants that were refused; NaN when there are none."""
        refused = [not answer.right for _, answer in self.wrong]
        return sum(refused) / len(refused) if refused else float("nan")

    @property
    def seen(self) -> list[Answer]:
        """The answers to mutants that a visible check can judge: not values that are judged when graded."""
        later = {
            task.name
            for task in self.assignment.tasks
            if any("expect.form(" in cell.without(HIDDEN) for cell in task.of_kind("check"))
        }
        return [answer for _, answer in self.wrong if answer.task not in later]

    @property
    def score_by_sight(self) -> float:
        """The share of mutants that the visible checks alone refuse; NaN when there are none."""
        seen = self.seen
        return 1 - sum(answer.by_sight for answer in seen) / len(seen) if seen else float("nan")

    def low_scores(self) -> list[str]:
        """Return which checks let too many mutants live."""
        found = []
        if self.score < SCORE:
            found.append(f"the checks refuse {self.score:.0%} of the mutants, expected {SCORE:.0%}")
        if self.score_by_sight < SCORE_BY_SIGHT:
            refused = f"{self.score_by_sight:.0%} of the mutants, expected {SCORE_BY_SIGHT:.0%}"
            found.append(f"the visible checks alone refuse {refused}: add examples")
        return found

    def findings(self) -> list[str]:
        """Return what is not as it should be, one sentence each; nothing when the checks are proven."""
        return [
            *self.sound,
            *self._reference_findings(),
            *self._untouched_findings(),
            *self._probe_findings(),
            *self._survivor_findings(),
        ]

    def unproven(self) -> list[str]:
        """Return why students cannot get the assignment yet: the findings, and which tasks lack probes."""
        return [*self.findings(), *too_few_probes(self.assignment, self.known)]

    def _reference_findings(self) -> list[str]:
        return [
            f"{a.task}: the reference solution is refused ({a.outcome}): {a.message}"
            for a in self.reference
            if not a.right
        ]

    def _untouched_findings(self) -> list[str]:
        return [
            f"{a.task}: the untouched stub must say {NOT_ATTEMPTED!r}, but: {a.outcome}: {a.message}"
            for a in self.untouched
            if any(v.outcome != NOT_ATTEMPTED for v in a.verdicts) or a.lost
        ]

    def _probe_findings(self) -> list[str]:
        found = []
        for probe, answer in self.probes:
            where = f"{probe.task}, probe {probe.name!r}"
            if probe.right and not answer.right:
                found.append(f"{where}: a right answer is refused ({answer.outcome}): {answer.message}")
            elif not probe.right and answer.right:
                found.append(f"{where}: a wrong answer gets full points")
            elif not probe.right and _words(probe.message) not in _words(answer.message):
                found.append(
                    f"{where}: refused, but {probe.message!r} is not in: {answer.message or answer.outcome}"
                )
        return found

    def _survivor_findings(self) -> list[str]:
        """Survivors without a reason, and reasons for what does not survive."""
        if not self.mutants:
            return []
        survived, excused = {name for name, _ in self.survivors}, set(self.known.survivors)
        found = [f"{name}: this mutation gets full points" for name in sorted(survived - excused)]
        return found + [
            f"SURVIVORS names {name!r}, which does not survive" for name in sorted(excused - survived)
        ]


def too_few_probes(assignment: Assignment, known: ProbeSet) -> list[str]:
    """Return the computed tasks of ``assignment`` that have fewer probes than they should."""
    found = []
    for task in assignment.tasks:
        good, bad = len(known.of(task.name, True)), len(known.of(task.name, False))
        if task.computed and (good < FEWEST_RIGHT or bad < FEWEST_WRONG):
            there = f"{good} right and {bad} wrong probes"
            found.append(f"{task.name}: {there}, expected at least {FEWEST_RIGHT} and {FEWEST_WRONG}")
    return found


def _words(text: str) -> str:
    """Return ``text`` in one line, so that where it is broken makes no difference."""
    return " ".join(text.split())


def prove_assignment(
    course: Course,
    name: str,
    parts: tuple[str, ...] = PARTS,
    parameters: Mapping[str, object] | None = None,
    students: int = 0,
    released: Path | None = None,
) -> Proof:
    """Return the proof of the assignment ``name``.

    Parameters
    ----------
    course, name : the course and the assignment's name.
    parts : which of ``PARTS`` to try.
    parameters : values for the parameters cell, such as another ``STUDENT_ID``.
    students : for how many students the reference is tried.
    released : the folder of the students' version; where the course has it when None.

    Raises
    ------
    ProofError
        When a cell that is neither solution nor check fails, or a probe names a task that is not there.
    """
    assignment = course.assignment(name).main
    released = released or course.released(name)
    if "untouched" in parts and not (released / f"{name}.ipynb").exists():
        raise ProofError(f"{released}: not there; run `ecotools release {name}` first")
    known = probe_files.load(assignment.path.parent)
    for probe in known.probes:
        if probe.task not in {task.name for task in assignment.tasks}:
            raise ProofError(
                f"{assignment.path.parent}: the probe {probe.name!r} is of no task: {probe.task!r}"
            )
    request = {"parts": parts, "parameters": dict(parameters or {}), "students": students}
    request["released"] = str(released.resolve())
    made = _in_own_process(course, name, request)
    answers = {part: [_answer(data) for data in made.get(part, [])] for part in ANSWERS}
    tried = _mutants(assignment) if "mutants" in parts else []
    probes = _by_task(assignment, known) if "probes" in parts else []
    return Proof(
        assignment,
        known,
        tuple(answers["reference"]),
        tuple(answers["untouched"]),
        tuple(zip(probes, answers["probes"], strict=True)),
        tuple(pair for pair in zip(tried, answers["mutants"], strict=True) if pair[1].lost != EQUAL),
        tuple(made["sound"]),
    )


def _in_own_process(course: Course, name: str, request: dict) -> dict:
    there = Course(course.root.resolve(), started=(course.started or course.root).resolve())
    with tempfile.TemporaryDirectory(prefix="ecotools-proof-") as scratch:
        home = Path(scratch) / "exercises" / name
        home.mkdir(parents=True)
        try:
            return call(prover.try_answers, there, name, request, folder=home)
        except CallFailed as error:
            raise ProofError(f"{name}: {error}") from None


def _answer(data: dict) -> Answer:
    verdicts = tuple(Verdict(**verdict) for verdict in data["verdicts"])
    return Answer(data["task"], data["name"], verdicts, data["lost"], data["by_sight"])


def _mutants(assignment: Assignment) -> list[Mutant]:
    """Return the mutants in the order in which the prover tries them."""
    return [mutant for task in assignment.tasks if task.computed for _, mutant in of_task(assignment, task)]


def _by_task(assignment: Assignment, known: ProbeSet) -> list[Probe]:
    return [probe for task in assignment.tasks for probe in known.of(task.name)]
