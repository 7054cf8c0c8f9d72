"""Likely slips: the author's own, and what is wrong with the kind of a value."""

from collections.abc import Callable, Iterable, Mapping

from ..capture import printed_so_far
from .plain_values import NotPlain, is_number, scalar
from .scalars import Rules, same
from .value_texts import shorten

Slips = Mapping[object, str] | Iterable[tuple[object, str]] | None

NOT_CALLED = "This is a function, not its result: call it, with parentheses."


def author_slip(found: object, slips: Slips, rules: Rules, equals: Callable[[object], bool]) -> str:
    """Return the author's message for this wrong value, or nothing.

    ``slips`` maps a wrong value to a message, or lists pairs of a wrong value, or of a function that
    recognises it, and the message. ``equals`` says whether a wrong value of any shape is the one found.

    >>> author_slip(5.0, {5: "That is a percent."}, Rules(), lambda wrong: False)
    'That is a percent.'
    >>> author_slip([1], [(lambda found: len(found) == 1, "Only one?")], Rules(), lambda wrong: False)
    'Only one?'
    """
    pairs = slips.items() if isinstance(slips, Mapping) else slips or ()
    return next((message for wrong, message in pairs if _recognises(wrong, found, rules, equals)), "")


def _recognises(wrong: object, found: object, rules: Rules, equals: Callable[[object], bool]) -> bool:
    if callable(wrong):
        try:
            return bool(wrong(found))
        except Exception:  # the test was written for another kind of wrong answer
            return False
    try:
        return same(scalar(found), scalar(wrong), rules)
    except NotPlain:
        pass
    try:
        return equals(wrong)
    except TypeError:  # a wrong value of another kind than the right one
        return False


def none_came() -> str:
    """Return what to say when None came back where a value is expected."""
    printed = printed_so_far().strip()
    if printed:
        what = "something was printed" if "\n" in printed else f"this was printed: {shorten(printed, 60)}"
        return (
            f"The result is None, and {what}. Did you forget `return`? "
            "print(...) shows a value and does not return it."
        )
    return "The result is None. Did you forget `return`, or is there a case in which none is reached?"


def kind_slip(found: object) -> str:
    """Return what is wrong with the kind of a value that should be one number, or nothing.

    >>> kind_slip("5")
    'This is text, not a number: leave the quotes away, or use float(...).'
    """
    if found is None:
        return none_came()
    if type(found) is bool:
        return "True and False are not numbers here: give the number itself."
    if type(found) is str:
        try:
            float(found.replace(",", "").strip("$€£% "))
        except ValueError:
            return "This is text; the check expects a number."
        return "This is text, not a number: leave the quotes away, or use float(...)."
    return "" if is_number(found) else "The check expects one number."
