"""A task written once: its examples, its hidden cases, the slips that learners make, and other right answers.

A file ``tasks.py`` beside the source notebook holds a list ``TASKS``. From it come the visible check and the
hidden tests of each task, and the answers that prove them:

>>> TASKS = [
...     task(
...         "02-q1",
...         points=3,
...         names="share",
...         examples={"share(1, 4)": "0.25", "share(2, 5)": "0.4"},
...         hidden=["share(0, 7)", "share(7, 8)"],
...         slips=[slip("part / whole", "100 * part / whole", says="A share is a fraction, not a percent.")],
...         also=[form("with numpy", "import numpy as np\\nshare = np.divide")],
...     )
... ]
>>> TASKS[0].slips[0].name
'part / whole → 100 * part / whole'
"""

from __future__ import annotations

import runpy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

from ecotools.grading.assignment import AssignmentError

__all__ = ["TaskError", "form", "slip", "task"]
__dir__ = __all__.copy

FILE = "tasks.py"


class TaskError(AssignmentError):
    """A ``tasks.py`` that cannot be used; the text names the file and the task."""


@dataclass(frozen=True)
class AnswerChange:
    """Another answer: the whole solution cell, or one edit of the reference solution.

    ``cell`` is the ``grade_id`` of the solution cell, where a task has several.
    """

    text: str
    old: str = ""
    cell: str = ""

    def of(self, solution: str) -> str:
        """Return the answer, made of the reference ``solution`` where it is an edit.

        Raises
        ------
        TaskError
            When what is to be replaced is not there exactly once.
        """
        if not self.old:
            return self.text
        times = solution.count(self.old)
        if times != 1:
            raise TaskError(f"the edit of {self.old!r} applies {times} times; expected once")
        return solution.replace(self.old, self.text)


@dataclass(frozen=True)
class Slip:
    """A wrong answer that learners give, and the sentence they read then."""

    name: str
    change: AnswerChange
    says: str
    hidden_only: bool = False


@dataclass(frozen=True)
class Form:
    """A right answer of another form than the reference solution."""

    name: str
    change: AnswerChange


@dataclass(frozen=True)
class TaskText:
    """What ``tasks.py`` says of one task; see `task`."""

    id: str
    points: float
    names: tuple[str, ...]
    examples: Mapping[str, str]
    hidden: tuple[str, ...]
    slips: tuple[Slip, ...] = ()
    also: tuple[Form, ...] = ()
    form: Mapping[str, str] = field(default_factory=dict)
    right: str = ""
    mutates: bool = False
    survivors: Mapping[str, str] = field(default_factory=dict)
    how: Mapping[str, Any] = field(default_factory=dict)


def task(
    id: str,
    *,
    points: float,
    names: str | Sequence[str],
    examples: Mapping[str, str] = {},
    hidden: Sequence[str] = (),
    slips: Iterable[Slip] = (),
    also: Iterable[Form] = (),
    form: Mapping[str, str] = {},
    right: str = "",
    mutates: bool = False,
    survivors: Mapping[str, str] = {},
    **how: Any,
) -> TaskText:
    """Describe a task.

    Parameters
    ----------
    id : the task's id, "04-q1".
    points : what it is worth; heading and metadata must say the same.
    names : the names that the learner's cell must bind.
    examples : expressions that the visible check evaluates, as a learner would type them, each with what is
        expected as Python text; at least two for a function.
    hidden : expressions that are evaluated when the task is graded; what is expected is what the reference
        solution gives. They may use what the set-up cells bind.
    slips : wrong answers with their sentence, made with `slip`.
    also : right answers of other forms, made with `form`.
    form : for values that only the hidden tests judge: the name of each, and another value of its form as
        Python text.
    right : one sentence on what a right answer means.
    mutates : whether the function may change what it is given.
    survivors : mutations that cannot be told from the reference solution, each with the reason.
    **how : how to compare, as the comparers of `expect` take it: ``tol``, ``rel``, ``order``, ``kind``.

    Raises
    ------
    TaskError
        When something is missing or of another kind than expected.
    """
    bound = (names,) if isinstance(names, str) else tuple(names)
    texts = [*examples, *examples.values(), *hidden, *form, *form.values(), *bound]
    if not bound or not all(isinstance(text, str) and text.strip() for text in texts):
        raise TaskError(f"{id}: names, examples, hidden and form must be non-empty texts")
    for text in (*examples, *examples.values(), *hidden, *form.values()):
        _must_be_an_expression(id, text)
    if not hidden:
        raise TaskError(f"{id}: give at least one hidden case: an expression such as 'share(3, 8)'")
    if not examples and not form:
        raise TaskError(f"{id}: give examples, or a form where only the hidden tests judge the value")
    return TaskText(
        id,
        points,
        bound,
        dict(examples),
        tuple(hidden),
        tuple(slips),
        tuple(also),
        dict(form),
        right,
        mutates,
        dict(survivors),
        how,
    )


def _must_be_an_expression(id: str, text: str) -> None:
    """Refuse a text that Python cannot read: reference and answer would both fail on it, and so agree."""
    try:
        compile(text, FILE, "eval")
    except SyntaxError as error:
        raise TaskError(f"{id}: {text!r} is not a Python expression: {error.msg}") from None


def slip(*change: str, says: str, name: str = "", cell: str = "", hidden_only: bool = False) -> Slip:
    """Describe a wrong answer: the whole cell, or the old and the new text of one edit of the solution.

    Parameters
    ----------
    *change : one text (the answer), or two (what to replace in the reference solution, and by what).
    says : the sentence that the learner reads.
    name : what the slip is, in a few words; by default the edit.
    cell : the solution cell it is of, where the task has several.
    hidden_only : whether no example shows it; its sentence then goes to feedback and report.
    """
    if not says.strip():
        raise TaskError("a slip needs a sentence for the learner: says=…")
    return Slip(name or _named(change), _change(change, cell), says, hidden_only)


def form(name: str, *change: str, cell: str = "") -> Form:
    """Describe another right answer: the whole cell, or the old and the new text of one edit."""
    return Form(name, _change(change, cell))


def _change(change: tuple[str, ...], cell: str) -> AnswerChange:
    if len(change) == 1:
        return AnswerChange(dedent(change[0]).strip("\n"), cell=cell)
    if len(change) == 2 and change[0]:
        return AnswerChange(change[1], change[0], cell)
    raise TaskError(f"give one text, or what to replace and by what; not {len(change)} texts")


def _named(change: tuple[str, ...]) -> str:
    lines = [" ".join(text.split()) for text in change]
    return " → ".join(line if len(line) <= 60 else f"{line[:57]}…" for line in lines)


def load(folder: str | Path) -> dict[str, TaskText]:
    """Return the tasks that ``tasks.py`` in ``folder`` describes, by id; none where there is no such file.

    Raises
    ------
    TaskError
        When the file cannot be run, or ``TASKS`` is not a list made with `task`.
    """
    path = Path(folder) / FILE
    if not path.exists():
        return {}
    try:
        held = runpy.run_path(str(path)).get("TASKS")
    except Exception as error:
        raise TaskError(f"{path}: {type(error).__name__}: {error}") from error
    if not isinstance(held, list) or not all(isinstance(one, TaskText) for one in held):
        raise TaskError(f"{path}: TASKS must be a list made with task(…)")
    found: dict[str, TaskText] = {}
    for one in held:
        if one.id in found:
            raise TaskError(f"{path}: two tasks have the id {one.id!r}")
        found[one.id] = one
    return found
