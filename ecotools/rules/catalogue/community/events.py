"""COM: the events of a community: how often, how regular, and for whom."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from statistics import fmean, pstdev

from ecotools.rules.catalogue.community import communal, community
from ecotools.rules.engine.limits import at_most
from ecotools.rules.engine.parts import Business, Finding, Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import QUARTER_DAYS, as_of, days_between, gaps, only, percent

_FEWEST_DATES = 4  # three gaps: two of them cannot tell a slip from a habit


@community.rule(
    "COM02",
    severity="warning",
    title="Something live happens at least once a week",
    reason="A fixed hour in the week becomes a habit; after two empty weeks people stop looking.",
    source=(
        Seed("000", "36", "Creating a Community Layer"),
        Seed("001", "55;111", "Weekly Live Events; Retention"),
    ),
    kind="time-series",
    threshold=at_most(7, "days from one live event to the next"),
    over=communal,
    note="With a ledger the days of its last quarter on which members attended an event count. Without one a "
    "live ritual, daily or weekly, is enough; else the dates of live events and challenges count.",
    do="Put a short live hour into every week, such as office hours, and keep it also when few come.",
    fails="""
        community: {type: programmed}
        calendar:
          events:
            - {date: 2026-01-05, live: true}
            - {date: 2026-01-26, live: true}
        """,
    passes="""
        community: {type: programmed}
        calendar:
          events:
            - {date: 2026-01-05, live: true}
            - {date: 2026-01-12, live: true}
        """,
)
def something_live_happens_every_week(business, limit):
    if attended := _attended(business):
        apart = stretches(attended, _last_day(business))
    elif _lives_every_week(business):
        return
    elif days := _live_days(business):
        apart = stretches(days, described_until(business))
    else:
        yield in_calendar(business, "events", "nothing live took place")
        return
    if late := [gap for gap in apart if gap[0] not in limit]:
        longest, after, before = max(late)
        others = f", and {len(late) - 1} more gaps too long" if len(late) > 1 else ""
        found = f"{longest} days without a live event, from {after} to {before}{others}"
        yield in_calendar(business, "events", found)


@community.rule(
    "COM03",
    severity="warning",
    title="Events come in a regular rhythm",
    reason="Members plan around a rhythm, and miss what comes whenever somebody finds the time.",
    source=(Seed("001", "121", "Common Ecosystem Mistakes"), Seed("002", "482", "FAQ")),
    kind="time-series",
    threshold=at_most(0.5, "% of the mean gap, as the standard deviation of the gaps"),
    basis="default",
    over=communal,
    note="Weekly events with a week off now and then stay below half. Each kind of event with four dates is "
    "looked at by itself, since two regular series may look irregular together; without one, all dates are.",
    do="Fix a weekday and an hour for each kind of event, and announce a break before it comes.",
    fails="""
        community: {type: programmed}
        calendar:
          events: [{date: 2026-01-05}, {date: 2026-01-07}, {date: 2026-02-27}, {date: 2026-03-01}]
        """,
    passes="""
        community: {type: programmed}
        calendar:
          events: [{date: 2026-01-05}, {date: 2026-01-12}, {date: 2026-01-19}, {date: 2026-02-02}]
        """,
)
def events_come_in_a_rhythm(business, limit):
    for name, days in _rhythms(business).items():
        apart = gaps(days)
        if (spread := pstdev(apart) / fmean(apart)) not in limit:
            found = f"{name}: {min(apart)} to {max(apart)} days apart, a spread of {percent(spread)}"
            yield business.calendar.finding("events", found=found)


@community.rule(
    "COM19",
    severity="info",
    title="Live events are recorded",
    reason="Half of the members sleep, work or travel when it happens.",
    source=(Seed("001", "55", "Weekly Live Events"), Seed("002", "454", "International Community Strategy")),
    over=lambda business: _maybe_live(communal(business)[0]),
    do="Record it, tell everybody beforehand, and put the recording where members find it.",
    fails="""
        community: {type: programmed}
        calendar: {events: [{date: 2026-01-05, live: true, recorded: false}]}
        """,
    passes="""
        community: {type: programmed}
        calendar: {events: [{date: 2026-01-05, live: true, recorded: true}]}
        """,
)
def live_events_are_recorded(event):
    if event.live and not event.stated("recorded"):
        yield event.finding("recorded", found=f"nobody can watch the event of {event.date} later")


def stretches(days: Iterable[datetime.date], end: datetime.date | None) -> list[tuple]:
    """Return (days, from, to) between dates that follow each other, and from the last to an end after it."""
    dates = sorted(set(days))
    dates += [end] if end and end > dates[-1] else []
    if len(dates) < 2:
        raise Missing("a second date")
    return [((later - earlier).days, earlier, later) for earlier, later in pairwise(dates)]


def described_until(business: Business) -> datetime.date | None:
    """Return the day that the blueprint describes; None when it does not say: today may be years later."""
    return as_of(business) if business.has("as_of") else None


def in_calendar(business: Business, field: str, found: str) -> Finding:
    """Return a finding in the calendar, or where it would stand when only a ledger tells the dates."""
    calendar = business.get("calendar")
    return calendar.finding(field, found=found) if calendar else business.finding("calendar", found=found)


def _attended(business: Business) -> list[datetime.date]:
    """Return the days of the last quarter of the ledger on which members attended an event."""
    if not business.has_ledger:
        return []
    activity = business.ledger.activity
    days = sorted({day.date() for day in activity.loc[activity["action"] == "event", "day"]})
    recent = [day for day in days if days_between(day, _last_day(business)) <= QUARTER_DAYS]
    return recent or days[-1:]


def _last_day(business: Business) -> datetime.date:
    return business.ledger.end.date() - datetime.timedelta(days=1)


def _lives_every_week(business: Business) -> bool:
    described = business.get("community")
    rituals = described.get("rituals", []) if described else []
    return any(one.has("live") and one.get("cadence") in ("daily", "weekly") for one in rituals)


def _live_days(business: Business) -> list[datetime.date]:
    """Return the days of live events and challenges; an event that does not say which it is ends the rule."""
    events = business.calendar.stated("events")
    return [event.date for event in events if event.get("kind") == "challenge" or event.stated("live")]


def _maybe_live(business: Business) -> list[Part]:
    return only([one for one in business.calendar.events if one.get("live") is not False], "a live event")


def _rhythms(business: Business) -> dict[str, list[datetime.date]]:
    """Return the days of each kind of event that can be judged by itself, else those of all events."""
    kinds = defaultdict(set)
    for event in business.calendar.events:
        kinds[event.get("kind") or "events"].add(event.date)
    everything = {"events": set().union(*kinds.values())}
    for series in (kinds, everything):
        if long := {kind: sorted(days) for kind, days in series.items() if len(days) >= _FEWEST_DATES}:
            return long
    raise Missing(f"calendar.events[].date on {_FEWEST_DATES} days")
