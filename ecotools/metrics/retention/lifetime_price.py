"""What a lifetime tier is worth: the payments that a buyer of it no longer makes."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import numbers
from ecotools.metrics.retention.lifetime import shares
from ecotools.metrics.retention.sbg import discounted_lifetime, sbg_survival, whole


def lifetime_price(
    curve, price: float, discount: float = 0.0, *, cost: float = 0.0, horizon: int | None = None
) -> Measure:
    """Return the break-even price of a lifetime tier: what it replaces, at today's value.

    A buyer of it stops paying, so a subscriber's price is lost for as long as they would have stayed. And a
    lifetime buyer never leaves: they are served after the age at which they would have left, which costs.
    Sold to everybody at this price, the tier earns what the subscription does. Those who know that they will
    stay for long are the first to take it, and their curve lies above the average one.

    Parameters
    ----------
    curve : sequence, a table of `kaplan_meier`, or one of `fit_sbg`
        Share still there after 0, 1, 2, ... periods; the first is 1. A table of `kaplan_meier` is read as
        steps at whole times. A fitted model goes on without end.
    price : float
        What a subscriber pays a period; the first payment is due now.
    discount : float, default 0
        Discount rate per period, as a fraction: 0.01 a month is not 0.12 a year.
    cost : float, default 0
        What it costs to serve one customer for a period.
    horizon : int, optional
        Number of periods for which the tier is promised. Default: all that ``curve`` tells about, or without
        end for a fitted model.

    Returns
    -------
    Measure
        Money: sum over t = 0, 1, ... of (price x S(t) + cost x (1 - S(t))) / (1 + discount)^t. A curve that
        ends while many are still there gives a lower limit, and ``definition`` says how many. NaN with a
        reason when ``curve`` ends before ``horizon``, a fit has no estimate, or the sum has no limit.

    Raises
    ------
    ValueError
        For a curve that does not start with 1 or rises, and for a price, discount or cost below zero.

    Notes
    -----
    The break-even of the seller. Divided by ``price`` it is the number of payments after which a buyer
    is better off.

    Examples
    --------
    >>> lifetime_price([1, 0.8, 0.6, 0.5], price=29)
    84.1
    >>> lifetime_price([1, 0.8, 0.6, 0.5], price=29, cost=2)
    86.3
    >>> lifetime_price([1, 0.8, 0.6, 0.5], price=29).definition
    'sum over 4 payments of price x S(t) / (1 + discount)^t, t from 0; at the last one 0.5 are still there'
    """
    price, cost = errors.not_negative(price, "price"), errors.not_negative(cost, "cost")
    discount = errors.not_negative(discount, "discount")
    terms = "price x S(t) / (1 + discount)^t, t from 0"
    if cost:
        terms = f"(price x S(t) + cost x (1 - S(t))) / (1 + discount)^t, t from 0, cost {cost:g}"
    periods = None if horizon is None else int(whole(horizon, "horizon", least=1))
    if isinstance(curve, pd.DataFrame) and "estimate" in curve.columns:
        return _by_model(curve, price, cost, discount, periods, terms)
    return _by_shares(shares(curve, "curve"), price, cost, discount, periods, terms)


def _by_shares(share: np.ndarray, price, cost, discount, horizon: int | None, terms: str) -> Measure:
    periods = len(share) if horizon is None else horizon
    definition = f"sum over {periods} payments of {terms}"
    if periods > len(share):
        reason = f"curve tells about {len(share)} payments, the horizon asks for {periods}"
        return missing(reason, definition=definition, unit="money")
    definition += f"; at the last one {share[periods - 1]:.3g} are still there"
    share = share[:periods]
    weight = np.exp(-np.arange(periods) * np.log1p(discount))
    value = ((price - cost) * share + cost) @ weight
    return Measure(value, definition=definition, unit="money")


def _by_model(fit: pd.DataFrame, price, cost, discount, horizon: int | None, terms: str) -> Measure:
    errors.columns(fit.T, ["alpha", "beta"], "curve")
    alpha, beta = numbers(fit.loc[["alpha", "beta"]], "estimate", "curve", missing=True)
    if np.isnan(alpha) or np.isnan(beta):
        reason = fit.attrs.get("reason", "the fit has no estimate")
        return missing(f"curve is missing: {reason}", definition=f"sum of {terms}", unit="money")
    if horizon is not None:
        return _by_shares(
            sbg_survival(alpha, beta, np.arange(horizon)), price, cost, discount, horizon, terms
        )
    definition = f"sum without end of {terms}, S of the beta-geometric model"
    payments = discounted_lifetime(alpha, beta, discount)
    if payments.reason:
        return missing(payments.reason, definition=definition, unit="money")
    if cost and not discount:
        reason = "serving somebody without end has a cost without limit: give a discount or a horizon"
        return missing(reason, definition=definition, unit="money")
    served = cost * ((1 + discount) / discount - payments) if cost else 0.0
    return Measure(price * payments + served, definition=definition, unit="money")
