"""Reports that wait for moderators: the queue M/M/c, by Erlang's formula."""

from math import exp

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count, inside

_MOST = 10_000
_DEFINITION = (
    "M/M/c: reports come independently, time for one is exponential, whoever is free takes the first"
)


def waiting(
    reports_a_day: float,
    moderators: int,
    minutes_each: float,
    *,
    hours_a_day: float = 24.0,
    within: float = 60.0,
) -> pd.Series:
    """Return how long reports wait until a moderator takes them, in the long run.

    Parameters
    ----------
    reports_a_day : float
        Reports in the hours in which there are moderators.
    moderators : int
        How many are there at the same time.
    minutes_each : float
        Mean minutes that one report takes.
    hours_a_day : float, default 24
        Hours of a day in which the moderators are there. Reports of the other hours wait for the next day,
        which is not in it.
    within : float, default 60
        Minutes for the share that is taken in time.

    Returns
    -------
    pandas.Series
        load (moderators kept busy on average, in erlangs), busy (share of their time), waits (chance that a
        report has to wait: Erlang C), minutes (mean wait of all reports), minutes_if_waiting, queue (reports
        that wait, on average), in_time (share taken within so many minutes). Where there is as much work as
        time or more, the queue grows without end: waits 1, the waits inf, in_time 0, and
        ``attrs["reason"]`` says so.

    Raises
    ------
    ValueError, TypeError
        Numbers that are not above zero, moderators that are no whole number, more than 24 hours.

    References
    ----------
    Erlang (1917); Gross & Harris, "Fundamentals of Queueing Theory", section on M/M/c. The chance to wait is
    computed from the recursion of Erlang B, which does not overflow.

    Examples
    --------
    >>> found = waiting(12, moderators=1, minutes_each=30, hours_a_day=8)
    >>> found[["busy", "waits", "minutes", "queue"]].round(2).to_dict()
    {'busy': 0.75, 'waits': 0.75, 'minutes': 90.0, 'queue': 2.25}
    >>> waiting(12, moderators=2, minutes_each=30, hours_a_day=8)["minutes"].round(1)
    np.float64(4.9)
    """
    arrivals, service, servers, within = read(reports_a_day, moderators, minutes_each, hours_a_day, within)
    load = arrivals / service
    reason, values = "", [1.0, np.inf, np.inf, np.inf, 0.0]
    if load >= servers:
        reason = f"there is work for {load:.2f} moderators and there are {servers}: the queue has no end"
    else:
        waits, spare = erlang_c(load, servers), service * servers - arrivals
        in_time = 1 - waits * exp(-spare * within)
        values = [waits, waits / spare, 1 / spare, waits * arrivals / spare, in_time]
    names = ["load", "busy", "waits", "minutes", "minutes_if_waiting", "queue", "in_time"]
    found = pd.Series([load, min(load / servers, 1.0), *values], index=names, name="waiting")
    found.attrs = {"definition": _DEFINITION, "reason": reason}
    return found


def moderators_needed(
    reports_a_day: float,
    minutes_each: float,
    *,
    hours_a_day: float = 24.0,
    within: float = 60.0,
    share: float = 0.9,
) -> int:
    """Return the fewest moderators at a time with whom so large a share is taken within so many minutes.

    Parameters
    ----------
    reports_a_day, minutes_each, hours_a_day, within
        As in `waiting`.
    share : float, default 0.9
        Share of the reports that is to be taken in time, between 0 and 1.

    Returns
    -------
    int
        Whole moderators, 1 or more. Half as many reports can need more than half as many.

    Raises
    ------
    ValueError, TypeError
        As `waiting`; work for more than 10,000 moderators.

    Examples
    --------
    >>> moderators_needed(12, 30, hours_a_day=8, within=15), moderators_needed(120, 30, hours_a_day=8)
    (3, 9)
    """
    share = inside(share, "share", 0.9)
    arrivals, service, _, _ = read(reports_a_day, 1, minutes_each, hours_a_day, within)
    least = int(arrivals / service) + 1
    if least > _MOST:
        raise ValueError(
            f"reports_a_day: this is work for {least:,} moderators at a time, more than {_MOST:,}"
        )
    times = {"hours_a_day": hours_a_day, "within": within}
    while waiting(reports_a_day, least, minutes_each, **times)["in_time"] < share:
        least += 1
    return least


def erlang_c(load: float, servers: int) -> float:
    """Return the chance that all servers are busy when something comes.

    >>> round(erlang_c(10, 14), 3)
    0.174
    """
    blocked = 1.0
    for server in range(1, servers + 1):
        blocked = load * blocked / (server + load * blocked)
    return blocked / (1 - load / servers * (1 - blocked))


def read(reports_a_day, moderators, minutes_each, hours_a_day, within) -> tuple[float, float, int, float]:
    """Return arrivals and services per minute, the moderators and the minutes allowed, checked."""
    hours = errors.positive(hours_a_day, "hours_a_day")
    if hours > 24:
        raise ValueError(f"hours_a_day must be 24 or fewer, not {hours_a_day}")
    arrivals = errors.positive(reports_a_day, "reports_a_day") / (60 * hours)
    service = 1 / errors.positive(minutes_each, "minutes_each")
    servers = count(moderators, "moderators", at_least=1)
    return arrivals, service, servers, errors.not_negative(within, "within")
