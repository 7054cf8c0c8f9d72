"""What people say about prices: Van Westendorp's price sensitivity meter.

It is stated preference: people say what they would do, and it costs them nothing to be wrong. Report a range.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.pricing.amounts import money

QUESTIONS = ("too_cheap", "cheap", "expensive", "too_expensive")
# Each point: the falling curve and the rising curve that cross there.
CROSSINGS = {
    "classic": {
        "PMC": ("too_cheap", "not_cheap"),
        "PME": ("not_expensive", "too_expensive"),
        "IDP": ("cheap", "expensive"),
        "OPP": ("too_cheap", "too_expensive"),
    },
    "four_curve": {
        "PMC": ("too_cheap", "expensive"),
        "PME": ("cheap", "too_expensive"),
        "IDP": ("cheap", "expensive"),
        "OPP": ("too_cheap", "too_expensive"),
    },
}
NAMES = {
    "PMC": "point of marginal cheapness",
    "PME": "point of marginal expensiveness",
    "IDP": "indifference price point",
    "OPP": "optimal price point",
}


def van_westendorp_curves(answers: pd.DataFrame) -> pd.DataFrame:
    """Return the share of people behind each curve of the price sensitivity meter, at every price named.

    Shares are inclusive: ``too_cheap`` and ``cheap`` at a price are the shares who named that price or a
    higher one, and start at 1; ``expensive`` and ``too_expensive`` the shares who named that price or a
    lower one, and end at 1. ``not_cheap`` and ``not_expensive`` are what is left to 1.

    Parameters
    ----------
    answers : pandas.DataFrame
        One row per person, columns ``too_cheap``, ``cheap``, ``expensive``, ``too_expensive`` in one
        currency. People who left an answer out, and people whose prices do not rise (too cheap < cheap <
        expensive < too expensive), are dropped and counted.

    Returns
    -------
    pandas.DataFrame
        Columns ``price`` (each price named, rising), ``too_cheap``, ``cheap``, ``not_cheap``,
        ``expensive``, ``not_expensive``, ``too_expensive`` (fractions). ``attrs``: ``n_used``,
        ``n_dropped``, ``n_incomplete``, ``n_intransitive``. Empty when nobody is left.

    Raises
    ------
    ValueError, TypeError
        A missing column, a negative or infinite price, an answer that is not a number.

    Examples
    --------
    >>> answers = pd.DataFrame({"too_cheap": [10, 20], "cheap": [20, 30], "expensive": [40, 50],
    ...     "too_expensive": [60, 60]})
    >>> van_westendorp_curves(answers)[["price", "too_cheap", "cheap", "expensive", "too_expensive"]]
       price  too_cheap  cheap  expensive  too_expensive
    0   10.0        1.0    1.0        0.0            0.0
    1   20.0        0.5    1.0        0.0            0.0
    2   30.0        0.0    0.5        0.0            0.0
    3   40.0        0.0    0.0        0.5            0.0
    4   50.0        0.0    0.0        1.0            0.0
    5   60.0        0.0    0.0        1.0            1.0

    References
    ----------
    P. van Westendorp (1976), NSS Price Sensitivity Meter, Proceedings of the 29th ESOMAR Congress, 139-167.
    """
    used, dropped = _usable(answers)
    prices = np.unique(used.to_numpy())
    counts = _counts(used, prices, inclusive=True)
    n = max(len(used), 1)
    table = pd.DataFrame({name: counts[name] / n for name in QUESTIONS})
    table.insert(0, "price", prices)
    table.insert(3, "not_cheap", counts["not_cheap"] / n)
    table.insert(5, "not_expensive", counts["not_expensive"] / n)
    table.attrs.update(dropped)
    return table


def _usable(answers: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Return the complete answers whose prices rise, and how many were dropped for which reason."""
    errors.columns(answers, QUESTIONS, "answers")
    read = {name: money(answers[name], f"answers[{name!r}]") for name in QUESTIONS}
    table = pd.DataFrame(read, index=answers.index)
    complete = table.notna().all(axis=1)
    rising = (table[list(QUESTIONS)].diff(axis=1).iloc[:, 1:] > 0).all(axis=1)
    counted = {
        "n_used": int((complete & rising).sum()),
        "n_dropped": int((~(complete & rising)).sum()),
        "n_incomplete": int((~complete).sum()),
        "n_intransitive": int((complete & ~rising).sum()),
    }
    return table[complete & rising], counted


