"""The true parameters of a simulated ledger, as plain data that JSON can hold."""

from dataclasses import asdict

import numpy as np
import pandas as pd

from ecotools.simulate import overbooking
from ecotools.simulate.community_effect import Candidates
from ecotools.simulate.engagement import ACTION_MIX, SURVEY_DAYS
from ecotools.simulate.incidents import Incident, Oversold, PriceChange
from ecotools.simulate.journey import channel_rates, step_name
from ecotools.simulate.membership import told
from ecotools.simulate.scenario import Scenario

BASES = {
    "funnel": "people at the earlier stage, within window_days; times the channel's quality, at most 1",
    "bundle_rate": "buyers (purchase stage) who take the bundle instead of the core product",
    "add_on_rate": "orders of a core product, not of a bundle",
    "subscribe_rate": "buyers (purchase stage), within subscribe_window_days; all buyers of a recurring core",
    "churn": "shifted beta-geometric in billing periods of the plan joined; failed payments come on top",
    "plan_change": "subscribers of the plan, a month, at a renewal",
    "first_offer": "those who begin with it, begin_factor times subscribe_rate; churn counts from its end",
    "payment_failure_rate": "renewals; a share recovered_share is collected after all and leaves no trace",
    "refund_rate": "order lines of the product, 1 to refund_window_days days later, in full; those of "
    "Oversold come on top",
    "activity": "subscribers of the whole calendar month; parts of a month in proportion",
    "joining": "subscribers who can join; effect is the share of their cancellations prevented; stay is "
    "without failed payments and incidents",
    "response_rate": "buyers, asked once, survey_days after the purchase",
}
"""Whose share each rate is."""


def truth(scenario: Scenario, tables: dict[str, pd.DataFrame], able: Candidates | None = None) -> dict:
    """Return all parameters that the ledger was drawn with, and how many rows came of them."""
    assumed = scenario.assumptions
    names = [channel.name for channel in assumed.channels]
    sold = scenario.sold()
    plans = [one for family in scenario.plan_families() for one in family]
    return {
        "blueprint": scenario.blueprint.name,
        "seed": scenario.seed,
        "months": scenario.months,
        "start": str(scenario.calendar.start),
        "scale": scenario.scale,
        "channels": {channel.name: channel.model_dump(exclude={"name"}) for channel in assumed.channels},
        "funnel": {step_name(step): step.rate for step in scenario.steps},
        "funnel_by_channel": {
            step_name(step): dict(zip(names, channel_rates(scenario, step).tolist(), strict=True))
            for step in scenario.steps
        },
        "window_days": {step_name(step): step.window_days for step in scenario.steps},
        "prices": {one.id: one.price for one in scenario.blueprint.products if one.id in sold},
        "bundle_rate": dict(assumed.bundle_rate),
        "add_on_rate": dict(assumed.add_on_rate),
        "subscribe_rate": dict(assumed.subscribe_rate),
        "subscribe_window_days": assumed.subscribe_window_days,
        "churn": {plan: assumed.churn_of(plan).model_dump() for plan in plans},
        "plan_change": {plan: change.model_dump() for plan, change in assumed.plan_change.items()},
        "first_offer": {plan: _offer(scenario, plan) for plan in plans if plan in assumed.first_offer},
        "payment_failure_rate": assumed.payment_failure_rate,
        "recovered_share": assumed.recovered_share,
        "refund_rate": dict(assumed.refund_rate),
        "refund_window_days": assumed.refund_window_days,
        "activity": {**assumed.activity.model_dump(), "action_mix": dict(ACTION_MIX)},
        "joining": told(scenario, able),
        "nps": {**assumed.nps.model_dump(), "score": 100 * (assumed.nps.promoters - assumed.nps.detractors)},
        "response_rate": assumed.response_rate,
        "survey_days": SURVEY_DAYS,
        "bases": dict(BASES),
        "incidents": [_told(scenario, incident, tables["orders"]) for incident in scenario.incidents],
        "counts": _counts(tables),
    }


def _offer(scenario: Scenario, plan: str) -> dict:
    """What the first offer of a plan is, and what it does."""
    product = scenario.blueprint.product(plan)
    terms = {"trial_days": product.trial_days, "intro_price": product.intro_price}
    return scenario.assumptions.first_offer[plan].model_dump() | terms


def _told(scenario: Scenario, incident: Incident, orders: pd.DataFrame) -> dict:
    """An incident with its kind, its first day, what a price was before and how many were sold too many."""
    since = int(scenario.calendar.edges[incident.month - 1])
    day = {"kind": incident.kind, "first_day": str(scenario.calendar.start + np.int64(since))}
    told = {key: value.item() if hasattr(value, "item") else value for key, value in asdict(incident).items()}
    if isinstance(incident, PriceChange):
        before = scenario.price(incident.product)[since - 1] if since else None
        listed = scenario.blueprint.product(incident.product).price
        told["old_price"] = float(listed if before is None else before)
    if isinstance(incident, Oversold):
        told |= overbooking.told(scenario, incident, orders)
    return day | told


def _counts(tables: dict[str, pd.DataFrame]) -> dict:
    """Rows of each table, and the people behind them."""
    people = {
        "visitors": tables["touches"]["customer_id"].nunique(),
        "customers": tables["orders"]["order_id"].nunique(),
        "subscribers": tables["subscriptions"]["customer_id"].nunique(),
    }
    return {name: len(table) for name, table in tables.items()} | {one: int(n) for one, n in people.items()}
