"""Likely slips: the author's own first, then the ones that are common with any number."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

from .plain import NotPlain, as_plain, is_missing, is_number, scalar
from .scalars import Rules, same

Slips = Mapping[object, str] | Iterable[tuple[object, str]] | None

FORGOT_RETURN = "The result is None. Did you forget `return`, or print the answer instead of returning it?"


def author_slip(found: object, slips: Slips, rules: Rules) -> str:
    """Return the author's message for this wrong value, or nothing.

    ``slips`` maps a wrong value to a message, or lists pairs of a wrong value, or of a function that
    recognises it, and the message.

    >>> author_slip(5.0, {5: "That is a percent."}, Rules())
    'That is a percent.'
    >>> author_slip([1], [(lambda found: len(found) == 1, "Only one?")], Rules())
    'Only one?'
    """
    pairs = slips.items() if isinstance(slips, Mapping) else slips or ()
    for wrong, message in pairs:
        if _recognises(wrong, found, rules):
            return message
    return ""


def _recognises(wrong: object | Callable, found: object, rules: Rules) -> bool:
    if callable(wrong):
        try:
            return bool(wrong(found))
        except Exception:  # the test was written for another kind of wrong answer
            return False
    try:
        return same(scalar(found), scalar(wrong), rules)
    except NotPlain:
        return (
            type(found) is type(wrong) and isinstance(wrong, (list, tuple, set, frozenset)) and found == wrong
        )


def number_slip(found: float, expected: float, rules: Rules) -> str:
    """Return the common slip that turns ``expected`` into ``found``, or nothing.

    >>> number_slip(5.0, 0.05, Rules())
    'This is 100 times the expected value: a rate is a fraction (0.05, not 5).'
    >>> number_slip(0.0, math.nan, Rules())
    'This cannot be computed, so the answer is NaN, not 0: zero would be a claim.'
    """
    if is_missing(expected):
        if found == 0:
            return "This cannot be computed, so the answer is NaN, not 0: zero would be a claim."
        return "This cannot be computed from what is given, so the answer is NaN."
    if is_missing(found):
        return "The result is NaN. Is something missing, or divided by zero, on the way?"
    if math.isinf(found) and not math.isinf(expected):
        return "The result is infinite: something is divided by zero."
    if math.isinf(expected) or expected == 0:
        return ""
    if type(expected) is int and abs(found - expected) == 1 and found != 0:
        return "One off: look at where the counting starts and ends."
    # As exact as the check, and never laxer than 1%: a wide tolerance must not make a slip of any number.
    share = min(rules.margin(expected) / abs(expected), 0.01) + 1e-12
    forms = _wrong_forms(expected)
    words = next((words for wrong, words in forms if abs(found - wrong) <= share * abs(wrong)), "")
    return words or _rounded(found, expected)


def shared_slip(pairs: Iterable[tuple[object, object]], rules: Rules) -> str:
    """Return the slip that turns each expected number into the one found, or nothing.

    >>> shared_slip([(5, 0.05), (10, 0.1)], Rules())[:27]
    'This is 100 times the expec'
    """
    plain = [(as_plain(found), as_plain(expected)) for found, expected in pairs]
    slips = {number_slip(*pair, rules) if all(map(is_number, pair)) else "" for pair in plain}
    return slips.pop() if len(slips) == 1 else ""


def _wrong_forms(expected: float) -> list[tuple[float, str]]:
    forms = [
        (
            expected * 100,
            "This is 100 times the expected value: a rate is a fraction (0.05, not 5)."
            if type(expected) is float and abs(expected) <= 1
            else "This is 100 times the expected value.",
        ),
        (expected / 100, "This is a hundredth of the expected value: is something divided by 100 too often?"),
        (-expected, "The size is right, the sign is not."),
    ]
    if abs(expected) != 1:
        forms.append((1 / expected, "This is the expected value upside down: swap what is divided by what."))
    if 0 < expected < 1 and expected != 0.5:
        forms.append((1 - expected, "This is 1 minus the expected value: the share of the others."))
    return forms


def _rounded(found: float, expected: float) -> str:
    """Return the words for a rounded value; fewer than two digits that count may be any number's."""
    fewest = max(1 - math.floor(math.log10(abs(expected))), 0)
    if not any(found == round(expected, places) for places in range(fewest, fewest + 6)):
        return ""
    return "This is the right value, rounded too far: give the number as it is computed."


def kind_slip(found: object) -> str:
    """Return what is wrong with the kind of a value that should be one number, or nothing.

    >>> kind_slip("5")
    'This is text, not a number: leave the quotes away, or use float(...).'
    """
    if found is None:
        return FORGOT_RETURN
    if type(found) is bool:
        return "True and False are not numbers here: give the number itself."
    if type(found) is str:
        try:
            float(found.replace(",", "").strip("$€£% "))
        except ValueError:
            return "This is text; the check expects a number."
        return "This is text, not a number: leave the quotes away, or use float(...)."
    if not is_number(found):
        return "The check expects one number."
    return ""
