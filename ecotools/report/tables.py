"""The tables of the report: what a blueprint says, in the words and units of a reader."""

from __future__ import annotations

from dataclasses import dataclass

from ecotools.blueprint import Blueprint, Phase, Product
from ecotools.metrics.kpi.registry import REGISTRY
from ecotools.plots import kpitable
from ecotools.plots.formats import count, listing, money, percent, period, quantity

NONE = "–"
OFTEN = {"one_time": "", "month": " a month", "quarter": " a quarter", "year": " a year"}
KINDS = {
    "lead_magnet": "lead magnet",
    "core": "core product",
    "add_on": "add-on",
    "subscription": "subscription",
    "community": "community",
    "coaching": "coaching",
    "bundle": "bundle",
    "event": "event",
    "template": "template",
    "service": "service",
    "software": "software",
}


@dataclass(frozen=True)
class Table:
    """A table as it is shown: its caption, its heads, its rows of text, and which columns are numbers."""

    caption: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]
    numbers: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)


def without_empty(table: Table) -> Table:
    """Return the table without the columns that say nothing in any row; the first one stays.

    >>> without_empty(Table("", ("a", "b", "c"), [("x", "–", "1")], (2,))).heads
    ('a', 'c')
    """
    kept = [
        i for i in range(len(table.heads)) if i == 0 or any(row[i] not in ("", NONE) for row in table.rows)
    ]
    rows = [tuple(row[i] for i in kept) for row in table.rows]
    heads = tuple(table.heads[i] for i in kept)
    return Table(table.caption, heads, rows, tuple(kept.index(i) for i in table.numbers if i in kept))


def products(blueprint: Blueprint) -> Table:
    """Return the products from the cheapest to the most expensive, with price and cost in its currency."""
    rows = []
    for one in sorted(blueprint.products, key=lambda product: product.price):
        parts = listing([blueprint.product(id).name for id in one.includes]) if one.includes else ""
        rows.append(
            (
                one.name,
                KINDS[one.kind],
                price(one, blueprint.currency),
                money(one.cost, blueprint.currency) if one.said("cost") else NONE,
                "; ".join(filter(None, (one.problem, parts and f"contains {parts}"))) or NONE,
            )
        )
    heads = ("Product", "Part in the offer", "Price", "Cost of one", "Problem it solves")
    return without_empty(Table(f"Products and prices, in {blueprint.currency}", heads, rows, (2, 3)))


def priced(blueprint: Blueprint) -> list[Product]:
    """Return the products whose price is said; a lead magnet is free without a word."""
    return [one for one in blueprint.products if one.said("price") or one.kind == "lead_magnet"]


def price(product: Product, currency: str) -> str:
    """Return what a product costs and how often, "free", or that its price is not said."""
    if not product.said("price"):
        return "free" if product.kind == "lead_magnet" else "not said"
    return "free" if product.price == 0 else money(product.price, currency) + OFTEN[product.billing]


def upgrades(blueprint: Blueprint) -> Table:
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
    return without_empty(
        Table("Who goes on to a further product, as the business states it", heads, rows, (2,))
    )


def touchpoints(blueprint: Blueprint) -> Table:
    """Return the touchpoints in the order of the stages."""
    titles = {one.id: one.asset for one in blueprint.journey}
    rows = [
        (
            one.asset,
            one.stage,
            one.channel or NONE,
            one.kpi or NONE,
            NONE if one.target is None else f"{one.target:,g}",
            listing([titles.get(id, id) for id in one.next]) if one.next else NONE,
        )
        for one in blueprint.touchpoints()
    ]
    heads = ("Touchpoint", "Stage", "Channel", "KPI", "Target", "Leads to")
    return without_empty(Table("Touchpoints by stage; a target is in the unit of its KPI", heads, rows, (4,)))


