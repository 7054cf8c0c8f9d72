"""What the KPI functions read: a ledger's tables month by month, each derived table made once."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger
from ecotools.metrics import retention, revenue
from ecotools.metrics.columns import coded
from ecotools.metrics.revenue.terms import Terms, read_terms
from ecotools.metrics.sorting import unit_day

ONE_DAY = pd.Timedelta(days=1)


class Book:
    """A ledger (or one segment of it) as KPIs see it.

    Attributes
    ----------
    ledger : Ledger
        Its tables.
    history : Ledger
        The ledger or, of a window that `Ledger.between` made, all that came before it too: it tells who is
        new.
    blueprint : Blueprint
        Whose KPIs are computed; for windows and targets.
    months : PeriodIndex
        The calendar months that the ledger touches.
    """

    def __init__(self, ledger: Ledger, blueprint: Blueprint):
        self.ledger, self.blueprint = ledger, blueprint
        self.history = ledger if ledger.history is None else ledger.history
        self.months = months_of(ledger)

    def count(self, days: pd.Series) -> pd.Series:
        """Return how many of ``days`` fall into each month; 0 in a month without any."""
        if not len(days):
            return pd.Series(0, index=self.months)
        return days.dt.to_period("M").value_counts().reindex(self.months, fill_value=0)

    def total(self, amounts: pd.Series, days: pd.Series) -> pd.Series:
        """Return the sum of ``amounts`` of each month of ``days``; 0 in a month without any."""
        if not len(days):
            return pd.Series(0.0, index=self.months)
        return amounts.groupby(days.dt.to_period("M")).sum().reindex(self.months, fill_value=0.0)

    def monthly(self, table: pd.DataFrame) -> Iterator[tuple[pd.Period, pd.DataFrame]]:
        """Yield each month with its rows of a table that has a column ``day``; months without rows too."""
        groups = dict(iter(table.groupby(table["day"].dt.to_period("M")))) if len(table) else {}
        for month in self.months:
            yield month, groups.get(month, table.iloc[:0])

    def share_in_time(self, start: pd.Series, reached: pd.Series, window: int) -> pd.DataFrame:
        """Return by month of ``start`` the share that reached something within ``window`` days.

        Only starts that have been observed for the whole window count. A month is NaN while fewer than half
        of its starts have been, with a reason that says from when on it can be read.

        Parameters
        ----------
        start : Series
            Day on which each person (the index) started.
        reached : Series
            Days on which people (the index; several rows each) did what is asked for.
        window : int
            Days, inclusive.
        """
        waited = reached - start.reindex(reached.index).to_numpy()
        in_time = waited[(waited >= 0 * ONE_DAY) & (waited <= window * ONE_DAY)].index
        weight = pd.Series(1.0, index=start.index)
        return self.ripe_ratio(start, weight.where(start.index.isin(in_time), 0.0), weight, window)

    def ripe_ratio(self, day: pd.Series, above: pd.Series, below: pd.Series, window: int) -> pd.DataFrame:
        """Return by month the sum of ``above`` / sum of ``below``, over rows observed for ``window`` days."""
        ripe = (day + window * ONE_DAY < self.ledger.end).to_numpy(bool)
        known, all_rows = self.count(day[ripe]), self.count(day)
        ratio = self.total(above[ripe], day[ripe]) / self.total(below[ripe], day[ripe]).replace(0, np.nan)
        young = (all_rows > 0) & (known < all_rows / 2)
        readable = [(month.end_time.normalize() + (window + 1) * ONE_DAY).date() for month in self.months]
        reasons = [
            f"too young: {few:,} of {many:,} observed for {window} days; all will be on {when}"
            if immature
            else ("nobody started in this month" if not many else "")
            for few, many, immature, when in zip(known, all_rows, young, readable, strict=True)
        ]
        return pd.DataFrame({"value": ratio.mask(young), "reason": reasons}, index=self.months)

    def step_rate(self, start: str, end: str) -> pd.DataFrame:
        """Return by month the share of those new at one stage who reach another within the step's window."""
        return self.share_in_time(self.first_touches(start), self.touch_days(end), self.window(start, end))

    def window(self, start: str, end: str, default: int = 30) -> int:
        """Return the window in days of the blueprint's funnel step from one stage to another."""
        steps = self.blueprint.funnel
        found = [step.window_days for step in steps if (step.from_stage, step.to_stage) == (start, end)]
        return found[0] if found else default

    def first_touches(self, stage: str | None = None) -> pd.Series:
        """Return the day of each person's first touch, or first touch of a stage; index customer_id."""
        touches = self._touches
        if stage is not None:
            touches = touches[touches["stage"] == stage]
        return touches.drop_duplicates("customer_id").set_index("customer_id")["day"]

    def touch_days(self, stage: str) -> pd.Series:
        """Return the day of every touch of a stage; index customer_id."""
        touches = self._touches
        return touches[touches["stage"] == stage].set_index("customer_id")["day"]

    @cached_property
    def _touches(self) -> pd.DataFrame:
        return self.history.touches[["customer_id", "day", "stage"]].sort_values("day", kind="stable")

    @cached_property
    def one_time(self) -> pd.DataFrame:
        """Paid lines of one-time orders: those of products that are not billed as subscriptions."""
        orders = self.ledger.orders
        recurring = set(self.ledger.subscriptions["product"].astype(str))
        return orders[(orders["amount"] > 0) & ~orders["product"].astype(str).isin(recurring)]

    @cached_property
    def first_payments(self) -> pd.Series:
        """Day on which each customer paid for the first time, for an order or a subscription."""
        rows = self.history.subscriptions
        paid = rows[rows["price"] * rows["quantity"] * (1 - rows["discount"]) > 0]
        orders = self.history.orders[self.history.orders["amount"] > 0]
        days = [
            orders[["customer_id", "day"]],
            paid[["customer_id", "start"]].rename(columns={"start": "day"}),
        ]
        days = [table for table in days if len(table)]
        if not days:
            return pd.Series(dtype="datetime64[us]")
        return pd.concat(days).groupby("customer_id")["day"].min()

    @cached_property
    def ever_paid(self) -> pd.Series:
        """How many people have ever paid for anything, by the end of each month."""
        earlier = (self.first_payments < self.ledger.start).sum()
        return earlier + self.count(self.first_payments).cumsum()

    @cached_property
    def terms(self) -> Terms:
        """The periods of subscribers."""
        return read_terms(self.ledger)

    @cached_property
    def paying(self) -> pd.Series:
        """How many people bought something in each month, or ran a paid subscription on any day of it."""
        terms, lines = self.terms, self.one_time
        who, distinct = coded(
            pd.concat([pd.Series(terms.ids, dtype=object), lines["customer_id"].astype(object)])
        )
        subscriber, buyer = who[: len(terms.ids)][terms.unit], who[len(terms.ids) :]
        bought_in = lines["day"].to_numpy().astype("datetime64[M]")
        counts = {}
        for month in self.months:
            first, after = np.datetime64(month.start_time, "D"), np.datetime64((month + 1).start_time, "D")
            runs = (terms.value > 0) & (terms.start < after) & (terms.end > first)
            paid = np.zeros(len(distinct), dtype=bool)
            paid[subscriber[runs]] = True
            paid[buyer[bought_in == first.astype("datetime64[M]")]] = True
            counts[month] = paid.sum()
        return pd.Series(counts, index=self.months, dtype=float)

    @cached_property
    def extras(self) -> pd.Series:
        """What subscribers paid for one-time orders while they were subscribed, by month."""
        lines, terms = self.one_time, self.terms
        if not len(lines) or not len(terms.row):
            return pd.Series(0.0, index=self.months)
        place = pd.Index(terms.ids).get_indexer(lines["customer_id"])
        day = lines["day"].to_numpy().astype("datetime64[D]")
        begun, ended = (_count_until(terms.unit, days, place, day) for days in (terms.start, terms.end))
        subscribed = (place >= 0) & (begun > ended)
        return self.total(lines["amount"][subscribed], lines["day"][subscribed])

    @cached_property
    def movements(self) -> pd.DataFrame:
        """MRR and its five movements, by month."""
        return revenue.movements(self.ledger)

    @cached_property
    def churn(self) -> pd.DataFrame:
        """Subscribers joined and lost, by month."""
        return retention.churn_table(self.ledger)


def _count_until(unit: np.ndarray, days: np.ndarray, place: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return how many ``days`` of the unit at ``place`` lie on ``day`` or before."""
    key = np.sort(unit_day(unit, days))
    lowest = np.searchsorted(key, unit_day(place, np.zeros_like(day)))
    return np.searchsorted(key, unit_day(place, day), side="right") - lowest


def months_of(ledger: Ledger) -> pd.PeriodIndex:
    """Return the calendar months that a ledger touches; none for a ledger without days."""
    if pd.isna(ledger.start) or not ledger.start < ledger.end:
        return pd.PeriodIndex([], freq="M", name="month")
    return pd.period_range(ledger.start, ledger.end - ONE_DAY, freq="M", name="month")


def partial_months(ledger: Ledger) -> list[pd.Period]:
    """Return the months of which a ledger covers only a part."""
    months = months_of(ledger)
    whole = (months.start_time >= ledger.start) & (months.end_time < ledger.end) if len(months) else []
    return [month for month, complete in zip(months, whole, strict=True) if not complete]
