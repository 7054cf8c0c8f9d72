"""One to one, groups, or both: what the hours allow, and what an hour brings."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.capacity.hours import hours_for, whole_times
from ecotools.metrics.counts import count


def per_hour(
    price: float,
    hours: float,
    *,
    clients: int = 1,
    cost_per_hour: float = 0.0,
    fee: float = 0.0,
    refunds: float = 0.0,
) -> pd.Series:
    """Return what coaching brings in, and what is left of it, in total and per hour.

    Parameters
    ----------
    price : float
        What one client pays.
    hours : float
        Hours that these clients take together, with preparation: one to one those of the client, in a group
        those of the group.
    clients : int, default 1
        Clients who share the hours.
    cost_per_hour : float, default 0
        What an hour of the coach costs.
    fee : float, default 0
        Share of the price that the payment provider keeps, also of what is paid back: a fraction.
    refunds : float, default 0
        Share of the clients who get the whole price back after the hours were held, a fraction.

    Returns
    -------
    pandas.Series
        paid (clients x price), fees, refunded, hours_cost, margin (what is left), revenue_per_hour ((paid -
        refunded) / hours) and margin_per_hour. Money in the currency of the price.

    Raises
    ------
    ValueError, TypeError
        A price below zero, no hours, clients that are no whole number, shares that are no fractions.

    Examples
    --------
    >>> single, group = per_hour(997, 6, cost_per_hour=65), per_hour(397, 12, clients=8, cost_per_hour=65)
    >>> float(round(single["margin_per_hour"], 2)), float(round(group["margin_per_hour"], 2))
    (101.17, 199.67)
    """
    people = count(clients, "clients", at_least=1)
    paid, hours = people * errors.not_negative(price, "price"), errors.positive(hours, "hours")
    fees, back = paid * errors.fraction(fee, "fee"), paid * errors.fraction(refunds, "refunds")
    cost = hours * errors.not_negative(cost_per_hour, "cost_per_hour")
    margin = paid - fees - back - cost
    found = {"paid": paid, "fees": fees, "refunded": back, "hours_cost": cost, "margin": margin}
    found |= {"revenue_per_hour": (paid - back) / hours, "margin_per_hour": margin / hours}
    return pd.Series(found, name="per hour")


def client_mixes(
    hours: float,
    *,
    single_hours: float,
    group_hours: float,
    group_size: int,
    single_price: float = 0.0,
    group_price: float = 0.0,
    cost_per_hour: float = 0.0,
    prepare: float = 0.0,
    lost: float = 0.0,
    most_single: int | None = None,
    most_groups: int | None = None,
) -> pd.DataFrame:
    """Return how the hours can be shared between groups and one to one: no group, one group, two, and so on.

    What the groups leave goes to clients one to one, as far as it makes whole clients.

    Parameters
    ----------
    hours : float
        Hours of a month (or another period).
    single_hours, group_hours : float
        Hours of sessions in it for one client, and for one group.
    group_size : int
        People in a group.
    single_price, group_price : float, default 0
        What one client pays in it, one to one and in a group.
    cost_per_hour : float, default 0
        What an hour of the coach costs; only hours that are used are paid.
    prepare, lost : float, default 0
        As in `most_clients`.
    most_single, most_groups : int, optional
        How many would buy at most. Default: as many as there are hours for.

    Returns
    -------
    DataFrame
        One row per number of groups: groups, group_clients, single_clients, clients, used and free (hours),
        revenue, margin (revenue - hours used x their cost), margin_per_hour (of the hours there are; NaN
        without any).

    Raises
    ------
    ValueError, TypeError
        As `most_clients`; prices below zero, limits that are no whole numbers.

    Examples
    --------
    >>> mixes = client_mixes(12, single_hours=2, group_hours=4, group_size=8, single_price=330,
    ...                      group_price=130)
    >>> mixes[["groups", "group_clients", "single_clients", "revenue"]]
       groups  group_clients  single_clients  revenue
    0       0              0               6   1980.0
    1       1              8               4   2360.0
    2       2             16               2   2740.0
    3       3             24               0   3120.0
    """
    hours, size = errors.not_negative(hours, "hours"), count(group_size, "group_size", at_least=1)
    one = hours_for(single_hours, prepare, lost, "single_hours")
    group = hours_for(group_hours, prepare, lost, "group_hours")
    prices = [
        errors.not_negative(price, name)
        for price, name in ((single_price, "single_price"), (group_price, "group_price"))
    ]
    cost = errors.not_negative(cost_per_hour, "cost_per_hour")
    groups = np.arange(_at_most(whole_times(hours, group), most_groups, "most_groups") + 1)
    left = (whole_times(hours - number * group, one) for number in groups)
    singles = np.array([_at_most(each, most_single, "most_single") for each in left])
    table = pd.DataFrame({"groups": groups, "group_clients": groups * size, "single_clients": singles})
    table["clients"] = table["group_clients"] + table["single_clients"]
    table["used"] = groups * group + singles * one
    table["free"] = (hours - table["used"]).clip(lower=0)
    table["revenue"] = singles * prices[0] + groups * size * prices[1]
    table["margin"] = table["revenue"] - table["used"] * cost
    table["margin_per_hour"] = table["margin"] / hours if hours else np.nan
    return table


def _at_most(number: int, limit: int | None, name: str) -> int:
    return number if limit is None else min(number, count(limit, name))
