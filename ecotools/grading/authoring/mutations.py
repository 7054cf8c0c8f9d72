"""The kinds of small change that mutants are made of.

Each takes a node of the program and yields what could stand in its place.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

Change = Callable[[ast.AST], Iterator[ast.AST]]

ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# The neighbour that differs on the boundary, and the opposite.
COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
# Steps in a chain of methods that are easily forgotten.
FORGOTTEN = {
    "abs", "clip", "cumprod", "cumsum", "diff", "drop_duplicates", "dropna", "fillna", "head", "lower",
    "query", "round", "shift", "sort_index", "sort_values", "strip", "tail", "unique",
}  # fmt: skip
CONFUSED = {
    "min": "max", "max": "min", "sum": "mean", "mean": "median", "median": "mean", "first": "last",
    "last": "first", "any": "all", "all": "any", "idxmax": "idxmin", "idxmin": "idxmax", "count": "sum",
    "nunique": "count", "size": "nunique", "nlargest": "nsmallest", "nsmallest": "nlargest", "floor": "ceil",
    "ceil": "floor", "cumsum": "cumprod",
}  # fmt: skip
# The order of their arguments makes no difference.
SYMMETRIC = {"min", "max", "isclose", "allclose", "multiply", "add", "maximum", "minimum"}
# Keywords that change how something is done, and not what comes out.
WITHOUT_EFFECT = {"copy", "dtype", "observed", "stacklevel", "validate"}
_MASKS = {"isin", "between", "notna", "isna", "eq", "ne", "lt", "le", "gt", "ge", "contains", "startswith"}


def operators(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the node with its operator confused with another."""
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in ARITHMETIC:
        yield _with(node, op=ARITHMETIC[type(node.op)]())
    if isinstance(node, ast.BoolOp):
        yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert | ast.USub):
        yield node.operand


def comparisons(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the comparison one off, and turned round."""
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            for other in COMPARISONS[type(op)]:
                yield _with(node, ops=[*node.ops[:place], other(), *node.ops[place + 1 :]])


def constants(node: ast.AST) -> Iterator[ast.AST]:
    """Yield other values of a constant: whole numbers one off, others doubled or 0, texts misspelt."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield from (ast.Constant(value + 1), ast.Constant(value - 1))
    elif isinstance(value, float):
        yield from (ast.Constant(value * 2), ast.Constant(0.0))
    elif isinstance(value, str) and value and "\n" not in value:
        yield ast.Constant(value + "x")


def ranges(node: ast.AST) -> Iterator[ast.AST]:
    """Yield ``range(n)`` and the slice ``[:n]`` one longer and one shorter."""
    if isinstance(node, ast.Call) and _name(node.func) == "range" and node.args:
        place = 0 if len(node.args) == 1 else 1
        for off in (ast.Add(), ast.Sub()):
            end = ast.BinOp(node.args[place], off, ast.Constant(1))
            yield _with(node, args=[*node.args[:place], end, *node.args[place + 1 :]])
    if isinstance(node, ast.Slice) and node.upper is not None and not isinstance(node.upper, ast.Constant):
        yield _with(node, upper=ast.BinOp(node.upper, ast.Sub(), ast.Constant(1)))


def filters(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the same without its filter: ``df[mask]`` as ``df``, a comprehension without its ``if``."""
    if isinstance(node, ast.Subscript):
        first = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
        if _is_mask(first):
            whole = ast.Slice()
            if isinstance(node.slice, ast.Tuple):
                yield _with(node, slice=_with(node.slice, elts=[whole, *node.slice.elts[1:]]))
            elif isinstance(node.value, ast.Attribute) and node.value.attr == "loc":
                yield node.value.value
            else:
                yield node.value
    if isinstance(node, ast.comprehension) and node.ifs:
        yield _with(node, ifs=[])


def methods(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the same with a step of a chain forgotten, or confused with its neighbour."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FORGOTTEN:
        yield node.func.value
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"abs", "round", "sorted"}
    ):
        yield node.args[0]
    if isinstance(node, ast.Call) and _name(node.func) in CONFUSED:
        yield _with(node, func=_renamed(node.func, CONFUSED[_name(node.func)]))


def arguments(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the call with its first two arguments swapped, and without each of its keywords."""
    if not isinstance(node, ast.Call):
        return
    swappable = len(node.args) >= 2 and _name(node.func) not in SYMMETRIC
    if swappable and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        yield _with(node, args=[node.args[1], node.args[0], *node.args[2:]])
    for keyword in node.keywords:
        if keyword.arg is not None and keyword.arg not in WITHOUT_EFFECT:
            yield _with(node, keywords=[k for k in node.keywords if k is not keyword])


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield nothing in the place of a step: a guard, a running total, a call for its effect."""
    guard = isinstance(node, ast.If) and not node.orelse
    if (
        guard
        or isinstance(node, ast.AugAssign)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
    ):
        yield ast.copy_location(ast.Pass(), node)
    if isinstance(node, ast.IfExp):
        yield from (node.body, node.orelse)


CHANGES: tuple[Change, ...] = (
    operators,
    comparisons,
    constants,
    ranges,
    filters,
    methods,
    arguments,
    statements,
)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _name(function: ast.AST) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _renamed(function: ast.AST, name: str) -> ast.AST:
    return _with(function, id=name) if isinstance(function, ast.Name) else _with(function, attr=name)


def _is_mask(node: ast.AST) -> bool:
    """Whether ``node`` looks like rows chosen by a condition."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitAnd | ast.BitOr)
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Invert)
    return isinstance(node, ast.Compare) or (isinstance(node, ast.Call) and _name(node.func) in _MASKS)
