"""A small shop: one ledger with a row or more in every table, fresh for each test."""

import pandas as pd
import pytest

from ecotools.ledger import Ledger


def days(*texts):
    return pd.to_datetime(list(texts)).astype("datetime64[us]")


@pytest.fixture
def shop():
    touches = pd.DataFrame(
        {
            "customer_id": [1, 1, 2],
            "day": days("2025-01-01", "2025-01-02", "2025-01-02"),
            "stage": ["awareness", "purchase", "awareness"],
            "channel": ["search", "search", ""],
            "asset": ["blog", "checkout", "reel"],
        }
    )
    orders = pd.DataFrame(
        {
            "order_id": [10, 10, 11],
            "customer_id": [1, 1, 2],
            "day": days("2025-01-02", "2025-01-02", "2025-02-01"),
            "product": ["bootcamp", "templates", "bootcamp"],
            "kind": ["core", "add_on", "core"],
            "quantity": [1, 2, 1],
            "price": [199.0, 49.0, 199.0],
            "discount": [0.0, 9.8, 0.0],
            "amount": [199.0, 88.2, 199.0],
            "refunded": [0.0, 0.0, 199.0],
            "refund_day": days("NaT", "NaT", "2025-02-10"),
            "channel": ["search", "search", ""],
        }
    )
    subscriptions = pd.DataFrame(
        {
            "subscription_id": [7, 7, 8, 8],
            "customer_id": [1, 1, 2, 2],
            "product": ["membership", "membership_plus", "membership", "membership"],
            "start": days("2025-01-02", "2025-02-02", "2025-01-05", "2025-02-20"),
            "end": days("2025-02-02", "NaT", "2025-02-05", "NaT"),
            "price": [29.0, 59.0, 29.0, 29.0],
            "interval_months": [1, 1, 1, 1],
            "quantity": [1, 1, 1, 1],
            "discount": [0.0, 0.0, 0.2, 0.0],
            "ended_by": ["changed", "", "cancelled", ""],
        }
    )
    activity = pd.DataFrame({"customer_id": [1], "day": days("2025-02-28"), "action": ["post"], "count": [3]})
    surveys = pd.DataFrame(
        {
            "customer_id": [1, 2],
            "day": days("2025-02-01", "2025-02-01"),
            "survey": ["nps", "psm"],
            "question": ["score", "too_cheap"],
            "answer": [9.0, 19.5],
        }
    )
    return Ledger(touches, orders, subscriptions, activity, surveys, truth={"seed": 3, "nps": {"score": 0.1}})
