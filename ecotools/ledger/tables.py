"""The ledger: its tables, a currency and the span of days they cover."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ecotools import days
from ecotools.english import plural
from ecotools.errors import columns
from ecotools.ledger import consistency
from ecotools.ledger.checks import problems
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.schema import SCHEMAS, empty_table
from ecotools.observation import Span, mark

_DAY = days.DAY
_SAID = {*SCHEMAS, "start", "end", "history"}


@dataclass(eq=False, repr=False)
class Ledger:
    """What happened in an ecosystem, as plain DataFrames (see `describe`) and three facts about them.

    Parameters
    ----------
    touches, orders, subscriptions, activity, surveys : DataFrame, optional
        The tables. One that is left out is empty.
    spend, partners, assets, exposures, market, refunds : DataFrame, optional
        What was paid to channels, what partners did, what customers made, who met a feature, what third
        parties sold, what was given back of payments of subscriptions. Many ledgers have none: each is one of
        the `tables` only where it has rows.
    currency : str
        Three-letter code of the one currency of all money, such as ``"USD"``.
    start, end : day or month, optional
        First day observed, and first day not observed any more; a month as ``end`` is meant whole. Both
        default to the span of the data (the end to the day after the last one); NaT when there are no data.
        The tables carry them too (see `ecotools.ledger.observed`), so that measures know them. A ``start``
        says that who had left before is not recorded: to look at a part of a longer ledger, use `between`.
    truth : dict, optional
        For a simulated ledger, the parameters it was drawn with.
    history : Ledger, optional
        Of a window that `between` made: the ledger from its own first day on, which tells who is new.

    Raises
    ------
    LedgerError
        When the currency or the span is no currency or span. Tables are checked by `Ledger.check`.

    Examples
    --------
    >>> visits = pd.DataFrame({"customer_id": [1], "day": pd.to_datetime(["2025-01-31"]),
    ...                        "action": ["visit"], "count": [2]})
    >>> Ledger(activity=visits).check()
    Ledger in USD, 2025-01-31 to 2025-01-31 (1 day)
      touches             0 rows
      orders              0 rows
      subscriptions       0 rows
      activity            1 row
      surveys             0 rows
    """

    touches: pd.DataFrame | None = None
    orders: pd.DataFrame | None = None
    subscriptions: pd.DataFrame | None = None
    activity: pd.DataFrame | None = None
    surveys: pd.DataFrame | None = None
    spend: pd.DataFrame | None = None
    partners: pd.DataFrame | None = None
    assets: pd.DataFrame | None = None
    exposures: pd.DataFrame | None = None
    market: pd.DataFrame | None = None
    refunds: pd.DataFrame | None = None
    currency: str = "USD"
    start: pd.Timestamp | None = None
    end: pd.Timestamp | None = None
    truth: dict | None = None
    history: Ledger | None = None

    def __post_init__(self) -> None:
        for name, layout in SCHEMAS.items():
            table = getattr(self, name)
            if table is None:
                setattr(self, name, empty_table(name))
            else:
                columns(table, layout.names, name)
        self.currency = _currency(self.currency)
        first, last = _span(self._all)
        self.start = first if self.start is None else _boundary(self.start, "start")
        self.end = last if self.end is None else _boundary(self.end, "end")
        if self.end < self.start:
            raise LedgerError(
                f"the ledger's end {self.end:%Y-%m-%d} lies before its start {self.start:%Y-%m-%d}"
            )
        self._made = True
        self._mark_tables()

    def __setattr__(self, name: str, value) -> None:
        super().__setattr__(name, value)
        if name in _SAID and "_made" in vars(self):
            self._mark_tables()

    def _mark_tables(self) -> None:
        """Let each table say what was observed, as the ledger does."""
        empty = pd.isna(self.start) or pd.isna(self.end)
        span = None if empty else Span(self.start, self.end, self.since)
        for name, table in self._all.items():
            super().__setattr__(name, mark(table, span))

    @property
    def since(self) -> pd.Timestamp:
        """First day from which on it is known who had subscribed; before ``start`` in a window."""
        return self.start if self.history is None else self.history.start

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name, in the order of `SCHEMAS`; an optional one only where it has rows."""
        return {name: table for name, table in self._all.items() if len(table) or not SCHEMAS[name].optional}

    @property
    def has_sales(self) -> bool:
        """Whether an order or a subscription is in it."""
        return not (self.orders.empty and self.subscriptions.empty)

    @property
    def _all(self) -> dict[str, pd.DataFrame]:
        return {name: getattr(self, name) for name in SCHEMAS}

    def check(self) -> Ledger:
        """Return the ledger itself if every table fits its schema, its days the span, and its ids each other.

        Raises
        ------
        LedgerError
            With everything that is wrong, table by table.
        """
        found = [problem for name, table in self.tables.items() for problem in problems(table, name)]
        found = found or consistency.problems(self)
        if found:
            raise LedgerError("the ledger", found)
        return self

    def between(self, start, end) -> Ledger:
        """Return the ledger as it was known on the day ``end`` (exclusive), from ``start`` on.

        What came later is not in it: a subscription that ended later is running, a later refund is not paid.
        What came before decides who is new, who came back and who had left: subscriptions that ended before
        ``start`` are kept, and ``history`` has everything from the first day on.

        Parameters
        ----------
        start, end : day or month
            First day of the window, and first day after it; a month as ``end`` is meant whole. The window
            is cut to the days that the ledger observed.

        Raises
        ------
        LedgerError
            When no day of the window was observed.

        Examples
        --------
        >>> visits = pd.DataFrame({"customer_id": [1, 1], "day": pd.to_datetime(["2025-01-31", "2025-02-03"]),
        ...                        "action": "visit", "count": 1})
        >>> february = Ledger(activity=visits, start="2025-01", end="2025-03").between("2025-02", "2025-02")
        >>> len(february.activity), len(february.history.activity), february.end
        (1, 2, Timestamp('2025-03-01 00:00:00'))
        """
        start, end = _boundary(start, "start"), _boundary(end, "end")
        if end < start:
            raise LedgerError(f"end must not be before start: {end:%Y-%m-%d} is before {start:%Y-%m-%d}")
        longer = self if self.history is None else self.history
        if not (pd.isna(self.start) or pd.isna(self.end)):
            if start >= self.end or end <= longer.start:
                raise LedgerError(
                    f"nothing was observed from {start:%Y-%m-%d} to {end - _DAY:%Y-%m-%d}: the ledger tells "
                    f"about {longer.start:%Y-%m-%d} to {self.end - _DAY:%Y-%m-%d}"
                )
            end = min(end, self.end)
            known = _known_on(longer, end)
            return known if start <= longer.start else _window(known, start)
        return Ledger(currency=self.currency, start=start, end=end, truth=self.truth)

    def __repr__(self) -> str:
        if pd.isna(self.start) or pd.isna(self.end):
            span = "no days"
        else:
            count = (self.end - self.start).days
            span = f"{self.start:%Y-%m-%d} to {self.end - _DAY:%Y-%m-%d} ({plural(count, 'day')})"
        rows = [
            f"  {name:<14}{len(table):>7,} row{'s' * (len(table) != 1)}"
            for name, table in self.tables.items()
        ]
        return "\n".join([f"Ledger in {self.currency}, {span}", *rows])


