"""What each customer began with: the first product, and the billing period until it changes."""

import numpy as np
import pandas as pd

from ecotools.metrics.columns import coded
from ecotools.metrics.retention.spells import first_spells
from ecotools.metrics.revenue.changes import changes
from ecotools.metrics.revenue.terms import NEVER, Terms
from ecotools.metrics.sorting import order_by


def first_products(table: pd.DataFrame, terms: Terms) -> np.ndarray:
    """Return the product of each unit's first row."""
    first = np.full(len(terms.ids), None, dtype=object)
    unit, row = _first_rows(table, terms)
    first[unit] = table["product"].to_numpy(dtype=object)[row]
    return first


def billing_periods(table: pd.DataFrame, terms: Terms) -> tuple[np.ndarray, np.ndarray]:
    """Return the months between payments of each unit at first, and the first day without that interval.

    The day is NEVER while the interval still runs.
    """
    every = table["interval_months"].to_numpy(dtype=np.int64)
    first, turned = np.ones(len(terms.ids), dtype=np.int64), np.full(len(terms.ids), NEVER)
    unit, row = _first_rows(table, terms)
    first[unit] = every[row]
    same = every[terms.row] == first[terms.unit]
    kept = (part[same] for part in (terms.row, terms.unit, terms.start, terms.end, terms.value))
    who, _, end = first_spells(changes(Terms(terms.ids, *kept), "D"))
    turned[who] = end
    return first, turned


def _first_rows(table: pd.DataFrame, terms: Terms) -> tuple[np.ndarray, np.ndarray]:
    """Return the units, and the row of the table with which each began.

    Of several on the same day it is that of the highest MRR, then the first product by name, then the
    shortest interval.
    """
    earliest = np.full(len(terms.ids), NEVER)
    np.minimum.at(earliest, terms.unit, terms.start)
    opening = np.flatnonzero(terms.start == earliest[terms.unit])
    row = terms.row[opening]
    name = coded(table["product"])[0][row] if "product" in table.columns else np.zeros(len(row), np.int64)
    every = table["interval_months"].to_numpy(dtype=np.int64)[row]
    order = opening[order_by(terms.unit[opening], -terms.value[opening], name, every)]
    at = order[np.r_[True, np.diff(terms.unit[order]) > 0][: len(order)]]
    return terms.unit[at], terms.row[at]
