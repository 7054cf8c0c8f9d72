"""SUB: how many subscribers stay, and for how long."""

import re
from collections.abc import Iterator

from ecotools.rules.catalogue.subscription import subscription
from ecotools.rules.engine.limits import Limit, at_least, at_most, below, between, per_kind
from ecotools.rules.engine.parts import Finding, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.churn import churn_of, said, where
from ecotools.rules.words.shares import beyond_chance, counted
from ecotools.rules.words.vocabulary import amount, kinds, last, only, percent


@subscription.rule(
    "SUB02",
    severity="warning",
    title="A community loses less than five in a hundred members a month",
    reason="At five in a hundred almost half of the members are gone within a year.",
    source=Seed("001", "97", "Funnel Optimization Metrics"),
    kind="numeric",
    threshold=per_kind({"basic": at_most(0.12, "% a month"), "any other": below(0.05, "% a month")}),
    over=kinds("community"),
    note="The same source expects a basic community to lose 8 to 12% (SUB05), which its own target "
    "excludes; there the upper end of that band holds. Of a ledger it is the last whole month.",
    do="Ask those who left why, and mend the first thing that several of them name.",
    fails="""
        products: [{id: club, name: Club, kind: community, price: 97, billing: month}]
        measured: [{metric: churn_rate, product: club, value: 0.07}]
        """,
    passes="""
        products: [{id: club, name: Club, kind: community, price: 97, billing: month}]
        measured: [{metric: churn_rate, product: club, value: 0.04}]
        """,
)
def a_community_keeps_its_members(product, limit):
    community = product.business.get("community")
    basic = community is not None and community.get("type") == "basic"
    yield from _above(product, limit["basic" if basic else "any other"])


@subscription.rule(
    "SUB03",
    severity="warning",
    title="Coaching loses less than two in a hundred clients a month",
    reason="Clients of a coach pay the most and are the fewest, so each one who leaves is felt.",
    source=Seed("001", "97", "Funnel Optimization Metrics"),
    kind="numeric",
    threshold=below(0.02, "% a month"),
    over=kinds("coaching"),
    note="The same source lets coaching last 6 to 12 months, which is a churn of 8 to 17% a month. So "
    "count only who leaves before the agreed end, or set a threshold that fits your programme.",
    do="Talk to every client who leaves, and agree on a goal and an end at the start.",
    fails="""
        products: [{id: coach, name: Coaching, kind: coaching, price: 990, billing: month}]
        measured: [{metric: churn_rate, product: coach, value: 0.09}]
        """,
    passes="""
        products: [{id: coach, name: Coaching, kind: coaching, price: 990, billing: month}]
        measured: [{metric: churn_rate, product: coach, value: 0.015}]
        """,
)
def coaching_keeps_its_clients(product, limit):
    yield from _above(product, limit)


@subscription.rule(
    "SUB04",
    severity="info",
    title="A customer stays between one and a half and three years",
    reason="A shorter stay rarely pays for winning the customer; few businesses have seen a longer one.",
    source=Seed("001", "98", "Funnel Optimization Metrics"),
    kind="numeric",
    threshold=between(18, 36, "months"),
    note="It is about the whole business: `lifetime_months` without a product, else the target of a KPI "
    "of that id. Single layers last less in the same source: a course 3 to 6 months, with a community 8 "
    "to 14.",
    do="Below it, look at churn first; above it, look at how it was counted: 1 / churn a month.",
    fails="measured: [{metric: lifetime_months, value: 9}]",
    passes="measured: [{metric: lifetime_months, value: 20}]",
)
def a_customer_stays_long_enough(business, limit):
    lived = [one for one in business.get("measured", []) if one.metric == "lifetime_months"]
    lived = [one for one in lived if not one.has("product") and not one.has("segment")]
    goals = [kpi for kpi in business.get("kpis", []) if kpi.id == "lifetime_months" and kpi.has("target")]
    part = only([*lived, *goals], "measured[] with lifetime_months, of the whole business")[0]
    months, at, word = (last(part), where(part), "lifetime") if lived else (part.target, "target", "target")
    if months not in limit:
        yield part.finding(at, found=f"a {word} of {amount(months, 'months')}")


