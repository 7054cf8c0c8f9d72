"""Several kinds of customers, each with a churn of its own: what they look like together."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.retention.durations import amounts
from ecotools.metrics.retention.sbg import whole


def churn_mix(churn, shares, periods: int = 12) -> pd.DataFrame:
    """Return how a group of customers of several kinds shrinks, when the churn of each kind never changes.

    Parameters
    ----------
    churn : list of float
        The churn a period of each kind, fractions.
    shares : list of float
        The share of each kind at the start, fractions that sum to 1.
    periods : int
        How many periods to look ahead, 1 or more.

    Returns
    -------
    DataFrame
        Columns time (0, 1, ... ``periods``), survival (sum over kinds of share x (1 - churn)^time) and churn
        (of those still there at ``time``, who leaves in the period after it; NaN when nobody is left). The
        churn of the whole falls with time, although nobody changes: the restless go first.

    Raises
    ------
    ValueError
        For lists of other lengths, values that are no fractions, or shares that do not sum to 1.

    References
    ----------
    Vaupel & Yashin (1985), "Heterogeneity's Ruses", The American Statistician 39: some surprising effects of
    selection on population dynamics.

    Examples
    --------
    >>> churn_mix([0.02, 0.2], [0.5, 0.5], periods=2).round(4)
       time  survival   churn
    0     0    1.0000  0.1100
    1     1    0.8900  0.1009
    2     2    0.8002  0.0920
    """
    each, share = _kinds(churn, shares)
    time = np.arange(int(whole(periods, "periods", least=1)) + 1)
    left = share * (1 - each) ** time[:, None]
    total = left.sum(axis=1)
    lost = np.divide(left @ each, total, out=np.full(len(time), np.nan), where=total > 0)
    table = pd.DataFrame({"time": time, "survival": total, "churn": lost})
    table.attrs["definition"] = {"survival": "sum of share x (1 - churn)^time over the kinds"}
    return table


def mix_ltv(revenue: float, churn, shares) -> Measure:
    """Return the lifetime value of a new customer of an unknown kind: the mean of the kinds' values.

    It is the sum of share x revenue / churn. Revenue over the mean churn is less: a mean of quotients is not
    the quotient of means (Jensen), and those who stay longest bring most.

    Parameters
    ----------
    revenue : float
        What a customer brings in a period, the same for all kinds.
    churn, shares
        As in `churn_mix`.

    Returns
    -------
    Measure
        Money. NaN when a kind never leaves: the sum has no limit.

    Examples
    --------
    >>> mix_ltv(10, [0.02, 0.2], [0.5, 0.5]), round(10 / 0.11, 2)
    (275.0, 90.91)
    """
    definition = "sum of share x revenue / churn over the kinds"
    revenue = errors.not_negative(revenue, "revenue")
    each, share = _kinds(churn, shares)
    there = share > 0
    if (each[there] == 0).any():
        return missing("a kind with a churn of 0 never leaves", definition=definition, unit="money")
    return Measure(revenue * (share[there] / each[there]).sum(), definition=definition, unit="money")


def _kinds(churn, shares) -> tuple[np.ndarray, np.ndarray]:
    each, share = amounts(churn, "churn"), amounts(shares, "shares")
    if len(each) != len(share) or not len(each):
        raise ValueError(f"shares must be as long as churn, {len(each)} and 1 or more, not {len(share)}")
    for name, values in (("churn", each), ("shares", share)):
        for value in values.tolist():
            errors.fraction(value, name)
    if abs(share.sum() - 1) > 1e-9:
        raise ValueError(f"shares must sum to 1, not {share.sum():g}")
    return each, share
