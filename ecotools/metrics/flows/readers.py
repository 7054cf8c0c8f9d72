"""Made-up readers, whose reactions are known: to try flows and measures before anybody is mailed."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import whole_days
from ecotools.metrics.flows.event_arrays import FAR, as_days, dated, people_of
from ecotools.metrics.flows.lift import HOLDOUT
from ecotools.metrics.flows.messages import Messages


def simulate_unsubscribes(
    messages: pd.DataFrame,
    *,
    rate: float = 0.002,
    wrong_stage: float = 5.0,
    fatigue: float = 1.3,
    seed: int = 0,
) -> pd.DataFrame:
    """Return who of made-up readers unsubscribes after which message.

    Parameters
    ----------
    messages : DataFrame
        Messages as `run` or `send` return them: with ``flow``, ``step``, ``stage`` and ``flow_stage``.
    rate : float, default 0.002
        Probability that a reader unsubscribes after one message, a fraction.
    wrong_stage : float, default 5.0
        How many times as likely it is after a message for another stage than the reader's.
    fatigue : float, default 1.3
        How many times as likely each further message within seven days makes it.
    seed : int, default 0
        The same seed gives the same readers.

    Returns
    -------
    pandas.DataFrame
        One row per person who unsubscribes, sorted by day: ``customer_id``, ``day``, and ``flow`` and
        ``step`` of the message that was one too many. What the flows would have sent later is for `send` to
        withhold. ``attrs["truth"]`` holds the numbers they were drawn with.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, a rate that is no fraction, a factor below 0.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": range(1000), "day": pd.Timestamp("2025-03-01"),
    ...     "flow": "hello", "step": "hi", "stage": "purchase", "flow_stage": "activation"})
    >>> len(simulate_unsubscribes(messages, rate=0.02, wrong_stage=1, seed=1))
    16
    >>> len(simulate_unsubscribes(messages, rate=0.02, wrong_stage=5, seed=1))
    92
    """
    rate = errors.fraction(rate, "rate")
    wrong, fatigue = errors.not_negative(wrong_stage, "wrong_stage"), errors.not_negative(fatigue, "fatigue")
    read = Messages(messages, ("flow", "step", "stage", "flow_stage"))
    order = read.sorted()
    who, key = read.who[order], read.who[order] * FAR + read.day[order]
    before = np.arange(len(key)) - np.searchsorted(key, key - 6, side="left")
    stage, place = read.words("stage")[order], read.words("flow_stage")[order]
    misplaced = (stage != "") & (place != "") & (stage != place)
    likely = np.minimum(rate * np.where(misplaced, wrong, 1.0) * fatigue**before, 1.0)
    leaves = np.flatnonzero(np.random.default_rng(seed).random(len(key)) < likely)
    first = leaves[np.unique(who[leaves], return_index=True)[1]]
    first = first[np.lexsort((who[first], read.minute[order][first]))]
    ids = pd.Series(read.people).infer_objects().to_numpy()
    table = pd.DataFrame(
        {
            "customer_id": ids[who[first]],
            "day": as_days(read.day[order][first]),
            "flow": read.words("flow")[order][first],
            "step": read.words("step")[order][first],
        }
    )
    table.attrs["truth"] = {"rate": rate, "wrong_stage": wrong, "fatigue": fatigue, "seed": seed}
    return table


def simulate_sales(
    entries: pd.DataFrame,
    *,
    base: float | Mapping[str, float],
    effect: float | Mapping[str, float],
    within: int = 30,
    seed: int = 0,
) -> pd.DataFrame:
    """Return who of made-up readers buys, when some would have bought without the flow.

    Parameters
    ----------
    entries : DataFrame
        One row per person and flow: ``customer_id``, ``day``, ``group`` ("holdout" for those who got nothing;
        see `hold_out`) and, for several flows, ``flow``.
    base : float or dict by flow
        Share that buys within the days without the flow, a fraction.
    effect : float or dict by flow
        What the flow adds to this share; below 0 when it drives buyers away.
    within : int, default 30
        Days after the start within which they buy, each day as likely as the next.
    seed : int, default 0
        The same seed gives the same readers.

    Returns
    -------
    pandas.DataFrame
        One row per purchase, sorted by day: ``customer_id``, ``day`` and, for several flows, ``flow``.
        ``attrs["truth"]`` holds base and effect, which `lift` should find again.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, a base that is no fraction, base and effect that add up to no fraction, a
        dict that lacks a flow.

    Examples
    --------
    >>> from ecotools.metrics.flows import hold_out, lift
    >>> people = pd.DataFrame({"customer_id": range(2000), "day": pd.Timestamp("2025-03-01")})
    >>> people = hold_out(people, 0.5, seed=1)
    >>> bought = simulate_sales(people, base=0.10, effect=0.05, seed=1)
    >>> lift(people, bought, within=30, until="2025-06")[["share", "share_holdout"]].round(3)
       share  share_holdout
    0  0.145          0.093
    """
    within = whole_days(within, "within")
    several = isinstance(entries, pd.DataFrame) and "flow" in entries.columns
    read = dated(entries, "entries", ("group",))
    group = read.texts("group", "entries")
    flow = read.texts("flow", "entries") if several else np.full(len(group), "", dtype=object)
    people, (who,) = people_of(read.who)
    order = np.lexsort((group, read.day, who, pd.factorize(flow, sort=True)[0]))
    names = sorted(set(flow))
    chance = {name: errors.fraction(_of(base, name, "base"), "base") for name in names}
    adds = {name: errors.finite(_of(effect, name, "effect"), "effect") for name in names}
    treated = {name: errors.fraction(chance[name] + adds[name], "base + effect") for name in names}
    draw = np.random.default_rng(seed)
    buys = draw.random(len(order)) < [
        chance[one] if drawn == HOLDOUT else treated[one]
        for one, drawn in zip(flow[order], group[order], strict=True)
    ]
    day = read.day[order] + draw.integers(0, within + 1, len(order))
    ids = pd.Series(people).infer_objects().to_numpy()
    table = pd.DataFrame({"customer_id": ids[who[order]], "day": as_days(day)})
    if several:
        table["flow"] = flow[order]
    table = table[buys].iloc[np.argsort(day[buys], kind="stable")].reset_index(drop=True)
    truth = {"base": chance, "effect": adds} if several else {"base": chance.get(""), "effect": adds.get("")}
    table.attrs["truth"] = truth | {"within": within, "seed": seed}
    return table


def _of(value, flow: str, name: str):
    """Return what is given for a flow."""
    if not isinstance(value, Mapping):
        return value
    if flow not in value:
        raise ValueError(
            f"{name} lacks {flow!r}: every flow of entries has one; it has {', '.join(map(repr, value))}"
        )
    return value[flow]
