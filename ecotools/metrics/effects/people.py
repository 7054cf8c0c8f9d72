"""From a ledger to the tables that the estimates read: a row per subscriber, or per subscriber and month."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.ledger import Ledger
from ecotools.metrics.counts import count, whole_days

TOGETHER = ("post", "comment", "event")
"""Actions that make somebody a member: what is done together with others."""


def subscribers(
    ledger: Ledger,
    months: int = 6,
    *,
    busy_days: int = 7,
    join_days: int = 28,
    actions=TOGETHER,
    plans=None,
) -> pd.DataFrame:
    """Return the subscribers that can be followed for so many months: what they did first, and who stayed.

    Parameters
    ----------
    ledger : Ledger
        Its subscriptions, activity and, if there are any, the invitations among its surveys are read.
    months : int, default 6
        Who is subscribed so many months after their first day has stayed.
    busy_days : int, default 7
        Days from the first one of the subscription on which it is counted how busy somebody is.
    join_days : int, default 28
        Days from the first one within which somebody joins; who joins later is none of those who joined. It
        has to be shorter than the first renewal: who joins after it has already stayed that long.
    actions : list of str, default ("post", "comment", "event")
        The first of these makes somebody a member.
    plans : list of str, optional
        Products whose subscribers are looked at. Default: all.

    Returns
    -------
    DataFrame
        One row per subscriber, by customer_id: start, product (of the first period), channel (of the first
        touch, "" when there is none), busy_days (days with any action), joined, invited (only if the ledger
        has invitations, NaN for who was in no lot), stayed. Those who began too late to be followed, or
        before the ledger, are left out; ``attrs["left_out"]`` says how many.

    Raises
    ------
    ValueError, TypeError
        Something else than a ledger, a number that is no whole one.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> from ecotools.simulate import simulate
    >>> people = subscribers(simulate(quillwork(), months=9, seed=1), months=6)
    >>> people.columns.tolist()
    ['customer_id', 'start', 'product', 'channel', 'busy_days', 'joined', 'stayed']
    """
    ledger = _ledger(ledger)
    months = count(months, "months", at_least=1)
    busy_days, join_days = whole_days(busy_days, "busy_days"), whole_days(join_days, "join_days")
    periods = _of_plans(ledger.subscriptions, plans)
    first = periods.sort_values(["start", "product"], kind="stable").drop_duplicates("customer_id")
    table = first.set_index("customer_id")[["start", "product"]].sort_index()
    due = table["start"] + pd.DateOffset(months=months)
    seen = (due < ledger.end) & (table["start"] >= ledger.start)
    table, due = table[seen], due[seen]
    table["product"] = table["product"].astype(str)
    touches = ledger.touches.sort_values("day", kind="stable").drop_duplicates("customer_id")
    channel = touches.set_index("customer_id")["channel"].astype(str)
    table["channel"] = channel.reindex(table.index).fillna("")
    table["busy_days"] = _busy(ledger.activity, table["start"], busy_days)
    table["joined"] = _joined(ledger.activity, table["start"], join_days, actions)
    there = periods["customer_id"].map(due)
    covers = (periods["start"] <= there) & ~(periods["end"] <= there)
    table["stayed"] = table.index.isin(periods.loc[covers, "customer_id"])
    lots = _lots(ledger.surveys)
    if len(lots):
        table["invited"] = lots.reindex(table.index)
    table = table.reset_index()
    table.attrs = {"left_out": int((~seen).sum())}
    table.attrs["definition"] = {"stayed": f"subscribed {months} months after the first day"}
    table.attrs["definition"] |= {"joined": f"{', '.join(actions)} within {join_days} days"}
    return table


def subscriber_months(ledger: Ledger, *, plans=None) -> pd.DataFrame:
    """Return who was subscribed at the beginning of each month, and whether they still were at its end.

    Parameters
    ----------
    ledger : Ledger
        Its subscriptions and activity are read.
    plans : list of str, optional
        Products whose subscribers are looked at. Default: all.

    Returns
    -------
    DataFrame
        One row per subscriber and calendar month: customer_id, month (Period), product (the one of the first
        of the month), active_days, kept (subscribed on the first of the next month). For
        `difference_in_differences` and `event_study`, with a column that says which plans got the community.

    Raises
    ------
    ValueError, TypeError
        As `subscribers`.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> from ecotools.simulate import simulate
    >>> panel = subscriber_months(simulate(quillwork(), months=4, seed=1))
    >>> panel.columns.tolist(), panel["month"].astype(str).unique().tolist()
    (['customer_id', 'month', 'product', 'active_days', 'kept'], ['2025-02', '2025-03', '2025-04'])
    """
    ledger = _ledger(ledger)
    periods = _of_plans(ledger.subscriptions, plans)
    parts = []
    for month in pd.period_range(ledger.start, ledger.end - pd.Timedelta(days=1), freq="M"):
        first, after = month.start_time, (month + 1).start_time
        if first < ledger.start or after > ledger.end:
            continue
        mine = periods[(periods["start"] < first) & ~(periods["end"] <= first)]
        mine = mine.sort_values(["start", "product"], kind="stable").drop_duplicates("customer_id")
        later = periods[(periods["start"] <= after) & ~(periods["end"] <= after)]["customer_id"]
        part = pd.DataFrame({"customer_id": mine["customer_id"], "month": month, "product": mine["product"]})
        parts.append(part.assign(kept=part["customer_id"].isin(later)))
    columns = ["customer_id", "month", "product", "active_days", "kept"]
    if not parts:
        return pd.DataFrame({column: [] for column in columns})
    table = pd.concat(parts, ignore_index=True)
    days = ledger.activity[["customer_id", "day"]].drop_duplicates()
    active = days.groupby(["customer_id", days["day"].dt.to_period("M")]).size().rename("active_days")
    table = table.merge(active.rename_axis(["customer_id", "month"]).reset_index(), how="left")
    table["active_days"] = table["active_days"].fillna(0).astype(np.int64)
    table["product"] = table["product"].astype(str)
    return table.sort_values(["customer_id", "month"], kind="stable")[columns].reset_index(drop=True)


def _ledger(source) -> Ledger:
    if not isinstance(source, Ledger):
        raise TypeError(f"ledger must be a Ledger, not {type(source).__name__}")
    return source


def _of_plans(periods: pd.DataFrame, plans) -> pd.DataFrame:
    if plans is None:
        return periods
    known = set(periods["product"].astype(str))
    plans = [errors.one_of(plan, known, "plans") for plan in ([plans] if isinstance(plans, str) else plans)]
    return periods[periods["product"].isin(plans)]


def _since(activity: pd.DataFrame, start: pd.Series) -> np.ndarray:
    """Return after how many days of the subscription each action came; NaN for people without one."""
    return (activity["day"] - activity["customer_id"].map(start)).dt.days.to_numpy(float)


def _busy(activity: pd.DataFrame, start: pd.Series, within: int) -> pd.Series:
    since = _since(activity, start)
    early = activity[(since >= 0) & (since < within)][["customer_id", "day"]].drop_duplicates()
    return early.groupby("customer_id").size().reindex(start.index, fill_value=0).astype(np.int64)


def _joined(activity: pd.DataFrame, start: pd.Series, within: int, actions) -> np.ndarray:
    since = _since(activity, start)
    chosen = activity["action"].isin(list(actions)).to_numpy() & (since >= 0) & (since < within)
    return start.index.isin(activity.loc[chosen, "customer_id"])


def _lots(surveys: pd.DataFrame) -> pd.Series:
    asked = surveys[surveys["survey"] == "invitation"].drop_duplicates("customer_id")
    return asked.set_index("customer_id")["answer"]
