"""The tasks of a plan and what each waits for: read from a table or a blueprint, as a dependency graph."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint
from ecotools.metrics.columns import numbers, refuse, rows

UNSAID = {
    "previous": "a phase that does not say what it waits for waits for the one that starts before it",
    "nothing": "a phase that does not say what it waits for waits for nothing",
}


@dataclass(frozen=True)
class Tasks:
    """Tasks in an order in which none comes before what it waits for.

    Attributes
    ----------
    order : list of str
        Their ids; of those that could come next, the alphabet decides.
    before : dict
        Task -> the tasks that must end before it.
    table : DataFrame
        The table they were read from, indexed by id, in this order.
    """

    order: list[str]
    before: dict[str, list[str]]
    table: pd.DataFrame

    @property
    def after(self) -> dict[str, list[str]]:
        """Task -> the tasks that wait for it."""
        return {task: [other for other in self.order if task in self.before[other]] for task in self.order}

    def days(self, column: str = "days") -> dict[str, float]:
        """Return the numbers of a column by task."""
        return dict(zip(self.order, self.table[column], strict=True))


def blueprint_tasks(blueprint: Blueprint, *, unsaid: str = "previous") -> pd.DataFrame:
    """Return the phases of a blueprint's plan as a table of tasks.

    Parameters
    ----------
    blueprint : Blueprint
        One whose ``plan.phases`` say their first and their last day.
    unsaid : {"previous", "nothing"}
        What a phase without ``depends_on`` waits for: the phase that starts before it, or nothing.

    Returns
    -------
    DataFrame
        One row per phase: task (its id), name, days (calendar days, the first and the last included), after
        (a list), owner, and stated_start and stated_end (days counted from 1 at the first day of the plan).
        ``attrs["start"]`` is the plan's first date, None when it counts days.

    Raises
    ------
    ValueError
        When there is no plan, a phase does not say its days, or some have dates and others count days.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: Q
    ... plan:
    ...   phases:
    ...     - {id: make, start: 2026-01-12, end: 2026-01-25, depends_on: []}
    ...     - {id: sell, start: 2026-01-26, end: 2026-02-01, depends_on: [make]}
    ... ''')
    >>> blueprint_tasks(blueprint)[["task", "days", "after", "stated_start"]].values.tolist()
    [['make', 14, [], 1], ['sell', 7, ['make'], 15]]
    """
    errors.one_of(unsaid, UNSAID, "unsaid")
    phases = _phases(blueprint)
    dated = phases[0].start is not None
    first = min(phase.start for phase in phases) if dated else None
    lines = []
    for phase in phases:
        start = (phase.start - first).days + 1 if dated else phase.start_day
        end = start + phase.length_days - 1
        lines.append([phase.id, phase.name or phase.id, phase.length_days, phase.depends_on])
        lines[-1] += [phase.owner or "", start, end]
    columns = ["task", "name", "days", "after", "owner", "stated_start", "stated_end"]
    table = pd.DataFrame(lines, columns=columns)
    table["after"] = _filled(table, unsaid)
    table = table.sort_values(["stated_start", "stated_end", "task"], ignore_index=True)
    table.attrs["start"] = pd.Timestamp(first) if dated else None
    table.attrs["definition"] = {"unsaid": unsaid}
    return table


def read_tasks(tasks: pd.DataFrame, *needed: str, name: str = "tasks") -> Tasks:
    """Return a table of tasks read and put in order; ``needed`` are its columns of numbers, else ``days``.

    >>> plan = pd.DataFrame({"task": ["open", "write"], "days": [1, 10], "after": ["write", None]})
    >>> read_tasks(plan).order
    ['write', 'open']
    """
    needed = needed or ("days",)
    table = errors.columns(tasks, ["task", *needed], name)
    if table.empty:
        raise ValueError(f"{name} has no rows: a plan needs a task")
    table = table.assign(task=_names(table, name))
    for column in needed:
        table[column] = not_negative(table, column, name)
    waits = table["after"] if "after" in table.columns else pd.Series([None] * len(table), table.index)
    before = {
        task: _ids(cell, f"{name}.after")
        for task, cell in zip(table["task"], waits.astype(object), strict=True)
    }
    order = _order(before, name)
    return Tasks(order, before, table.set_index("task", drop=False).loc[order])


def not_negative(table: pd.DataFrame, column: str, name: str) -> np.ndarray:
    """Return a column as numbers of zero or more.

    >>> not_negative(pd.DataFrame({"days": [-1]}), "days", "tasks")
    Traceback (most recent call last):
    ValueError: tasks: days is below zero in row 0
    """
    found = numbers(table, column, name)
    refuse(table, found < 0, name, f"{column} is below zero")
    return found


def _phases(blueprint: Blueprint) -> list:
    if not isinstance(blueprint, Blueprint):
        raise TypeError(f"blueprint must be a Blueprint, not {type(blueprint).__name__}")
    phases = (blueprint.plan.phases if blueprint.plan else None) or []
    if not phases:
        raise ValueError("blueprint has no plan.phases: say the phases of the plan with their days")
    silent = [phase.id for phase in phases if phase.length_days is None]
    if silent:
        raise ValueError(f"blueprint: the phase {silent[0]!r} does not say its first and its last day")
    if len({phase.start is not None for phase in phases}) > 1:
        raise ValueError(
            "blueprint: some phases have dates and others count days; use one of the two for all"
        )
    return phases


def _filled(table: pd.DataFrame, unsaid: str) -> list[list[str]]:
    """Return what each phase waits for, also where it does not say so."""
    by_start = table.sort_values(["stated_start", "stated_end", "task"])["task"].tolist()
    earlier = dict(zip(by_start[1:], by_start, strict=False))
    found = []
    for task, said in zip(table["task"], table["after"], strict=True):
        guess = [earlier[task]] if unsaid == "previous" and task in earlier else []
        found.append(guess if said is None else list(said))
    return found


def _names(table: pd.DataFrame, name: str) -> pd.Series:
    given = table["task"].astype(object)
    wrong = given.map(lambda task: not isinstance(task, (str, int, np.integer)) or isinstance(task, bool))
    lacking = (wrong | given.isna()).to_numpy(dtype=bool)
    refuse(table, lacking, name, "task is missing or no name")
    names = given.astype(str).str.strip()
    refuse(table, (names == "").to_numpy(dtype=bool), name, "task is empty")
    again = names.duplicated().to_numpy(dtype=bool)
    if again.any():
        raise ValueError(f"{name}: task {names[again].iloc[0]!r} is there twice, in {rows(table, again)}")
    return names


def _ids(cell: object, name: str) -> list[str]:
    """Return the tasks that a cell names."""
    if isinstance(cell, str):
        return list(dict.fromkeys(part.strip() for part in cell.split(",") if part.strip()))
    if isinstance(cell, Iterable):
        return list(dict.fromkeys(str(part).strip() for part in cell))
    if cell is None or pd.isna(cell):
        return []
    if isinstance(cell, (int, np.integer)) and not isinstance(cell, bool):
        return [str(cell)]
    if isinstance(cell, (float, np.floating)) and float(cell).is_integer():
        return [str(int(cell))]  # a column of numbers with blanks holds floats
    raise TypeError(f"{name} must hold names of tasks, such as 'write, film', not {cell!r}")


def _order(before: dict[str, list[str]], name: str) -> list[str]:
    for task, waits in before.items():
        for one in waits:
            if one not in before:
                close = errors.nearest(one, before)
                hint = f"; did you mean {close!r}?" if close else ""
                raise ValueError(f"{name}.after: {task!r} waits for {one!r}, which is not in 'task'{hint}")
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(before))
    graph.add_edges_from(sorted((one, task) for task, waits in before.items() for one in waits))
    if not nx.is_directed_acyclic_graph(graph):
        circle = [edge[0] for edge in nx.find_cycle(graph)]
        start = circle.index(min(circle))
        circle = circle[start:] + circle[:start]
        raise ValueError(
            f"{name} wait for each other in a circle: {' → '.join([*circle, circle[0]])}. "
            "Take one of these out of the column 'after'"
        )
    return list(nx.lexicographical_topological_sort(graph))
