"""Fit BG/NBD to an RFM summary, by maximum likelihood."""

import numpy as np
import pandas as pd

from ecotools.metrics.repeat.bg_nbd import NAMES
from ecotools.metrics.repeat.fits import fit_table, maximise, read_summary


def fit_bg_nbd(summary: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """Return r, alpha, a and b of the BG/NBD model that fit the purchases best, with intervals.

    While alive, a customer buys at random with a rate of their own; after each purchase they may stop for
    good, with a chance of their own. Rates follow Gamma(r, alpha), mean r / alpha a unit of time; chances of
    stopping follow Beta(a, b), mean a / (a + b). Nobody says when they stop: the model infers it from a
    silence that is long for this customer.

    Parameters
    ----------
    summary : DataFrame
        As `rfm` gives it: customer_id, frequency, recency, age. Alpha is in its unit of time.
    level : float, default 0.95
        Confidence level.

    Returns
    -------
    DataFrame
        Index r, alpha, a, b; columns estimate, low, high. Maximum likelihood; the intervals are Wald's, on
        the log scale. NaN with ``attrs["reason"]`` where the data cannot tell. Also in attrs:
        log_likelihood, n.

    References
    ----------
    Fader, Hardie & Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD
    Model", Marketing Science 24.

    Examples
    --------
    The tenth of CDNOW's customers, first 39 weeks, as in the paper:

    >>> from ecotools import data
    >>> from ecotools.metrics import repeat
    >>> summary = repeat.rfm(data.cdnow(), until="1997-10-01", include_free=True)
    >>> fit = fit_bg_nbd(summary.round(2))
    >>> fit["estimate"].round(2).to_dict()
    {'r': 0.24, 'alpha': 4.41, 'a': 0.79, 'b': 2.43}
    >>> round(fit.attrs["log_likelihood"], 1)
    -9582.4
    """
    table = read_summary(summary)
    rows = table.groupby(["frequency", "recency", "age"]).size().reset_index(name="n").to_numpy(dtype=float).T
    reason, logs, likelihood = _unknowable(table), np.full(4, np.nan), np.nan
    error = logs
    if not reason:
        scale = table["age"].max()
        x, recency, age, n = rows[0], rows[1] / scale, rows[2] / scale, rows[3]
        logs, error, likelihood, reason = maximise(
            lambda each: _log_likelihood(each, x, recency, age, n), NAMES, len(table)
        )
        logs = logs + np.log([1, scale, 1, 1])
        likelihood -= n @ x * np.log(scale)
        logs, error = (np.where(reason != "", np.nan, each) for each in (logs, error))
    fit = fit_table(NAMES, logs, error, level)
    fit.attrs["definition"] = {"model": "BG/NBD", "estimate": "maximum likelihood", "interval": "Wald"}
    fit.attrs |= {"log_likelihood": float(likelihood), "n": len(table), "reason": reason}
    return fit


def _unknowable(table: pd.DataFrame) -> str:
    if table.empty:
        return "there are no customers"
    if not (table["age"] > 0).any():
        return "nobody was watched after their first purchase"
    return "" if (table["frequency"] > 0).any() else "nobody bought again yet"


def _log_likelihood(logs, x, recency, age, n) -> tuple[float, np.ndarray]:
    """Return the log likelihood, and its slope in the logs of r, alpha, a and b."""
    from scipy.special import betaln, digamma, gammaln

    r, alpha, a, b = np.exp(logs)
    again = x > 0
    since_last = np.where(again, b + x - 1, 1.0)
    alive = -(r + x) * np.log(alpha + age)
    stopped = np.where(again, np.log(a) - np.log(since_last) - (r + x) * np.log(alpha + recency), -np.inf)
    either = np.logaddexp(alive, stopped)
    value = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b) + either
    lives, stops = np.exp(alive - either), np.exp(stopped - either)
    both = digamma(a + b) - digamma(a + b + x)
    slope = [
        digamma(r + x) - digamma(r) + np.log(alpha) - lives * np.log(alpha + age)
        - stops * np.log(alpha + recency),
        r / alpha - (r + x) * (lives / (alpha + age) + stops / (alpha + recency)),
        both + stops / a,
        both + digamma(b + x) - digamma(b) - stops / since_last,
    ]  # fmt: skip
    return float(n @ value), np.array([n @ part for part in slope]) * np.exp(logs)
