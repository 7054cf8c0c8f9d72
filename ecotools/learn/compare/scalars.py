"""Whether two plain values are the same, to a tolerance that can be said in words."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from .plain_values import Moment, as_plain, is_missing, is_number, moment
from .value_texts import EXACT, FEW, brief, show, show_both


@dataclass(frozen=True)
class Rules:
    """How strictly values are compared.

    Parameters
    ----------
    tol : float, optional
        Largest difference allowed, in the unit of the value. Without it, ``rel`` applies.
    rel : float
        Largest difference allowed as a share of the expected value.
    ignore_case : bool
        Whether "Purchase" equals "purchase". White space around text never counts.
    dates : bool
        Whether text such as "2025-01" may stand for a date on both sides. Where one side is a date anyway,
        text on the other is always read as one.
    """

    tol: float | None = None
    rel: float = 1e-6
    ignore_case: bool = False
    dates: bool = False

    def margin(self, expected: float) -> float:
        """Return the largest difference allowed from ``expected``.

        >>> Rules().margin(1e6), Rules(tol=0.01).margin(200.0), Rules().margin(12_000_000)
        (1.0, 0.01, 0.5)
        """
        if self.tol is not None:
            return float(self.tol)
        if expected == 0:
            return 1e-9
        margin = self.rel * abs(expected)
        # A count is never right when it is one off, however large it is.
        return min(margin, 0.5) if type(expected) is int and self.rel <= 1e-6 else margin

    def words(self, expected: object) -> str:
        """Return the tolerance in words, or nothing where it does not matter.

        >>> Rules(tol=0.005).words(0.3), Rules().words(0.3), Rules().words(3)
        ('give or take 0.005', 'compared to 6 significant digits', '')
        """
        if not is_number(expected) or not math.isfinite(expected):
            return ""
        if self.tol is not None:
            return f"give or take {self.tol:g}" if self.tol else "exactly"
        if float(expected).is_integer() and self.rel <= 1e-6:
            return ""
        return f"compared to {max(1, round(-math.log10(self.rel)))} significant digits"


def close(found: float, expected: float, rules: Rules) -> bool:
    """Return whether two plain numbers agree; NaN agrees with NaN, an infinity with itself.

    >>> close(0.1 + 0.2, 0.3, Rules()), close(math.nan, 0, Rules()), close(math.nan, math.nan, Rules())
    (True, False, True)
    """
    if found == expected or (is_missing(found) and is_missing(expected)):
        return True
    if not (math.isfinite(found) and math.isfinite(expected)):
        return False
    # A hair more than the margin, so that 0.305 is within 0.005 of 0.3 in binary as it is on paper.
    return abs(found - expected) <= rules.margin(expected) * (1 + 1e-9)


def same(found: object, expected: object, rules: Rules, *, in_table: bool = False) -> bool:
    """Return whether two plain scalars are the same. In a table, None, NaN and NaT all mean missing.

    >>> same(" Core", "core", Rules(ignore_case=True)), same(True, 1, Rules()), same(1, 1.0, Rules())
    (True, False, True)
    """
    if in_table and (is_missing(found) or is_missing(expected)):
        return is_missing(found) and is_missing(expected)
    if is_number(found) and is_number(expected):
        return close(found, expected, rules)
    if Moment in (type(found), type(expected)) or (rules.dates and type(found) is type(expected) is str):
        times = moment(found), moment(expected)
        if None not in times:
            return times[0].same(times[1])
    if type(found) is type(expected) is str:
        return _text(found, rules) == _text(expected, rules)
    if pd.Timedelta in (type(found), type(expected)):
        return type(found) is type(expected) and found == expected
    return type(found) is type(expected) and found == expected


def _text(text: str, rules: Rules) -> str:
    return text.strip().casefold() if rules.ignore_case else text.strip()


def expected_words(expected: object, rules: Rules, digits: int = FEW) -> str:
    """Return the expected value with its tolerance, for a message."""
    words, shown = rules.words(as_plain(expected)), show(expected, digits=digits)
    return f"{shown} ({words})" if words else shown


def digits_apart(pairs: Iterable[tuple[object, object]], rules: Rules) -> int:
    """Return how many digits it takes to see that what was found is not what was expected, pair by pair.

    Only the first few pairs count: a message shows no more.

    >>> digits_apart([(0.5, 2 / 3)], Rules()), digits_apart([(0.66667, 2 / 3)], Rules())
    (4, 6)
    >>> digits_apart([(0.30512, 0.3)], Rules(tol=0.005)), digits_apart([(0.305004, 0.3)], Rules(tol=0.005))
    (4, 6)
    """
    few = [(as_plain(found), as_plain(expected)) for found, expected in islice(pairs, 25)]

    def alike(found: object, expected: object, digits: int) -> bool:
        if is_number(found) and is_number(expected):
            return close(brief(found, digits), brief(expected, digits), rules)
        shown = show_both(found, expected, digits)
        return shown[0] == shown[1]

    visible = (digits for digits in range(FEW, EXACT) if not any(alike(*pair, digits) for pair in few))
    return next(visible, EXACT)
