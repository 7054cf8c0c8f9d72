"""Whether a learner has answered at all: missing names, dots left in place, empty functions."""

from __future__ import annotations

import ast
import dis
import inspect
import textwrap
import types
from collections.abc import Mapping

_IDLE = {
    "RESUME",
    "NOP",
    "CACHE",
    "COPY_FREE_VARS",
    "MAKE_CELL",
    "RETURN_GENERATOR",
    "POP_TOP",
    "EXTENDED_ARG",
}


def why_not_attempted(names: tuple[str, ...], namespace: Mapping[str, object]) -> str:
    """Return why there is nothing to check yet, or nothing when every name has an answer.

    >>> why_not_attempted(("rate",), {})
    '`rate` is not defined yet: run the cell above first.'
    >>> why_not_attempted(("rate",), {"rate": 0.05})
    ''
    """
    for name in names:
        if name not in namespace:
            return f"`{name}` is not defined yet: run the cell above first."
        why = _placeholder(name, namespace[name])
        if why:
            return why
    return ""


def _placeholder(name: str, value: object) -> str:
    if has_dots(value):
        return (
            f"`{name}` still has the three dots: replace them with your answer, run that cell, then this one."
        )
    if value is None:
        return (
            f"`{name}` is None: give it a value, run that cell, then this one. "
            "(Some things, like print(...) and .sort(), return None.)"
        )
    if is_stub(value):
        return f"`{name}` has no body yet: write it where the three dots are, run that cell, then this one."
    return ""


def has_dots(value: object) -> bool:
    """Return whether a value is `...`, holds one, or is text of nothing but dots.

    >>> has_dots(...), has_dots((1, ...)), has_dots("..."), has_dots("a")
    (True, True, True, False)
    """
    if type(value) is str:
        return value.strip() in ("...", "…")
    if type(value) in (list, tuple):
        return any(one is ... for one in value)
    if type(value) is dict:
        return any(one is ... for one in value.values())
    return value is ...


def is_stub(value: object) -> bool:
    """Return whether a function has no body but a docstring, dots or pass; a class, only such methods.

    >>> def rate(counts):
    ...     "Return the rate."
    ...     pass
    >>> is_stub(rate), is_stub(lambda counts: counts)
    (True, False)
    """
    if isinstance(value, type):
        methods = [one for one in vars(value).values() if isinstance(one, types.FunctionType)]
        return bool(methods) and all(map(is_stub, methods))
    if not isinstance(value, types.FunctionType):
        return False
    code = value.__code__
    steps = [step for step in dis.get_instructions(code) if step.opname not in _IDLE]
    names = [step.opname for step in steps]
    idle = names in (["RETURN_CONST"], ["LOAD_CONST", "RETURN_VALUE"])
    return idle and steps[0].argval is None and code.co_name != "<lambda>"


def dots_left(value: object) -> bool:
    """Return whether the source of a function still has the three dots of a stub among other code.

    Dots between square brackets, as in ``array[..., 0]``, do not count.
    """
    if not isinstance(value, types.FunctionType):
        return False
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(value)))
    except (OSError, TypeError, SyntaxError, ValueError):
        return False
    subscripts = (node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript))
    meant = {part for inside in subscripts for part in ast.walk(inside)}
    dots = {node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value is ...}
    return bool(dots - meant)
