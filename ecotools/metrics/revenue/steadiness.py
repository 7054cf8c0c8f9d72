"""How steady an income is: its spread, its bad months, and the cash that carries a firm over them."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers

_TWENTY = 20


def steadiness(series, *, cost: float | None = None) -> pd.DataFrame:
    """Return how much an income by month varies, how bad its bad months are, and what cash they take.

    Parameters
    ----------
    series : Series or DataFrame
        Revenue by month; of a table, each column is a firm, or a run of a simulation. The index are months
        (Period), or whole numbers that count them, without gaps; two or more.
    cost : float, optional
        What has to be paid every month, in money. Default: the mean revenue of the same column, so that
        firms of any size are compared and only the order of good and bad months counts.

    Returns
    -------
    DataFrame
        One row per column. mean (money a month); spread (standard deviation / mean: 0 when all months are
        alike); worst (money: one month in twenty brings this or less) and worst_share (worst / mean);
        cash_months (months of cost to have in hand at the start, so that the cash never falls below zero).
        NaN with ``attrs["reason"]``: worst for fewer than 20 months, among which no such month was observed;
        spread and worst_share where the mean is not above 0; cash_months where nothing has to be paid.

    Examples
    --------
    >>> months = pd.period_range("2025-01", periods=4, freq="M")
    >>> members, launches = [95.0, 100.0, 100.0, 105.0], [0.0, 0.0, 400.0, 0.0]
    >>> firms = pd.DataFrame({"members": members, "launches": launches}, months)
    >>> steadiness(firms)[["mean", "spread", "cash_months"]].round(2)
               mean  spread  cash_months
    members   100.0    0.04         0.05
    launches  100.0    2.00         2.00
    """
    table = _months(series)
    values = np.column_stack([numbers(table, column, "series") for column in table.columns])
    mean = values.mean(axis=0)
    paid = mean if cost is None else np.full(len(mean), errors.not_negative(cost, "cost"))
    short = (paid - values).cumsum(axis=0).max(axis=0).clip(min=0)
    # The largest of the lowest twentieth, a month that there was: no value between two months.
    worst = np.quantile(values, 1 / _TWENTY, axis=0, method="inverted_cdf")
    known = np.full(len(mean), len(table) >= _TWENTY)
    found = {
        "mean": mean,
        "spread": _over(values.std(axis=0, ddof=1), mean),
        "worst": np.where(known, worst, np.nan),
        "worst_share": _over(np.where(known, worst, np.nan), mean),
        "cash_months": _over(short, paid),
    }
    result = pd.DataFrame(found, index=table.columns)
    result.attrs["definition"] = {
        "spread": "standard deviation / mean",
        "worst": "one month in twenty brings this or less",
        "cash_months": "largest shortfall from the start / cost of a month",
        "cost": "mean revenue" if cost is None else f"{cost:g}",
    }
    if not known.all():
        result.attrs["reason"] = f"{len(table)} months cannot show the worst in {_TWENTY}"
    return result


def _over(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.divide(above, below, out=np.full(len(below), np.nan), where=below > 0)


def _months(series) -> pd.DataFrame:
    """Return the revenue as a table sorted by month; refuse gaps and months that are there twice."""
    if isinstance(series, pd.Series):
        series = series.to_frame(series.name if series.name is not None else "revenue")
    if not isinstance(series, pd.DataFrame):
        raise TypeError(f"series must be a Series or a DataFrame by month, not {type(series).__name__}")
    index = series.index
    if not (isinstance(index, pd.PeriodIndex) and index.freqstr == "M") and index.dtype.kind not in "iu":
        raise TypeError(
            "series must have months as its index (Period, freq 'M'), or whole numbers that count them"
        )
    if len(series) < 2 or not len(series.columns):
        raise ValueError(f"series must have two months or more, not {len(series)}")
    if not index.is_unique:
        raise ValueError(f"series has {index[index.duplicated()][0]} twice: add up the rows of a month")
    ordered = series.sort_index()
    place = ordered.index.asi8 if isinstance(index, pd.PeriodIndex) else ordered.index.to_numpy()
    gap = np.flatnonzero(np.diff(place) > 1)
    if len(gap):
        raise ValueError(f"series has no month after {ordered.index[gap[0]]}: write 0 where nothing came in")
    return ordered
