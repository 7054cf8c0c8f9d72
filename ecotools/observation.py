"""What was observed: from when to when a ledger, or a table of one, knows what happened.

A ledger leaves a mark on its tables (in ``attrs``, which pandas keeps through filters, copies and new
columns), so that a measure knows it of ``ledger.subscriptions`` as well as of the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ecotools import days

MARK = "observed"


@dataclass(frozen=True)
class Span:
    """Days observed: from ``start`` up to, not including, ``end``.

    Who had subscribed is known from ``since`` on, which lies before ``start`` in a window of a longer ledger.
    """

    start: pd.Timestamp
    end: pd.Timestamp
    since: pd.Timestamp

    @property
    def of_events(self) -> Span:
        """The span of all tables but subscriptions: events are not kept from before ``start``."""
        return Span(self.start, self.end, self.start)

    @property
    def last(self) -> pd.Timestamp:
        """The last day observed."""
        return self.end - days.DAY


def observed(table: pd.DataFrame, start, end) -> pd.DataFrame:
    """Return a table of your own with the days that it tells about, for the measures to know.

    Parameters
    ----------
    table : DataFrame
        Any table of a ledger. It is not changed.
    start, end : day or month
        First day observed, and first day that was not. A month as ``end`` is meant whole.

    Returns
    -------
    DataFrame
        The same rows, with a mark in ``attrs["observed"]``. Measures of it refuse days outside, take a
        subscription that ends later as running, and know that nothing was recorded of those who had left
        before.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> table = observed(revenue.example(), "2025-01", "2025-06")
    >>> table.attrs["observed"]
    {'start': '2025-01-01', 'end': '2025-07-01', 'since': '2025-01-01'}
    >>> revenue.mrr(table, "2026")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: at must not lie beyond the ledger, whose last day is 2025-06-30: nobody knows ...
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"table must be a pandas DataFrame, not {type(table).__name__}")
    first, after = days.first_day(start, "start"), days.day_after(end, "end")
    if after <= first:
        raise ValueError(f"end must lie after start: no day lies from {start} up to {end}")
    return mark(table, Span(first, after, first))


def mark(table: pd.DataFrame, span: Span | None) -> pd.DataFrame:
    """Return the table with a span as its mark, or with none."""
    table = table.copy(deep=False)
    others = {name: value for name, value in table.attrs.items() if name != MARK}
    said = {} if span is None else {MARK: {name: f"{day:%Y-%m-%d}" for name, day in vars(span).items()}}
    table.attrs = others | said
    return table


def span_of(source) -> Span | None:
    """Return the days that a ledger, or a table of one, tells about; None where nothing says so."""
    if isinstance(source, Span):
        return source
    if isinstance(source, pd.DataFrame):
        said = source.attrs.get(MARK)
        return Span(**{name: pd.Timestamp(day) for name, day in said.items()}) if said else None
    start, end = getattr(source, "start", None), getattr(source, "end", None)
    if pd.isna(start) or pd.isna(end):
        return None
    return Span(start, end, getattr(source, "since", start))
