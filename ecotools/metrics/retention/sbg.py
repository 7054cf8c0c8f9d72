"""The shifted beta-geometric model: each customer has a churn of their own, and the high ones go first."""

import numpy as np

from ecotools import errors
from ecotools.measure import Measure, missing


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
    return np.exp(betaln(alpha, beta + whole(periods, "periods", least=0)) - betaln(alpha, beta))


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
    renewals = int(whole(renewals, "renewals", least=0))
    alpha, beta = errors.positive(alpha, "alpha"), errors.positive(beta, "beta")
    definition = f"sum of S(t) / S({renewals}) / (1 + d)^(t - {renewals + 1}) from t = {renewals + 1}"
    stays = (beta + renewals) / (alpha + beta + renewals)
    return _lifetime(alpha, beta, renewals + 1, discount, definition=definition, times=stays)


def _lifetime(alpha, beta, done: int, discount, *, definition: str, times: float = 1.0) -> Measure:
    alpha, beta = errors.positive(alpha, "alpha"), errors.positive(beta, "beta")
    discount = errors.not_negative(discount, "discount")
    if discount == 0 and alpha <= 1:
        reason = (
            "without a discount the expected lifetime has no limit when alpha is 1 or less: give a discount"
        )
        return missing(reason, definition=definition, unit="payments")
    return Measure(times * _payments(alpha, beta + done, discount), definition=definition, unit="payments")


def _payments(alpha: float, beta: float, discount: float) -> float:
    """Return 2F1(1, beta; alpha + beta; 1 / (1 + discount)) by Gauss's continued fraction.

    `scipy.special.hyp2f1` gives NaN where beta is in the hundreds and the discount small; the fraction does
    not (agreement with the sum to 1e-11 for alpha, beta in 0.01..100,000 and discount in 0.0005..1). DLMF
    15.7.5.
    """
    if discount == 0:
        return (alpha + beta - 1) / (alpha - 1)
    z, both = 1 / (1 + discount), alpha + beta
    steps = min(int(20 + 20 / np.sqrt(discount * z)), 1_000_000)
    n = np.arange(steps, 0, -1.0)
    even = n * (alpha + n - 1) / ((both + 2 * n - 2) * (both + 2 * n - 1)) * z
    odd = (beta + n) * (both + n - 1) / ((both + 2 * n - 1) * (both + 2 * n)) * z
    value = 1.0
    for even_part, odd_part in zip(even.tolist(), odd.tolist(), strict=True):
        value = 1 - even_part / (1 - odd_part / value)
    return 1 / (1 - beta / both * z / value)


def whole(value, name: str, *, least: int) -> np.ndarray:
    """Return ``value`` as an array of whole numbers, ``least`` or more."""
    try:
        number = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        number = np.array(np.nan)
    if not (np.isfinite(number) & (number == np.floor(number)) & (number >= least)).all():
        raise ValueError(f"{name} must be whole numbers, {least} or more, not {value!r}")
    return number
