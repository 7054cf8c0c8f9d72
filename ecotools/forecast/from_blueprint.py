"""A business and its parameters as a blueprint describes them, without any data."""

import numpy as np

from ecotools.blueprint import STAGES, Blueprint, Product
from ecotools.blueprint.assumptions import Assumptions
from ecotools.forecast.business import ForecastBusiness, Good, Move, Offer, SubscriptionPlan, VisitorSource
from ecotools.forecast.churn import names_of
from ecotools.forecast.delays import MONTH_DAYS
from ecotools.forecast.parameters import BLUEPRINT, DEFAULT, Maker, Parameter
from ecotools.forecast.sales import circular
from ecotools.metrics.retention.sbg import sbg_survival
from ecotools.simulate.journey import step_name


def assumed(blueprint: Blueprint) -> Assumptions:
    """Return the assumptions, the documented defaults where there are none."""
    return blueprint.assumptions or Assumptions()


def business_of(blueprint: Blueprint) -> ForecastBusiness:
    """Return the business that a blueprint describes, from nothing."""
    said, steps = assumed(blueprint), funnel_of(blueprint)
    cores = [one.id for one in blueprint.products if one.kind == "core"]
    rates = tuple(f"rate.{step_name(step)}" for step in steps)
    sold = sold_products(blueprint)
    return ForecastBusiness(
        goods={one.id: good_of(blueprint, one) for one in sold if not one.interval_months},
        plans={one.id: plan_of(blueprint, one) for one in sold if one.interval_months},
        channels={one.name: VisitorSource(rates, one.quality) for one in said.channels} if rates else {},
        windows=[step.window_days for step in steps],
        cores=dict.fromkeys(cores, 1 / max(len(cores), 1)),
        bundles=[id for id, rate in said.bundle_rate.items() if rate > 0],
        add_ons=[id for id, rate in said.add_on_rate.items() if rate > 0],
        joined=[id for id, rate in said.subscribe_rate.items() if rate > 0 and id not in cores],
        window=said.subscribe_window_days,
        moves=moves_of(blueprint),
        changes={id: change.to for id, change in said.plan_change.items()},
        offers={one.id: offer_of(one) for one in sold if one.id in said.first_offer},
        people=people(blueprint),
        refund_window=said.refund_window_days,
    )


def funnel_of(blueprint: Blueprint) -> list:
    """Return the steps of the funnel up to the purchase; trials used on the way there are none of them."""
    steps = []
    for step in blueprint.funnel_steps():
        if STAGES.index(step.to_stage) > STAGES.index("purchase"):
            continue
        steps.append(step)
        if step.to_stage == "purchase":
            return steps
    return []


def sold_products(blueprint: Blueprint) -> list[Product]:
    """Return the products of which the blueprint says how they come to be bought."""
    said = assumed(blueprint)
    ids = {one.id for one in blueprint.products if one.kind == "core"}
    ids |= {id for rates in (said.bundle_rate, said.add_on_rate, said.subscribe_rate) for id in rates}
    for _ in blueprint.products:  # a plan or an upgrade may lead to a product that leads on
        ids |= {change.to for id, change in said.plan_change.items() if id in ids}
        ids |= {move.to for move in moves_of(blueprint) if move.start in ids}
    return [one for one in blueprint.products if one.id in ids]


def moves_of(blueprint: Blueprint) -> list[Move]:
    """Return the upgrades of the ladder that say a rate, but for those that the assumptions know already."""
    said = assumed(blueprint)
    known = {*said.bundle_rate, *said.add_on_rate, *said.subscribe_rate}
    moves = [
        Move(f"upgrade.{one.from_product}>{one.to_product}", one.from_product, one.to_product, _window(one))
        for one in upgrades_of(blueprint)
        if one.rate is not None and one.to_product not in known
    ]
    back = circular(moves)
    return [move for move in moves if move not in back]


def _window(upgrade) -> int:
    return upgrade.window_days or 30


def good_of(blueprint: Blueprint, product: Product) -> Good:
    """Return a product that is paid once."""
    places = places_of(blueprint, product)
    return Good(product.id, product.customer_price, cost=product.customer_cost, places=places)


def plan_of(blueprint: Blueprint, product: Product) -> SubscriptionPlan:
    """Return a product that is paid again and again."""
    places = places_of(blueprint, product)
    return SubscriptionPlan(
        product.id, product.customer_price, product.interval_months, product.customer_cost, places
    )


def offer_of(product: Product) -> Offer:
    """Return what the subscriptions of a plan begin with."""
    if product.trial_days:
        return Offer(product.trial_days, 0.0)
    return Offer(product.interval_months * MONTH_DAYS, product.intro_price or 0.0)


def places_of(blueprint: Blueprint, product: Product) -> float:
    """Return for how many clients the hours allow, infinite where nothing is said of hours."""
    service, team = product.coaching, blueprint.team
    if service is None:
        return np.inf
    hours = team.coaching_hours_per_month if team else None
    found = [float(service.clients)] if service.clients else []
    if hours is not None and service.hours_per_client:
        found.append(float(np.floor(hours / service.hours_per_client)))
    return min(found, default=np.inf)


def parameters_of(blueprint: Blueprint, maker: Maker) -> list[Parameter]:
    """Return what the blueprint assumes, each number with its doubt."""
    said = assumed(blueprint)
    names = {one.id: one.name for one in blueprint.products}
    return [
        *(one for channel in said.channels for one in visitors_of(channel, maker)),
        *(rate_of(step, maker) for step in funnel_of(blueprint)),
        *shares_of(blueprint, maker),
        *(one for id in plans_of(blueprint) for one in churn_of(said, id, names[id], maker)),
        *(
            maker.assumed_share(f"change.{id}", f"{names[id]} to {names[change.to]}", change.monthly_rate)
            for id, change in said.plan_change.items()
        ),
    ]


