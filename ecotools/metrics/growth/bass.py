"""The Bass model: who takes something up by themselves, and who since others have."""

import math

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count


def adopted(time, p: float, q: float):
    """Return the share of the market that has adopted by a time: F(t).

    >>> round(float(adopted(5.0, 0.03, 0.38)), 4)
    0.3312
    """
    fallen = np.exp(-(p + q) * np.asarray(time, dtype=float))
    return (1 - fallen) / (1 + q / p * fallen)


def adopting(time, p: float, q: float):
    """Return the share of the market that adopts per unit of time, at a time: f(t).

    >>> round(float(adopting(0.0, 0.03, 0.38)), 4)
    0.03
    """
    fallen = np.exp(-(p + q) * np.asarray(time, dtype=float))
    return (p + q) ** 2 / p * fallen / (1 + q / p * fallen) ** 2


def bass_curve(p: float, q: float, m: float, periods: int) -> pd.DataFrame:
    """Return how many adopt in each period, by themselves and since others have.

    Parameters
    ----------
    p : float
        Innovation: share of those who have not adopted who do so per period, unasked. Above 0.
    q : float
        Imitation: what is added to it when everyone else has adopted. 0 or more.
    m : float
        People who adopt in the end, above 0.
    periods : int
        Periods (months, years) from the start.

    Returns
    -------
    DataFrame
        ``period`` (1, 2, …); people in it: ``new``, of whom ``unasked`` (innovation); ``total`` so far;
        ``share`` of the market.

    Raises
    ------
    TypeError, ValueError
        A number out of range.

    Notes
    -----
    F(t) = (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t). The integral of p (1 - F) over a period, the unasked, is
    p/q ln of the ratio of 1 + (q/p) e^-(p+q)t at its start and end (with q = 0 all are unasked).

    References
    ----------
    F. M. Bass (1969), A New Product Growth for Model Consumer Durables, Management Science 15, 215-227.

    Examples
    --------
    >>> bass_curve(0.03, 0.38, 1000, 3).round(1)
       period   new  unasked  total  share
    0       1  35.8     29.5   35.8    0.0
    1       2  49.3     28.2   85.1    0.1
    2       3  65.4     26.5  150.5    0.2
    """
    p, q, m = _parameters(p, q, m)
    edges = np.arange(count(periods, "periods", 1) + 1, dtype=float)
    share = adopted(edges, p, q)
    new = m * np.diff(share)
    unasked = new
    if q > 0:
        log = np.log1p(q / p * np.exp(-(p + q) * edges))
        unasked = m * p / q * -np.diff(log)
    table = pd.DataFrame({"period": np.arange(1, len(edges)), "new": new, "unasked": unasked})
    table = table.assign(total=m * share[1:], share=share[1:])
    table.attrs["definition"] = {"share": "(1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t)"}
    return table


def bass_peak(p: float, q: float, m: float = 1.0) -> dict[str, Measure]:
    """Return when most adopt, how many have adopted by then, and how many do so per period.

    Parameters
    ----------
    p, q, m : float
        As in `bass_curve`; with an ``m`` of 1 the numbers of people are shares of the market.

    Returns
    -------
    dict of str to Measure
        ``time`` (ln(q/p) / (p+q) periods), ``total`` (m (q-p) / 2q) and ``new`` per period
        (m (p+q)^2 / 4q). Each is NaN with a reason when q is not above p: then most adopt at the start.

    Raises
    ------
    TypeError, ValueError
        A number out of range.

    References
    ----------
    F. M. Bass (1969), A New Product Growth for Model Consumer Durables, Management Science 15, 215-227.

    Examples
    --------
    >>> {name: round(one, 2) for name, one in bass_peak(0.03, 0.38, 1000).items()}
    {'time': 6.19, 'total': 460.53, 'new': 110.59}
    """
    p, q, m = _parameters(p, q, m)
    units = {"time": "periods", "total": "people", "new": "people per period"}
    said = {"time": "ln(q/p) / (p+q)", "total": "m (q-p) / 2q", "new": "m (p+q)^2 / 4q"}
    if q <= p:
        reason = "q is not above p: most adopt at the start, and there is no peak later"
        return {name: missing(reason, definition=said[name], unit=unit) for name, unit in units.items()}
    values = (math.log(q / p) / (p + q), m * (q - p) / (2 * q), m * (p + q) ** 2 / (4 * q))
    return {
        name: Measure(value, definition=said[name], unit=units[name])
        for name, value in zip(units, values, strict=True)
    }


def _parameters(p: float, q: float, m: float) -> tuple[float, float, float]:
    return errors.positive(p, "p"), errors.not_negative(q, "q"), errors.positive(m, "m")
