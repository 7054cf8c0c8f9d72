"""Lifetime value five ways, each honest about what it assumes."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import numbers
from ecotools.metrics.counts import count
from ecotools.metrics.retention.sbg import discounted_lifetime

_NEEDS = {
    "simple": {"churn"},
    "margin": {"churn", "margin"},
    "discounted": {"churn", "discount"},
    "survival": {"survival"},
    "sbg": {"alpha", "beta"},
}
_MAY_TAKE = {
    "simple": set(),
    "margin": set(),
    "discounted": {"margin", "first_payment"},
    "survival": {"margin", "discount", "first_payment", "horizon"},
    "sbg": {"margin", "discount", "first_payment"},
}
TIMINGS = ("now", "after_one_period")


def ltv(
    revenue: float,
    churn: float | None = None,
    method: str = "simple",
    *,
    margin: float | None = None,
    discount: float | None = None,
    first_payment: str | None = None,
    survival=None,
    horizon: int | None = None,
    alpha: float | None = None,
    beta: float | None = None,
) -> Measure:
    """Return the lifetime value of a new customer.

    Warning: revenue, churn and discount must be of the **same period**. Monthly revenue over yearly churn
    is the most frequent mistake with this number, and no check can see it: 0.30 may be either.

    Parameters
    ----------
    revenue : float
        Revenue per customer and period (ARPPU, not ARPU over all users).
    churn : float
        Share of customers lost per period, a fraction in 0..1; constant, and the same for all.
    method : str
        With m revenue, c churn, r = 1 - c, g margin, d discount:

        - ``simple``: m / c.
        - ``margin``: g m / c.
        - ``discounted``: g m (1 + d) / (1 + d - r) with the first payment now; g m r / (1 + d - r) when it
          comes after one period, from those who are still there then (Gupta & Lehmann).
        - ``survival``: sum of g m S(t) / (1 + d)^t over ``horizon`` periods, for any survival curve.
        - ``sbg``: g m x `discounted_lifetime`, where customers differ in their churn.
    margin : float
        Share of revenue left after the cost of serving. Default 1, which makes it a sum of revenue, not of
        profit.
    discount : float
        Discount rate per period, as a fraction. Default 0.
    first_payment : "now" or "after_one_period"
        Whether t counts from 0 or from 1. Default "now".
    survival : sequence, or a table of `kaplan_meier`
        Share still there after 0, 1, 2, ... periods; the first is 1. A table is read as steps at whole times.
    horizon : int
        Number of payments counted. Default: all that ``survival`` tells about. State it with the result: a
        value over 18 months is no lifetime value.
    alpha, beta : float
        Parameters returned by `fit_sbg`.

    Returns
    -------
    Measure
        Money. NaN with a reason when churn is 0 and nothing discounts (the sum has no limit), when
        ``survival`` ends before ``horizon``, or when ``churn`` is itself a NaN `Measure`.

    Raises
    ------
    ValueError
        For a churn above 1 or a percent, an argument that the method does not use, or one that it needs.

    Notes
    -----
    m / c takes one churn for all. Where customers differ it is too low for a new cohort (those with a low
    churn stay for long), and when the churn is that of old, settled customers it is too high.

    References
    ----------
    Gupta & Lehmann (2003), "Customers as Assets"; Fader & Hardie (2010), Marketing Science 29.

    Examples
    --------
    >>> ltv(80, 0.05), ltv(80, 0.05, "margin", margin=0.8)
    (1600.0, 1280.0)
    >>> round(ltv(80, 0.05, "discounted", discount=0.01), 2)
    1346.67
    >>> ltv(80, 0).reason
    'with a churn of 0 nobody ever leaves and the sum has no limit: use a discount or a horizon'
    """
    errors.one_of(method, _NEEDS, "method")
    given = {
        "churn": churn,
        "margin": margin,
        "discount": discount,
        "first_payment": first_payment,
        "survival": survival,
        "horizon": horizon,
        "alpha": alpha,
        "beta": beta,
    }
    _check_arguments(method, {name for name, value in given.items() if value is not None})
    value = errors.not_negative(revenue, "revenue")
    value *= errors.fraction(1.0 if margin is None else margin, "margin")
    discount = errors.not_negative(0.0 if discount is None else discount, "discount")
    now = errors.one_of(first_payment or "now", TIMINGS, "first_payment") == "now"
    if method == "survival":
        return _by_survival(value, survival, horizon, discount, now)
    if method == "sbg":
        return _by_sbg(value, alpha, beta, discount, now)
    return _by_churn(value, churn, discount, now, method)


def _check_arguments(method: str, given: set[str]) -> None:
    needed = _NEEDS[method]
    lacking, extra = needed - given, given - needed - _MAY_TAKE[method]
    if lacking:
        raise ValueError(f"method={method!r} needs {' and '.join(sorted(lacking))}")
    if extra:
        fits = [name for name in _NEEDS if extra <= _NEEDS[name] | _MAY_TAKE[name]]
        hint = f"; {' or '.join(map(repr, fits))} would" if fits else ""
        raise ValueError(f"method={method!r} makes no use of {' and '.join(sorted(extra))}{hint}")


def _by_churn(value: float, churn, discount: float, now: bool, method: str) -> Measure:
    definition = {
        "simple": "revenue / churn",
        "margin": "margin x revenue / churn",
        "discounted": "sum of margin x revenue x (1 - churn)^t / (1 + discount)^t, t from "
        + ("0" if now else "1"),
    }[method]
    if isinstance(churn, Measure) and churn.reason:
        return missing(f"churn is missing: {churn.reason}", definition=definition, unit="money")
    churn = errors.fraction(churn, "churn")
    if churn + discount == 0:
        reason = "with a churn of 0 nobody ever leaves and the sum has no limit: use a discount or a horizon"
        return missing(reason, definition=definition, unit="money")
    first = 1 + discount if now else 1 - churn
    return Measure(value * first / (churn + discount), definition=definition, unit="money")


def _by_sbg(value: float, alpha: float, beta: float, discount: float, now: bool) -> Measure:
    payments = discounted_lifetime(alpha, beta, discount)
    definition = f"margin x revenue x payments; payments: {payments.definition}"
    if payments.reason:
        return missing(payments.reason, definition=definition, unit="money")
    if not now:
        definition += ", without the one at t = 0"
    return Measure(value * (payments if now else payments - 1), definition=definition, unit="money")


def _by_survival(value: float, survival, horizon: int | None, discount: float, now: bool) -> Measure:
    share = shares(survival)
    known = len(share) if now else len(share) - 1
    if horizon is None:
        horizon = known or 1
    horizon = count(horizon, "horizon", at_least=1, of="payments")
    first = 0 if now else 1
    terms = f"margin x revenue x S(t) / (1 + discount)^t, t from {first}"
    definition = f"sum over {horizon} payments of {terms}"
    if horizon > known:
        reason = f"survival tells about {known} payments, the horizon asks for {horizon}"
        return missing(reason, definition=definition, unit="money")
    t = np.arange(first, first + horizon)
    worth = share[t] * np.exp(-t * np.log1p(discount))
    return Measure(value * worth.sum(), definition=definition, unit="money")


def shares(curve, name: str = "survival") -> np.ndarray:
    """Return the share still there after 0, 1, 2, ... periods, of a sequence or a table of `kaplan_meier`.

    >>> shares(pd.DataFrame({"time": [0.0, 2.0], "survival": [1.0, 0.5]})).tolist()
    [1.0, 1.0, 0.5]
    """
    if isinstance(curve, pd.DataFrame):
        errors.columns(curve, ["time", "survival"], name)
        time = numbers(curve, "time", name)
        value = numbers(curve, "survival", name, missing=True)[np.argsort(time)]
        whole = np.arange(int(time.max()) + 1 if len(time) else 0)
        share = np.r_[1.0, value][np.searchsorted(np.sort(time), whole, side="right")]
    else:
        share = _floats(curve, name)
    if share.ndim != 1 or not len(share) or share[0] != 1:
        raise ValueError(f"{name} must start with 1, the share still there after 0 periods")
    if not ((share >= 0) & (share <= 1)).all() or (np.diff(share) > 1e-12).any():
        raise ValueError(f"{name} must be fractions between 0 and 1 that never rise, with none missing")
    return share


def _floats(curve, name: str) -> np.ndarray:
    try:
        return np.asarray(curve, dtype=float)
    except (TypeError, ValueError):
        raise TypeError(f"{name} must be a sequence of fractions or a table, not {curve!r}") from None
