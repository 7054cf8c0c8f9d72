"""Ending a pilot as soon as it is clear: Wald's sequential test of a share, tester by tester."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools.metrics.counts import count, inside

DEFINITION = "Wald's sequential probability ratio test of two shares"


def stopping_lines(
    poor: float, good: float, *, wrong_go: float = 0.05, wrong_stop: float = 0.05, most: int = 60
) -> pd.DataFrame:
    """Return, for each number of testers, the successes at which a pilot can end.

    Parameters
    ----------
    poor, good : float
        The share of successes at which the product is to be given up, and at which it is to be built.
        Fractions, ``poor`` below ``good``.
    wrong_go : float, default 0.05
        Chance to build a product whose share is ``poor``, a fraction.
    wrong_stop : float, default 0.05
        Chance to give up a product whose share is ``good``, a fraction.
    most : int, default 60
        The largest number of testers to show.

    Returns
    -------
    DataFrame
        One row per number of testers: testers, give_up_at (at most so many successes: give it up) and
        build_at (at least so many: build it). NaN where it is too early for that. ``attrs`` has slope,
        give_up_line and build_line, the straight lines behind them.

    Raises
    ------
    ValueError
        For shares that are not above 0 and below 1, a ``good`` that is not above ``poor``, or risks that
        add up to 1 or more.

    References
    ----------
    Wald (1947), Sequential Analysis; the tests use the plan of the NIST/SEMATECH e-Handbook, 6.2.6.

    Examples
    --------
    >>> stopping_lines(0.4, 0.7).iloc[[3, 4, 14]]
        testers  give_up_at  build_at
    3         4         NaN       NaN
    4         5         0.0       NaN
    14       15         5.0      11.0
    """
    slope, below, above = _lines(poor, good, wrong_go, wrong_stop)
    number = np.arange(1, count(most, "most", at_least=1) + 1)
    # A count that lies on a line has reached it; rounding errors must not say otherwise.
    low = np.floor(slope * number + below + 1e-9)
    high = np.ceil(slope * number + above - 1e-9)
    table = pd.DataFrame(
        {
            "testers": number,
            "give_up_at": np.where(low >= 0, low, np.nan),
            "build_at": np.where(high <= number, high, np.nan),
        }
    )
    table.attrs |= {"definition": DEFINITION, "slope": slope, "give_up_line": below, "build_line": above}
    return table


def stop_when(
    outcomes: Iterable[bool],
    poor: float,
    good: float,
    *,
    wrong_go: float = 0.05,
    wrong_stop: float = 0.05,
) -> pd.Series:
    """Return after which tester a pilot could have ended, and with which decision.

    Parameters
    ----------
    outcomes : list or Series of bool
        One value per tester, in the order in which they finished: whether it was a success.
    poor, good, wrong_go, wrong_stop : float
        As for `stopping_lines`.

    Returns
    -------
    Series
        decision ("build", "give up" or "go on"), testers and successes at that moment.

    Raises
    ------
    TypeError, ValueError
        For outcomes that are not true or false (1 and 0 will do), and as for `stopping_lines`.

    Examples
    --------
    >>> stop_when([True, True, False, True, True, True, True, True, True], poor=0.4, good=0.7).to_dict()
    {'decision': 'build', 'testers': 8, 'successes': 7}
    """
    slope, below, above = _lines(poor, good, wrong_go, wrong_stop)
    successes = np.cumsum(_truths(outcomes))
    line = slope * np.arange(1, len(successes) + 1)
    build, give_up = successes >= line + above - 1e-9, successes <= line + below + 1e-9
    over = np.flatnonzero(build | give_up)
    at = over[0] if len(over) else len(successes) - 1
    decision = "go on" if not len(over) else "build" if build[at] else "give up"
    reached = int(successes[at]) if len(successes) else 0
    result = pd.Series({"decision": decision, "testers": int(at) + 1, "successes": reached}, dtype=object)
    result.attrs["definition"] = DEFINITION
    return result


def _lines(poor: float, good: float, wrong_go: float, wrong_stop: float) -> tuple[float, float, float]:
    """Return the slope of Wald's two lines, and where the lower and the upper one start."""
    poor, good = inside(poor, "poor", 0.4), inside(good, "good", 0.7)
    wrong_go, wrong_stop = inside(wrong_go, "wrong_go", 0.05), inside(wrong_stop, "wrong_stop", 0.05)
    if good <= poor:
        raise ValueError(f"good must be above poor, which is {poor:g}, not {good:g}")
    if wrong_go + wrong_stop >= 1:
        raise ValueError(f"wrong_go and wrong_stop must add up to less than 1, not {wrong_go + wrong_stop:g}")
    step = np.log(good / poor) + np.log((1 - poor) / (1 - good))
    slope = np.log((1 - poor) / (1 - good)) / step
    below, above = np.log(wrong_stop / (1 - wrong_go)) / step, np.log((1 - wrong_stop) / wrong_go) / step
    return float(slope), float(below), float(above)


def _truths(outcomes: Iterable[bool]) -> np.ndarray:
    if isinstance(outcomes, (str, bytes)) or not np.iterable(outcomes):
        raise TypeError(f"outcomes must be a list of True and False, not {outcomes!r}")
    values = list(outcomes)
    for place, value in enumerate(values, 1):
        if not isinstance(value, (bool, int, float, np.bool_, np.number)) or value not in (0, 1):
            raise ValueError(f"outcomes must be True or False; number {place} is {value!r}")
    return np.array(values, dtype=int)
