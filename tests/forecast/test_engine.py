"""The months to come are those that the simulator draws on average, and those that one computes by hand."""

import numpy as np
import pytest

from ecotools.data import quillwork
from ecotools.forecast import from_blueprint
from ecotools.forecast.business import Good, SubscriptionPlan
from ecotools.forecast.chance import Chance, Expected
from ecotools.forecast.delays import MONTH_DAYS
from ecotools.forecast.engine import run
from ecotools.forecast.parameters import Maker, Parameters
from ecotools.forecast.sales import within_places
from ecotools.metrics import kpi
from ecotools.metrics.retention import sbg_survival
from ecotools.simulate import simulate
from tests.forecast.businesses import CLUB, COURSE, blueprint


def expected(made, months):
    """Return the measures of a blueprint without chance and without doubt."""
    parameters = Parameters(from_blueprint.parameters_of(made, Maker(1, 0, 0.0)), 1)
    return run(from_blueprint.business_of(made), parameters.fixed(), months, Expected())


def test_a_course_sells_visitors_times_rate_times_price():
    came = expected(blueprint(COURSE), 3)
    assert came.measures["revenue"][0].tolist() == pytest.approx([5000, 5000, 5000])
    assert came.measures["mrr"].sum() == 0


def test_mrr_is_the_sum_of_the_cohorts_that_are_left():
    came = expected(blueprint(CLUB), 6)
    left = np.cumsum(50 * sbg_survival(1, 9, np.arange(6)))
    assert came.measures["subscribers"][0].tolist() == pytest.approx(left.tolist())
    assert came.measures["mrr"][0].tolist() == pytest.approx((20 * left).tolist())


def test_subscriptions_earn_day_by_day():
    came = expected(blueprint(CLUB), 2)
    mrr = came.measures["mrr"][0]
    assert came.by_product["club"][0].tolist() == pytest.approx([mrr[0] / 2, mrr.mean()])


def test_margin_is_revenue_without_refunds_and_without_what_it_costs():
    found = {id: values[0, 0] for id, values in expected(blueprint(CLUB), 1).measures.items()}
    assert found["refunds"] == pytest.approx(1000)
    assert found["costs"] == pytest.approx(100 * 10 + 25 * 5)
    assert found["margin"] == pytest.approx(found["revenue"] - 1000 - 1125)


def test_a_yearly_plan_renews_once_a_year():
    made = blueprint(CLUB.replace("billing: month", "billing: year").replace("price: 20", "price: 240"))
    came = expected(made, 14).measures["subscribers"][0]
    first = 50 * np.arange(1, 13)
    assert came[:12].tolist() == pytest.approx(first.tolist())
    assert came[12] == pytest.approx(50 * 13 - 5)


def test_a_core_product_that_is_paid_monthly_brings_subscribers():
    text = COURSE.replace("price: 100}", "price: 30, billing: month}")
    made = blueprint(text.replace("]}\n", "], churn: {course: {alpha: 1, beta: 9}}}\n"))
    came = expected(made, 2).measures
    assert came["mrr"][0].tolist() == pytest.approx([1500, 2850])
    assert came["revenue"][0].tolist() == pytest.approx([750, 2175])


def test_owners_go_on_to_what_the_ladder_says():
    made = blueprint(
        COURSE,
        products=[
            {"id": "course", "name": "The course", "kind": "core", "price": 100},
            {"id": "call", "name": "A call", "kind": "coaching", "price": 400},
        ],
        ladder={"upgrades": [{"from": "course", "to": "call", "rate": 0.2, "window_days": 1}]},
    )
    assert expected(made, 2).by_product["call"][0].tolist() == pytest.approx([4000, 4000])


def test_a_trial_brings_those_who_go_on_to_pay_later():
    text = CLUB.replace("billing: month, cost: 5", "billing: month, cost: 5, trial_days: 30")
    text = text.replace("  churn:", "  first_offer: {club: {to_paid: 0.5, begin_factor: 1.2}}\n  churn:")
    came = expected(blueprint(text), 3).measures["subscribers"][0]
    late = 30 / MONTH_DAYS
    assert came[0] == pytest.approx(30 * (1 - late)) and came[1] == pytest.approx(30 + 0.9 * came[0])


def test_a_first_price_is_paid_by_all_who_begin():
    text = CLUB.replace("billing: month, cost: 5", "billing: month, intro_price: 1")
    text = text.replace("  churn:", "  first_offer: {club: {to_paid: 0.5}}\n  churn:")
    came = expected(blueprint(text), 2)
    assert came.by_product["club"][0].tolist() == pytest.approx([50, 50 + 25 * 20 / 2])


def test_hours_limit_what_is_sold_and_the_others_wait():
    made = blueprint(
        COURSE,
        products=[
            {"id": "course", "name": "The course", "kind": "core", "price": 100},
            {
                "id": "call",
                "name": "A call",
                "kind": "coaching",
                "price": 400,
                "coaching": {"hours_per_client": 2},
            },
        ],
        team={"coaching_hours_per_month": 12},
        ladder={"upgrades": [{"from": "course", "to": "call", "rate": 0.2, "window_days": 1}]},
    )
    assert expected(made, 3).sales["call"][0].tolist() == pytest.approx([6, 6, 6])
    assert within_places(np.array([[9.0, 0.0, 0.0]]), 4).tolist() == [[4, 4, 1]]


def test_places_of_a_plan_are_filled_again_when_somebody_leaves():
    business = from_blueprint.business_of(blueprint(CLUB))
    limited = type(business)(
        **{
            **vars(business),
            "plans": {"club": SubscriptionPlan("club", 20.0, 1, places=30.0)},
            "people": np.ones(1),
        }
    )
    parameters = Parameters(from_blueprint.parameters_of(blueprint(CLUB), Maker(1, 0, 0.0)), 1)
    came = run(limited, parameters.fixed(), 4, Expected()).measures["subscribers"][0]
    assert came.tolist() == pytest.approx([30, 30, 30, 30])


def test_the_expected_months_are_the_mean_of_simulated_ones():
    made, months, wanted = quillwork(), 10, ["revenue", "mrr", "subscribers"]
    tables = [kpi.compute(made, simulate(made, months=months, seed=seed), wanted) for seed in range(8)]
    came = expected(made, months).measures
    for id in wanted:
        mean = np.mean([table.loc[table["kpi"] == id, "value"].to_numpy() for table in tables], axis=0)
        assert came[id][0, -4:].mean() == pytest.approx(mean[-4:].mean(), rel=0.06)


def test_chance_has_the_expected_mean():
    made = blueprint(CLUB)
    parameters = Parameters(from_blueprint.parameters_of(made, Maker(3000, 0, 0.0)), 3000)
    drawn = run(from_blueprint.business_of(made), parameters, 6, Chance(np.random.default_rng(2))).measures
    sure = expected(made, 6).measures
    for id in ("revenue", "mrr", "margin"):
        assert drawn[id].mean(axis=0).tolist() == pytest.approx(sure[id][0].tolist(), rel=0.01)


def test_amounts_that_differ_from_sale_to_sale_widen_revenue():
    sales = np.full((5000, 1), 25.0)
    paid = Chance(np.random.default_rng(0)).paid(sales, Good("x", 100.0).price, 40.0)
    assert paid.mean() == pytest.approx(2500, rel=0.01) and paid.std() == pytest.approx(200, rel=0.05)
