"""What subscribers do in the community, and how buyers answer the survey."""

import numpy as np

from ecotools.simulate.draws import pick
from ecotools.simulate.journey import Reached
from ecotools.simulate.scenario import Scenario

ACTION_MIX = {"visit": 0.45, "post": 0.10, "comment": 0.20, "lesson": 0.20, "event": 0.05}
"""Shares of the actions that an active day is about."""
SURVEY_DAYS = 30
"""Days after the purchase on which the survey is answered."""


def activity(scenario: Scenario, periods: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return one row for each active day of each subscriber, by day; an action is a place in `ACTION_MIX`.

    In a month a share `active_share` of those subscribed throughout is active, on 1 + Poisson days, with
    1 + Poisson actions a day. Who is subscribed for a part of the month has that part of the chance and of
    the days. Nobody has two rows on a day.
    """
    assumed, rng = scenario.assumptions.activity, scenario.rng("activity")
    who, first, length, share = _member_months(scenario, periods)
    active = rng.random(len(who)) < assumed.active_share * share
    who, first, length, share = who[active], first[active], length[active], share[active]
    days = 1 + rng.poisson(max(assumed.days_active_mean - 1, 0) * share)
    days = np.minimum(days, length)
    of = np.repeat(np.arange(len(who)), days)
    nth = np.arange(len(of)) - np.repeat(np.cumsum(days) - days, days)
    # One day in each of as many even parts of the month: never the same day twice.
    low, high = nth * length[of] // days[of], (nth + 1) * length[of] // days[of]
    day = first[of] + low + (rng.random(len(of)) * (high - low)).astype(np.int64)
    action = pick(np.cumsum(list(ACTION_MIX.values()))[:-1], rng.random(len(of)))
    count = 1 + rng.poisson(max(assumed.mean_actions - 1, 0), len(of))
    order = np.argsort(day.astype(np.int16), kind="stable")
    table = {"who": who[of], "day": day, "action": action.astype(np.int8), "count": count}
    return {name: values[order] for name, values in table.items()}


def _member_months(scenario: Scenario, periods: dict[str, np.ndarray]):
    """Return per subscriber and month: who, the first day subscribed, how many days, what share of all."""
    who, first, last = _spells(scenario, periods)
    calendar = scenario.calendar
    month, final = calendar.month_of[first].astype(np.int64), calendar.month_of[last - 1].astype(np.int64)
    number = final - month + 1
    of = np.repeat(np.arange(len(who)), number)
    month = month[of] + np.arange(len(of)) - np.repeat(np.cumsum(number) - number, number)
    begins, ends = calendar.edges[month], calendar.edges[month + 1]
    low, high = np.maximum(first[of], begins), np.minimum(last[of], ends)
    return who[of], low, high - low, (high - low) / (ends - begins)


def _spells(scenario: Scenario, periods: dict[str, np.ndarray]):
    """Return each subscriber once, with the first day of the first period and the end of the last."""
    order = np.argsort(periods["who"], kind="stable")
    who, start, end = (periods[name][order] for name in ("who", "start", "end"))
    if not len(who):
        return who, start, end
    begins = np.flatnonzero(np.append(True, who[1:] != who[:-1]))
    end = np.where(end < 0, scenario.calendar.days, end)
    return who[begins], np.minimum.reduceat(start, begins), np.maximum.reduceat(end, begins)


def answers(scenario: Scenario, buyers: Reached) -> dict[str, np.ndarray]:
    """Return the NPS scores by day: every buyer is asked once, and a share `response_rate` answers."""
    assumed, rng = scenario.assumptions, scenario.rng("nps")
    number = len(buyers.who)
    answered, group, within = rng.random(number), rng.random(number), rng.random(number)
    day = buyers.day + np.int32(SURVEY_DAYS)
    seen = (answered < assumed.response_rate) & (day < scenario.calendar.days)
    shares = np.array([assumed.nps.detractors, assumed.nps.passives])
    kind = pick(np.cumsum(shares), group[seen])
    lowest, width = np.array([0, 7, 9]), np.array([7, 2, 2])
    score = lowest[kind] + (within[seen] * width[kind]).astype(np.int64)
    order = np.argsort(day[seen].astype(np.int16), kind="stable")
    return {
        "who": buyers.who[seen][order],
        "day": day[seen][order],
        "answer": score[order].astype(np.float64),
    }
