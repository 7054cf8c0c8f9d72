"""Prove a lesson: printed solutions pass their own checks, nothings do not, and cells can run again.

The lesson runs as plain Python in a process of its own, in an empty folder: see ``own_process``.
"""

from __future__ import annotations

import re
import tempfile
from functools import partial
from pathlib import Path

from nbformat import NotebookNode

from ecotools.grading.assignment import AssignmentCell, signatures
from ecotools.grading.authoring import soundness
from ecotools.grading.authoring.forks import Lost, run_forked
from ecotools.grading.authoring.own_process import CallFailed, call
from ecotools.grading.authoring.trial import Namespace, Ran, message_of
from ecotools.grading.judge.names import names_of
from ecotools.learn.outcomes import RIGHT
from ecotools.notebooks import read
from ecotools.notebooks.code_cells import CodeCell, code_cells

ON_PURPOSE = "changes-on-purpose"  # the tag of a cell that shows what running it again does
_SOLUTION = re.compile(r"<summary>Solution</summary>\s*```python\n(.*?)\n```", re.DOTALL)

Step = tuple[CodeCell, str | None]  # a cell, and the printed solution where it is a check that has one
Digests = dict[str, str]


def problems(path: str | Path) -> list[str]:
    """Return what is wrong with tries and cells of the lesson in ``path``, one sentence per finding."""
    path = Path(path).resolve()
    with tempfile.TemporaryDirectory(prefix="ecotools-lesson-") as scratch:
        try:
            found = call(of_file, path, folder=Path(scratch))
        except CallFailed as error:
            return [f"{path}: {error}"]
    return [f"{path}: {text}" for text in found]


def of_file(path: Path) -> list[str]:
    """Return the findings on the lesson in ``path``, which runs in this process."""
    return findings(read(path))


def findings(notebook: NotebookNode) -> list[str]:
    """Run the lesson with its printed solutions in this process, with forks for what is tried.

    Return what is found: in the tries, and where a cell gives something else when it runs again.
    """
    steps = [(cell, _solution(notebook, cell)) for cell in code_cells(notebook)]
    space, found, ran_through, alike, blank = Namespace(), [], [], True, None
    for cell, solution in steps:
        if not cell.calls("check"):
            blank = cell
        elif solution is None:
            found.append(f"{cell.where}: no solution is printed above this check")
        else:
            found += _one_try(space, cell, blank, solution)
        ran, same = _twice(space, cell, solution)
        if ran.error is not None and not cell.calls("check"):
            found.append(f"{cell.where}: {message_of(ran.error)}")
            break
        ran_through.append((cell, solution))
        alike = alike and same
    return found if alike else [*found, *_again(ran_through)]


def _twice(space: Namespace, cell: CodeCell, solution: str | None) -> tuple[Ran, bool]:
    """Run a cell, and again in another state of the world; return what came of it, and whether both agree.

    A cell that changes on purpose what it reads runs once here, as the cells after it need it.
    """
    soundness.stir(1)
    ran = _play(space, cell, solution)
    if ran.error is not None or ON_PURPOSE in cell.metadata.get("tags", []):
        return ran, ran.error is not None
    once = _digests(space, cell)
    soundness.stir(2)
    _play(space, cell, solution)
    return ran, not _unlike(once, _digests(space, cell))


def _one_try(space: Namespace, check: CodeCell, blank: CodeCell | None, solution: str) -> list[str]:
    """Return what is wrong with one check: ``blank`` is the cell before it, which the learner fills."""
    names = signatures(blank.source if blank else "")
    names = {
        name: arguments for name, arguments in names.items() if arguments != "class" and _asked(check, name)
    }
    said = _said(space, check, [solution, "", *_nothings(solution, names, soundness.NOTHINGS[0])])
    right, unchanged, *_ = said
    found = []
    if right != RIGHT:
        found.append(f"{check.where}: the printed solution is refused ({right})")
    if unchanged == RIGHT:
        found.append(f"{check.where}: the try is right before anything is filled in")
    taken = _taken(names, said[2:])
    for value in soundness.NOTHINGS[1:]:  # what one nothing is refused for need not be tried with the next
        taken = _taken(taken, _said(space, check, _nothings(solution, taken, value)))
    return found + [f"{check.where}: the check says right whatever `{name}` is or returns" for name in taken]


def _nothings(solution: str, names: dict[str, str], value: str) -> list[str]:
    """Return the printed solution for each name, that name being or returning ``value`` instead."""
    return [
        f"{solution}\n\n"
        + (f"def {name}(*args, **kwargs): return {value}" if arguments else f"{name} = {value}")
        for name, arguments in names.items()
    ]


