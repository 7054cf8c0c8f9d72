"""What the measures of a community share: tables with days, read once and checked."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids, numbers, plain_dates, refuse
from ecotools.metrics.periods import DAY, until_day
from ecotools.observation import Span, span_of


def activity_of(source, actions: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the customer_id and day of every action of a ledger or an activity table, checked.

    ``actions`` keeps some kinds of action only; an unknown one is refused with the nearest.
    """
    table = source if isinstance(source, pd.DataFrame) else getattr(source, "activity", source)
    needed = ["customer_id", "day"] + ([] if actions is None else ["action"])
    table = errors.columns(table, needed, "activity")
    dated(table, "day", "activity")
    ids(table, "customer_id", "activity")
    if actions is None:
        return table
    actions = [actions] if isinstance(actions, str) else list(actions)
    known = [str(action) for action in table["action"].unique()]
    for action in actions if known else []:
        errors.one_of(action, {*known, "visit", "post", "comment", "lesson", "event"}, "actions")
    return table[table["action"].isin(actions)]


def counted(source, actions: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the rows of `activity_of` with count as a whole number and action as text, checked."""
    table = activity_of(source, actions)
    errors.columns(table, ["action", "count"], "activity")
    number = numbers(table, "count", "activity")
    wrong = (number < 0) | (number != np.floor(number))
    refuse(table, wrong, "activity", "count is no whole number, 0 or more,")
    return table.assign(count=number.astype(np.int64), action=table["action"].astype(str))


def dated(table: pd.DataFrame, column: str, name: str) -> None:
    """Refuse a column that does not hold plain days."""
    if len(table):
        plain_dates(table[column], f"{name}.{column}")
    refuse(table, table[column].isna().to_numpy(dtype=bool), name, f"{column} is missing")


def event_span(source, table: pd.DataFrame | None = None) -> Span | None:
    """Return the days that a ledger, or a table of one, says it observed; None of a plain table."""
    span = span_of(source) or (None if table is None else span_of(table))
    return None if span is None else span.of_events


def observed(source, table: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the first and the last day observed: a ledger's span, else that of the days in the table."""
    span = event_span(source)
    if span is not None:
        return (span.start, span.last) if span.end > span.start else None
    if not len(table):
        return None
    return table["day"].min().normalize(), table["day"].max().normalize()


def distinct(customers: pd.Series, days: pd.Series) -> pd.DataFrame:
    """Return each customer's active days once: columns ``who`` (a code) and ``day`` (a day number)."""
    who = pd.factorize(customers)[0]
    day = days.to_numpy().astype("datetime64[D]").astype(np.int64)
    return pd.DataFrame({"who": who, "day": day}).drop_duplicates()


def until_of(signups: pd.DataFrame, events: pd.DataFrame, time: str, until) -> pd.Timestamp:
    """Return the first day not observed: as given, else as ledgers say, else the day after the last row."""
    days = [table[time].max() for table in (signups, events) if len(table)]
    last = max(days).normalize() if days else None
    spans = [span for span in (span_of(signups), span_of(events)) if span is not None]
    if until is None and spans:
        return min(span.end for span in spans)
    if until is None:
        return pd.NaT if last is None else last + DAY
    until = until_day(until, spans[0] if spans else None)
    if last is not None and until <= last:
        raise ValueError(
            f"until must be after the last event ({last:%Y-%m-%d}), not {until:%Y-%m-%d}: it is the first "
            "day that was not observed. Leave later events out first if you mean to look back"
        )
    return until
