"""SUB: what subscribers get: something new, and questions while they stay and when they leave."""

import datetime

from ecotools.rules.catalogue.subscription import subscription
from ecotools.rules.engine.limits import at_most
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.churn import longest_silence
from ecotools.rules.words.prices import recurring
from ecotools.rules.words.vocabulary import listed, only, product_of


@subscription.rule(
    "SUB01",
    severity="error",
    title="Subscribers get something new at least once a month",
    reason="Members who pay every month and see nothing new ask at the next payment what it is for.",
    source=(
        Seed("000", "30;32;98", "Memberships and Subscription Models; Frequently Asked Questions"),
        Seed("001", "59", "Community Programming Framework"),
    ),
    kind="time-series",
    threshold=at_most(31, "days without anything new"),
    over=lambda business: only(
        [p for p in recurring(business, "subscription", "community") if p.get("delivery") != "software"],
        "a subscription or community that is not software",
    ),
    note="Releases without a `product` count for every subscription, and the days from the last one to "
    "`as_of` count too. A rhythm such as every first Monday leaves up to 35 days: say so in a threshold. "
    "Software is used rather than read, and left out.",
    do="Plan one release a month ahead, and keep one in reserve.",
    fails="""
        as_of: 2026-04-15
        products: [{id: club, name: Club, kind: community, price: 39, billing: month}]
        calendar: {releases: [{date: 2026-01-08}, {date: 2026-04-02, product: club}]}
        """,
    passes="""
        as_of: 2026-04-01
        products: [{id: club, name: Club, kind: community, price: 39, billing: month}]
        calendar: {releases: [{date: 2026-02-08}, {date: 2026-03-06, product: club}]}
        """,
)
def subscribers_get_something_new(product, limit):
    calendar = product.business.calendar
    releases = calendar.stated("releases")
    if not releases:
        yield calendar.finding("releases", found=f"no release of anything new for {product.id}")
        return
    own = [release.date for release in releases if release.get("product", product.id) == product.id]
    if not own:
        raise Missing(f"calendar.releases[] for {product.id}")
    days, when = longest_silence(own, product.business)
    if days not in limit:
        yield calendar.finding("releases", found=f"nothing new for {product.id} for {days} days, {when}")
    elif len(own) == 1:
        raise Missing(f"a second release in calendar.releases[] for {product.id}")


@subscription.rule(
    "SUB06",
    severity="warning",
    title="Who cancels is asked back automatically",
    reason="Someone who knows what you do is easier to win than a stranger, and nobody remembers to write.",
    source=Seed("001", "116", "Community Retention Strategies"),
    do="Add an automation with `trigger: cancel` and a step `win_back`: an offer some weeks after the end.",
    fails="""
        products: [{id: club, name: Club, kind: community, price: 39, billing: month}]
        automations: [{id: bye, trigger: cancel, steps: [{action: survey}]}]
        """,
    passes="""
        products: [{id: club, name: Club, kind: community, price: 39, billing: month}]
        automations: [{id: bye, trigger: cancel, steps: [{action: win_back, delay_days: 30}]}]
        """,
)
def who_cancels_is_asked_back(business):
    recurring(business)
    flows = [flow for flow in business.stated("automations") if flow.get("trigger") == "cancel"]
    if not flows:
        yield business.finding("automations", found="no automation starts when a customer cancels")
    elif not any(step.action == "win_back" for flow in flows for step in flow.stated("steps")):
        yield flows[0].finding("steps", found=f"{listed(f.id for f in flows)} asks nobody to come back")


@subscription.rule(
    "SUB12",
    severity="info",
    title="Customers are asked how they are at least once a quarter",
    reason="Those who are asked tell you what is wrong before they leave; those who are not just leave.",
    source=Seed("000", "98", "Frequently Asked Questions"),
    kind="time-series",
    threshold=at_most(92, "days between two surveys"),
    basis="default",
    note="The source says regularly; a quarter is our choice. Days on which a ledger has answers count "
    "too, and so do the days from the last survey to `as_of`.",
    do="Send subscribers two questions every quarter, and tell them what changed because of their answers.",
    fails="""
        as_of: 2026-06-20
        calendar: {surveys: [{date: 2025-09-20}, {date: 2026-06-01}]}
        """,
    passes="""
        as_of: 2026-06-20
        calendar: {surveys: [{date: 2026-03-20}, {date: 2026-06-01}]}
        """,
)
def subscribers_are_asked(business, limit):
    days = _surveyed(business)
    if not days:
        yield business.calendar.finding("surveys", found="no survey of anyone who subscribes")
        return
    silent, when = longest_silence(days, business)
    if silent not in limit:
        yield business.finding("calendar", found=f"nobody was asked for {silent} days, {when}")
    elif len(days) == 1:
        raise Missing("a second survey in calendar.surveys[], or a ledger with answers")


def _surveyed(business: Part) -> list[datetime.date]:
    """Return the days on which subscribers were asked; none when the blueprint says that nobody was."""
    days = set()
    if business.has_ledger and len(answers := business.ledger.surveys):
        days |= set(answers["day"].dt.date)
    if days and (not business.has("calendar") or not business.calendar.has("surveys")):
        return sorted(days)
    surveys = business.calendar.stated("surveys")
    days |= {one.date for one in surveys if not one.has("product") or product_of(one).billing != "one_time"}
    if surveys and not days:
        raise Missing("calendar.surveys[] of a product with billing by month, quarter or year")
    return sorted(days)
