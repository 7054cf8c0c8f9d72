"""What a loop with a gain and a delay comes to over the months."""

from collections.abc import Iterable
from itertools import product

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.metrics.growth.loops import multiplier

WAITS = {
    "fixed": "everyone brings others exactly one delay later",
    "spread": "people bring others after a time of their own (exponential, with the delay as its mean)",
}
"""When those who came bring others."""


def loop_path(
    gain: float, delay: float, months: int = 36, *, base: float = 100.0, wait: str = "fixed"
) -> pd.DataFrame:
    """Return month by month how many come to a business with a loop, beside one without.

    So many come from outside each month. Each who comes brings ``gain`` others one delay later, who bring
    others in turn.

    Parameters
    ----------
    gain : float
        How many each brings; below 0 for a balancing loop (each keeps others away).
    delay : float
        Months until they come, above 0.
    months : int, default 36
    base : float, default 100
        People a month who come from outside.
    wait : {"fixed", "spread"}
        See `WAITS`.

    Returns
    -------
    DataFrame
        ``month`` (1, 2, …); people in the month ``alone`` (without the loop) and ``flow`` (with it);
        ``total`` and ``total_alone``, all who came so far. ``attrs["limit"]`` is the flow it comes to in the
        end: inf from a gain of 1 on, NaN where it swings without end (fixed delay, a gain of -1 or below).

    Raises
    ------
    TypeError, ValueError
        A number out of range, an unknown ``wait``.

    Notes
    -----
    With B from outside and gain g, the flow at time t is B times the sum of g^i over the turns i that had
    time: for a fixed delay d those with i d <= t. Spread out it solves x = B + g/d int x(s) e^(-(t-s)/d) ds,
    which is B (1 - g e^(-(1-g) t/d)) / (1-g). A month has the flow of its days.

    References
    ----------
    D. R. Cox, Renewal Theory (1962), chapter 4: the renewal equation.

    Examples
    --------
    >>> path = loop_path(gain=0.5, delay=3, months=12)
    >>> path["flow"].tolist()[::3], path.attrs["limit"]
    ([100.0, 150.0, 175.0, 187.5], 200.0)
    """
    gain, delay = errors.finite(gain, "gain"), errors.positive(delay, "delay")
    many, base = count(months, "months", 1), errors.not_negative(base, "base")
    errors.one_of(wait, WAITS, "wait")
    with np.errstate(over="ignore", invalid="ignore"):
        flow = base * (_fixed if wait == "fixed" else _spread)(gain, delay, many)
    month = np.arange(1, many + 1)
    table = pd.DataFrame({"month": month, "alone": base, "flow": flow, "total": np.cumsum(flow)})
    table["total_alone"] = base * month
    swings = wait == "fixed" and gain <= -1
    table.attrs["limit"] = float("nan") if swings else base * multiplier(gain) if base else 0.0
    table.attrs["definition"] = {"wait": WAITS[wait], "limit": "base / (1 - gain)"}
    return table


def _fixed(gain: float, delay: float, months: int) -> np.ndarray:
    """Return the flow of each month for one a month from outside: each turn starts one delay later."""
    month = np.arange(1, months + 1)
    flow, weight = np.zeros(months), 1.0
    for turn in range(int(np.ceil(months / delay)) + 1):
        flow += weight * np.clip(month - turn * delay, 0, 1)
        weight *= gain
        if abs(weight) < 1e-18:
            break
    return flow


def _spread(gain: float, delay: float, months: int) -> np.ndarray:
    """Return the integral over each month of 1 + g/d (1 - e^(-ct))/c with c = (1-g)/d."""
    end = np.arange(1, months + 1, dtype=float)
    slow = (1 - gain) / delay
    if abs(slow) < 1e-9:
        return 1 + gain / delay * (end - 0.5)
    decayed = np.exp(-slow * (end - 1)) * -np.expm1(-slow) / slow
    return 1 + gain / delay * (1 - decayed) / slow


def loop_outcomes(
    gain: float | Iterable[float],
    delay: float | Iterable[float],
    months: int = 36,
    *,
    wait: str = "fixed",
) -> pd.DataFrame:
    """Return what loops with these gains and delays come to after so many months.

    Parameters
    ----------
    gain, delay : float or list of float
        As in `loop_path`; every gain is combined with every delay (months).
    months : int, default 36
    wait : {"fixed", "spread"}
        See `WAITS`.

    Returns
    -------
    DataFrame
        One row per gain and delay, as given: ``gain``, ``delay``, ``turns`` (delays that fit into the
        months), ``flow`` of the last month and ``total`` of all months, both as multiples of the same
        without the loop, ``multiplier`` (the flow after all turns) and ``growth``: the rate a month, as a
        fraction, at which it grows in the long run. That is 0 up to a gain of 1.

    Raises
    ------
    TypeError, ValueError
        As `loop_path`.

    Examples
    --------
    >>> loop_outcomes([0.3, 0.9], delay=3)[["gain", "flow", "total", "multiplier"]].round(2)
       gain  flow  total  multiplier
    0   0.3  1.43   1.38        1.43
    1   0.9  7.18   4.62       10.00
    """
    rows = []
    for one, time in product(_listed(gain), _listed(delay)):
        path = loop_path(one, time, months, base=1.0, wait=wait)
        grows = 0.0
        if one > 1:
            grows = one ** (1 / time) - 1 if wait == "fixed" else np.expm1((one - 1) / time)
        last, all_months = path["flow"].iloc[-1], path["total"].iloc[-1] / months
        rows.append((float(one), float(time), months / time, last, all_months, path.attrs["limit"], grows))
    names = ["gain", "delay", "turns", "flow", "total", "multiplier", "growth"]
    table = pd.DataFrame(rows, columns=names)
    table.attrs["definition"] = {"flow": f"of month {months} / without the loop", "wait": WAITS[wait]}
    return table


def _listed(value: float | Iterable[float]) -> list[float]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]
