"""The tables of the report: what a blueprint says, in the words and units of a reader."""

from collections.abc import Callable

import pandas as pd

from ecotools.blueprint import Blueprint, Phase, Product
from ecotools.plots.canvas.formats import count, listing, money, percent, period
from ecotools.plots.figures.ecosystem_map import KINDS as NODES
from ecotools.plots.figures.pricing_ladder import billed
from ecotools.report.blocks import NONE, ReportTable, without_empty

KINDS = {"core": "core product", "add_on": "add-on"}
"""Kinds of products that are called otherwise than by their own word."""
ROLES = {"creator": "founder", "department_head": "head of department"}
"""Roles that are called otherwise than by their own word."""


def products(blueprint: Blueprint) -> ReportTable:
    """Return the products from the cheapest to the most expensive, with price and cost in its currency."""
    rows = []
    for one in sorted(blueprint.products, key=lambda product: product.price):
        parts = listing([blueprint.product(id).name for id in one.includes]) if one.includes else ""
        rows.append(
            (
                one.name,
                KINDS.get(one.kind, in_words(one.kind).lower()),
                price(one, blueprint.currency),
                f"{one.seats:g}" if one.per_seat and one.seats else NONE,
                money(one.cost, blueprint.currency) if one.said("cost") else NONE,
                "; ".join(filter(None, (one.problem, parts and f"contains {parts}"))) or NONE,
            )
        )
    heads = (
        "Product",
        "Part in the offer",
        "Price",
        "Seats of a customer",
        "Cost of one",
        "Problem it solves",
    )
    caption = f"Products and prices, in {blueprint.currency}"
    columns = ["id", "name", "kind", "price", "billing", "per_seat", "seats", "cost", "problem"]
    exact = blueprint.table("products")[columns]
    return without_empty(ReportTable(caption, heads, rows, (2, 3, 4), "products", exact))


def priced(blueprint: Blueprint) -> list[Product]:
    """Return the products whose price is said; a lead magnet is free without a word."""
    return [one for one in blueprint.products if one.said("price") or one.kind == "lead_magnet"]


def price(product: Product, currency: str) -> str:
    """Return what a product costs and how often, "free", or that its price is not said."""
    if not product.said("price"):
        return "free" if product.kind == "lead_magnet" else "not said"
    if product.price == 0:
        return "free"
    return f"{money(product.price, currency)} {billed(product.billing, product.per_seat)}".strip()


def upgrades(blueprint: Blueprint) -> ReportTable:
    """Return the shares of owners of a product who go on to another."""
    ladder = blueprint.ladder
    rows = [
        (
            blueprint.product(one.from_product).name,
            blueprint.product(one.to_product).name,
            percent(one.rate) if one.rate is not None else NONE,
            one.base or NONE,
            f"{one.window_days} days" if one.window_days else NONE,
        )
        for one in (ladder.upgrades if ladder and ladder.upgrades else [])
    ]
    heads = ("From", "To", "Share who go on", "Of whom", "Within")
    caption = "Who goes on to a further product, as the business states it"
    return without_empty(ReportTable(caption, heads, rows, (2,), "upgrades"))


def touchpoints(blueprint: Blueprint) -> ReportTable:
    """Return the touchpoints in the order of the stages."""
    titles = {one.id: one.asset for one in blueprint.journey}
    names = {one.id: one.name for one in blueprint.kpis}
    rows = [
        (
            one.asset,
            one.stage,
            spoken(one.channel) if one.channel else NONE,
            names.get(one.kpi, one.kpi or NONE),
            NONE if one.target is None else f"{one.target:,g}",
            listing([titles.get(id, id) for id in one.next]) if one.next else NONE,
        )
        for one in blueprint.touchpoints()
    ]
    heads = ("Touchpoint", "Stage", "Channel", "KPI", "Target", "Leads to")
    caption = "Touchpoints by stage; a target is in the unit of its KPI"
    return without_empty(ReportTable(caption, heads, rows, (4,), "touchpoints", paper=10))


def nodes(blueprint: Blueprint) -> ReportTable:
    """Return what is on the ecosystem map."""
    names = {one.id: one.name for one in blueprint.kpis}
    rows = [
        (one.name or one.id, NODES[one.kind][0], names.get(one.kpi, one.kpi or NONE))
        for one in blueprint.map.nodes or []
    ]
    return without_empty(
        ReportTable(
            "What is on the map", ("Node", "Kind", "KPI that shows its effect"), rows, (), "nodes", paper=8
        )
    )


def flows(blueprint: Blueprint) -> ReportTable:
    """Return what flows from where to where on the ecosystem map."""
    names = {one.id: one.name or one.id for one in blueprint.map.nodes or []}
    rows = [
        (names[one.from_node], names[one.to_node], one.type or NONE, one.what or NONE)
        for one in blueprint.map.edges or []
    ]
    heads = ("From", "To", "What kind of flow", "What flows")
    return without_empty(ReportTable("What flows between", heads, rows, (), "flows", paper=8))


def phases(blueprint: Blueprint) -> ReportTable:
    """Return the phases of the plan in the blueprint's order."""
    titles = {one.id: name_of(one) for one in blueprint.plan.phases or []}
    rows = [
        (
            name_of(one),
            when(one),
            "" if one.length_days is None else count(one.length_days),
            one.owner or NONE,
            listing([titles.get(id, id) for id in one.depends_on]) if one.depends_on else NONE,
            listing([blueprint.product(id).name for id in one.launches]) if one.launches else NONE,
        )
        for one in blueprint.plan.phases or []
    ]
    heads = ("Phase", "When", "Days", "Owner", "Waits for", "Launches")
    caption = "Phases of the plan; first and last day belong to a phase"
    return without_empty(ReportTable(caption, heads, rows, (2,), "phases"))


