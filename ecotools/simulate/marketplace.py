"""What buyers do for and with others after their purchase: things they make, things they buy of sellers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ecotools.simulate.draws import delays, pick

if TYPE_CHECKING:
    from ecotools.simulate.journey import Reached
    from ecotools.simulate.scenario import Scenario

MONTH_DAYS = 30.4375


def assets(scenario: Scenario, buyers: Reached) -> dict[str, np.ndarray]:
    """Return what buyers publish, by day; the day of removal is -1 for what stays up."""
    made, rng = scenario.ecosystem["assets"], scenario.rng("assets of users")
    who, day = _after_purchase(scenario, buyers, made.per_month, rng)
    luck, waited = rng.random(len(who)), pick(delays(made.removed_days), rng.random(len(who)))
    gone = day + 1 + waited
    removed = np.where((luck < made.removed) & (gone < scenario.calendar.days), gone, -1)
    return {"who": who, "day": day, "removed": removed}


def market(scenario: Scenario, buyers: Reached) -> dict[str, np.ndarray]:
    """Return the sales of third parties, by day; a seller is a number from 0 on."""
    trade, rng = scenario.ecosystem["market"], scenario.rng("market")
    who, day = _after_purchase(scenario, buyers, trade.per_month, rng)
    weight = 1 / np.arange(1, trade.sellers + 1)
    seller = pick(np.cumsum(weight / weight.sum())[:-1], rng.random(len(who)))
    cents = np.round(trade.price * 100 * np.array([0.5, 1.0, 1.5]))[rng.integers(0, 3, len(who))]
    return {
        "who": who,
        "day": day,
        "seller": seller,
        "amount": cents / 100,
        "fee": np.round(cents * trade.share) / 100,
    }


def _after_purchase(scenario: Scenario, buyers: Reached, per_month: float, rng: np.random.Generator):
    """Return who does something on which day, by day: so often a month from the purchase on."""
    left = scenario.calendar.days - buyers.day.astype(np.int64)
    number = rng.poisson(per_month * left / MONTH_DAYS)
    of = np.repeat(np.arange(len(left)), number)
    day = buyers.day.astype(np.int64)[of] + (rng.random(len(of)) * left[of]).astype(np.int64)
    order = np.argsort(day, kind="stable")
    return buyers.who[of][order], day[order]
