"""An engagement score: several activities in one number, with its weights open and their sway measured."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, numbers
from ecotools.metrics.community.days import counted, event_span
from ecotools.metrics.community.weights import shares
from ecotools.metrics.periods import start_day, until_day


def actions_per_member(activity, start=None, end=None) -> pd.DataFrame:
    """Return how often each active member did each kind of action, one row per member.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns: customer_id, day, action, count.
    start, end : day or month, optional
        First day, and first day not counted any more; a month as ``end`` is meant whole. Default: all days.

    Returns
    -------
    DataFrame
        Index customer_id, one column per kind of action, sorted by name; counts, 0 where there was none.
        Members without any action have no row: add them with ``reindex`` to count them too.

    Examples
    --------
    >>> activity = pd.DataFrame({"customer_id": [1, 1, 2], "day": pd.to_datetime(["2025-01-01"] * 3),
    ...                          "action": ["post", "visit", "visit"], "count": [1, 4, 2]})
    >>> actions_per_member(activity)
                 post  visit
    customer_id
    1               1      4
    2               0      2
    """
    table = counted(activity)
    table = _cut(table, start, end, event_span(activity, table))
    code, distinct = coded(table["customer_id"])
    counts = table["count"].groupby([code, table["action"].to_numpy()]).sum().unstack(fill_value=0)
    counts.index = pd.Index(distinct, name="customer_id")
    return counts.astype(np.int64).rename_axis(columns=None)


def _cut(table: pd.DataFrame, start, end, span) -> pd.DataFrame:
    """Return the rows from ``start`` up to ``end``; a window of which nothing was observed is refused."""
    first = None if start is None else start_day(start, span)
    after = None if end is None else until_day(end, span, "end")
    if first is not None and after is not None and after < first:
        raise ValueError(f"end must not be before start: {end} is before {start}")
    table = table if first is None else table[table["day"] >= first]
    return table if after is None else table[table["day"] < after]


def engagement_score(
    table: pd.DataFrame, targets: Mapping[str, float], weights: Mapping[str, float] | None = None
) -> pd.Series:
    """Return a score of 0 to 100 a row: 100 x the weighted mean of min(value / target, 1).

    There is no standard for such a score. Whoever reads it must see targets and weights, which are in
    ``attrs["definition"]``; `engagement_sensitivity` says how much hangs on the weights. What goes beyond a
    target earns nothing, so that one busy habit cannot make up for all the others.

    Parameters
    ----------
    table : DataFrame
        One row per member (or a group), one column per kind of activity, zero or more; as
        `actions_per_member` gives it.
    targets : dict
        Column -> the value that earns all of its points, above zero.
    weights : dict, optional
        Column -> how much it counts, zero or more, for every column in ``targets``. Only their proportions
        matter. Default: all the same.

    Returns
    -------
    Series
        Index as in the table. NaN in a row with a missing value.

    Raises
    ------
    ValueError
        A column that the table lacks (with the nearest one), a target or weight that is not positive, a
        negative value, weights for other columns than the targets.

    Examples
    --------
    >>> members = pd.DataFrame({"visit": [8, 2], "post": [1, 6]}, index=["Ada", "Ben"])
    >>> engagement_score(members, {"visit": 8, "post": 2}, {"visit": 1, "post": 3}).to_dict()
    {'Ada': 62.5, 'Ben': 81.25}
    """
    targets, weights = _settings(targets, weights)
    reached = _reached(table, targets)
    score = (100 * (reached * pd.Series(weights)).sum(axis=1, skipna=False)).clip(0, 100).rename("engagement")
    score.attrs["definition"] = {
        "engagement": "100 x sum of weight x min(value / target, 1)",
        "targets": targets,
        "weights": weights,
    }
    return score


def engagement_sensitivity(
    table: pd.DataFrame,
    targets: Mapping[str, float],
    weights: Mapping[str, float] | None = None,
    factors: Sequence[float] = (0, 0.5, 2),
) -> pd.DataFrame:
    """Return what becomes of the mean score and of the members' order when one weight is changed.

    Parameters
    ----------
    table, targets, weights
        As in `engagement_score`.
    factors : list of float
        What each weight in turn is multiplied by, zero or more; the weights are then scaled to sum to 1.

    Returns
    -------
    DataFrame
        One row per column and factor: activity, factor, weight (the new one), score (mean over the rows),
        difference (to the mean score of the given weights), rank_correlation (Spearman's, of the rows'
        scores with those of the given weights; NaN when all rows have the same score). Without the last
        column that weighs anything there is no score: NaN.

    Examples
    --------
    >>> members = pd.DataFrame({"visit": [8, 2, 4], "post": [0, 2, 1]})
    >>> engagement_sensitivity(members, {"visit": 8, "post": 2}, factors=[0])
      activity  factor  weight      score  difference  rank_correlation
    0    visit       0     0.0  50.000000   -4.166667          0.866025
    1     post       0     0.0  58.333333    4.166667         -0.866025
    """
    targets, weights = _settings(targets, weights)
    factors = [errors.not_negative(factor, "factors") for factor in factors]
    base = engagement_score(table, targets, weights)
    rows = []
    for name in targets:
        for factor in factors:
            changed = {**weights, name: weights[name] * factor}
            total = sum(changed.values())
            row = {"activity": name, "factor": factor, "weight": np.nan, "score": np.nan}
            if total > 0:
                other = engagement_score(table, targets, changed)
                row |= {"weight": changed[name] / total, "score": other.mean()}
                row |= {"difference": other.mean() - base.mean(), "rank_correlation": _spearman(base, other)}
            rows.append(row)
    columns = ["activity", "factor", "weight", "score", "difference", "rank_correlation"]
    result = pd.DataFrame(rows, columns=columns)
    result["factor"] = [int(factor) if factor == int(factor) else factor for factor in result["factor"]]
    result.attrs["definition"] = dict(base.attrs["definition"])
    return result


def _settings(targets: Mapping, weights: Mapping | None) -> tuple[dict[str, float], dict[str, float]]:
    if not isinstance(targets, Mapping) or not targets:
        raise ValueError(
            f"targets must say at least one column and its target, such as {{'visit': 8}}; got {targets!r}"
        )
    targets = {name: errors.positive(value, f"targets[{name!r}]") for name, value in targets.items()}
    return targets, shares(weights, targets, "targets")


def _reached(table: pd.DataFrame, targets: dict[str, float]) -> pd.DataFrame:
    """Return each value as a share of its target, at most 1."""
    errors.columns(table, targets, "table")
    read = {name: numbers(table, name, "table", missing=True) for name in targets}
    values = pd.DataFrame(read, index=table.index)
    if (values < 0).any(axis=None):
        column = values.columns[(values < 0).any()][0]
        row = values.index[values[column] < 0][0]
        raise ValueError(
            f"table[{column!r}] must be zero or more; row {row!r} has {values.loc[row, column]:g}"
        )
    return (values / pd.Series(targets)).clip(upper=1)


def _spearman(one: pd.Series, other: pd.Series) -> float:
    ranks = pd.DataFrame({"one": one, "other": other}).dropna().round(9).rank()
    if len(ranks) < 2 or (ranks.nunique() < 2).any():
        return np.nan
    return float(np.corrcoef(ranks["one"], ranks["other"])[0, 1])
