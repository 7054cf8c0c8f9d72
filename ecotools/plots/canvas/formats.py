"""Numbers as a reader expects them in a label, a title or a spoken description."""

import math

import numpy as np
import pandas as pd

from ecotools.english import listing as listing
from ecotools.english import plural as plural

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "BRL": "R$", "AUD": "A$", "CAD": "C$"}
NO_NUMBER = "no number"


def is_missing(value: object) -> bool:
    """Say whether ``value`` is None, NaN, NaT or NA.

    >>> is_missing(float("nan")), is_missing("")
    (True, False)
    """
    return bool(np.ndim(value) == 0 and pd.isna(value))


def money(value: float, currency: str = "USD", *, signed: bool = False, compact: bool = False) -> str:
    """Return an amount with its currency; cents only where they tell something; ``compact`` writes 12.4k.

    >>> money(29), money(8.25), money(12400), money(1_240_000), money(-30, signed=True), money(5, "CHF")
    ('$29', '$8.25', '$12,400', '$1.24M', '−$30', 'CHF 5')
    >>> money(12400, "CHF", compact=True), money(155_555, compact=True)
    ('12.4k', '$156k')
    """
    if is_missing(value):
        return NO_NUMBER
    size = abs(float(value))
    mark = _SYMBOLS.get(currency, "" if compact else f"{currency} ")
    if round(size) >= 1e6:
        text = f"{size / 1e6:,.2f}".rstrip("0").rstrip(".") + "M"
    elif compact and round(size) >= 1e4:
        text = f"{size / 1e3:.1f}".removesuffix(".0") + "k" if size < 1e5 else f"{size / 1e3:.0f}k"
    else:
        text = f"{size:,.{_cents(size)}f}"
    return f"{_sign(value, text, signed)}{mark}{text}"


def _cents(size: float) -> int:
    return 2 if size < 100 and round(size, 2) != round(size) else 0


def _sign(value: float, text: str, signed: bool) -> str:
    """Return the sign to print before ``text``; a value that rounds to nothing has none."""
    if not any(digit in text for digit in "123456789"):
        return ""
    return "−" if value < 0 else "+" if signed else ""


def percent(share: float, *, signed: bool = False) -> str:
    """Return a fraction as a percentage with its telling digits, never rounded up to 100% or down to 0%.

    >>> percent(0.4234), percent(0.052), percent(0.00052), percent(0.9996), percent(1), percent(0)
    ('42%', '5.2%', '0.052%', '99.96%', '100%', '0%')
    """
    if is_missing(share):
        return NO_NUMBER
    size = abs(float(share)) * 100
    digits = 0 if size >= 10 else 1
    if 0 < size < 0.1:
        digits = min(4, 1 - math.floor(math.log10(size)))
    while digits < 4 and size < 100 <= round(size, digits):
        digits += 1
    text = f"{size:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{_sign(share, text, signed)}{text}%"


def count(value: float, *, signed: bool = False) -> str:
    """Return a number of things, with a decimal only where it is small and not whole.

    >>> count(12400), count(2.5), count(-3), count(3_400_000)
    ('12,400', '2.5', '−3', '3.4M')
    """
    if is_missing(value):
        return NO_NUMBER
    size = abs(float(value))
    if size >= 1e6:
        text = f"{size / 1e6:,.2f}".rstrip("0").rstrip(".") + "M"
    else:
        digits = 0 if size >= 100 or round(size, 1) == round(size) else 1
        text = f"{size:,.{digits}f}"
    return f"{_sign(value, text, signed)}{text}"


def ratio(value: float, *, signed: bool = False) -> str:
    """Return a ratio or a score with the digits that tell: two decimals below ten, one below a hundred.

    >>> ratio(4.0), ratio(1.257), ratio(55.96)
    ('4', '1.26', '56')
    """
    if is_missing(value):
        return NO_NUMBER
    if math.isinf(value):
        return "∞"
    size = abs(float(value))
    text = f"{size:,.{2 if size < 10 else 1 if size < 100 else 0}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{_sign(value, text, signed)}{text}"


def quantity(value: float, unit: str, currency: str = "USD", *, signed: bool = False) -> str:
    """Return a KPI value in its blueprint unit (currency, fraction, count, score, days, months, ratio).

    >>> quantity(0.05, "fraction"), quantity(12, "months"), quantity(12400, "currency")
    ('5%', '12 months', '$12,400')
    """
    if is_missing(value):
        return NO_NUMBER
    if unit == "currency":
        return money(value, currency, signed=signed)
    if unit == "fraction":
        return percent(value, signed=signed)
    if unit in ("days", "months"):
        text = count(value, signed=signed)
        return f"{text} {unit[:-1] if text.lstrip('+−') == '1' else unit}"
    if unit in ("score", "ratio"):
        return ratio(value, signed=signed)
    return count(value, signed=signed)


def finer(value: float, unit: str, currency: str = "USD") -> str:
    """Return a value with more digits than `quantity` gives, where two numbers would look the same.

    >>> quantity(0.1996, "fraction"), finer(0.1996, "fraction")
    ('20%', '19.96%')
    """
    if unit == "fraction":
        return f"{value * 100:,.2f}%"
    if unit == "currency":
        return f"{money(1, currency)[:-1]}{value:,.2f}"
    return f"{value:,.2f}" + (f" {unit}" if unit in ("days", "months") else "")


def period(value: object) -> str:
    """Return a month or a day as ``Mar 2025`` or ``3 Mar 2025``; anything else as it prints.

    >>> period(pd.Period("2025-03", "M")), period(pd.Timestamp("2025-03-03")), period("spring")
    ('Mar 2025', '3 Mar 2025', 'spring')
    """
    if isinstance(value, pd.Period):
        return value.strftime("%b %Y") if value.freqstr.startswith("M") else str(value)
    if isinstance(value, pd.Timestamp):
        return f"{value.day} {value:%b %Y}"
    return str(value)


def month_labels(index: pd.Index, every: int = 1) -> list[str]:
    """Return a label for each ``every``-th month, with the year under it where it is new; "" for the others.

    >>> month_labels(pd.period_range("2024-12", periods=3, freq="M"))
    ['Dec\\n2024', 'Jan\\n2025', 'Feb']
    """
    labels, year = [], None
    for i, month in enumerate(index):
        if not isinstance(month, (pd.Period, pd.Timestamp)):
            labels.append(str(month) if i % every == 0 else "")
        elif i % every:
            labels.append("")
        else:
            name = month.strftime("%b")  # the first pandas 3 formats no Period in an f-string
            labels.append(name if month.year == year else f"{name}\n{month.year}")
            year = month.year
    return labels


def short(name: object, most: int = 34) -> str:
    """Return a name short enough for a sentence: cut at a word, with an ellipsis, beyond ``most`` letters.

    >>> short("Reads a guest post on another newsletter", 20)
    'Reads a guest post…'
    """
    text = " ".join(str(name).split())
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut[:-1]).rstrip(" ,;:") + "…"
