"""Compare a learner's function with a reference, case by case, without letting either touch the inputs."""

import contextlib
import copy
import dis
import inspect
import io
import time
import types
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from .difference import Difference, Mismatch
from .plain_values import is_pandas
from .scalars import Rules
from .series import differ_series
from .smallest_arguments import Arguments, shown_tables, smallest
from .tables import differ_table
from .value_texts import EXACT, describe, shorten, show
from .values import differ_value

# Seconds that a call may take if more calls are to look for a smaller case.
_SLOW = 0.3


def arguments(case: object) -> tuple[tuple, dict]:
    """Return the positional and named arguments that a case stands for.

    A tuple is the positional arguments, a dict the named ones, anything else the only argument.

    >>> arguments((1, 2)), arguments({"price": 3}), arguments([1, 2])
    (((1, 2), {}), ((), {'price': 3}), (([1, 2],), {}))
    """
    if type(case) is tuple:
        return case, {}
    if type(case) is dict:
        return (), case
    return (case,), {}


def call_words(name: str, args: tuple, kwargs: dict) -> str:
    """Return the call as it would be typed, with long arguments shortened.

    >>> call_words("rate", ([1000, 50],), {"base": "start"})
    "rate([1000, 50], base='start')"
    """
    parts = [show(one, 60, EXACT) for one in args]
    parts += [f"{key}={show(one, 60, EXACT)}" for key, one in kwargs.items()]
    return shorten(f"{name}({', '.join(parts)})", 200)


def differ_any(found: object, expected: object, rules: Rules, *, order: bool = False) -> Difference | None:
    """Return how ``found`` differs from ``expected``, compared as the kind of thing that was expected."""
    if is_pandas(expected, "DataFrame"):
        return differ_table(found, expected, rules, order=order)
    if is_pandas(expected, "Series"):
        return differ_series(found, expected, rules, order=order)
    return differ_value(found, expected, rules)


def run_cases(
    student: Callable,
    reference: Callable,
    cases: Iterable[object],
    differ: Callable[[object, object], Difference | None],
    *,
    name: str,
    mutates: bool,
    announce: Callable[[str], None],
) -> None:
    """Raise a `Mismatch` at the first case in which ``student`` does not do what ``reference`` does.

    The case is shortened first, as far as it stays wrong. ``announce`` is told the call that is about to be
    made, so that an exception in it can be shown with it.
    """
    if not callable(student):
        raise Mismatch(Difference(describe(student), "a function", f"`{name}` should be a function."))
    for case in cases:
        args, kwargs = arguments(case)
        call = call_words(name, args, kwargs)
        expected, error = _reference_result(reference, *_copies(args, kwargs))
        own_args, own_kwargs = _copies(args, kwargs)
        announce(call)
        if error is not None:
            must_raise(student, own_args, own_kwargs, type(error), of=call)
            continue
        found = student(*own_args, **own_kwargs)
        announce("")
        difference = differ(found, expected)
        if difference is not None:
            difference = _why(student, reference, (args, kwargs), differ, difference)
            raise _at_the_smallest(student, reference, (args, kwargs), differ, difference, name)
        if not mutates:
            _must_be_untouched((args, kwargs), (own_args, own_kwargs), call, student)


def _at_the_smallest(
    student, reference, case: Arguments, differ, difference: Difference, name: str
) -> Mismatch:
    """Return the mismatch for the smallest arguments for which the result is wrong in the same way."""

    def outcome(arguments: Arguments) -> tuple[object, object, Difference | None] | None:
        results = _both_results(student, reference, arguments)
        return None if results is None else (*results, differ(*results))

    def still_wrong(arguments: Arguments) -> bool:
        result = outcome(arguments)
        return result is not None and result[2] is not None and _kinds(*result[:2]) == kinds

    started = time.monotonic()
    first = outcome(case)
    slow = time.monotonic() - started > _SLOW
    if slow or not difference.automatic or first is None or first[2] is None:
        return Mismatch(difference, call_words(name, *case))
    kinds = _kinds(*first[:2])
    least = smallest(case, still_wrong)
    again = outcome(least)
    if again is not None and again[2] is not None and least is not case:
        difference = _why(student, reference, least, differ, again[2])
    names = _parameter_names(student, len(least[0]))
    given = shown_tables(least, [one or "the table" for one in names])
    return Mismatch(replace(difference, given=given), call_words(name, *least))


def _both_results(student: Callable, reference: Callable, case: Arguments) -> tuple[object, object] | None:
    """Return what both functions give, without a word in the output; None where either does not work."""
    (args, kwargs), (own_args, own_kwargs) = _copies(*case), _copies(*case)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return student(*own_args, **own_kwargs), reference(*args, **kwargs)
    except Exception:  # with other arguments, either of them may not work: not the fault looked for
        return None


