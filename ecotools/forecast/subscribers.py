"""Month by month: who renews, who leaves, who changes the plan, and the MRR of those who stay."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ecotools.forecast.business import Business
from ecotools.forecast.parameters import Parameters


@dataclass
class Cohorts:
    """Subscribers of one plan who joined it or another one: runs x months since they joined.

    ``churn`` is the plan whose churn they have: the one they joined first.
    """

    plan: str
    churn: str
    monthly: float
    alive: np.ndarray

    @property
    def number(self) -> np.ndarray:
        """How many there are in each run."""
        return self.alive.sum(axis=1)


@dataclass(frozen=True)
class Counted:
    """What came of the subscriptions, each runs x months: at the end of the month, and in it."""

    subscribers: np.ndarray
    mrr: np.ndarray
    revenue: dict[str, np.ndarray]
    costs: np.ndarray


def subscribers(business: Business, parameters: Parameters, joins: dict, months: int, chance) -> Counted:
    """Return subscribers, MRR, revenue by plan and costs of each month.

    Parameters
    ----------
    joins : dict
        Plan -> runs x months of subscriptions begun.
    """
    runs = parameters.runs
    cohorts = _today(business, runs, months)
    before = _values(business, cohorts, runs)
    number, mrr, costs = (np.zeros((runs, months)) for _ in range(3))
    revenue = {id: np.zeros((runs, months)) for id in business.plans}
    waiting = {id: np.zeros(runs) for id in business.plans}
    for month in range(months):
        _age(business, parameters, cohorts, chance)
        _join(business, cohorts, {id: joins[id][:, month] for id in business.plans}, waiting, months)
        after = _values(business, cohorts, runs)
        for id, plan in business.plans.items():
            # People come and go on all days of the month: on average the plan has the mean of both ends.
            revenue[id][:, month] = (before[id][1] + after[id][1]) / 2
            costs[:, month] += plan.cost / plan.interval * (before[id][0] + after[id][0]) / 2
        number[:, month] = sum(_people(one, business.people) for one in cohorts)
        mrr[:, month] = sum(money for _, money in after.values())
        before = after
    return Counted(number, mrr, revenue, costs)


def _today(business: Business, runs: int, months: int) -> list[Cohorts]:
    found = []
    for one in business.running:
        alive = np.zeros((runs, len(one.by_age) + months))
        alive[:, : len(one.by_age)] = one.by_age
        found.append(Cohorts(one.plan, one.plan, one.monthly, alive))
    return found


def _people(cohorts: Cohorts, by_age: np.ndarray) -> np.ndarray:
    """Return the customers behind subscriptions, in each run."""
    months = cohorts.alive.shape[1]
    share = np.append(by_age[:months], np.full(max(months - len(by_age), 0), by_age[-1]))
    return cohorts.alive @ share


def _values(business: Business, cohorts: list[Cohorts], runs: int) -> dict:
    """Return per plan the subscriptions and the MRR in each run."""
    found = {id: (np.zeros(runs), np.zeros(runs)) for id in business.plans}
    for one in cohorts:
        number, money = found[one.plan]
        found[one.plan] = number + one.number, money + one.number * one.monthly
    return found


def _age(business: Business, parameters: Parameters, cohorts: list[Cohorts], chance) -> None:
    """Let a month pass: subscribers whose renewal is due stay, leave, or change the plan."""
    for one in list(cohorts):
        plan, ages = business.plans[one.plan], np.arange(one.alive.shape[1])
        due = (ages + 1) % plan.interval == 0
        leave = np.where(due, _leaving(parameters, one.churn, (ages + 1) // plan.interval), 0.0)
        stay = one.alive - chance.share_of(one.alive, leave)
        to = business.changes.get(one.plan)
        if to in business.plans:
            rate = 1 - (1 - parameters.draws(f"change.{one.plan}")) ** plan.interval
            moved = chance.share_of(stay, np.where(due, rate[:, None], 0.0))
            stay = stay - moved
            _cohorts(cohorts, to, one.churn, business.plans[to].monthly, one.alive).alive += _older(moved)
        one.alive = _older(stay)


def _leaving(parameters: Parameters, plan: str, renewal: np.ndarray) -> np.ndarray:
    """Return the share who leave at each renewal, runs x renewals, by decision or failed payment."""
    mean, firmness = parameters.draws(f"churn.{plan}"), parameters.draws(f"churn_firmness.{plan}", 1e9)
    alpha = (mean * firmness)[:, None]
    decide = np.clip(alpha / (firmness[:, None] + np.maximum(renewal, 1) - 1), 0, 1)
    fail = parameters.draws(f"failure.{plan}")[:, None]
    return 1 - (1 - decide) * (1 - fail)


def _older(alive: np.ndarray) -> np.ndarray:
    """Return the numbers one month later; nobody is in the first month yet."""
    return np.hstack([np.zeros((len(alive), 1)), alive[:, :-1]])


def _cohorts(cohorts: list[Cohorts], plan: str, churn: str, monthly: float, like: np.ndarray) -> Cohorts:
    """Return the cohorts of a plan at a price, added when there are none yet."""
    for one in cohorts:
        if (one.plan, one.churn, one.monthly) == (plan, churn, monthly) and one.alive.shape == like.shape:
            return one
    cohorts.append(Cohorts(plan, churn, monthly, np.zeros_like(like)))
    return cohorts[-1]


def _join(business: Business, cohorts: list[Cohorts], joins: dict, waiting: dict, months: int) -> None:
    """Add those who join in the month; where places are limited, those who find none wait."""
    for id, plan in business.plans.items():
        new = joins[id] + waiting[id]
        if np.isfinite(plan.places):
            here = sum(one.number for one in cohorts if one.plan == id)
            entering = np.clip(plan.places - here, 0, new)
            waiting[id], new = new - entering, entering
        mine = _cohorts(cohorts, id, id, plan.monthly, np.zeros((len(new), months + 1)))
        mine.alive[:, 0] += new
