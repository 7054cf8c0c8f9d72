"""N-day retention: who comes back on a day, on it or later, or within a bracket of days."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids
from ecotools.metrics.community.days import dated, until_of
from ecotools.metrics.counts import inside, whole_days
from ecotools.metrics.intervals import share_ends
from ecotools.metrics.periods import DAY

KINDS = {
    "bounded": "active on day N / users whose day N is over",
    "unbounded": "active on day N or later / users whose day N is over",
    "bracket": "active on any day of the bracket / users whose last day of the bracket is over",
}
"""What each kind counts; day 0 is the day of the start."""


def day_retention(
    starts: pd.DataFrame,
    activity: pd.DataFrame,
    days: Iterable = (1, 7, 30),
    kind: str = "bounded",
    *,
    until=None,
    user: str = "customer_id",
    time: str = "day",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return the share of users who come back N days after their start, by one of three definitions.

    Parameters
    ----------
    starts : DataFrame
        One row per start (a signup, a first purchase): columns ``user`` and ``time``. A user's first counts.
    activity : DataFrame
        One row per action: columns ``user`` and ``time``. What was done before the start, or by users without
        one, does not count.
    days : list of int, or of pairs of int for a bracket
        The N: calendar days after the start. A bracket is a first and a last day, both included: (1, 7).
    kind : {"bounded", "unbounded", "bracket"}
        ``bounded``: on day N itself. ``unbounded``: on day N or any later one; never lower than ``bounded``,
        and higher the longer one has watched. ``bracket``: on any day of it.
    until : day or month, optional
        First day *not* observed (a ledger's ``end``); a month is meant whole. Default: the end of what the
        tables of a ledger observed, else the day after the last start or action.
    user, time : str
        Names of the columns, in both tables.
    level : float, default 0.95
        Confidence level of the interval (Wilson's), a fraction.

    Returns
    -------
    DataFrame
        One row per N, as given: first, last (days after the start; last is NaN for ``unbounded``), users (old
        enough), returned, retention, low, high. Users who are too young for a row are not in it. NaN where
        nobody is old enough.

    Raises
    ------
    ValueError, TypeError
        For a missing column or id, days with a time zone, an N that is no whole number, a pair where a number
        belongs, an ``until`` before the last event.

    References
    ----------
    The three definitions as Amplitude and Mixpanel have them; their overall number, as here, is users who
    returned over users old enough, not a mean of cohorts.

    Examples
    --------
    >>> begun = pd.to_datetime(["2025-01-01", "2025-01-01", "2025-01-09"])
    >>> starts = pd.DataFrame({"customer_id": [1, 2, 3], "day": begun})
    >>> seen = pd.to_datetime(["2025-01-02", "2025-01-05", "2025-01-08"])
    >>> activity = pd.DataFrame({"customer_id": [1, 2, 2], "day": seen})
    >>> day_retention(starts, activity, [1, 7])[["first", "users", "returned", "retention"]]
       first  users  returned  retention
    0      1      2         1        0.5
    1      7      2         1        0.5
    >>> day_retention(starts, activity, [1, 4], "unbounded")["retention"].tolist()
    [1.0, 0.5]
    >>> day_retention(starts, activity, [(1, 7)], "bracket")["retention"].tolist()
    [1.0]
    """
    errors.one_of(kind, KINDS, "kind")
    level = inside(level, "level", 0.95)
    spans = [_span(day, kind) for day in days]
    for table, name in ((starts, "starts"), (activity, "activity")):
        errors.columns(table, [user, time], name)
        dated(table, time, name)
        ids(table, user, name)
    until = until_of(starts, activity, time, until)
    first = (
        starts.groupby(user, sort=False)[time].min().dt.normalize()
        if len(starts)
        else pd.Series(dtype="M8[us]")
    )
    who, since = _since(activity, first, user, time)
    rows = []
    for begin, end in spans:
        last = begin if end is None else end
        old = (first + last * DAY < until).to_numpy(bool) if len(first) else np.zeros(0, bool)
        came = (since >= begin) & (since <= (np.inf if end is None else end))
        returned = len(np.unique(who[came & old[who]])) if len(who) else 0
        rows.append((begin, np.nan if end is None else end, int(old.sum()), returned, level))
    table = pd.DataFrame([_row(*row) for row in rows])
    table.attrs["definition"] = {"retention": KINDS[kind], "interval": f"Wilson, {level:g}"}
    return table


def _span(day, kind: str) -> tuple[int, int | None]:
    """Return the first and the last day looked at; the last is None when it is open."""
    if kind != "bracket":
        if isinstance(day, Iterable):
            raise TypeError(f"days must hold numbers such as 7 for kind {kind!r}, not {day!r}")
        number = whole_days(day, "days", at_least=0)
        return number, None if kind == "unbounded" else number
    pair = list(day) if isinstance(day, Iterable) and not isinstance(day, str) else []
    if len(pair) != 2:
        raise TypeError(f"days must hold pairs such as (1, 7) for kind 'bracket', not {day!r}")
    begin, end = (whole_days(each, "days", at_least=0) for each in pair)
    if end < begin:
        raise ValueError(f"days: the bracket {day!r} ends before it begins")
    return begin, end


def _since(activity: pd.DataFrame, first: pd.Series, user: str, time: str) -> tuple[np.ndarray, np.ndarray]:
    """Return whose each action is (a place among the starts) and how many days after the start it came."""
    place = pd.Series(np.arange(len(first)), index=first.index)
    who = (
        activity[user].map(place).to_numpy(dtype=float, na_value=np.nan)
        if len(first)
        else np.full(len(activity), np.nan)
    )
    known = ~np.isnan(who)
    who = who[known].astype(np.int64)
    day = activity.loc[known, time].dt.normalize().to_numpy() if known.any() else np.zeros(0, "M8[us]")
    since = (day - first.to_numpy()[who]).astype("timedelta64[D]").astype(np.int64)
    return who[since >= 0], since[since >= 0]


def _row(begin: int, end: float, users: int, returned: int, level: float) -> dict:
    share = (returned / users, *share_ends(returned, users, level)) if users else (np.nan,) * 3
    counts = {"first": begin, "last": end, "users": users, "returned": returned}
    return counts | dict(zip(("retention", "low", "high"), share, strict=True))
