"""The learner's progress to look at: a panel in a notebook, text elsewhere, tables to work with."""

import datetime
import html
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ecotools.english import plural
from ecotools.outcomes import ON_CARD, RIGHT, WRONG

from . import store
from .badges import BADGES
from .card import points_words
from .catalogue import Module, Task, course
from .history import is_right, is_well_formed, streak
from .places import course_folder, progress_file

_DONE, _STARTED = ON_CARD[RIGHT], ON_CARD[WRONG]
_OPEN, _BY_HAND = "to do", "marked by a person"
_FORMED = "checked when graded"


class Progress:
    """How far a learner has come. Shown as a panel in a notebook; made by `progress`.

    Attributes
    ----------
    table : DataFrame
        One row per task: module, task, title, kind, points, status, tries, first_right.
    modules : DataFrame
        One row per module: module, title, tries_right, tries_all, tasks_right, tasks_all, points, by_hand,
        points_all. ``points_all`` are all points of the assignment, ``by_hand`` those of its written answers.
    badges : dict
        Id of each badge earned -> the day.
    streak : int
        Days in a row.
    """

    def __init__(self, history: Mapping, modules: tuple[Module, ...], today: datetime.date, note: str = ""):
        self.note = note
        self.badges = {name: history["badges"][name] for name in BADGES if name in history["badges"]}
        self.streak = streak(history["days"], today)
        modules = _with_others(modules, history["tasks"])
        self.table = _table(modules, history["tasks"])
        self.modules = _modules(modules, self.table)

    @property
    def points(self) -> float:
        """Points of the tasks whose check is right so far. Grading tries other data."""
        return float(self.modules["points"].sum())

    @property
    def points_all(self) -> float:
        """Points of all assignments, written answers included."""
        return float(self.modules["points_all"].sum())

    @property
    def points_by_hand(self) -> float:
        """Points that a person gives, for written answers."""
        return float(self.modules["by_hand"].sum())

    def __repr__(self) -> str:
        lines = [self._summary()]
        lines += [f"  {row.module} {row.title}: {_module_words(row)}" for row in self.modules.itertuples()]
        lines.append(
            f"  Badges so far: {', '.join(BADGES[name].title for name in self.badges) or 'none yet'}"
        )
        return "\n".join(lines + [f"  {line}" for line in (self._meaning(), self.note) if line])

    def _summary(self) -> str:
        days = f"{plural(self.streak, 'day')} in a row"
        return f"Your progress: {self.points:g} of {points_words(self.points_all)} so far, {days}"

    def _meaning(self) -> str:
        """Return what the points so far do not hold."""
        if not self.points_all:
            return ""
        words = "Your checks give these points so far; other data are tried when your work is graded."
        by_hand = self.points_by_hand
        if not by_hand:
            return words
        verb = "is" if by_hand == 1 else "are"
        return f"{words} {points_words(by_hand)} {verb} for written answers, which a person marks."

    def _repr_html_(self) -> str:
        parts = [f"<strong>{html.escape(self._summary())}</strong>"]
        parts += [_paragraph(self.note)] if self.note else []
        parts += [_modules_html(self.modules), _paragraph(self._meaning()), _badges_html(self.badges)]
        return f"<section aria-label='Your progress' style='{_BOX}'>{''.join(parts)}</section>"


def progress(file: str | Path | None = None) -> Progress:
    """Return the learner's progress: points, tries, badges and days in a row, module by module.

    It reads ``progress.json`` in the course folder, which checks write, and the notebooks, for what there
    is to do. Nothing is sent anywhere, and nothing is written.

    Parameters
    ----------
    file : str or Path, optional
        Another progress file.

    Examples
    --------
    >>> progress("no-such-file.json").points
    0.0
    """
    path = Path(file) if file is not None else progress_file() or course_folder() / "progress.json"
    try:
        history, note = store.read(path), ""
    except (store.Unreadable, OSError) as error:
        history = store.empty()
        note = f"{path.name} could not be read ({error}). The next check keeps it beside a new one."
    return Progress(history, course(), datetime.date.today(), note)


def _with_others(modules: tuple[Module, ...], done: Mapping) -> tuple[Module, ...]:
    """Return the modules, and those of tasks that were done here but that no notebook has."""
    known = {task.id for module in modules for task in module.tasks}
    others: dict[str, list[Task]] = {}
    for name in sorted(done):
        if name not in known:
            points = done[name].get("points")
            kind = "try" if points is None else "task"
            others.setdefault(name.partition("-")[0], []).append(Task(name, "", kind, points))
    by_number = {module.number: module for module in modules}
    for number, tasks in others.items():
        before = by_number.get(number, Module(number, "", ()))
        by_number[number] = Module(number, before.title, (*before.tasks, *tasks))
    return tuple(by_number[number] for number in sorted(by_number))


