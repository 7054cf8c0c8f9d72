"""Which tests cannot be judged from outside: found once, by letting the reference solution answer them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook

from ecotools.grading.execute.job import NOT_RUN, OK, Execution, Job
from ecotools.grading.execute.ways import EXECUTE
from ecotools.grading.judge.plan import TEST, make_plan
from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.fingerprint import digest, environment
from ecotools.grading.pipeline.snapshot import SourceNotebook

NOTED = "in-place.json"


Found = tuple[set[str], set[str]]


def here(function: Callable[..., Found], *given: object) -> Found:
    """Call a function in this process."""
    return function(*given)


def planned(
    name: str,
    source: SourceNotebook,
    files: Mapping[str, bytes],
    way: str,
    folder: Path,
    run: Callable[..., Found] = here,
) -> SourceNotebook:
    """Return ``source`` with a plan in which the tests that cannot be judged run in the hand-in's process.

    A test cannot be judged when the reference solution passes it there, and not in the judge: it looks at a
    figure, calls methods of an object, or reads a file that an answer writes. What was found is kept in
    ``folder``, so that it is looked for once; so are the tests that the reference solution passes nowhere.

    Parameters
    ----------
    name, source : the assignment, and one of its notebooks.
    files : the files beside it.
    way : how hand-ins are executed.
    folder : where grading keeps what it knows.
    run : calls a function with its arguments, here or in another process, and returns what it returns.
    """
    known = remembered(folder / NOTED)
    name = f"{name}/{source.name}"
    key = digest([asdict(cell) for cell in source.code], sorted(files), way, environment())
    if known.get(name, {}).get("made_from") != key:
        not_judged, nowhere = map(sorted, run(_not_judged, source, files, way))
        in_place = make_plan(source.code, not_judged).in_place
        known[name] = {"made_from": key, "tests": not_judged, "in_place": list(in_place)}
        known[name]["unpassed"] = nowhere
        remember(folder / NOTED, known)
    return replace(source, plan=make_plan(source.code, known[name]["tests"]))


def known_tests(folder: Path) -> dict[str, list[str]]:
    """Return the tests that run in the hand-in's process, by assignment, as far as ``folder`` knows them."""
    found: dict[str, list[str]] = {}
    for name, one in sorted(remembered(folder / NOTED).items()):
        found.setdefault(name.partition("/")[0], []).extend(one.get("in_place", ()))
    return {name: tests for name, tests in found.items() if tests}


def unpassed(folder: Path) -> dict[str, dict[str, list[str]]]:
    """Return the tests that the reference solution does not pass, by assignment and notebook."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, one in remembered(folder / NOTED).items():
        assignment, _, notebook = name.partition("/")
        if one.get("unpassed"):
            found.setdefault(assignment, {})[notebook] = one["unpassed"]
    return found


def in_words(known: Mapping[str, list[str]]) -> str:
    """Return the tests of `known_tests` as text.

    >>> in_words({"01-a": ["q1", "q2"], "02-b": ["q1"]})
    'q1, q2 of 01-a; q1 of 02-b'
    """
    return "; ".join(f"{', '.join(tests)} of {name}" for name, tests in known.items())


def _not_judged(source: SourceNotebook, files: Mapping[str, bytes], way: str) -> Found:
    """Return the tests that the reference solution passes in its own process only, and those in neither."""
    failed = _failed(EXECUTE[way](reference_job(source, files)))
    if not failed:
        return set(), set()
    other = replace(source, plan=make_plan(source.code, failed))
    failed_here = _failed(EXECUTE[way](reference_job(other, files)))
    return failed - failed_here, failed & failed_here


def reference_job(source: SourceNotebook, files: Mapping[str, bytes]) -> Job:
    """Return the job in which the reference solution is the hand-in."""
    cells = []
    for code in source.code:
        cell = new_code_cell(code.source)
        if code.kind == TEST:
            cell.metadata = {"nbgrader": {"grade": True, "solution": False, "grade_id": code.name}}
        cells.append(cell)
    return Job(new_notebook(cells=cells), source.plan, files, files, preload=source.imports, seed=source.name)


def _failed(execution: Execution) -> set[str]:
    """Return the names of the tests that did not end well."""
    cells = execution.notebook.cells
    names = {place: cell.metadata.get("nbgrader", {}).get("grade_id") for place, cell in enumerate(cells)}
    return {
        names[place]
        for place, run in execution.cells.items()
        if names[place] and run.status not in {OK, NOT_RUN}
    }
