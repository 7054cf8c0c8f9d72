"""Every number on the page is the one that metrics, simulator and review give."""

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.forecast import forecast
from ecotools.ledger import empty_ledger
from ecotools.metrics import kpi
from ecotools.plots.formats import period, quantity
from ecotools.report import render
from ecotools.report.assumed import assumptions
from ecotools.report.material import gather
from ecotools.rules import review
from tests.report.pages import DAY, QUICK, Read, example, ledger, read

ONE_COURSE = """
name: One course
products: [{id: course, name: The course, kind: core, price: 100}]
funnel: [{from: awareness, to: purchase, rate: 0.1}]
assumptions: {channels: [{name: search, visitors_per_month: 300}]}
"""

LEADS_ONLY = {"from": "awareness", "to": "consideration", "rate": 0.2}


class TestForecast:
    def test_stands_on_the_page_as_it_was_computed(self):
        made = forecast(quillwork(), **QUICK)
        rows = read("quillwork").table("Forecast by month")
        assert rows[0][:4] == ["Month", "MRR", "Revenue", "Subscribers"] and len(rows) == 7
        for place, measure in enumerate(("mrr", "revenue", "subscribers"), 1):
            for month, row in enumerate(made.of(measure).to_dict("records"), 1):
                said = [quantity(row[end], row["unit"]) for end in ("median", "low", "high")]
                assert rows[month][place] == f"{said[0]} ({said[1]} to {said[2]})"

    def test_of_a_business_without_subscriptions_is_of_revenue_alone_and_says_why(self):
        text = Read(render(Blueprint.from_yaml(ONE_COURSE), date=DAY, **QUICK)).text
        assert "there is no MRR" in text

    def test_of_a_blueprint_that_says_too_little_names_the_fields_and_invents_nothing(self):
        data = Blueprint.from_yaml(ONE_COURSE).model_dump(by_alias=True, exclude_unset=True)
        blueprint = Blueprint.model_validate(data | {"funnel": [LEADS_ONLY]})
        text = Read(render(blueprint, date=DAY, **QUICK)).text
        assert "Simulated, not promised" not in text and "funnel to the stage purchase" in text

    def test_starts_from_the_customers_of_the_ledger_and_says_where_each_number_is_from(self):
        page = read("quillwork with a ledger")
        rows = page.table("What the forecast rests on")
        assert rows[0] == ["About", "Taken", "From"]
        assert any("of" in row[2] and row[2].startswith("the ledger") for row in rows)
        assert "Each run begins with the customers that there are before" in page.text

    def test_names_what_it_leaves_out(self):
        assert "Wages, rent, advertising" in read("quillwork").text

    def test_of_growth_without_end_says_so(self):
        text = ONE_COURSE.replace("300", "300000000000, monthly_growth: 0.9")
        found = Read(render(Blueprint.from_yaml(text), date=DAY, **QUICK))
        assert "ask for fewer months" in found.text and "Forecast" not in found.titles()

    def test_of_a_funnel_that_is_no_chain_says_so(self):
        apart = "to: consideration, rate: 0.1}, {from: awareness, to: purchase, rate: 0.1}"
        blueprint = Blueprint.from_yaml(ONE_COURSE.replace("to: purchase, rate: 0.1}", apart))
        assert (
            "funnel as one chain of stages up to the purchase"
            in Read(render(blueprint, date=DAY, **QUICK)).text
        )


class TestAssumptions:
    def test_are_those_of_the_blueprint_with_their_units(self):
        said = assumptions(quillwork()).set_index("about")["assumed"]
        assert said["Visitors by search"] == "3,600 visitors in the first month, +3% each month"
        assert said["Template Bundle"].startswith("30% of buyers add it at checkout")
        assert "$29 a month" in said["Membership"]

    def test_say_where_the_simulator_fills_in_what_was_not_said(self):
        found = assumptions(Blueprint.from_yaml(ONE_COURSE)).set_index("about")["origin"]
        assert found["Visitors by search"] == "the blueprint"
        assert "the simulator's own" in found["From awareness to purchase"]


