"""COM: rules about the community: what it is for, who keeps it, and what its members meet there.

`community_events` and `community_rhythm` add the rules about time, `community_health` those about numbers.
"""

from __future__ import annotations

from itertools import takewhile

from ecotools.rules.catalogue.community import communal, community
from ecotools.rules.engine.limits import at_least, between, names, per_kind
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import denied, free, kinds, listed, only, require


@community.rule(
    "COM01",
    severity="error",
    title="Somebody moderates, by written guidelines",
    reason="One hostile thread that nobody answers drives away more people than a month of posts brings.",
    source=(Seed("000", "37", "Creating a Community Layer"), Seed("002", "227-232;482;489", "Curation; FAQ")),
    threshold=at_least(1, "moderator"),
    basis="derived",
    over="community",
    note="The sources ask for moderation, and not for how many people.",
    do="Name a moderator, and write down what is welcome and what is not.",
    fails="community: {moderators: [], guidelines: Be kind}",
    passes="community: {moderators: [Cleo], guidelines: Be kind}",
)
def moderation_is_assigned(community, limit):
    nothing = denied(community, ["moderators", "guidelines"])
    if community.has("moderators") and len(community.moderators) not in limit:
        yield community.finding("moderators", found=f"{len(community.moderators)} for a whole community")
    if "moderators" in nothing:
        yield community.finding("moderators", found="nobody moderates")
    if "guidelines" in nothing:
        yield community.finding("guidelines", found="no guidelines")
    require(community, ["moderators", "guidelines"])


@community.rule(
    "COM05",
    severity="warning",
    title="Members are recognised for what they contribute",
    reason="People give again where somebody noticed the first time.",
    source=(
        Seed("001", "57;112", "Member Showcase; Retention"),
        Seed("002", "191;362-367;482;501", "Engagement; Recognition; FAQ; Phase 3"),
    ),
    over="community",
    do="Pick one way to honour a contribution, such as a member of the month, and say it in `recognition`.",
    fails="community: {recognition: false}",
    passes="community: {recognition: Loaf of the month}",
)
def members_are_recognised(community):
    if not community.stated("recognition"):
        yield community.finding("recognition", found="contributions are not honoured in any way")


@community.rule(
    "COM06",
    severity="info",
    title="Members hold one another to their goals",
    reason="A goal that somebody else knows of is worked on more often.",
    source=(Seed("001", "61", "Accountability Systems"), Seed("002", "44;179", "Types; Onboarding")),
    over="community",
    do="Let members pair up or report on their goals, and say how in `accountability`.",
    fails="community: {accountability: false}",
    passes="community: {accountability: Pairs who show each other a draft on Fridays}",
)
def members_hold_one_another_to_their_goals(community):
    if not community.stated("accountability"):
        yield community.finding("accountability", found="nothing holds members to their goals")


@community.rule(
    "COM09",
    severity="error",
    title="Purpose, goals and success metrics of the community are written down",
    reason="Without them nobody can say what belongs there, nor whether it works.",
    source=Seed("002", "482;487", "FAQ; Phase 1"),
    threshold=names("purpose", "goals", "metrics"),
    over="community",
    note="Once one of them is said, silence about the others counts: here is where they are written down.",
    do="Add them under `community`; `metrics` takes the ids of KPIs.",
    fails="community: {purpose: Nobody bakes alone, goals: []}",
    passes="""
        community: {purpose: Nobody bakes alone, goals: [Two loaves a month], metrics: [active_members]}
        kpis: [{id: active_members, name: Active members}]
        """,
)
def its_purpose_is_written_down(community, parts):
    lacking = [part for part in parts.all if not community.has(part)]
    if len(lacking) == len(parts.all) and not denied(community, lacking):
        require(community, lacking)
    if lacking:
        yield community.finding(lacking[0], found=f"no {listed(lacking, 'or')}")


@community.rule(
    "COM13",
    severity="info",
    title="Engagement is marked after 30, 60 and 90 days",
    reason="Progress that is marked gives a new member a reason to stay for the next month.",
    source=(Seed("001", "90;110", "Funnel; Retention"), Seed("002", "176", "Onboarding")),
    threshold=per_kind(
        {
            "first": between(23, 37, "days after joining"),
            "second": between(53, 67, "days after joining"),
            "third": between(83, 97, "days after joining"),
        }
    ),
    basis="near",
    note="A week to either side counts, so that four, eight and twelve weeks do too. One product whose "
    "onboarding has all three is enough. Asked only of a business that has a community.",
    do="Set `onboarding.milestones_days` of what members buy to [30, 60, 90]: a badge, a call.",
    fails="products: [{id: club, name: Club, kind: community, onboarding: {milestones_days: [30]}}]",
    passes="products: [{id: club, name: Club, kind: community, onboarding: {milestones_days: [30, 60, 90]}}]",
)
def three_milestones_mark_engagement(business, limits):
    communal(business)
    marked = [one.onboarding for one in business.products if one.has("onboarding")]
    marked = [one for one in marked if one.get("milestones_days") is not None]
    lacking = {
        one: [name for name in limits if not any(day in limits[name] for day in one.get("milestones_days"))]
        for one in only(marked, "products[].onboarding.milestones_days")
    }
    if all(lacking.values()):
        for onboarding, which in lacking.items():
            yield onboarding.finding("milestones_days", found=f"no {listed(which, 'or')} milestone")


