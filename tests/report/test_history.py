"""What happened is on the page as the metrics compute it, for whole months, with what it depends on."""

import numpy as np
import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.ledger import Ledger, empty_ledger
from ecotools.metrics import kpi, retention, revenue
from ecotools.report import render, track_record
from tests.report.pages import DAY, QUICK, Read, ledger, read, software, trade


def sold(*rows, **more) -> Ledger:
    """A ledger of orders (customer, day, amount) of one course."""
    table = pd.DataFrame(rows, columns=["customer_id", "day", "amount"])
    table["day"] = pd.to_datetime(table["day"])
    table = table.assign(
        order_id=range(len(rows)), product="course", kind="core", quantity=1, price=table["amount"],
        discount=0.0, refunded=0.0, refund_day=pd.NaT, channel="search",
    )  # fmt: skip
    return Ledger(orders=table, currency="EUR", **more)


def course(cost: float = 0.0):
    sells = f"{{id: course, name: The course, kind: core, price: 9, cost: {cost}}}"
    return Blueprint.from_yaml(f"name: Q\ncurrency: EUR\nproducts: [{sells}]")


class TestMonths:
    def test_are_those_of_the_metrics(self):
        found = read("quillwork with a ledger").data("months.csv").set_index("month").sort_index()
        table = kpi.compute(quillwork(), ledger(), ["revenue", "mrr", "subscribers"])
        for id in ("revenue", "mrr", "subscribers"):
            rows = table[table["kpi"] == id]
            assert found[id].tolist() == pytest.approx(rows["value"].tolist())

    def test_margin_is_revenue_less_refunds_and_the_costs_of_sales(self):
        made = sold((1, "2025-01-10", 100.0), (2, "2025-01-20", 100.0), end="2025-02-01", start="2025-01-01")
        made.orders.loc[0, ["refunded", "refund_day"]] = [40.0, pd.Timestamp("2025-01-30")]
        (month,) = track_record.read(made, course(cost=9)).months.to_dict("records")
        assert (month["refunds"], month["costs"], month["margin"]) == (40, 18, 142)

    def test_a_subscription_costs_by_the_day_what_a_billing_interval_costs(self):
        months = track_record.read(trade(), software()).months
        share = months["costs"] / months["revenue"]
        assert (share.tail(6) < 0.25).all() and (share.tail(6) > 3 / 49).all()

    def test_that_are_known_in_part_are_left_out_and_named(self):
        cut = trade().between("2025-01-01", "2026-02-11")
        text = Read(render(software(), cut, date=DAY, **QUICK)).words
        assert "Feb 2026 is left out: only a part is known." in text
        assert str(track_record.read(cut, software()).last) == "2026-01"

    def test_of_a_ledger_without_a_whole_month_or_a_sale_are_none(self):
        assert track_record.read(empty_ledger("USD"), quillwork()) is None
        assert track_record.read(sold((1, "2025-01-10", 9.0)), course()) is None
        assert (
            "Nothing was measured" in Read(render(quillwork(), empty_ledger("USD"), date=DAY, **QUICK)).text
        )

    def test_of_a_simulated_ledger_are_called_simulated(self):
        assert "nothing in them has happened" in read("quillwork with a ledger").words
        assert "nothing in them" not in read("ten lines").words


class TestGrowth:
    def test_compares_years_where_there_are_two(self):
        rows = [
            (1, f"{year}-{month:02}-05", 100.0 * year - 202400)
            for year in (2025, 2026)
            for month in range(1, 13)
        ]
        grown, of, over = track_record.read(
            sold(*rows, start="2025-01-01", end="2027-01-01"), course()
        ).growth()
        assert (grown, of, over) == (pytest.approx(1.0), "the last twelve months", "the twelve before")

    def test_compares_a_season_with_the_same_one_a_year_before(self):
        rows = [(1, f"{month}-05", 50.0) for month in pd.period_range("2025-01", "2026-03", freq="M")]
        rows[-1] = (1, "2026-03-05", 200.0)
        made = track_record.read(sold(*rows, start="2025-01-01", end="2026-04-01"), course())
        assert made.growth()[0] == pytest.approx(1.0) and "a year before" in made.growth()[2]

    def test_of_two_months_is_unknown(self):
        made = track_record.read(sold((1, "2025-01-10", 9.0), start="2025-01-01", end="2025-03-01"), course())
        assert np.isnan(made.growth()[0]) and made.growth()[2] == "no earlier months to compare with"


