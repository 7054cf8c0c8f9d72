"""Compare one number, or any nest of plain values."""

from __future__ import annotations

from .difference import Difference
from .groups import differ_sequence, differ_set
from .plain import Moment, NotPlain, is_index, is_number, is_pandas, is_unordered, items, scalar
from .scalars import Rules, close, digits_apart, expected_words, same
from .show import EXACT, describe, show, show_apart
from .slips import FORGOT_RETURN, kind_slip, number_slip


def differ_number(found: object, expected: object, rules: Rules) -> Difference | None:
    """Return how ``found`` differs from the number ``expected``, or None when it is right.

    Any int, float, numpy number, Decimal or Fraction will do, and a Series or array of just one number.

    >>> differ_number(0.05, 0.05, Rules()) is None
    True
    >>> differ_number("0.05", 0.05, Rules()).note
    'This is text, not a number: leave the quotes away, or use float(...).'
    """
    target = scalar(expected)
    if not is_number(target):
        raise TypeError(f"expect.number needs a number to expect, not {expected!r}")
    try:
        value = scalar(_only_one(found))
    except NotPlain as problem:
        return Difference(describe(found), expected_words(target, rules), _one_number_please(found, problem))
    if not is_number(value):
        return Difference(show(found), expected_words(target, rules), kind_slip(value))
    if close(value, target, rules):
        return None
    digits = digits_apart([(value, target)], rules)
    words = expected_words(target, rules, digits)
    return Difference(show(value, digits=digits), words, number_slip(value, target, rules))


def _only_one(found: object) -> object:
    """Return the element of a Series or array of one, anything else as it is."""
    if is_pandas(found, "Series") or is_index(found) or type(found).__name__ == "ndarray":
        inside = items(found)
        if inside is not None and len(inside) == 1:
            return inside[0]
    return found


def _one_number_please(found: object, problem: NotPlain) -> str:
    if callable(found):
        return "This is a function, not its result: call it, with brackets."
    inside = items(found) if type(found) in (list, tuple) else None
    if inside is not None and len(inside) == 1:
        return "Take the number out of its brackets: the check expects one number."
    if inside is not None or is_pandas(found, "Series") or is_pandas(found, "DataFrame"):
        return "The check expects one number, not several."
    return f"The check expects one number; {problem}."


def differ_value(found: object, expected: object, rules: Rules) -> Difference | None:
    """Return how ``found`` differs from ``expected``: text, number, date, True, None, or a nest of them.

    >>> differ_value({"a": [1, 2]}, {"a": (1, 2.0)}, Rules()) is None
    True
    >>> differ_value("2025-03", "2025-02", Rules()).found
    "'2025-03'"
    """
    if type(expected) is dict:
        return _differ_dict(found, expected, rules)
    if is_unordered(expected):
        return differ_set(found, expected, rules)
    if items(expected) is not None:
        return differ_sequence(found, expected, rules)
    target = scalar(expected)
    if is_number(target):
        return differ_number(found, target, rules)
    if found is None and expected is not None:
        return Difference("None", show(expected), FORGOT_RETURN)
    try:
        value = scalar(_only_one(found))
    except NotPlain:
        return Difference(describe(found), show(expected), _instead_of(found, target))
    if same(value, target, rules):
        return None
    return Difference(*show_apart(found, expected), _text_slip(value, target, rules))


def _instead_of(found: object, target: object) -> str:
    if callable(found):
        return "This is a function, not its result: call it, with brackets."
    wanted = {str: "one text", bool: "True or False"}.get(type(target), "one value")
    return f"The check expects {wanted}."


def _text_slip(value: object, target: object, rules: Rules) -> str:
    if type(value) is type(target) is str:
        if value.strip().casefold() == target.strip().casefold() and not rules.ignore_case:
            return "Only capital letters differ."
        return ""
    if type(target) is bool and type(value) is not bool:
        return "The check expects True or False" + (", without quotes." if type(value) is str else ".")
    if type(target) is str and type(value) is not Moment:
        return "The check expects text."
    return ""


def _differ_dict(found: object, expected: dict, rules: Rules) -> Difference | None:
    if found is None:
        return Difference("None", show(expected), FORGOT_RETURN)
    if is_pandas(found, "Series"):
        found = dict(zip(found.index, items(found), strict=True))
    if not issubclass(type(found), dict):
        return Difference(describe(found), show(expected), "The check expects a dict: keys and their values.")
    pairs = {_key(key): one for key, one in dict.items(found)}
    for key, one in expected.items():
        name = show(key, digits=EXACT)
        if _key(key) not in pairs:
            return Difference(*show_apart(list(pairs), list(expected)), f"The key {name} is missing.")
        value = pairs[_key(key)]
        inner = differ_value(value, one, rules)
        if inner is not None:
            # A None inside of what was returned is no forgotten `return`.
            note = f"Under the key {name}. {'' if value is None else inner.note}".strip()
            return Difference(inner.found, inner.expected, note)
    extra = [key for key in pairs if key not in {_key(key) for key in expected}]
    if extra:
        note = f"The key {show(extra[0], digits=EXACT)} is one too many."
        return Difference(*show_apart(list(pairs), list(expected)), note)
    return None


def _key(key: object) -> object:
    try:
        plain = scalar(key)
    except NotPlain:
        return key
    return plain.strip() if type(plain) is str else plain
