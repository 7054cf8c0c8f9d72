"""Numbers as people write them: money as money, rates as percent, three digits that count."""

import datetime
import math
from collections.abc import Callable

import numpy as np
import pandas as pd

from ecotools.errors import one_of

from .compare.plain_values import Moment, NotPlain, is_missing, is_number, scalar
from .compare.value_texts import show

NO_VALUE = "no value"


def written(value: object, how: str = "", currency: str = "$") -> str:
    """Return a value as a person would write it.

    Parameters
    ----------
    value : number, text, date, bool or pair
        A pair (before, after) where ``how`` is "change".
    how : str
        "money", "percent" (of a fraction), "points" (of a difference of fractions), "count", "times",
        "number" (three significant digits) or "change"; with a plus sign before it, numbers above zero get
        theirs. Left out, it follows from the kind of the value.
    currency : str
        The sign before money.

    Raises
    ------
    ValueError
        When there is no such way to write a value, or the value is not of that kind.

    Examples
    --------
    >>> written(12400, "money"), written(0.0831, "percent"), written(0.00052, "percent")
    ('$12,400', '8.3%', '0.052%')
    >>> written(-3.5, "money"), written(0.042, "+points"), written(2 / 3), written(1234567)
    ('-$3.50', '+4.2 percentage points', '0.667', '1,234,567')
    >>> written((0.041, 0.083), "change"), written((20, 21), "change"), written(float("nan"), "money")
    ('doubled', 'rose by 5%', 'no value')
    """
    name = how.removeprefix("+")
    if not name:
        return _by_kind(value)
    way = _WAYS[one_of(name, _WAYS, "the format")]
    if name == "change":
        return way(*_pair(value))
    number = _number(value, name)
    if math.isnan(number):
        return NO_VALUE
    text = f"{currency}{way(abs(number))}" if name == "money" else way(abs(number))
    # What is written as zero has no sign.
    nothing = not any(digit in text for digit in "123456789∞")
    sign = "" if nothing else "-" if number < 0 else "+" if how.startswith("+") else ""
    return sign + text


def _by_kind(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_by_kind, value))
    try:
        plain = scalar(value)
    except NotPlain:
        return str(value)
    if type(plain) is bool:
        return "yes" if plain else "no"
    if is_missing(plain):
        return NO_VALUE
    if type(plain) is Moment or isinstance(value, (datetime.date, pd.Period)):
        return show(value)
    return str(plain) if not is_number(plain) else written(plain, "number")


def _number(value: object, name: str) -> float:
    try:
        plain = scalar(value)
    except NotPlain:
        plain = value
    if plain is None:
        return math.nan
    if not is_number(plain):
        raise ValueError(f"the format {name!r} is for one number, not {value!r}")
    return plain


def _pair(value: object) -> tuple[float, float]:
    if not isinstance(value, (tuple, list, np.ndarray, pd.Series)) or len(value) != 2:
        raise ValueError(f"the format 'change' is for a pair (before, after), not {value!r}")
    before, after = value
    return _number(before, "change"), _number(after, "change")


def _money(value: float) -> str:
    cents = value < 1000 and round(value, 2) != round(value)
    return f"{value:,.2f}" if cents else _grouped(value)


def _grouped(value: float) -> str:
    return f"{value:,.0f}" if math.isfinite(value) else "∞"


def _percent(value: float) -> str:
    return f"{_share(value)}%"


def _points(value: float) -> str:
    text = _share(value)
    return f"{text} percentage point{'' if text == '1' else 's'}"


def _share(value: float) -> str:
    """Return a fraction as hundredths: to a tenth, or to two digits that count where it is smaller."""
    hundredths = value * 100
    if not math.isfinite(hundredths):
        return "∞"
    places = 1 if hundredths >= 0.995 or hundredths == 0 else 1 - math.floor(math.log10(hundredths))
    if hundredths >= 1000:
        places = 0
    return _trimmed(f"{hundredths:,.{places}f}")


def _three_digits(value: float) -> str:
    if not math.isfinite(value):
        return "∞"
    if value == 0 or float(value).is_integer() or value >= 99.95:
        return f"{value:,.0f}"
    return _trimmed(f"{value:.{2 - math.floor(math.log10(value))}f}")


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _times(value: float) -> str:
    return f"{_three_digits(value)} times"


def _change(before: float, after: float) -> str:
    """Return the verb for a change: what it was times what is within 3% of a whole number, or a percent."""
    if math.isnan(before) or math.isnan(after):
        return "changed by an unknown amount"
    if before == after:
        return "did not change"
    verb = "rose" if after > before else "fell"
    if before <= 0 or after < 0:
        return verb
    ratio = after / before
    for whole, word in ((2, "doubled"), (3, "tripled"), (0.5, "halved")):
        if abs(ratio / whole - 1) <= 0.03:
            return word
    if ratio > 2:
        return f"rose to {_three_digits(ratio)} times as much"
    return f"{verb} by {_percent(abs(ratio - 1))}"


_WAYS: dict[str, Callable] = {
    "money": _money,
    "percent": _percent,
    "points": _points,
    "count": _grouped,
    "times": _times,
    "number": _three_digits,
    "change": _change,
}