def _said(space: Namespace, check: CodeCell, answers: list[str]) -> list[str]:
    """Return the outcome of each answer, or why there is none."""
    results = run_forked(
        [partial(_tried, space, check, one) for one in answers], soundness.CPU, soundness.WALL
    )
    return [result.reason if isinstance(result, Lost) else result for result in results]


def _taken(names: dict[str, str], said: list[str]) -> dict[str, str]:
    """Return the names whose answers are right."""
    return {
        name: arguments
        for (name, arguments), outcome in zip(names.items(), said, strict=True)
        if outcome == RIGHT
    }


def _asked(check: CodeCell, name: str) -> bool:
    return any(
        getattr(argument, "value", None) == name
        for call in check.calls("check")
        for argument in call.args[1:]
    )


def _tried(space: Namespace, check: CodeCell, answer: str) -> str:
    ran = _run(space, check, answer)
    return message_of(ran.error) if ran.error is not None else _outcome(space, check)


def _outcome(space: Namespace, check: CodeCell) -> str:
    """Run a check that raises nothing; return the kind of what it shows."""
    from ecotools.learn import checks

    shown: list[str] = []
    kept, checks.show_outcome = checks.show_outcome, lambda outcome: shown.append(outcome.kind)
    try:
        ran = _run(space, check)
    finally:
        checks.show_outcome = kept
    if ran.error is not None:
        return message_of(ran.error)
    return shown[-1] if shown else "nothing is said"


def _run(space: Namespace, cell: CodeCell, source: str | None = None) -> Ran:
    return space.run(AssignmentCell(cell.place, "code", cell.id, cell.source), source)


def _solution(notebook: NotebookNode, check: CodeCell) -> str | None:
    """Return the printed solution in the last text before a check that has hints or a solution."""
    if not check.calls("check"):
        return None
    for cell in reversed(notebook.cells[: check.place]):
        if cell.cell_type == "code" and "check(" in cell.source:
            return None
        found = _SOLUTION.search(cell.source) if cell.cell_type == "markdown" else None
        if found:
            return found[1]
    return None


def _again(steps: list[Step]) -> list[str]:
    """Return the cells that change what they read when they run again, or draw without a seed.

    Where a cell gave something else the second time, runs from the beginning tell the two apart: one in the
    state of the world 1 and one in 2, and one in which each cell runs twice.
    """
    once, other, twice = (_forked(steps, times, state) for times, state in ((1, 1), (1, 2), (2, 2)))
    if once is None or other is None or twice is None:
        return []
    found, known = [], set()
    for cell, _ in steps:
        unseeded = _unlike(*once[cell.id], *other[cell.id])
        changed = _unlike(*twice[cell.id]) - unseeded
        if changed and ON_PURPOSE not in cell.metadata.get("tags", []):
            what = f"when it runs again it changes {_listed(changed)}"
            found.append(f"{cell.where}: {what}; work on a copy, or under another name")
        if unseeded - known:
            what = f"{_listed(unseeded - known)} is another each time"
            found.append(f"{cell.where}: {what}; give each draw the lesson's seed")
        known |= unseeded
    return found


def _forked(steps: list[Step], times: int, state: int) -> dict[str, list[Digests]] | None:
    """Run all in a fork, in a state of the world; None for what is found by running the lesson."""
    job = partial(_all_digests, steps, times, state)
    result = run_forked([job], cpu=2 * soundness.CPU, wall=2 * soundness.WALL)[0]
    return None if isinstance(result, Lost) else result


def _unlike(one: Digests, other: Digests) -> set[str]:
    """Return the names that have a digest in both and not the same."""
    return {name for name in one.keys() & other.keys() if one[name] != other[name]}


def _all_digests(steps: list[Step], times: int, state: int) -> dict[str, list[Digests]]:
    """Run each cell ``times`` times, in ``state``; return digests of what it reads and binds each time."""
    soundness.stir(state)
    space, found = Namespace(), {}
    for cell, solution in steps:
        found[cell.id] = []
        for _ in range(times):
            _play(space, cell, solution)
            found[cell.id].append(_digests(space, cell))
    return found


def _play(space: Namespace, cell: CodeCell, solution: str | None) -> Ran:
    """Run a cell, after the printed solution where it is a check that has one."""
    if solution is not None:
        _run(space, cell, solution)
    return _run(space, cell)


def _digests(space: Namespace, cell: CodeCell) -> Digests:
    """Return digests of what a cell reads and binds, by name."""
    names = names_of(cell.source)
    return soundness.digests(space.names, names.binds | names.reads)


def _listed(names: set[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
