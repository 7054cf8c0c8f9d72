"""The slips that turn a right number into a wrong one, each named only where it gives the number found."""

import math
from collections.abc import Callable, Iterable

from .plain_values import as_plain, is_missing, is_number
from .scalars import Rules, close
from .slips import kind_slip
from .value_texts import show

NOT_A_NUMBER = "This cannot be computed from what is given, so the answer is NaN"
_LARGEST_SAMPLE = 1000

# The digits that count which a number needs before a slip is more than a coincidence.
_FEWEST_DIGITS = {"twice": 3, "half": 3, "year": 2, "month": 2}

Form = tuple[Callable[[float], float], str]

# What a slip makes of the expected number, and its words. The first that fits is said.
_FORMS: dict[str, Form] = {
    "percent": (
        lambda x: x * 100,
        "This is 100 times the expected value: a rate is a fraction (0.05, not 5).",
    ),
    "hundredfold": (lambda x: x * 100, "This is 100 times the expected value."),
    "hundredth": (
        lambda x: x / 100,
        "This is a hundredth of the expected value: is something divided by 100 too often?",
    ),
    "sign": (lambda x: -x, "The size is right, the sign is not."),
    "upside down": (
        lambda x: 1 / x,
        "This is the expected value upside down: swap what is divided by what.",
    ),
    "complement": (lambda x: 1 - x, "This is 1 minus the expected value: is it the share of the others?"),
    "twice": (
        lambda x: x * 2,
        "This is twice the expected value: is something counted twice, or not taken off?",
    ),
    "half": (lambda x: x / 2, "This is half the expected value: is something left out, or divided by two?"),
    "year": (lambda x: x * 12, "This is 12 times the expected value: a year instead of a month?"),
    "month": (lambda x: x / 12, "This is a twelfth of the expected value: a month instead of a year?"),
}
for _power in (1, 3, 4, 5, 6):
    _many = f"{10**_power:,}"
    _FORMS[f"10^{_power}"] = (
        lambda x, many=10.0**_power: x * many,
        f"This is {_many} times the expected value: look at the units, or where the point stands.",
    )
    _FORMS[f"10^-{_power}"] = (
        lambda x, many=10.0**_power: x / many,
        f"The expected value is {_many} times this: look at the units, or where the point stands.",
    )


def number_slip(found: float, expected: float, rules: Rules) -> str:
    """Return the common slip that turns ``expected`` into ``found``, or nothing.

    >>> number_slip(5.0, 0.05, Rules())
    'This is 100 times the expected value: a rate is a fraction (0.05, not 5).'
    >>> number_slip(0.0, math.nan, Rules())
    'This cannot be computed from what is given, so the answer is NaN, not 0: zero would be a claim.'
    >>> number_slip(0.0, 0.6, Rules())
    ''
    """
    if is_missing(expected):
        return f"{NOT_A_NUMBER}, not 0: zero would be a claim." if found == 0 else f"{NOT_A_NUMBER}."
    if is_missing(found):
        return (
            "This is NaN where a number is expected. Does an `if` treat this case as one without an answer, "
            "or is something missing, or divided by zero, on the way?"
        )
    if math.isinf(found) and not math.isinf(expected):
        return "The result is infinite: something is divided by zero."
    if math.isinf(expected):
        return ""
    return (
        _one_off(found, expected)
        or _of_a_form(found, expected, rules)
        or _of_another_kind(found, expected, rules)
    )


def _one_off(found: float, expected: float) -> str:
    if type(expected) is not int or found == 0 or abs(found - expected) != 1:
        return ""
    if found > expected:
        return "This is one more than expected: is something counted that should not be, or counted twice?"
    return "This is one fewer than expected: is something left out?"


def _of_a_form(found: float, expected: float, rules: Rules) -> str:
    if expected == 0 or found == 0:
        return ""
    # As exact as the check, and never laxer than 1%: a wide tolerance must not make a slip of any number.
    share = min(rules.margin(expected) / abs(expected), 0.01) + 1e-12
    for name in _possible(expected):
        change, words = _FORMS[name]
        wrong = change(expected)
        if abs(found - wrong) <= share * abs(wrong):
            return words
    return _rounded(found, expected) or _other_spread(found, expected)


def _possible(expected: float) -> list[str]:
    """Return the slips that can be told apart from others in a number like this."""
    names = list(_FORMS)
    names.remove("hundredfold" if type(expected) is float and abs(expected) <= 1 else "percent")
    if abs(expected) == 1:
        names.remove("upside down")
    if not 0 < expected < 1 or expected == 0.5:
        names.remove("complement")
    # 20 for 10 has many reasons, 398 for 199 hardly more than one.
    digits = len(f"{abs(expected):.12e}".partition("e")[0].replace(".", "").strip("0"))
    return [name for name in names if digits >= _FEWEST_DIGITS.get(name, 2 if name[:3] == "10^" else 1)]


def _rounded(found: float, expected: float) -> str:
    """Return the words for a rounded value; fewer than two digits that count may be any number's."""
    fewest = max(1 - math.floor(math.log10(abs(expected))), 0)
    for places in range(fewest, min(fewest + 6, 12)):
        to = f"to {places} decimal place{'s' * (places != 1)}" if places else "to a whole number"
        if found == round(expected, places):
            return f"This is the expected value, rounded too far ({to}): keep more digits."
        if found == math.trunc(expected * 10**places) / 10**places:
            return f"This is the expected value, cut off and not rounded ({to}): keep more digits."
    return ""


