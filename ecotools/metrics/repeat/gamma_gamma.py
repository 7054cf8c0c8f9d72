"""Gamma-Gamma: what a customer's purchases are worth, when few of them have been seen."""

import numpy as np
import pandas as pd

from ecotools.metrics.repeat.fits import fit_table, maximise, parameters, read_summary

NAMES = ("p", "q", "v")


def fit_gamma_gamma(summary: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """Return p, q and v of the Gamma-Gamma model that fit the spend of repeat buyers best, with intervals.

    The amount of a purchase varies around a mean of the customer's own (Gamma with shape p), and the means
    differ between customers (inverse gamma with q and v). Customers who bought again count, each with the
    mean of their repeat purchases; customers who spent nothing are left out. The model takes spend to be
    independent of frequency: look at ``attrs["correlation"]`` first.

    Parameters
    ----------
    summary : DataFrame
        As `rfm` gives it: customer_id, frequency, spend.
    level : float, default 0.95
        Confidence level.

    Returns
    -------
    DataFrame
        Index p, q, v (the papers write gamma); columns estimate, low, high. Maximum likelihood; the intervals
        are Wald's, on the log scale. NaN with ``attrs["reason"]`` where the data cannot tell. Also in attrs:
        log_likelihood, n (customers used), correlation (of frequency and spend).

    References
    ----------
    Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value"; Fader, Hardie & Lee (2005), "RFM and
    CLV", J. Marketing Research 42.

    Examples
    --------
    The 946 customers of CDNOW's tenth who bought again in the first 39 weeks, as in the note of 2013:

    >>> from ecotools import data
    >>> from ecotools.metrics import repeat
    >>> summary = repeat.rfm(data.cdnow(), until="1997-10-01", include_free=True)
    >>> fit = fit_gamma_gamma(summary.round(2))
    >>> fit["estimate"].round(2).to_dict()
    {'p': 6.25, 'q': 3.74, 'v': 15.44}
    >>> fit.attrs["n"], round(fit.attrs["correlation"], 3)
    (946, 0.114)
    """
    table = read_summary(summary, spend=True)
    table = table[(table["frequency"] > 0) & (table["spend"] > 0)].sort_values(["frequency", "spend"])
    reason, logs, likelihood = _unknowable(table), np.full(3, np.nan), np.nan
    error = logs
    if not reason:
        x, spend = table["frequency"].to_numpy(), table["spend"].to_numpy()
        scale = spend.mean()
        logs, error, likelihood, reason = maximise(
            lambda each: _log_likelihood(each, x, spend / scale), NAMES, len(table)
        )
        logs = logs + np.log([1, 1, scale])
        likelihood -= len(table) * np.log(scale)
        logs, error = (np.where(reason != "", np.nan, each) for each in (logs, error))
    fit = fit_table(NAMES, logs, error, level)
    fit.attrs["definition"] = {"model": "Gamma-Gamma", "estimate": "maximum likelihood", "interval": "Wald"}
    fit.attrs |= {"log_likelihood": float(likelihood), "n": len(table), "reason": reason}
    fit.attrs["correlation"] = _correlation(table)
    return fit


def expected_spend(summary: pd.DataFrame, fit) -> pd.Series:
    """Return for each customer the mean amount to expect of their purchases to come.

    It lies between what they spent and what all customers spend, nearer to their own the more of their
    purchases were seen.

    Parameters
    ----------
    summary : DataFrame
        As `rfm` gives it: customer_id, frequency, spend.
    fit : DataFrame or dict
        Of `fit_gamma_gamma`, or p, q, v by name.

    Returns
    -------
    Series
        Money per purchase by customer_id, sorted; for customers who did not buy again the mean of all,
        p v / (q - 1). NaN with ``attrs["reason"]`` when the fit is NaN, or where q is 1 or less and the mean
        has no limit.

    References
    ----------
    Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value", eq. 5.

    Examples
    --------
    >>> import pandas as pd
    >>> cdnow = {"p": 6.25, "q": 3.74, "v": 15.44}
    >>> rows = {"customer_id": [1, 2, 3], "frequency": [2, 1, 0], "spend": [22.35, 11.77, float("nan")]}
    >>> expected_spend(pd.DataFrame(rows), cdnow).round(2).tolist()
    [24.66, 18.92, 35.22]
    """
    table, ((p, q, v), reason) = read_summary(summary, spend=True), parameters(fit, NAMES)
    x = table["frequency"].to_numpy()
    total = x * np.where(x > 0, table["spend"], 0.0)
    shape = p * x + q - 1
    value = np.divide(p * (v + total), shape, out=np.full(len(x), np.nan), where=shape > 0)
    series = pd.Series(value, index=table.index, name="spend")
    series.attrs["definition"] = {"spend": "mean amount of purchases to come, by Gamma-Gamma"}
    if not reason and np.isnan(value).any():
        reason = "q is 1 or less: the mean over all customers has no limit"
    if reason:
        series.attrs["reason"] = reason
    return series


def _unknowable(table: pd.DataFrame) -> str:
    if table.empty:
        return "nobody bought again and paid for it"
    return "" if table["spend"].nunique() > 1 else "all customers spent the same"


def _correlation(table: pd.DataFrame) -> float:
    if table["frequency"].nunique() < 2 or table["spend"].nunique() < 2:
        return float("nan")
    return float(np.corrcoef(table["frequency"], table["spend"])[0, 1])


def _log_likelihood(logs, x, spend) -> tuple[float, np.ndarray]:
    """Return the log likelihood of mean amounts, and its slope in the logs of p, q and v."""
    from scipy.special import digamma, gammaln

    p, q, v = np.exp(logs)
    px, log_total = p * x, np.log(x * spend + v)
    value = gammaln(px + q) - gammaln(px) - gammaln(q) + q * np.log(v)
    value += (px - 1) * np.log(spend) + px * np.log(x) - (px + q) * log_total
    slope = [
        x * (digamma(px + q) - digamma(px) + np.log(spend) + np.log(x) - log_total),
        digamma(px + q) - digamma(q) + np.log(v) - log_total,
        q / v - (px + q) / (x * spend + v),
    ]
    return float(value.sum()), np.array([part.sum() for part in slope]) * np.exp(logs)
