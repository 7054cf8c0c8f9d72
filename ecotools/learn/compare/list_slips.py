"""The slips that turn several right values into wrong ones: another order, shifted, added up, as shares."""

from __future__ import annotations

import math
from itertools import accumulate, pairwise
from operator import mul

from .number_slips import shared_slip
from .plain import as_plain, is_missing, is_number
from .scalars import Rules, close, same

REVERSED = "These are the right values in the reverse order."
SHIFTED = "These are the right values, shifted by one place."
RUNNING_SUM = "These are running totals. Each value should stand for itself."
SINGLE = "Each value stands for itself here. Running totals are expected."
RUNNING_PRODUCT = "These are multiplied up from the start. Each value should stand for itself."
SINGLE_FACTOR = "Each value stands for itself here. Expected is what comes of multiplying up from the start."
COUNTS = "These are counts or amounts, not shares: divide each by the sum of all."
SHARES = "These are shares of the whole. The counts or amounts themselves are expected."


def list_slip(found: list, expected: list, rules: Rules, *, ordered: bool = True) -> str:
    """Return the one slip that explains every value that differs between two lists of one length, or nothing.

    Parameters
    ----------
    ordered : bool
        Whether the places mean something, as in a list or in the rows of a table by month.

    >>> list_slip([1, 3, 6], [1, 2, 3], Rules())
    'These are running totals. Each value should stand for itself.'
    >>> list_slip([0, 1, 2], [1, 2, 3], Rules())
    'These are the right values, shifted by one place.'
    """
    have, want = [as_plain(one) for one in found], [as_plain(one) for one in expected]
    wrong = [pair for pair in zip(have, want, strict=True) if not _alike(*pair, rules)]
    if not wrong:
        return ""
    return (
        (ordered and _moved(have, want, rules)) or _added_up(have, want, rules) or shared_slip(wrong, rules)
    )


def _alike(found: object, expected: object, rules: Rules) -> bool:
    return same(found, expected, rules, in_table=True)


def _all_alike(found: list, expected: list, rules: Rules) -> bool:
    return len(found) == len(expected) and all(
        _alike(one, other, rules) for one, other in zip(found, expected, strict=True)
    )


def _moved(found: list, expected: list, rules: Rules) -> str:
    if len(expected) > 1 and _all_alike(found, expected[::-1], rules):
        return REVERSED
    for have, want in ((found[1:], expected[:-1]), (found[:-1], expected[1:])):
        told_apart = any(not _alike(*pair, rules) for pair in pairwise(want))
        if len(want) > 1 and told_apart and not all(map(is_missing, want)) and _all_alike(have, want, rules):
            return SHIFTED
    return ""


def _added_up(found: list, expected: list, rules: Rules) -> str:
    if len(expected) < 2 or not all(is_number(one) and math.isfinite(one) for one in (*found, *expected)):
        return ""
    if _as_shares(found, expected, rules):
        return COUNTS
    if _as_shares(expected, found, rules):
        return SHARES
    if sum(not close(one, other, rules) for one, other in zip(found, expected, strict=True)) < 2:
        return ""
    running = (
        (found, list(accumulate(expected)), RUNNING_SUM),
        (expected, list(accumulate(found)), SINGLE),
        (found, list(accumulate(expected, mul)), RUNNING_PRODUCT),
        (expected, list(accumulate(found, mul)), SINGLE_FACTOR),
    )
    return next((words for have, want, words in running if _all_alike(have, want, rules)), "")


def _as_shares(amounts: list, shares: list, rules: Rules) -> bool:
    """Return whether ``shares`` are what ``amounts`` are of their own sum."""
    total = sum(amounts)
    sound = total > 0 and min(amounts) >= 0 and sum(one > 0 for one in amounts) > 1
    if not sound or close(total, 1, rules) or not close(sum(shares), 1, rules):
        return False
    return all(close(one / total, share, rules) for one, share in zip(amounts, shares, strict=True))
