"""The completion curve: Kaplan-Meier by lesson, since many are still on their way."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, ids, numbers, refuse
from ecotools.metrics.community.days import counted, dated, observed
from ecotools.metrics.counts import count, whole_days
from ecotools.metrics.periods import DAY, until_day
from ecotools.metrics.retention.kaplan import kaplan_meier
from ecotools.observation import span_of


def lessons_done(activity) -> pd.DataFrame:
    """Return the lessons of each customer in a ledger's activity, numbered in the order they were done.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns: customer_id, day, action, count. It does not say which lesson was
        done: they are taken one after the other, so that who repeats one seems further than they are.

    Returns
    -------
    DataFrame
        One row per customer and day with lessons: customer_id, day, lesson (the highest reached that day).

    Raises
    ------
    ValueError, TypeError
        A missing column or id, a count that is no whole number.

    Examples
    --------
    >>> activity = pd.DataFrame({"customer_id": [1, 1, 1], "day": pd.to_datetime(["2025-01-03", "2025-01-01",
    ...     "2025-01-02"]), "action": ["lesson", "lesson", "visit"], "count": [1, 2, 5]})
    >>> lessons_done(activity)
       customer_id        day  lesson
    0            1 2025-01-01       2
    1            1 2025-01-03       3
    """
    done = counted(activity, ["lesson"]).rename(columns={"count": "lesson"})
    days = ["customer_id", "day"]
    table = done.groupby(days, as_index=False, observed=True, sort=False)["lesson"].sum()
    order = np.lexsort((table["day"], coded(table["customer_id"])[0]))
    table = table.iloc[order].reset_index(drop=True)
    table["lesson"] = table.groupby("customer_id", observed=True, sort=False)["lesson"].cumsum()
    table.attrs = dict(done.attrs)
    return table


def curve(
    progress: pd.DataFrame,
    lessons: int,
    *,
    enrolled: Iterable | None = None,
    idle: int = 30,
    until=None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return the share of learners who finish each lesson, and how many of those who could stop before it.

    Somebody who has done no lesson for ``idle`` days has stopped. Lessons of the last ``idle`` days say
    nothing yet: of those who did them only the ones who went on would be known, and the course would look
    better. To take everybody for stopped who is still on the way would make it look worse.

    Parameters
    ----------
    progress : DataFrame
        One row per lesson done: customer_id, day and lesson (its number, from 1). Who did a later lesson has
        passed the earlier ones; numbers above ``lessons`` count as the last one.
    lessons : int
        How many lessons there are.
    enrolled : list of ids, optional
        All who began. Those without any lesson have stopped before the first. Default: all in ``progress``,
        and then the first lesson is finished by everybody.
    idle : int, default 30
        Days without a lesson after which somebody has stopped.
    until : day or month, optional
        First day not observed. Default: the end of what a ledger observed, else the day after the last
        lesson.
    level : float, default 0.95
        Confidence level of the interval, a fraction.

    Returns
    -------
    DataFrame
        One row per lesson: lesson, learners (who finished the one before long enough ago), stopped (of
        these, before finishing this one), lost (their share), finish (share of all who finish it), low,
        high. ``attrs["worst"]`` is the lesson at which the largest share stops; the first of equals. NaN
        beyond the lesson up to which anybody was seen.

    Raises
    ------
    ValueError, TypeError
        A missing column, id or day, a lesson below 1, learners that are not enrolled, an ``until`` before the
        last lesson.

    References
    ----------
    Kaplan & Meier (1958), with lessons in the place of time; see `metrics.retention.kaplan_meier`.

    Examples
    --------
    >>> days = pd.to_datetime(["2025-01-01", "2025-01-02", "2025-01-01", "2025-02-28", "2025-01-05"])
    >>> done = pd.DataFrame({"customer_id": [1, 1, 2, 3, 4], "day": days, "lesson": [1, 2, 1, 1, 1]})
    >>> curve(done, lessons=2, enrolled=[1, 2, 3, 4, 5])[["lesson", "learners", "stopped", "finish"]].round(3)
       lesson  learners  stopped  finish
    0       1         5        1   0.800
    1       2         3        2   0.267
    """
    lessons, idle = count(lessons, "lessons", at_least=1), whole_days(idle, "idle")
    days = _days(progress, lessons, enrolled)
    after = _until(progress, until)
    reached = days.notna().sum(axis=1).to_numpy()
    # Lessons so long ago that it can be told whether another one followed.
    ripe = (days + idle * DAY < after).sum(axis=1).to_numpy()
    stopped = (ripe == reached) & (reached < lessons)
    seen = np.where(stopped | (ripe == lessons), ripe, ripe + 0.5)
    km = kaplan_meier(seen, stopped, level=level).set_index("time")
    table = pd.DataFrame({"lesson": np.arange(1, lessons + 1)})
    table["learners"] = [int((seen >= at).sum()) for at in range(lessons)]
    table["stopped"] = [int((stopped & (ripe == at)).sum()) for at in range(lessons)]
    table["lost"] = table["stopped"] / table["learners"].where(table["learners"] > 0)
    table = table.assign(finish=np.nan, low=np.nan, high=np.nan)
    for at in range(lessons):
        known = km.index[km.index <= at]
        if len(known) and table.loc[at, "learners"] > 0:
            table.loc[at, ["finish", "low", "high"]] = km.loc[
                known[-1], ["survival", "low", "high"]
            ].to_numpy()
    worst = table["lost"].max()
    table.attrs["worst"] = int(table.loc[table["lost"].idxmax(), "lesson"]) if worst > 0 else None
    table.attrs["definition"] = {
        "stopped": f"no lesson for {idle} days",
        "estimate": "Kaplan-Meier by lesson",
    }
    return table


def _days(progress: pd.DataFrame, lessons: int, enrolled) -> pd.DataFrame:
    """Return on which day everybody who began was done with each lesson: a row per person, a column each."""
    errors.columns(progress, ["customer_id", "day", "lesson"], "progress")
    dated(progress, "day", "progress")
    who = ids(progress, "customer_id", "progress")
    number = numbers(progress, "lesson", "progress")
    wrong = (number < 1) | (number != np.floor(number))
    refuse(progress, wrong, "progress", "lesson is no whole number from 1 on")
    day = (
        progress["day"].astype("datetime64[us]").dt.normalize()
        if len(progress)
        else pd.Series(dtype="M8[us]")
    )
    everybody = pd.Index(pd.unique(pd.Series(who if enrolled is None else list(enrolled), dtype=object)))
    place = everybody.get_indexer(who.astype(object))
    refuse(progress, place < 0, "progress", "customer_id is not among the enrolled")
    table = pd.DataFrame({"place": place, "day": day.to_numpy(), "lesson": number})
    columns = {
        lesson: table[table["lesson"] >= lesson].groupby("place")["day"].min()
        for lesson in range(1, lessons + 1)
    }
    return pd.DataFrame(columns, index=range(len(everybody)), dtype="datetime64[us]")


def _until(progress: pd.DataFrame, until) -> pd.Timestamp:
    """Return the first day not observed."""
    span = span_of(progress)
    seen = observed(progress, progress)
    if until is None:
        return pd.NaT if seen is None else seen[1] + DAY
    after = until_day(until, span)
    last = progress["day"].max() if len(progress) else pd.NaT
    if after <= last:
        raise ValueError(f"until must be after the last lesson ({last:%Y-%m-%d}), not {after:%Y-%m-%d}")
    return after