def _other_spread(found: float, expected: float) -> str:
    """Return the words for a standard deviation divided by n instead of n - 1, or the reverse.

    The size of the sample is not known here, so the two must agree to nine digits, and not be short numbers.
    """
    if expected <= 0 or found <= 0 or any(round(one, 4) == one for one in (found, expected)):
        return ""
    ratio = (min(found, expected) / max(found, expected)) ** 2
    size = round(1 / (1 - ratio)) if ratio < 1 - 1 / (2 * _LARGEST_SAMPLE) else 0
    if size < 2 or size > _LARGEST_SAMPLE or abs(ratio - (size - 1) / size) > 1e-9:
        return ""
    if found < expected:
        return (
            f"This is the standard deviation divided by n = {size}; expected is the one with n - 1 (ddof=1)."
        )
    return (
        f"This is the standard deviation divided by n - 1 = {size - 1}; expected is the one with n (ddof=0)."
    )


def _of_another_kind(found: float, expected: float, rules: Rules) -> str:
    """Return words for a count where a share is due, and the reverse; only what the two numbers show."""
    if 0 < expected < 1 and found > 1 and float(found).is_integer():
        return (
            "The answer is between 0 and 1, and this is a whole number. "
            "If it is a count, divide it by what it is a part of; if it is a percent, by 100."
        )
    if expected > 1 and float(expected).is_integer() and 0 < found < 1:
        return "The answer is a whole number, and this is between 0 and 1. If it is a share, give the count."
    if found * expected < 0 and rules.margin(expected) < abs(expected):
        signs = ("negative", "positive") if expected < 0 else ("positive", "negative")
        return f"The answer is {signs[0]}, and this is {signs[1]}."
    return ""


def apart(found: float, expected: float) -> tuple[str, str]:
    """Return by how much a number is off, and the same without giving the expected number away.

    >>> apart(3, 5), apart(0.75, 0.5)
    (('Too low by 2.', 'Too low.'), ('Too high by 0.25.', 'Too high.'))
    """
    if not (math.isfinite(found) and math.isfinite(expected)):
        return "Another value is expected.", "Another value is expected."
    words = "Too high" if found > expected else "Too low"
    return f"{words} by {show(abs(found - expected))}.", f"{words}."


def shared_slip(pairs: Iterable[tuple[object, object]], rules: Rules) -> str:
    """Return the slip that turns each expected number into the one found, or nothing.

    >>> shared_slip([(5, 0.05), (10, 0.1)], Rules())[:27]
    'This is 100 times the expec'
    """
    plain = [(as_plain(found), as_plain(expected)) for found, expected in pairs]
    slips = {_pair_slip(*pair, rules) for pair in plain}
    if len(slips) == 1 and "" not in slips:
        return slips.pop()
    return _FORMS["complement"][1] if _others(plain, rules) else ""


def _others(pairs: list[tuple], rules: Rules) -> bool:
    """Return whether several shares, 0 and 1 among them, are all 1 minus the expected ones."""
    if len(pairs) < 2 or not all(is_number(one) for pair in pairs for one in pair):
        return False
    within = all(0 <= expected <= 1 for _, expected in pairs) and any(0 < x < 1 for _, x in pairs)
    return within and all(close(found, 1 - expected, rules) for found, expected in pairs)


def _pair_slip(found: object, expected: object, rules: Rules) -> str:
    if is_number(expected) and not is_missing(expected):
        if is_number(found):
            return number_slip(found, expected, rules)
        return number_slip(math.nan, expected, rules) if found is None else kind_slip(found)
    if is_missing(expected) and is_number(found):
        return number_slip(found, math.nan, rules)
    if is_missing(expected) and type(found) is bool:
        return "This is not known here, so it is missing: neither True nor False."
    if type(expected) is bool and type(found) is not bool:
        return "True or False is expected."
    if type(found) is type(expected) is str and found.strip().casefold() == expected.strip().casefold():
        return "Only capital letters differ."
    return ""


def shared_distance(pairs: Iterable[tuple[object, object]], rules: Rules) -> str:
    """Return that several numbers are off by the same amount, or by the same factor.

    >>> shared_distance([(4, 1), (5, 2)], Rules()), shared_distance([(3, 1), (6, 2)], Rules())
    ('Each is 3 too high.', 'Each is 3 times the expected value.')
    """
    pairs = [(as_plain(found), as_plain(expected)) for found, expected in pairs]
    if len(pairs) < 2 or not all(is_number(one) and math.isfinite(one) for pair in pairs for one in pair):
        return ""
    steps = [found - expected for found, expected in pairs]
    if all(close(step, steps[0], rules) for step in steps):
        return f"Each is {show(abs(steps[0]))} too {'high' if steps[0] > 0 else 'low'}."
    if all(expected for _, expected in pairs):
        factors = [found / expected for found, expected in pairs]
        if factors[0] > 0 and all(abs(one - factors[0]) <= 1e-9 * factors[0] for one in factors):
            return f"Each is {show(factors[0])} times the expected value."
    return ""