def empty_ledger(currency: str = "USD", start=None, end=None) -> Ledger:
    """Return a ledger without rows, with the documented columns and dtypes.

    >>> empty_ledger("EUR").check().currency
    'EUR'
    """
    return Ledger(currency=currency, start=start, end=end)


def _currency(code: object) -> str:
    text = str(code).strip().upper()
    if len(text) != 3 or not text.isalpha():
        raise LedgerError(f"currency must be a three-letter code such as 'USD', not {code!r}")
    return text


def _boundary(day: object, name: str) -> pd.Timestamp:
    """A day as a naive Timestamp in microseconds, as the tables hold it."""
    if day is pd.NaT:
        return day
    zoned = getattr(day, "tzinfo", None) is not None
    try:
        stamp = pd.NaT if zoned else (days.day_after if name == "end" else days.first_day)(day, name)
    except ValueError as trouble:
        raise LedgerError(str(trouble)) from None
    if zoned or (days.is_day(days.parse(day, name)) and _has_time(day)):
        raise LedgerError(f"{name} must be a day without a time of day or time zone, not {day!r}")
    return stamp.as_unit("us")


def _has_time(day: object) -> bool:
    stamp = day.start_time if isinstance(day, pd.Period) else pd.Timestamp(day)
    return stamp != stamp.normalize()


def _known_on(ledger: Ledger, end: pd.Timestamp) -> Ledger:
    """Return the ledger from its first day on, as it was known on the day ``end``."""
    kept = {
        name: table[table["day" if name != "subscriptions" else "start"] < end].reset_index(drop=True)
        for name, table in ledger.tables.items()
    }
    orders, rows = kept["orders"], kept["subscriptions"]
    later, running = orders["refund_day"] >= end, rows["end"] >= end
    kept["orders"] = orders.assign(
        refunded=orders["refunded"].mask(later, 0.0), refund_day=orders["refund_day"].mask(later)
    )
    kept["subscriptions"] = rows.assign(
        end=rows["end"].mask(running), ended_by=rows["ended_by"].astype("str").mask(running, "")
    )
    if "assets" in kept:
        removed = kept["assets"]["removed"]
        kept["assets"] = kept["assets"].assign(removed=removed.mask(removed >= end))
    return Ledger(**kept, currency=ledger.currency, start=ledger.start, end=end, truth=ledger.truth)


def _window(known: Ledger, start: pd.Timestamp) -> Ledger:
    """Return a ledger without the events before ``start``, but with the subscriptions."""
    kept = {
        name: table if name == "subscriptions" else table[table["day"] >= start].reset_index(drop=True)
        for name, table in known.tables.items()
    }
    facts = {"currency": known.currency, "truth": known.truth, "history": known}
    return Ledger(**kept, start=start, end=known.end, **facts)


def _span(tables: dict[str, pd.DataFrame]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First day and the day after the last, over all day columns; NaT when there are none."""
    columns_of_days = [tables[name][column] for name, column in consistency.day_columns(tables)]
    usable = [
        day for day in columns_of_days if pd.api.types.is_datetime64_dtype(day.dtype) and day.notna().any()
    ]
    if not usable:
        return pd.NaT, pd.NaT
    first, last = min(day.min() for day in usable), max(day.max() for day in usable)
    return first.normalize().as_unit("us"), last.normalize().as_unit("us") + _DAY
