"""A forecast says what is to be expected, how sure that is, what it rests on and what it leaves out."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.forecast import NoForecastError, forecast, lacking
from ecotools.ledger import empty_ledger
from tests.forecast.businesses import CLUB, COURSE, blueprint

LEADS_ONLY = {"from": "awareness", "to": "consideration", "rate": 0.2}


def test_the_same_arguments_give_the_same_numbers_and_another_seed_others():
    tables = [forecast(blueprint(CLUB), months=3, runs=50, seed=seed).table for seed in (1, 1, 2)]
    assert tables[0].equals(tables[1]) and not tables[0].equals(tables[2])


def test_another_start_of_python_gives_the_same_numbers():
    code = (
        "from ecotools.data import quillwork; from ecotools.forecast import scenarios; "
        "print(scenarios(quillwork(), months=2, runs=10).to_csv())"
    )
    told = {
        subprocess.check_output([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "4")  # sets of names are gone through in another order
    }
    assert len(told) == 1


def test_another_number_does_not_move_the_draws_of_the_others():
    more = CLUB.replace("refund_rate: {course: 0.1}", "refund_rate: {course: 0.2}")
    plain, other = (forecast(blueprint(text), months=3, runs=50) for text in (CLUB, more))
    assert plain.of("mrr").equals(other.of("mrr"))


def test_the_interval_is_wider_the_less_is_known():
    widths = []
    for doubt in (0.0, 0.2, 0.4):
        last = forecast(blueprint(CLUB), months=6, doubt=doubt).of("revenue").iloc[-1]
        widths.append(last["high"] - last["low"])
    assert widths[0] < widths[1] < widths[2]


def test_people_are_whole():
    found = forecast(quillwork(), months=4, runs=50).of("subscribers")
    assert (found[["low", "median", "high"]] % 1 == 0).all().all()


def test_a_business_without_subscriptions_has_no_mrr():
    assert forecast(blueprint(COURSE), months=2, runs=20).measures == ["revenue"]


def test_margin_is_told_where_costs_or_refunds_are_known():
    assert forecast(blueprint(CLUB), months=2, runs=20).measures == [
        "mrr",
        "revenue",
        "subscribers",
        "margin",
    ]


def test_every_number_says_where_it_comes_from():
    text = CLUB.replace("  churn: {club: {alpha: 1, beta: 9}}\n", "  churn: {club: {alpha: 1, beta: 15}}\n")
    found = forecast(blueprint(text), months=2, runs=20).parameters.set_index("id")
    assert found.loc["visitors.search", "source"] == "the blueprint"
    assert (found["low"] <= found["high"]).all()


def test_what_is_left_out_is_named():
    data = [
        {"id": "course", "name": "The course", "kind": "core", "price": 100},
        {"id": "retreat", "name": "The retreat", "kind": "add_on", "price": 900},
    ]
    said = forecast(blueprint(COURSE, products=data), months=2, runs=20).left_out
    assert said[0].startswith("The retreat: neither") and any("Wages" in line for line in said)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"assumptions": None}, ["assumptions.channels"]),
        ({"funnel": []}, ["funnel"]),
        ({"products": [{"id": "course", "name": "C", "kind": "core"}]}, ["products[course].price"]),
        ({"assumptions": {"refund_rate": {}}}, ["assumptions.channels"]),
        ({"funnel": [LEADS_ONLY]}, ["funnel to the stage purchase"]),
    ],
)
def test_a_blueprint_that_says_too_little_is_told_which_fields(change, missing):
    made = blueprint(COURSE, **change)
    assert lacking(made) == missing
    with pytest.raises(NoForecastError, match=missing[0].partition("[")[0]):
        forecast(made, months=2, runs=20)


def test_churn_that_is_not_said_is_the_documented_default_and_called_so():
    made = quillwork()
    assert lacking(made) == []
    made.assumptions.churn = {}
    assert lacking(made) == []
    told = forecast(made, months=2, runs=20).parameters.set_index("id")
    assert told.loc["churn.membership_plus", ["value", "source"]].tolist() == [
        pytest.approx(1 / 16),
        "the documented default",
    ]


class TestFaults:
    """Files that others would write; see tests/rules/faults."""

    def run(self, name, kpi):
        file = Path(__file__).parents[1] / "rules" / "faults" / f"{name}.yaml"
        made = forecast(Blueprint.read(file), months=12, runs=200, seed=1)
        last = made.table[(made.table["month"] == 12) & (made.table["kpi"] == kpi)]
        return made, last["median"].item()

    def test_a_core_product_paid_by_the_month_recurs(self):
        _, mrr = self.run("recurring-core", "mrr")
        assert 27_000 < mrr < 33_000

    def test_a_yearly_membership_without_a_stated_churn_is_in_it(self):
        made, mrr = self.run("yearly-membership", "mrr")
        assert mrr > 5_000 and "the documented default" in set(made.parameters["source"])

    def test_an_upgrade_to_coaching_is_in_it_within_its_hours(self):
        _, revenue = self.run("coaching-upgrade", "revenue")
        # 50 courses a month at 100, and as many clients at 5,000 as 20 hours a month at 4 hours each allow.
        assert 5_000 < revenue <= 6_600 + 5 * 5_000


def test_an_empty_ledger_is_told_so():
    with pytest.raises(NoForecastError, match="a sale or a subscription in the ledger"):
        forecast(blueprint(COURSE), ledger=empty_ledger("USD", "2025-01-01", "2025-06-01"))


def test_growth_without_end_is_refused():
    text = COURSE.replace("visitors_per_month: 500", "visitors_per_month: 500, monthly_growth: 0.9")
    with pytest.raises(NoForecastError, match="fewer months"):
        forecast(blueprint(text), months=60, runs=20)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"months": 0}, "months must be a whole number, 1 or more"),
        ({"runs": 3}, "runs must be a whole number, 10 or more"),
        ({"runs": 20_000}, "runs must be 10,000 or fewer"),
        ({"doubt": 1.5}, "doubt must be a share"),
        ({"doubt": np.nan}, "doubt"),
    ],
)
def test_arguments_that_do_not_fit_are_named(arguments, said):
    with pytest.raises(ValueError, match=said):
        forecast(blueprint(COURSE), **arguments)


def test_something_that_is_no_blueprint_is_named():
    with pytest.raises(TypeError, match="blueprint must be a Blueprint, not dict"):
        forecast({"name": "x"})
    assert lacking(Blueprint(name="Q"))[0] == "products of kind core"
