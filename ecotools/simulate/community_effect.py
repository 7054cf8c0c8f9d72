"""Who of the subscribers joins the community, and what belonging to it does to how long they stay.

Subscribers who would stay longer are busier in their first week, and the busy ones join more often
(selection). Belonging prevents a share of the cancellations (effect). Both hold side by side, so that members
stay longer for two reasons, of which the ledger shows only the sum. The truth has each of them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from ecotools.blueprint import Churn
from ecotools.simulate.content import shorten
from ecotools.simulate.draws import shifted_beta_geometric
from ecotools.simulate.incidents import GhostTown, ToxicMonth
from ecotools.simulate.lifetimes import Joined, renewals
from ecotools.simulate.scenario import Scenario

FIRST_WEEK = 7
"""Days of a subscription before anyone can join."""
OCCASIONS = 6
"""Days of the first week on which a subscriber is active or not."""
JOINING_DAYS = 14
"""Days within which those join who do."""


@dataclass(frozen=True)
class Candidates:
    """Subscribers who could join: what they would do, and what became of it. Days and stays are numbers.

    ``busy`` has one column per occasion of the first week; ``stay`` and ``stay_if`` are the months until they
    would cancel outside the community and in it; ``early`` says who subscribed before it opened.
    """

    who: np.ndarray
    day: np.ndarray
    asked: np.ndarray
    busy: np.ndarray
    invited: np.ndarray
    joins: np.ndarray
    persuadable: np.ndarray
    joined: np.ndarray
    stay: np.ndarray
    stay_if: np.ndarray
    early: np.ndarray

    def __len__(self) -> int:
        return len(self.who)

    @classmethod
    def together(cls, parts: list[Candidates]) -> Candidates | None:
        """Return the candidates of several families of plans as one; None where there is no community."""
        if not parts:
            return None
        return cls(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(cls)))


def belong(scenario: Scenario, family: list[str], begun: Joined) -> tuple[Joined, Candidates | None]:
    """Return the subscriptions with the stays of those who join, and who could; None without a community."""
    assumed = scenario.assumptions.joining
    plans = [] if assumed is None else [one for one in family if not assumed.plans or one in assumed.plans]
    able = np.isin(begun.plan, [scenario.place(plan) for plan in plans])
    if not plans:
        return begun, None
    opened = int(scenario.calendar.edges[assumed.from_month - 1])
    over = scenario.calendar.add_months(begun.day, begun.stay)
    rng = scenario.rng("joining", family[0])
    number = len(begun)
    wait = (rng.random(number) * JOINING_DAYS).astype(np.int64)
    asked = np.maximum(begun.day + FIRST_WEEK, opened)
    able &= over > asked + JOINING_DAYS
    standing = _standing(scenario, plans, begun, rng.random(number))
    busy = rng.random((number, OCCASIONS)) < standing[:, None]
    invited, persuadable, joins = _who_joins(assumed, standing, busy, rng)
    stay_if = _prolonged(scenario, plans, begun, asked + wait, rng)
    member, joined = able & joins, asked + wait
    stay = np.where(member, stay_if, begun.stay)
    _go_wrong(scenario, family, begun, stay, np.where(member, joined, scenario.calendar.days))
    found = Candidates(
        *(begun.who, begun.day, asked, busy, invited, joins, persuadable, joined),
        *(begun.stay, stay_if, begun.day + FIRST_WEEK < opened),
    )
    kept = Candidates(*(getattr(found, field.name)[able] for field in fields(Candidates)))
    return Joined(begun.who, begun.day, begun.plan, stay), kept


def _go_wrong(scenario: Scenario, family: list[str], begun: Joined, stay, joined: np.ndarray) -> None:
    """Shorten the stays of members in a toxic month, and of those who join a ghost town."""
    for place, incident in enumerate(scenario.of_kind(ToxicMonth)):
        first, last = scenario.span(incident)

        def in_it(day, months, first=first, last=last):
            return (joined < day) & (first <= day) & (day < last)

        rng = scenario.rng("toxic month", family[0], str(place))
        shorten(scenario, family, begun, stay, incident.churn_factor, in_it, rng)
    for place, incident in enumerate(scenario.of_kind(GhostTown)):
        first, last = scenario.span(incident)

        def after_it(day, months, first=first, last=last):
            return (first <= joined) & (joined < last) & (joined < day)

        rng = scenario.rng("ghost town", family[0], str(place))
        shorten(scenario, family, begun, stay, incident.churn_factor, after_it, rng)


def _who_joins(assumed, standing: np.ndarray, busy: np.ndarray, rng) -> tuple[np.ndarray, ...]:
    """Return who is invited, who joins only if invited, and who joins."""
    score = (1 - assumed.hidden) * busy.mean(axis=1) + assumed.hidden * standing
    # The steepest line through the share at the mean score of 1/2 that leaves every chance between 0 and 1.
    chance = assumed.share + assumed.selection * min(assumed.share, 1 - assumed.share) * (2 * score - 1)
    lot, luck = rng.random(len(busy)), rng.random(len(busy))
    invited, alone = lot < assumed.invited_share, luck < chance
    persuadable = ~alone & (luck < chance + assumed.persuaded * (1 - chance))
    return invited, persuadable, alone | (invited & persuadable)


def _tables(scenario: Scenario, plans: list[str], begun: Joined):
    """Return for each plan which subscriptions have it, its churn, its interval and how many renewals."""
    for plan in plans:
        interval = scenario.blueprint.product(plan).interval_months
        mine = np.flatnonzero(begun.plan == scenario.place(plan))
        yield mine, scenario.assumptions.churn_of(plan), interval, renewals(scenario, interval)


def _standing(scenario: Scenario, plans: list[str], begun: Joined, luck: np.ndarray) -> np.ndarray:
    """Return where each stands among all by how long they would stay, from 0 (leaves first) to 1."""
    standing = np.zeros(len(begun))
    for mine, churn, interval, longest in _tables(scenario, plans, begun):
        edges = np.concatenate([[0.0], shifted_beta_geometric(churn, longest), [1.0]])
        periods = np.minimum(begun.stay[mine] // interval, longest + 1)
        low, high = edges[periods - 1], edges[periods]
        standing[mine] = low + luck[mine] * (high - low)
    return standing


def _prolonged(scenario: Scenario, plans: list[str], begun: Joined, joined: np.ndarray, rng) -> np.ndarray:
    """Return the months that each would stay as a member."""
    months, effect = begun.stay.copy(), scenario.assumptions.joining.effect
    for mine, churn, interval, longest in _tables(scenario, plans, begun):
        member_for = scenario.calendar.months_until(begun.day[mine], joined[mine])
        periods = _kept(churn, begun.stay[mine] // interval, -(-member_for // interval), effect, longest, rng)
        months[mine] = periods * interval
    return months


def _kept(churn: Churn, periods, since, effect: float, longest: int, rng) -> np.ndarray:
    """Return after how many periods each leaves when a share ``effect`` of the cancellations is prevented.

    Who was kept once wants to leave again with the chance that their renewals so far speak for: the mean of
    the beta distribution after so many cancellations in so many renewals. So each one's own churn is
    (1 - effect) times what it was, however different they are.
    """
    left, wanted = np.minimum(periods, longest + 1), np.zeros(len(periods), np.int64)
    there = np.ones(len(periods), bool)
    for renewal in range(1, longest + 1):
        again, luck = rng.random(len(periods)), rng.random(len(periods))
        chance = (churn.alpha + wanted) / (churn.alpha + churn.beta + renewal - 1)
        wants = there & np.where(wanted > 0, again < chance, periods == renewal)
        leaves = wants & ~((renewal >= since) & (luck < effect))
        wanted += wants
        left[leaves], there = renewal, there & ~leaves
    left[there] = longest + 1
    return left