def name_of(phase: Phase) -> str:
    """Return what the team calls a phase, or its id in words."""
    return phase.name or in_words(phase.id)


def when(phase: Phase) -> str:
    """Return first and last day of a phase as far as they are said.

    >>> when(Phase(id="build", start_day=1, end_day=28)), when(Phase(id="later"))
    ('day 1 to day 28', 'not said')
    """
    first, last = phase.start or phase.start_day, phase.end or phase.end_day
    said = [f"day {day}" if isinstance(day, int) else _date(day) for day in (first, last) if day]
    return (
        " to ".join(said)
        if len(said) == 2
        else (f"{'from' if first else 'until'} {said[0]}" if said else "not said")
    )


def _date(day) -> str:
    return period(pd.Timestamp(day))


def people(blueprint: Blueprint) -> ReportTable:
    """Return who does the work."""
    rows = [
        (
            one.name or "to be filled",
            role(one),
            NONE if one.hours_per_week is None else count(one.hours_per_week),
        )
        for one in (blueprint.team.people or [] if blueprint.team else [])
    ]
    return without_empty(ReportTable("Team", ("Who", "Role", "Hours a week"), rows, (2,), "team"))


def role(person) -> str:
    """Return what somebody does, in a word that readers who do not know the blueprint understand."""
    return ROLES.get(person.role, in_words(person.role).lower())


def funnel(blueprint: Blueprint) -> ReportTable:
    """Return the assumed shares from stage to stage, in the order of the journey."""
    rows = [
        (one.from_stage, one.to_stage, percent(one.rate), one.base, f"{one.window_days} days")
        for one in blueprint.funnel_steps()
    ]
    heads = ("From", "To", "Share", "Of whom", "Within")
    return ReportTable("Shares who go on, as the business assumes them", heads, rows, (2,), "funnel-assumed")


def partners(blueprint: Blueprint) -> ReportTable:
    """Return the businesses that take part, and the integrations with each."""
    platform, names = blueprint.platform, _names_on_map(blueprint)
    joined = {one.partner: one for one in (platform.integrations or []) if one.partner}
    rows = []
    for one in platform.partners or []:
        link = joined.get(one.id)
        rows.append(
            (
                one.name or in_words(one.id),
                one.country or NONE,
                in_words(one.model) if one.model else NONE,
                names.get(link.id, in_words(link.id)) if link else NONE,
                _shared(link, one.share),
                period(pd.Timestamp(one.last_api_call)) if one.last_api_call else NONE,
            )
        )
    heads = ("Partner", "Country", "How we work together", "Integration", "How money is shared", "Last used")
    return without_empty(ReportTable("Partners", heads, rows, (), "partners"))


def integrations(blueprint: Blueprint) -> ReportTable:
    """Return the connections to products of others."""
    names = {one.id: one.name or in_words(one.id) for one in blueprint.platform.partners or []}
    drawn = _names_on_map(blueprint)
    rows = [
        (
            drawn.get(one.id, in_words(one.id)),
            names.get(one.partner, NONE),
            in_words(one.revenue_model) if one.revenue_model else NONE,
            one.support_owner or NONE,
            NONE if one.sla_hours is None else f"{count(one.sla_hours)} hours",
            _said(one.agreement),
        )
        for one in blueprint.platform.integrations or []
    ]
    heads = ("Integration", "With", "How money is shared", "Who answers", "Within", "Agreement on data")
    return without_empty(ReportTable("Integrations", heads, rows, (), "integrations"))


def _names_on_map(blueprint: Blueprint) -> dict[str, str]:
    """Return what the nodes of the map are called: an integration has the id of its node and no name."""
    drawn = blueprint.map.nodes if blueprint.map else None
    return {one.id: one.name for one in drawn or [] if one.name}


def _shared(link, share: float | None) -> str:
    """Return how money is shared with a partner, and how much the partner gets."""
    how = in_words(link.revenue_model) if link and link.revenue_model else ""
    much = "" if share is None else f"{percent(share)} of what its customers pay"
    return ": ".join(filter(None, (how, much))) or NONE


def _said(stated: bool | str | None) -> str:
    return NONE if stated is None else stated if isinstance(stated, str) else "yes" if stated else "none"


def in_words(id: str) -> str:
    """Return an id as words.

    >>> in_words("weekly_digest")
    'Weekly digest'
    """
    return id.replace("_", " ").replace("-", " ").capitalize()


def spoken(name: str) -> str:
    """Return the name of a channel as words.

    >>> spoken("partner_app")
    'partner app'
    """
    return name.replace("_", " ")


def upper_first(text: str) -> str:
    """Return a text as a sentence begins.

    >>> upper_first("what the API says")
    'What the API says'
    """
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return a text as it stands within a sentence; what begins with an abbreviation stays.

    >>> lower_first("A house"), lower_first("Machines"), lower_first("ETF shares")
    ('a house', 'machines', 'ETF shares')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def with_range(middle: float, low: float, high: float, write: Callable[[float], str]) -> str:
    """Return a number with its range in brackets.

    >>> with_range(0.5, 0.25, 0.75, percent)
    '50% (25% to 75%)'
    """
    return f"{write(middle)} ({write(low)} to {write(high)})"


def named_people(blueprint: Blueprint) -> list:
    """Return the people of the team whose names are said."""
    return [one for one in (blueprint.team.people or [] if blueprint.team else []) if one.name]