class TestKpis:
    table = kpi.compute(quillwork(), ledger())

    def test_by_month_are_those_of_the_metrics(self):
        for id in ("mrr", "churn_rate", "nps"):
            rows = self.table[self.table["kpi"] == id]
            name = rows["name"].iloc[0]
            shown = [
                t for c, t in read("quillwork with a ledger").tables.items() if c.startswith("KPIs by month")
            ]
            head, *body = next(table for table in shown if name in table[0])
            place = head.index(name)
            assert [row[0] for row in body] == [period(month) for month in rows["month"]]
            assert [row[place] for row in body] == [
                quantity(value, unit) for value, unit in zip(rows["value"], rows["unit"], strict=True)
            ]

    def test_on_target_are_counted_for_the_last_whole_month(self):
        last = self.table[self.table["month"] == pd.Period("2026-02", "M")]
        good, judged = int(last["on_target"].sum()), int(last["on_target"].notna().sum())
        assert f"{good} of {judged}" in read("quillwork with a ledger").text
        assert read("quillwork with a ledger").titles(3).count("In Feb 2026") == 1

    def test_of_a_month_seen_in_part_are_not_held_against_targets(self):
        cut = ledger().between("2025-01-01", "2026-02-11")
        made = gather(quillwork(), cut, day=None, months=1, runs=10, seed=0, profile=None)
        assert str(made.month) == "2026-01"
        text = Read(render(quillwork(), cut, date=DAY, **QUICK)).text
        assert "It covers only a part of Feb 2026, which is not held against the targets." in text

    def test_of_a_simulated_ledger_are_called_simulated(self):
        assert "nothing in it has happened" in read("quillwork with a ledger").text
        assert "nothing in it has happened" not in read("quillwork").text

    def test_without_a_ledger_are_defined_and_not_drawn(self):
        text = read("quillwork").text
        assert "nothing here was measured" in text and "Month by month" not in read("quillwork").titles(3)
        rows = {row[0]: row for row in read("quillwork").table("The numbers it watches")[1:]}
        assert "at most 4%" in rows["Customer churn"] and "fraction" in rows["Customer churn"]

    def test_of_a_ledger_without_days_are_not_made_up(self):
        text = Read(render(quillwork(), empty_ledger("USD"), date=DAY, **QUICK)).text
        assert "The ledger covers no day" in text


class TestReview:
    @pytest.mark.parametrize("name", ["quillwork", "the example of every section"])
    def test_has_every_finding_with_its_place_and_what_to_do(self, name):
        found = review(quillwork() if name == "quillwork" else example())
        shown = [tuple(row) for rows in read(name).tables.values() for row in rows]
        for told in found.findings:
            row = next(
                r
                for r in shown
                if r[0].startswith(f"{told.rule} ") and told.where in r[1] and told.found in r
            )
            assert told.do.replace("`", "") in row
        assert f"{len(found.outcomes)} rules looked at" in read(name).text

    def test_names_the_fields_that_most_rules_wait_for(self):
        found = review(Blueprint.from_yaml("name: Q"))
        text = Read(render(Blueprint(name="Q"), date=DAY)).text
        assert all(advice.field in text for advice in found.advice[:12])

    def test_lists_what_the_blueprint_waives_with_its_reason_and_not_as_a_finding(self):
        said = ONE_COURSE + "waivers: {LAD05: One course is all we want to sell.}\n"
        page = Read(render(Blueprint.from_yaml(said), date=DAY, **QUICK))
        (row,) = [row for rows in page.tables.values() for row in rows if row[0].startswith("LAD05 ")]
        assert tuple(row)[1:] == ("no recurring offers", "One course is all we want to sell.")

    def test_takes_the_profile_that_was_asked_for(self):
        page = render(Blueprint(name="Q"), date=DAY, profile="saas")
        assert "the thresholds of the profile saas" in page


def test_a_kpi_keeps_its_authors_formula_beside_the_computed_one():
    said = ONE_COURSE + "kpis: [{id: aov, name: Basket, formula: all money by all visits}]\n"
    page = Read(render(Blueprint.from_yaml(said), date=DAY, **QUICK))
    (row,) = [row for rows in page.tables.values() for row in rows if row[0] == "Basket"]
    assert row[1].startswith("Paid for one-time orders") and row[2] == "all money by all visits"


def test_offer_and_plan_are_those_of_the_blueprint():
    products = {row[0]: row for row in read("the example of every section").table("Products and prices")[1:]}
    assert products["Sunday Club"][2] == "€29 a month" and products["Flour Guide"][2] == "free"
    phases = {row[0]: row for row in read("the example of every section").table("Phases of the plan")[1:]}
    assert phases["Rooms and rules"][1:3] == ["day 1 to day 28", "28"]
    assert phases["Open"][1] == "20 Jun 2025 to 30 Jun 2025"


def test_a_price_that_is_not_said_is_not_shown_as_free():
    blueprint = Blueprint.from_yaml("name: Q\nproducts:\n  - {id: a, name: Alpha, kind: core}\n")
    text = Read(render(blueprint, date=DAY)).text
    assert (
        "No price is said for Alpha" in text
        and "free" not in text.partition("Offer and prices")[2].partition("Review")[0]
    )
