"""Try the answers of a proof: run what comes before a task once, and fork for each.

``proof`` calls it in a process of its own: see ``own_process``.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path

from ecotools.grading.assignment import Assignment, AssignmentTask
from ecotools.grading.authoring import argument_slips, soundness
from ecotools.grading.authoring import probes as probe_files
from ecotools.grading.authoring.argument_slips import EQUAL
from ecotools.grading.authoring.forks import Lost, run_forked
from ecotools.grading.authoring.mutants import of_task
from ecotools.grading.authoring.probes import ProbeSet
from ecotools.grading.authoring.trial import Trial, attempt, decisive, planned, play
from ecotools.grading.course import Course
from ecotools.grading.execute.job import HandInLimits
from ecotools.outcomes import RIGHT


def try_answers(course: Course, name: str, request: dict) -> dict[str, list]:
    """Return the answers to the parts that ``request`` asks for, and what is not sound."""
    made = _all_answers(course, name, request["parts"], request["parameters"], request["released"])
    return made | _sound(course, name, request)


def _sound(course: Course, name: str, request: dict) -> dict[str, list[str]]:
    """Return what is found when the checks are tried by themselves, and for several students."""
    assignment = course.assignment(name).main
    found = soundness.findings(assignment, request["parameters"]) if "sound" in request["parts"] else []
    return {"sound": [*found, *soundness.for_students(assignment, request["students"])]}


def _all_answers(
    course: Course, name: str, parts: list[str], parameters: dict, released: str
) -> dict[str, list[dict]]:
    assignment = course.assignment(name).main
    # All of it once, in names of its own: libraries load, caches fill, and it shows how long each task takes.
    seconds, reference = _reference(assignment, parameters)
    made = {"reference": reference}
    if "untouched" in parts:
        made["untouched"] = _untouched(Path(released), name, parameters)
    known = probe_files.load(assignment.path.parent)
    trial, position = Trial(planned(assignment.cells), name), 0
    for task in assignment.tasks:
        cells = decisive(task)
        if not cells:
            continue
        first = cells[0].place
        play(trial, [c for c in assignment.cells if position <= c.place < first], parameters)
        position = first
        # A right answer may take as long as grading would let it; the others need not, and some never end.
        quick = 1 + 10 * seconds[task.name]
        for (part, right), answers in _answers_to(assignment, task, known, parts).items():
            limit = max(quick, HandInLimits().cpu) if right else quick
            codes = [code for _, code in answers]
            results = _results(trial, task, codes, limit, visible_first=part == "mutants")
            made.setdefault(part, []).extend(
                _data(task.name, label, *result) for (label, _), result in zip(answers, results, strict=True)
            )
    return made


def _results(
    trial: Trial, task: AssignmentTask, codes: list[Mapping[str, str]], limit: float, visible_first: bool
) -> list[tuple[list[dict] | str | Lost, bool]]:
    """Return what came of each answer, and whether the visible check alone gives it full points.

    What the visible check refuses, the whole check refuses too: it begins with it. A change of arguments that
    changes none of the visible ones may change hidden ones.
    """
    limits = {"cpu": limit, "wall": 6 * limit}
    if not visible_first:
        results = run_forked([partial(_tried, trial, task, code) for code in codes], **limits)
        return [(result, False) for result in results]
    shown = soundness.visible_only(task)
    seen = run_forked([partial(_tried, trial, shown, code) for code in codes], **limits)
    left = [place for place, result in enumerate(seen) if result == EQUAL or _all_right(result)]
    whole = run_forked([partial(_tried, trial, task, codes[place]) for place in left], **limits)
    judged = dict(zip(left, whole, strict=True))
    return [(judged.get(place, result), place in judged) for place, result in enumerate(seen)]


def _all_right(result: list[dict] | str | Lost) -> bool:
    return isinstance(result, list) and all(verdict["outcome"] == RIGHT for verdict in result)


def _answers_to(
    assignment: Assignment, task: AssignmentTask, known: ProbeSet, parts: list[str]
) -> dict[tuple[str, bool], list[tuple[str, Mapping[str, str]]]]:
    """Return the names and codes of the answers to try for ``task``, by part and whether they are right."""
    made = {}
    if "probes" in parts:
        for right in (True, False):
            made["probes", right] = [(probe.name, probe.code) for probe in known.of(task.name, right)]
    if "mutants" in parts and task.computed:
        made["mutants", False] = [
            (mutant.name, {cell.name: mutant.code}) for cell, mutant in of_task(assignment, task)
        ]
    return made


def _reference(assignment: Assignment, parameters: dict) -> tuple[dict[str, float], list[dict]]:
    trial, position, seconds, made = Trial(planned(assignment.cells), assignment.name), 0, {}, []
    for task in assignment.tasks:
        last = max(cell.place for cell in task.cells)
        start = time.process_time()
        verdicts = play(trial, [c for c in assignment.cells if position <= c.place <= last], parameters)
        seconds[task.name], position = time.process_time() - start, last + 1
        if task.computed:
            made.append(_data(task.name, "reference", [asdict(verdict) for verdict in verdicts]))
    return seconds, made


def _untouched(folder: Path, name: str, parameters: dict) -> list[dict]:
    """Return what the checks of the students' version say before anything is filled in."""
    released = Assignment.read(folder)

    def job() -> list[dict]:
        return [
            asdict(verdict)
            for verdict in play(Trial(planned(released.cells), name), released.cells, parameters)
        ]

    result = run_forked([job], cpu=120, wall=300)[0]
    if isinstance(result, Lost):
        return [_data(task.name, "untouched", result) for task in released.tasks if task.computed]
    by_cell = {verdict["cell"]: verdict for verdict in result}
    return [
        _data(task.name, "untouched", [by_cell[cell.name] for cell in task.of_kind("check")])
        for task in released.tasks
        if task.computed
    ]


def _tried(trial: Trial, task: AssignmentTask, code: Mapping[str, str]) -> list[dict] | str:
    """Return what the checks say to an answer; EQUAL for a change of arguments that changed none of them."""
    verdicts = [asdict(verdict) for verdict in attempt(trial, task, code)]
    slips = any(argument_slips.__name__ in text for text in code.values())
    return EQUAL if slips and not argument_slips.made_a_difference else verdicts


def _data(task: str, name: str, result: list[dict] | str | Lost, by_sight: bool = False) -> dict:
    lost = result.reason if isinstance(result, Lost) else result if isinstance(result, str) else ""
    verdicts = [] if lost else result
    return {"task": task, "name": name, "verdicts": verdicts, "lost": lost, "by_sight": by_sight}