class TestDependence:
    def test_share_of_the_largest_customers(self):
        rows = [(who, "2025-01-10", 10.0) for who in range(10)] + [(99, "2025-01-11", 100.0)]
        made = track_record.read(sold(*rows, start="2025-01-01", end="2025-02-01"), course())
        assert made.largest.to_dict() == {1: 0.5, 5: 0.7, 10: 0.95}

    def test_payments_of_subscribers_are_in_it(self):
        made = track_record.read(trade(), software())
        first, after = made.span
        paid = revenue.payments(trade())
        paid = paid[(paid["day"] >= first) & (paid["day"] < after)]["amount"].sum()
        orders = trade().orders
        paid += orders[(orders["day"] >= first) & (orders["day"] < after)]["amount"].sum()
        assert made.by_customer.sum() == pytest.approx(paid)

    def test_revenue_by_product_and_by_channel_adds_up_to_the_whole(self):
        made = track_record.read(ledger(), quillwork())
        whole = made.year["revenue"].sum()
        assert made.by_product.sum() == pytest.approx(whole)
        assert made.by_channel["revenue"].sum() == pytest.approx(whole)

    def test_a_channel_that_was_paid_for_and_brought_nobody_costs_too(self):
        spend = pd.DataFrame({"day": pd.to_datetime(["2025-01-05"] * 2), "channel": ["search", "fair"]})
        spend["amount"] = [30.0, 70.0]
        rows = [(1, "2025-01-10", 50.0), (2, "2025-01-11", 50.0)]
        made = track_record.read(sold(*rows, spend=spend, start="2025-01-01", end="2025-02-01"), course())
        assert made.by_channel.loc["fair", ["new_customers", "revenue", "cost"]].tolist() == [0, 0, 70]
        assert made.by_channel["cost"].sum() == made.spent == 100
        assert float(made.payback()) == pytest.approx(50 / 50), "100 for two customers, who leave 50 each"


class TestSubscribers:
    def test_movements_on_the_page_are_those_of_the_metrics(self):
        moves = revenue.movements(trade())
        found = read("a software company").data("movements.csv").set_index("month").sort_index()
        assert found["churn"].tolist() == pytest.approx(moves["churn"].tolist())
        assert found["end"].tolist() == pytest.approx(moves["end"].tolist())

    def test_cohorts_on_the_page_are_those_of_the_metrics(self):
        found = read("a software company").data("cohorts.csv").set_index("cohort")
        table = retention.cohort_table(trade()).iloc[-12:, :9]
        assert found.iloc[0, 1:9].tolist() == pytest.approx(table.iloc[0, 1:9].tolist())

    def test_how_many_trials_became_paid_is_said(self):
        begun = retention.trials(trade())
        share = begun["went_on"].sum() / (begun["went_on"].sum() + begun["left"].sum())
        words = read("a software company").words
        assert f"{begun['began'].sum()} free trials began in all; {share:.0%} of those that are over" in words

    def test_how_many_were_lost_by_a_payment_that_failed_is_said(self):
        made = track_record.read(trade(), software())
        lost = retention.losses(trade(), *made.span)
        assert f"Of {len(lost)} subscribers lost since Jul 2025" in read("a software company").words


class TestWatched:
    def test_all_numbers_are_counted_and_none_is_hidden(self):
        words = read("a software company").words
        assert "Of 3 numbers that the business watches" in words and "1 has no value: Mood" in words

    def test_targets_are_judged_as_the_metrics_do(self):
        table = kpi.compute(software(), trade(), ["mrr"])
        reached = bool(table["on_target"].iloc[-1])
        rows = {row[0]: row for row in read("a software company").table("The numbers it watches, ")}
        assert rows["MRR"][2:4] == ["at least €9,000", "reached" if reached else "missed"]

    def test_the_business_s_own_formula_stands_beside_the_one_that_was_computed(self):
        rows = {row[0]: row for row in read("a software company").table("The numbers it watches, each")}
        assert "The business puts it so: lost / there before." in rows["Churn"][1]
        assert rows["Churn"][1].startswith("Customers at the start of the month")

    def test_a_stated_number_stands_beside_what_the_sales_say(self):
        rows = read("a software company").table("Numbers that the business states")
        given = track_record.read(trade(), software()).months.loc[pd.Period("2025-06", "M"), "mrr"]
        assert rows[1][0] == "MRR" and "€9,999" in rows[1] and rows[1][-1] == f"€{given:,.0f}"
        assert rows[2][0] == "Integration adoption" and "31%" in rows[2]

    def test_without_sales_the_numbers_are_defined_and_not_drawn(self):
        rows = {row[0]: row for row in read("quillwork").table("The numbers it watches")[1:]}
        assert "at most 4%" in rows["Customer churn"] and "kpis-1.csv" not in read("quillwork").files


def test_a_number_without_a_value_in_any_month_has_no_picture_and_stands_in_the_table():
    text = "name: Q\ncurrency: EUR\nkpis:\n- {id: revenue, name: Revenue}\n- {id: nps, name: Mood}\n"
    made = sold((1, "2025-01-10", 100.0), (2, "2025-02-20", 100.0), start="2025-01-01", end="2025-03-01")
    page = Read(render(Blueprint.from_yaml(text), made, date=DAY, **QUICK))
    drawn = page.files["kpis-1.csv"]
    assert "Revenue" in drawn and "Mood" not in drawn and "kpis-10.csv" not in page.files
    assert page.table("The numbers it watches")[2][1] == "no value: the ledger has no surveys"
