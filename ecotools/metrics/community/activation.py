"""Activation: who of those who signed up got to the first success, in time."""

import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import ids
from ecotools.metrics.community.days import dated, until_of
from ecotools.metrics.counts import whole_days
from ecotools.metrics.periods import DAY


def activation_rate(
    signups: pd.DataFrame,
    events: pd.DataFrame,
    within: int,
    *,
    until=None,
    user: str = "customer_id",
    time: str = "day",
) -> Measure:
    """Return the share of users who reach the activation event within some days of their signup.

    Only users whose days to do so are over count, above and below the line: somebody who signed up
    yesterday has not failed yet.

    Parameters
    ----------
    signups : DataFrame
        One row per signup (or first purchase): columns ``user`` and ``time``. A user's first row counts.
    events : DataFrame
        One row an activation event, such as a ledger's touches of the stage activation, or its activity
        of the action "lesson". Events before the signup, and of users without one, do not count.
    within : int
        Days; an event so many days after the signup is still in time, and 0 asks for the same day.
    until : day or month, optional
        First day *not* observed (a ledger's ``end``); a month is meant whole. Default: the end of what the
        tables of a ledger observed, else the day after the last signup or event.
    user, time : str
        Names of the columns, in both tables.

    Returns
    -------
    Measure
        A fraction. NaN when no user has enough days behind them; the definition says how many do.

    Raises
    ------
    ValueError
        For a missing column or id, days with a time zone, an ``until`` before the last event.

    Examples
    --------
    >>> signups = pd.DataFrame({"customer_id": [1, 2, 3],
    ...                         "day": pd.to_datetime(["2025-01-01", "2025-01-02", "2025-01-30"])})
    >>> events = pd.DataFrame({"customer_id": [1, 2], "day": pd.to_datetime(["2025-01-08", "2025-01-31"])})
    >>> rate = activation_rate(signups, events, within=7)
    >>> rate, rate.definition
    (0.5, 'users with the event within 7 days of signup / 2 users observed for 7 days (1 too young)')
    """
    within = whole_days(within, "within", at_least=0)
    for table, name in ((signups, "signups"), (events, "events")):
        errors.columns(table, [user, time], name)
        dated(table, time, name)
        ids(table, user, name)
    until = until_of(signups, events, time, until)
    first = (
        signups.groupby(user, sort=False)[time].min().dt.normalize()
        if len(signups)
        else pd.Series(dtype="datetime64[us]")
    )
    ripe = first[first + within * DAY < until] if len(first) else first
    definition = (
        f"users with the event within {within} days of signup / {len(ripe)} users observed for {within} days "
        f"({len(first) - len(ripe)} too young)"
    )
    if not len(ripe):
        reason = "nobody signed up" if not len(first) else f"nobody signed up {within} days ago or earlier"
        return missing(reason, definition=definition, unit="fraction")
    return Measure(
        _in_time(ripe, events, within, user, time) / len(ripe), definition=definition, unit="fraction"
    )


def _in_time(signup: pd.Series, events: pd.DataFrame, within: int, user: str, time: str) -> int:
    signed_up = events[user].map(signup)
    waited = (events[time].dt.normalize() - signed_up).dt.days if len(events) else pd.Series(dtype=float)
    reached = (waited >= 0) & (waited <= within)
    return events.loc[reached.to_numpy(bool), user].nunique()
