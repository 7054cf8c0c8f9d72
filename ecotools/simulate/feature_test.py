"""A feature that a lot gives to some of those who could buy next, and what it does to the purchase."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ecotools.simulate.journey import Reached
    from ecotools.simulate.scenario import Scenario

WITHOUT, WITH, NOT_SHOWN = 0, 1, -1


def drawn(scenario: Scenario, before: Reached, turn: int) -> Reached:
    """Return those at the stage before the purchase with the lot of each: with the feature or without."""
    test = scenario.ecosystem.get("exposures")
    if test is None:
        return before
    luck = scenario.rng("feature", *([str(turn)] if turn else [])).random(len(before.who))
    lot = np.where(luck < test.share, WITH, WITHOUT).astype(np.int8)
    lot[before.day < scenario.calendar.edges[test.month - 1]] = NOT_SHOWN
    return replace(before, lot=lot)


def lifted(scenario: Scenario, before: Reached, chance: np.ndarray, stage: str) -> np.ndarray:
    """Return the chance of a stage, which those with the feature have more or less of; at most 1."""
    if before.lot is None or stage not in ("purchase", "activation"):
        return chance
    test = scenario.ecosystem["exposures"]
    more = 1 + (test.lift if stage == "purchase" else test.activation)
    return np.where(before.lot == WITH, np.minimum(1.0, chance * more), chance)


def exposures(reached: list[Reached]) -> dict[str, np.ndarray]:
    """Return who met the feature or was kept from it, by day."""
    before = next(one for one in reached if one.lot is not None)
    met = before.lot != NOT_SHOWN
    who, day, lot = before.who[met], before.day[met].astype(np.int64), before.lot[met]
    order = np.argsort(day, kind="stable")
    return {"who": who[order], "day": day[order], "variant": lot[order]}
