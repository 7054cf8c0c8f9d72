"""What a course wants people to be able to do, across its assignments: the file objectives.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import yaml
from pydantic import TypeAdapter, ValidationError

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.report.scores import by_student
from ecotools.measure import Measure, missing

FILE = "objectives.yaml"
COLUMNS = ["assignment", "objective", "tasks", "hand_ins", "mean_share"]
Objectives = Mapping[str, list[str]]
_ALL = TypeAdapter(dict[str, list[str]])
CHANGE = (
    "mean share in the later half of the assignments minus that in the earlier half; a middle one is left out"
)


class ObjectivesError(AssignmentError):
    """A file of objectives that cannot be read; the text names it and what is wrong."""


def read_objectives(root: Path) -> dict[str, list[str]]:
    """Return the objectives of a course, each with the names of its tasks; none without the file.

    A task is named as its check names it ("02-q1"), with its assignment before it where several have one of
    that name ("02-journey-mapping/q1").

    Raises
    ------
    ObjectivesError
        When the file cannot be read.
    """
    file = root / FILE
    try:
        return _ALL.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")) or {})
    except FileNotFoundError:
        return {}
    except (OSError, yaml.YAMLError, ValidationError) as error:
        expected = "expected objectives, each with a list of tasks"
        raise ObjectivesError(f"{file}: {expected}: {error}") from error


def by_objective(tasks: pd.DataFrame, objectives: Objectives) -> pd.DataFrame:
    """Return how the class did on each objective in each assignment that has tasks for it.

    Parameters
    ----------
    tasks : the graded cells, see ``results.tasks``.
    objectives : see `read_objectives`.

    Returns
    -------
    DataFrame
        Columns assignment, objective, tasks (how many), hand_ins, mean_share (of the points of these tasks,
        over all hand-ins, 0..1; NaN while they wait for a person). In the order of the assignments' names.
    """
    rows = []
    for assignment, cells in tasks.groupby("assignment", sort=True):
        scores, points = by_student(cells)
        for objective, named in objectives.items():
            mine = [task for task in scores.columns if {task, f"{assignment}/{task}"} & set(named)]
            there = scores[mine].notna().mul(points[mine], axis=1).to_numpy().sum()
            share = scores[mine].sum().sum() / there if there else float("nan")
            if mine:
                rows.append([assignment, objective, len(mine), len(scores), share])
    return pd.DataFrame(rows, columns=COLUMNS)


def change(shares: Iterable[float]) -> Measure:
    """Return how a share changed over assignments in their order, as a difference of shares.

    >>> change([0.5, 0.7, 0.8]), change([0.5]).reason
    (0.30000000000000004, 'fewer than 2 assignments have a score')
    """
    there = pd.Series(list(shares), dtype=float).dropna()
    half = len(there) // 2
    if not half:
        return missing("fewer than 2 assignments have a score", definition=CHANGE, unit="fraction")
    return Measure(there[-half:].mean() - there[:half].mean(), definition=CHANGE, unit="fraction")


def unknown(objectives: Objectives, there: Iterable[tuple[str, str]]) -> list[str]:
    """Return the tasks that objectives name and no assignment has.

    ``there`` are assignment and name of all tasks.
    """
    known = {name for assignment, task in there for name in (task, f"{assignment}/{task}")}
    return sorted({task for named in objectives.values() for task in named} - known)
