"""Month by month: who renews, who leaves, who changes the plan, and the MRR of those who stay."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ecotools.forecast.business import ForecastBusiness
from ecotools.forecast.parameters import Parameters


class Cohort(NamedTuple):
    """Subscribers who pay the same for the same: plan, the plan they joined first, what each adds to MRR.

    Their churn is that of the plan they joined first.
    """

    plan: str
    joined: str
    monthly: float


Alive = dict[Cohort, np.ndarray]
"""How many of each cohort there are: runs x months since they joined."""


@dataclass(frozen=True)
class Counted:
    """What came of the subscriptions, each runs x months: at the end of the month, and in it."""

    subscribers: np.ndarray
    mrr: np.ndarray
    revenue: dict[str, np.ndarray]
    costs: np.ndarray


def subscribers(
    business: ForecastBusiness, parameters: Parameters, joins: dict, months: int, chance
) -> Counted:
    """Return subscribers, MRR, revenue by plan and costs of each month.

    Parameters
    ----------
    joins : dict
        Plan -> runs x months of subscriptions begun.
    """
    runs = parameters.runs
    alive, waiting = _today(business, runs, months), dict.fromkeys(business.plans, np.zeros(runs))
    renewals = Renewals(business, parameters)
    before = _by_plan(business, alive, runs)
    number, mrr, costs = (np.zeros((runs, months)) for _ in range(3))
    revenue = {id: np.zeros((runs, months)) for id in business.plans}
    for month in range(months):
        alive = _a_month_later(business, renewals, alive, chance)
        for id in business.plans:
            new = joins[id][:, month] + waiting[id]
            entering = _find_places(business, alive, id, new)
            _add(alive, Cohort(id, id, business.plans[id].monthly), _first_month(entering, alive, months))
            waiting[id] = new - entering
        after = _by_plan(business, alive, runs)
        for id, plan in business.plans.items():
            # People come and go on all days of the month: on average the plan has the mean of both ends.
            revenue[id][:, month] = (before[id][1] + after[id][1]) / 2
            costs[:, month] += plan.cost / plan.interval * (before[id][0] + after[id][0]) / 2
        number[:, month] = sum(_people(one, business.people) for one in alive.values())
        mrr[:, month] = sum(money for _, money in after.values())
        before = after
    return Counted(number, mrr, revenue, costs)


def _today(business: ForecastBusiness, runs: int, months: int) -> Alive:
    """Return today's subscribers, with room for the months to come."""
    width = max((len(one.by_age) for one in business.running), default=1) + months
    alive: Alive = {}
    for one in business.running:
        ages = np.zeros((runs, width))
        ages[:, : len(one.by_age)] = one.by_age
        _add(alive, Cohort(one.plan, one.plan, one.monthly), ages)
    return alive


def _add(alive: Alive, cohort: Cohort, more: np.ndarray) -> None:
    alive[cohort] = alive[cohort] + more if cohort in alive else more


def _first_month(entering: np.ndarray, alive: Alive, months: int) -> np.ndarray:
    """Return those who join as numbers by months since they joined."""
    width = next((ages.shape[1] for ages in alive.values()), 1 + months)
    return np.hstack([entering[:, None], np.zeros((len(entering), width - 1))])


def _find_places(business: ForecastBusiness, alive: Alive, plan: str, new: np.ndarray) -> np.ndarray:
    """Return how many of those who want to join find a place; the others wait."""
    places = business.plans[plan].places
    if not np.isfinite(places):
        return new
    here = sum(ages.sum(axis=1) for cohort, ages in alive.items() if cohort.plan == plan)
    return np.clip(places - here, 0, new)


def _people(ages: np.ndarray, by_age: np.ndarray) -> np.ndarray:
    """Return the customers behind subscriptions, in each run."""
    share = np.append(by_age, np.full(ages.shape[1], by_age[-1]))[: ages.shape[1]]
    return ages @ share


def _by_plan(business: ForecastBusiness, alive: Alive, runs: int) -> dict:
    """Return per plan the subscriptions and the MRR in each run."""
    found = {id: (np.zeros(runs), np.zeros(runs)) for id in business.plans}
    for cohort, ages in alive.items():
        number, money = found[cohort.plan]
        here = ages.sum(axis=1)
        found[cohort.plan] = number + here, money + here * cohort.monthly
    return found


class Renewals:
    """The shares who leave and who change their plan when a renewal is due, in any month to come."""

    def __init__(self, business: ForecastBusiness, parameters: Parameters):
        self._business, self._parameters = business, parameters
        self._leaving: dict[tuple, np.ndarray] = {}

    def leaving(self, cohort: Cohort, width: int) -> np.ndarray:
        """Return the share who leave, runs x months since they joined."""
        interval = self._business.plans[cohort.plan].interval
        key = cohort.joined, interval, width
        if key not in self._leaving:
            paid = np.arange(1, width + 1)
            leave = _leaving(self._parameters, cohort.joined, paid // interval)
            self._leaving[key] = np.where(paid % interval == 0, leave, 0.0)
        return self._leaving[key]

    def changing(self, cohort: Cohort, width: int) -> np.ndarray:
        """Return the share who change to another plan, runs x months since they joined."""
        interval = self._business.plans[cohort.plan].interval
        rate = 1 - (1 - self._parameters.draws(f"change.{cohort.plan}")) ** interval
        return np.where(np.arange(1, width + 1) % interval == 0, rate[:, None], 0.0)


def _a_month_later(business: ForecastBusiness, renewals: Renewals, alive: Alive, chance) -> Alive:
    """Return who is left a month later: subscribers whose renewal is due stay, leave, or change the plan."""
    later: Alive = {}
    for cohort, ages in alive.items():
        stay = ages - chance.share_of(ages, renewals.leaving(cohort, ages.shape[1]))
        to = business.changes.get(cohort.plan)
        if to in business.plans:
            moved = chance.share_of(stay, renewals.changing(cohort, ages.shape[1]))
            stay = stay - moved
            _add(later, Cohort(to, cohort.joined, business.plans[to].monthly), _older(moved))
        _add(later, cohort, _older(stay))
    return later


def _leaving(parameters: Parameters, plan: str, renewal: np.ndarray) -> np.ndarray:
    """Return the share who leave at each renewal, runs x renewals, by decision or failed payment."""
    mean, firmness = parameters.draws(f"churn.{plan}"), parameters.draws(f"churn_firmness.{plan}", 1e9)
    alpha = (mean * firmness)[:, None]
    decide = np.clip(alpha / (firmness[:, None] + np.maximum(renewal, 1) - 1), 0, 1)
    fail = parameters.draws(f"failure.{plan}")[:, None]
    return 1 - (1 - decide) * (1 - fail)


def _older(ages: np.ndarray) -> np.ndarray:
    """Return the numbers one month later; nobody is in the first month yet."""
    older = np.zeros_like(ages)
    older[:, 1:] = ages[:, :-1]
    return older
