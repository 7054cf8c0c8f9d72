"""Who carries a community: Lorenz curve, Gini's coefficient, the top 1%, and what is left without them."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import coded
from ecotools.metrics.community.days import activity_of, counted
from ecotools.metrics.counts import count
from ecotools.metrics.retention.durations import amounts

CONTRIBUTIONS = ("post", "comment")
"""What members give to others."""
PARTS = (0.01, 0.09, 0.90)
"""Nielsen's parts: heavy contributors, occasional ones, and lurkers."""


def contributions(activity, members: Iterable | None = None, *, actions=CONTRIBUTIONS) -> pd.Series:
    """Return how much each member contributed, those with nothing included.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns: customer_id, day, action, count.
    members : list of ids, optional
        All who belong; others are left out. Default: everybody in the activity, which leaves out those who
        did nothing at all.
    actions : list of str, default ("post", "comment")
        What counts as a contribution.

    Returns
    -------
    Series
        Index customer_id, sorted; counts.

    Raises
    ------
    ValueError, TypeError
        A missing column or id, a count that is no whole number, an unknown action.

    Examples
    --------
    >>> activity = pd.DataFrame({"customer_id": [1, 1, 2, 3], "day": pd.to_datetime(["2025-01-01"] * 4),
    ...                          "action": ["post", "comment", "visit", "post"], "count": [1, 4, 2, 1]})
    >>> contributions(activity).to_dict()
    {1: 5, 2: 0, 3: 1}
    """
    everybody = activity_of(activity)["customer_id"]
    table = counted(activity, actions)
    total = table.groupby("customer_id", observed=True, sort=False)["count"].sum()
    _, names = coded(pd.Series(everybody.unique() if members is None else list(members)))
    index = pd.Index(names, name="customer_id")
    return total.reindex(index, fill_value=0).astype(np.int64).rename("contributions")


def lorenz(counts) -> pd.DataFrame:
    """Return the Lorenz curve: what share of all contributions comes from the least active share of members.

    Parameters
    ----------
    counts : Series, list or array
        How much each member contributed, zero or more, as `contributions` gives it.

    Returns
    -------
    DataFrame
        One row per member, from the least active on, after a row of zeros: people and share, both fractions
        from 0 to 1. Without any contribution the shares are NaN.

    Raises
    ------
    ValueError, TypeError
        A count that is missing, negative or no number.

    References
    ----------
    Lorenz (1905), "Methods of measuring the concentration of wealth".

    Examples
    --------
    >>> lorenz([0, 1, 3])
         people  share
    0  0.000000   0.00
    1  0.333333   0.00
    2  0.666667   0.25
    3  1.000000   1.00
    """
    values = np.sort(amounts(counts, "counts"))
    total = values.sum()
    people = np.arange(len(values) + 1) / max(len(values), 1)
    share = np.append(0, values.cumsum()) / total if total else np.full(len(values) + 1, np.nan)
    table = pd.DataFrame({"people": people, "share": share})
    table.attrs["reason"] = "" if total else "nobody contributed anything"
    return table


def gini(counts) -> Measure:
    """Return Gini's coefficient: 0 when all contribute alike, near 1 when one does everything.

    It is twice the area between the Lorenz curve and the diagonal. The largest value for n members is
    1 - 1/n.

    Parameters
    ----------
    counts
        As in `lorenz`.

    Returns
    -------
    Measure
        A fraction; NaN when nobody contributed.

    Raises
    ------
    ValueError, TypeError
        As `lorenz`.

    Examples
    --------
    >>> gini([1, 1, 1, 1]), gini([0, 0, 0, 8])
    (0.0, 0.75)
    """
    curve = lorenz(counts)
    definition = "twice the area between the Lorenz curve and the diagonal"
    if curve.attrs["reason"]:
        return missing(curve.attrs["reason"], definition=definition, unit="fraction")
    area = np.trapezoid(curve["share"], curve["people"])
    return Measure(max(1 - 2 * area, 0.0), definition=definition, unit="fraction")


def participation(counts, parts: Iterable[float] = PARTS) -> pd.DataFrame:
    """Return what share of all contributions the most active 1% gave, the next 9%, and the other 90%.

    Parameters
    ----------
    counts
        As in `lorenz`; members with nothing belong to it, or the last part is not what it says.
    parts : list of float, default (0.01, 0.09, 0.90)
        Shares of the members, from the most active on; they sum to 1.

    Returns
    -------
    DataFrame
        One row per part: part (share of the members), members (how many that are), contributions, share (of
        all contributions), silent (members of it with no contribution at all). Where a part ends within a
        person, that person counts in proportion on both sides.

    Raises
    ------
    ValueError, TypeError
        Parts that do not sum to 1, or what `lorenz` refuses.

    References
    ----------
    Nielsen (2006), "The 90-9-1 Rule for Participation Inequality in Social Media and Online Communities".

    Examples
    --------
    >>> participation([60, 10, 10, 10, 10, 0, 0, 0, 0, 0], [0.1, 0.4, 0.5])[["members", "share", "silent"]]
       members  share  silent
    0      1.0    0.6     0.0
    1      4.0    0.4     0.0
    2      5.0    0.0     5.0
    """
    parts = [errors.fraction(part, "parts") for part in parts]
    if abs(sum(parts) - 1) > 1e-9:
        raise ValueError(f"parts must sum to 1, not {sum(parts):g}")
    values = np.sort(amounts(counts, "counts"))[::-1]
    ends = np.append(0, np.cumsum(parts)) * len(values)
    places = np.arange(len(values) + 1)
    given = np.diff(np.interp(ends, places, np.append(0, values.cumsum())))
    silent = np.diff(np.interp(ends, places, np.append(0, (values == 0).cumsum())))
    total = values.sum()
    share = given / total if total else np.full(len(parts), np.nan)
    columns = {
        "part": parts,
        "members": np.diff(ends),
        "contributions": given,
        "share": share,
        "silent": silent,
    }
    table = pd.DataFrame(columns).round({"members": 9, "contributions": 9, "silent": 9})
    table.attrs["reason"] = "" if total else "nobody contributed anything"
    return table


