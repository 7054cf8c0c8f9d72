"""Scenarios differ by their factors alone; the tornado ranks the numbers by what they move."""

import pytest

from ecotools.data import quillwork
from ecotools.forecast import scenarios, tornado
from tests.forecast.businesses import CLUB, blueprint


def last(table, kpi, column="median"):
    rows = table[(table["kpi"] == kpi) & (table["month"] == table["month"].max())]
    return rows.set_index("scenario")[column]


def test_the_scenarios_are_in_order():
    found = scenarios(quillwork(), months=6, runs=100)
    for kpi in ("revenue", "mrr", "subscribers"):
        assert last(found, kpi)["careful"] < last(found, kpi)["expected"] < last(found, kpi)["hopeful"]


def test_a_factor_on_one_parameter_changes_that_one():
    found = scenarios(blueprint(CLUB), {"a": {}, "b": {"churn.club": 2.0}}, months=6, runs=100)
    assert last(found, "mrr")["b"] < last(found, "mrr")["a"]
    one_time = found[(found["kpi"] == "revenue") & (found["month"] == 1)].set_index("scenario")["median"]
    assert one_time["a"] == pytest.approx(one_time["b"], rel=0.01)


def test_a_share_stays_a_share():
    found = scenarios(blueprint(CLUB), {"all": {"subscribe": 9.0}}, months=1, runs=50, doubt=0.0)
    assert last(found, "subscribers")["all"] == pytest.approx(100, abs=15)


@pytest.mark.parametrize(
    ("factors", "said"),
    [
        ({"visitor": 2}, "did you mean 'visitors'"),
        ({"visitors": 0}, "the factor on visitors must be above zero"),
    ],
)
def test_a_factor_that_does_not_fit_is_named(factors, said):
    with pytest.raises(ValueError, match=said):
        scenarios(blueprint(CLUB), {"x": factors}, months=1, runs=20)


def test_the_tornado_ranks_by_what_each_number_moves():
    found = tornado(quillwork(), months=6)
    assert found["spread"].is_monotonic_decreasing
    assert found["id"][0].startswith("rate.")
    visitors = found.set_index("id").loc["visitors.search"]
    assert visitors["at_low"] < found.attrs["centre"] < visitors["at_high"]


def test_the_tornado_of_a_scenario_is_around_that_scenario():
    plain, half = (
        tornado(blueprint(CLUB), changes=one, months=6, runs=50) for one in ({}, {"visitors": 0.5})
    )
    assert half.attrs["centre"] == pytest.approx(plain.attrs["centre"] / 2)
    one = half.set_index("id").loc["visitors.search"]
    assert one["low"] < 500 < one["high"]


def test_churn_moves_mrr_down():
    churn = tornado(quillwork(), "mrr", months=6).set_index("id").loc["churn.membership"]
    assert churn["at_high"] < churn["at_low"]


def test_a_measure_that_there_is_not_is_named():
    with pytest.raises(ValueError, match="measure"):
        tornado(blueprint(CLUB), "profit")
