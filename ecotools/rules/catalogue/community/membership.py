"""COM: how members come in, what they meet there, and for what they are recognised."""

from ecotools.rules.catalogue.community import communal, community
from ecotools.rules.engine.limits import between, names, per_kind
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import free, kinds, listed, only


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