def _counts(used: pd.DataFrame, prices: np.ndarray, inclusive: bool) -> dict[str, np.ndarray]:
    """Return how many people are behind each curve, at each price or (not ``inclusive``) just above it."""
    n = len(used)
    side = "left" if inclusive else "right"
    count = {name: np.searchsorted(np.sort(used[name]), prices, side=side) for name in ("too_cheap", "cheap")}
    count = {name: n - below for name, below in count.items()}
    for name in ("expensive", "too_expensive"):
        count[name] = np.searchsorted(np.sort(used[name]), prices, side="right")
    count["not_cheap"] = n - count["cheap"]
    count["not_expensive"] = n - count["expensive"]
    return count


def van_westendorp_points(
    answers: pd.DataFrame, convention: str = "classic", interpolate: bool = True
) -> pd.DataFrame:
    """Return the four prices where the curves of the price sensitivity meter cross.

    Parameters
    ----------
    answers : pandas.DataFrame
        As for `van_westendorp_curves`.
    convention : {"classic", "four_curve"}
        Which curves bound the range of acceptable prices. ``classic``, van Westendorp's own: too cheap x
        *not* cheap (PMC) and too expensive x *not* expensive (PME). ``four_curve``, popular on the web: too
        cheap x expensive and too expensive x cheap, which gives a narrower range. IDP (cheap x expensive)
        and OPP (too cheap x too expensive) are the same in both.
    interpolate : bool
        True: curves are straight lines between the prices named. False: they are steps, as the answers are.

    Returns
    -------
    pandas.DataFrame
        Index ``PMC``, ``PME``, ``IDP``, ``OPP``; columns ``name``, ``low``, ``price``, ``high``. Where two
        curves lie on each other over a stretch, any price of it is a crossing: ``low`` and ``high`` are its
        ends, ``price`` its middle. ``attrs``: ``n_used``, ``n_dropped``, ``n_incomplete``,
        ``n_intransitive``, ``definition``. When nobody is left the prices are NaN and a column ``reason``
        says why.

    Raises
    ------
    ValueError, TypeError
        As for `van_westendorp_curves`; an unknown convention.

    Examples
    --------
    >>> answers = pd.DataFrame({"too_cheap": [10, 20, 30], "cheap": [25, 35, 45], "expensive": [40, 50, 60],
    ...     "too_expensive": [60, 70, 80]})
    >>> van_westendorp_points(answers, interpolate=False)[["low", "price", "high"]]
          low  price  high
    PMC  25.0   27.5  30.0
    PME  60.0   60.0  60.0
    IDP  40.0   42.5  45.0
    OPP  30.0   45.0  60.0

    References
    ----------
    Van Westendorp (1976). M. Alletsee, R package pricesensitivitymeter: its ``acceptable_range`` "original"
    and "narrower" are the two conventions, its lowest crossing of the steps is our ``low``.
    """
    errors.one_of(convention, CROSSINGS, "convention")
    used, dropped = _usable(answers)
    prices = np.unique(used.to_numpy())
    counts = _counts(used, prices, inclusive=interpolate)
    find = _line_crossing if interpolate else _step_crossing
    rows = {}
    for point, (falling, rising) in CROSSINGS[convention].items():
        # Whole people, so that "the curves touch" is an exact question.
        low, high = find(prices, counts[rising] - counts[falling]) if len(used) else (np.nan, np.nan)
        rows[point] = (NAMES[point], low, (low + high) / 2, high)
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["name", "low", "price", "high"])
    if not len(used):
        table["reason"] = _why_nobody(dropped)
    table.attrs.update(dropped)
    table.attrs["definition"] = {
        "convention": convention,
        "curves": "straight lines between the prices named" if interpolate else "steps",
        "shares": "inclusive",
        "crossings": {point: f"{a} x {b}" for point, (a, b) in CROSSINGS[convention].items()},
    }
    return table


def _line_crossing(prices: np.ndarray, gap: np.ndarray) -> tuple[float, float]:
    """Return where a rising gap, straight between the prices, is zero: first and last price."""
    zero = np.flatnonzero(gap == 0)
    if len(zero):
        return float(prices[zero[0]]), float(prices[zero[-1]])
    after = int(np.argmax(gap > 0))
    before = after - 1
    share = -gap[before] / (gap[after] - gap[before])
    price = float(prices[before] + share * (prices[after] - prices[before]))
    return price, price


def _step_crossing(prices: np.ndarray, gap: np.ndarray) -> tuple[float, float]:
    """Return where a rising gap that jumps at the prices stops being below zero, and where it gets above."""
    return float(prices[np.argmax(gap >= 0)]), float(prices[np.argmax(gap > 0)])


def _why_nobody(dropped: Mapping[str, int]) -> str:
    if not dropped["n_dropped"]:
        return "there are no answers"
    return (
        f"none of {dropped['n_dropped']} people can be used: {dropped['n_incomplete']} left an answer out,"
        f" {dropped['n_intransitive']} named prices that do not rise"
    )
