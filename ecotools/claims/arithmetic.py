"""A small calculator for the expressions of the audited claims: it computes, and can do nothing else."""

import ast
import math
import operator
import warnings
from collections.abc import Callable

Value = int | float | bool | str | tuple

LONGEST, DEEPEST, MOST_PARTS = 400, 30, 250  # characters; levels of nesting; parts of an expression
LARGEST = 10**18  # of any number on the way: far beyond any amount in the seeds, and quick to compute
MOST_DIGITS = 15  # that rounding may keep

_BINARY = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_UNARY = {ast.UAdd: operator.pos, ast.USub: operator.neg}
_COMPARE = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def evaluate(expression: str) -> Value:
    """Return the value of an arithmetic expression, as Python would compute it.

    It knows numbers, ``+ - * / // % **``, comparisons (also chained), ``and``, ``or``, tuples, and the
    functions ``len``, ``max``, ``min``, ``round``, ``sqrt`` and ``nested``. Text may stand in a tuple, so
    that ``len`` can count what a seed lists. The expression is read as a tree and computed part by part;
    nothing in it is ever run as code.

    An expression has 400 characters at most, and no number on the way passes 10**18. What is no arithmetic,
    too large or cannot be computed (a division by zero) is a ValueError that names the part.

    >>> evaluate("100*197 + 10*997 + 5*2997")
    44655
    >>> evaluate("(8910/297, 3 <= 1896/497 <= 5)")
    (30.0, True)
    >>> evaluate("9**9**9")
    Traceback (most recent call last):
    ValueError: cannot compute '9**9**9': 9 to the power of 387420489 is larger than 10**18
    """
    if not isinstance(expression, str):
        raise TypeError(f"an expression must be text, not {type(expression).__name__}")
    if len(expression) > LONGEST:
        raise ValueError(
            f"an expression may have {LONGEST} characters; {expression[:20]!r}… has {len(expression):,}"
        )
    try:
        return _finished(_compute(_read(expression), 1))
    except _Refused as refused:
        raise ValueError(f"cannot compute {expression!r}: {refused}") from None


class _Refused(Exception):
    """Why a part of an expression is not computed, in words that follow a colon."""


