"""A weighted matrix: options, criteria, and whether the winner depends on the weights."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers
from ecotools.metrics.counts import count
from ecotools.metrics.decisions.ranks import distinct, ranked


def weighted_matrix(scores: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """Return the options of a decision from the best to the worst, by their weighted mean score.

    Parameters
    ----------
    scores : DataFrame
        One row per option: ``option`` and one column of scores per criterion, on one scale, more being
        better. Other columns are left out.
    weights : dict of str to float
        The weight of each criterion, zero or more. Only their proportions count.

    Returns
    -------
    DataFrame
        option, score (on the scale of the scores), rank (1 is the best; equal scores share it) and, for each
        criterion, what it adds to the score. Equal options stand in the order of their names.

    Raises
    ------
    ValueError
        For a criterion without a column, an option named twice, a missing score, weights that are negative
        or all zero.

    Examples
    --------
    >>> options = pd.DataFrame({"option": ["course", "kit"], "pain": [5, 3], "cost": [2, 4]})
    >>> weighted_matrix(options, {"pain": 3, "cost": 1})
       option  score  rank  pain  cost
    0  course   4.25     1  3.75   0.5
    1     kit   3.25     2  2.25   1.0
    """
    options, held, shares = _read(scores, weights)
    parts = held * shares
    table = pd.DataFrame({"option": options, "score": parts.sum(axis=1)})
    added = pd.DataFrame(parts, columns=list(weights))
    # A criterion may be called score or rank itself, so the parts are joined after the ranking.
    found = ranked(table.assign(place=np.arange(len(table))), "score", "option")
    parts = added.iloc[found["place"]].reset_index(drop=True)
    result = pd.concat([found[["option", "score", "rank"]], parts], axis=1)
    result.attrs["definition"] = {
        "score": "weighted mean",
        "weights": dict(zip(weights, shares, strict=True)),
    }
    return result


def weight_sensitivity(
    scores: pd.DataFrame,
    weights: Mapping[str, float],
    *,
    spread: float = 0.5,
    draws: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how often each option wins when the weights are not quite what was written down.

    Parameters
    ----------
    scores, weights
        As for `weighted_matrix`.
    spread : float, default 0.5
        How far a weight may be off, as a share of itself: with 0.5 each is multiplied by a number between
        0.5 and 1.5, which is drawn again each time. From 0 to 1.
    draws : int, default 2000
        Sets of weights.
    seed : int
        Seed of the draws.

    Returns
    -------
    DataFrame
        option, score and rank as the weights stand, wins (share of the draws in which it is the best; equal
        winners share it) and worst_rank (the lowest place that it took), from the best to the worst.

    Raises
    ------
    ValueError
        As for `weighted_matrix`, and for a spread that is no fraction.

    Examples
    --------
    >>> options = pd.DataFrame({"option": ["course", "kit"], "pain": [5, 3], "cost": [2, 4]})
    >>> weight_sensitivity(options, {"pain": 1, "cost": 1}, seed=1)[["option", "score", "wins"]].round(1)
       option  score  wins
    0  course    3.5   0.5
    1     kit    3.5   0.5
    """
    options, held, shares = _read(scores, weights)
    spread, rng = errors.fraction(spread, "spread"), np.random.default_rng(seed)
    drawn = shares * rng.uniform(1 - spread, 1 + spread, (count(draws, "draws", at_least=1), len(shares)))
    total = drawn.sum(axis=1, keepdims=True)
    results = (drawn / np.where(total > 0, total, 1) @ held.T).round(9)
    ranks = pd.DataFrame(results).rank(axis=1, method="min", ascending=False).to_numpy()
    first = ranks == 1
    wins = (first / first.sum(axis=1, keepdims=True)).mean(axis=0) if len(options) else np.zeros(0)
    worst = ranks.max(axis=0).astype(int) if len(options) else np.zeros(0, dtype=int)
    table = pd.DataFrame({"option": options, "score": held @ shares, "wins": wins, "worst_rank": worst})
    result = ranked(table, "score", "option")[["option", "score", "rank", "wins", "worst_rank"]]
    result.attrs["definition"] = f"each weight times a number from {1 - spread:g} to {1 + spread:g}"
    return result


def weight_to_change(scores: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """Return, for each criterion, the weight at which another option would take the first place.

    The other weights keep their proportions, and all add up to 1.

    Parameters
    ----------
    scores, weights
        As for `weighted_matrix`.

    Returns
    -------
    DataFrame
        criterion, weight (a fraction of all), changes_at (the nearest weight at which the first place is
        level; NaN where no weight changes it) and to (the option that takes it; "" where none does).
        ``attrs["winner"]`` is the option that is first now, of equal ones the first by name.

    Raises
    ------
    ValueError
        As for `weighted_matrix`.

    Examples
    --------
    >>> options = pd.DataFrame({"option": ["course", "kit"], "pain": [5, 3], "cost": [2, 4]})
    >>> weight_to_change(options, {"pain": 3, "cost": 1})
      criterion  weight  changes_at   to
    0      pain    0.75         0.5  kit
    1      cost    0.25         0.5  kit
    """
    options, held, shares = _read(scores, weights)
    order = np.argsort(options, kind="stable")
    options, held = options[order], held[order]
    winner = int((held @ shares).round(9).argmax()) if len(options) else None
    rows = []
    for place, (criterion, share) in enumerate(zip(weights, shares, strict=True)):
        at, to = _crossing(held, shares, place, winner) if len(options) else (np.nan, None)
        rows.append((criterion, share, at, "" if to is None else options[to]))
    table = pd.DataFrame(rows, columns=["criterion", "weight", "changes_at", "to"])
    table.attrs["winner"] = None if winner is None else options[winner]
    return table


def _crossing(held: np.ndarray, shares: np.ndarray, place: int, winner: int) -> tuple[float, int | None]:
    """Return the weight of one criterion, nearest to its own, at which another option is level, and which."""
    others = 1 - shares[place]
    if others <= 0:
        return np.nan, None
    rest = (held @ shares - held[:, place] * shares[place]) / others
    ahead_there, ahead_here = rest[winner] - rest, held[winner, place] - held[:, place]
    with np.errstate(divide="ignore", invalid="ignore"):
        level = ahead_there / (ahead_there - ahead_here)
    level = np.where((level >= 0) & (level <= 1), level, np.nan)
    level[winner] = np.nan
    if np.isnan(level).all():
        return np.nan, None
    nearest = int(np.nanargmin(np.abs(level - shares[place]).round(9)))
    return float(level[nearest]), nearest


def _read(scores: pd.DataFrame, weights: Mapping[str, float]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return options, their scores by criterion, and the weights as shares of 1."""
    if not isinstance(weights, Mapping) or not weights:
        raise TypeError(f"weights must name each criterion with its weight, not {weights!r}")
    errors.columns(scores, ["option", *weights], "scores")
    shares = np.array([errors.not_negative(weight, f"weights[{name!r}]") for name, weight in weights.items()])
    if not shares.sum() > 0:
        raise ValueError("weights must not all be zero: give at least one criterion a weight")
    held = [numbers(scores, criterion, "scores") for criterion in weights]
    return distinct(scores, "option", "scores"), np.column_stack(held), shares / shares.sum()
