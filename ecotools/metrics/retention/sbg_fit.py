"""Fit the shifted beta-geometric model to tenures, by maximum likelihood."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.retention.durations import amounts, read
from ecotools.metrics.retention.sbg import whole

_GAIN = 0.01
"""A log likelihood that gains less than this over a constant churn shows no difference between customers."""


def fit_sbg(durations, observed=None, counts=None, *, entry=None, level: float = 0.95) -> pd.DataFrame:
    """Return alpha and beta of the shifted beta-geometric model that fit the tenures best, with intervals.

    Parameters
    ----------
    durations : array of int
        Billing periods: lost at the t-th renewal (1 or more), or censored after t renewals (0 or more), as
        ``tenures(..., unit="period")`` gives them. The period must be the billing period: take the rows of
        one interval_months, or plans paid by the year are asked twelve times as often as they decide.
    observed : array of bool, optional
        True where lost, False where censored. Default: all lost.
    counts : array of float, optional
        How many customers each row stands for. Default: one.
    entry : array of int, optional
        Renewals that each had behind it when it came under watch, as in `tenures`; what it was likely to do
        before then does not count. Default: 0.
    level : float
        Confidence level.

    Returns
    -------
    DataFrame
        Index alpha, beta, mean_churn (alpha / (alpha + beta), the churn at the first renewal); columns
        estimate, low, high. Maximum likelihood; the intervals are Wald's, on the log scale (logit for
        mean_churn). alpha and beta vary together: read mean_churn first. NaN with ``attrs["reason"]`` where
        the data cannot tell. Also in attrs: log_likelihood, n.

    References
    ----------
    Fader & Hardie (2007), "How to Project Customer Retention", J. Interactive Marketing 21, appendix.

    Examples
    --------
    The "High End" cohort of the paper, of which 1000, 869, 743, ... were left after each of seven years:

    >>> left = [1000, 869, 743, 653, 593, 551, 517, 491]
    >>> lost = [before - after for before, after in zip(left, left[1:])]
    >>> fit = fit_sbg([1, 2, 3, 4, 5, 6, 7, 7], [True] * 7 + [False], [*lost, left[-1]])
    >>> fit["estimate"].round(3).tolist()
    [0.668, 3.806, 0.149]
    """
    from scipy.stats import norm

    if not 0 < errors.fraction(level, "level") < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level}")
    data = _tally(durations, observed, counts, entry)
    reason = _unknowable(*data)
    if reason:
        return _fitted(np.full((3, 3), np.nan), reason, np.nan, data)
    reach = norm.ppf((1 + level) / 2)
    (alpha, beta), likelihood = _maximise(*data)
    constant, constant_likelihood, constant_error = _constant_churn(*data)
    if likelihood - constant_likelihood < _GAIN:
        table = np.full((3, 3), np.nan)
        table[2] = _interval(constant, constant_error * reach)
        reason = "the data show no difference in churn between customers: use mean_churn as a constant"
        return _fitted(table, reason, constant_likelihood, data)
    error = _log_errors(alpha, beta, *data) * reach
    rows = [
        [size, size / np.exp(by), size * np.exp(by)] for size, by in ((alpha, error[0]), (beta, error[1]))
    ]
    mean = _interval(alpha / (alpha + beta), error[2])
    return _fitted(np.array([*rows, mean]), "", likelihood, data)


def _tally(durations, observed, counts, entry) -> tuple[np.ndarray, ...]:
    """Return the distinct (duration, lost, number, entry), where the number is of customers."""
    duration, lost, since = read(durations, observed, entry)
    duration, since = whole(duration, "durations", least=0), whole(since, "entry", least=0)
    weight = np.ones(len(duration)) if counts is None else amounts(counts, "counts")
    if duration.shape != weight.shape:
        raise ValueError(f"counts must be as long as durations, {len(duration)}, not {len(weight)}")
    watched = ((duration > since) | (since == 0)) & (weight > 0)
    if (lost & (duration < 1) & watched).any():
        raise ValueError("durations must be 1 or more where observed: the first loss is at the first renewal")
    frame = pd.DataFrame({"t": duration, "lost": lost, "since": since, "n": weight})[watched]
    frame = frame.groupby(["t", "lost", "since"], as_index=False)["n"].sum()
    return tuple(frame[name].to_numpy() for name in ("t", "lost", "n", "since"))


def _unknowable(t: np.ndarray, lost: np.ndarray, n: np.ndarray, since: np.ndarray) -> str:
    if not len(t):
        return "there are no customers"
    if not lost.any():
        return "nobody was lost yet"
    return (
        ""
        if (t >= 2).any()
        else "nobody was watched beyond the first renewal: only the mean churn can be told"
    )


def _maximise(t, lost, n, since) -> tuple[np.ndarray, float]:
    """Return alpha and beta of the largest likelihood, and its logarithm."""
    from scipy.optimize import minimize

    def cost(logs: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = _log_likelihood(*np.exp(logs), t, lost, n, since)
        return -value / n.sum(), -slope * np.exp(logs) / n.sum()

    options = {"ftol": 1e-15, "gtol": 1e-10, "maxiter": 2000}
    found = minimize(cost, [0.0, 1.0], jac=True, method="L-BFGS-B", bounds=[(-12, 12)] * 2, options=options)
    return np.exp(found.x), -found.fun * n.sum()


def _constant_churn(t, lost, n, since) -> tuple[float, float, float]:
    """Return the best churn if all have the same, its log likelihood, and the error of its log odds."""
    from scipy.special import xlogy

    losses, renewals = n @ lost, n @ (t - lost - since)
    churn = losses / (losses + renewals)
    likelihood = xlogy(losses, churn) + xlogy(renewals, 1 - churn)
    return churn, float(likelihood), np.sqrt(1 / (losses * (1 - churn)))


def _interval(share: float, reach: float) -> list[float]:
    """Return a share and the ends of its interval, ``reach`` away in log odds."""
    odds = share / (1 - share)
    ends = (odds * np.exp(-reach), odds * np.exp(reach))
    return [share, *(end / (1 + end) for end in ends)]


def _log_likelihood(alpha: float, beta: float, t, lost, n, since) -> tuple[float, np.ndarray]:
    """Return the log likelihood, given survival to the entry, and its slope in alpha and beta."""
    from scipy.special import betaln, digamma

    up, down = alpha + lost, beta + t - lost
    at_entry = beta + since
    value = betaln(up, down) - betaln(alpha, at_entry)
    shared = digamma(alpha + at_entry) - digamma(up + down)
    slope = [digamma(up) - digamma(alpha) + shared, digamma(down) - digamma(at_entry) + shared]
    return float(n @ value), np.array([n @ part for part in slope])


def _log_errors(alpha: float, beta: float, t, lost, n, since) -> np.ndarray:
    """Return the standard errors of log alpha, log beta and log(alpha / beta), from the curvature."""
    from scipy.special import polygamma

    up, down = alpha + lost, beta + t - lost
    at_entry = beta + since
    shared = n @ (polygamma(1, alpha + at_entry) - polygamma(1, up + down))
    curve_a = n @ (polygamma(1, up) - polygamma(1, alpha)) + shared
    curve_b = n @ (polygamma(1, down) - polygamma(1, at_entry)) + shared
    scale = np.array([alpha, beta])
    information = -np.array([[curve_a, shared], [shared, curve_b]]) * np.outer(scale, scale)
    variance = np.linalg.inv(information)
    return np.sqrt([variance[0, 0], variance[1, 1], variance[0, 0] + variance[1, 1] - 2 * variance[0, 1]])


def _fitted(values: np.ndarray, reason: str, likelihood: float, data) -> pd.DataFrame:
    index = ["alpha", "beta", "mean_churn"]
    table = pd.DataFrame(values, index=index, columns=["estimate", "low", "high"])
    table.attrs["definition"] = {
        "model": "shifted beta-geometric",
        "estimate": "maximum likelihood",
        "interval": "Wald",
    }
    table.attrs |= {"log_likelihood": float(likelihood), "n": float(data[2].sum()), "reason": reason}
    return table
