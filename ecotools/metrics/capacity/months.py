"""A month of coaching: so many places sold, and what they do to the hours, the margin and the wait."""

from collections.abc import Iterable
from math import ceil

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.capacity.hours import hours_for
from ecotools.metrics.capacity.waiting_line import waiting_line
from ecotools.metrics.counts import count

WEEKS = 52 / 12
"""Weeks of a month."""


def coaching_month(
    clients: int | Iterable[int],
    *,
    hours: float,
    hours_each: float,
    price: float,
    weeks_each: float,
    applications_per_week: float,
    group_size: int = 1,
    patience: float | None = None,
    cost_per_hour: float = 0.0,
    prepare: float = 0.0,
    lost: float = 0.0,
) -> pd.DataFrame:
    """Return what coaching so many clients at the same time comes to in a month, in the long run.

    Parameters
    ----------
    clients : int or list of int
        Places: clients at the same time.
    hours : float
        Hours there are in a month.
    hours_each : float
        Hours of sessions in a month that one client gets, or one group.
    price : float
        What a client pays for the whole programme.
    weeks_each : float
        Weeks that a client stays.
    applications_per_week : float
        Good applications a week, at this price.
    group_size : int, default 1
        People in a group; the last group may be smaller.
    patience : float, optional
        Mean weeks that somebody waits before giving up. Default: nobody gives up.
    cost_per_hour : float, default 0
        What an hour of the coach costs.
    prepare, lost : float, default 0
        As in `most_clients`.

    Returns
    -------
    DataFrame
        One row per number of clients, as given: clients, groups, needed (hours when all places are taken),
        utilisation (needed / hours there are; above 1 more is promised than there is; NaN without hours),
        busy (share of the places taken), starts (clients a month), revenue (starts x price), margin (revenue
        - the hours of the places taken x their cost), margin_per_hour (of the hours needed), weeks (mean wait
        for a place, inf where the list has no end) and gives_up (share of the applications).

    Raises
    ------
    ValueError, TypeError
        As `most_clients` and `waiting_line`.

    Notes
    -----
    A group is taken to fill up one by one, and its hours to fall with the places taken. The wait is that of
    `waiting_line`.

    Examples
    --------
    >>> month = coaching_month([4, 6, 8], hours=12, hours_each=2, price=997, weeks_each=13,
    ...                        applications_per_week=0.4, cost_per_hour=65)
    >>> month[["clients", "needed", "utilisation", "revenue", "weeks"]].round(2)
       clients  needed  utilisation  revenue  weeks
    0        4     8.0         0.67  1329.33    inf
    1        6    12.0         1.00  1728.13  10.75
    2        8    16.0         1.33  1728.13   0.92
    """
    hours, size = errors.not_negative(hours, "hours"), count(group_size, "group_size", at_least=1)
    each, price = hours_for(hours_each, prepare, lost), errors.not_negative(price, "price")
    cost, rows = errors.not_negative(cost_per_hour, "cost_per_hour"), []
    listed = clients if np.iterable(clients) and not isinstance(clients, str) else [clients]
    for places in (count(one, "clients", at_least=1) for one in listed):
        line = waiting_line(applications_per_week, places, weeks_each, patience=patience)
        groups = ceil(places / size)
        needed, starts = groups * each, line["starts"] * WEEKS
        margin = starts * price - needed * line["busy"] * cost
        shares = needed / hours if hours else np.nan, line["busy"]
        money = starts, starts * price, margin, margin / needed
        rows.append((places, groups, needed, *shares, *money, line["weeks"], line["gives_up"]))
    names = ["clients", "groups", "needed", "utilisation", "busy", "starts", "revenue", "margin"]
    table = pd.DataFrame(rows, columns=[*names, "margin_per_hour", "weeks", "gives_up"])
    table.attrs["definition"] = {"utilisation": "hours needed when all places are taken / hours there are"}
    return table
