"""Group against one to one: what an hour brings, who finishes, and from which size on the group wins."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count

FALLS = {
    "doubling": "each doubling of the group loses this share of those who finish",
    "person": "each further person in the group loses this share of those who finish",
}
_LARGEST = 1_000


def completion_by_size(
    sizes: int | Iterable[int], *, alone: float, falls: float = 0.1, by: str = "doubling"
) -> pd.Series:
    """Return the share of clients who finish, by the size of their group.

    Parameters
    ----------
    sizes : int or list of int
        People in a group; 1 is one to one.
    alone : float
        Share who finish one to one, a fraction.
    falls : float, default 0.1
        By how much the share falls as the group grows, a fraction of itself. It is an assumption: measure it
        on groups of your own.
    by : {"doubling", "person"}
        For what it falls by this much: alone x (1 - falls) ** log2(size), or alone x (1 - falls) ** (size -
        1).

    Returns
    -------
    pandas.Series
        A fraction by size, as given.

    Raises
    ------
    ValueError, TypeError
        Sizes that are no whole numbers, shares that are no fractions.

    Examples
    --------
    >>> completion_by_size([1, 2, 8], alone=0.8, falls=0.1).round(4).to_dict()
    {1: 0.8, 2: 0.72, 8: 0.5832}
    """
    people = _sizes(sizes)
    alone, falls = errors.fraction(alone, "alone"), errors.fraction(falls, "falls")
    errors.one_of(by, FALLS, "by")
    times = np.log2(people) if by == "doubling" else people - 1.0
    found = pd.Series(alone * (1 - falls) ** times, pd.Index(people, name="size"), name="completion")
    found.attrs["definition"] = FALLS[by]
    return found


def group_against_single(
    sizes: int | Iterable[int],
    *,
    single_price: float,
    single_hours: float,
    group_price: float,
    group_hours: float,
    alone: float,
    falls: float = 0.1,
    by: str = "doubling",
    back: float = 0.0,
    cost_per_hour: float = 0.0,
) -> pd.DataFrame:
    """Return what groups of several sizes bring and cost, beside one to one.

    Parameters
    ----------
    sizes : int or list of int
        People in a group.
    single_price, group_price : float
        What one client pays, one to one and in a group.
    single_hours, group_hours : float
        Hours for one client, and for a whole group, with preparation.
    alone, falls, by
        As in `completion_by_size`; one to one is size 1.
    back : float, default 0
        Share of the price that those who do not finish get back, a fraction.
    cost_per_hour : float, default 0
        What an hour of the coach costs.

    Returns
    -------
    DataFrame
        One row for one to one (kind "single") and one per size (kind "group"), as given: kind, size,
        completion, revenue_per_hour, margin_per_hour, finishers_per_hour, margin_per_finisher (NaN when
        nobody finishes) and unfinished (how many more of 100 clients do not finish than one to one).

    Raises
    ------
    ValueError, TypeError
        Prices below zero, no hours, shares that are no fractions.

    Examples
    --------
    >>> prices = {"single_price": 900, "single_hours": 6, "group_price": 300, "group_hours": 12}
    >>> table = group_against_single([4, 12], **prices, alone=0.8, falls=0.1)
    >>> table[["kind", "size", "completion", "revenue_per_hour", "unfinished"]].round(2)
         kind  size  completion  revenue_per_hour  unfinished
    0  single     1        0.80             150.0        0.00
    1   group     4        0.65             100.0       15.20
    2   group    12        0.55             300.0       25.17
    """
    size = np.r_[1, people := _sizes(sizes)]
    finish = completion_by_size(size, alone=alone, falls=falls, by=by).to_numpy()
    price = np.full(len(size), errors.not_negative(group_price, "group_price"))
    hours = np.full(len(size), errors.positive(group_hours, "group_hours"))
    price[0] = errors.not_negative(single_price, "single_price")
    hours[0] = errors.positive(single_hours, "single_hours")
    kept = 1 - errors.fraction(back, "back") * (1 - finish)
    table = pd.DataFrame({"kind": ["single"] + ["group"] * len(people), "size": size, "completion": finish})
    table["revenue_per_hour"] = size * price * kept / hours
    margin = table["revenue_per_hour"] - errors.not_negative(cost_per_hour, "cost_per_hour")
    table["margin_per_hour"], table["finishers_per_hour"] = margin, size * finish / hours
    table["margin_per_finisher"] = margin / table["finishers_per_hour"].where(finish > 0)
    table["unfinished"] = 100 * (finish[0] - finish)
    table.attrs["definition"] = FALLS[by]
    return table


def break_even_size(
    *,
    single_price: float,
    single_hours: float,
    group_price: float,
    group_hours: float,
    alone: float = 1.0,
    falls: float = 0.0,
    by: str = "doubling",
    back: float = 0.0,
    largest: int = 100,
) -> Measure:
    """Return the smallest group with which an hour brings at least as much as one to one.

    The cost of an hour is the same for both, so that it does not matter here.

    Parameters
    ----------
    single_price, single_hours, group_price, group_hours, alone, falls, by, back
        As in `group_against_single`.
    largest : int, default 100
        The largest group to look at, at most 1,000.

    Returns
    -------
    Measure
        People in a group; NaN with a reason when none so large does it. With ``back``, larger groups can pay
        back more than they bring, so that "none" is a possible answer at any size.

    Raises
    ------
    ValueError, TypeError
        As `group_against_single`.

    Examples
    --------
    >>> break_even_size(single_price=900, single_hours=6, group_price=300, group_hours=12)
    6.0
    >>> break_even_size(single_price=900, single_hours=6, group_price=10, group_hours=12, largest=50).reason
    'no group of up to 50 brings as much per hour as one to one'
    """
    most = count(largest, "largest", at_least=2)
    if most > _LARGEST:
        raise ValueError(f"largest must be {_LARGEST:,} or fewer, not {largest:,}")
    table = group_against_single(
        range(2, most + 1),
        single_price=single_price,
        single_hours=single_hours,
        group_price=group_price,
        group_hours=group_hours,
        alone=alone,
        falls=falls,
        by=by,
        back=back,
    )
    said = {"definition": "revenue per hour of the group >= one to one", "unit": "people"}
    single, groups = table["revenue_per_hour"].iloc[0], table.iloc[1:]
    enough = groups["size"][groups["revenue_per_hour"] >= single * (1 - 1e-12)]
    if enough.empty:
        return missing(f"no group of up to {most} brings as much per hour as one to one", **said)
    return Measure(int(enough.iloc[0]), **said)


def _sizes(sizes: int | Iterable[int]) -> np.ndarray:
    listed = [sizes] if np.ndim(sizes) == 0 and not isinstance(sizes, range) else sizes
    return np.array([count(size, "sizes", at_least=1) for size in listed], dtype=np.int64)
