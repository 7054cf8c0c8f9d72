"""What is normal for a KPI: each change against the changes of the months before it."""

import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.periods import as_month

NEEDED = ["kpi", "month", "change", "direction"]
WORSE = {"up": -1.0, "down": 1.0}
"""The sign of a change to the worse, by the direction that is better."""


def surprises(table: pd.DataFrame, *, fewest: int = 4) -> pd.DataFrame:
    """Return a KPI table with how unusual each change is, compared with the earlier changes of the same KPI.

    Parameters
    ----------
    table : DataFrame
        One row per KPI and month with the columns kpi, month, change and direction, as `compute` returns it
        without ``by``.
    fewest : int, default 4
        Earlier changes that there must be before a month is judged; at least 2.

    Returns
    -------
    DataFrame
        The table by KPI and month, with three more columns. ``usual`` is the mean of the earlier changes
        and ``spread`` their standard deviation, both in the unit of the KPI. ``surprise`` is how many
        spreads the change lies from the usual one, above 0 where that is to the worse side. It is NaN
        with too few earlier changes, and where these were all alike.

    Raises
    ------
    ValueError
        When a column is missing or a cell of it cannot be read, a direction is neither "up" nor "down", a
        KPI has two rows for one month, or ``fewest`` is below 2.

    Examples
    --------
    Sales grew by 100, 120 and 80; then they grew by 30, which is 3.5 spreads less than usual.

    >>> months = pd.period_range("2025-01", periods=5, freq="M")
    >>> sales = pd.DataFrame({"kpi": "sales", "month": months, "change": [None, 100, 120, 80, 30.0]})
    >>> float(surprises(sales.assign(direction="up"), fewest=3)["surprise"].iloc[-1])
    3.5

    Source: the control chart of W. A. Shewhart, *Economic Control of Quality of Manufactured Product*, 1931.
    """
    found = errors.columns(table, NEEDED, "KPI table")
    if fewest < 2:
        raise ValueError(f"fewest must be at least 2, not {fewest}: one change has no spread")
    unknown = ~found["direction"].isin(list(WORSE)).to_numpy(dtype=bool)
    columns.refuse(found, unknown, "table", "direction is neither 'up' nor 'down'")
    cleaned = found.assign(
        kpi=columns.ids(found, "kpi", "table").astype(str).astype(object),
        month=pd.PeriodIndex([as_month(month) for month in found["month"]], freq="M"),
        change=columns.numbers(found, "change", "table", missing=True),
        direction=found["direction"].astype(object),
    )
    if cleaned.duplicated(["kpi", "month"]).any():
        raise ValueError(
            "the KPI table has two rows for one KPI and month: give it without segments, or one segment"
        )
    ordered = cleaned.sort_values(["kpi", "month"], ignore_index=True)
    before = ordered.groupby("kpi", sort=False)["change"].shift()
    earlier = before.groupby(ordered["kpi"], sort=False).expanding(min_periods=fewest)
    usual, spread = (one.droplevel(0) for one in (earlier.mean(), earlier.std()))
    worse = ordered["direction"].map(WORSE).astype(float)
    surprise = worse * (ordered["change"] - usual) / spread.where(spread > 0)
    return ordered.assign(usual=usual, spread=spread, surprise=surprise)
