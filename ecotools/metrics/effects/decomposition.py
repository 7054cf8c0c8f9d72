"""What the naive number is made of, when it is known who joins and what joining does."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ecotools import errors


def decomposed(
    joins: Sequence[float],
    stays: Sequence[float],
    effect: float = 0.0,
    shares: Sequence[float] | None = None,
) -> pd.DataFrame:
    """Return how many members and others stay, and which part of the gap is the effect of joining.

    Parameters
    ----------
    joins : list of float
        The chance of each kind of people to join, fractions.
    stays : list of float
        The chance of each kind to stay outside the community, fractions, in the same order.
    effect : float, default 0
        Share of the members' departures that joining prevents, a fraction.
    shares : list of float, optional
        How many of all people are of each kind; only the proportions count. Default: equally many.

    Returns
    -------
    DataFrame
        Index side (members, others): people (share of all), without (share who would stay outside the
        community), stayed. ``attrs``: naive (members' stayed less that of the others), effect (members'
        stayed less what it would be outside), selection (the rest: who they were before), all in points as a
        fraction. Where nobody joins, or everybody does, the missing side and these are NaN, with a reason.

    Raises
    ------
    ValueError, TypeError
        Chances that are no fractions, lists of different lengths, shares that are negative or all zero.

    References
    ----------
    Angrist & Pischke (2009), "Mostly Harmless Econometrics", section 2.1: the observed difference is the
    effect on the treated plus the selection bias.

    Examples
    --------
    Of the loyal 80% join and 90% stay, of the restless 20% join and 20% stay; joining does nothing:

    >>> found = decomposed(joins=[0.8, 0.2], stays=[0.9, 0.2])
    >>> found.round(2)
             people  without  stayed
    side
    members     0.5     0.76    0.76
    others      0.5     0.34    0.34
    >>> {name: round(found.attrs[name], 2) for name in ("naive", "effect", "selection")}
    {'naive': 0.42, 'effect': 0.0, 'selection': 0.42}
    """
    joins, stays = _fractions(joins, "joins"), _fractions(stays, "stays")
    effect, weight = errors.fraction(effect, "effect"), _weights(shares, len(joins))
    if len(joins) != len(stays):
        raise ValueError(f"joins and stays must name the same kinds, not {len(joins)} and {len(stays)}")
    sides = {"members": weight * joins, "others": weight * (1 - joins)}
    rows = {side: _side(people, stays) for side, people in sides.items()}
    table = pd.DataFrame(rows, index=["people", "without"]).T.rename_axis("side")
    table["stayed"] = table["without"]
    table.loc["members", "stayed"] += effect * (1 - table.loc["members", "without"])
    naive = float(table.loc["members", "stayed"] - table.loc["others", "stayed"])
    selection = float(table.loc["members", "without"] - table.loc["others", "without"])
    table.attrs = {"naive": naive, "effect": naive - selection, "selection": selection}
    lone = "nobody joins" if not joins.any() else "everybody joins"
    table.attrs["reason"] = lone if np.isnan(naive) else ""
    table.attrs["definition"] = "naive = effect on the members + selection"
    return table


def _side(people: np.ndarray, stays: np.ndarray) -> tuple[float, float]:
    """Return how large a side is, and the share of it who would stay outside."""
    size = people.sum()
    return (size, people @ stays / size) if size > 0 else (0.0, np.nan)


def _fractions(values, name: str) -> np.ndarray:
    values = np.array([errors.fraction(value, name) for value in errors.several(values, name)])
    if not len(values):
        raise ValueError(f"{name} must have a chance for each kind of people, such as [0.8, 0.2], not none")
    return values


def _weights(shares, kinds: int) -> np.ndarray:
    """Return how many are of each kind, as shares of 1."""
    if shares is None:
        return np.full(kinds, 1 / kinds)
    weight = np.array([errors.not_negative(share, "shares") for share in shares])
    if len(weight) != kinds or not weight.sum() > 0:
        raise ValueError(f"shares must have one number for each of the {kinds} kinds and not be all zero")
    return weight / weight.sum()
