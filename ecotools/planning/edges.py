"""The edges of what should follow on one another: phases of a plan, bands of members, bands of hours."""

import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids, numbers


def edges(table: pd.DataFrame, name: str, low: str, high: str, *, step: float = 1) -> pd.DataFrame:
    """Return where one band ends and the next begins: whether they touch, overlap, or leave a gap.

    Parameters
    ----------
    table : DataFrame
        One row per band.
    name, low, high : str
        Columns: its name, its first and its last value. Both belong to the band. A missing last value means
        that the band has no end.
    step : float, default 1
        How far the next band begins after the last value: 1 for what is counted (days, weeks, members), 0 for
        what is measured (hours, money).

    Returns
    -------
    DataFrame
        One row per band but the first, by their first values: before (the band that reaches furthest of
        those before), band, edge ("touch", "gap" or "overlap"), low and high (of what is in no band or in
        two; NaN where they touch), size (of the gap or the overlap, with ``step`` 1 the number of values).

    Raises
    ------
    ValueError, TypeError
        When a column or a value is missing, or a band ends before it begins.

    Examples
    --------
    >>> bands = pd.DataFrame({"phase": ["one", "two", "three"], "members": [0, 100, 500]})
    >>> edges(bands.assign(to=[100, 500, None], low=[5, 15, 30]), "phase", "members", "to")
      before   band     edge    low   high  size
    0    one    two  overlap  100.0  100.0   1.0
    1    two  three  overlap  500.0  500.0   1.0
    >>> edges(bands.assign(hours=[5, 15, 30], to=[10, 25, 50]), "phase", "hours", "to", step=0)
      before   band edge   low  high  size
    0    one    two  gap  10.0  15.0   5.0
    1    two  three  gap  25.0  30.0   5.0
    """
    found = errors.columns(table, [name, low, high], "table")
    step = errors.not_negative(step, "step")
    bands = pd.DataFrame({"band": ids(found, name, "table").astype(str)})
    bands["low"] = numbers(found, low, "table")
    bands["high"] = pd.Series(numbers(found, high, "table", missing=True), bands.index).fillna(float("inf"))
    if (backwards := bands["high"] < bands["low"]).any():
        raise ValueError(f"table: the band {bands['band'][backwards].iloc[0]!r} ends before it begins")
    bands = bands.sort_values(["low", "high", "band"]).to_dict("records")
    lines, before = [], bands[0] if bands else None
    for band in bands[1:]:
        lines.append(_edge(before, band, step))
        before = max(before, band, key=lambda one: one["high"])
    return pd.DataFrame(lines, columns=["before", "band", "edge", "low", "high", "size"])


def _edge(before: dict, band: dict, step: float) -> list:
    """Return the row of two bands that follow on one another."""
    names, apart = [before["band"], band["band"]], band["low"] - before["high"] - step
    if apart > 0:
        low, high = before["high"] + step, band["low"] - step
        return [*names, "gap", low, high, apart]
    if apart < 0:
        low, high = band["low"], min(before["high"], band["high"])
        return [*names, "overlap", low, high, high - low + step]
    return [*names, "touch", float("nan"), float("nan"), 0.0]
