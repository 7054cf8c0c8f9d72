"""Words for rules about time: what day it is, how far days lie apart, when products are first sold.

Rules take them from `ecotools.rules.words.vocabulary`, like all other words.
"""

import datetime
from collections.abc import Iterable
from itertools import pairwise

from ecotools.rules.engine.parts import Missing, Part, place_of

QUARTER_DAYS = 91
"""Days of a quarter of a year, wherever it begins."""


def day(said: datetime.date | str) -> datetime.date:
    """Return a day; it may be text like ``"2026-03-01"``."""
    return datetime.date.fromisoformat(said) if isinstance(said, str) else said


def days_between(first: datetime.date | str, second: datetime.date | str) -> int:
    """Return the days from one date to another; dates may be text like ``"2026-03-01"``.

    >>> days_between("2026-03-01", "2026-03-31")
    30
    """
    return (day(second) - day(first)).days


def months_between(first: datetime.date | str, second: datetime.date | str) -> float:
    """Return the months from one date to another: whole ones by the calendar, a day more as 1/31 month.

    >>> months_between("2025-01-15", "2025-07-15"), round(months_between("2025-01-15", "2025-02-01"), 2)
    (6.0, 0.55)
    """
    first, second = day(first), day(second)
    return (second.year - first.year) * 12 + second.month - first.month + (second.day - first.day) / 31


def gaps(days: Iterable[datetime.date | str]) -> list[int]:
    """Return the days between dates that follow each other, whatever order they come in.

    >>> gaps(["2026-01-20", "2026-01-01", "2026-02-20"])
    [19, 31]
    """
    return [(later - earlier).days for earlier, later in pairwise(sorted(map(day, days)))]


def as_of(business: Part) -> datetime.date:
    """Return the day to which ages are counted: the blueprint's, else the last of the ledger, else today."""
    whole = business.business
    if whole.get("as_of") is not None:
        return whole.as_of
    if whole.has_ledger and whole.ledger.end == whole.ledger.end:  # NaT, of an empty ledger, is not itself
        return whole.ledger.end.date() - datetime.timedelta(days=1)
    return datetime.date.today()


def launch_days(products: Iterable[Part]) -> dict[Part, datetime.date]:
    """Return when each product is first sold, as far as the blueprint says it.

    That is its `launch_date` or, in the plan, the start of a phase that launches it. In a plan that counts
    days, day 1 is taken as the first of January of a year far off: such days compare with each other only,
    so they count when no product has a date.

    >>> from ecotools.blueprint import Blueprint
    >>> from ecotools.rules.engine.parts import Business
    >>> said = "name: Q\\nproducts: [{id: kit, name: Kit, kind: add_on, launch_date: 2026-03-01}]"
    >>> launch_days(Business(Blueprint.from_yaml(said)).products)
    {<part products.0>: datetime.date(2026, 3, 1)}
    """
    products = list(products)
    dated = {one: min(days) for one in products if (days := _dates(one))}
    if dated:
        return dated
    return {one: min(days) for one in products if (days := _plan_days(one))}


def require_launch_days(products: Iterable[Part], known: Iterable[Part]) -> None:
    """End the rule as not checked when a product of the list is not among those with a known launch."""
    known = set(known)
    if lacking := [(*place_of(one), "launch_date") for one in products if one not in known]:
        raise Missing(*lacking)


def _dates(product: Part) -> list[datetime.date]:
    own = [product.launch_date] if product.has("launch_date") else []
    return own + [phase.start for phase in _phases(product) if phase.has("start")]


def _plan_days(product: Part) -> list[datetime.date]:
    first = datetime.date(9000, 1, 1)
    days = [phase.start_day for phase in _phases(product) if phase.has("start_day")]
    return [first + datetime.timedelta(days=number - 1) for number in days]


def _phases(product: Part) -> list[Part]:
    """Return the phases of the plan that launch a product."""
    plan = product.business.get("plan")
    phases = plan.get("phases", []) if plan else []
    return [phase for phase in phases if product.id in phase.get("launches", [])]
