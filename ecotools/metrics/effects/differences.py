"""Difference in differences: two groups before and after the community opens for one of them."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, ids, refuse
from ecotools.metrics.counts import inside
from ecotools.metrics.effects.arguments import around, flags, outcomes, result

_ASSUMES = "without it, the outcome of both groups would have moved in parallel"


def difference_in_differences(
    panel: pd.DataFrame,
    since,
    *,
    outcome: str = "kept",
    group: str = "access",
    period: str = "month",
    unit: str = "customer_id",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return how much more the outcome of one group changed than that of the other.

    Parameters
    ----------
    panel : DataFrame
        One row per unit and period. Units may come and go.
    since
        The first period after, as the column ``period`` has it.
    outcome : str
        Column of what is looked at: True and False, or a number.
    group : str
        Column of True and False: the group that got the community, and the one that did not.
    period, unit : str
        Columns of the period (numbers, days or months, which have an order) and of who it is about. The
        interval counts each unit once, however many rows it has.
    level : float, default 0.95
        Confidence level, a fraction.

    Returns
    -------
    DataFrame
        One row, as `naive`: the effect on the group that got it, in the outcome's unit; ``people`` are units.

    Raises
    ------
    ValueError, TypeError
        A missing column or value, a ``since`` that the column cannot be compared with.

    References
    ----------
    Angrist & Pischke (2009), "Mostly Harmless Econometrics", sections 5.2 and 8.2: clustered errors.

    Examples
    --------
    >>> panel = pd.DataFrame({"customer_id": [1, 1, 2, 2, 3, 3, 4, 4], "month": [1, 2] * 4,
    ...     "access": [1, 1, 1, 1, 0, 0, 0, 0], "kept": [3.0, 6, 1, 6, 2, 3, 4, 5]})
    >>> difference_in_differences(panel, since=2)["effect"].item()
    3.0
    """
    y, treated, when, who, periods = _read(panel, outcome, group, period, unit)
    after = _after(periods, since)[when] if len(panel) else np.zeros(0, bool)
    said = ("difference in differences", "the group that got it", _ASSUMES, level)
    if not _filled(treated, after).all():
        return result(*said, reason="one of the groups has no rows before, or none after")
    influence = _influence(y, treated, after)
    found = (_effect(y, treated, after), _error(influence, who))
    return result(*said, found=found, people=int(who.max()) + 1)


