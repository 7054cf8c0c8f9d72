"""A reading of the learner's own data, compared with what the learner's own function gives. Ungraded."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from ecotools.outcomes import AGREES, NOT_ATTEMPTED, WRONG

from .attempts import has_dots
from .card import show_outcome
from .compare import Difference
from .compare.functions import differ_any
from .compare.plain_values import as_plain, is_missing, is_number
from .compare.scalars import Rules
from .compare.value_texts import describe, show
from .history import record, wrong_tries
from .outcomes import Outcome
from .sentences import say
from .student_error import error_words
from .tables import show as show_table


def reading(
    task: str,
    value: object,
    of: Callable[[], object] | object,
    *,
    look: Callable[[], object] | None = None,
    tol: float | None = None,
    rel: float = 0.01,
    right: str = "",
) -> None:
    """Compare what the learner read off with what their own function gives; never graded, never raises.

    Parameters
    ----------
    task : str
        The id of the reading, "02-r1".
    value : number, text, True or False
        What the learner typed. Three dots are "not attempted".
    of : function without arguments
        Calls the learner's function on their own data: ``lambda: leak(counts)``. A value will do as well.
    look : function without arguments, optional
        Calls the learner's function for what it is read off; the result is shown above the verdict, once the
        function works.
    tol : float, optional
        The largest difference, in the unit of the value. Without it, ``rel`` applies.
    rel : float
        The largest difference as a share of what the function gives; a count has to be met exactly.
    right : str, optional
        One sentence that follows when both agree.

    Examples
    --------
    >>> reading("02-r1", 0.31, of=lambda: 0.3104)
    ✓ 02-r1 agrees with your function
      Within 1% of what your function gives.
    >>> reading("02-r2", 31, of=lambda: 0.3104)
    ✗ 02-r2 not right yet
      You read: 31
      This is 100 times the expected value: a rate is a fraction (0.05, not 5).
      Compared with what your own function gives, within 1%.
    >>> reading("02-r3", ..., of=lambda: "ads", look=lambda: {"ads": 0.31, "search": 0.22})
    ads     0.31
    search  0.22
    ○ 02-r3 not attempted
      Put what you read off your own data in place of the three dots.
    """
    if look is not None:
        show_found(look)
    outcome = _outcome(task, value, of, Rules(tol=tol, rel=rel), right)
    show_outcome(replace(outcome, notes=tuple(record(outcome))))


def show_found(look: Callable[[], object]) -> None:
    """Show what the learner's function gives, as a table where it is one; nothing while it does not work."""
    try:
        found = look()
    except Exception:  # `of` fails in the same way, and says so
        return
    if isinstance(found, (pd.DataFrame, pd.Series, dict)):
        if len(found):
            show_table(found)
    elif found is not None:
        say("Your function gives {found}.", found=found)


def _outcome(task: str, value: object, of, rules: Rules, right: str) -> Outcome:
    if value is None or has_dots(value):
        return _not_yet(task, "Put what you read off your own data in place of the three dots.")
    try:
        target = of() if callable(of) else of
    except Exception as error:  # the learner's own function may fail in any way
        return _not_yet(task, f"Your function does not work on your own data yet: {error_words(error)}.")
    plain = as_plain(target)
    if plain is None or (is_missing(plain) and not is_missing(as_plain(value))):
        return _not_yet(task, f"On your own data, your function gives {describe(target)}: write it first.")
    if type(plain) is int:
        rules = replace(rules, rel=1e-6)
    difference = differ_any(value, target, replace(rules, ignore_case=True))
    margin = _margin_words(plain, rules)
    if difference is None:
        lines = (f"{margin[:1].upper()}{margin[1:]} what your function gives.", right)
        return Outcome(task, AGREES, lines=tuple(("", line) for line in lines if line))
    return Outcome(task, WRONG, lines=_lines(value, difference, margin, veiled=not wrong_tries(task)))


def _lines(value: object, difference: Difference, margin: str, veiled: bool) -> tuple[tuple[str, str], ...]:
    said = difference.without_answer() if veiled else difference
    lines = (
        ("You read", show(value)),
        ("Your function gives", said.expected.partition(" (")[0]),
        ("", said.note),
        ("", f"Compared with what your own function gives, {margin.removesuffix(' of')}."),
    )
    return tuple(line for line in lines if line[1])


def _margin_words(target: object, rules: Rules) -> str:
    """Return the tolerance, as it stands before "what your function gives"."""
    if not is_number(target) or (rules.tol is None and type(target) is int):
        return "exactly"
    return f"within {rules.tol:g} of" if rules.tol is not None else f"within {rules.rel * 100:g}% of"


def _not_yet(task: str, why: str) -> Outcome:
    return Outcome(task, NOT_ATTEMPTED, lines=(("", why),))
