"""Words for rules about churn and lifetime: what is measured of the same people, and how steadily."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ecotools.rules.engine.limits import Limit
from ecotools.rules.engine.parts import Part, plain
from ecotools.rules.engine.rule import only
from ecotools.rules.words.dates import as_of, days_between
from ecotools.rules.words.vocabulary import computed, last


def said(business: Part, metric: str) -> list[Part]:
    """Return everything that `measured` says of a metric, whatever it is about."""
    found = [one for one in business.business.measured if one.metric == metric]
    return only(found, f"measured[] with {metric}")


def same(measurement: Part, metric: str) -> Part:
    """Return what `measured` says of another metric of the same product and segment."""
    about = _about(measurement)
    found = [one for one in measurement.business.measured if (one.metric, _about(one)) == (metric, about)]
    of = f" of {' and '.join(filter(None, about))}" if any(about) else " of the whole business"
    return only(found, f"measured[] with {metric}{of}")[0]


def where(measurement: Part) -> str:
    """Return the field in which the value of a measurement stands."""
    return "value" if measurement.has("value") else "values"


def churn_of(product: Part) -> tuple[Part, str | None, float, str, int | None]:
    """Return the last churn of a product a month: part and field to blame, value, when, and of how many.

    It is that of the ledger if that tells it, else what is measured of the product; of the whole business
    when the product is all that is paid for again and again. Who moved to another plan is not lost.
    """
    if product.business.has_ledger and (by_month := computed(product, "churn_rate", product=product.id)):
        month = max(by_month)
        left, there = _left(product, month)
        return product, None, left / there, f"in {month}", there
    measurement = only(_churn_said(product), f"measured[] with churn_rate of {product.id}")[0]
    months = plain(measurement).series
    when = f"in {max(months)}" if months else "a month"
    return measurement, where(measurement), last(measurement), when, measurement.get("people")


def lacking_months(months: Iterable[str], limit: Limit) -> Iterator[tuple[str, str]]:
    """Yield months that follow each other in a series but lie further apart than allowed.

    >>> from ecotools.rules.engine.limits import at_most
    >>> list(lacking_months(["2025-12", "2026-01", "2026-04"], at_most(1)))
    [('2026-01', '2026-04')]
    """
    for first, second in pairwise(sorted(months)):
        if _number(second) - _number(first) not in limit:
            yield first, second


def longest_silence(days: Iterable[datetime.date], business: Part) -> tuple[int, str]:
    """Return the longest time between days, the last and the day that the blueprint describes among them.

    Returns
    -------
    tuple of int and str
        How many days, and in words from when to when.
    """
    days = sorted(days)
    spans = [(days_between(a, b), f"from {a} to {b}") for a, b in pairwise(days)]
    since = days_between(days[-1], as_of(business))
    return max([*spans, (since, f"since {days[-1]}")], key=lambda span: span[0])


def _left(product: Part, month: str) -> tuple[int, int]:
    """Return how many of those who paid for it as a month began pay for nothing at its end, and how many."""
    import pandas as pd  # only with a ledger, which has brought it along

    from ecotools.days import DAY
    from ecotools.metrics import revenue

    ledger, span = product.business.ledger, pd.Period(month, "M")
    rows = ledger.subscriptions
    mine = replace(ledger, subscriptions=rows[rows["product"].astype(str) == product.id])
    there = revenue.mrr_by_customer(mine, span.start_time - DAY).index
    still = revenue.mrr_by_customer(ledger, span.end_time.normalize()).index
    return len(there.difference(still)), len(there)


def _churn_said(product: Part) -> list[Part]:
    """Return what is measured of the churn of a product, of all its customers rather than of a segment."""
    rates = [one for one in said(product, "churn_rate") if not one.has("segment")]
    own = [one for one in rates if one.get("product") == product.id]
    others = [p for p in product.business.products if p.billing != "one_time" and p.id != product.id]
    return own or ([one for one in rates if not one.has("product")] if not others else [])


def _about(measurement: Part) -> tuple[str | None, str | None]:
    return measurement.get("product"), measurement.get("segment")


def _number(month: str) -> int:
    """Return a month such as ``"2026-04"`` as a number that rises by 1 from month to month."""
    year, part = month.split("-")
    return int(year) * 12 + int(part)
