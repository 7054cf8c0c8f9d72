"""The days of a launch that closes: many buy at once, few in the middle, many before it is over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from ecotools import errors
from ecotools.metrics.columns import numbers
from ecotools.metrics.counts import count, inside


def launch_curve(
    days: int = 7, *, opening: float = 0.4, closing: float = 0.35, fade: float = 0.5
) -> pd.DataFrame:
    """Return which share of a launch's buyers comes on which of its days.

    One part comes when it opens and becomes smaller from day to day, one part comes before it closes and
    grows towards the last day, and the rest comes evenly. The shares are assumptions, not findings: take
    those of your own last launch.

    Parameters
    ----------
    days : int, default 7
        Days from the first to the last, both included.
    opening, closing : float
        Shares of the buyers in these two parts, fractions that sum to at most 1.
    fade : float, default 0.5
        What is left of a part one day further from its end of the window, from 0 to 1.

    Returns
    -------
    DataFrame
        One row per day: day (1 is the first), share and cumulative, fractions; the last cumulative is 1.

    Raises
    ------
    ValueError, TypeError
        When a share is no fraction, or both sum to more than 1.

    Examples
    --------
    >>> launch_curve(5)["share"].round(3).tolist()
    [0.268, 0.176, 0.147, 0.166, 0.244]
    """
    days = count(days, "days", at_least=1)
    first, last = errors.fraction(opening, "opening"), errors.fraction(closing, "closing")
    if first + last > 1 + 1e-9:
        raise ValueError(f"opening and closing must sum to at most 1, not {first + last:g}")
    weight = errors.fraction(fade, "fade") ** np.arange(days)
    weight = weight / weight.sum()
    share = first * weight + last * weight[::-1] + (1 - first - last) / days
    return pd.DataFrame({"day": np.arange(1, days + 1), "share": share, "cumulative": share.cumsum()})


def launch_outlook(sold: Sequence[float], curve: pd.DataFrame, *, level: float = 0.8) -> pd.DataFrame:
    """Return what a launch will come to, seen from each of its days: by its pace, and by its curve.

    Parameters
    ----------
    sold : sequence of int
        Sales of the days so far, from the first on.
    curve : DataFrame
        ``day`` and ``cumulative``, as `launch_curve` gives them: the shape that is expected.
    level : float, default 0.8
        Of the interval.

    Returns
    -------
    DataFrame
        One row per day so far: day, sold (up to it), by_pace (the mean of the days so far, for all days),
        by_curve (sold / cumulative share), low and high (of by_curve: the exact interval of a Poisson count;
        it holds the luck of the sales, and not a curve that is not the right one).

    Raises
    ------
    ValueError, TypeError
        When there are no sales or more days than the curve has, a sale is no whole number of zero or more,
        or the curve lacks a day.

    Examples
    --------
    >>> launch_outlook([30, 18], launch_curve(5)).round(0).astype(int)
       day  sold  by_pace  by_curve  low  high
    0    1    30      150       112   87   143
    1    2    48      120       108   89   131

    References
    ----------
    Garwood (1936), "Fiducial Limits for the Poisson Distribution", Biometrika 28.
    """
    shape = errors.columns(curve, ["day", "cumulative"], "curve").copy()
    for column in ("day", "cumulative"):
        shape[column] = numbers(shape, column, "curve")
    shape = shape.sort_values("day", ignore_index=True)
    if shape["day"].tolist() != list(range(1, len(shape) + 1)):
        raise ValueError("curve must have each day from 1 on once")
    daily = [count(one, f"sold[{place}]") for place, one in enumerate(np.atleast_1d(sold).tolist())]
    if not 0 < len(daily) <= len(shape):
        raise ValueError(f"sold must have 1 to {len(shape)} days, as the curve has, not {len(daily)}")
    tail = (1 - inside(level, "level", 0.8)) / 2
    day, so_far = np.arange(1, len(daily) + 1), np.cumsum(daily)
    share = shape["cumulative"].to_numpy()[: len(daily)]
    if (share <= 0).any():
        raise ValueError("curve: cumulative must be above 0 on each day that has passed")
    # Of no sale at all the lower limit is 0.
    low = np.where(so_far > 0, stats.chi2.ppf(tail, 2 * np.maximum(so_far, 1)) / 2, 0.0)
    high = stats.chi2.ppf(1 - tail, 2 * so_far + 2) / 2
    found = {"day": day, "sold": so_far, "by_pace": so_far / day * len(shape), "by_curve": so_far / share}
    return pd.DataFrame(found | {"low": low / share, "high": high / share})