def plans_of(blueprint: Blueprint) -> list[str]:
    """Return the ids of the products that are sold and paid again and again."""
    return [one.id for one in sold_products(blueprint) if one.interval_months]


def visitors_of(channel, maker: Maker) -> list[Parameter]:
    """Return the visitors of a channel in the first month, and their growth."""
    name, growth = channel.name, channel.monthly_growth
    id = f"visitors_growth.{name}"
    draws = growth + maker.doubt * abs(growth) * maker.rng(id).standard_normal(maker.runs)
    return [
        maker.assumed_size(f"visitors.{name}", f"Visitors by {name}", "count", channel.visitors_per_month),
        Parameter(id, f"Growth of visitors by {name}", "growth", growth, draws, BLUEPRINT),
    ]


def rate_of(step, maker: Maker) -> Parameter:
    """Return the rate of a step of the funnel."""
    about = f"From {step.from_stage} to {step.to_stage}"
    return maker.assumed_share(f"rate.{step_name(step)}", about, step.rate)


def shares_of(blueprint: Blueprint, maker: Maker) -> list[Parameter]:
    """Return which share of buyers takes what, which share goes on, and which share of sales is refunded."""
    said, names = assumed(blueprint), {one.id: one.name for one in blueprint.products}
    words = {
        "bundle": (said.bundle_rate, "Buyers who take {}"),
        "add_on": (said.add_on_rate, "Buyers who add {}"),
        "subscribe": (begun_rate(said), "Buyers who join {}"),
        "to_paid": ({id: one.to_paid for id, one in said.first_offer.items()}, "Who go on to pay for {}"),
        "refund": (said.refund_rate, "Refunds of {}"),
    }
    found = [
        maker.assumed_share(f"{kind}.{id}", about.format(names[id]), rate)
        for kind, (rates, about) in words.items()
        for id, rate in rates.items()
        if rate > 0
    ]
    rates = {(one.from_product, one.to_product): one.rate for one in upgrades_of(blueprint)}
    for move in moves_of(blueprint):
        about = f"Owners of {names[move.start]} who go on to {names[move.to]}"
        found.append(maker.assumed_share(move.id, about, rates[move.start, move.to]))
    return found


def begun_rate(said: Assumptions) -> dict[str, float]:
    """Return the share of buyers who begin each plan, with what its first offer adds."""
    more = {id: one.begin_factor for id, one in said.first_offer.items()}
    return {id: min(rate * more.get(id, 1.0), 1.0) for id, rate in said.subscribe_rate.items()}


def upgrades_of(blueprint: Blueprint) -> list:
    """Return the upgrades of the ladder, none where there is no ladder."""
    return (blueprint.ladder.upgrades if blueprint.ladder else None) or []


def churn_of(said: Assumptions, plan: str, name: str, maker: Maker) -> list[Parameter]:
    """Return the churn of a plan at the first renewal, how soon it falls, and the payments that fail."""
    churn, source = said.churn_of(plan), BLUEPRINT if plan in said.churn else DEFAULT
    of_mean, of_firmness = names_of(name)
    found = [
        maker.assumed_share(f"churn.{plan}", of_mean, churn.mean, source),
        maker.known(f"churn_firmness.{plan}", of_firmness, "ratio", churn.alpha + churn.beta, source),
    ]
    lost = said.payment_failure_rate * (1 - said.recovered_share)
    if lost > 0:
        about = f"Renewals of {name} lost to a payment that fails"
        found.append(maker.assumed_share(f"failure.{plan}", about, lost))
    return found


def people(blueprint: Blueprint, months: int = 60) -> np.ndarray:
    """Return how many people there are per subscription, by months since it began, when buyers join several.

    Plans that subscribers change between exclude one another; others are joined and left independently.

    >>> people(Blueprint.from_yaml('''
    ... name: Two clubs
    ... products:
    ...   - {id: a, name: A, kind: subscription, price: 9, billing: month}
    ...   - {id: b, name: B, kind: subscription, price: 9, billing: month}
    ... assumptions: {subscribe_rate: {a: 0.5, b: 0.5}}
    ... '''), months=1).tolist()
    [0.75]
    """
    import networkx as nx

    said = assumed(blueprint)
    families = nx.Graph()
    families.add_nodes_from(said.subscribe_rate)
    families.add_edges_from((id, change.to) for id, change in said.plan_change.items())
    ages = np.arange(months)
    here = [
        np.minimum(sum(_still_there(said, blueprint, plan, ages) for plan in sorted(family)), 1.0)
        for family in nx.connected_components(families)
    ]
    total = np.sum(here, axis=0) if here else np.zeros(months)
    any_of_them = 1 - np.prod([1 - one for one in here], axis=0) if here else total
    return np.divide(any_of_them, total, out=np.ones(months), where=total > 0)


def _still_there(said: Assumptions, blueprint: Blueprint, plan: str, ages: np.ndarray) -> np.ndarray:
    """Return the share of buyers who joined a plan and are still there, by months since."""
    rate, churn = said.subscribe_rate.get(plan, 0.0), said.churn_of(plan)
    renewals = ages // max(blueprint.product(plan).interval_months, 1)
    return rate * sbg_survival(churn.alpha, churn.beta, renewals)
