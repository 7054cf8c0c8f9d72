"""Does a model of repeat buying hold up? What it expects beside what happened afterwards."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.periods import until_day
from ecotools.metrics.repeat.bg_nbd import NAMES, new_customer_purchases
from ecotools.metrics.repeat.fits import parameters
from ecotools.metrics.repeat.purchases import UNITS, Purchases, read_purchases
from ecotools.metrics.repeat.summary import described, summarised


def holdout(
    orders,
    calibration,
    until=None,
    *,
    unit: str = "week",
    same_day: str = "one",
    net: bool = False,
    include_free: bool = False,
) -> pd.DataFrame:
    """Return the summary of a first stretch of time, to fit on, and what each customer bought after it.

    Parameters
    ----------
    orders, until, unit, same_day, net, include_free
        As in `rfm`.
    calibration : day or month
        First day that the summary does not know of; a month is meant whole.

    Returns
    -------
    DataFrame
        As `rfm` at ``calibration``, of the customers who had come by then, with later (purchases from then up
        to ``until``) and later_spend (mean amount of these, NaN without any). ``attrs["periods"]`` is the
        length of the time after, to pass to `expected_purchases`.

    Raises
    ------
    ValueError
        When nothing was observed after ``calibration``.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.to_datetime(["2025-01-06", "2025-01-20", "2025-02-03", "2025-02-17", "2025-03-17"])
    >>> orders = pd.DataFrame({"customer_id": ["Ada", "Ada", "Ben", "Ada", "Cy"], "day": days, "amount": 9.0})
    >>> table = holdout(orders, "2025-02-10", until="2025-03-24")
    >>> table[["customer_id", "frequency", "recency", "age", "later", "later_spend"]]
      customer_id  frequency  recency       age  later  later_spend
    0         Ada          1      2.0  4.857143      1          9.0
    1         Ben          0      0.0  0.857143      0          NaN
    >>> table.attrs["periods"]
    6.0
    """
    length = UNITS[errors.one_of(unit, UNITS, "unit")]
    bought = read_purchases(orders, until, same_day=same_day, net=net, include_free=include_free)
    cut = _cut(bought, calibration, orders)
    known = bought.before(cut)
    table = summarised(known, length)
    came = np.isin(bought.ids, known.ids)
    place, after = (np.cumsum(came) - 1)[bought.who], (bought.day >= cut) & came[bought.who]
    table["later"] = np.bincount(place[after], minlength=len(table))
    paid = np.bincount(place[after], bought.amount[after], minlength=len(table))
    table["later_spend"] = paid / table["later"].where(table["later"] > 0)
    table.attrs["definition"] = described(same_day, unit, net=net, include_free=include_free)
    table.attrs["periods"] = float((bought.last + 1 - cut).astype(np.int64) / length)
    return table


def purchases_by_period(
    orders,
    fit,
    calibration,
    until=None,
    *,
    unit: str = "week",
    same_day: str = "one",
    include_free: bool = False,
) -> pd.DataFrame:
    """Return the repeat purchases of each week beside those that a BG/NBD model expects.

    Parameters
    ----------
    orders, until, unit, same_day, include_free
        As in `rfm`.
    fit : DataFrame or dict
        Of `fit_bg_nbd` on the time before ``calibration``, or r, alpha, a, b by name, in the same unit.
    calibration : day or month
        First day that the fit does not know of; customers who came from then on are left out.

    Returns
    -------
    DataFrame
        Index week (or day): 1, 2, ... from the first day observed. Columns actual, expected (repeat purchases
        of the period), cumulative_actual, cumulative_expected, and fitted (True where the period ended before
        ``calibration``). A last period that was not seen whole is left out.

    References
    ----------
    Fader, Hardie & Lee (2005), Marketing Science 24, figures 3 and 4.

    Examples
    --------
    >>> import pandas as pd
    >>> cdnow = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    >>> days = pd.to_datetime(["2025-01-06", "2025-01-20", "2025-02-03", "2025-02-17"])
    >>> orders = pd.DataFrame({"customer_id": ["Ada", "Ada", "Ben", "Ada"], "day": days, "amount": 9.0})
    >>> purchases_by_period(orders, cdnow, "2025-02-10", until="2025-03-03")["actual"].tolist()
    [0, 0, 1, 0, 0, 0, 1, 0]
    """
    length = UNITS[errors.one_of(unit, UNITS, "unit")]
    bought = read_purchases(orders, until, same_day=same_day, include_free=include_free)
    cut = _cut(bought, calibration, orders)
    _, reason = parameters(fit, NAMES)
    known = np.isin(bought.ids, bought.before(cut).ids)
    first = bought.first[known]
    many = int((bought.last + 1 - bought.start).astype(np.int64)) // length
    ends = bought.start + length * np.arange(1, many + 1)
    counted = bought.repeat & known[bought.who] & (bought.day < (ends[-1] if many else bought.start))
    place = (bought.day[counted] - bought.start).astype(np.int64) // length
    total = _expected(first, ends, length, fit)
    table = pd.DataFrame(
        {
            "actual": np.bincount(place, minlength=many),
            "expected": np.diff(np.r_[0.0, total]),
            "cumulative_actual": np.cumsum(np.bincount(place, minlength=many)),
            "cumulative_expected": total,
            "fitted": ends <= cut,
        },
        index=pd.RangeIndex(1, many + 1, name=unit),
    )
    table.attrs["definition"] = described(same_day, unit, include_free=include_free)
    table.attrs["definition"]["expected"] = "BG/NBD, from each customer's first purchase"
    if reason:
        table.attrs["reason"] = reason
    return table


def _cut(bought: Purchases, calibration, source) -> np.datetime64:
    """Return the first day after the calibration, which must lie before the end of what was observed."""
    cut = np.datetime64(until_day(calibration, source, "calibration"), "D")
    if cut > bought.last:
        raise ValueError(
            f"calibration must lie before the end of what was observed, {bought.last + 1}: "
            f"nothing is known from {cut} on"
        )
    return cut


def _expected(first: np.ndarray, ends: np.ndarray, length: int, fit) -> np.ndarray:
    """Return the repeat purchases expected by the end of each period, of all who had come by then."""
    came, many = np.unique(first, return_counts=True)
    # An age is counted to the last day observed, as in `rfm`.
    age = (ends[:, None] - 1 - came[None, :]).astype(np.int64) / length
    each = new_customer_purchases(fit, np.maximum(age, 0.0))
    return each @ many
