"""A health index: several measures of a community in one number, and how much hangs on its weights."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers
from ecotools.metrics.community.weights import shares
from ecotools.metrics.counts import count


def health_index(
    table: pd.DataFrame,
    scales: Mapping[str, tuple[float, float]],
    weights: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Return a number from 0 to 100 per row, and what each measure adds to it.

    Each measure is placed between the value that earns nothing and the one that earns everything, and these
    points are averaged by weight. There is no standard for such an index: whoever reads it must see scales
    and weights, which are in ``attrs["definition"]``.

    Parameters
    ----------
    table : DataFrame
        One row per period (or community), one column per measure.
    scales : dict of str to (float, float)
        Column -> the value for 0 points and the one for 100. The first is the larger one where less is
        better: (48, 2) for hours until an answer.
    weights : dict, optional
        Column -> how much it counts, zero or more, for every column in ``scales``. Only their proportions
        matter. Default: all the same.

    Returns
    -------
    DataFrame
        Index as in the table: health, and one column per measure with the points it adds. NaN in a row with a
        missing measure.

    Raises
    ------
    ValueError, TypeError
        A column that the table lacks, a scale whose ends are equal or that is no pair, weights for other
        columns than the scales.

    Examples
    --------
    >>> months = pd.DataFrame({"active": [0.10, 0.20], "hours": [25, 2]}, index=["May", "June"])
    >>> health_index(months, {"active": (0, 0.25), "hours": (48, 2)})
          health  active  hours
    May     45.0    20.0   25.0
    June    90.0    40.0   50.0
    """
    points, weights = _points(table, scales), shares(weights, scales, "scales")
    added = points * pd.Series(weights)
    result = added.assign(health=added.sum(axis=1, skipna=False))[["health", *points.columns]]
    result.attrs["definition"] = {
        "health": "sum of weight x 100 x how far the measure is on its scale, from 0 to 1",
        "scales": {name: tuple(scale) for name, scale in scales.items()},
        "weights": weights,
    }
    return result


def health_sensitivity(
    table: pd.DataFrame,
    scales: Mapping[str, tuple[float, float]],
    weights: Mapping[str, float] | None = None,
    *,
    spread: float = 0.5,
    draws: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return between which values the index lies when the weights are not quite what was written down.

    Parameters
    ----------
    table, scales, weights
        As in `health_index`.
    spread : float, default 0.5
        How far a weight may be off, as a share of itself: with 0.5 each is multiplied by a number between 0.5
        and 1.5. From 0 to 1.
    draws : int, default 2000
        Sets of weights.
    seed : int, default 0
        Seed of the draws.

    Returns
    -------
    DataFrame
        Index as in the table, in its order: health, lowest and highest (of all draws), rank (1 is the
        healthiest), best (share of the draws in which the row is the healthiest; equal ones share it).

    Raises
    ------
    ValueError, TypeError
        As `health_index`, and a spread that is no fraction.

    Examples
    --------
    >>> months = pd.DataFrame({"active": [0.20, 0.10], "hours": [25, 2]}, index=["May", "June"])
    >>> health_sensitivity(months, {"active": (0, 0.25), "hours": (48, 2)}, draws=500).round(1)
          health  lowest  highest  rank  best
    May     65.0    57.9     72.3   2.0   0.4
    June    70.0    55.4     84.1   1.0   0.6
    """
    points, weights = _points(table, scales), pd.Series(shares(weights, scales, "scales"))
    spread, draws = errors.fraction(spread, "spread"), count(draws, "draws", at_least=1)
    rng = np.random.default_rng(seed)
    drawn = weights.to_numpy() * rng.uniform(1 - spread, 1 + spread, (draws, len(weights)))
    total = drawn.sum(axis=1, keepdims=True)
    drawn = np.where(total > 0, drawn / np.where(total > 0, total, 1), weights.to_numpy())
    results = (points.to_numpy() @ drawn.T).round(9)
    result = pd.DataFrame({"health": points.to_numpy() @ weights.to_numpy()}, index=points.index)
    result["lowest"], result["highest"] = results.min(axis=1), results.max(axis=1)
    result["rank"] = result["health"].round(9).rank(method="min", ascending=False)
    known = ~np.isnan(results).any(axis=1)
    first = results == results[known].max(axis=0, initial=-np.inf)
    result["best"] = np.where(known, (first / np.maximum(first.sum(axis=0), 1)).mean(axis=1), np.nan)
    result.attrs["definition"] = f"each weight times a number from {1 - spread:g} to {1 + spread:g}"
    return result


def _points(table: pd.DataFrame, scales: Mapping) -> pd.DataFrame:
    """Return how far each measure is on its scale, from 0 to 100."""
    if not isinstance(scales, Mapping) or not scales:
        raise ValueError(
            f"scales must say a column and its ends at least, such as {{'active': (0, 0.25)}}; got {scales!r}"
        )
    errors.columns(table, scales, "table")
    points = {}
    for name, scale in scales.items():
        if not isinstance(scale, (tuple, list)) or len(scale) != 2:
            raise TypeError(f"scales[{name!r}] must be the values for 0 and for 100 points, not {scale!r}")
        none, every = (errors.finite(end, f"scales[{name!r}]") for end in scale)
        if none == every:
            raise ValueError(f"scales[{name!r}] must have two different ends, not {none:g} twice")
        value = numbers(table, name, "table", missing=True)
        points[name] = 100 * np.clip((value - none) / (every - none), 0, 1)
    return pd.DataFrame(points, index=table.index)
