"""Words for rules about the phases of a plan: their days, their order, the months that projections count.

A plan gives dates or days counted from 1 at its start. Days are compared as numbers; dates and counted days
of one plan cannot be compared, since nothing says on which date day 1 falls.
"""

import datetime
from collections.abc import Iterable, Sequence

from ecotools.rules.engine.parts import Missing, Part, place_of

MONTH_DAYS = 30
"""Days of a month in a plan that counts days."""


def counted(phase: Part) -> bool:
    """Return whether a phase counts days from the start of the plan, and gives no dates."""
    return phase.has("start_day") or phase.has("end_day")


def first_day(phase: Part) -> int:
    """Return the first day of a phase as a number; without one the rule is not checked."""
    return phase.start_day if counted(phase) else phase.start.toordinal()


def last_day(phase: Part) -> int:
    """Return the last day of a phase as a number; it belongs to the phase."""
    return phase.end_day if counted(phase) else phase.end.toordinal()


def shown(phase: Part, field: str) -> str:
    """Return the day of a field, start or end, as the plan writes it: ``day 57`` or ``2025-06-20``."""
    return f"day {phase.get(f'{field}_day')}" if counted(phase) else str(phase.get(field))


def one_way(phases: Sequence[Part]) -> None:
    """End the rule when some phases have dates and others count days."""
    if len({counted(phase) for phase in phases}) > 1:
        raise Missing("plan.phases[] with dates throughout, or with days throughout")


def in_order(phases: Sequence[Part]) -> list[Part]:
    """Return phases by their first days; as they are listed when not all of these can be compared."""
    try:
        one_way(phases)
        return sorted(phases, key=first_day)
    except Missing:
        return list(phases)


def over_before(one: Part, other: Part) -> bool:
    """Return whether a phase is over when another begins.

    Where it does not say its last day its first one counts, and where days cannot be compared the list.
    """
    try:
        one_way([one, other])
        ends = one.has("end_day" if counted(one) else "end")
        return (last_day(one) if ends else first_day(one)) < first_day(other)
    except Missing:
        return place_of(one) < place_of(other)


def days_covered(phases: Iterable[Part]) -> int:
    """Return the days on which at least one of the phases runs; a day of two phases counts once."""
    spans = sorted((counted(phase), first_day(phase), last_day(phase)) for phase in phases)
    total, until = 0, (False, 0)
    for way, first, last in spans:
        begin = max(first, until[1] + 1) if way == until[0] else first
        total += max(0, last - begin + 1)
        until = max(until, (way, last))
    return total


def month_of(day: int) -> int:
    """Return the month, counted from 1, of a day counted from 1: a month has 30 days.

    >>> month_of(1), month_of(30), month_of(31)
    (1, 1, 2)
    """
    return (day - 1) // MONTH_DAYS + 1


def calendar_month(day: datetime.date, begin: datetime.date) -> int:
    """Return the month, counted from 1, of a date in a plan that begins on another: by the calendar.

    >>> calendar_month(datetime.date(2025, 2, 14), datetime.date(2025, 1, 15))
    1
    >>> calendar_month(datetime.date(2025, 2, 15), datetime.date(2025, 1, 15))
    2
    """
    months = (day.year - begin.year) * 12 + day.month - begin.month
    return months + (day.day >= begin.day)


def launch_months(plan: Part) -> dict[str, int]:
    """Return the month of the plan, counted from 1, in which each product is first sold.

    With dates the months are those of the calendar from the first day of the plan, so that every phase has to
    say its start; with days a month has 30 of them.
    """
    found: dict[str, int] = {}
    for phase in plan.phases:
        for product in phase.get("launches", []):
            found[product] = min(_month(phase, plan), found.get(product, 10**6))
    if not found:
        raise Missing("plan.phases[].launches")
    return found


def _month(phase: Part, plan: Part) -> int:
    if counted(phase):
        return month_of(phase.start_day)
    return calendar_month(phase.start, min(one.start for one in plan.phases))
