"""The forecast on the page is the one that was computed, with scenarios and all that it rests on."""

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.forecast import forecast, scenarios
from ecotools.plots.canvas.formats import quantity
from ecotools.report import render
from ecotools.report.assumptions import assumptions
from tests.report.pages import DAY, QUICK, Read, read, software, trade

ONE_COURSE = """
name: One course
products: [{id: course, name: The course, kind: core, price: 100}]
funnel: [{from: awareness, to: purchase, rate: 0.1}]
assumptions: {channels: [{name: search, visitors_per_month: 300}]}
"""

LEADS_ONLY = {"from": "awareness", "to": "consideration", "rate": 0.2}


class TestForecast:
    def test_is_carried_as_it_was_computed_and_shown_month_by_month(self):
        made = forecast(quillwork(), **QUICK)
        data = read("quillwork").data("forecast.csv")
        assert data["median"].round(6).tolist() == made.table["median"].round(6).tolist()
        rows = read("quillwork").table("Forecast by month")
        assert rows[0] == ["Month", "MRR", "Revenue", "Subscribers", "Margin"] and len(rows) == 7
        assert rows[1][0] == "Month 1" and rows[1][1].count(" to ") == 1

    def test_of_a_business_with_sales_has_the_months_of_the_calendar(self):
        rows = read("a software company").table("Forecast by month")
        assert [row[0] for row in rows[1:3]] == ["Jul 2026", "Aug 2026"]

    def test_shows_what_each_scenario_comes_to(self):
        found = scenarios(software(), ledger=trade(), **QUICK)
        last = found[(found["kpi"] == "revenue") & (found["month"] == 6)].set_index("scenario")["total"]
        rows = {
            row[0].partition(":")[0].lower(): row for row in read("a software company").table("Scenarios")
        }
        at = read("a software company").table("Scenarios")[0].index("Revenue, 6 months")
        for name, total in last.items():
            assert rows[name][at] == quantity(total, "currency", "EUR")

    def test_of_a_business_without_subscriptions_says_why_there_is_no_mrr(self):
        text = Read(render(Blueprint.from_yaml(ONE_COURSE), date=DAY, **QUICK)).text
        assert "there is no MRR" in text

    def test_of_a_blueprint_that_says_too_little_is_not_made_up(self):
        data = Blueprint.from_yaml(ONE_COURSE).model_dump(by_alias=True, exclude_unset=True)
        found = Read(render(Blueprint.model_validate(data | {"funnel": [LEADS_ONLY]}), date=DAY, **QUICK))
        assert "Forecast" not in found.titles()
        assert "Forecast" in [row[0] for row in found.table("Parts that this report cannot have")]

    def test_of_growth_without_end_says_so(self):
        text = ONE_COURSE.replace("300", "300000000000, monthly_growth: 0.9")
        found = Read(render(Blueprint.from_yaml(text), date=DAY, **QUICK))
        assert "ask for fewer months" in found.text and "Forecast" not in found.titles()

    def test_names_what_it_leaves_out_but_not_a_cost_that_is_stated(self):
        assert "Wages, rent, advertising" in read("quillwork").text
        assert "Wages, rent" not in read("a software company").text

    def test_stands_beside_what_the_business_projects(self):
        (row,) = read("a software company").table("Projections beside")[1:]
        assert row[:4] == ["Next year", "revenue", "1 to 12", "€120,000"] and "than the forecast" in row[-1]

    def test_that_cannot_be_leaves_the_stated_projections(self):
        blueprint = Blueprint(name="Q", projections=[{"id": "year", "month": 1, "unit": "mrr", "amount": 90}])
        (row,) = Read(render(blueprint, date=DAY)).table("Projections, as the business states them")[1:]
        assert row == ["Year", "MRR", "1", "$90"]


class TestAssumptions:
    def test_are_those_of_the_blueprint_with_their_units(self):
        said = assumptions(quillwork()).set_index("about")["assumed"]
        assert said["Visitors by search"] == "3,600 visitors in the first month, +3% each month"
        assert said["Template Bundle"].startswith("30% of buyers add it at checkout")
        assert "$29 a month" in said["Membership"]

    def test_say_what_a_free_trial_is_expected_to_do(self):
        said = assumptions(software()).set_index("about")["assumed"]["First offer of Starter"]
        assert "a free trial of 14 days: 1.3 times as many begin with it, and 60%" in said

    def test_say_where_a_usual_value_fills_in_what_was_not_said(self):
        found = assumptions(Blueprint.from_yaml(ONE_COURSE)).set_index("about")["origin"]
        assert found["Visitors by search"] == "stated by the business"
        assert "a usual value" in found["From awareness to purchase"]

    def test_of_a_business_with_sales_say_where_each_number_is_from(self):
        rows = read("quillwork with a ledger").table("What the forecast rests on")
        assert rows[0] == ["About", "Taken, and its range", "Source"]
        assert any(row[2].startswith("the ledger: ") for row in rows)
