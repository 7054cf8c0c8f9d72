"""Which integration first: how often a task comes, how much it hurts, and what it costs to be rid of it."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count, inside

INPUTS = ("frequency", "pain", "effort")


def priorities(
    integrations: pd.DataFrame, *, doubt: float = 0.5, draws: int = 2000, level: float = 0.9, seed: int = 0
) -> pd.DataFrame:
    """Return integrations by frequency x pain / effort, with how firm their order is.

    Parameters
    ----------
    integrations : DataFrame
        One row per integration: ``name``, ``frequency`` (times a month that the task comes), ``pain`` (of one
        time, on any scale, such as minutes or 1 to 5) and ``effort`` (hours, or money, to build it; above 0).
    doubt : float, default 0.5
        How far each number may be off: 0.5 means up to half as much more, or less by the same factor. 0 means
        not at all.
    draws : int, default 2000
        How many times all numbers are drawn within the doubt.
    level : float, default 0.9
        Share of the draws that the range of ranks holds, a fraction.
    seed : int, default 0
        Of the draws.

    Returns
    -------
    pandas.DataFrame
        One row per integration, the highest score first: ``name``, ``frequency``, ``pain``, ``effort``,
        ``score`` = frequency x pain / effort, ``rank`` (1 is first; ties share it), ``rank_low`` and
        ``rank_high`` (range of ranks), ``first`` (share of the draws in which it comes first).
        ``attrs["definition"]``.

    Raises
    ------
    TypeError, ValueError
        A missing column or number, one below 0, an effort of 0, a name that is there twice.

    Notes
    -----
    Each number is multiplied by a factor of its own, whose logarithm is drawn evenly between
    ``-log(1 + doubt)`` and ``log(1 + doubt)``. The score is a ratio scale only if its parts are: a pain of 4
    must be twice a pain of 2.

    Examples
    --------
    >>> tasks = pd.DataFrame({"name": ["single sign-on", "payments", "analytics"], "frequency": [60, 12, 4],
    ...     "pain": [2, 5, 3], "effort": [20, 6, 10]})
    >>> found = priorities(tasks, seed=1)
    >>> found[["name", "score", "rank", "rank_low", "rank_high"]]
                 name  score  rank  rank_low  rank_high
    0        payments   10.0     1         1          2
    1  single sign-on    6.0     2         1          2
    2       analytics    1.2     3         3          3

    References
    ----------
    D. G. Reinertsen (2009), "The Principles of Product Development Flow", chapter 7: weighted shortest job
    first, the cost of delay over the duration.
    """
    doubt, level = errors.not_negative(doubt, "doubt"), inside(level, "level", 0.9)
    draws = count(draws, "draws", at_least=1)
    errors.columns(integrations, ["name", *INPUTS], "integrations")
    names = _names(integrations)
    values = np.column_stack([_input(integrations, column) for column in INPUTS])
    order = np.lexsort((columns.coded(pd.Series(names))[0], -_score(values)))
    names, values = names[order], values[order]
    score, many = _score(values), len(names)
    wide = np.log1p(doubt)
    factors = np.exp(np.random.default_rng(seed).uniform(-wide, wide, (draws, many, len(INPUTS))))
    drawn = _ranks(_score(values * factors)) if many else np.ones((draws, 0), dtype=int)
    tails = [(1 - level) / 2, (1 + level) / 2]
    low, high = np.quantile(drawn, tails, axis=0, method="closest_observation") if many else ([], [])
    table = pd.DataFrame({"name": names})
    table[list(INPUTS)] = values
    table["score"], table["rank"] = score, _ranks(score[None])[0] if many else []
    table["rank_low"], table["rank_high"] = np.asarray(low, dtype=int), np.asarray(high, dtype=int)
    table["first"] = (drawn == 1).mean(axis=0)
    table.attrs["definition"] = {
        "score": "frequency x pain / effort",
        "range": f"of ranks in {level:g} of {draws} draws, numbers up to {1 + doubt:g} times more or less",
        "seed": seed,
    }
    return table


def _names(integrations: pd.DataFrame) -> np.ndarray:
    names = columns.ids(integrations, "name", "integrations").astype(object).to_numpy()
    twice = pd.Series(names, dtype=object).duplicated().to_numpy(dtype=bool)
    columns.refuse(integrations, twice, "integrations", "name is there already")
    return names


def _input(integrations: pd.DataFrame, column: str) -> np.ndarray:
    found = columns.numbers(integrations, column, "integrations")
    wrong = found <= 0 if column == "effort" else found < 0
    columns.refuse(
        integrations,
        wrong,
        "integrations",
        f"{column} is not {'above' if column == 'effort' else 'at least'} 0",
    )
    return found


def _score(values: np.ndarray) -> np.ndarray:
    return values[..., 0] * values[..., 1] / values[..., 2]


def _ranks(score: np.ndarray) -> np.ndarray:
    """Return the rank of each score in its row: 1 for the highest, the same for equal ones."""
    return 1 + (score[:, None, :] > score[:, :, None]).sum(axis=2)
