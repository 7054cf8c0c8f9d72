"""Whether the checks of an assignment stand on their own: tried with the reference, and with nothings.

Each check runs alone after set-up; no name may take any value; set-up gives the same values twice;
examples in the text are what the reference gives; and the reference is right whoever the student is.
"""

from __future__ import annotations

import contextlib
import random
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from ecotools.grading.assignment import (
    HIDDEN,
    SOLUTION,
    Assignment,
    AssignmentCell,
    AssignmentTask,
    signatures,
)
from ecotools.grading.authoring.forks import Lost, run_forked
from ecotools.grading.authoring.pattern import examples_in
from ecotools.grading.authoring.trial import Namespace, Trial, attempt, judge, message_of, planned, play
from ecotools.grading.judge.names import names_of
from ecotools.outcomes import RIGHT
from ecotools.wire import WireError, digest

# What no task asks for, one of each kind: a check that takes all of them looks at nothing.
NOTHINGS = ("-98765.4321", "'neither here nor there'", "[]")
IDS = ("ada", "李雷", "O'Hara", "s-001", "Åse Ø", "x" * 40)
CPU, WALL = 120, 600  # seconds for a whole notebook, on a busy machine


def students(count: int) -> list[str]:
    """Return ``count`` ids of students, odd ones first.

    >>> students(2), students(8)[-1]
    (['ada', '李雷'], 'student-8')
    """
    return [*IDS, *(f"student-{n}" for n in range(len(IDS) + 1, count + 1))][:count]


def for_students(assignment: Assignment, count: int) -> list[str]:
    """Return where the reference solution is refused for one of ``count`` students."""
    ids = students(count)
    results = run_forked([partial(_played, assignment, one) for one in ids], cpu=CPU, wall=WALL)
    found = []
    for one, result in zip(ids, results, strict=True):
        texts = [f"lost ({result.reason})"] if isinstance(result, Lost) else result
        found += [f"{text}, for the STUDENT_ID {one!r}" for text in texts]
    return found


def findings(assignment: Assignment, parameters: Mapping[str, object]) -> list[str]:
    """Return what is wrong with the checks, the set-up and the examples of ``assignment``."""
    found = _unseeded(assignment, parameters)
    trial, position = Trial(planned(assignment.cells), assignment.name), 0
    for task in assignment.tasks:
        if not task.computed:
            continue
        first = task.of_kind("check")[0].place
        before = [cell for cell in assignment.cells if position <= cell.place < first]
        play(trial, [cell for cell in before if cell.kind != "check"], parameters)
        position = first
        jobs = [partial(_alone, trial, task), partial(_examples, trial, task)]
        alone, examples = run_forked(jobs, cpu=CPU, wall=WALL)
        for texts in (alone, examples):
            found += [f"{task.name}: {texts.reason}"] if isinstance(texts, Lost) else texts
        found += _taken(trial, task)
    return found


def visible_only(task: AssignmentTask) -> AssignmentTask:
    """Return ``task`` with its checks as students see them."""
    return replace(task, cells=tuple(_visible(cell) for cell in task.cells))


def _visible(cell: AssignmentCell) -> AssignmentCell:
    if cell.kind != "check":
        return cell
    source = cell.without(HIDDEN)
    return replace(cell, source=source if _is_python(source) else f"{source.rstrip()}\n    pass")


def _is_python(source: str) -> bool:
    try:
        compile(source, "<check>", "exec")
    except SyntaxError:
        return False
    return True


def _played(assignment: Assignment, student: str) -> list[str]:
    """Run all of the reference for one student; return what is refused."""
    try:
        verdicts = play(
            Trial(planned(assignment.cells), assignment.name), assignment.cells, {"STUDENT_ID": student}
        )
    except RuntimeError as error:
        return [str(error)]
    return [
        f"{one.cell}: the reference solution is refused ({one.outcome}): {one.message}"
        for one in verdicts
        if one.outcome != RIGHT
    ]


def _alone(trial: Trial, task: AssignmentTask) -> list[str]:
    """Run the checks of a task after set-up and solutions, and after no other check."""
    found = []
    for cell in [cell for cell in task.of_kind("code", "solution", "check") if _from_first_check(task, cell)]:
        ran = trial.run(cell)
        verdict = judge(cell, ran) if cell.kind == "check" else None
        if verdict and verdict.outcome != RIGHT:
            found.append(
                f"{task.name}: refuses the reference when no other check has run before ({verdict.outcome}): "
                f"{verdict.message}"
            )
    return found


def _from_first_check(task: AssignmentTask, cell: AssignmentCell) -> bool:
    return cell.place >= task.of_kind("check")[0].place