def _kinds(found: object, expected: object) -> tuple:
    """Return what kind of results these are: a shorter case must not lead to another fault."""
    return tuple((type(one), _has_something(one)) for one in (found, expected))


def _has_something(result: object) -> bool:
    """Return whether a result is a number that is not NaN, or holds anything."""
    if isinstance(result, float):
        return result == result
    return not hasattr(result, "__len__") or len(result) > 0


def _why(student, reference, case: Arguments, differ, difference: Difference) -> Difference:
    """Return the difference with what calling the function in other ways shows of its fault."""
    args, kwargs = case
    if not difference.automatic:
        return difference
    if _right_when_swapped(student, reference, case, differ):
        words = (
            "With its first two arguments the other way round the result would be right: look at their order."
        )
        return replace(difference, note=words, veiled=None)
    unused = _unused_parameters(student, len(args), kwargs)
    if unused:
        words = f"The function does not use `{unused[0]}`. "
        veiled = None if difference.veiled is None else words + difference.veiled
        return replace(difference, note=words + difference.note, veiled=veiled)
    return difference


def _right_when_swapped(student, reference, case: Arguments, differ) -> bool:
    args, _ = case
    if len(args) < 2 or type(args[0]) is not type(args[1]):
        return False

    def swapped(one, other, *others, **named):
        return student(other, one, *others, **named)

    results = _both_results(swapped, reference, case)
    return results is not None and differ(*results) is None


def _unused_parameters(function: Callable, count: int, kwargs: dict) -> list[str]:
    """Return the parameters that got an argument and that the function's code never reads.

    >>> _unused_parameters(lambda price, cost: price, 2, {})
    ['cost']
    """
    if not isinstance(function, types.FunctionType):
        return []
    code = inspect.unwrap(function).__code__
    given = [*code.co_varnames[: min(count, code.co_argcount)], *kwargs]
    read = {step.argval for step in dis.get_instructions(code) if step.opname.startswith("LOAD")}
    inner = set(code.co_cellvars)
    return [name for name in given if name in code.co_varnames and name not in read | inner]


def _reference_result(reference: Callable, args: tuple, kwargs: dict) -> tuple[object, Exception | None]:
    """Return what the reference gives; a deliberate error is a result too."""
    try:
        return reference(*args, **kwargs), None
    except (ValueError, TypeError, KeyError, ZeroDivisionError) as error:
        return None, error


def must_raise(function: Callable, args: tuple, kwargs: dict, kind: type, *, of: str) -> None:
    """Raise a `Mismatch` unless the call raises ``kind``; any other exception goes through."""
    try:
        found = function(*args, **kwargs)
    except kind:
        return
    name = kind.__name__
    raise Mismatch(Difference(show(found), f"{name} is raised", f"This input should raise {name}."), of)


def _copies(args: tuple, kwargs: dict) -> tuple[tuple, dict]:
    return copy.deepcopy(args), copy.deepcopy(kwargs)


def _must_be_untouched(before: tuple, after: tuple, call: str, student: Callable) -> None:
    pairs = [*zip(before[0], after[0], strict=True), *((before[1][key], after[1][key]) for key in before[1])]
    names = _parameter_names(student, len(before[0])) + list(before[1])
    for name, (old, new) in zip(names, pairs, strict=True):
        if not identical(old, new):
            what = (
                "table" if is_pandas(old, "DataFrame") else describe(old).split(" of ")[0].split(" ", 1)[-1]
            )
            note = (
                f"The result is right, but the function changed the {what} that it was given"
                f"{f' as `{name}`' if name else ''}. Work on a copy: start with .copy(), or make a new one."
            )
            raise Mismatch(Difference(note=note), call)


def _parameter_names(function: Callable, count: int) -> list[str]:
    try:
        names = list(inspect.signature(function).parameters)[:count]
    except (TypeError, ValueError):
        names = []
    return names + [""] * (count - len(names))


def identical(one: object, other: object) -> bool:
    """Return whether two inputs hold the same, missing values included.

    >>> identical(pd.Series([float("nan")]), pd.Series([float("nan")])), identical([1], [2])
    (True, False)
    """
    if type(one) is not type(other):
        return False
    if isinstance(one, (pd.DataFrame, pd.Series)):
        labels = (
            one.columns.equals(other.columns) if isinstance(one, pd.DataFrame) else one.name == other.name
        )
        return labels and one.index.equals(other.index) and one.equals(other)
    if isinstance(one, pd.Index):
        return one.equals(other)
    if isinstance(one, np.ndarray):
        if one.shape != other.shape:
            return False
        return all(map(identical, one.ravel().tolist(), other.ravel().tolist()))
    if isinstance(one, dict):
        return list(one) == list(other) and all(identical(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(identical, one, other))
    if isinstance(one, (int, float, str, set, frozenset)):
        return one == other or (one != one and other != other)
    return True  # an object that only the author's case knows how to compare
