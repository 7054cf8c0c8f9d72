"""The loops of a map with their sign and gain, and what one more of something comes to by all ways."""

import networkx as nx
import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics import columns
from ecotools.metrics.ecosystem import loops
from ecotools.metrics.ecosystem.tables import graph

SIGNS = ("+", "-")
"""More at the start of a flow makes more at its end (+), or less (-)."""

_END = "flows['gain'] has circles that multiply what goes round by 1 or more: it would grow without end"


def signed_loops(nodes: pd.DataFrame, flows: pd.DataFrame, *, most: int = 100) -> pd.DataFrame:
    """Return the loops of a map, each with its kind, its gain and how long one turn takes.

    A loop is *reinforcing* when an even number of its flows have the sign -, and *balancing* when an odd
    number have. Its gain is the product of the gains of its flows: how many more there are at the node where
    it began, after one turn, for one more there. A reinforcing loop with a gain below 1 is no engine: it
    multiplies what comes from outside by 1 / (1 - gain), and stops.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        One row per pair: ``from``, ``to`` and ``gain`` (how many more at ``to`` for one more at ``from``;
        below 0 for fewer; NaN when unknown) or ``sign`` (+ or -), or both; if there is one, ``delay`` in
        months.
    most : int, default 100
        Where the search ends: a dense map has more loops than anyone can list.

    Returns
    -------
    DataFrame
        One row per loop: ``nodes`` (list of ids in order), ``kind``, ``gain`` and ``delay`` (months per turn;
        both NaN where one of its flows does not say), ``multiplier`` (1 / (1 - gain), inf from a gain of 1
        on). The largest gain first, unknown ones last. ``attrs["complete"]`` as in `ecosystem.loops`.

    Raises
    ------
    TypeError, ValueError
        A missing column, an unknown node, a pair that stands twice, a flow whose sign nobody says or whose
        gain contradicts it, a delay below 0.

    References
    ----------
    J. D. Sterman, Business Dynamics (2000), chapter 5: the polarity of a loop, and its gain.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["writers", "templates", "editors"]})
    >>> ways = pd.DataFrame({"from": ["writers", "templates", "templates", "editors"],
    ...     "to": ["templates", "writers", "editors", "templates"], "gain": [0.5, 0.4, 0.1, -0.5],
    ...     "delay": [1, 2, 0, 1]})
    >>> found = signed_loops(shop, ways)
    >>> found["nodes"].tolist(), found["kind"].tolist()
    ([['templates', 'writers'], ['editors', 'templates']], ['reinforcing', 'balancing'])
    >>> found[["gain", "delay", "multiplier"]].round(2).values.tolist()
    [[0.2, 3.0, 1.25], [-0.05, 1.0, 0.95]]
    """
    found = loops(nodes, flows, most=most)
    links = _links(flows)
    rows = [_turn(circle, links) for circle in found["nodes"]]
    table = pd.DataFrame(rows, columns=["nodes", "kind", "gain", "delay"])
    table["multiplier"] = [multiplier(gain) for gain in table["gain"]]
    table = table.astype({"gain": float, "delay": float, "multiplier": float})
    table["_first"] = [" ".join(circle) for circle in table["nodes"]]
    table = table.sort_values(["gain", "_first"], ascending=[False, True], ignore_index=True)
    table = table.drop(columns="_first")
    table.attrs = dict(found.attrs) | {"definition": {"gain": "product of the gains of its flows"}}
    return table


def multiplier(gain: float) -> float:
    """Return by what a loop multiplies what comes from outside, after all its turns.

    >>> multiplier(0.5), multiplier(1.0), multiplier(-1.0)
    (2.0, inf, 0.5)
    """
    return float("inf") if gain >= 1 else 1 / (1 - gain)


def map_gain(nodes: pd.DataFrame, flows: pd.DataFrame) -> Measure:
    """Return by how much a map multiplies what is on it from step to step, all its loops together.

    Loops that share a node work together, so that a map can grow although each of its loops has a gain
    below 1.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        ``from``, ``to`` and ``gain`` of each pair, as for `signed_loops`; no gain may be missing.

    Returns
    -------
    Measure
        The largest absolute eigenvalue of the table of gains, per step along a flow. Below 1: what is put in
        comes to an end. NaN with a reason without nodes.

    Raises
    ------
    TypeError, ValueError
        As `signed_loops`, and for a missing gain.

    References
    ----------
    R. A. Horn and C. R. Johnson, Matrix Analysis (2nd ed., 2012), section 5.6: powers vanish when it is < 1.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["writers", "templates", "wins"]})
    >>> ways = pd.DataFrame({"from": ["writers", "templates", "writers", "wins"],
    ...     "to": ["templates", "writers", "wins", "writers"], "gain": [0.8, 0.8, 0.8, 0.8]})
    >>> signed_loops(shop, ways)["gain"].round(2).tolist(), round(map_gain(shop, ways), 3)
    ([0.64, 0.64], 1.131)
    """
    names, gains = _table(nodes, flows)
    definition = "largest absolute eigenvalue of the table of gains"
    if not names:
        return missing("there are no nodes", definition=definition, unit="per step")
    return Measure(_largest(gains), definition=definition, unit="per step")


