"""Refunds by the month of their purchase, which shows late what revenue shows never."""

import numpy as np
import pandas as pd
import pytest

from ecotools.data import quillwork
from ecotools.ledger import observed
from ecotools.metrics import kpi, revenue
from ecotools.simulate import simulate

ORDERS = pd.DataFrame(
    [
        ("2025-01-05", "coaching", 900.0, 900.0, "2025-01-15"),
        ("2025-01-31", "coaching", 900.0, 300.0, "2025-02-27"),
        ("2025-01-20", "coaching", 900.0, 900.0, "2025-04-01"),
        ("2025-01-20", "course", 200.0, 0.0, None),
        ("2025-03-03", "coaching", 900.0, 0.0, None),
        ("2025-03-09", "kit", 0.0, 0.0, None),
    ],
    columns=["day", "product", "amount", "refunded", "refund_day"],
    index=[5, 2, 2, 0, 1, 8],
).astype({"day": "datetime64[ns]", "refund_day": "datetime64[ns]"})


def test_a_triangle_by_hand():
    """Of three sales of January one is paid back in the first month, one by Feb 28, one after two months."""
    found = revenue.refund_cohorts(ORDERS, "2025-05", product="coaching", values="total")
    assert found.index.astype(str).tolist() == ["2025-01", "2025-02", "2025-03"]
    assert found.loc["2025-01"].tolist() == [2, 2, 3, 3]
    assert found.loc["2025-02"].tolist()[:3] == [0, 0, 0]
    assert found.loc["2025-03"].isna().tolist() == [False, False, True, True]
    assert found.attrs["sold"] == {"2025-01": 3, "2025-02": 0, "2025-03": 1}


def test_a_month_without_a_sale_has_no_rate():
    found = revenue.refund_cohorts(ORDERS, "2025-05", product="coaching")
    assert found.loc["2025-02"].isna().all()
    assert found.loc["2025-01", 2] == 1


def test_money_and_sales_are_different_shares():
    money = revenue.refund_cohorts(ORDERS, "2025-05", product="coaching", of="money")
    assert money.loc["2025-01"].tolist() == pytest.approx(
        [1200 / 2700, 1200 / 2700, 2100 / 2700, 2100 / 2700]
    )
    assert "paid back / paid" in money.attrs["definition"]["of"]


def test_free_lines_are_no_sales():
    assert revenue.refund_cohorts(ORDERS, "2025-05").attrs["sold"]["2025-03"] == 1


def test_what_comes_after_the_last_day_is_not_known():
    early = revenue.refund_cohorts(ORDERS, "2025-03", product="coaching", values="total")
    assert early.loc["2025-01"].tolist() == [2, 2]
    months = revenue.refund_months(ORDERS, "2025-03")
    assert months["paid_back"].sum() == 1200


def test_months_by_hand():
    months = revenue.refund_months(ORDERS, product="coaching").set_index("month")
    assert months["sold"].tolist() == [2700, 0, 900, 0]
    assert months["paid_back"].tolist() == [900, 300, 0, 900]
    assert months["kept"].tolist() == [600, 0, 900, 0]


@pytest.fixture(scope="module")
def ledger():
    return simulate(quillwork(), 12, seed=6)


def test_all_that_was_paid_back_is_in_both(ledger):
    months = revenue.refund_months(ledger)
    assert months["paid_back"].sum() == pytest.approx(ledger.orders["refunded"].sum())
    assert months["of_this_month"].sum() == pytest.approx(ledger.orders["refunded"].sum())
    assert months["net"].sum() == pytest.approx(months["kept"].sum())


def test_a_cohort_never_gets_money_twice(ledger):
    found = revenue.refund_cohorts(ledger, of="money").to_numpy()
    steps = np.diff(found, axis=1)
    assert (steps[~np.isnan(steps)] >= -1e-12).all()
    assert ((found >= 0) & (found <= 1))[~np.isnan(found)].all()


def test_after_the_window_it_is_the_refund_rate_of_the_dashboard(ledger):
    """Refunds of the simulation come within 30 days, so two months hold them all."""
    dashboard = kpi.compute(quillwork(), ledger, "refund_rate")
    rate = revenue.refund_cohorts(ledger, of="money")[1].dropna()
    values = dashboard.set_index("month")["value"]
    assert len(rate) > 8
    for month, value in rate.items():
        assert value == pytest.approx(values[month]), month


def test_nothing_sold_gives_an_empty_triangle_and_says_why():
    found = revenue.refund_cohorts(ORDERS[:0], "2025-03")
    assert len(found) == 0
    assert found.attrs["reason"] == "nothing was sold for money"


@pytest.mark.parametrize(
    ("orders", "arguments", "says"),
    [
        (ORDERS, {"of": "orders"}, "of must be one of 'sales', 'money'"),
        (ORDERS, {"product": "coachin"}, "Did you mean 'coaching'"),
        (ORDERS.assign(refunded=1e6), {}, "refunded does not lie between 0 and the amount"),
        (ORDERS.assign(refund_day=pd.NaT), {}, "refund_day is missing, but something was refunded"),
        (
            ORDERS.assign(refund_day=pd.Timestamp("2024-12-01")),
            {},
            "refund_day is before the day of the sale",
        ),
        (observed(ORDERS, "2025-01", "2025-04"), {"until": "2025-08"}, "must not lie beyond the ledger"),
    ],
)
def test_refunds_that_cannot_be_are_refused(orders, arguments, says):
    with pytest.raises(ValueError, match=says):
        revenue.refund_cohorts(orders, **arguments)
