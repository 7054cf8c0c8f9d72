"""Who comes, by which channel, and how far each gets on the journey."""

from dataclasses import dataclass

import numpy as np

from ecotools.blueprint import STAGES, FunnelStep
from ecotools.blueprint.journey import Touchpoint
from ecotools.simulate.draws import delays, pick
from ecotools.simulate.feature_test import drawn, lifted
from ecotools.simulate.incidents import BrokenOnboarding
from ecotools.simulate.scenario import Scenario


@dataclass(frozen=True)
class Visitors:
    """Everyone who ever came, in the order of their first day: that day, and the place of their channel.

    ``paid`` tells who would not have come without what the channel was paid, ``referred`` who was brought by
    another customer.
    """

    day: np.ndarray
    channel: np.ndarray
    paid: np.ndarray
    referred: np.ndarray


@dataclass(frozen=True)
class Reached:
    """Who reached a stage (places in `Visitors`, ascending), on which day; at purchase, for which product.

    ``lot`` says of those at and before the purchase who has a tested feature: see `feature_test`.
    """

    stage: str
    who: np.ndarray
    day: np.ndarray
    product: np.ndarray | None = None
    lot: np.ndarray | None = None


def acquire(scenario: Scenario) -> Visitors:
    """Return the visitors: a Poisson number per channel and month, evenly spread over the month's days."""
    edges, places = scenario.calendar.edges, list(scenario.visitors)
    days, channels = [np.zeros(0, np.int16)], [np.zeros(0, np.int16)]
    paid = [np.zeros(0, bool)]
    for stream, by_channel in (("visitors", scenario.visitors), ("paid visitors", scenario.paid_visitors)):
        for name, means in by_channel.items():
            rng = scenario.rng(stream, name)
            for month, mean in enumerate(means):
                number = rng.poisson(mean)
                days.append(rng.integers(edges[month], edges[month + 1], number, dtype=np.int16))
                channels.append(np.full(number, places.index(name), np.int16))
                paid.append(np.full(number, stream == "paid visitors"))
    day, channel = np.concatenate(days), np.concatenate(channels)
    # A stable sort of 16-bit numbers is a radix sort: linear, and the same everywhere.
    order = np.argsort(day, kind="stable")
    return Visitors(day[order], channel[order], np.concatenate(paid)[order], np.zeros(len(day), bool))


def travel(scenario: Scenario, visitors: Visitors, turn: int = 0) -> list[Reached]:
    """Return who reached each stage of the funnel, in the funnel's order.

    Each ``turn`` of the loop of referrals has random streams of its own.
    """
    everyone = np.arange(len(visitors.day), dtype=np.int32)
    reached = [Reached(scenario.steps[0].from_stage, everyone, visitors.day)]
    for step in scenario.steps:
        if step.to_stage == "purchase":
            reached[-1] = drawn(scenario, reached[-1], turn)
        reached.append(_advance(scenario, step, visitors, reached[-1], turn))
    return reached


def step_name(step: FunnelStep) -> str:
    """Return how `Ledger.truth` names a step: ``awareness>consideration``."""
    return f"{step.from_stage}>{step.to_stage}"


def channel_rates(scenario: Scenario, step: FunnelStep) -> np.ndarray:
    """Return the rate of a step for each channel: rate times quality, at most 1."""
    quality = np.array([channel.quality for channel in scenario.assumptions.channels])
    return np.minimum(1.0, step.rate * quality)


def _advance(scenario: Scenario, step: FunnelStep, visitors: Visitors, before: Reached, turn: int) -> Reached:
    """Return who of those at a stage reach the next one before the simulation ends."""
    number = len(before.who)
    rng = scenario.rng("funnel", step_name(step), *([str(turn)] if turn else []))
    luck, waited = rng.random(number), pick(delays(step.window_days), rng.random(number))
    day = before.day + waited.astype(np.int32)
    passed = day < scenario.calendar.days
    chance = channel_rates(scenario, step)[visitors.channel[before.who]]
    product = None
    if step.to_stage == "purchase":
        product = _core_choice(scenario, rng, number)
        chance = _at_price(scenario, chance, product, np.where(passed, day, 0))
    if step.to_stage == "activation":
        chance = chance * _onboarding(scenario)[before.day]
    passed &= luck < lifted(scenario, before, chance, step.to_stage)
    kept = None if product is None else product[passed]
    lot = None if before.lot is None or product is None else before.lot[passed]
    return Reached(step.to_stage, before.who[passed], day[passed].astype(np.int16), kept, lot)


