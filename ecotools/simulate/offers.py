"""What subscriptions begin with: a free trial, or a first billing interval at a lower price."""

import numpy as np

from ecotools.simulate.lifetimes import CANCELLED, CHANGED, RUNNING, Joined
from ecotools.simulate.scenario import Scenario


def leavers(scenario: Scenario, plan: str, life: np.ndarray) -> np.ndarray:
    """Return who would leave with the plan's first offer; ``life`` is how long each stays, drawn evenly.

    A share ``1 - to_paid`` leaves. A part ``early`` of these have the shortest lives of all: without the
    offer they would have been the first to go. The others are anybody.
    """
    offer = scenario.assumptions.first_offer.get(plan)
    if offer is None:
        return np.zeros(len(life), bool)
    share = 1 - offer.to_paid
    surely = offer.early * share
    others = (share - surely) / (1 - surely) if surely < 1 else 0.0
    luck = scenario.rng("first offer", plan).random(len(life))
    return (life < surely) | (luck < others)


def first_offers(scenario: Scenario, begun: Joined) -> tuple[dict[str, np.ndarray], np.ndarray, Joined]:
    """Return the periods of the offers, and who goes on: their places in ``begun``, and they as they go on.

    Subscriptions without an offer go on at once. Those who leave with their offer have a ``stay`` of 0.
    """
    calendar, until = scenario.calendar, begun.day.copy()
    for plan in scenario.assumptions.first_offer:
        mine, product = begun.plan == scenario.place(plan), scenario.blueprint.product(plan)
        day = begun.day[mine]
        until[mine] = (
            day + product.trial_days
            if product.trial_days
            else calendar.add_months(day, product.interval_months)
        )
    over, stays = until < calendar.days, begun.stay > 0
    cause = np.select([~over, stays], [RUNNING, CHANGED], CANCELLED).astype(np.int8)
    which = np.flatnonzero(until > begun.day)
    periods = {
        "which": which,
        "plan": begun.plan[which],
        "start": begun.day[which],
        "end": np.where(over, until, -1)[which],
        "cause": cause[which],
        "offer": np.ones(len(which), bool),
    }
    on = np.flatnonzero(over & stays)
    return periods, on, Joined(begun.who[on], until[on], begun.plan[on], begun.stay[on])


def first_price(scenario: Scenario, plan: str) -> float:
    """Return what the first offer of a plan costs: its introductory price, 0 in a free trial."""
    return float(scenario.blueprint.product(plan).intro_price or 0.0)
