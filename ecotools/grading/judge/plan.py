"""What the judge runs of an assignment, and what it asks of a hand-in: read off the instructor's notebook."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable
from dataclasses import dataclass

from ecotools.grading.judge.names import CellNames, as_python, names_of, parsed

PARAMETERS, SETUP, SOLUTION, TEST = "parameters", "setup", "solution", "test"
STUDENT = "STUDENT_ID"
_BUILTINS = frozenset(dir(builtins)) | {"get_ipython", "display", "_", "__name__"}
# Methods that show a part of a table or a text and change nothing.
_SHOWING = {"head", "tail", "describe", "info", "sample", "show", "style", "round", "quote"}


@dataclass(frozen=True)
class SourceCodeCell:
    """One code cell of the instructor's notebook: its kind, its name (of nbgrader, or its id), its text."""

    kind: str
    name: str
    source: str


@dataclass(frozen=True)
class JudgeStep:
    """One thing that the judge does.

    A ``test`` gets stand-ins for the names ``asked``, which the hand-in binds, and for those of ``wanted``
    that the judge does not have itself.
    """

    kind: str
    name: str
    source: str
    asked: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names that are asked of a hand-in."""
        return self.asked + self.wanted


@dataclass(frozen=True)
class JudgePlan:
    """The steps of the judge in the order of the notebook, and the tests that run in the hand-in's process.

    Parameters
    ----------
    steps : set-up cells and tests that the judge runs.
    in_place : names of tests that cannot be judged.
    at_the_end : whether tests wait until the last cell of a hand-in has run, so that nothing of what they
        send can come out in a later cell. Tests that call ``check`` can wait; others run where they stand.
    parameters : whether the notebook has a cell of parameters, and so may know a STUDENT_ID.
    """

    steps: tuple[JudgeStep, ...] = ()
    in_place: tuple[str, ...] = ()
    at_the_end: bool = True
    parameters: bool = False

    def test(self, name: str) -> JudgeStep | None:
        """Return the test of that name when the judge runs it, None otherwise."""
        return next((one for one in self.steps if one.kind == TEST and one.name == name), None)


def make_plan(cells: Iterable[SourceCodeCell], in_place: Iterable[str] = ()) -> JudgePlan:
    """Return the plan for a notebook.

    A set-up cell that reads, directly or through other cells, a name that a solution cell binds belongs to
    the hand-in: its names are asked of the hand-in too. A test whose own names later cells of the hand-in
    use runs in the hand-in's process.

    Parameters
    ----------
    cells : the code cells of the notebook in order.
    in_place : names of tests that were seen not to work in the judge.
    """
    given = [(cell, names_of(cell.source)) for cell in cells]
    kept = frozenset(in_place) | _used_later(given)
    solved = frozenset().union(*(names.binds for cell, names in given if cell.kind == SOLUTION))
    theirs: set[str] = set()
    ours: set[str] = set()
    steps = []
    for cell, names in given:
        if cell.kind == SOLUTION or (cell.kind == TEST and cell.name in kept):
            theirs |= names.binds
            continue
        if cell.kind == TEST:
            steps.append(_test(cell, names, theirs, ours))
        elif names.reads & theirs or names.deferred & (theirs | (solved - ours)):
            theirs |= names.binds
            continue
        elif not only_shows(cell.source):
            steps.append(JudgeStep(cell.kind, cell.name, cell.source))
        theirs -= names.binds
        ours |= names.binds
    late = all("check" in names.reads for cell, names in given if cell.kind == TEST)
    return JudgePlan(
        tuple(steps), tuple(sorted(kept)), late, any(cell.kind == PARAMETERS for cell, _ in given)
    )


def _test(cell: SourceCodeCell, names: CellNames, theirs: set[str], ours: set[str]) -> JudgeStep:
    read = names.reads | names.deferred | _in_texts(cell.source)
    asked = tuple(sorted(read & theirs))
    wanted = tuple(sorted(read - theirs - ours - _BUILTINS - names.binds))
    return JudgeStep(TEST, cell.name, cell.source, asked, wanted)


def _in_texts(source: str) -> set[str]:
    """Return the names in what a test holds as text: those given to `check`, and those of its expressions."""
    tree = parsed(as_python(source))
    found: set[str] = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)) if tree else ():
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in {"check", "example", "same"}:
            held = [
                one for given in call.args[:1] + call.args[1:] * (name == "check") for one in ast.walk(given)
            ]
            texts = [
                one.value for one in held if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            found |= set().union(*(names_of(text).reads for text in texts))
    return found


def _used_later(given: list[tuple[SourceCodeCell, CellNames]]) -> frozenset[str]:
    """Return the tests that bind a name which a later cell of the hand-in reads, and no cell before binds."""
    found = set()
    for place, (cell, names) in enumerate(given):
        if cell.kind != TEST:
            continue
        before = frozenset().union(*(one.binds for other, one in given[:place] if other.kind != TEST))
        own, later = names.binds - before, set()
        for other, one in given[place + 1 :]:
            if other.kind != TEST:
                later |= (one.reads | one.deferred) & own
                own -= one.binds
        if later:
            found.add(cell.name)
    return frozenset(found)


def only_shows(source: str) -> bool:
    """Return whether a cell does nothing but show something: one expression that changes nothing.

    >>> only_shows("orders.head()"), only_shows("print(orders)"), only_shows("pd.set_option('a', 1)")
    (True, True, False)
    """
    tree = parsed(as_python(source))
    if tree is None or len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return False
    shown = tree.body[0].value
    if isinstance(shown, ast.Name | ast.Attribute | ast.Subscript | ast.Constant):
        return True
    if not isinstance(shown, ast.Call):
        return False
    if isinstance(shown.func, ast.Name):
        return shown.func.id in {"print", "display"}
    return isinstance(shown.func, ast.Attribute) and shown.func.attr in _SHOWING
