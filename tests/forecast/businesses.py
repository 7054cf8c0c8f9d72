"""Small made-up businesses, and ledgers of them written by hand."""

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.ledger import empty_ledger

COURSE = """
name: One course
products: [{id: course, name: The course, kind: core, price: 100}]
funnel: [{from: awareness, to: purchase, rate: 0.1, window_days: 1}]
assumptions: {channels: [{name: search, visitors_per_month: 500}]}
"""

CLUB = """
name: A course and a club
products:
  - {id: course, name: The course, kind: core, price: 100, cost: 10}
  - {id: club, name: The club, kind: subscription, price: 20, billing: month, cost: 5}
funnel: [{from: awareness, to: purchase, rate: 0.1, window_days: 1}]
assumptions:
  channels: [{name: search, visitors_per_month: 1000}]
  subscribe_rate: {club: 0.5}
  subscribe_window_days: 1
  churn: {club: {alpha: 1, beta: 9}}
  refund_rate: {course: 0.1}
  refund_window_days: 1
"""


def blueprint(text: str, **changes) -> Blueprint:
    """Return a blueprint, with some of its sections replaced."""
    data = Blueprint.from_yaml(text).model_dump(by_alias=True, exclude_unset=True)
    return Blueprint.model_validate(data | changes)


def ledger(orders=(), subscriptions=(), start="2025-01-01", end="2025-07-01"):
    """Return a ledger of orders (day, product, amount) and terms (start, end, product, price, months).

    Every row is of a customer of its own.
    """
    made = empty_ledger("USD", start, end)
    rows = [
        {
            "order_id": n,
            "customer_id": n,
            "day": pd.Timestamp(day),
            "product": product,
            "kind": "",
            "quantity": 1,
            "price": amount,
            "discount": 0.0,
            "amount": amount,
            "refunded": 0.0,
            "refund_day": pd.NaT,
            "channel": "",
        }
        for n, (day, product, amount) in enumerate(orders)
    ]
    if rows:
        made.orders = _like(made.orders, rows)
    terms = [
        {
            "subscription_id": n,
            "customer_id": 100_000 + n,
            "product": product,
            "start": pd.Timestamp(begin),
            "end": pd.NaT if ends is None else pd.Timestamp(ends),
            "price": price,
            "interval_months": months,
            "quantity": 1,
            "discount": 0.0,
            "ended_by": "" if ends is None else "cancelled",
        }
        for n, (begin, ends, product, price, months) in enumerate(subscriptions)
    ]
    if terms:
        made.subscriptions = _like(made.subscriptions, terms)
    return made.check()


def _like(empty: pd.DataFrame, rows: list[dict]) -> pd.DataFrame:
    table = pd.DataFrame(rows)[list(empty.columns)]
    return table.astype({name: kind for name, kind in empty.dtypes.items() if str(kind) != "category"})
