"""Who subscribes, when and to which plan, and the periods of constant terms that follow."""

import numpy as np

from ecotools.simulate.community_effect import Candidates, belong
from ecotools.simulate.content import without_content
from ecotools.simulate.draws import delays, pick
from ecotools.simulate.journey import Reached
from ecotools.simulate.lifetimes import Joined, live, stay
from ecotools.simulate.offers import first_offers, first_price, leavers
from ecotools.simulate.orders import taken_first
from ecotools.simulate.scenario import Scenario


def subscriptions(scenario: Scenario, buyers: Reached) -> tuple[dict[str, np.ndarray], Candidates | None]:
    """Return the periods by their first day, and who could join the community, None where there is none.

    A plan is a place in the list of products, and days are numbers.

    The billing periods a subscriber stays are drawn once, from the plan they join; a change of plan alters
    what they pay, not how long they stay. Payments fail at a constant rate of the renewals beside that. A
    free trial or first price comes before the first of these periods. A core product that is paid again and
    again is joined on the day of the purchase.
    """
    batches, candidates = [], []
    for family in scenario.plan_families():
        joined, turn = _with_core(scenario, family, buyers, _join(scenario, family, buyers)), 0
        while len(joined):
            rows, returned = _go_on(scenario, family, joined, turn, candidates)
            batches.append((joined, rows))
            joined, turn = returned, turn + 1
    return _priced(scenario, _ordered(batches)), Candidates.together(candidates)


def _join(scenario: Scenario, family: list[str], buyers: Reached) -> Joined:
    """Return who of the buyers takes one of these plans, and when."""
    rng, assumed = scenario.rng("subscribe", family[0]), scenario.assumptions
    number = len(buyers.who)
    luck, life = rng.random(number), rng.random(number)
    waited = pick(delays(assumed.subscribe_window_days), rng.random(number))
    day = buyers.day + waited.astype(np.int64)
    seen = day < scenario.calendar.days
    who, day, luck, life = buyers.who[seen], day[seen], luck[seen], life[seen]
    plan, months, taken_up = np.full(len(day), -1, np.int16), np.zeros(len(day), np.int64), np.zeros(len(day))
    for one in family:
        upto = taken_up + (scenario.subscribe_rates.get(one, 0.0) * scenario.demand(one))[day]
        mine = (taken_up <= luck) & (luck < upto)
        plan[mine] = scenario.place(one)
        months[mine] = stay(scenario, one, life[mine])
        months[mine & leavers(scenario, one, life)] = 0
        taken_up = upto
    return Joined(who, day, plan, months)[plan >= 0]


def _with_core(scenario: Scenario, family: list[str], buyers: Reached, joined: Joined) -> Joined:
    """Return who takes one of these plans, with those who bought one of them as their core product."""
    parts = []
    for core in [one for one in family if one in scenario.recurring_cores]:
        mine = taken_first(scenario, buyers) == scenario.place(core)
        who, day = buyers.who[mine], buyers.day[mine].astype(np.int64)
        life = scenario.rng("subscribe", "core", core).random(len(who))
        months = np.where(leavers(scenario, core, life), 0, stay(scenario, core, life))
        parts.append(Joined(who, day, np.full(len(who), scenario.place(core), np.int16), months))
    if not parts:
        return joined
    bought = Joined.together(parts)
    return Joined.together([bought, joined[~np.isin(joined.who, bought.who)]])


def _go_on(
    scenario: Scenario, family: list[str], joined: Joined, turn: int, candidates: list[Candidates]
) -> tuple[dict, Joined]:
    """Return what `live` does, and add to those who could join the community.

    Only new subscriptions begin with an offer or lead into the community: those who return have had it.
    """
    if turn:
        return live(scenario, family, joined, str(turn))
    offered, which, joined = first_offers(scenario, joined)
    joined, able = belong(scenario, family, joined)
    candidates += [] if able is None else [able]
    joined = without_content(scenario, family, joined)
    if not len(joined):
        return offered, joined
    rows, returned = live(scenario, family, joined, "0")
    rows["which"] = which[rows["which"]]
    return {name: np.concatenate([part, rows[name]]) for name, part in offered.items()}, returned


def _ordered(batches: list[tuple[Joined, dict]]) -> dict[str, np.ndarray]:
    """Return all periods by their first day, with ids in the order in which the subscriptions began."""
    none = np.zeros(0, np.int64)
    began = np.concatenate([none, *(joined.day for joined, _ in batches)])
    who = np.concatenate([none, *(joined.who for joined, _ in batches)])
    ids = np.empty(len(began), np.int64)
    ids[np.argsort(began, kind="stable")] = np.arange(len(began))
    offsets = np.cumsum([0, *(len(joined) for joined, _ in batches)])
    which = [rows["which"] + offset for (_, rows), offset in zip(batches, offsets, strict=False)]
    which = np.concatenate([none, *which])
    table = {
        name: np.concatenate([none, *(rows[name] for _, rows in batches)])
        for name in ("plan", "start", "end", "cause", "offer")
    }
    table |= {"subscription": ids[which], "who": who[which]}
    order = np.lexsort((table["subscription"], table["start"]))
    return {name: values[order] for name, values in table.items()}


def _priced(scenario: Scenario, table: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the periods with the price of their first day, or of their offer, and the billing interval."""
    price, interval = np.zeros(len(table["plan"])), np.ones(len(table["plan"]), np.int64)
    for place in np.unique(table["plan"]):
        mine, plan = table["plan"] == place, scenario.products[place]
        price[mine] = scenario.price(plan)[table["start"][mine]]
        price[mine & (table["offer"] > 0)] = first_price(scenario, plan)
        interval[mine] = scenario.blueprint.product(plan).interval_months
    return table | {"price": price, "interval": interval}
