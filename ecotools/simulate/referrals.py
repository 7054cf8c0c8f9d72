"""The loop of referrals: those who recommend bring visitors, who buy and recommend in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ecotools.simulate.draws import delays, pick
from ecotools.simulate.journey import Reached, Visitors, acquire, channel_rates, travel

if TYPE_CHECKING:
    from ecotools.simulate.scenario import Scenario

MOST_REFERRED = 20_000_000
"""Referred visitors that are simulated at most."""


def come(scenario: Scenario) -> tuple[Visitors, list[Reached]]:
    """Return everyone who comes, those who are referred included, and how far each gets."""
    visitors = acquire(scenario)
    reached = travel(scenario, visitors)
    if scenario.referral is None:
        return visitors, reached
    turns, total = [(visitors, reached)], 0
    while len((more := _brought(scenario, turns[-1][1][-1], len(turns))).day):
        total += len(more.day)
        if total > MOST_REFERRED:
            raise ValueError(
                f"referrals bring more than {MOST_REFERRED:,} visitors: make visitors of Referral, months or "
                "scale smaller"
            )
        turns.append((more, travel(scenario, more, turn=len(turns))))
    return _together(turns)


def _brought(scenario: Scenario, referring: Reached, turn: int) -> Visitors:
    """Return whom those bring who refer, by day."""
    referral, calendar = scenario.referral, scenario.calendar
    rng = scenario.rng("referral", str(turn))
    number = rng.poisson(referral.visitors, len(referring.day))
    number[referring.day < calendar.edges[referral.month - 1]] = 0
    day = np.repeat(referring.day.astype(np.int64), number)
    day += 1 + pick(delays(referral.delay_days), rng.random(len(day)))
    day = np.sort(day[day < calendar.days], kind="stable").astype(np.int16)
    place = list(scenario.visitors).index(referral.channel)
    channel = np.full(len(day), place, np.int16)
    return Visitors(day, channel, np.zeros(len(day), bool), np.ones(len(day), bool))


def _together(turns: list[tuple[Visitors, list[Reached]]]) -> tuple[Visitors, list[Reached]]:
    """Return the people of all turns as one, in the order of their first day."""
    offsets = np.cumsum([0, *(len(visitors.day) for visitors, _ in turns)])
    parts = [
        [getattr(visitors, name) for visitors, _ in turns] for name in ("day", "channel", "paid", "referred")
    ]
    day, channel, paid, referred = (np.concatenate(part) for part in parts)
    order = np.argsort(day, kind="stable")
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    stages = zip(*(reached for _, reached in turns), strict=True)
    merged = [_merged(list(stage), offsets, place) for stage in stages]
    return Visitors(day[order], channel[order], paid[order], referred[order]), merged


def _merged(stage: list[Reached], offsets: np.ndarray, place: np.ndarray) -> Reached:
    who = np.concatenate([place[one.who + offset] for one, offset in zip(stage, offsets, strict=False)])
    order = np.argsort(who, kind="stable")
    day = np.concatenate([one.day for one in stage])[order]
    more = {
        name: np.concatenate([getattr(one, name) for one in stage])[order]
        for name in ("product", "lot")
        if getattr(stage[0], name) is not None
    }
    return Reached(stage[0].stage, who[order], day, **more)


def told(scenario: Scenario, visitors: Visitors, reached: list[Reached]) -> dict:
    """Return the loop that was simulated: its K, how long a turn takes, and whom it brought."""
    referral = scenario.referral
    names, rates = list(scenario.visitors), [channel_rates(scenario, step) for step in scenario.steps]
    bought = next(i for i, step in enumerate(scenario.steps, start=1) if step.to_stage == "purchase")
    place = names.index(referral.channel)
    buying, referring = np.prod(rates[:bought], axis=0)[place], np.prod(rates[bought:], axis=0)
    k = referral.visitors * buying * referring
    windows = [*(step.window_days for step in scenario.steps), referral.delay_days]
    buyers = next(one for one in reached if one.stage == "purchase")
    return {
        "channel": referral.channel,
        "visitors": float(referral.visitors),
        "delay_days": int(referral.delay_days),
        "month": int(referral.month),
        "k": float(k[place]),
        "k_by_channel": dict(zip(names, k.tolist(), strict=True)),
        "cycle_days": float(1 + sum(_mean_wait(one) for one in windows)),
        "referrers": len(reached[-1].who),
        "brought_visitors": int(visitors.referred.sum()),
        "brought_customers": int(visitors.referred[buyers.who].sum()),
        "customers": len(buyers.who),
    }


def _mean_wait(window_days: int) -> float:
    """Return the mean of the days that a wait within a window takes."""
    return float((1 - delays(window_days)).sum())
