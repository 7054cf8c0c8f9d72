"""What a payment plan costs the buyer, and what it is worth to the seller once some stop paying."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count


def payment_plan_cost(
    price: float,
    instalments: int,
    instalment_price: float,
    monthly_default_rate: float = 0.0,
    monthly_discount_rate: float = 0.0,
) -> pd.Series:
    """Return what paying monthly costs a buyer more than paying at once, and what the seller can expect.

    The first instalment is due at once, the others a month apart. Of those who still pay, the share
    ``monthly_default_rate`` stops each month; whoever stops pays nothing more.

    Parameters
    ----------
    price : float
        The price when paid at once.
    instalments : int
        Number of payments, 1 or more.
    instalment_price : float
        Amount of each.
    monthly_default_rate : float
        Share of payers lost from one instalment to the next (fraction).
    monthly_discount_rate : float
        What money a month later is worth less (fraction a month, 0 for no discount).

    Returns
    -------
    pandas.Series
        ``total`` = instalments x amount; ``extra_paid`` = total - price and ``extra_rate`` = the same as a
        share of the price; ``apr``, the rate a year of the loan that it is (NaN where there is none);
        ``completing`` = share who pay to the end; ``expected_received`` a buyer; ``present_value`` = the
        same, discounted;
        ``against_price`` = present value - price; ``break_even_default_rate`` = the monthly default rate at
        which the plan is worth the price (NaN when the plan is worth less without any default). Money in
        the currency of the price. ``attrs``: ``reason`` for each NaN, ``definition``.

    Raises
    ------
    ValueError, TypeError
        A price of 0 or less, no instalments, a rate that is no fraction.

    Examples
    --------
    >>> plan = payment_plan_cost(199, 3, 79, monthly_default_rate=0.05)
    >>> plan[["total", "extra_paid", "expected_received"]].round(2).to_dict()
    {'total': 237.0, 'extra_paid': 38.0, 'expected_received': 225.35}
    """
    price, amount, count = read_plan(price, instalments, instalment_price)
    lost = errors.fraction(monthly_default_rate, "monthly_default_rate")
    discount = errors.fraction(monthly_discount_rate, "monthly_discount_rate")
    total = amount * count
    apr = loan_rate(price, amount, count)
    break_even = _break_even(price, count, amount, discount)
    worth = _present_value(count, amount, lost, discount)
    plan = pd.Series(
        {
            "total": total,
            "extra_paid": total - price,
            "extra_rate": (total - price) / price,
            "apr": float(apr),
            "completing": (1 - lost) ** (count - 1),
            "expected_received": _present_value(count, amount, lost, 0.0),
            "present_value": worth,
            "against_price": worth - price,
            "break_even_default_rate": float(break_even),
        },
        name="payment plan",
    )
    reasons = {"apr": apr.reason, "break_even_default_rate": break_even.reason}
    plan.attrs["reason"] = {name: reason for name, reason in reasons.items() if reason}
    plan.attrs["definition"] = {"first_payment": "at once", "apr": apr.definition}
    return plan


def read_plan(price: float, instalments: int, instalment_price: float) -> tuple[float, float, int]:
    """Return price, amount of an instalment and number of instalments, checked."""
    instalments = count(instalments, "instalments", at_least=1, of="payments")
    return errors.positive(price, "price"), errors.positive(instalment_price, "instalment_price"), instalments


def _present_value(count: int, amount: float, lost: float, discount: float) -> float:
    months = np.arange(count)
    return float((amount * ((1 - lost) / (1 + discount)) ** months).sum())


def _break_even(price: float, count: int, amount: float, discount: float) -> Measure:
    definition = "monthly default rate at which present value = price"
    if _present_value(count, amount, 0.0, discount) < price:
        return missing("the plan is worth less than the price even if everybody pays", definition=definition)
    if amount >= price:
        return missing("the first payment alone covers the price", definition=definition)
    from scipy.optimize import brentq

    rate = brentq(lambda lost: _present_value(count, amount, lost, discount) - price, 0.0, 1.0, xtol=1e-12)
    return Measure(rate, definition=definition, unit="fraction")


def loan_rate(price: float, amount: float, count: int) -> Measure:
    """Return the yearly interest a payment plan amounts to, if its surcharge is read as interest on a loan.

    The buyer is lent the price and pays it back in equal monthly payments, the first at once. 12 x the
    monthly rate at which the payments are worth the price: the nominal rate of US law (12 CFR 1026, appendix
    J (b)(1), actuarial method). It is surprisingly high for short plans, because the loan shrinks fast, below
    0 when the payments add up to less than the price, and NaN with a reason when nothing is lent.

    >>> round(loan_rate(199, 79, 3), 2)
    2.46
    """
    definition = "12 x monthly rate"
    if count == 1:
        return missing("one payment at once lends nothing", definition=definition, unit="fraction")
    if amount >= price:
        return missing("the first payment alone covers the price", definition=definition, unit="fraction")
    monthly = _monthly_rate(price, amount, np.arange(count))
    return Measure(12 * monthly, definition=definition, unit="fraction")


def _monthly_rate(price: float, amount: float, months: np.ndarray) -> float:
    """Return the rate at which payments of ``amount`` in these months are worth ``price``."""
    total = amount * len(months)
    if np.isclose(total, price, rtol=1e-12):
        return 0.0
    from scipy.optimize import brentq

    # Solved for the discount factor, in which the value of the payments is a rising polynomial from a first
    # payment at once (or 0) upwards: there is always exactly one answer.
    def short(factor: float) -> float:
        return float((amount * factor**months).sum()) - price

    top = 1.0
    while short(top) < 0:
        top *= 2
    return 1 / brentq(short, 0.0, top, xtol=1e-15, rtol=1e-14, maxiter=500) - 1
