"""Partners from signing up to being live, and the days on which they use the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ecotools.ledger.schema import PARTNER_STEPS
from ecotools.simulate.draws import delays, geometric, pick

if TYPE_CHECKING:
    from ecotools.simulate.scenario import Scenario

_WAY = ("sandbox", "first_call", "live")


def partners(scenario: Scenario) -> dict[str, np.ndarray]:
    """Return what each partner did, by day; partners and steps are numbers."""
    programme, days = scenario.ecosystem["partners"], scenario.calendar.days
    day = _signed_up(scenario)
    who = np.arange(len(day))
    rows = [_rows(who, day, "signed_up")]
    for step in _WAY:
        rng = scenario.rng("partners", step)
        luck, waited = rng.random(len(who)), pick(delays(programme.window_days), rng.random(len(who)))
        day = day + 1 + waited
        went = (luck < getattr(programme, step)) & (day < days)
        who, day = who[went], day[went]
        rows.append(_rows(who, day, step))
    left = _leaves(scenario, who, day)
    rows += [_calls(scenario, who, day, left), _rows(who[left < days], left[left < days], "left")]
    found = {name: np.concatenate([one[name] for one in rows]) for name in ("who", "day", "step", "count")}
    order = np.lexsort((found["step"], found["who"], found["day"]))
    return {name: values[order] for name, values in found.items()}


def _signed_up(scenario: Scenario) -> np.ndarray:
    """Return the day on which each partner signs up, in order."""
    rng, edges = scenario.rng("partners"), scenario.calendar.edges
    number = rng.poisson(scenario.ecosystem["partners"].new_per_month, scenario.months)
    day = [rng.integers(edges[month], edges[month + 1], many) for month, many in enumerate(number)]
    return np.sort(np.concatenate(day))


def _leaves(scenario: Scenario, who: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return the day on which each live partner leaves; one after the last when that is not seen."""
    stay = 1 + pick(
        geometric(scenario.ecosystem["partners"].leaves, scenario.months),
        scenario.rng("partners", "leave").random(len(who)),
    )
    return np.minimum(scenario.calendar.add_months(day, stay), scenario.calendar.days)


def _calls(scenario: Scenario, who: np.ndarray, live: np.ndarray, left: np.ndarray) -> dict[str, np.ndarray]:
    """Return the days on which live partners call: each day with the same chance until they leave."""
    rng = scenario.rng("partners", "calls")
    length = np.maximum(left - live - 1, 0)
    of = np.repeat(np.arange(len(who)), length)
    day = live[of] + 1 + np.arange(len(of)) - np.repeat(np.cumsum(length) - length, length)
    called = rng.random(len(of)) < scenario.ecosystem["partners"].calls / 30
    rows = _rows(who[of[called]], day[called], "call")
    return rows | {"count": 1 + rng.poisson(4, int(called.sum()))}


def _rows(who: np.ndarray, day: np.ndarray, step: str) -> dict[str, np.ndarray]:
    return {
        "who": who,
        "day": day.astype(np.int64),
        "step": np.full(len(who), PARTNER_STEPS.index(step), np.int8),
        "count": np.ones(len(who), np.int64),
    }
