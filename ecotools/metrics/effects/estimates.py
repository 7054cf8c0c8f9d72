"""Members beside others: as they are, within groups of the same kind, and all estimates in one table."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.effects.arguments import WHOSE, alike, cells, listed, one_side, read, result
from ecotools.metrics.effects.encouragement import encouraged
from ecotools.metrics.effects.matching import matched
from ecotools.metrics.effects.weighting import weighted


def naive(
    people: pd.DataFrame, *, outcome: str = "stayed", joined: str = "joined", level: float = 0.95
) -> pd.DataFrame:
    """Return the mean outcome of members less that of the others: an effect only if joining was a lot.

    Parameters
    ----------
    people : DataFrame
        One row per person.
    outcome : str
        Column of what came of it: True and False (or 1 and 0) for staying, or a number such as money.
    joined : str
        Column of True and False (or 1 and 0).
    level : float, default 0.95
        Confidence level of the interval, a fraction.

    Returns
    -------
    DataFrame
        One row: method, whose (effect it is), effect, low, high (in the outcome's unit; a difference of
        shares is in points as a fraction), people (used), left_out, assumes (in words). NaN where it cannot
        be computed; ``attrs["reason"]`` says why. The interval is Neyman's: each group has its own spread.

    Raises
    ------
    ValueError, TypeError
        A missing column or value, an outcome that is no number.

    Examples
    --------
    >>> people = pd.DataFrame({"joined": [1, 1, 1, 1, 0, 0, 0, 0], "stayed": [1, 1, 1, 0, 1, 0, 0, 0]})
    >>> naive(people)[["effect", "low", "high"]].round(2)
       effect   low  high
    0     0.5 -0.19  1.19
    """
    y, d = read(people, outcome, joined)
    assumes = "who joins would have stayed no longer than the others anyway"
    said = ("naive", WHOSE["members"], assumes, level)
    if d.all() or not d.any():
        return result(*said, reason=one_side(d))
    return result(*said, found=_means(y[d], y[~d]), people=len(y))


def _means(one: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    if min(len(one), len(other)) < 2:
        return float(one.mean() - other.mean()), np.nan
    spread = one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other)
    return float(one.mean() - other.mean()), float(np.sqrt(spread))


def stratified(
    people: pd.DataFrame,
    given,
    *,
    outcome: str = "stayed",
    joined: str = "joined",
    whose: str = "members",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return members less others within groups that were alike before, averaged over the groups.

    Parameters
    ----------
    people, outcome, joined, level
        As in `naive`.
    given : str or list of str
        Columns of what was known of people before they joined. Each combination of their values is a group;
        put numbers of many values into bands first.
    whose : {"members", "everybody"}
        Whose effect: the groups count as often as members are in them, or as people are.

    Returns
    -------
    DataFrame
        As `naive`. People of groups that have members only, or none, are ``left_out``. A group with one
        member or one other takes the spread of all groups for it.

    Raises
    ------
    ValueError, TypeError
        As `naive`.

    References
    ----------
    Imbens & Rubin (2015), "Causal Inference", chapter 17.

    Examples
    --------
    >>> people = pd.DataFrame({"busy": [0] * 6 + [1] * 6, "joined": [1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0],
    ...                        "stayed": [0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1]})
    >>> stratified(people, "busy")[["effect", "left_out"]].round(3), naive(people)["effect"].round(3).item()
    (   effect  left_out
    0    0.25         0, 0.333)
    """
    given = listed(given)
    errors.one_of(whose, WHOSE, "whose")
    y, d = read(people, outcome, joined, given)
    group = cells(people, given)
    said = ("stratified", WHOSE[whose], alike(given), level)
    table = pd.DataFrame({"group": group, "joined": d, "y": y}).groupby(["group", "joined"])["y"]
    table = table.agg(["size", "mean", "var"]).unstack("joined")
    if not len(people) or d.all() or not d.any():
        return result(*said, reason=one_side(d))
    both = table["size"].notna().all(axis=1)
    if not both.any():
        return result(*said, left_out=len(y), reason="no group has both members and others")
    size, mean, var = (table.loc[both, name] for name in ("size", "mean", "var"))
    # Spread of all groups together, for those with one person on a side.
    pooled = (var * (size - 1)).sum() / (size - 1).sum().where(lambda many: many > 0)
    weight = size[True] if whose == "members" else size.sum(axis=1)
    weight = weight / weight.sum()
    effect = (weight * (mean[True] - mean[False])).sum()
    error = np.sqrt((weight**2 * (var.fillna(pooled) / size).sum(axis=1, skipna=False)).sum(skipna=False))
    used = int(size.to_numpy().sum())
    return result(*said, found=(effect, error), people=used, left_out=len(y) - used)


def estimates(
    people: pd.DataFrame,
    given,
    *,
    outcome: str = "stayed",
    joined: str = "joined",
    invited: str | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return what the ways to estimate the effect of joining say, one row per way, with what each assumes.

    Parameters
    ----------
    people, outcome, joined, level
        As in `naive`.
    given : str or list of str
        What was known of people before they joined: as groups for `stratified`, as numbers for the others.
    invited : str, optional
        Column of who was invited by lot. Default: there was no lot, and no row of it.

    Returns
    -------
    DataFrame
        One row each of `naive`, `stratified`, `matched`, `weighted` and, with ``invited``, `encouraged`,
        with their columns. The last is the effect on those whom the invitation moved, the others that on
        those who joined. ``attrs["reason"]`` says what is missing, way by way.

    Raises
    ------
    ValueError, TypeError
        As the ways themselves.

    Examples
    --------
    >>> from ecotools.metrics.effects import example
    >>> estimates(example(), "busy_days", invited="invited")[["method", "effect", "low", "high"]].round(2)
           method  effect   low  high
    0       naive    0.34  0.30  0.38
    1  stratified    0.05  0.02  0.08
    2     matched    0.05  0.02  0.08
    3    weighted    0.04  0.01  0.08
    4  encouraged    0.06 -0.12  0.23
    """
    columns = {"outcome": outcome, "joined": joined, "level": level}
    parts = [
        naive(people, **columns),
        stratified(people, given, **columns),
        matched(people, given, **columns),
        weighted(people, given, **columns),
    ]
    if invited is not None:
        parts.append(encouraged(people, invited, **columns))
    table = pd.concat([part.assign() for part in parts], ignore_index=True)
    lacking = [f"{part['method'].item()}: {part.attrs['reason']}" for part in parts if part.attrs["reason"]]
    table.attrs = {"definition": {"level": level, "given": listed(given)}, "reason": "; ".join(lacking)}
    return table
