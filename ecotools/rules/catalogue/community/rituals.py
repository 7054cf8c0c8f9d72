"""COM: what comes back in a community: rituals, surveys, reviews, and their hours."""

from collections.abc import Iterable

from ecotools.blueprint.community import TIMES_A_WEEK
from ecotools.rules.catalogue.community import communal, community
from ecotools.rules.catalogue.community.events import described_until, in_calendar, stretches
from ecotools.rules.engine.limits import at_most, names
from ecotools.rules.engine.parts import Business, Finding
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import QUARTER_DAYS, amount, every, listed, weekly_hours


@community.rule(
    "COM07",
    severity="warning",
    title="Members are asked every quarter, and something changes because of it",
    reason="Members who are asked and see nothing change do not answer again.",
    source=(
        Seed("001", "115;122", "Retention; Common Ecosystem Mistakes"),
        Seed("002", "404", "Optimization Cycle"),
    ),
    kind="time-series",
    threshold=at_most(QUARTER_DAYS + 7, "days from one survey to the next"),
    basis="default",
    over=communal,
    note="That is a quarter and a week. With a ledger the answers in it count as surveys too.",
    do="Ask a few questions every quarter, and log under `calendar.changes` what came of it, source survey.",
    fails="""
        community: {type: programmed}
        calendar:
          surveys: [{date: 2026-01-10}, {date: 2026-04-10}]
          changes: []
        """,
    passes="""
        community: {type: programmed}
        calendar:
          surveys: [{date: 2026-01-10}, {date: 2026-04-10}]
          changes: [{date: 2026-01-20, what: The call starts an hour later, source: survey}]
        """,
)
def members_are_asked_and_heard(business, limit):
    yield from every(_asked(business, limit), _heard(business))


@community.rule(
    "COM12",
    severity="info",
    title="Something happens every day, every week and every month",
    reason="Small things keep a place warm, and large ones give members something to look forward to.",
    source=Seed("002", "187-207", "Engagement Framework"),
    threshold=names("daily", "weekly", "monthly"),
    over="community",
    do="Add a ritual of each missing cadence; a daily one may be as small as a question in the morning.",
    fails="community: {rituals: [{name: Office hours, cadence: weekly}]}",
    passes="""
        community:
          rituals:
            - {name: Question of the day, cadence: daily}
            - {name: Office hours, cadence: weekly}
            - {name: Guest, cadence: monthly}
        """,
)
def rituals_have_three_rhythms(community, cadences):
    rituals = community.stated("rituals")
    if lacking := cadences.lacking(ritual.get("cadence") for ritual in rituals):
        for ritual in rituals:
            _ = ritual.cadence  # one that does not say its cadence may have the missing one
        yield community.finding("rituals", found=f"nothing {listed(lacking, 'or')}")


@community.rule(
    "COM16",
    severity="warning",
    title="The community is reviewed every month, quarter and year",
    reason="Health shows within a month, plans within a quarter, and a wrong direction only over a year.",
    source=Seed("002", "401-403", "Community Optimization Cycle"),
    threshold=names("monthly", "quarterly", "yearly"),
    over=communal,
    note="A business that looks at its health every day or week need not do so every month as well.",
    do="Fix a monthly look at its health, a quarterly plan and a yearly look at its direction.",
    fails="""
        community: {type: programmed}
        calendar: {reviews: [{cadence: monthly}]}
        """,
    passes="""
        community: {type: programmed}
        calendar: {reviews: [{cadence: monthly}, {cadence: quarterly}, {cadence: yearly}]}
        """,
)
def the_community_is_reviewed(business, cadences):
    have = {review.cadence for review in business.calendar.stated("reviews")}
    if have & {"daily", "weekly"}:
        have.add("monthly")
    if lacking := cadences.lacking(have):
        yield business.calendar.finding("reviews", found=f"no {listed(lacking, 'or')} review")


@community.rule(
    "COM22",
    severity="warning",
    tier="core",
    title="The planned rituals fit into the hours there are",
    reason="A programme that nobody has the time for is cancelled in front of the members.",
    source=(Seed("001", "173", "FAQ"), Seed("002", "187-207", "Engagement Framework")),
    kind="numeric",
    basis="derived",
    threshold=at_most(1, "% of the hours"),
    note="The hours for the community if the team names them, else all its hours. A daily ritual comes seven "
    "times a week, a monthly one twelve times in 52 weeks.",
    do="Drop a ritual or make it shorter or rarer, share it with members, or plan more hours.",
    fails="""
        community:
          rituals:
            - {name: Question of the day, cadence: daily, minutes: 30}
            - {name: Workshop, cadence: weekly, minutes: 180}
        team: {hours_per_week: 5}
        """,
    passes="""
        community:
          rituals:
            - {name: Question of the day, cadence: daily, minutes: 10}
            - {name: Office hours, cadence: weekly, minutes: 90}
        team: {hours_per_week: 5}
        """,
)
def rituals_fit_the_hours(business, limit):
    rituals, team = business.community.rituals, business.team
    hours = team.community_hours_per_week if team.has("community_hours_per_week") else weekly_hours(team)
    known = [one for one in rituals if one.has("minutes") and one.has("cadence")]
    planned = sum(one.minutes / 60 * TIMES_A_WEEK[one.cadence] for one in known)
    if planned > 0 and (planned / hours if hours else float("inf")) not in limit:
        found = f"rituals take {amount(round(planned, 1))} hours a week, the team has {amount(hours)}"
        yield business.community.finding("rituals", found=found)
    else:
        _ = [(one.minutes, one.cadence) for one in rituals]  # those without may be what is too much


def _asked(business: Business, limit) -> Iterable[Finding]:
    answered = {day.date() for day in business.ledger.surveys["day"]} if business.has_ledger else set()
    described = business.get("calendar")
    if answered and not (described and described.has("surveys")):
        days = answered
    else:
        days = answered.union(survey.date for survey in business.calendar.stated("surveys"))
    if not days:
        yield in_calendar(business, "surveys", "nobody was asked")
    elif late := [one for one in stretches(days, described_until(business)) if one[0] not in limit]:
        longest, after, before = max(late)
        yield in_calendar(business, "surveys", f"{longest} days without a survey, from {after} to {before}")


def _heard(business: Business) -> Iterable[Finding]:
    changes = business.calendar.stated("changes")
    if not any(change.get("source") == "survey" for change in changes):
        sources = [change.source for change in changes]  # one that names none may come from a survey
        yield in_calendar(business, "changes", f"no change came from a survey ({len(sources)} logged)")
