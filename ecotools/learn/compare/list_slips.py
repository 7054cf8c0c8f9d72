"""The slips that turn several right values into wrong ones: another order, shifted, added up, as shares."""

import math
from itertools import accumulate, pairwise
from operator import add, mul

from .number_slips import shared_distance, shared_slip
from .plain_values import as_plain, is_missing, is_number
from .scalars import Rules, close, same

REVERSED = "These are the right values in the reverse order."
SHIFTED = "These are the right values, shifted by one place."
RUNNING_SUM = "These are running totals. The single values are expected."
SINGLE = "These are single values. Running totals are expected."
RUNNING_PRODUCT = "Each of these is multiplied with all before it. The single factors are expected."
SINGLE_FACTOR = "These are single factors. Each is expected to be multiplied with all before it."
COUNTS = "These are not divided by their sum: shares of the whole are expected."
SHARES = "Each is divided by the sum of all (a share of the whole), and should not be."


def list_slip(found: list, expected: list, rules: Rules, *, ordered: bool = True) -> str:
    """Return the one slip that explains every value that differs between two lists of one length, or nothing.

    Parameters
    ----------
    ordered : bool
        Whether the places mean something, as in a list or in rows by month, and not in rows by name.

    >>> list_slip([1, 3, 6], [1, 2, 3], Rules())
    'These are running totals. The single values are expected.'
    >>> list_slip([0, 1, 2, 4], [1, 2, 4, 5], Rules())
    'These are the right values, shifted by one place.'
    """
    have, want = [as_plain(one) for one in found], [as_plain(one) for one in expected]
    wrong = [pair for pair in zip(have, want, strict=True) if not _alike(*pair, rules)]
    if not wrong:
        return ""
    return (
        _added_up(have, want, rules)
        or shared_slip(wrong, rules)
        or (ordered and _moved(have, want, rules))
        or shared_distance(wrong, rules)
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
        # Three values that differ: with fewer, another slip may well give the same.
        steps = sum(not _alike(*pair, rules) for pair in pairwise(want))
        if steps > 1 and not any(map(is_missing, want)) and _all_alike(have, want, rules):
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
        (found, expected, add, 0, RUNNING_SUM),
        (expected, found, add, 0, SINGLE),
        (found, expected, mul, 1, RUNNING_PRODUCT),
        (expected, found, mul, 1, SINGLE_FACTOR),
    )
    for sums, single, how, neutral, words in running:
        # With fewer steps than two after the first value, it may be a coincidence.
        steps = sum(one != neutral for one in single[1:])
        if steps > 1 and _all_alike(sums, list(accumulate(single, how)), rules):
            return words
    return ""


def _as_shares(amounts: list, shares: list, rules: Rules) -> bool:
    """Return whether ``shares`` are what ``amounts`` are of their own sum."""
    total = sum(amounts)
    sound = total > 0 and min(amounts) >= 0 and sum(one > 0 for one in amounts) > 2
    # Shares that add up to 100 are percents.
    if not sound or close(total, 1, rules) or close(total, 100, rules) or not close(sum(shares), 1, rules):
        return False
    return all(close(one / total, share, rules) for one, share in zip(amounts, shares, strict=True))
