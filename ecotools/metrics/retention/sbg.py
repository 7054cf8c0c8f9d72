"""The shifted beta-geometric model: each customer has a churn of their own, and the high ones go first."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing

_LARGEST = 1e5
"""A fitted parameter this large means that the data show no difference in churn between customers."""


def sbg_survival(alpha: float, beta: float, periods) -> np.ndarray:
    """Return the share who renew at least ``periods`` times: B(alpha, beta + t) / B(alpha, beta).

    Parameters
    ----------
    alpha, beta : float
        Above 0. A customer's churn a period is drawn from Beta(alpha, beta): mean alpha / (alpha + beta),
        and the smaller both are, the more customers differ.
    periods : int or array of int
        Number of renewals t, 0 or more.

    References
    ----------
    Fader & Hardie (2007), "How to Project Customer Retention", J. Interactive Marketing 21.

    Examples
    --------
    >>> sbg_survival(1, 1, [0, 1, 2, 3]).round(3).tolist()
    [1.0, 0.5, 0.333, 0.25]
    """
    from scipy.special import betaln

    alpha, beta = errors.positive(alpha, "alpha"), errors.positive(beta, "beta")
    return np.exp(betaln(alpha, beta + _whole(periods, "periods", least=0)) - betaln(alpha, beta))


def sbg_retention(alpha: float, beta: float, periods) -> np.ndarray:
    """Return the share of those still there who renew for the t-th time.

    It is (beta + t - 1) / (alpha + beta + t - 1).

    It rises with t, although no customer gets more loyal: those with a high churn go first.

    Examples
    --------
    >>> sbg_retention(1, 1, [1, 2, 3]).round(3).tolist()
    [0.5, 0.667, 0.75]
    """
    alpha, beta = errors.positive(alpha, "alpha"), errors.positive(beta, "beta")
    before = _whole(periods, "periods", least=1) - 1
    return (beta + before) / (alpha + beta + before)


def fit_sbg(durations, observed=None, counts=None, *, level: float = 0.95) -> pd.DataFrame:
    """Return alpha and beta of the shifted beta-geometric model that fit the tenures best, with intervals.

    Parameters
    ----------
    durations : array of int
        Billing periods: lost at the t-th renewal (1 or more), or censored after t renewals (0 or more), as
        `tenures` gives them for monthly subscriptions. The period must be the billing period.
    observed : array of bool, optional
        True where lost, False where censored. Default: all lost.
    counts : array of float, optional
        How many customers each entry stands for. Default: one.
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
    data = _tally(durations, observed, counts)
    reason = _unknowable(*data)
    if reason:
        return _fitted(np.full((3, 3), np.nan), reason, np.nan, data)
    log_parameters, likelihood = _maximise(*data)
    alpha, beta = np.exp(log_parameters)
    estimate = np.array([alpha, beta, alpha / (alpha + beta)])
    if max(alpha, beta) > _LARGEST * 0.99:
        reason = "churn does not differ between customers as far as these data tell: use a constant churn"
        return _fitted(np.column_stack([estimate, np.full((3, 2), np.nan)]), reason, likelihood, data)
    reach = norm.ppf((1 + level) / 2) * _log_errors(alpha, beta, *data)
    ratio = np.exp(reach)
    odds = alpha / beta
    low = [alpha / ratio[0], beta / ratio[1], odds / (odds + ratio[2])]
    high = [alpha * ratio[0], beta * ratio[1], odds * ratio[2] / (1 + odds * ratio[2])]
    return _fitted(np.column_stack([estimate, low, high]), "", likelihood, data)


def discounted_lifetime(alpha: float, beta: float, discount: float = 0.0) -> Measure:
    """Return DEL, the discounted expected number of payments of a new customer; the first is due now.

    Parameters
    ----------
    alpha, beta : float
        Of the shifted beta-geometric model, a period.
    discount : float
        A period, as a fraction: 0.01 a month is not 0.12 a year. With 0 the sum has no end unless alpha is
        above 1.

    Returns
    -------
    Measure
        Payments: sum over t = 0, 1, ... of S(t) / (1 + d)^t = 2F1(1, beta; alpha + beta; 1 / (1 + d)).
        Times the revenue of a period it is the lifetime value. NaN where the sum has no limit.

    Examples
    --------
    >>> round(discounted_lifetime(0.668, 3.806, 0.1), 4)
    5.9226
    """
    return _lifetime(alpha, beta, 0, discount, definition="sum of S(t) / (1 + d)^t from t = 0")


