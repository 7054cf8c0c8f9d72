"""Ranges that a projection states, taken for uncertain numbers instead of two ends to choose from."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint
from ecotools.metrics.columns import ids, numbers, refuse
from ecotools.metrics.counts import inside
from ecotools.planning.copula import Luck
from ecotools.planning.durations import distribution

SHAPES = {
    "uniform": "every value of the range is as likely as another",
    "triangular": "the middle of the range is likeliest, and its ends do not come",
}


def stated_lines(blueprint: Blueprint) -> pd.DataFrame:
    """Return the lines of a blueprint's projections, low and high ends side by side.

    Parameters
    ----------
    blueprint : Blueprint
        One with ``projections``.

    Returns
    -------
    DataFrame
        One row per line: projection, month, to_month (NaN when not said), unit, product, quantity,
        quantity_high, unit_price, unit_price_high, amount and amount_high. Where one end is said it stands
        for both; an amount that is not said is quantity times price; what is neither is NaN.

    Raises
    ------
    ValueError
        When no projection has lines.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: Q
    ... products: [{id: course, name: Course, kind: core, price: 997}]
    ... projections:
    ...   - id: start
    ...     month: 1
    ...     to_month: 3
    ...     lines: [{product: course, quantity: 20, quantity_high: 50, unit_price: 997}]
    ... ''')
    >>> stated_lines(blueprint)[["projection", "amount", "amount_high"]].values.tolist()
    [['start', 19940.0, 49850.0]]
    """
    if not isinstance(blueprint, Blueprint):
        raise TypeError(f"blueprint must be a Blueprint, not {type(blueprint).__name__}")
    rows = []
    for one in blueprint.projections or []:
        for line in one.lines or []:
            ends = {}
            for name in ("quantity", "unit_price", "amount"):
                low, high = getattr(line, name), getattr(line, f"{name}_high")
                ends |= {name: low, f"{name}_high": low if high is None else high}
            last = one.month if one.to_month is None else one.to_month
            said = {"projection": one.id, "month": one.month, "to_month": last, "unit": one.unit or ""}
            rows.append(said | {"product": line.product} | ends)
    if not rows:
        raise ValueError("blueprint has no projections[] with lines: say what they are made of")
    table = pd.DataFrame(rows)
    for name in table.columns.difference(["projection", "unit", "product"]):
        table[name] = table[name].astype(float)
    for end in ("", "_high"):
        made = table[f"quantity{end}"] * table[f"unit_price{end}"]
        table[f"amount{end}"] = table[f"amount{end}"].fillna(made)
    return table


def range_outcomes(
    lines: pd.DataFrame,
    *,
    by: str = "projection",
    runs: int = 4000,
    seed: int = 0,
    shape: str = "uniform",
    alike: float = 0.0,
    level: float = 0.8,
) -> pd.DataFrame:
    """Return what projections come to when every range in them is drawn, beside the ends that they state.

    Parameters
    ----------
    lines : DataFrame
        One row per line: ``by``, ``quantity``, ``quantity_high``, ``unit_price`` and ``unit_price_high``, as
        `stated_lines` gives them. Without a column of high ends nothing of it is uncertain.
    by : str, default "projection"
        Column of what lines are added up for.
    runs, seed : int
        How often, and of which seed.
    shape : {"uniform", "triangular"}
        Distribution within a range.
    alike : float, default 0
        How much of their luck the ranges share, from 0 to 1 (all at the same place of their range).
    level : float, default 0.8
        Share of the runs between low and high.

    Returns
    -------
    DataFrame
        One row per value of ``by``, in the alphabet's order: low_end and high_end (all ranges at one end),
        low, median, high and mean (of the runs), and above_middle (share of the runs above the middle
        between the two ends). Money.

    Raises
    ------
    ValueError, TypeError
        When a column or a number is missing, or a high end lies below its low end.

    Examples
    --------
    >>> lines = pd.DataFrame({"projection": "year", "quantity": [20, 30], "quantity_high": [50, 80]})
    >>> found = range_outcomes(lines.assign(unit_price=[997, 197]), runs=2000)
    >>> found[["low_end", "high_end"]].values.tolist()
    [[25850.0, 65610.0]]
    >>> bool(25850 < found["low"][0] < found["high"][0] < 65610)
    True
    """
    low_many, high_many, low_price, high_price, names = _read(lines, by)
    luck, tail = Luck(runs, seed, alike, "ranges"), (1 - inside(level, "level", 0.8)) / 2
    order = sorted(range(len(names)), key=lambda n: (names[n], low_many[n], high_many[n], low_price[n]))
    total: dict[str, np.ndarray] = {}
    for place, n in enumerate(order):
        many = _drawn(low_many[n], high_many[n], luck.of(names[n], f"quantity {place}"), shape)
        price = _drawn(low_price[n], high_price[n], luck.of(names[n], f"price {place}"), shape)
        total[names[n]] = total.get(names[n], 0.0) + many * price
    ends = pd.DataFrame({by: names, "low_end": low_many * low_price, "high_end": high_many * high_price})
    table = ends.groupby(by, as_index=False).sum()
    for name, at in (("low", tail), ("median", 0.5), ("high", 1 - tail)):
        table[name] = [float(np.quantile(total[one], at)) for one in table[by]]
    table["mean"] = [float(total[one].mean()) for one in table[by]]
    middle = (table["low_end"] + table["high_end"]) / 2
    table["above_middle"] = [
        float((total[one] > half).mean()) for one, half in zip(table[by], middle, strict=True)
    ]
    return table


def _read(lines: pd.DataFrame, by: str) -> tuple:
    table = errors.columns(lines, [by, "quantity", "unit_price"], "lines")
    if table.empty:
        raise ValueError("lines has no rows: there is nothing to add up")
    found = []
    for name in ("quantity", "unit_price"):
        low = numbers(table, name, "lines")
        column = f"{name}_high"
        high = numbers(table, column, "lines", missing=True) if column in table.columns else low
        high = np.where(np.isnan(high), low, high)
        refuse(table, high < low, "lines", f"{column} is below {name}")
        found += [low, high]
    return *found, ids(table, by, "lines").astype(str).tolist()


def _drawn(low: float, high: float, luck: np.ndarray, shape: str) -> np.ndarray:
    """Return values of a range, by luck from 0 to 1."""
    if errors.one_of(shape, SHAPES, "shape") == "triangular" and high > low:
        return distribution(low, (low + high) / 2, high, shape).ppf(luck)
    return low + (high - low) * luck
