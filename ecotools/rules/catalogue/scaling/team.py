"""SCL: the people of a business that grows: their roles, hours and time."""

from ecotools.rules.catalogue.scaling import scaling
from ecotools.rules.catalogue.scaling.growth import count_of_members
from ecotools.rules.engine.limits import at_most, between, names, per_kind
from ecotools.rules.engine.parts import Missing
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    amount,
    last,
    listed,
    members,
    percent,
    scaling_phase,
    weekly_hours,
)

MAKERS = ("creator", "content", "developer")
"""Roles that make what is sold: a founder who writes the software is no less its creator."""


@scaling.rule(
    "SCL02",
    severity="warning",
    title="The team has the roles that its phase of growth needs",
    reason="Members feel first where a post is missing: nobody answers, and nobody looks after the whole.",
    source=Seed("001", "128;133;138", "Scaling Framework"),
    threshold=per_kind(
        {
            "foundation": names("creator"),
            "systemization": names("creator", "community_manager", "support"),
            "enterprise": names("creator", "community_manager", "support", "department_head"),
        }
    ),
    per_profile={
        "creator": (
            {"enterprise": ["creator", "community_manager", "support"]},
            "The FAQ of the information-product guide (line 173) runs the largest phase with a team of "
            "two or three.",
        )
    },
    note="The framework asks for department heads from 500 members on, which holds for infoproduct, "
    "community and saas; for a creator the FAQ loosens that phase alone. Who makes content or software "
    "counts as creator; help now and then is not needed.",
    do="Fill the post, if only for a few hours a week, and list it in `team.people`.",
    fails="""
        measured: [{metric: members, value: 260}]
        team: {people: [{role: creator}, {role: community_manager}]}
        """,
    passes="""
        measured: [{metric: members, value: 260}]
        team: {people: [{role: creator}, {role: community_manager}, {role: support}]}
        """,
)
def the_team_fits_the_phase(business, roles):
    needed = roles[scaling_phase(business)]
    have = {person.role for person in business.team.stated("people") if person.get("hours_per_week") != 0}
    have |= {"creator"} if have & set(MAKERS) else set()
    if lacking := [role.replace("_", " ") for role in needed.lacking(have)]:
        found = f"no {listed(lacking, 'or')} for {count_of_members(business)}"
        yield business.team.finding("people", found=found, threshold=str(needed))


@scaling.rule(
    "SCL03",
    severity="warning",
    title="The weekly hours fit the phase of growth",
    reason="With too few hours members wait for answers; far too many say that work is not handed over.",
    source=Seed("001", "173", "FAQ"),
    kind="numeric",
    threshold=per_kind(
        {
            "foundation": between(5, 10, "hours a week"),
            "systemization": between(15, 25, "hours a week"),
            "enterprise": between(30, 50, "hours a week"),
        }
    ),
    basis="benchmark",
    note="`team.community_hours_per_week` counts when it is said, else `team.hours_per_week`, else the sum "
    "of the people's hours.",
    do="Plan more hours for members, or let fewer join until there are.",
    fails="""
        measured: [{metric: members, value: 240}]
        team: {hours_per_week: 6}
        """,
    passes="""
        measured: [{metric: members, value: 240}]
        team: {hours_per_week: 40, community_hours_per_week: 20}
        """,
)
def the_hours_fit_the_phase(business, bands):
    band, team = bands[scaling_phase(business)], business.team
    named = team.has("community_hours_per_week")
    hours = team.community_hours_per_week if named else weekly_hours(team)
    if hours not in band:
        yield team.finding(
            "community_hours_per_week" if named else "hours_per_week",
            found=f"{amount(hours)} hours a week for {count_of_members(business)}",
            threshold=str(band),
            do=_fewer_hours(named) if hours > band.low else "",
        )


@scaling.rule(
    "SCL04",
    severity="warning",
    title="Above 100 members the founder makes less content and leads more",
    reason="A founder who still makes everything is the narrowest place of a business that grows.",
    source=Seed("001", "167", "Building Your Creator Empire"),
    kind="numeric",
    threshold=at_most(100, "members with a founder who makes the content"),
    note="The share of content has to fall from the first month of `creator_time` to the last, or be "
    "smaller already than that of members and leadership together.",
    do="Hand over what others can make, and put the hours into members, people and direction.",
    fails="""
        measured: [{metric: members, value: 180}]
        team: {creator_time: [{month: 2026-01, content: 0.6}, {month: 2026-06, content: 0.7}]}
        """,
    passes="""
        measured: [{metric: members, value: 180}]
        team: {creator_time: [{month: 2026-01, content: 0.6}, {month: 2026-06, content: 0.3}]}
        """,
)
def the_founder_moves_to_leadership(business, limit):
    if last(members(business)) in limit:
        return
    months = sorted(business.team.creator_time, key=lambda one: one.month)
    now = months[-1]
    if now.content < now.get("leadership", 0) + now.get("community", 0):
        return
    if len(months) < 2:
        raise Missing("team.creator_time of a second month")
    if now.content >= months[0].content:
        shares = f"{percent(months[0].content)} of the time in {months[0].month}, {percent(now.content)}"
        yield now.finding(
            "content", found=f"content took {shares} in {now.month}, with {count_of_members(business)}"
        )


def _fewer_hours(named: bool) -> str:
    advice = "Hand over or automate what comes back every week."
    return advice if named else f"{advice} If not all are for members, say `team.community_hours_per_week`."
