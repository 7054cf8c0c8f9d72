"""Each member beside the others who were most like them before."""

import numpy as np
import pandas as pd

from ecotools.metrics.effects.arguments import WHOSE, alike, design, listed, one_side, read, result

_BLOCK = 256


def matched(
    people: pd.DataFrame,
    given,
    *,
    outcome: str = "stayed",
    joined: str = "joined",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return the mean difference between each member and the non-members nearest to them.

    Parameters
    ----------
    people, outcome, joined, level
        As in `naive`.
    given : str or list of str
        Columns of what was known of people before they joined. Each number is measured in its standard
        deviations; of a word, being another one is a distance too.

    Returns
    -------
    DataFrame
        As `naive`. All who are equally near count, and one non-member can stand beside several members. The
        interval takes that into account; a bootstrap would not.

    Raises
    ------
    ValueError, TypeError
        As `naive`.

    References
    ----------
    Abadie & Imbens (2006), "Large sample properties of matching estimators for average treatment effects",
    Econometrica 74, 235-267: the variance, here with ties shared out.

    Examples
    --------
    >>> people = pd.DataFrame({"joined": [1, 1, 0, 0, 0], "busy": [1, 5, 1, 4, 9],
    ...                        "stayed": [1, 1, 0, 1, 1]})
    >>> matched(people, "busy")["effect"].item()
    0.5
    """
    given = listed(given)
    y, d = read(people, outcome, joined, given)
    assumes = f"{alike(given)}, and the nearest are alike"
    said = ("matched", WHOSE["members"], assumes, level)
    values = design(people, given)
    if d.all() or not d.any():
        return result(*said, reason=one_side(d))
    scale = values.std(axis=0)
    values = values / np.where(scale > 0, scale, 1)
    return result(*said, found=_matched(values, y, d), people=len(y))


def _matched(values: np.ndarray, y: np.ndarray, d: np.ndarray) -> tuple[float, float]:
    """Return the effect on members and its standard error, computed on distinct kinds of people."""
    kinds, kind, many = np.unique(values[~d], axis=0, return_inverse=True, return_counts=True)
    kind = kind.reshape(-1)
    mean = np.bincount(kind, y[~d]) / many
    mine, of, members = np.unique(values[d], axis=0, return_inverse=True, return_counts=True)
    share = _nearest(mine, kinds) * many
    share /= share.sum(axis=1, keepdims=True)
    gaps = y[d] - (share @ mean)[of.reshape(-1)]
    effect = gaps.mean()
    # A person of a kind gets an equal part of the kind's share: of all members together, and of each.
    used, squares = members @ share / many, members @ share**2 / many**2
    noise = _noise(kinds, kind, many, mean, y[~d])
    variance = ((gaps - effect) ** 2).sum() + (many * (used**2 - squares) * noise).sum()
    return float(effect), float(np.sqrt(max(variance, 0.0)) / d.sum()) if d.sum() > 1 else np.nan


def _nearest(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return 1 where one of the others is at the least distance of a point, else 0."""
    found = np.zeros((len(points), len(others)))
    for first in range(0, len(points), _BLOCK):
        block = points[first : first + _BLOCK]
        distance = ((block[:, None, :] - others[None]) ** 2).sum(axis=2)
        found[first : first + _BLOCK] = distance <= distance.min(axis=1, keepdims=True) + 1e-12
    return found


def _noise(kinds, kind, many, mean, y) -> np.ndarray:
    """Return the variance of the outcome in each kind; one alone of a kind is held to the nearest."""
    squares = np.bincount(kind, (y - mean[kind]) ** 2)
    noise = squares / np.maximum(many - 1, 1)
    alone = np.flatnonzero(many == 1)
    if len(kinds) == 1 or not len(alone):
        return noise
    for first in range(0, len(alone), _BLOCK):
        block = alone[first : first + _BLOCK]
        distance = ((kinds[block][:, None, :] - kinds[None]) ** 2).sum(axis=2)
        distance[np.arange(len(block)), block] = np.inf
        near = (distance <= distance.min(axis=1, keepdims=True) + 1e-12) * many
        number = near.sum(axis=1)
        noise[block] = (mean[block] - near @ mean / number) ** 2 * number / (number + 1)
    return noise
