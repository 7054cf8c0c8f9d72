"""Small changes of a reference solution that its checks should refuse: slips of the hand.

A mutant is named by what it changes, ``n > 1 → n >= 1``, so that its name survives other edits.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ecotools.grading.assignment import SOLUTION, Assignment, AssignmentCell, AssignmentTask
from ecotools.grading.authoring.argument_slips import ARGUMENTS, SLIPS
from ecotools.grading.authoring.mutations import CHANGES
from ecotools.grading.authoring.tasks import FILE

LONGEST = 90  # characters of a name on either side of the arrow


@dataclass(frozen=True)
class Mutant:
    """A changed solution: what was changed (its name), the line of the cell it is in, the whole new code."""

    name: str
    line: int
    code: str


def mutants(source: str) -> list[Mutant]:
    """Return the mutants of a solution cell: changes between its marks, or anywhere when it has none.

    Docstrings, annotations, messages of errors and imports are left alone, since a check cannot and
    should not tell them apart. A change that leaves the same program is none.

    Examples
    --------
    >>> for mutant in mutants("def half(n):\\n    return n / 2"):
    ...     print(mutant.name)
    n / 2 → n * 2
    n / 2 → n / 3
    n / 2 → n / 1
    """
    tree = ast.parse(source)
    original, allowed = ast.dump(tree), _allowed_lines(source)
    seen, count, made = {original}, Counter(), []
    for path in _paths(tree):
        node = _at(tree, path)
        line = _line(node)
        if line not in allowed:
            continue
        for change in CHANGES:
            for new in change(node):
                mutated = _replaced(tree, path, new)
                same = ast.dump(mutated)
                if same in seen:
                    continue
                seen.add(same)
                name = _name(tree, mutated, path)
                count[name] += 1
                name = f"{name} (#{count[name]})" if count[name] > 1 else name
                made.append(Mutant(name, line, ast.unparse(ast.fix_missing_locations(mutated))))
    return made


def of_task(assignment: Assignment, task: AssignmentTask) -> list[tuple[AssignmentCell, Mutant]]:
    """Return the mutants of a task, each with the solution cell that it is of.

    Tasks that are described in ``tasks.py`` have those that change arguments, too.
    """
    described = (assignment.path.parent / FILE).exists()
    return [
        (cell, mutant)
        for cell in task.of_kind("solution")
        for mutant in [
            *mutants(cell.source),
            *(argument_mutants(cell.source) if described else ()),
        ]
    ]


def argument_mutants(source: str) -> list[Mutant]:
    """Return mutants in which each function of a solution cell changes what it is given before it works.

    >>> argument_mutants("def half(n):\\n    return n / 2")[0].name
    'half(arguments sorted)'
    """
    names = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return [
        Mutant(
            f"{name}{ARGUMENTS}{slip})",
            0,
            f"{source}\n\nfrom ecotools.grading.authoring.argument_slips import slipped\n"
            f"{name} = slipped({name}, {slip!r})",
        )
        for name in names[-1:]
        for slip in SLIPS
    ]


def _line(node: ast.AST) -> int | None:
    """Return the line that ``node`` begins in; a ``for`` of a comprehension knows only those of its parts."""
    return next((part.lineno for part in ast.walk(node) if hasattr(part, "lineno")), None)


def _allowed_lines(source: str) -> set[int]:
    lines = source.split("\n")
    if not any(SOLUTION[0] in line for line in lines):
        return set(range(1, len(lines) + 1))
    allowed, inside = set(), False
    for number, line in enumerate(lines, 1):
        inside = (inside or SOLUTION[0] in line) and SOLUTION[1] not in line
        if inside:
            allowed.add(number)
    return allowed


Path = tuple[tuple[str, int | None], ...]


def _paths(tree: ast.AST) -> Iterator[Path]:
    """Yield the way to each node that may be changed, outermost first."""

    def walk(node: ast.AST, path: Path) -> Iterator[Path]:
        for field, value in ast.iter_fields(node):
            if _left_alone(node, field):
                continue
            items = enumerate(value) if isinstance(value, list) else [(None, value)]
            for place, item in items:
                changeable = isinstance(item, ast.AST) and not _is_print(item)
                if changeable and not _is_docstring(node, field, place, item):
                    step = (*path, (field, place))
                    yield step
                    yield from walk(item, step)

    return walk(tree, ())


def _left_alone(node: ast.AST, field: str) -> bool:
    """Whether ``field`` of ``node`` holds prose or types rather than the answer."""
    if field in {"annotation", "returns", "decorator_list", "names"}:
        return True
    if isinstance(node, ast.Raise | ast.JoinedStr):
        return True
    return _is_print(node)


def _is_print(node: ast.AST) -> bool:
    call = node.value if isinstance(node, ast.Expr) else node
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"


def _is_docstring(parent: ast.AST, field: str, place: int | None, item: ast.AST) -> bool:
    holder = isinstance(parent, ast.Module | ast.FunctionDef | ast.ClassDef)
    return holder and field == "body" and place == 0 and isinstance(item, ast.Expr) and _is_text(item.value)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _at(tree: ast.AST, path: Path) -> ast.AST:
    node = tree
    for field, place in path:
        value = getattr(node, field)
        node = value if place is None else value[place]
    return node


def _replaced(tree: ast.AST, path: Path, new: ast.AST) -> ast.AST:
    """Return a copy of ``tree`` with ``new`` at the end of ``path``."""
    made = copy.deepcopy(tree)
    parent = _at(made, path[:-1])
    field, place = path[-1]
    if place is None:
        setattr(parent, field, copy.deepcopy(new))
    else:
        getattr(parent, field)[place] = copy.deepcopy(new)
    return made


def _name(tree: ast.AST, mutated: ast.AST, path: Path) -> str:
    """Return what changed; a constant alone would say nothing, so it is shown with what is around it."""
    shown = path
    while _is_number(_at(tree, shown)):
        shown = shown[:-1]
    return f"{_short(_at(tree, shown))} → {_short(_at(mutated, shown))}"


def _is_number(node: ast.AST) -> bool:
    """Whether ``node`` is a constant, signed or not."""
    return isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant)


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"
