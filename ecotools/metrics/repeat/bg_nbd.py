"""BG/NBD: who is probably still a customer where nobody cancels, and how much more they will buy."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.repeat.fits import parameters, read_summary

NAMES = ("r", "alpha", "a", "b")


def probability_alive(summary: pd.DataFrame, fit) -> pd.Series:
    """Return for each customer the chance that they have not stopped buying.

    A customer who bought often and then fell silent has probably stopped; the same silence says little of a
    rare buyer.

    Parameters
    ----------
    summary : DataFrame
        As `rfm` gives it: customer_id, frequency, recency, age, in the unit of the fit.
    fit : DataFrame or dict
        Of `fit_bg_nbd`, or r, alpha, a, b by name.

    Returns
    -------
    Series
        A fraction by customer_id, sorted. It is 1 for everybody without a repeat purchase, by construction:
        in this model a customer can stop only after one. NaN with ``attrs["reason"]`` when the fit is NaN.

    References
    ----------
    Fader, Hardie & Lee (2008), "Computing P(alive) Using the BG/NBD Model".

    Examples
    --------
    >>> import pandas as pd
    >>> cdnow = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    >>> rows = {"customer_id": [1, 2], "frequency": [2, 7], "recency": [30.43, 29.43], "age": [38.86, 38.86]}
    >>> probability_alive(pd.DataFrame(rows), cdnow).round(2).tolist()
    [0.73, 0.64]
    """
    table, (values, reason) = read_summary(summary), parameters(fit, NAMES)
    return _by_customer(_alive(table, *values), table, "alive", "P(not stopped) by BG/NBD", reason)


def expected_purchases(summary: pd.DataFrame, fit, periods: float) -> pd.Series:
    """Return for each customer how many purchases to expect in the next ``periods``.

    Parameters
    ----------
    summary, fit
        As in `probability_alive`.
    periods : float
        Length of the time ahead, 0 or more, in the unit of the fit.

    Returns
    -------
    Series
        Purchases by customer_id, sorted: an expectation over buying and stopping. NaN with
        ``attrs["reason"]`` when the fit is NaN.

    References
    ----------
    Fader, Hardie & Lee (2005), Marketing Science 24, eq. 10.

    Examples
    --------
    >>> import pandas as pd
    >>> cdnow = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    >>> rows = {"customer_id": [1, 2], "frequency": [2, 0], "recency": [30.43, 0.0], "age": [38.86, 38.86]}
    >>> expected_purchases(pd.DataFrame(rows), cdnow, 39).round(3).tolist()
    [1.226, 0.195]
    """
    table, (values, reason) = read_summary(summary), parameters(fit, NAMES)
    ahead = errors.not_negative(periods, "periods")
    r, alpha, a, b = values
    x, age = table["frequency"].to_numpy(), table["age"].to_numpy()
    bought = _mean_of_the_living(r, alpha + age, a, b, x, ahead)
    value = bought * _alive(table, *values)
    return _by_customer(value, table, "purchases", f"purchases expected in {ahead:g} units of time", reason)


def new_customer_purchases(fit, periods) -> np.ndarray:
    """Return how many repeat purchases to expect of a new customer within ``periods`` of the first one.

    Parameters
    ----------
    fit : DataFrame or dict
        Of `fit_bg_nbd`, or r, alpha, a, b by name.
    periods : float or array of float
        0 or more, in the unit of the fit.

    References
    ----------
    Fader, Hardie & Lee (2005), Marketing Science 24, eq. 9.

    Examples
    --------
    >>> cdnow = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    >>> new_customer_purchases(cdnow, [0, 39, 78]).round(2).tolist()
    [0.0, 1.2, 1.86]
    """
    (r, alpha, a, b), _ = parameters(fit, NAMES)
    try:
        ahead = np.asarray(periods, dtype=float)
    except (TypeError, ValueError):
        ahead = np.array(np.nan)
    if not (np.isfinite(ahead) & (ahead >= 0)).all():
        raise ValueError(f"periods must be zero or more, not {periods!r}")
    return _mean_of_the_living(r, alpha, a, b, np.zeros_like(ahead), ahead)


def _alive(table: pd.DataFrame, r, alpha, a, b) -> np.ndarray:
    x, recency, age = (table[name].to_numpy() for name in ("frequency", "recency", "age"))
    silence = (r + x) * (np.log(alpha + age) - np.log(alpha + recency))
    odds = np.where(x > 0, a / np.where(x > 0, b + x - 1, 1.0), 0.0)
    with np.errstate(over="ignore"):
        return 1 / (1 + odds * np.exp(silence))


def _mean_of_the_living(r, alpha, a, b, x, ahead) -> np.ndarray:
    """Return the purchases expected in the time ``ahead`` of who is alive after ``x`` repeats.

    ``alpha`` has the time so far in it. The paper's 2F1(r + x, b + x; a + b + x - 1; z) overflows for
    frequent buyers; by Euler's transformation (DLMF 15.8.1) it is the bounded one below.
    """
    from scipy.special import hyp2f1

    # The formula divides by a - 1 and by a + b + x - 1, where its limits exist: step aside of them.
    a = a if abs(a - 1) > 1e-6 else 1 + 1e-6
    both = a + b + x - 1
    both = np.where(np.abs(both) > 1e-9, both, 1e-9)
    z = ahead / (alpha + ahead)
    return both / (a - 1) * (1 - (1 - z) ** (a - 1) * hyp2f1(a - 1, a + b - 1 - r, both, z)) + 0.0


def _by_customer(value, table: pd.DataFrame, name: str, definition: str, reason: str) -> pd.Series:
    series = pd.Series(value, index=table.index, name=name, dtype=float)
    series.attrs["definition"] = {name: definition}
    if reason:
        series.attrs["reason"] = reason
    return series