def _read(expression: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            # Python warns of odd spellings such as "1if"; what matters here is whether it is arithmetic.
            warnings.simplefilter("ignore")
            tree = ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _Refused("it is not one complete arithmetic expression") from None
    parts = sum(1 for _ in ast.walk(tree))
    if parts > MOST_PARTS:
        raise _Refused(f"it has {parts} parts, and {MOST_PARTS} is the most")
    return tree


def _compute(node: ast.expr, depth: int) -> Value:
    if depth > DEEPEST:
        raise _Refused(f"it is nested more than {DEEPEST} levels deep")
    compute = _KINDS.get(type(node))
    if compute is None:
        raise _Refused(f"{_excerpt(node)} is not arithmetic; known are numbers, + - * / // % **, {_KNOWN}")
    return compute(node, depth + 1)


def _constant(node: ast.Constant, depth: int) -> Value:
    if isinstance(node.value, str):
        return node.value
    return _number(node.value, node)


def _tuple(node: ast.Tuple, depth: int) -> tuple:
    return tuple(_compute(part, depth) for part in node.elts)


def _unary(node: ast.UnaryOp, depth: int) -> Value:
    apply = _UNARY.get(type(node.op))
    if apply is None:
        raise _Refused(f"{_excerpt(node)} uses an operator that is not known here")
    return apply(_number(_compute(node.operand, depth), node.operand))


def _binary(node: ast.BinOp, depth: int) -> Value:
    apply = _BINARY.get(type(node.op))
    if apply is None:
        raise _Refused(f"{_excerpt(node)} uses an operator that is not known here")
    left = _number(_compute(node.left, depth), node.left)
    right = _number(_compute(node.right, depth), node.right)
    if apply is operator.pow:
        _bounded_power(left, right)
    try:
        return _number(apply(left, right), node)
    except ZeroDivisionError:
        raise _Refused(f"{_excerpt(node)} divides by zero") from None


def _bounded_power(base: float, exponent: float) -> None:
    """Refuse a power that is too large before it is computed, or that is no real number."""
    if base < 0 and exponent != int(exponent):
        raise _Refused(f"{base} to the power of {exponent} is not a real number")
    if abs(base) not in (0, 1) and exponent * math.log10(abs(base)) > math.log10(LARGEST) + 1:
        raise _Refused(f"{base} to the power of {exponent} is larger than 10**18")


def _compare(node: ast.Compare, depth: int) -> bool:
    values = [_number(_compute(part, depth), part) for part in (node.left, *node.comparators)]
    for place, kind in enumerate(node.ops):
        apply = _COMPARE.get(type(kind))
        if apply is None:
            raise _Refused(f"{_excerpt(node)} compares in a way that is not known here")
        if not apply(values[place], values[place + 1]):
            return False
    return True


def _logic(node: ast.BoolOp, depth: int) -> bool:
    values = [_compute(part, depth) for part in node.values]
    if not all(isinstance(value, bool) for value in values):
        raise _Refused(f"{_excerpt(node)} joins something that is neither true nor false")
    return all(values) if isinstance(node.op, ast.And) else any(values)


def _call(node: ast.Call, depth: int) -> Value:
    function = _FUNCTIONS.get(node.func.id) if isinstance(node.func, ast.Name) else None
    if function is None or node.keywords:
        raise _Refused(f"{_excerpt(node)} is not a call that is known here; known are {_KNOWN}")
    given = [_compute(part, depth) for part in node.args]
    try:
        return _number(function(*given), node, truth=function is _nested)
    except (TypeError, ValueError):
        raise _Refused(f"{_excerpt(node)} cannot be computed from what it is given") from None


def _number(value: object, node: ast.expr, *, truth: bool = False) -> Value:
    """Return ``value`` if it is a real number of a bearable size (or, where it may be, true or false)."""
    if isinstance(value, bool) and truth:
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _Refused(f"{_excerpt(node)} is not a number")
    if not abs(value) <= LARGEST:
        raise _Refused(f"{_excerpt(node)} is larger than 10**18")
    return value


def _excerpt(node: ast.expr) -> str:
    text = ast.unparse(node)
    return repr(text if len(text) <= 40 else f"{text[:37]}…")


def _finished(value: Value) -> Value:
    """Return ``value`` unless it is text, or holds any: text is there to be counted."""
    parts = value if isinstance(value, tuple) else (value,)
    if any(isinstance(part, str | tuple) for part in parts):
        raise _Refused("its value is not a number or a tuple of numbers; text can only be counted, with len")
    return value


def _numbers(given: tuple, least: int) -> list[float]:
    parts = given[0] if len(given) == 1 and isinstance(given[0], tuple) else given
    if len(parts) < least or any(isinstance(part, (bool, str, tuple)) for part in parts):
        raise TypeError
    return list(parts)


def _round(number: float, digits: int | None = None) -> float:
    _numbers((number,), 1)
    if digits is not None and not (type(digits) is int and abs(digits) <= MOST_DIGITS):
        raise ValueError
    return round(number, digits)


def _len(parts: tuple) -> int:
    if not isinstance(parts, tuple):
        raise TypeError
    return len(parts)


def _nested(one: tuple, other: tuple) -> bool:
    """Return whether one of two ranges ``(low, high)`` lies within the other."""
    (low, high), (bottom, top) = _numbers((one,), 2), _numbers((other,), 2)
    if low > high or bottom > top:
        raise ValueError
    return bottom <= low <= high <= top or low <= bottom <= top <= high


_FUNCTIONS: dict[str, Callable] = {
    "len": _len,
    "max": lambda *given: max(_numbers(given, 1)),
    "min": lambda *given: min(_numbers(given, 1)),
    "nested": _nested,
    "round": _round,
    "sqrt": lambda number: math.sqrt(*_numbers((number,), 1)),
}
_KNOWN = f"comparisons, tuples and the functions {', '.join(_FUNCTIONS)}"
_KINDS: dict[type, Callable] = {
    ast.Constant: _constant,
    ast.Tuple: _tuple,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.Compare: _compare,
    ast.BoolOp: _logic,
    ast.Call: _call,
}
