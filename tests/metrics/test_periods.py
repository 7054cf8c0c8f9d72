"""One rule for start and end: a month is meant whole, and a day that ends is the first day left out."""

import datetime

import numpy as np
import pandas as pd
import pytest

from ecotools.ledger import Ledger
from ecotools.metrics import community, retention, revenue
from ecotools.metrics.periods import between
from ecotools.metrics.revenue.bridge import movement_list
from tests.metrics.subscription_tables import subscriptions

YEAR = ["2025-10", "2025-11", "2025-12"]


@pytest.mark.parametrize(
    "end",
    [
        "2025-12",
        "2025Q4",
        "2025",
        pd.Period("2025-12"),
        pd.Period("2025-12-31", "D"),
        np.datetime64("2025-12"),
        "2026-01-01",
        "2025-12-31",
        pd.Timestamp("2026-01-01"),
        datetime.date(2026, 1, 1),
        np.datetime64("2026-01-01"),
    ],
)
def test_a_month_is_meant_whole_and_a_day_is_the_first_one_left_out(end):
    assert between(None, "2025-10", end).astype(str).tolist() == YEAR


def test_days_follow_the_same_rule():
    assert str(between(None, "2025-12-30", "2026-01-01", "D")[-1]) == "2025-12-31"
    for month in "2025-12", pd.Period("2025-12"):
        assert between(None, month, month, "D")[[0, -1]].astype(str).tolist() == ["2025-12-01", "2025-12-31"]


def ledger() -> Ledger:
    """Three months of a business, in which somebody leaves on the very last day."""
    table = subscriptions(("a", "2025-10-03", None, 10.0), ("b", "2025-11-05", "2025-12-31", 20.0))
    seen = {"customer_id": "a", "day": pd.to_datetime(["2025-10-05", "2025-12-31"]), "action": "visit"}
    return Ledger(
        subscriptions=table,
        activity=pd.DataFrame(seen).assign(count=1),
        start="2025-10-01",
        end="2026-01-01",
    )


def active_users(book: Ledger, start, end) -> pd.Series:
    return community.active_users(book, start=start, end=end)


@pytest.mark.parametrize("measure", [revenue.movements, retention.churn_table, active_users])
def test_the_ends_of_a_ledger_give_the_months_of_the_ledger(measure):
    book = ledger()
    named = measure(book, book.start, book.end)
    assert named.index.astype(str).tolist() == YEAR
    assert named.equals(measure(book, None, None))
    assert named.equals(measure(book, "2025-10", "2025-12"))


def test_single_movements_and_losses_end_where_the_tables_do():
    book = ledger()
    assert movement_list(book, book.start, book.end)["kind"].tolist() == ["new", "new", "churn"]
    assert len(retention.losses(book, "2025-10-01", "2025-12-01")) == 0
    assert len(retention.losses(book, "2025-10-01", book.end)) == 1


def test_a_churn_table_and_a_churn_rate_of_the_same_days_agree():
    book = ledger()
    rate = retention.churn_rate(book, start="2025-12-01", end=book.end)
    assert retention.churn_table(book, "2025-12-01", book.end)["churn"].tolist() == [rate] == [0.5]


def test_an_end_beyond_what_a_ledger_observed_is_refused():
    for end in ("2026-01", "2026-02-02", "2026"):
        with pytest.raises(ValueError, match="must not lie beyond the ledger, whose last day is 2025-12-31"):
            revenue.movements(ledger(), "2025-10", end)


def test_a_month_under_way_can_be_named_by_its_name_and_by_the_ledgers_end():
    young = ledger().between("2025-10-01", "2025-12-18")
    assert revenue.movements(young, young.start, young.end).index.astype(str).tolist() == YEAR
    assert revenue.movements(young, "2025-10", "2025-12").index.astype(str).tolist() == YEAR
    assert str(revenue.movements(young, "2025-12", "2025-12", freq="D")["end"].index[-1]) == "2025-12-17"


def test_an_end_that_leaves_no_month_says_why():
    with pytest.raises(
        ValueError, match="2025-09 is before 2025-10; a day given as end is the first day left out"
    ):
        revenue.movements(ledger(), "2025-10-01", "2025-10-01")


def test_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="end has a time zone"):
        revenue.movements(ledger(), "2025-10", pd.Timestamp("2026-01-01", tz="UTC"))
