"""Whether a learner has answered at all: missing names, dots left in place, empty functions."""

import ast
import dis
import inspect
import textwrap
import types
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

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


_known: list[str] = []  # names that a hand-in binds, where they are not in the namespace itself


def known_names(names: Iterable[str]) -> None:
    """Say which names a hand-in binds, so that a misspelt one can be found among them."""
    _known[:] = names


def why_not_attempted(names: tuple[str, ...], namespace: Mapping[str, object]) -> str:
    """Return why there is nothing to check yet, or nothing when every name has an answer.

    >>> why_not_attempted(("rate",), {})
    '`rate` is not defined yet: run the cell above first.'
    >>> why_not_attempted(("rate",), {"rate": 0.05})
    ''
    """
    for name in names:
        if name not in namespace:
            return _missing(name, namespace)
        why = _placeholder(name, namespace[name])
        if why:
            return why
    return ""


def _missing(name: str, namespace: Mapping[str, object]) -> str:
    """Say that a name is not there, with the one that may be meant."""
    there = [one for one in {*namespace, *_known} if not one.startswith("_")]
    near = get_close_matches(name, there, 1, 0.8)
    # A name of the course that looks alike is not what was meant.
    if near and near[0].casefold() != name.casefold() and not _learners(namespace.get(near[0])):
        near = []
    if near:
        return f"`{name}` is not defined yet, but `{near[0]}` is: is the name spelled as the task asks?"
    return f"`{name}` is not defined yet: run the cell above first."


def _learners(value: object) -> bool:
    """Return whether a value may come from the learner's own cells; unknown ones may."""
    return not isinstance(value, types.ModuleType) and getattr(value, "__module__", "__main__") == "__main__"


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
    told = getattr(value, "__handin__", None)
    if told is not None:
        return told["stub"]
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
    told = getattr(value, "__handin__", None)
    if told is not None:
        return told["dots"]
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(value)))
    except (OSError, TypeError, SyntaxError, ValueError):
        return False
    subscripts = (node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript))
    meant = {part for inside in subscripts for part in ast.walk(inside)}
    dots = {node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value is ...}
    return bool(dots - meant)