def _nothings(task: AssignmentTask) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield name, value and answer for each name asked for and each nothing."""
    for cell in task.of_kind("solution"):
        for name, arguments in signatures(cell.without(SOLUTION)).items():
            if arguments == "class":
                continue
            for value in NOTHINGS:
                made = f"def {name}(*args, **kwargs): return {value}" if arguments else f"{name} = {value}"
                yield name, value, {cell.name: f"{cell.source}\n\n{made}"}


def _taken(trial: Trial, task: AssignmentTask) -> list[str]:
    """Return the names of a task about which its checks say nothing.

    The whole check begins with the visible one: it is tried with what that one takes.
    """
    nothings = list(_nothings(task))
    seen = _right(trial, visible_only(task), nothings)
    found = [
        f"{task.name}: the visible check says right whatever `{name}` is or returns"
        for name in dict.fromkeys(name for name, _, _ in nothings)
        if len(_values(seen, name)) == len(NOTHINGS)
    ]
    whole = _right(trial, task, seen)
    for name in dict.fromkeys(name for name, _, _ in whole):
        values = " or ".join(_values(whole, name))
        found.append(f"{task.name}: full points for a `{name}` that is {values}, whatever is asked")
    return found


def _right(trial: Trial, task: AssignmentTask, nothings: list[tuple]) -> list[tuple]:
    """Return those of ``nothings`` that the checks of ``task`` say right to."""
    jobs = [partial(_said, trial, task, code) for _, _, code in nothings]
    outcomes = run_forked(jobs, cpu=CPU, wall=WALL)
    return [one for one, outcome in zip(nothings, outcomes, strict=True) if outcome == RIGHT]


def _said(trial: Trial, task: AssignmentTask, code: Mapping[str, str]) -> str:
    return next((one.outcome for one in attempt(trial, task, code) if one.outcome != RIGHT), RIGHT)


def _values(nothings: list[tuple], name: str) -> list[str]:
    return [value for one, value, _ in nothings if one == name]


def _examples(trial: Trial, task: AssignmentTask) -> list[str]:
    """Return the examples in the text of a task that are not what the reference solution gives."""
    from ecotools.learn.compare.examples import differ

    found = []
    for call, value in examples_in(task):
        try:
            said = eval(value, dict(trial.answers))
        except Exception:  # words, such as "an error"
            continue
        try:
            given = eval(call, dict(trial.answers))
        except (SyntaxError, NameError):  # "average(…)" in a sentence
            continue
        except Exception as error:
            found.append(f"{task.name}: {call} is {value} in the text; it ends with {message_of(error)}")
            continue
        if differ(given, said, {}) is not None:
            found.append(f"{task.name}: {call} is {value} in the text; the reference gives {given!r}")
    return found


def _unseeded(assignment: Assignment, parameters: Mapping[str, object]) -> list[str]:
    jobs = [partial(_set_up, assignment, parameters, state) for state in (1, 2)]
    once, again = run_forked(jobs, cpu=CPU, wall=WALL)
    if isinstance(once, Lost) or isinstance(again, Lost):
        return []  # what runs into a limit is found by the reference
    return [
        f"{place}: `{name}` is another when set-up runs again; give each draw a seed, as case.rng(…) has"
        for place, names in once.items()
        for name in names
        if names[name] != again.get(place, {}).get(name)
    ]


def _set_up(
    assignment: Assignment, parameters: Mapping[str, object], state: int
) -> dict[str, dict[str, str]]:
    """Run all but the checks, with the state of the world ``state``; return digests of what set-up binds.

    In a folder of its own: another run beside it may write files of the same names.
    """
    stir(state)
    with tempfile.TemporaryDirectory(dir=".") as own, contextlib.chdir(own):
        return _bound(assignment, parameters)


def _bound(assignment: Assignment, parameters: Mapping[str, object]) -> dict[str, dict[str, str]]:
    space, found = Namespace(), {}
    for cell in assignment.cells:
        if cell.kind not in {"code", "parameters", "solution"}:
            continue
        space.run(cell)
        if cell.kind == "parameters":
            space.names.update(parameters)
        if cell.kind != "solution":
            found[f"cell {cell.place} ({cell.name})"] = digests(space.names, names_of(cell.source).binds)
    return found


def stir(state: int) -> None:
    """Give the random numbers that nobody seeded another state."""
    random.seed(state)
    np.random.seed(state)


def digests(space: Mapping[str, object], names: Iterable[str]) -> dict[str, str]:
    """Return a digest of each of ``names`` that is there and can be compared."""
    found = {}
    for name in sorted(names):
        try:
            found[name] = digest(space[name])
        except (KeyError, WireError):
            continue
    return found
