"""What it is worth to show a product to somebody: what they pay at once, and what they go on to."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count
from ecotools.metrics.ecosystem.tables import graph


def worth_of_showing(nodes: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    """Return what showing each product to one person brings on average, at once and later.

    A buyer of one product goes on to each of the next with its rate, from there to the next, and so on. What
    a buyer is worth is then V = price + P V, with P the table of rates: an absorbing Markov chain.

    Parameters
    ----------
    nodes : DataFrame
        One row per product: ``id``, ``price`` of one sale, and ``rate``, the share of those shown who buy.
    flows : DataFrame
        One row per way: ``from``, ``to`` and ``rate``, the share of the buyers of the one who buy the other.
        An unknown rate (NaN) is refused: say 0 where nobody goes on.

    Returns
    -------
    DataFrame
        ``id``; ``at_once`` (rate x price), ``later`` (what those buyers go on to pay) and ``worth``, their
        sum, all per person who is shown it, in the currency of the prices. The largest worth comes first.

    Raises
    ------
    TypeError, ValueError
        When a table lacks a column, a price is negative, a rate is no fraction, or a circle of rates never
        ends, so that a buyer would be worth infinitely much.

    References
    ----------
    J. G. Kemeny and J. L. Snell, Finite Markov Chains (1960), chapter 3: the fundamental matrix.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["course", "audit", "mugs"], "price": [200, 100, 20],
    ...     "rate": [0.02, 0.0, 0.03]})
    >>> ways = pd.DataFrame({"from": ["course"], "to": ["audit"], "rate": [0.25]})
    >>> worth_of_showing(shop, ways).round(2).values.tolist()
    [['course', 4.0, 0.5, 4.5], ['mugs', 0.6, 0.0, 0.6], ['audit', 0.0, 0.0, 0.0]]
    """
    names, price, rate, passing = _read(nodes, flows)
    if len(names) and max(abs(np.linalg.eigvals(passing))) >= 1 - 1e-12:
        raise ValueError("flows['rate'] has a circle whose buyers never end: its rates multiply to 1 or more")
    buyer = np.linalg.solve(np.eye(len(names)) - passing, price)
    table = pd.DataFrame({"id": names, "at_once": rate * price, "later": rate * (buyer - price)})
    table["worth"] = table["at_once"] + table["later"]
    return table.sort_values(["worth", "id"], ascending=[False, True], ignore_index=True)


def simulate_showings(
    nodes: pd.DataFrame, flows: pd.DataFrame, shown: Mapping[str, int], *, seed: int
) -> pd.DataFrame:
    """Return what a simulated audience buys when each product is shown to so many people.

    Parameters
    ----------
    nodes, flows : DataFrame
        As in `worth_of_showing`.
    shown : dict of str to int
        Id of a product -> how many people are shown it.
    seed : int
        The same seed gives the same people.

    Returns
    -------
    DataFrame
        One row per product that is shown, in the order of ``shown``: ``id``, ``shown``, ``buyers`` of those,
        ``at_once`` (what they pay) and ``later`` (what they then pay for other products).

    Raises
    ------
    TypeError, ValueError
        As `worth_of_showing`, and when ``shown`` names an unknown product or no whole number.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["course", "mugs"], "price": [200, 20], "rate": [0.02, 0.03]})
    >>> ways = pd.DataFrame({"from": ["course"], "to": ["mugs"], "rate": [0.5]})
    >>> simulate_showings(shop, ways, {"course": 5000}, seed=1)["shown"].tolist()
    [5000]
    """
    worth_of_showing(nodes, flows)  # refuses rates of which a simulation would not end
    names, price, rate, passing = _read(nodes, flows)
    draw, rows = errors.generator(seed), []
    for id, people in errors.by_name(shown, "shown", "{'course': 5000}").items():
        place = names.index(errors.one_of(id, names, "shown"))
        many = count(people, f"shown of {id!r}", of="people")
        buyers = int(draw.binomial(many, rate[place]))
        later = _later(draw, place, buyers, price, passing)
        rows.append((id, many, buyers, buyers * price[place], later))
    return pd.DataFrame(rows, columns=["id", "shown", "buyers", "at_once", "later"])


def _later(draw, place: int, buyers: int, price: np.ndarray, passing: np.ndarray) -> float:
    """Return what buyers of a product go on to pay, drawn step by step until nobody goes on."""
    now, paid = np.zeros(len(price), dtype=int), 0.0
    now[place] = buyers
    while now.any():
        now = draw.binomial(now[:, None], passing).sum(axis=0)
        paid += float(now @ price)
    return paid


def _read(nodes: pd.DataFrame, flows: pd.DataFrame) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
    """Return the ids in order, their prices and rates, and the table of rates from one to another."""
    errors.columns(nodes, ["id", "price", "rate"], "nodes")
    errors.columns(flows, ["from", "to", "rate"], "flows")
    names = list(graph(nodes, flows))
    order = {id: place for place, id in enumerate(names)}
    price, rate = (np.zeros(len(names)) for _ in range(2))
    prices = _checked(nodes, "price", "nodes", errors.not_negative)
    rates = _checked(nodes, "rate", "nodes", errors.fraction)
    for id, one, share in zip(nodes["id"], prices, rates, strict=True):
        price[order[id]], rate[order[id]] = one, share
    passing = np.zeros((len(names), len(names)))
    shares = _checked(flows, "rate", "flows", errors.fraction)
    for start, end, share in zip(flows["from"], flows["to"], shares, strict=True):
        passing[order[start], order[end]] += share
    if (passing > 1).any():
        raise ValueError(
            "flows['rate'] adds up to more than 1 from one product to another: keep one row each"
        )
    return names, price, rate, passing


def _checked(table: pd.DataFrame, column: str, name: str, check: Callable) -> list[float]:
    """Return a column as numbers, each of which passes a check."""
    return [check(float(each), f"{name}[{column!r}]") for each in columns.numbers(table, column, name)]
