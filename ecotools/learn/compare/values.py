"""Compare one number, or any nest of plain values."""

from collections.abc import Iterable

from .difference import Difference
from .groups import differ_sequence, differ_set
from .list_slips import list_slip
from .number_slips import apart, number_slip
from .plain_values import (
    Moment,
    NotPlain,
    is_index,
    is_missing,
    is_number,
    is_pandas,
    is_unordered,
    items,
    moment,
    scalar,
)
from .scalars import Rules, close, digits_apart, expected_words, same
from .slips import NOT_CALLED, kind_slip, none_came
from .value_texts import EXACT, describe, show, show_apart


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
    if value is None and is_missing(target):
        return Difference("None", "NaN", "Where there is no answer, NaN is expected, not None: float('nan').")
    if not is_number(value):
        return Difference(show(found), expected_words(target, rules), kind_slip(value))
    if close(value, target, rules):
        return None
    digits = digits_apart([(value, target)], rules)
    words = expected_words(target, rules, digits)
    slip = number_slip(value, target, rules)
    far, which_way = apart(value, target)
    return Difference(show(value, digits=digits), words, slip or far, slip or which_way)


def _only_one(found: object) -> object:
    """Return the element of a Series or array of one, anything else as it is."""
    if is_pandas(found, "Series") or is_index(found) or type(found).__name__ == "ndarray":
        inside = items(found)
        if inside is not None and len(inside) == 1:
            return inside[0]
    return found


def _one_number_please(found: object, problem: NotPlain) -> str:
    if callable(found):
        return NOT_CALLED
    inside = items(found) if type(found) in (list, tuple) else None
    if inside is not None and len(inside) == 1:
        return "Take the number out of its list: the check expects one number."
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
        return Difference("None", show(expected), none_came())
    try:
        value = scalar(_only_one(found))
    except NotPlain:
        return Difference(describe(found), show(expected), _instead_of(found, target))
    if same(value, target, rules):
        return None
    note = _text_slip(value, target, rules)
    return Difference(*show_apart(found, expected), note or _other_words(value, target))


def _instead_of(found: object, target: object) -> str:
    if callable(found):
        return NOT_CALLED
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


def _other_words(value: object, target: object) -> str:
    """Return in what a text, a date or a truth value is another one than expected."""
    if type(value) is type(target) is bool:
        return f"In this case, the answer is not {value}."
    times = moment(value), moment(target)
    if None not in times and times[0].start != times[1].start:
        return f"This is {'later' if times[0].start > times[1].start else 'earlier'} than expected."
    if type(value) is type(target) is str:
        return "This is another text than expected."
    return (
        "The check expects another kind of value." if type(value) is not type(target) else "Not this value."
    )


def _differ_dict(found: object, expected: dict, rules: Rules) -> Difference | None:
    if found is None:
        return Difference("None", show(expected), none_came())
    if is_pandas(found, "Series"):
        found = dict(zip(found.index, items(found), strict=True))
    if not issubclass(type(found), dict):
        return Difference(describe(found), show(expected), "The check expects a dict: keys and their values.")
    pairs = {_key(key): one for key, one in dict.items(found)}
    wanted = {_key(key): one for key, one in expected.items()}
    shown = show_apart(list(pairs), list(expected))
    for key in expected:
        if _key(key) not in pairs:
            return Difference(
                *shown, f"The key {show(key, digits=EXACT)} is missing.{key_slip(pairs, wanted)}"
            )
    extra = [key for key in pairs if key not in wanted]
    if extra:
        return Difference(*shown, f"The key {show(extra[0], digits=EXACT)} should not be there.")
    return _differ_under_keys(pairs, wanted, rules)


def key_slip(found: Iterable, expected: Iterable) -> str:
    """Return how the labels found differ from those expected as a whole, with a space before it, or nothing.

    >>> key_slip(["1", "2"], [1, 2]), key_slip(["A"], ["b"])
    (' The labels are text here, and numbers are expected.', '')
    """
    have, want = list(found), list(expected)
    if {str(key) for key in have} == {str(key) for key in want}:
        if any(type(key) is str for key in want):
            return " The labels are numbers here, and text is expected."
        return " The labels are text here, and numbers are expected."
    if {str(key).casefold() for key in have} == {str(key).casefold() for key in want}:
        return " Only capital letters differ."
    if have == list(range(len(have))) and not set(have) & set(want):
        return " The labels are 0, 1, 2 … here: the names have been lost (reset_index, ignore_index, a list)."
    return ""


def _differ_under_keys(found: dict, expected: dict, rules: Rules) -> Difference | None:
    """Return the difference of the first value that is not right, with the slip that explains all of them."""
    inner = {key: differ_value(found[key], one, rules) for key, one in expected.items()}
    wrong = [key for key, difference in inner.items() if difference is not None]
    if not wrong:
        return None
    first = inner[wrong[0]]
    place = f"Under the key {show(wrong[0], digits=EXACT)}."
    if found[wrong[0]] is None:
        # A None inside of what was returned is no forgotten `return`.
        return Difference(first.found, first.expected, f"{place} None is there where a value is expected.")
    if len(wrong) == 1:
        return first.inside(place)
    place += f" {len(wrong)} of {len(expected)} values differ."
    plain = all(items(one) is None and type(one) is not dict for one in expected.values())
    have, want = [found[key] for key in expected], list(expected.values())
    slip = list_slip(have, want, rules, ordered=False) if plain else ""
    return Difference(first.found, first.expected, f"{place} {slip}") if slip else first.inside(place)


def _key(key: object) -> object:
    try:
        plain = scalar(key)
    except NotPlain:
        return key
    return plain.strip() if type(plain) is str else plain