def residual_lifetime(alpha: float, beta: float, renewals: int, discount: float = 0.0) -> Measure:
    """Return DERL, the discounted expected number of payments to come after ``renewals`` renewals.

    The next payment, due if the customer renews, is counted undiscounted.

    Parameters
    ----------
    alpha, beta, discount : float
        As in `discounted_lifetime`.
    renewals : int
        0 for a customer in the first period, whose first renewal is due.

    Returns
    -------
    Measure
        Payments. Rises with ``renewals``: who has stayed is likely to have a low churn.

    References
    ----------
    Fader & Hardie (2010), "Customer-Base Valuation in a Contractual Setting", Marketing Science 29, eq. 6,
    with n = renewals + 1.

    Examples
    --------
    >>> [round(residual_lifetime(0.668, 3.806, n, 0.1), 2) for n in (0, 4)]
    [5.41, 6.9]
    """
    renewals = int(_whole(renewals, "renewals", least=0))
    alpha, beta = errors.positive(alpha, "alpha"), errors.positive(beta, "beta")
    definition = f"sum of S(t) / S({renewals}) / (1 + d)^(t - {renewals + 1}) from t = {renewals + 1}"
    stays = (beta + renewals) / (alpha + beta + renewals)
    return _lifetime(alpha, beta, renewals + 1, discount, definition=definition, times=stays)


def _lifetime(alpha, beta, done: int, discount, *, definition: str, times: float = 1.0) -> Measure:
    from scipy.special import hyp2f1

    alpha, beta = errors.positive(alpha, "alpha"), errors.positive(beta, "beta")
    discount = errors.not_negative(discount, "discount")
    if discount == 0 and alpha <= 1:
        reason = (
            "without a discount the expected lifetime has no limit when alpha is 1 or less: give a discount"
        )
        return missing(reason, definition=definition, unit="payments")
    value = times * hyp2f1(1, beta + done, alpha + beta + done, 1 / (1 + discount))
    return Measure(value, definition=definition, unit="payments")


def _whole(value, name: str, *, least: int) -> np.ndarray:
    number = np.asarray(value, dtype=float)
    if not (np.isfinite(number) & (number == np.floor(number)) & (number >= least)).all():
        raise ValueError(f"{name} must be whole numbers, {least} or more, not {value!r}")
    return number


def _tally(durations, observed, counts) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return distinct (duration, lost) with how many customers each has."""
    duration = _whole(durations, "durations", least=0)
    lost = np.ones(len(duration), dtype=bool) if observed is None else np.asarray(observed).astype(bool)
    weight = np.ones(len(duration)) if counts is None else np.asarray(counts, dtype=float)
    if not duration.shape == lost.shape == weight.shape:
        raise ValueError("durations, observed and counts must have the same length")
    if not (weight >= 0).all():
        raise ValueError("counts must be zero or more in every row")
    if (lost & (duration < 1) & (weight > 0)).any():
        raise ValueError("durations must be 1 or more where observed: the first loss is at the first renewal")
    grouped = (
        pd.DataFrame({"t": duration, "lost": lost, "n": weight})
        .query("n > 0")
        .groupby(["t", "lost"])["n"]
        .sum()
    )
    frame = grouped.reset_index()
    return frame["t"].to_numpy(), frame["lost"].to_numpy(dtype=bool), frame["n"].to_numpy()


def _unknowable(t: np.ndarray, lost: np.ndarray, n: np.ndarray) -> str:
    if not len(t):
        return "there are no customers"
    if not lost.any():
        return "nobody was lost yet"
    return (
        ""
        if (t >= 2).any()
        else "nobody was watched beyond the first renewal: only the mean churn can be told"
    )


def _maximise(t: np.ndarray, lost: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, float]:
    """Return log alpha and log beta of the largest likelihood, and its logarithm."""
    from scipy.optimize import minimize

    def cost(logs: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = _log_likelihood(*np.exp(logs), t, lost, n)
        return -value / n.sum(), -slope * np.exp(logs) / n.sum()

    limit = np.log(_LARGEST)
    options = {"ftol": 1e-15, "gtol": 1e-10, "maxiter": 2000}
    found = minimize(
        cost, [0.0, 1.0], jac=True, method="L-BFGS-B", bounds=[(-12, limit)] * 2, options=options
    )
    return found.x, -found.fun * n.sum()


def _log_likelihood(alpha: float, beta: float, t, lost, n) -> tuple[float, np.ndarray]:
    """Return the log likelihood and its slope in alpha and beta."""
    from scipy.special import betaln, digamma

    up, down = alpha + lost, beta + t - lost
    value = betaln(up, down) - betaln(alpha, beta)
    shared = digamma(alpha + beta) - digamma(up + down)
    slope = [digamma(up) - digamma(alpha) + shared, digamma(down) - digamma(beta) + shared]
    return float(n @ value), np.array([n @ part for part in slope])


def _log_errors(alpha: float, beta: float, t, lost, n) -> np.ndarray:
    """Return the standard errors of log alpha, log beta and log(alpha / beta), from the curvature."""
    from scipy.special import polygamma

    up, down = alpha + lost, beta + t - lost
    shared = n @ (polygamma(1, alpha + beta) - polygamma(1, up + down))
    curve_a = n @ (polygamma(1, up) - polygamma(1, alpha)) + shared
    curve_b = n @ (polygamma(1, down) - polygamma(1, beta)) + shared
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