def _table(modules: tuple[Module, ...], done: Mapping) -> pd.DataFrame:
    rows = []
    for module in modules:
        for task in module.tasks:
            past = done.get(task.id, {})
            rows.append(
                {
                    "module": module.number,
                    "task": task.id,
                    "title": task.title,
                    "kind": task.kind,
                    "points": task.points,
                    "status": _status(task, past),
                    "tries": past.get("tries", 0),
                    "first_right": past.get("first_right"),
                }
            )
    columns = ["module", "task", "title", "kind", "points", "status", "tries", "first_right"]
    return pd.DataFrame(rows, columns=columns)


def _status(task: Task, past: Mapping) -> str:
    if task.kind == "written":
        return _BY_HAND
    if task.kind == "reading" and past:
        return ON_CARD.get(str(past.get("outcome")), _OPEN)
    if is_well_formed(past):
        return _FORMED
    return _DONE if is_right(past) else _STARTED if past else _OPEN


def _modules(modules: tuple[Module, ...], table: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for module in modules:
        mine = table[table["module"] == module.number]
        tries, tasks = mine[mine["kind"] == "try"], mine[mine["kind"] == "task"]
        right = tasks[tasks["status"] == _DONE]
        rows.append(
            {
                "module": module.number,
                "title": module.title,
                "tries_right": int((tries["status"] == _DONE).sum()),
                "tries_all": len(tries),
                "tasks_right": len(right),
                "tasks_all": len(tasks),
                "points": float(right["points"].sum()),
                "by_hand": float(mine.loc[mine["kind"] == "written", "points"].sum()),
                "points_all": float(mine["points"].sum()),
            }
        )
    names = [
        "module",
        "title",
        "tries_right",
        "tries_all",
        "tasks_right",
        "tasks_all",
        "points",
        "by_hand",
        "points_all",
    ]
    return pd.DataFrame(rows, columns=names)


def _module_words(row) -> str:
    parts = [f"{row.tries_right} of {row.tries_all} tries"] if row.tries_all else []
    parts += [f"{row.tasks_right} of {row.tasks_all} tasks, {row.points:g} of {points_words(row.points_all)}"]
    return ", ".join(parts)


_BOX = (
    "color:var(--jp-content-font-color0,#111827);background:var(--jp-layout-color1,#fff);"
    "border:1px solid var(--jp-border-color1,#9ca3af);padding:.6em 1em;max-width:60em;"
    "font-family:var(--jp-content-font-family,system-ui,sans-serif);line-height:1.5"
)
_CELL = "text-align:{align};padding:.2em .9em .2em 0;color:inherit;background:none"
_HEADS = ("Module", "Tries in the lesson", "Tasks right so far", "Points so far")


def _modules_html(modules: pd.DataFrame) -> str:
    head = "".join(
        f"<th scope='col' style='{_CELL.format(align='right' if place else 'left')}'>{name}</th>"
        for place, name in enumerate(_HEADS)
    )
    rows = "".join(_module_row(row) for row in modules.itertuples())
    caption = "<caption style='text-align:left;color:inherit'>Module by module</caption>"
    if not rows:
        return "<p>There are no notebooks of the course here: open JupyterLab in the course folder.</p>"
    return (
        f"<table style='border-collapse:collapse;margin:.5em 0;font-size:inherit'>{caption}"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _module_row(row) -> str:
    numbers = (
        f"{row.tries_right} of {row.tries_all}" if row.tries_all else "none",
        f"{row.tasks_right} of {row.tasks_all}{_bar(row)}",
        f"{row.points:g} of {row.points_all:g}",
    )
    cells = "".join(f"<td style='{_CELL.format(align='right')}'>{text}</td>" for text in numbers)
    name = html.escape(f"{row.module} {row.title}".strip())
    left = _CELL.format(align="left")
    return (
        f"<tr style='background:none'><th scope='row' style='{left};font-weight:400'>{name}</th>{cells}</tr>"
    )


def _paragraph(text: str) -> str:
    return f"<p style='margin:.3em 0'>{html.escape(text)}</p>" if text else ""


def _bar(row) -> str:
    """Return a bar that repeats the numbers beside it, and so is hidden from screen readers."""
    share = row.tasks_right / row.tasks_all if row.tasks_all else 0
    track = "display:inline-block;width:5em;height:.7em;margin-left:.6em;vertical-align:middle;"
    edge = "border:1px solid var(--jp-content-font-color2,#6b7280)"
    fill = f"<span style='display:block;height:100%;width:{share:.0%};background:#1a7f37'></span>"
    return f"<span aria-hidden='true' style='{track}{edge}'>{fill}</span>"


def _badges_html(badges: Mapping[str, str]) -> str:
    if not badges:
        return "<p style='margin:.3em 0'>No badges yet: the first right answer earns one.</p>"
    items = "".join(
        f"<li><strong>{html.escape(BADGES[name].title)}</strong> · {html.escape(BADGES[name].meaning)} "
        f"<span>({html.escape(str(day))})</span></li>"
        for name, day in badges.items()
    )
    return _paragraph("Badges so far") + f"<ul style='margin:.1em 0 .3em;padding-left:1.3em'>{items}</ul>"
