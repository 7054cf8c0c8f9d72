"""Inverse-probability weighting: the others are weighted until they are like the members before."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.effects.arguments import WHOSE, alike, design, listed, one_side, read, result

STEPS, CLOSE, SURE = 100, 1e-10, 1e-6


def weighted(
    people: pd.DataFrame,
    given,
    *,
    outcome: str = "stayed",
    joined: str = "joined",
    whose: str = "members",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return members less others, each weighted by how likely people like them are to join.

    A logistic regression tells the chance e to join by what was known. For the effect on members the others
    are weighted by e / (1 - e); for that on everybody, members by 1 / e and others by 1 / (1 - e).

    Parameters
    ----------
    people, outcome, joined, level
        As in `naive`.
    given : str or list of str
        Columns of what was known of people before they joined: numbers, or words.
    whose : {"members", "everybody"}
        Whose effect.

    Returns
    -------
    DataFrame
        As `naive`. The weights of each side are scaled to sum to 1, and the interval knows that the chances
        are estimated. ``attrs["chances"]`` has the lowest and the highest chance: near 0 or 1 the estimate
        hangs on few people. NaN when what was known tells for sure who joins.

    Raises
    ------
    ValueError, TypeError
        As `naive`.

    References
    ----------
    Lunceford & Davidian (2004), "Stratification and weighting via the propensity score", Statistics in
    Medicine 23, 2937-2960; Hirano, Imbens & Ridder (2003), Econometrica 71.

    Examples
    --------
    >>> people = pd.DataFrame({"busy": [0] * 6 + [1] * 6, "joined": [1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0],
    ...                        "stayed": [0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1]})
    >>> weighted(people, "busy")["effect"].round(6).item()
    0.25
    """
    given = listed(given)
    errors.one_of(whose, WHOSE, "whose")
    y, d = read(people, outcome, joined, given)
    values = design(people, given)
    assumes = f"{alike(given)}; each kind has members and others; the chance follows a logistic curve"
    said = ("weighted", WHOSE[whose], assumes, level)
    if d.all() or not d.any():
        return result(*said, reason=one_side(d))
    x = _columns(values)
    chance = logistic(x, d)
    if chance is None:
        return result(*said, reason=f"{', '.join(given)} tell for sure who joins: nobody is left to compare")
    table = result(*said, found=_weighted(x, y, d.astype(float), chance, whose), people=len(y))
    table.attrs["chances"] = (float(chance.min()), float(chance.max()))
    return table


def _columns(values: np.ndarray) -> np.ndarray:
    """Return an intercept and the values, centred and scaled, without columns that others make up."""
    spread = values.std(axis=0)
    scaled = (values - values.mean(axis=0))[:, spread > 0] / spread[spread > 0]
    x = np.column_stack([np.ones(len(values)), scaled])
    kept: list[int] = []
    for column in range(x.shape[1]):
        if np.linalg.matrix_rank(x[:, [*kept, column]]) > len(kept):
            kept.append(column)
    return x[:, kept]


def logistic(x: np.ndarray, joined: np.ndarray) -> np.ndarray | None:
    """Return each one's chance by a logistic regression (Newton's steps); None where it knows for sure.

    >>> x = np.column_stack([np.ones(4), [0, 0, 1, 1]])
    >>> logistic(x, np.array([True, False, True, False])).round(6).tolist()
    [0.5, 0.5, 0.5, 0.5]
    >>> logistic(x, np.array([False, False, True, True])) is None
    True
    """
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(x @ beta, -40, 40)))
        information = (x * (chance * (1 - chance))[:, None]).T @ x
        if chance.min() < SURE or chance.max() > 1 - SURE:
            return None
        step = np.linalg.solve(information, x.T @ (joined - chance))
        beta = beta + step
        if np.abs(step).max() < CLOSE:
            return chance
    return None


def _weighted(x, y, d, chance, whose: str) -> tuple[float, float]:
    """Return the effect and its standard error from the influence of each person, that on the chances too."""
    if whose == "members":
        sides = [(d, np.zeros(len(d))), ((1 - d) * chance / (1 - chance),) * 2]
    else:
        sides = [
            (d / chance, -d * (1 - chance) / chance),
            ((1 - d) / (1 - chance), (1 - d) * chance / (1 - chance)),
        ]
    information = (x * (chance * (1 - chance))[:, None]).T @ x / len(y)
    scores = np.linalg.solve(information, ((d - chance)[:, None] * x).T).T
    means, influences = [], []
    for weight, slope in sides:
        mean = (weight * y).sum() / weight.sum()
        pull = ((slope * (y - mean))[:, None] * x).mean(axis=0)
        means.append(mean)
        influences.append((weight * (y - mean) + scores @ pull) / weight.mean())
    influence = influences[0] - influences[1]
    return float(means[0] - means[1]), float(np.sqrt((influence**2).mean() / len(y)))
