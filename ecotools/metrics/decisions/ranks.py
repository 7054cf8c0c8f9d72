"""Ranks of options, and how sure they are: draw the people again and count who comes first."""

import numpy as np
import pandas as pd

from ecotools.metrics import columns
from ecotools.metrics.counts import count, inside


def texts(table: pd.DataFrame, column: str, name: str) -> np.ndarray:
    """Return a column of names as texts; a missing one is refused.

    >>> texts(pd.DataFrame({"option": ["kit", "course"]}), "option", "scores").tolist()
    ['kit', 'course']
    """
    return columns.ids(table, column, name).astype(str).to_numpy(dtype=object)


def distinct(table: pd.DataFrame, column: str, name: str) -> np.ndarray:
    """Return a column of names, each of which is there once."""
    found = pd.Series(texts(table, column, name), index=table.index, dtype=object)
    twice = found.duplicated(keep=False).to_numpy()
    columns.refuse(table, twice, name, f"the same {column} stands more than once:")
    return found.to_numpy()


def ranked(table: pd.DataFrame, by: str, name: str) -> pd.DataFrame:
    """Return the table from the highest score to the lowest, with ``rank``; equal scores share the best rank.

    >>> scores = pd.DataFrame({"option": ["a", "b", "c"], "score": [1.0, 3.0, 3.0]})
    >>> ranked(scores, "score", "option")["rank"].tolist()
    [1, 1, 3]
    """
    # Sums of the same numbers in another order differ in their last digits, which are no difference.
    rank = table[by].round(9).rank(method="min", ascending=False)
    table = table.assign(rank=rank.astype(int))
    return table.sort_values(["rank", name], ignore_index=True)


def certainty(points: np.ndarray, draws: int, seed: int, level: float = 0.9) -> pd.DataFrame:
    """Return, for each option, how often it comes first among people drawn again, and between which ranks.

    Parameters
    ----------
    points : array
        One row per person, one column per option: what this person adds to the option.
    draws : int
        How often as many people as there are are drawn from them, each possibly several times.
    seed : int
        Seed of the draws.
    level : float
        Share of the draws whose rank lies between best_rank and worst_rank.

    Returns
    -------
    DataFrame
        One row per option: first (a fraction; equal first places are shared), best_rank, worst_rank.
    """
    people, level = len(points), inside(level, "level", 0.95)
    rng = np.random.default_rng(seed)
    again = rng.multinomial(people, np.full(people, 1 / people), size=count(draws, "draws", at_least=1))
    totals = (again @ points).round(9)
    ranks = pd.DataFrame(totals).rank(axis=1, method="min", ascending=False).to_numpy()
    first = ranks == 1
    ends = np.quantile(ranks, [(1 - level) / 2, (1 + level) / 2], axis=0, method="nearest").astype(int)
    share = (first / first.sum(axis=1, keepdims=True)).mean(axis=0)
    return pd.DataFrame({"first": share, "best_rank": ends[0], "worst_rank": ends[1]})