def _core_choice(scenario: Scenario, rng: np.random.Generator, number: int) -> np.ndarray:
    """Return the core product each person has in mind, as a place in the list of products."""
    places = np.array([scenario.place(core.id) for core in scenario.cores], np.int16)
    if len(places) == 1:
        return np.full(number, places[0], np.int16)
    return places[rng.integers(0, len(places), number)]


def _at_price(scenario: Scenario, chance: np.ndarray, product: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return the chance of a purchase at the price of the day on which it would happen."""
    for core in scenario.cores:
        demand = scenario.demand(core.id)
        if (demand != 1).any():
            mine = product == scenario.place(core.id)
            chance = np.where(mine, np.minimum(1.0, chance * demand[day]), chance)
    return chance


def _onboarding(scenario: Scenario) -> np.ndarray:
    """Return the multiplier on activation for those who buy on each day."""
    factor, calendar = np.ones(scenario.calendar.days), scenario.calendar
    for broken in scenario.of_kind(BrokenOnboarding):
        last = min(broken.month - 1 + broken.months, scenario.months)
        factor[calendar.edges[broken.month - 1] : calendar.edges[last]] *= broken.activation_factor
    return factor


def touches(
    scenario: Scenario, visitors: Visitors, reached: list[Reached], credit: np.ndarray
) -> dict[str, np.ndarray]:
    """Return one touch for each stage each person reached, by day; on the same day in the journey's order.

    The touch of a purchase has the channel that it is put down to, ``credit``.
    """
    assets = asset_names(scenario)
    who = np.concatenate([one.who for one in reached])
    day = np.concatenate([one.day for one in reached])
    stage = np.concatenate([np.full(len(one.who), STAGES.index(one.stage), np.int8) for one in reached])
    asset = np.concatenate([_assets(scenario, visitors, one, assets) for one in reached])
    order = np.argsort(day, kind="stable")
    who, stage = who[order], stage[order]
    bought = stage == STAGES.index("purchase")
    return {
        "who": who,
        "day": day[order],
        "stage": stage,
        "channel": np.where(bought, credit[who], visitors.channel[who]),
        "asset": asset[order],
    }


def asset_names(scenario: Scenario) -> list[str]:
    """Return the assets a touch can be about; the first is '' for a stage that has none."""
    return list(dict.fromkeys(["", *(point.asset for point in scenario.blueprint.journey)]))


def _assets(scenario: Scenario, visitors: Visitors, at: Reached, assets: list[str]) -> np.ndarray:
    """Return which asset each person at a stage met, evenly drawn from those that fit their channel."""
    points = scenario.blueprint.touchpoints(at.stage)
    fitting = [_fitting(points, channel.name, scenario) for channel in scenario.assumptions.channels]
    choices = [[assets.index(point.asset) for point in listed] or [0] for listed in fitting]
    if all(listed == choices[0] for listed in choices) and len(choices[0]) == 1:
        return np.full(len(at.who), choices[0][0], np.int16)
    sizes = np.array([len(listed) for listed in choices])
    table = np.zeros((len(choices), sizes.max()), np.int16)
    for row, listed in enumerate(choices):
        table[row, : len(listed)] = listed
    channel = visitors.channel[at.who]
    luck = scenario.rng("assets", at.stage).random(len(at.who))
    return table[channel, (luck * sizes[channel]).astype(np.int64)]


def _fitting(points: list[Touchpoint], channel: str, scenario: Scenario) -> list[Touchpoint]:
    """Return the touchpoints that are the channel's own, else those that are no other channel's, else all."""
    theirs = {one.name.casefold() for one in scenario.assumptions.channels}
    own = [point for point in points if (point.channel or "").casefold() == channel.casefold()]
    shared = [point for point in points if (point.channel or "").casefold() not in theirs]
    return own or shared or points