@subscription.rule(
    "SUB05",
    severity="warning",
    title="A community loses no more members than others of its type",
    reason="How much is done with members decides how many stay: a loss beyond that has another cause.",
    source=Seed("001", "49-52", "Community Models"),
    kind="numeric",
    threshold=per_kind(
        {
            "basic": between(0.08, 0.12, "% a month"),
            "programmed": between(0.04, 0.07, "% a month"),
            "mastermind": between(0.02, 0.04, "% a month"),
            "hybrid": between(0.01, 0.03, "% a month"),
        }
    ),
    basis="benchmark",
    over=kinds("community"),
    note="To lose fewer than the band is no finding; SUB07 shows whether it fits the stated lifetime. "
    "SUB02 has the same source's target for all types.",
    do="Find out in which month members leave, and change what happens in that month.",
    fails="""
        community: {type: programmed}
        products: [{id: club, name: Club, kind: community, price: 97, billing: month}]
        measured: [{metric: churn_rate, product: club, value: 0.09}]
        """,
    passes="""
        community: {type: programmed}
        products: [{id: club, name: Club, kind: community, price: 97, billing: month}]
        measured: [{metric: churn_rate, product: club, value: 0.06}]
        """,
)
def a_community_keeps_as_many_as_its_type(product, limit):
    type = product.business.community.type
    yield from _above(product, at_most(limit[type].high, "% a month"), str(limit[type]), f"; it is {type}")


@subscription.rule(
    "SUB09",
    severity="info",
    title="Members are kept over a year as well as a guide says they are elsewhere",
    reason="A community is meant to keep people: if its members leave like all others, it does not.",
    source=Seed("002", "17-18", "Customer Retention Enhancement"),
    kind="numeric",
    threshold=per_kind(
        {
            "members": at_least(0.9, "% a year"),
            "active members": at_least(0.95, "% a year"),
        }
    ),
    basis="benchmark",
    per_profile={
        "infoproduct": (
            {"members": 0.69, "active members": 0.69},
            "The best type of community there loses 1 to 3% a month, which keeps 69 to 89% a year (SUB05).",
        ),
        "creator": (
            {"members": 0.42, "active members": 0.69},
            "A programme that loses 7% a month keeps 42% a year; active members stay as in the best type.",
        ),
    },
    over=lambda business: _retained(business),
    note="The source quotes 90% of members and 95% of active ones, beside 30% of non-members, whom no rule "
    "measures: it says nothing of who they are, and of the 90% not even the period. To keep more is no "
    "finding. `segment` says whom a `retention_annual` is about.",
    do="Find what active members do that others do not, and bring new members to it in their first month.",
    fails="measured: [{metric: retention_annual, segment: members, value: 0.35}]",
    passes="""
        measured:
          - {metric: retention_annual, segment: members, value: 0.91}
          - {metric: retention_annual, segment: active members, value: 0.96}
        """,
)
def members_are_kept(retention, limits):
    segment = _segment(retention)
    people = retention.get("people")
    if beyond_chance(kept := last(retention), people, limits[segment]):
        found = f"{percent(kept)} of {segment} are kept over a year{counted(kept, people)}"
        yield retention.finding(where(retention), found=found, threshold=str(limits[segment]))


def _above(product: Part, limit: Limit, shown: str = "", of: str = "") -> Iterator[Finding]:
    """Yield a finding when the last churn of a product is above a limit."""
    part, field, rate, when, people = churn_of(product)
    if beyond_chance(rate, people, limit):
        found = f"{product.id} loses {percent(rate)} of its customers {when}{of}{counted(rate, people)}"
        yield part.finding(field, found=found, threshold=shown or str(limit))


def _retained(business: Part) -> list[Part]:
    """Return the yearly retentions of the segments that the source compares."""
    told = [one for one in said(business, "retention_annual") if _segment(one)]
    return only(told, "measured[] with retention_annual and segment members or active members")


def _segment(measurement: Part) -> str | None:
    """Return which of the two segments a measurement is about, however it is written, or None."""
    letters = re.sub(r"[^a-z]", "", measurement.get("segment", "").lower())
    return {"members": "members", "activemembers": "active members"}.get(letters)
