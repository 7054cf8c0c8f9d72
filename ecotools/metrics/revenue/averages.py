"""Averages per head and order: ARPU, ASP, AOV. The name hides the denominator; the result says it."""

import math

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import coded, ids, numbers, one_currency, refuse
from ecotools.metrics.revenue.bridge import movement_list
from ecotools.metrics.revenue.date_arguments import month_of
from ecotools.metrics.revenue.recurring import mrr, mrr_by_customer
from ecotools.metrics.revenue.terms import unit_of


def arpu(subscriptions, users: int, at=None) -> Measure:
    """Return MRR a user on a day, where users are everybody: those who pay and those who do not.

    The KPI ``arpu`` is another number: all revenue of a month by those who bought in it, see
    `ecotools.metrics.kpi`.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns.
    users : int
        How many users there are on that day, free ones included; at least as many as pay.
    at : day, optional
        A month means its last day. Default: the last day observed.

    Returns
    -------
    Measure
        Money a month. NaN when there are no users.

    Raises
    ------
    ValueError
        When ``users`` is fewer than the customers who pay: then it is not everybody.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> revenue.arpu(revenue.example(), users=20, at="2025-03")
    4.675
    """
    definition, unit = "MRR / users, paying or not, on the day", unit_of(subscriptions)
    users, payers = errors.not_negative(users, "users"), len(mrr_by_customer(subscriptions, at))
    if users < payers:
        raise ValueError(
            f"users counts everybody, paying or not: {users:g} is fewer than the {payers} who pay. "
            "For MRR a paying customer take the KPI arppu."
        )
    if not users:
        return missing("there are no users", definition=definition, unit=unit)
    return Measure(mrr(subscriptions, at) / users, definition=definition, unit=unit)


def asp(subscriptions, month=None) -> Measure:
    """Return the average sale price of new business: new MRR of a month / customers who brought it.

    It differs from the KPI ``arppu``, which averages over all who pay, old prices included.

    Returns
    -------
    Measure
        Money a month. NaN in a month with no new customers.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> revenue.asp(revenue.example(), "2025-02")
    21.75
    >>> revenue.asp(revenue.example(), "2025-04").reason
    'no new customers in 2025-04'
    """
    definition, unit = "new MRR of the month / new customers of the month", unit_of(subscriptions)
    month = month_of(subscriptions, month)
    if month is None:
        return missing("the table is empty", definition=definition, unit=unit)
    moved = movement_list(subscriptions, month, month)
    new = moved.loc[moved["kind"] == "new", "amount"]
    if new.empty:
        return missing(f"no new customers in {month}", definition=definition, unit=unit)
    return Measure(new.mean(), definition=definition, unit=unit)


def aov(orders, net: bool = False, *, include_free: bool = False) -> Measure:
    """Return the average order value: revenue / orders (not / customers, and not / lines).

    Parameters
    ----------
    orders : DataFrame or Ledger
        Orders in the ledger's columns: order_id, amount and, for ``net``, refunded. One row per line; the
        lines of an order share its order_id. Filter the rows first for one month or one channel.
    net : bool
        Take off what was refunded. An order refunded in full stays in the denominator, with a value of 0;
        the refund counts against its order, whenever it was paid back.
    include_free : bool
        Count orders of which nothing was paid (a lead magnet) too. They are left out unless you say so.

    Returns
    -------
    Measure
        Money an order. NaN when there are no orders.

    Raises
    ------
    ValueError
        For a negative amount, a refund above the amount, or a missing id.

    Examples
    --------
    >>> import pandas as pd
    >>> orders = pd.DataFrame({"order_id": [1, 1, 2], "amount": [199.0, 49.0, 199.0]})
    >>> orders["refunded"] = [0.0, 49.0, 0.0]
    >>> aov(orders), aov(orders, net=True)
    (223.5, 199.0)
    """
    table = orders if isinstance(orders, pd.DataFrame) else getattr(orders, "orders", orders)
    needed = ["order_id", "amount"] + (["refunded"] if net else [])
    table = errors.columns(table, needed, "orders")
    definition = (
        ("(paid - refunded)" if net else "paid")
        + " / orders"
        + ("" if include_free else ", free ones left out")
    )
    unit = f"{getattr(orders, 'currency', 'currency')} per order"
    one_currency(table, "orders", orders)
    paid = numbers(table, "amount", "orders", money=True)
    refuse(table, paid < 0, "orders", "amount is below zero (a refund goes into the column 'refunded')")
    refunded = _refunded(table, paid) if net else np.zeros_like(paid)
    order, distinct = coded(ids(table, "order_id", "orders"))
    paying = np.bincount(order, paid, minlength=len(distinct)) > 0
    counted = np.ones(len(distinct), dtype=bool) if include_free else paying
    if not counted.any():
        return missing("there are no orders", definition=definition, unit=unit)
    # fsum rounds once, so that the order of the rows does not move the last digit.
    total = math.fsum((paid - refunded)[counted[order]])
    return Measure(total / counted.sum(), definition=definition, unit=unit)


def _refunded(table: pd.DataFrame, paid: np.ndarray) -> np.ndarray:
    refunded = numbers(table, "refunded", "orders", money=True)
    wrong = ~((refunded >= 0) & (refunded <= paid))
    refuse(table, wrong, "orders", "refunded does not lie between 0 and the amount paid")
    return refunded
