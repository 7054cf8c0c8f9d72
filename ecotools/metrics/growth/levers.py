"""Impact against effort when neither is certain: how often the first lever is really the first."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count
from ecotools.metrics.decisions.ranks import distinct

_POINTS = ("impact_low", "impact", "impact_high", "effort_low", "effort", "effort_high")


def lever_certainty(levers: pd.DataFrame, *, runs: int = 4000, seed: int) -> pd.DataFrame:
    """Return how sure it is which lever brings the most for its effort.

    Parameters
    ----------
    levers : DataFrame
        One row per lever: ``lever`` (its name); ``impact`` and ``effort``, the likeliest values, effort above
        0; and their ends ``impact_low``, ``impact_high``, ``effort_low``, ``effort_high``.
    runs : int, default 4000
        How often impact and effort are drawn, each from a triangle between its ends.
    seed : int
        The same seed gives the same draws.

    Returns
    -------
    DataFrame
        One row per lever: ``lever``; ``score`` (impact / effort at the likeliest values) and its ``rank``;
        ``low`` and ``high``, between which nine in ten drawn scores lie; ``first``, the share of runs in
        which it has the highest score; ``regret``, how much impact per effort is lost on average by taking it
        first.
        By score, then by name.

    Raises
    ------
    TypeError, ValueError
        A missing column, a lever named twice, a value outside its ends, an effort of 0.

    References
    ----------
    D. W. Hubbard, How to Measure Anything (3rd ed., 2014), chapter 6: what is not certain is drawn.

    Examples
    --------
    >>> levers = pd.DataFrame({"lever": ["api", "webinar"], "impact_low": [2, 3], "impact": [5, 3.5],
    ...     "impact_high": [6, 4], "effort_low": [3, 1], "effort": [4, 2], "effort_high": [9, 3]})
    >>> lever_certainty(levers, seed=1)[["lever", "score", "rank"]]
         lever  score  rank
    0  webinar   1.75     1
    1      api   1.25     2
    """
    errors.columns(levers, ["lever", *_POINTS], "levers")
    names = distinct(levers, "lever", "levers")
    held = {one: columns.numbers(levers, one, "levers") for one in _POINTS}
    columns.refuse(levers, held["impact_low"] < 0, "levers", "impact_low is below 0")
    columns.refuse(levers, held["effort_low"] <= 0, "levers", "effort_low is not above 0")
    for one in ("impact", "effort"):
        outside = (held[one] < held[f"{one}_low"]) | (held[one] > held[f"{one}_high"])
        columns.refuse(levers, outside, "levers", f"{one} lies outside {one}_low and {one}_high")
    many, names = count(runs, "runs", 1), np.array(names, dtype=object)
    order = np.argsort(names)
    held = {one: values[order] for one, values in held.items()}
    draw = errors.generator(seed)
    drawn = _triangle(draw, held, "impact", many) / _triangle(draw, held, "effort", many)
    table = pd.DataFrame({"lever": names[order], "score": held["impact"] / held["effort"]})
    best = drawn.max(axis=1, keepdims=True) if len(names) else drawn
    table["low"], table["high"] = np.quantile(drawn, [0.05, 0.95], axis=0)
    table["first"] = np.bincount(drawn.argmax(axis=1), minlength=len(names)) / many if len(names) else 0.0
    table["regret"] = (best - drawn).mean(axis=0)
    table = table.sort_values(["score", "lever"], ascending=[False, True], ignore_index=True)
    table.insert(2, "rank", table["score"].rank(method="min", ascending=False).astype(int))
    table.attrs["definition"] = {"score": "impact / effort", "runs": many}
    return table


def _triangle(draw: np.random.Generator, held: dict, name: str, runs: int) -> np.ndarray:
    """Return draws (run, lever) between the ends, most about the likeliest value."""
    low, middle, high = held[f"{name}_low"], held[name], held[f"{name}_high"]
    width = high - low
    luck = draw.random((runs, len(low)))
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.where(width > 0, (middle - low) / width, 0.0)
    below = low + np.sqrt(luck * width * (middle - low))
    above = high - np.sqrt((1 - luck) * width * (high - middle))
    return np.where(luck < left, below, above)
