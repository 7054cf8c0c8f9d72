"""What months without new content do to how long subscribers stay."""

from collections.abc import Callable

import numpy as np

from ecotools.simulate.incidents import NoNewContent
from ecotools.simulate.lifetimes import Joined, renewals
from ecotools.simulate.scenario import Scenario


def without_content(scenario: Scenario, family: list[str], joined: Joined) -> Joined:
    """Return the subscriptions with the shorter stays that months without new content lead to."""
    stay = joined.stay.copy()
    for place, incident in enumerate(scenario.of_kind(NoNewContent)):
        rng = scenario.rng("no new content", family[0], str(place))
        first, last = scenario.span(incident)

        def due(day, months, first=first, last=last, backlog=incident.backlog_months):
            return (first <= day) & (day < last) & (months >= backlog)

        shorten(scenario, family, joined, stay, incident.churn_factor, due, rng)
    return Joined(joined.who, joined.day, joined.plan, stay)


def shorten(
    scenario: Scenario,
    family: list[str],
    joined: Joined,
    stay: np.ndarray,
    factor: float,
    due: Callable[[np.ndarray, np.ndarray], np.ndarray],
    rng: np.random.Generator,
) -> None:
    """Cut the stays at the renewals that are due, by day and months, at which a subscriber leaves."""
    interval = np.ones(len(joined), np.int64)
    for plan in family:
        interval[joined.plan == scenario.place(plan)] = scenario.blueprint.product(plan).interval_months
    for renewal in range(1, renewals(scenario, 1) + 1):
        luck, months = rng.random(len(joined)), renewal * interval
        day = scenario.calendar.add_months(joined.day, months)
        extra = _extra(scenario, family, joined, renewal, factor)
        leaves = due(day, months) & (months < stay) & (luck < extra)
        stay[leaves] = months[leaves]


def _extra(scenario: Scenario, family: list[str], joined: Joined, renewal: int, factor: float) -> np.ndarray:
    """Return the chance to leave beside the ordinary churn that makes it ``factor`` times as high together.

    It is the same for all at a renewal, whatever their own churn. So it does not sort the subscribers, and
    the ordinary churn of those who stay is what it would have been.
    """
    extra = np.zeros(len(joined))
    for plan in family:
        churn = scenario.assumptions.churn_of(plan)
        stays = churn.beta + renewal - 1
        extra[joined.plan == scenario.place(plan)] = min((factor - 1) * churn.alpha / stays, 1.0)
    return extra
