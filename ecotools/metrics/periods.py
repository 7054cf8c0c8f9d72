"""Which days and periods a measure covers, by one rule for all of them.

A day is a day however it is written (see `ecotools.days.parse`), and a month is meant whole:

- ``at="2025-03"`` is the last day of March;
- ``start="2025-03"`` begins on its first day;
- ``end="2025-12"`` and ``until="2025-12"`` include December. A day that ends, such as "2026-01-01" or a
  ledger's ``end``, is the first day left out, as in `Ledger.between`; the last month is December too.

What was not observed is refused. A ledger says what it observed, and so does a table of one. A plain table
does not: it is taken to tell about every day up to today.
"""

import pandas as pd

from ecotools import errors
from ecotools.days import DAY, day_after, first_day, is_day, last_day, parse
from ecotools.observation import Span, span_of

FREQUENCIES = ("D", "W", "M", "Q", "Y")


def between(observed, start, end, freq: str = "M", *, span: Span | None = None) -> pd.PeriodIndex:
    """Return the periods from ``start`` to ``end``; where one is not given, that of the days observed.

    ``observed`` is the first and the last day that the data tell about, or None. Where a ledger says what was
    observed (``span``), a period under way is taken as far as it was observed; one that was not is refused.

    >>> between(None, "2025-10", pd.Timestamp("2026-01-01")).astype(str).tolist()
    ['2025-10', '2025-11', '2025-12']
    >>> between(None, "2025-10", "2025-12").astype(str).tolist()
    ['2025-10', '2025-11', '2025-12']
    """
    errors.one_of(freq, FREQUENCIES, "freq")
    name = "month" if freq == "M" else "period"
    if observed is None and (start is None or end is None):
        return pd.PeriodIndex([], freq=freq, name=name)
    first = pd.Period(observed[0] if start is None else start_day(start, span), freq)
    last = pd.Period(observed[1] if end is None else day_after(end, "end") - DAY, freq)
    said = None if end is None else parse(end, "end")
    if last < first:
        hint = "; a day given as end is the first day left out" if said is not None and is_day(said) else ""
        raise ValueError(f"end must not be before start: {last} is before {first}{hint}")
    if said is not None:
        refuse_unobserved(last if is_day(said) else said, "end", span)
    if span is not None:
        last = min(last, pd.Period(span.last, freq))
    return pd.period_range(first, last, freq=freq, name=name)


def as_day(value, source=None, name: str = "at") -> pd.Timestamp:
    """Return a day that ``source`` observed; a month stands for its last day, as far as it was observed.

    >>> as_day("2025-03")
    Timestamp('2025-03-31 00:00:00')
    """
    period, span = parse(value, name), span_of(source)
    refuse_unobserved(period, name, span)
    day = last_day(period, name)
    return day if span is None else min(day, span.last)


def as_month(value, source=None, name: str = "month") -> pd.Period:
    """Return the month that ``value`` names, or in which the day lies, if ``source`` observed any of it.

    >>> as_month("Mar 2025")
    Period('2025-03', 'M')
    """
    period = parse(value, name)
    if period.freqstr[0] in "QY":
        raise ValueError(f"{name} must be one month such as '2025-03', not {value!r}")
    month = pd.Period(period.start_time, "M")
    refuse_unobserved(month, name, span_of(source))
    return month


def start_day(value, source=None, name: str = "start") -> pd.Timestamp:
    """Return the first day of a window, as far as ``source`` observed it; where it did not, it is refused.

    >>> start_day("2025-05")
    Timestamp('2025-05-01 00:00:00')
    """
    first, span = first_day(value, name), span_of(source)
    refuse_unobserved(parse(value, name), name, span)
    return first if span is None else max(first, span.since)


def until_day(value, source=None, name: str = "until") -> pd.Timestamp:
    """Return the first day left out; a day beyond what ``source`` observed is refused, its own end is not.

    >>> until_day("2025-05"), until_day("2025-06-01")
    (Timestamp('2025-06-01 00:00:00'), Timestamp('2025-06-01 00:00:00'))
    """
    after, span = day_after(value, name), span_of(source)
    said = parse(value, name)
    refuse_unobserved(said - 1 if is_day(said) else said, name, span)
    return after if span is None else min(after, span.end)


def refuse_unobserved(period: pd.Period, name: str, span: Span | None) -> None:
    """Raise an error if nothing is known about a period, in the words that all measures use.

    >>> refuse_unobserved(pd.Period("2131-05"), "month", None)
    Traceback (most recent call last):
    ValueError: month must not lie beyond today: nobody knows what happened in 2131-05
    """
    where = unobserved(period, span)
    if where:
        raise ValueError(f"{name} must not lie {where}")


def unobserved(period: pd.Period, span: Span | None) -> str:
    """Return where a period lies about which nothing is known, or "" when something is."""
    unknown = f"nobody knows what happened in {period}"
    if span is None:
        return f"beyond today: {unknown}" if period.start_time > today() else ""
    if period.start_time >= span.end:
        return f"beyond the ledger, whose last day is {span.last:%Y-%m-%d}: {unknown}"
    if period.end_time < span.since:
        return f"before the ledger, whose first day is {span.since:%Y-%m-%d}: {unknown}"
    return ""


def today() -> pd.Timestamp:
    """Return today, the last day of which a plain table can tell."""
    return pd.Timestamp.now().normalize()
