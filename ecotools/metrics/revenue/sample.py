"""Four subscribers and five months: a table small enough to follow by hand."""

import pandas as pd

_ROWS = [
    # subscription, customer, product, start, end, price, interval, quantity, discount, ended_by
    ("s1", "Ada", "membership", "2025-01-10", "2025-03-10", 29.0, 1, 1, 0.0, "changed"),
    ("s1", "Ada", "membership_plus", "2025-03-10", None, 59.0, 1, 1, 0.0, ""),
    ("s2", "Ben", "membership", "2025-01-20", None, 240.0, 12, 1, 0.0, ""),
    ("s3", "Cleo", "membership", "2025-02-05", "2025-03-05", 29.0, 1, 1, 0.0, "cancelled"),
    ("s4", "Dan", "membership", "2025-02-01", "2025-02-15", 0.0, 1, 1, 0.0, "changed"),
    ("s4", "Dan", "membership", "2025-02-15", "2025-04-15", 29.0, 1, 1, 0.5, "payment_failed"),
    ("s5", "Cleo", "membership", "2025-05-01", None, 29.0, 1, 1, 0.0, ""),
]

COLUMNS = (
    "subscription_id",
    "customer_id",
    "product",
    "start",
    "end",
    "price",
    "interval_months",
    "quantity",
    "discount",
    "ended_by",
)


def example() -> pd.DataFrame:
    """Return a made-up subscriptions table in the ledger's columns, to try the measures on.

    Ada upgrades in March, Ben pays 240 a year, Cleo leaves in March and is back in May, Dan starts with a
    free trial and is lost to a failed payment in April.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> revenue.example()[["customer_id", "start", "price", "interval_months", "ended_by"]].tail(3)
      customer_id      start  price  interval_months        ended_by
    4         Dan 2025-02-01    0.0                1         changed
    5         Dan 2025-02-15   29.0                1  payment_failed
    6        Cleo 2025-05-01   29.0                1
    """
    table = pd.DataFrame(_ROWS, columns=COLUMNS)
    return table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))
