"""The runs behind a forecast: the same as its medians and intervals, number by number."""

import numpy as np
import pandas as pd
import pytest

from ecotools.forecast import draws, forecast, scenarios
from ecotools.forecast.parameters import TAIL
from tests.forecast.businesses import CLUB, COURSE, blueprint


def test_they_are_the_runs_of_the_forecast():
    made, found = forecast(blueprint(CLUB), 6, 100, 3), draws(blueprint(CLUB), 6, 100, 3)
    for measure in made.measures:
        ends = np.quantile(found[measure], (TAIL, 0.5, 1 - TAIL), axis=0)
        rows = made.of(measure)[["low", "median", "high"]].to_numpy().T
        assert rows == pytest.approx(np.round(ends) if measure == "subscribers" else ends)
    pd.testing.assert_series_equal(
        found["revenue.course"].median(), made.by_product["course"], check_names=False
    )


def test_they_are_the_runs_of_a_scenario():
    changes = {"visitors": 0.5, "churn": 1.5}
    told = scenarios(blueprint(CLUB), {"x": changes}, months=4, runs=50)
    found = draws(blueprint(CLUB), 4, 50, changes=changes)
    assert found["mrr"].median().tolist() == told[told["kpi"] == "mrr"]["median"].tolist()


def test_revenue_is_the_sum_of_its_products_and_a_sale_brings_its_price():
    found = draws(blueprint(CLUB), 4, 50)
    parts = found["revenue.course"] + found["revenue.club"]
    assert np.allclose(parts, found["revenue"])
    assert np.allclose(found["sold.course"] * 100, found["revenue.course"])
    assert (found["margin"] < found["revenue"]).all().all()


def test_without_plans_there_is_no_mrr():
    found = draws(blueprint(COURSE), 3, 20)
    assert sorted(found) == ["margin", "revenue", "revenue.course", "sold.course"]
    assert found["margin"].equals(found["revenue"]) and found["margin"].columns.tolist() == [1, 2, 3]


def test_a_factor_that_fits_no_parameter_is_refused():
    with pytest.raises(ValueError, match="there is no parameter 'visitor'; did you mean 'visitors'"):
        draws(blueprint(COURSE), 3, 20, changes={"visitor": 2})
