"""What a simulation needs of its arguments, each with an error that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import pandas as pd

from ecotools.blueprint import FunnelStep
from ecotools.errors import nearest
from ecotools.simulate.incidents import (
    BrokenOnboarding,
    GhostTown,
    Incident,
    Oversold,
    PriceChange,
    ToxicMonth,
)

if TYPE_CHECKING:
    from ecotools.simulate.scenario import Scenario

MOST_VISITORS = 200_000_000

_EXAMPLES = {
    "products": "products:\n  - {id: course, name: The course, kind: core, price: 199}",
    "funnel": "funnel:\n  - {from: awareness, to: purchase, rate: 0.05, window_days: 30}",
    "assumptions": "assumptions:\n  channels: [{name: search, visitors_per_month: 1000}]",
}


def first_day(start: object) -> pd.Timestamp:
    """Return the first day as a Timestamp.

    >>> first_day("2025-01-01 12:00")
    Traceback (most recent call last):
    ValueError: start must be a day such as '2025-01-01', without time of day or zone, not '2025-01-01 12:00'
    """
    expected = "start must be a day such as '2025-01-01'"
    try:
        day = pd.Timestamp(start)
    except (TypeError, ValueError):
        raise ValueError(f"{expected}, not {start!r}") from None
    if day is pd.NaT or day.tz is not None or day != day.normalize():
        raise ValueError(f"{expected}, without time of day or zone, not {start!r}")
    if not 1900 <= day.year <= 2200:
        raise ValueError(f"{expected}, between 1900 and 2200, not {start!r}")
    return day


def listed(incidents: object) -> tuple[Incident, ...]:
    """Return the incidents as a tuple; a single one may come without a list.

    >>> listed(["broken"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: incidents must be BrokenOnboarding, FailedPaymentRun, ... or ToxicMonth, not 'broken'
    """
    found = (incidents,) if isinstance(incidents, Incident) else incidents
    if not isinstance(found, Iterable) or isinstance(found, (str, dict)):
        raise TypeError(f"incidents must be a list of incidents, not {incidents!r}")
    found = tuple(found)
    for one in found:
        if not isinstance(one, Incident):
            *others, last = sorted(kind.__name__ for kind in get_args(Incident))
            kinds = f"{', '.join(others)} or {last}"
            raise TypeError(f"incidents must be {kinds}, not {one!r}")
    return found


def check(scenario: Scenario) -> Scenario:
    """Return the scenario if it can be simulated."""
    _sections(scenario)
    _funnel(scenario)
    _shares(scenario)
    _size(scenario)
    for incident in scenario.incidents:
        _incident(scenario, incident)
    return scenario


def _sections(scenario: Scenario) -> None:
    if not scenario.cores:
        found = "has no product of kind core" if scenario.products else "is empty"
        raise _lacking("products", found)
    if not scenario.blueprint.funnel:
        raise _lacking("funnel", "is empty")
    if scenario.assumptions is None:
        raise _lacking("assumptions", "is missing")
    if not scenario.assumptions.channels:
        raise _lacking("assumptions", "names no channel")


def _lacking(section: str, found: str) -> ValueError:
    return ValueError(
        f"simulate needs the section {section} of the blueprint, which {found}. For example:\n"
        f"{_EXAMPLES[section]}"
    )


def _funnel(scenario: Scenario) -> None:
    steps = scenario.steps
    for earlier, later in pairwise(steps):
        if later.from_stage != earlier.to_stage:
            raise ValueError(
                f"the funnel must be one chain of stages, but after {_arrow(earlier)} comes {_arrow(later)}"
            )
    if all(step.to_stage != "purchase" for step in steps):
        chain = " > ".join([steps[0].from_stage, *(step.to_stage for step in steps)])
        raise ValueError(
            f"the funnel must lead to the stage purchase, or nobody buys; it is {chain}. For example:\n"
            f"{_EXAMPLES['funnel']}"
        )


def _arrow(step: FunnelStep) -> str:
    return f"{step.from_stage} > {step.to_stage}"


def _shares(scenario: Scenario) -> None:
    rates = scenario.subscribe_rates
    for family in scenario.plan_families():
        total = sum(rates.get(plan, 0.0) for plan in family)
        if total > 1 + 1e-9:
            plans = ", ".join(plan for plan in family if plan in rates)
            raise ValueError(
                f"assumptions.subscribe_rate: a buyer takes one of the plans {plans}, so their rates must "
                f"sum to at most 1, not {total:g} (with `begin_factor` of their first offers)"
            )


def _size(scenario: Scenario) -> None:
    everyone = [*scenario.visitors.values(), *scenario.paid_visitors.values()]
    expected = sum(sum(means) for means in everyone)
    if not expected <= MOST_VISITORS:
        raise ValueError(
            f"these channels bring about {expected:,.0f} visitors in {scenario.months} months, and at most "
            f"{MOST_VISITORS:,} can be simulated: make scale, months or the channels' growth smaller"
        )


def _incident(scenario: Scenario, incident: Incident) -> None:
    name = type(incident).__name__
    if incident.month > scenario.months:
        span = f"the {scenario.months} months" if scenario.months > 1 else "the one month"
        raise ValueError(f"{name}: month {incident.month} lies after {span} that are simulated")
    if isinstance(incident, PriceChange):
        _price_change(scenario, incident)
    elif isinstance(incident, Oversold):
        _known(scenario, incident)
        if not scenario.assumptions.add_on_rate.get(incident.product):
            raise ValueError(
                f"{name}: {incident.product!r} is not sold by the hour in the simulation; give it a rate in "
                "assumptions.add_on_rate"
            )
    elif isinstance(incident, BrokenOnboarding):
        if all(step.to_stage != "activation" for step in scenario.steps):
            raise ValueError(f"{name}: the funnel has no step to activation that could break")
    elif not scenario.plan_families():
        raise ValueError(f"{name}: nobody subscribes, because assumptions.subscribe_rate is empty")
    elif isinstance(incident, GhostTown | ToxicMonth) and scenario.assumptions.joining is None:
        raise ValueError(f"{name}: nobody joins a community, because assumptions.joining is missing")


def _known(scenario: Scenario, incident: PriceChange | Oversold) -> None:
    """Check that there is the product that an incident is about."""
    if incident.product not in scenario.products:
        close = nearest(incident.product, scenario.products)
        hint = f"Did you mean {close!r}?" if close else f"There are {', '.join(scenario.products)}."
        raise ValueError(f"{type(incident).__name__}: there is no product {incident.product!r}. {hint}")


def _price_change(scenario: Scenario, change: PriceChange) -> None:
    _known(scenario, change)
    if change.product not in scenario.sold():
        raise ValueError(
            f"PriceChange: {change.product!r} is not sold in the simulation; give it a rate in "
            "assumptions.add_on_rate, bundle_rate or subscribe_rate"
        )
    others = [one for one in scenario.of_kind(PriceChange) if one.product == change.product]
    if sum(one.month == change.month for one in others) > 1:
        raise ValueError(f"PriceChange: {change.product!r} gets two prices in month {change.month}")
    if change.elasticity and scenario.price_before(change) == 0:
        raise ValueError(
            f"PriceChange: {change.product!r} is free before month {change.month}, and an elasticity needs a "
            "price to start from; use elasticity=0"
        )
