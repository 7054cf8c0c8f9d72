"""A refund takes off revenue what was revenue: all of a sale, and of a subscription the days that it ran."""

import pandas as pd
import pytest

from ecotools.ledger import Ledger
from ecotools.report.refunds import reversals

YEARLY = {"price": 365.0, "interval_months": 12}
MONTHLY = {"price": 31.0, "interval_months": 1}


def club(terms, start, end, refund, amount) -> Ledger:
    """A ledger with one subscription, of which a payment was given back."""
    days = [pd.Timestamp(day) if day else pd.NaT for day in (start, end, refund)]
    one = {"subscription_id": "s", "customer_id": "ann", "product": "club", "quantity": 1, "discount": 0.0}
    one |= terms | {"start": days[0], "end": days[1], "ended_by": "cancelled" if end else ""}
    back = {"payment_id": "p", "customer_id": "ann", "product": "club", "day": days[2], "amount": amount}
    return Ledger(
        subscriptions=pd.DataFrame([one]).astype({"end": "datetime64[us]"}),
        refunds=pd.DataFrame([back]),
        end="2027-01-01",
    )


@pytest.mark.parametrize(
    ("terms", "start", "end", "refund", "amount", "taken_off"),
    [
        (YEARLY, "2025-03-01", "2025-03-11", "2025-03-11", 365.0, 10.0),  # ended after ten days
        (YEARLY, "2025-03-01", "2025-03-11", "2025-03-20", 365.0, 10.0),  # given back later
        (YEARLY, "2025-03-01", None, "2025-03-11", 365.0, 365.0),  # a present: it goes on
        (YEARLY, "2025-03-01", "2026-03-01", "2025-03-11", 100.0, 100.0),  # ran to its end
        (YEARLY, "2025-03-01", "2026-03-11", "2026-03-11", 365.0, 10.0),  # the second year
        (YEARLY, "2025-03-01", "2025-03-11", "2025-03-11", 100.0, 0.0),  # less than what never ran
        (MONTHLY, "2025-03-01", "2025-03-21", "2025-03-21", 31.0, 20.0),
        (MONTHLY, "2025-01-01", "2025-04-01", "2025-03-05", 31.0, 31.0),
    ],
)
def test_of_a_subscription_the_days_that_it_ran_are_taken_off(terms, start, end, refund, amount, taken_off):
    (row,) = reversals(club(terms, start, end, refund, amount)).to_dict("records")
    assert row == {"day": pd.Timestamp(refund), "amount": pytest.approx(taken_off)}


def test_a_refund_of_a_subscription_that_is_not_there_is_taken_off_whole():
    seen = club(YEARLY, "2025-03-01", None, "2025-03-11", 50.0)
    seen.refunds["product"] = "other"
    assert reversals(seen)["amount"].tolist() == [50.0]