def nodes(blueprint: Blueprint) -> Table:
    """Return what is on the ecosystem map."""
    from ecotools.plots.ecosystems import KINDS as NODES

    names = {one.id: one.name for one in blueprint.kpis}
    rows = [
        (one.name or one.id, NODES[one.kind][0], names.get(one.kpi, one.kpi or NONE))
        for one in blueprint.map.nodes or []
    ]
    return without_empty(Table("What is on the map", ("Node", "Kind", "KPI that shows its effect"), rows))


def flows(blueprint: Blueprint) -> Table:
    """Return what flows from where to where on the ecosystem map."""
    names = {one.id: one.name or one.id for one in blueprint.map.nodes or []}
    rows = [
        (names[one.from_node], names[one.to_node], one.type or NONE, one.what or NONE)
        for one in blueprint.map.edges or []
    ]
    return without_empty(Table("What flows between", ("From", "To", "What kind of flow", "What flows"), rows))


def phases(blueprint: Blueprint) -> Table:
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
    return without_empty(Table("Phases of the plan; first and last day belong to a phase", heads, rows, (2,)))


def name_of(phase: Phase) -> str:
    """Return what the team calls a phase, or its id in words."""
    return phase.name or phase.id.replace("_", " ").replace("-", " ").capitalize()


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
    import pandas as pd

    return period(pd.Timestamp(day))


def people(blueprint: Blueprint) -> Table:
    """Return who does the work."""
    rows = [
        (
            one.name or "to be filled",
            one.role.replace("_", " "),
            NONE if one.hours_per_week is None else count(one.hours_per_week),
        )
        for one in (blueprint.team.people or [] if blueprint.team else [])
    ]
    return without_empty(Table("Team", ("Who", "Role", "Hours a week"), rows, (2,)))


def definitions(blueprint: Blueprint) -> Table:
    """Return how each KPI is computed, how its author says that it is, and its target with its unit."""
    rows = []
    for one in blueprint.kpis:
        known = REGISTRY.get(one.id)
        unit = known.unit if known else one.unit
        target = NONE
        if one.target is not None:
            given = "direction" in one.model_fields_set or not known
            direction = one.direction if given else known.direction
            row = {"target": one.target, "direction": direction, "unit": unit}
            target = kpitable.aim(row, blueprint.currency)
        rows.append(
            (
                one.name,
                known.definition if known else NONE,
                one.formula or NONE,
                unit,
                target,
                one.owner or NONE,
            )
        )
    heads = ("KPI", "How it is computed here", "In the words of its author", "Unit", "Target", "Owner")
    return without_empty(Table("The numbers it watches, each a month's", heads, rows))


def by_month(table, currency: str) -> list[Table]:
    """Return a KPI table (as `metrics.kpi.compute` gives it) as tables of months by KPIs, five KPIs each."""
    ids = list(table["kpi"].unique())
    made = []
    for at in range(0, len(ids), 5):
        parts = {id: table[table["kpi"] == id] for id in ids[at : at + 5]}
        months = [period(month) for month in next(iter(parts.values()))["month"]]
        columns = [
            [quantity(value, unit, currency) for value, unit in zip(part["value"], part["unit"], strict=True)]
            for part in parts.values()
        ]
        heads = ("Month", *(part["name"].iloc[0] for part in parts.values()))
        rows = list(zip(months, *columns, strict=True))
        caption = (
            f"KPIs by month, {at + 1} to {at + len(parts)} of {len(ids)}" if len(ids) > 5 else "KPIs by month"
        )
        made.append(Table(caption, heads, rows, tuple(range(1, len(heads)))))
    return made


def funnel(blueprint: Blueprint) -> Table:
    """Return the assumed shares from stage to stage, in the order of the journey."""
    rows = [
        (one.from_stage, one.to_stage, percent(one.rate), one.base, f"{one.window_days} days")
        for one in blueprint.funnel_steps()
    ]
    heads = ("From", "To", "Share", "Of whom", "Within")
    return Table("Shares who go on, as the business assumes them", heads, rows, (2,))
