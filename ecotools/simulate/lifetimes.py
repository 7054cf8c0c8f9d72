"""How a subscription goes on: renewals, changes of plan, failed payments and the end."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from ecotools.simulate.draws import geometric, pick, shifted_beta_geometric
from ecotools.simulate.incidents import FailedPaymentRun
from ecotools.simulate.scenario import Scenario

RUNNING, CHANGED, CANCELLED, PAYMENT_FAILED = range(4)
RETURN_DAYS = 30
"""Within how many days those come back who do after a failed payment run."""
_NEVER = np.int64(1) << 40


@dataclass(frozen=True)
class Joined:
    """Subscriptions as they begin: who, first day, plan, and the months after which they would cancel.

    Those who leave with their first offer, before the first full price, have a ``stay`` of 0.
    """

    who: np.ndarray
    day: np.ndarray
    plan: np.ndarray
    stay: np.ndarray

    def __len__(self) -> int:
        return len(self.who)

    @classmethod
    def together(cls, parts: list[Joined]) -> Joined:
        """Return several groups of subscriptions as one."""
        return cls(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(cls)))

    def __getitem__(self, mask) -> Joined:
        return Joined(self.who[mask], self.day[mask], self.plan[mask], self.stay[mask])


@dataclass(frozen=True)
class Hit:
    """A failed payment run: its days, which subscriptions it hits if they renew then, who returns when."""

    first: int
    last: int
    hit: np.ndarray
    back: np.ndarray
    days: np.ndarray


@dataclass(frozen=True)
class RenewalTerms:
    """What holds for each subscription in a period: months between renewals, and the renewals that end it.

    ``failed`` and ``changed`` number the renewal whose payment fails and the one with a change to the plan
    ``to``; ``run`` is the place of the failed payment run behind the failure, or -1.
    """

    interval: np.ndarray
    failed: np.ndarray
    changed: np.ndarray
    to: np.ndarray
    run: np.ndarray


def stay(scenario: Scenario, plan: str, luck: np.ndarray) -> np.ndarray:
    """Return the months until each subscriber of a plan would cancel: whole billing periods."""
    interval = scenario.blueprint.product(plan).interval_months
    table = shifted_beta_geometric(scenario.assumptions.churn_of(plan), renewals(scenario, interval))
    return (pick(table, luck) + 1) * interval


def renewals(scenario: Scenario, interval: int) -> int:
    """Return how many renewals can be seen at most; what comes later makes no difference."""
    return scenario.months // interval + 1


def live(scenario: Scenario, family: list[str], joined: Joined, turn: str) -> tuple[dict, Joined]:
    """Return the periods of subscriptions to a family of plans, and the subscriptions of those who come back.

    The periods are arrays: ``which`` (place in ``joined``), ``plan``, ``start``, ``end`` (-1 while it runs),
    ``cause`` of the end, and ``offer`` (never: a first offer comes before).
    """
    rng = scenario.rng("subscription", family[0], turn)
    runs = _runs(scenario, family, len(joined), turn)
    which, passed, plan = np.arange(len(joined)), np.zeros(len(joined), np.int64), joined.plan
    rows, returned = [], []
    while len(which):
        terms = _with_runs(scenario, _terms(scenario, family, plan, rng), runs, joined, which, passed)
        row, passed = _period(scenario, joined, which, passed, plan, terms)
        rows.append(row)
        returned += [_back(scenario, joined, row, place, run) for place, run in enumerate(runs)]
        goes_on = row["cause"] == CHANGED
        which, passed, plan = which[goes_on], passed[goes_on], terms.to[goes_on]
    table = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
    return table, Joined.together([joined[:0], *returned])


def _terms(scenario: Scenario, family: list[str], plan: np.ndarray, rng: np.random.Generator) -> RenewalTerms:
    """Return the terms of a period that begins now, without the failed payment runs."""
    assumed, number = scenario.assumptions, len(plan)
    fail_luck, change_luck = rng.random(number), rng.random(number)
    interval, to = np.ones(number, np.int64), plan.copy()
    failed, changed = np.full(number, _NEVER), np.full(number, _NEVER)
    for one in family:
        mine = plan == scenario.place(one)
        months = scenario.blueprint.product(one).interval_months
        longest = renewals(scenario, months)
        interval[mine] = months
        lost = assumed.payment_failure_rate * (1 - assumed.recovered_share)
        failed[mine] = _first(geometric(lost, longest), fail_luck[mine])
        change = assumed.plan_change.get(one)
        if change is not None:
            rate = geometric(change.monthly_rate, months)[-1]
            changed[mine] = _first(geometric(rate, longest), change_luck[mine])
            to[mine] = scenario.place(change.to)
    return RenewalTerms(interval, failed, changed, to, np.full(number, -1))


def _first(cumulative: np.ndarray, luck: np.ndarray) -> np.ndarray:
    """Return the number of the first try that succeeds; `_NEVER` when none of the table does."""
    tries = pick(cumulative, luck).astype(np.int64)
    return np.where(tries == len(cumulative), _NEVER, tries + 1)


def _period(scenario, joined, which, passed, plan, terms) -> tuple[dict, np.ndarray]:
    """Return the period that begins after ``passed`` months of each subscription, and the months at its end.

    On one renewal day a cancellation comes before a failed payment, and that before a change of plan.
    """
    left = joined.stay[which] - passed
    periods, cause = -(-left // terms.interval), np.full(len(which), CANCELLED, np.int8)
    for renewal, other in ((terms.failed, PAYMENT_FAILED), (terms.changed, CHANGED)):
        cause[renewal < periods] = other
        periods = np.minimum(periods, renewal)
    months, calendar = periods * terms.interval, scenario.calendar
    start = calendar.add_months(joined.day[which], passed)
    end = calendar.add_months(joined.day[which], passed + months)
    over = end < calendar.days
    row = {
        "which": which,
        "plan": plan,
        "start": start,
        "end": np.where(over, end, -1),
        "cause": np.where(over, cause, RUNNING).astype(np.int8),
        "run": np.where(over & (cause == PAYMENT_FAILED), terms.run, -1),
        "left": left - months,
        "offer": np.zeros(len(which), bool),
    }
    return row, passed + months


def _runs(scenario: Scenario, family: list[str], number: int, turn: str) -> list[Hit]:
    """Return the failed payment runs, drawn for each subscription whether it renews at the time or not."""
    hits = []
    for place, run in enumerate(scenario.of_kind(FailedPaymentRun)):
        rng = scenario.rng("failed payment run", family[0], turn, str(place))
        first, last = scenario.calendar.edges[run.month - 1 : run.month + 1].tolist()
        hit, back = rng.random(number) < run.share, rng.random(number) < run.returning
        hits.append(Hit(first, last, hit, back, rng.integers(1, RETURN_DAYS + 1, number)))
    return hits


def _with_runs(scenario, terms: RenewalTerms, runs: list[Hit], joined: Joined, which, passed) -> RenewalTerms:
    """Return the terms with the failures of the runs, where these come before the ordinary ones."""
    failed, source, calendar = terms.failed, terms.run, scenario.calendar
    for place, run in enumerate(runs):
        day = joined.day[which]
        months = np.maximum(calendar.months_until(day, run.first), 0)
        ahead = months - passed
        due = (calendar.add_months(day, months) < run.last) & (ahead > 0) & (ahead % terms.interval == 0)
        renewal = np.where(due & run.hit[which], ahead // terms.interval, _NEVER)
        source = np.where(renewal < failed, place, source)
        failed = np.minimum(failed, renewal)
    return RenewalTerms(terms.interval, failed, terms.changed, terms.to, source)


def _back(scenario: Scenario, joined: Joined, row: dict, place: int, run: Hit) -> Joined:
    """Return the new subscriptions of those that a failed payment run ended and that come back in time."""
    which = row["which"]
    day = row["end"] + run.days[which]
    back = (row["run"] == place) & run.back[which] & (day < scenario.calendar.days)
    return Joined(joined.who[which[back]], day[back], row["plan"][back], row["left"][back])