def event_study(
    panel: pd.DataFrame,
    since,
    *,
    outcome: str = "kept",
    group: str = "access",
    period: str = "month",
    unit: str = "customer_id",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return how far apart the groups were, period by period, beside the last period before.

    Before, the numbers should lie around 0: they are the only look at whether the groups moved in parallel.

    Parameters
    ----------
    panel, since, outcome, group, period, unit, level
        As in `difference_in_differences`.

    Returns
    -------
    DataFrame
        One row per period: period, when (…, -2, -1, 0, 1, …; 0 is ``since``), effect, low, high, rows. The
        row of -1 is what the others are compared with: 0, without ends. A period in which a group has no rows
        has NaN. ``attrs``: ``before`` (p-value of the test that all effects before are 0, NaN when there is
        none), ``reason`` for what is missing.

    Raises
    ------
    ValueError, TypeError
        As `difference_in_differences`.

    Examples
    --------
    >>> panel = pd.DataFrame({"customer_id": [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4], "month": [1, 2, 3] * 4,
    ...     "access": [1] * 6 + [0] * 6, "kept": [3.0, 3, 6, 1, 2, 6, 2, 2, 3, 4, 5, 5]})
    >>> event_study(panel, since=3)[["period", "when", "effect"]]
       period  when  effect
    0       1    -2     0.0
    1       2    -1     0.0
    2       3     0     3.0
    """
    level = inside(level, "level", 0.95)
    y, treated, when, who, periods = _read(panel, outcome, group, period, unit)
    later = _after(periods, since) if len(panel) else np.zeros(0, bool)
    base = int((~later).sum()) - 1
    table = pd.DataFrame({"period": periods, "when": np.arange(len(periods)) - base - 1})
    table = table.assign(effect=np.nan, low=np.nan, high=np.nan)
    table["rows"] = np.bincount(when, minlength=len(periods)).astype(np.int64)
    table.attrs["definition"] = {"effect": "difference to the period before it began", "level": level}
    table.attrs |= {"assumes": _ASSUMES, "before": np.nan, "reason": ""}
    if base < 0:
        table.attrs["reason"] = "there is no period before" if len(panel) else "there are no rows"
        return table
    influences = {}
    for place in range(len(periods)):
        both = (when == base) | (when == place)
        now = when[both] == place
        if place == base:
            table.loc[place, "effect"] = 0.0
        elif _filled(treated[both], now).all():
            influence = np.zeros(len(y))
            influence[both] = _influence(y[both], treated[both], now)
            effect = _effect(y[both], treated[both], now)
            influences[place] = influence
            table.loc[place, ["effect", "low", "high"]] = around(effect, _error(influence, who), level)
        else:
            table.attrs["reason"] = "a group has no rows in some of the periods"
    table.attrs["before"] = _before(table, influences, who, base)
    return table


def _read(panel, outcome: str, group: str, period: str, unit: str):
    """Return outcome, group, place of the period and of the unit of each row, and the periods in order."""
    errors.columns(panel, [outcome, group, period, unit], "panel")
    y, treated = outcomes(panel, outcome, "panel"), flags(panel, group, "panel")
    refuse(panel, panel[period].isna().to_numpy(dtype=bool), "panel", f"{period} is missing")
    if pd.api.types.infer_dtype(panel[period]).startswith("mixed"):
        raise TypeError(f"panel.{period} must hold numbers, days or months, not several kinds of them")
    when, periods = pd.factorize(panel[period], sort=True)
    who, _ = coded(ids(panel, unit, "panel"))
    return y, treated, when, who, periods


def _after(periods, since) -> np.ndarray:
    """Return which of the periods are ``since`` or later."""
    try:
        if since is None:
            raise TypeError("nothing is after None")
        if isinstance(periods, pd.PeriodIndex):
            since = pd.Period(since, periods.freq)
        elif isinstance(periods, pd.DatetimeIndex):
            since = pd.Timestamp(since)
        return np.asarray(periods >= since, dtype=bool)
    except (TypeError, ValueError):
        raise ValueError(
            f"since must be a period of the panel, such as {periods[0]!r}, not {since!r}"
        ) from None


def _filled(treated: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Return of each of the four groups of rows whether it has any."""
    return np.bincount(2 * treated + after, minlength=4) > 0


def _means(y, treated, after) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    cell = 2 * treated + after
    many = np.bincount(cell, minlength=4)
    return cell, many, np.bincount(cell, y, minlength=4) / many


def _effect(y, treated, after) -> float:
    _, _, mean = _means(y, treated, after)
    return float((mean[3] - mean[2]) - (mean[1] - mean[0]))


def _influence(y, treated, after) -> np.ndarray:
    """Return how much each row moves the effect."""
    cell, many, mean = _means(y, treated, after)
    sign = np.where(treated == after, 1.0, -1.0)
    return sign * (y - mean[cell]) / many[cell]


def _error(influence: np.ndarray, who: np.ndarray) -> float:
    """Return the standard error with all rows of a unit taken together."""
    return float(np.sqrt((np.bincount(who, influence) ** 2).sum()))


def _before(table, influences: dict[int, np.ndarray], who, base: int) -> float:
    """Return the p-value of Wald's test that nothing differed before."""
    from scipy.stats import chi2

    places = [place for place in influences if place < base]
    if not places:
        return np.nan
    sums = np.column_stack([np.bincount(who, influences[place]) for place in places])
    spread, effects = sums.T @ sums, table.loc[places, "effect"].to_numpy()
    rank = np.linalg.matrix_rank(spread)
    if rank < len(places):
        return np.nan
    return float(chi2.sf(effects @ np.linalg.solve(spread, effects), len(places)))