@community.rule(
    "COM14",
    severity="info",
    title="A free tier stands next to a paid one",
    reason="People pay for a company that they have already tried to sit in.",
    source=Seed("002", "151;243-244", "Premium Conversion; Tier Strategy"),
    threshold=names("free", "paid"),
    note="A business that sells its community with a course may take the paid tier alone as threshold.",
    do="List in `community.tiers` a product that costs nothing, and one with more in it that does.",
    fails="""
        products: [{id: club, name: Club, kind: community, price: 29, billing: month}]
        community: {tiers: [club]}
        """,
    passes="""
        products:
          - {id: lounge, name: Lounge, kind: community, price: 0}
          - {id: club, name: Club, kind: community, price: 29, billing: month}
        community: {tiers: [lounge, club]}
        """,
)
def a_free_tier_stands_next_to_a_paid_one(business, sorts):
    tiers = business.community.tiers
    prices = [free(product) for product in business.get("products") if product.id in tiers]
    if lacking := sorts.lacking("free" if nothing else "paid" for nothing in prices):
        yield business.community.finding("tiers", found=f"no tier is {listed(lacking, 'and none is')}")


@community.rule(
    "COM15",
    severity="info",
    title="Ambassadors are found before the community scales",
    reason="Members who know the place can carry a part of it, once it has a culture to pass on.",
    source=Seed("002", "330-335;501", "Ambassadors; Phase 3"),
    kind="time-series",
    threshold=between(13, 24, "weeks into the community"),
    over="community.ambassadors",
    do="Start in the fourth to sixth month: late enough to know the people, before the crowd comes.",
    fails="community: {ambassadors: {start_week: 40}}",
    passes="community: {ambassadors: {start_week: 16}}",
)
def ambassadors_come_before_the_crowd(ambassadors, weeks):
    if ambassadors.start_week not in weeks:
        yield ambassadors.finding("start_week", found=f"they start in week {ambassadors.start_week}")


@community.rule(
    "COM18",
    severity="warning",
    title="Each platform has a role that no other one has",
    reason="Two places for the same talk are two half-empty rooms.",
    source=Seed("002", "423-427", "Platform Specialization"),
    over="community.platforms",
    do="Give each platform a role of its own, or close one of them.",
    fails="""
        community:
          platforms:
            - {name: Discord, role: questions and answers}
            - {name: Forum, role: Questions and answers}
        """,
    passes="""
        community:
          platforms:
            - {name: Discord, role: baking together}
            - {name: Forum, role: questions and answers}
        """,
)
def each_platform_has_its_own_role(platform):
    role = platform.role
    earlier = takewhile(lambda other: other != platform, platform.business.community.platforms)
    for other in earlier:
        if _same(other.get("role"), role):
            yield platform.finding("role", found=f"{platform.name} has the role of {other.name}: {role}")


@community.rule(
    "COM20",
    severity="warning",
    title="Members can report a breach, and know what follows",
    reason="A rule binds when a breach can be told to somebody who then does what was announced.",
    source=Seed("002", "339;356-357;489", "Self-governance; Moderation; Phase 1"),
    threshold=names("guidelines", "reporting", "escalation"),
    over="community",
    do="Write it down in a sentence or two, and show it to every new member.",
    fails="community: {guidelines: Be kind, reporting: A button below every post, escalation: false}",
    passes="""
        community:
          guidelines: Be kind
          reporting: A button below every post
          escalation: A warning, then a week of silence, then the way out
        """,
)
def a_breach_can_be_reported(community, parts):
    for part in denied(community, parts.all):
        yield community.finding(part, found=f"no {part}")
    require(community, parts.all)


@community.rule(
    "COM21",
    severity="warning",
    title="Onboarding of a course invites to the community",
    reason="The days after the purchase are when a buyer most wants company; later few come back to look.",
    source=Seed("001", "89", "7-Step Ecosystem Funnel"),
    over=kinds("core"),
    note="Asked only of a business that has a community.",
    do="Add a step of kind `community_invite` to its onboarding, on the day of the purchase or soon after.",
    fails="""
        community: {type: programmed}
        products:
          - {id: course, name: Course, kind: core, price: 199, onboarding: {steps: [{kind: welcome}]}}
        """,
    passes="""
        community: {type: programmed}
        products:
          - id: course
            name: Course
            kind: core
            onboarding: {steps: [{kind: welcome}, {kind: community_invite, day: 1}]}
        """,
)
def a_course_invites_to_the_community(course):
    communal(course.business)
    steps = course.onboarding.stated("steps")
    if not any(step.kind == "community_invite" for step in steps):
        yield course.onboarding.finding("steps", found=f"none of {len(steps)} steps of {course.id} invites")


@community.rule(
    "COM24",
    severity="info",
    title="Members are told how money is made with the community",
    reason="Members accept a business that they can see through, and resent one they find out about.",
    source=Seed("002", "473", "FAQ"),
    over="community",
    do="Say in `monetisation_policy` what is free, what costs money and what the money is used for.",
    fails="community: {monetisation_policy: false}",
    passes="community: {monetisation_policy: The forum stays free; the club pays for its moderator}",
)
def members_know_how_money_is_made(community):
    if not community.stated("monetisation_policy"):
        yield community.finding("monetisation_policy", found="members are told nothing about money")


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold().split() == other.casefold().split()
