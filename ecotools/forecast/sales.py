"""Month by month: visitors, buyers, and how many of each product they take."""

import numpy as np

from ecotools.forecast.business import ForecastBusiness, Move
from ecotools.forecast.delays import by_month, following
from ecotools.forecast.parameters import Parameters

COUNTED_BUYERS = "buyers.all"
"""The parameter of buyers a month, where visitors are not known."""


def acquired(
    business: ForecastBusiness, parameters: Parameters, months: int, chance
) -> dict[str, np.ndarray]:
    """Return per product an array, runs x (past and coming months), of sales or subscriptions begun.

    A product whose hours are limited sells no more than there are places; who finds none waits for the next
    month.
    """
    found = {id: np.zeros((parameters.runs, months)) for id in {**business.goods, **business.plans}}
    buyers = _buyers(business, parameters, months, chance)
    _to_buyers(business, parameters, buyers, chance, found)
    for id in business.direct:
        season = np.resize(business.seasons.get(id, np.ones(1)), months)
        found[id] += _stream(f"sales.{id}", parameters, months, chance, season)
    whole = {id: _with_past(business.acquired.get(id), sold, business.past) for id, sold in found.items()}
    for move in _in_order(business.moves):
        share = parameters.draws(move.id)
        follow = following(chance, whole[move.start], share, by_month(move.window), business.past)
        whole[move.to][:, business.past :] += follow
    for id, good in business.goods.items():
        if np.isfinite(good.places):
            whole[id][:, business.past :] = within_places(whole[id][:, business.past :], good.places)
    return whole


def within_places(wanted: np.ndarray, places: float) -> np.ndarray:
    """Return the sales a month when at most ``places`` can be sold; the others wait.

    >>> within_places(np.array([[1.0, 5.0, 1.0, 0.0]]), 3).tolist()
    [[1.0, 3.0, 3.0, 0.0]]
    """
    sold, waiting = np.empty_like(wanted), np.zeros(len(wanted))
    for month in range(wanted.shape[1]):
        waiting = waiting + wanted[:, month]
        sold[:, month] = np.minimum(waiting, places)
        waiting = waiting - sold[:, month]
    return sold


def _stream(id: str, parameters: Parameters, months: int, chance, season=1.0) -> np.ndarray:
    """Return numbers that start at a level and grow by a share each month, runs x months.

    ``season`` multiplies each month.
    """
    growth = parameters.draws(id.replace(".", "_growth.", 1))
    level, dispersion = parameters.draws(id), parameters.draws(id.replace(".", "_noise.", 1), 1.0)
    mean = level[:, None] * (1 + growth[:, None]) ** np.arange(months) * season
    return chance.number(mean, dispersion[:, None])


def _with_past(known: np.ndarray | None, coming: np.ndarray, past: int) -> np.ndarray:
    before = np.zeros(past) if known is None else known
    return np.hstack([np.broadcast_to(before, (len(coming), past)), coming])


def _buyers(business: ForecastBusiness, parameters: Parameters, months: int, chance) -> np.ndarray:
    """Return who buys a core product or a bundle in each month to come, runs x months."""
    total = np.zeros((parameters.runs, months))
    if COUNTED_BUYERS in parameters:
        return _stream(COUNTED_BUYERS, parameters, months, chance)
    shares = by_month(*business.windows)
    for name, channel in business.channels.items():
        coming = _stream(f"visitors.{name}", parameters, months, chance)
        visitors = _with_past(business.visitors.get(name), coming, business.past)
        rate = np.ones(parameters.runs)
        for id in channel.rates:
            rate = rate * np.minimum(1.0, parameters.draws(id) * channel.quality)
        total += following(chance, visitors, rate, shares, business.past)
    return total


def _to_buyers(business: ForecastBusiness, parameters: Parameters, buyers, chance, found: dict) -> None:
    """Add to ``found`` what buyers take: bundle or core product, add-ons, and plans joined afterwards."""
    left = buyers
    taken = np.zeros(parameters.runs)
    for id in business.bundles:
        share = parameters.draws(f"bundle.{id}")
        rate = np.clip(share / np.maximum(1 - taken, 1e-12), 0, 1)
        sold = chance.share_of(left, rate[:, None])
        found[id] += sold
        left, taken = left - sold, taken + share
    for id in business.add_ons:
        found[id] += chance.share_of(left, parameters.draws(f"add_on.{id}")[:, None])
    rest, taken = left, 0.0
    for id, share in business.cores.items():
        sold = chance.share_of(rest, np.full((1, 1), min(1.0, share / max(1 - taken, 1e-12))))
        found[id] += sold
        rest, taken = rest - sold, taken + share
    everyone = _with_past(business.buyers if business.past else None, buyers, business.past)
    shares = by_month(business.window)
    for id in business.joined:
        found[id] += following(chance, everyone, parameters.draws(f"subscribe.{id}"), shares, business.past)


def _in_order(moves: list[Move]) -> list[Move]:
    """Return the moves so that all that lead to a product come before those that start from it.

    No move leads back to where its owners came from: `circular` ones are no part of a business.
    """
    import networkx as nx

    graph = nx.DiGraph((move.start, move.to) for move in moves)
    place = {node: n for n, node in enumerate(nx.topological_sort(graph))}
    return sorted(moves, key=lambda move: place[move.start])


def circular(moves: list[Move]) -> list[Move]:
    """Return the moves that close a circle with those before them.

    >>> there, back = Move("a", "course", "club", 30), Move("b", "club", "course", 30)
    >>> [move.id for move in circular([there, back])]
    ['b']
    """
    import networkx as nx

    graph, closing = nx.DiGraph(), []
    for move in moves:
        if move.start in graph and move.to in graph and nx.has_path(graph, move.to, move.start):
            closing.append(move)
        else:
            graph.add_edge(move.start, move.to)
    return closing
