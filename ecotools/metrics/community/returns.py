"""What a community brings beside what it costs, with the doubt about its effect."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers
from ecotools.metrics.counts import count, inside


def community_roi(
    effect,
    *,
    members: float,
    value_of_staying,
    cost,
    support_saved=0.0,
    level: float = 0.95,
    draws: int = 20_000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return the return on a community: members who stay because of it, what they bring, and what it costs.

    Parameters
    ----------
    effect : DataFrame or (float, float, float)
        The effect of joining on staying, as a fraction: a row of `metrics.effects`, or the estimate and the
        ends of its interval of the same level.
    members : float
        How many have joined.
    value_of_staying : float or (float, float)
        Margin that one member brings who would have left otherwise, over the time looked at. A pair is the
        interval within which it lies.
    cost : float or (float, float)
        What the community costs over that time: people, platform, events.
    support_saved : float or (float, float), default 0
        Cost of support that members' answers save over that time.
    level : float, default 0.95
        Confidence level of the intervals given and returned, a fraction.
    draws : int, default 20000
        Draws in which all doubts come together; each interval is taken for that of a normal distribution.
    seed : int, default 0
        Seed of the draws.

    Returns
    -------
    DataFrame
        Index line: kept (members who stayed because of it), staying, support, cost, net (staying + support -
        cost), roi (net / cost, a fraction). Columns value, low, high. ``attrs["positive"]``: share of the
        draws in which it brings more than it costs. NaN where the effect is NaN, with its reason.

    Raises
    ------
    ValueError, TypeError
        A table without effect, low and high or with several rows, a pair whose ends are turned round, a cost
        that is not above zero.

    Examples
    --------
    >>> found = community_roi((0.10, 0.02, 0.18), members=400, value_of_staying=150, cost=4000)
    >>> found.loc["kept"].round(1).to_dict(), found.loc["roi"].round(2).to_dict()
    ({'value': 40.0, 'low': 8.0, 'high': 72.0}, {'value': 0.5, 'low': -0.7, 'high': 1.7})
    >>> round(found.attrs["positive"], 2)
    0.79
    """
    members, level = errors.not_negative(members, "members"), inside(level, "level", 0.95)
    rng, draws = np.random.default_rng(seed), count(draws, "draws", at_least=100)
    given = {
        "effect": _effect(effect),
        "value_of_staying": value_of_staying,
        "support": support_saved,
        "cost": cost,
    }
    middle, drawn = {}, {}
    for name, value in given.items():
        shown = "support_saved" if name == "support" else name
        middle[name], error = _normal(value, shown, level)
        drawn[name] = middle[name] + error * _spread_out(draws, rng)
    errors.positive(middle["cost"], "cost")
    values, spreads = (_lines(part, members) for part in (middle, drawn))
    ends = {
        line: np.quantile(np.asarray(spread, float), [(1 - level) / 2, (1 + level) / 2])
        for line, spread in spreads.items()
    }
    rows = [(values[line], *ends[line]) for line in values]
    table = pd.DataFrame(rows, columns=["value", "low", "high"], index=pd.Index(values, name="line"))
    unknown = isinstance(effect, pd.DataFrame) and np.isnan(middle["effect"])
    table.attrs["positive"] = float((spreads["net"] > 0).mean()) if not np.isnan(middle["effect"]) else np.nan
    table.attrs["reason"] = (effect.attrs.get("reason") or "the effect is missing") if unknown else ""
    table.attrs["definition"] = {"roi": "(staying + support - cost) / cost", "level": level}
    return table


def _spread_out(draws: int, rng: np.random.Generator) -> np.ndarray:
    """Return normal draws spread evenly over the distribution, in an order by lot (Latin hypercube)."""
    from scipy.stats import norm

    return norm.ppf((rng.permutation(draws) + 0.5) / draws)


def _lines(part: dict, members: float) -> dict:
    kept = members * part["effect"]
    staying = kept * part["value_of_staying"]
    net = staying + part["support"] - part["cost"]
    lines = {"kept": kept, "staying": staying, "support": part["support"], "cost": part["cost"]}
    return lines | {"net": net, "roi": net / part["cost"]}


def _effect(effect) -> tuple[float, float, float]:
    if not isinstance(effect, pd.DataFrame):
        return effect
    errors.columns(effect, ["effect", "low", "high"], "effect")
    if len(effect) != 1:
        raise ValueError(f"effect must be one row, that of the way you trust, not {len(effect)} rows")
    return tuple(
        float(numbers(effect, name, "effect", missing=True)[0]) for name in ("effect", "low", "high")
    )


def _normal(value, name: str, level: float) -> tuple[float, float]:
    """Return the middle and the standard error of a number, a pair of ends, or an estimate with its ends."""
    from scipy.stats import norm

    if not isinstance(value, (tuple, list)):
        return errors.finite(value, name), 0.0
    if len(value) not in (2, 3):
        raise TypeError(f"{name} must be a number, or a pair of low and high, not {value!r}")
    if len(value) == 3 and np.isnan(np.asarray(value, float)).any():
        return np.nan, np.nan
    low, high = (errors.finite(end, name) for end in value[-2:])
    if low > high:
        raise ValueError(f"{name} must have its low end first, not {value!r}")
    middle = errors.finite(value[0], name) if len(value) == 3 else (low + high) / 2
    return middle, (high - low) / 2 / norm.ppf((1 + level) / 2)