def knock_on(nodes: pd.DataFrame, flows: pd.DataFrame) -> pd.DataFrame:
    """Return what one more of each node comes to at every other, directly and by all ways there are.

    Parameters
    ----------
    nodes : DataFrame
        One row per node, with ``id``.
    flows : DataFrame
        ``from``, ``to`` and ``gain`` of each pair, as for `signed_loops`; no gain may be missing.

    Returns
    -------
    DataFrame
        One row per pair that a way joins: ``from``, ``to``, ``direct`` (gain of the flow, 0 without one) and
        ``total`` (all ways and all turns of the loops; of a node to itself the turns that come back). The
        largest total first, by size without sign.

    Raises
    ------
    TypeError, ValueError
        As `map_gain`, and when the map has a gain of 1 or more, so that a total has no end.

    References
    ----------
    R. E. Miller and P. D. Blair, Input-Output Analysis (2nd ed., 2009), chapter 2: (I - A)^-1.

    Examples
    --------
    >>> shop = pd.DataFrame({"id": ["writers", "templates", "sales"]})
    >>> ways = pd.DataFrame({"from": ["writers", "templates", "templates"],
    ...     "to": ["templates", "writers", "sales"], "gain": [0.5, 0.4, 2.0]})
    >>> knock_on(shop, ways).round(3).values.tolist()[:2]
    [['templates', 'sales', 2.0, 2.5], ['writers', 'sales', 0.0, 1.25]]
    """
    names, gains = _table(nodes, flows)
    if _largest(gains) >= 1 - 1e-12:
        raise ValueError(f"{_END}, and a total has no end")
    totals = np.linalg.inv(np.eye(len(names)) - gains) - np.eye(len(names))
    drawn = nx.from_numpy_array(gains != 0, create_using=nx.DiGraph)
    rows = [
        (names[start], names[end], gains[start, end], totals[start, end])
        for start in range(len(names))
        for end in range(len(names))
        if _joined(drawn, start, end)
    ]
    table = pd.DataFrame(rows, columns=["from", "to", "direct", "total"])
    table = table.astype({"direct": float, "total": float})
    table["_size"] = table["total"].abs().round(12)
    order = {"by": ["_size", "from", "to"], "ascending": [False, True, True], "ignore_index": True}
    return table.sort_values(**order).drop(columns="_size")


def _joined(drawn: nx.DiGraph, start: int, end: int) -> bool:
    if start != end:
        return nx.has_path(drawn, start, end)
    return any(nx.has_path(drawn, after, end) for after in drawn.successors(start))


def _turn(circle: list[str], links: dict) -> tuple:
    """Return nodes, kind, gain and delay of one loop."""
    steps = [links[pair] for pair in zip(circle, [*circle[1:], circle[0]], strict=True)]
    kind = "reinforcing" if np.prod([sign for sign, _, _ in steps]) > 0 else "balancing"
    return circle, kind, float(np.prod([gain for _, gain, _ in steps])), sum(delay for _, _, delay in steps)


def _links(flows: pd.DataFrame) -> dict[tuple[str, str], tuple[int, float, float]]:
    """Return (from, to) -> sign, gain and delay; a flow from a node to itself is left out."""
    errors.columns(flows, ["from", "to"], "flows")
    if not {"gain", "sign"} & set(flows.columns):
        errors.columns(flows, ["gain"], "flows")
    nowhere = np.full(len(flows), np.nan)
    has = flows.columns
    gain = columns.numbers(flows, "gain", "flows", missing=True) if "gain" in has else nowhere
    delay = columns.numbers(flows, "delay", "flows", missing=True) if "delay" in has else nowhere
    columns.refuse(flows, delay < 0, "flows", "delay is below 0")
    said = _signs(flows) if "sign" in has else nowhere
    columns.refuse(flows, np.isnan(said) & np.isnan(gain), "flows", "neither sign nor gain is said")
    columns.refuse(flows, said * gain < 0, "flows", "gain and sign contradict each other")
    pairs = list(zip(flows["from"], flows["to"], strict=True))
    twice = pd.Series(pairs, dtype=object).duplicated(keep=False).to_numpy(dtype=bool)
    columns.refuse(flows, twice, "flows", "one pair of from and to has several rows (add their gains up)")
    sign = np.where(np.isnan(said), np.where(gain < 0, -1, 1), said)
    rows = zip(pairs, sign, gain, delay, strict=True)
    return {pair: (int(one), many, time) for pair, one, many, time in rows if pair[0] != pair[1]}


def _signs(flows: pd.DataFrame) -> np.ndarray:
    found = np.full(len(flows), np.nan)
    for place, one in enumerate(flows["sign"]):
        if pd.isna(one) is not True and one != "":
            found[place] = 1 if errors.one_of(one, SIGNS, "each of flows['sign']") == "+" else -1
    return found


def _table(nodes: pd.DataFrame, flows: pd.DataFrame) -> tuple[list[str], np.ndarray]:
    """Return the ids in order and the gains from one (row) to another (column)."""
    names = list(graph(nodes, flows))
    errors.columns(flows, ["gain"], "flows")
    place = {id: at for at, id in enumerate(names)}
    gains = np.zeros((len(names), len(names)))
    columns.numbers(flows, "gain", "flows")
    for (start, end), (_, gain, _) in _links(flows).items():
        gains[place[start], place[end]] = gain
    return names, gains


def _largest(gains: np.ndarray) -> float:
    return float(max(abs(np.linalg.eigvals(gains)), default=0.0))
