"""Subscription tables for the tests: a short way to write one, and hypothesis strategies that draw them."""

import numpy as np
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

FEW = settings(max_examples=25)
"""For properties that compare with a slow oracle."""

FIRST = np.datetime64("2024-01-01", "D")


def subscriptions(*rows, **columns) -> pd.DataFrame:
    """Return a table from rows (customer, start, end or None, price); further columns take their defaults."""
    table = pd.DataFrame(rows, columns=["customer_id", "start", "end", "price"])
    table["start"], table["end"] = pd.to_datetime(table["start"]), pd.to_datetime(table["end"])
    defaults = {
        "subscription_id": np.arange(len(table)),
        "product": "membership",
        "interval_months": 1,
        "quantity": 1,
        "discount": 0.0,
        "ended_by": np.where(table["end"].isna(), "", "cancelled"),
    }
    return table.assign(**{**defaults, **columns})


def empty() -> pd.DataFrame:
    """Return a table with all columns and no rows."""
    return subscriptions(("a", "2024-01-01", None, 1.0)).iloc[:0]


PRICES = [0.0, 1.0, 9.99, 29.0, 59.0, 100.0, 240.0, 0.01]
DISCOUNTS = [0.0, 0.1, 0.125, 1 / 3, 0.5, 1.0]


def tables(max_customers: int = 6, max_rows: int = 12):
    """Draw subscriptions of a year: gaps, overlaps, trials, odd discounts, running ones."""
    row = st.tuples(
        st.integers(1, max_customers),
        st.integers(0, 365),
        st.none() | st.integers(0, 200),
        st.sampled_from(PRICES),
        st.sampled_from([1, 3, 12]),
        st.integers(1, 3),
        st.sampled_from(DISCOUNTS),
    )
    return st.lists(row, min_size=1, max_size=max_rows).map(_table)


def _table(rows) -> pd.DataFrame:
    customer, start, length, price, interval, quantity, discount = zip(*rows, strict=True)
    begin = FIRST + np.array(start)
    running = np.array([days is None for days in length])
    end = begin + np.array([days or 0 for days in length])
    end[running] = np.datetime64("NaT")
    columns = {
        "subscription_id": np.arange(len(rows)),
        "customer_id": customer,
        "product": "membership",
        "start": begin.astype("datetime64[s]"),
        "end": end.astype("datetime64[s]"),
        "price": price,
        "interval_months": interval,
        "quantity": quantity,
        "discount": discount,
        "ended_by": np.where(running, "", "cancelled"),
    }
    return pd.DataFrame(columns)
