"""On which day to offer: when people who wait buy by themselves, and what offers on different days bring."""

import numpy as np
import pandas as pd

from ecotools.metrics.counts import count, inside, whole_days
from ecotools.metrics.flows.event_arrays import FAR, Lookup, dated, people_of, placed
from ecotools.metrics.flows.lift import HOLDOUT, end_of, lift
from ecotools.metrics.intervals import share_ends


def offer_hazard(
    joined: pd.DataFrame,
    bought: pd.DataFrame,
    *,
    every: int = 7,
    last: int = 12,
    level: float = 0.95,
    until=None,
) -> pd.DataFrame:
    """Return by week after joining which share of those who have not bought yet buys then: the hazard.

    Parameters
    ----------
    joined : DataFrame
        ``customer_id`` and ``day`` on which people joined or bought the first product; the first row of each
        counts.
    bought : DataFrame
        ``customer_id`` and ``day`` of purchases of what is offered. The first on or after joining counts.
    every : int, default 7
        Days of one period: 7 for weeks, 1 for days.
    last : int, default 12
        How many periods.
    level : float, default 0.95
        Confidence level of the interval, a fraction.
    until : day or month, optional
        First day *not* observed; a month is meant whole. Default: as in `lift`.

    Returns
    -------
    pandas.DataFrame
        One row per period: ``period`` (1 is the first, from the day of joining), ``first_day`` and
        ``last_day`` after joining, ``at_risk`` (people observed to its end who had not bought before it),
        ``bought`` in it, ``hazard`` = bought / at_risk with ``low`` and ``high`` (Wilson), and ``sold``
        (share who would have bought by its end: 1 less the product of all 1 - hazard so far). NaN where
        nobody is at risk. ``attrs["definition"]``.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day; ``every`` or ``last`` below 1.

    Notes
    -----
    The hazard is high when people are ready, or when they were asked: in a business that offers on day 30, it
    is high on day 30. Only a lot tells the two apart; see `best_day`.

    Examples
    --------
    >>> joined = pd.DataFrame({"customer_id": range(4), "day": pd.Timestamp("2025-03-01")})
    >>> bought = pd.DataFrame({"customer_id": [0, 1], "day": pd.to_datetime(["2025-03-03", "2025-03-10"])})
    >>> offer_hazard(joined, bought, last=2, until="2025-04")[["period", "at_risk", "bought", "hazard"]]
       period  at_risk  bought    hazard
    0       1        4       1  0.250000
    1       2        3       1  0.333333

    References
    ----------
    J. D. Singer and J. B. Willett (1993), "It's about time: using discrete-time survival analysis to study
    duration and the timing of events", Journal of Educational Statistics 18, 155-195.
    """
    every, last = whole_days(every, "every"), count(last, "last", at_least=1)
    level = inside(level, "level", 0.95)
    entered, sales = dated(joined, "joined"), dated(bought, "bought")
    people, (who,) = people_of(entered.who)
    began = np.full(len(people), FAR)
    np.minimum.at(began, who, entered.day)
    first = Lookup(placed(sales.who, people), sales.day).next(np.arange(len(people)), began)
    waited = np.where(first < FAR, (first - began) // every, FAR)
    ends = end_of(until, joined, bought, entered.day, sales.day)
    rows, left = [], 1.0
    for period in range(last):
        seen = began + (period + 1) * every <= ends
        at_risk, sold = int((seen & (waited >= period)).sum()), int((seen & (waited == period)).sum())
        hazard = sold / at_risk if at_risk else np.nan
        low, high = share_ends(sold, at_risk, level) if at_risk else (np.nan, np.nan)
        left *= 1 - hazard
        days = [period * every, (period + 1) * every - 1]
        rows.append([period + 1, *days, at_risk, sold, hazard, low, high, 1 - left])
    names = ["period", "first_day", "last_day", "at_risk", "bought", "hazard", "low", "high", "sold"]
    table = pd.DataFrame(rows, columns=names)
    table.attrs["definition"] = {
        "hazard": "people who buy in the period / people observed to its end who had not bought before it",
        "every": every,
        "level": level,
    }
    return table


def best_day(
    entries: pd.DataFrame,
    outcomes: pd.DataFrame,
    *,
    within: int,
    holdout: str = HOLDOUT,
    level: float = 0.95,
    until=None,
) -> pd.DataFrame:
    """Return what an offer on each of several days brings, from people who were given their day by lot.

    Parameters
    ----------
    entries : DataFrame
        One row per person: ``customer_id``, ``day`` of joining and ``group``: the name of the day on which
        the offer came ("day 7", "day 35"), or that of the holdout, who got none.
    outcomes : DataFrame
        ``customer_id`` and ``day`` of purchases of what was offered.
    within : int
        Days from joining in which a purchase counts, the same for all groups: later than the latest offer.
    holdout, level, until
        As in `lift`.

    Returns
    -------
    pandas.DataFrame
        The rows of `lift`, the largest difference first. ``attrs["best"]`` is the first group, and
        ``attrs["clear"]`` says whether its interval lies above the estimates of all others and above 0.

    Raises
    ------
    TypeError, ValueError
        As `lift`.

    Examples
    --------
    >>> joined = pd.DataFrame({"customer_id": range(600), "day": pd.Timestamp("2025-03-01"),
    ...     "group": ["day 7", "day 35", "holdout"] * 200})
    >>> bought = joined.iloc[[*range(0, 60, 3), *range(1, 181, 3), *range(2, 62, 3)]]
    >>> found = best_day(joined, bought.assign(day=pd.Timestamp("2025-04-10")), within=60, until="2025-06")
    >>> found[["group", "share", "difference"]], found.attrs["best"], found.attrs["clear"]
    (    group  share  difference
    0  day 35    0.3         0.2
    1   day 7    0.1         0.0, 'day 35', True)
    """
    found = lift(entries, outcomes, within=within, holdout=holdout, level=level, until=until)
    ties = found["group"].to_numpy()
    order = np.lexsort((ties, -found["difference"].to_numpy()))
    found = found.iloc[order].reset_index(drop=True)
    found.attrs["best"] = found["group"].iloc[0] if len(found) else ""
    others = found["difference"].iloc[1:].max() if len(found) > 1 else 0.0
    found.attrs["clear"] = bool(len(found) and found["low"].iloc[0] > max(others, 0.0))
    return found