def without(activity, top: int = 5, *, actions=CONTRIBUTIONS) -> pd.DataFrame:
    """Return what would be left of a community's contributions if the most active people left.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns: customer_id, day, action, count.
    top : int, default 5
        How many leave: those with the most contributions; among equals the first by id.
    actions : list of str, default ("post", "comment")
        What counts as a contribution.

    Returns
    -------
    DataFrame
        Index action, sorted, and at the end ``together``. Columns count, left, share_left. In ``attrs``:
        ``gone`` (the ids), and ``active_days`` and ``active_days_left`` (days with any contribution).
        What the others would do then is not in it: replies to those who left fall away too.

    Raises
    ------
    ValueError, TypeError
        As `contributions`, and a ``top`` that is no whole number.

    Examples
    --------
    >>> activity = pd.DataFrame({"customer_id": [1, 1, 2, 3], "day": pd.to_datetime(["2025-01-01"] * 4),
    ...                          "action": ["post", "comment", "post", "post"], "count": [5, 4, 2, 1]})
    >>> without(activity, top=1)
              count  left  share_left
    action
    comment       4     0       0.000
    post          8     3       0.375
    together     12     3       0.250
    """
    top = count(top, "top")
    table = counted(activity, actions)
    total = table.groupby("customer_id", observed=True, sort=False)["count"].sum()
    place, _ = coded(pd.Series(total.index))
    order = np.lexsort((place, -total.to_numpy()))
    gone = total.index[order[:top]]
    stays = table[~table["customer_id"].isin(gone)]
    counts = [part.groupby("action")["count"].sum() for part in (table, stays)]
    index = pd.Index([*sorted(counts[0].index), "together"], name="action")
    result = pd.DataFrame(dict(zip(("count", "left"), counts, strict=True)), index=index)
    result.loc["together"] = [part["count"].sum() for part in (table, stays)]
    result = result.fillna(0).astype(np.int64)
    result["share_left"] = result["left"] / result["count"].where(result["count"] > 0)
    result.attrs["gone"] = gone.tolist()
    result.attrs |= {"active_days": table["day"].nunique(), "active_days_left": stays["day"].nunique()}
    return result


def overlooked(activity, recognised: Iterable, *, at_least: int = 1, actions=CONTRIBUTIONS) -> pd.DataFrame:
    """Return who contributes and was never thanked.

    Parameters
    ----------
    activity : Ledger or DataFrame
        Activity in the ledger's columns: customer_id, day, action, count.
    recognised : list of ids
        Who was honoured: the wall of fame, the member of the month.
    at_least : int, default 1
        Contributions from which on somebody counts as a contributor.
    actions : list of str, default ("post", "comment")
        What counts as a contribution.

    Returns
    -------
    DataFrame
        One row per contributor who is not among the recognised, the most active first and equals by id:
        customer_id, contributions, months (in which they contributed). ``attrs``: ``share`` (of all
        contributors who were never thanked, a fraction; NaN when there are none).

    Raises
    ------
    ValueError, TypeError
        As `contributions`.

    Examples
    --------
    >>> activity = pd.DataFrame({"customer_id": [1, 2, 3], "day": pd.to_datetime(["2025-01-01"] * 3),
    ...                          "action": ["post"] * 3, "count": [1, 4, 2]})
    >>> overlooked(activity, [2])
       customer_id  contributions  months
    0            3              2       1
    1            1              1       1
    """
    at_least = count(at_least, "at_least", at_least=1)
    table = counted(activity, actions)
    table = table.assign(month=table["day"].dt.to_period("M") if len(table) else table["day"])
    people = table[table["count"] > 0].groupby("customer_id", observed=True, sort=False)
    found = people.agg(contributions=("count", "sum"), months=("month", "nunique")).reset_index()
    found = found[found["contributions"] >= at_least]
    thanked = found["customer_id"].isin(errors.several(recognised, "recognised"))
    order = np.lexsort((coded(found["customer_id"])[0], -found["contributions"].to_numpy()))
    result = found.iloc[order][~thanked.to_numpy()[order]].reset_index(drop=True)
    result.attrs["share"] = float((~thanked).mean()) if len(found) else np.nan
    return result
