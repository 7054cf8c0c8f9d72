"""From a ledger come today's customers and the rates with enough cases behind them; the rest is assumed."""

import numpy as np
import pandas as pd
import pytest

from ecotools.data import quillwork
from ecotools.forecast import NoForecastError, forecast
from ecotools.forecast.from_ledger import LedgerReader
from ecotools.forecast.ledger_counts import Seen
from ecotools.forecast.parameters import Maker
from ecotools.forecast.trend import of_counts
from ecotools.simulate import simulate
from tests.forecast.businesses import CLUB, COURSE, blueprint, ledger

RETREAT = """
name: A yoga school
currency: USD
products:
  - {id: course, name: The course, kind: core, price: 100}
  - {id: retreat, name: The retreat, kind: add_on, price: 900, delivery: event}
"""


def read(made, seen, runs=200):
    """Return the business and the parameters, by id, that a ledger shows."""
    business, found = LedgerReader(made, Seen(seen, made), Maker(runs, 0, 0.2)).read()
    return business, {one.id: one for one in found}


def days(month, number):
    return [f"2025-{month:02d}-{1 + n % 28:02d}" for n in range(number)]


def test_a_simulated_ledger_gives_back_the_rates_that_it_was_drawn_with():
    made = quillwork()
    seen = simulate(made, months=12, seed=4)
    _, found = read(made, seen)
    for id, rate in {
        "subscribe.membership": 0.24,
        "add_on.template_bundle": 0.30,
        "bundle.starter_bundle": 0.15,
        "refund.bootcamp": 0.05,
    }.items():
        draws = found[id].draws
        assert np.quantile(draws, 0.005) < rate < np.quantile(draws, 0.995)
        assert "the ledger" in found[id].source
    channel = found["rate.partners"]
    assert np.quantile(channel.draws, 0.005) < 0.22 * 0.045 * 1.3**2 < np.quantile(channel.draws, 0.995)


def test_sales_of_a_product_that_nothing_leads_to_go_on_as_they_were():
    rows = [(day, "course", 100.0) for month in range(1, 7) for day in days(month, 10)]
    rows += [(day, "retreat", 900.0) for month in range(1, 7) for day in days(month, 4)]
    business, found = read(blueprint(RETREAT), ledger(rows))
    assert business.direct == ["retreat"] and business.channels == {}
    assert found["sales.retreat"].value == pytest.approx(4, rel=0.05)
    assert found["buyers.all"].value == pytest.approx(10, rel=0.05)


def test_an_event_sells_in_the_months_in_which_it_sold_last_year():
    rows = [(day, "course", 100.0) for month in range(1, 13) for day in days(month, 10)]
    rows += [(day, "retreat", 900.0) for month, sold in ((5, 12), (6, 24)) for day in days(month, sold)]
    seen = ledger(rows, end="2026-01-01")
    business, found = read(blueprint(RETREAT), seen)
    assert business.seasons["retreat"].tolist() == [0, 0, 0, 0, 4, 8, 0, 0, 0, 0, 0, 0]
    assert found["sales.retreat"].value == 3 and "by season" in found["sales.retreat"].source
    made = forecast(blueprint(RETREAT), months=18, ledger=seen, runs=200).of("revenue")["median"].to_numpy()
    usual = made[[0, 1, 2, 3, 6, 7, 8, 9]].mean()
    assert made[4] - usual == pytest.approx(12 * 900, rel=0.2) and made[17] - usual == pytest.approx(
        24 * 900, rel=0.2
    )


def test_a_product_that_the_blueprint_does_not_know_is_forecast_too():
    rows = [(day, "poster", 15.0) for month in range(1, 7) for day in days(month, 20)]
    made = forecast(blueprint(RETREAT), months=3, ledger=ledger(rows))
    assert made.of("revenue")["median"].tolist() == pytest.approx([300] * 3, rel=0.2)
    assert made.first == pd.Period("2025-07")


def test_subscriptions_without_orders_are_enough():
    rows = [(day, None, "club", 20.0, 1) for month in range(1, 7) for day in days(month, 10)]
    made = forecast(blueprint(CLUB), months=2, ledger=ledger(subscriptions=rows))
    assert made.of("subscribers")["median"][0] == pytest.approx(69, abs=4)
    assert made.of("mrr")["median"][0] == pytest.approx(20 * 69, rel=0.06)


def test_a_plan_that_is_sold_in_orders_only_is_paid_once():
    rows = [(day, "club", 20.0) for month in range(1, 7) for day in days(month, 10)]
    made = forecast(blueprint(CLUB), months=3, ledger=ledger(rows))
    assert made.of("revenue")["median"].tolist() == pytest.approx([200] * 3, rel=0.25)
    assert "mrr" not in made.measures


def test_a_plan_of_the_blueprint_that_nobody_has_bought_yet_is_known_by_the_blueprint():
    rows = [(day, "course", 100.0) for month in range(1, 7) for day in days(month, 10)]
    poster = [("2025-01-15", None, "poster_club", 9.0, 1)] * 3
    business, found = read(blueprint(CLUB), ledger(rows, subscriptions=poster))
    assert business.plans["club"].interval == 1 and found["churn.club"].source == "the blueprint"


def test_today_starts_with_the_subscribers_at_what_they_pay_and_at_their_age():
    rows = [("2025-01-15", None, "club", 10.0, 1)] * 3 + [("2025-05-15", None, "club", 20.0, 1)] * 2
    business, _ = read(blueprint(CLUB), ledger(subscriptions=rows))
    (running,) = business.running
    assert running.by_age.tolist() == [0, 2, 0, 0, 0, 3] and running.monthly == pytest.approx(14)


def test_a_yearly_plan_is_fitted_in_years():
    rows = [("2024-01-10", "2025-01-10" if n < 30 else None, "club", 240.0, 12) for n in range(100)]
    made = blueprint(CLUB.replace("billing: month", "billing: year").replace("price: 20", "price: 240"))
    business, found = read(made, ledger(subscriptions=rows, start="2024-01-01"))
    assert business.plans["club"].interval == 12
    assert found["churn.club"].value == pytest.approx(0.3, abs=0.02)


def test_few_cases_leave_the_number_to_the_blueprint():
    rows = [("2025-01-15", "2025-03-15", "club", 20.0, 1)] * 3
    _, found = read(blueprint(CLUB), ledger(subscriptions=rows))
    assert found["churn.club"].source == "the blueprint" and found["churn.club"].value == 0.1


def test_a_month_that_is_seen_in_part_is_forecast():
    rows = [(day, "course", 100.0) for month in range(1, 7) for day in days(month, 10)]
    made = forecast(blueprint(COURSE), months=1, ledger=ledger(rows, end="2025-06-20"))
    assert made.first == pd.Period("2025-06")


def test_a_ledger_without_a_whole_month_is_told_so():
    rows = [("2025-06-05", "course", 100.0)]
    with pytest.raises(NoForecastError, match="holds no whole month"):
        forecast(blueprint(COURSE), ledger=ledger(rows, start="2025-06-02", end="2025-06-20"))


@pytest.mark.parametrize("growth", [-0.05, 0.0, 0.04])
def test_a_trend_is_found_within_its_interval(growth):
    rng = np.random.default_rng(0)
    hits = []
    for _ in range(60):
        counts = rng.poisson(200 * (1 + growth) ** np.arange(12))
        level, grows, noise = of_counts("visitors.x", "Visitors", counts, 0.0, Maker(400, 1, 0.2))
        truth = 200 * (1 + growth) ** 12
        hits.append(level.low <= truth <= level.high)
        assert noise.value >= 1 and abs(grows.value - growth) < 0.04
    assert 0.65 <= np.mean(hits) <= 0.97


def test_counts_that_scatter_more_than_chance_are_forecast_with_their_scatter():
    rng = np.random.default_rng(1)
    calm = of_counts("sales.x", "Sales", rng.poisson(100, 12), 0.0, Maker(10, 0, 0.2))[2].value
    wild = of_counts("sales.x", "Sales", rng.negative_binomial(2, 0.02, 12), 0.0, Maker(10, 0, 0.2))[2].value
    assert calm < 3 < wild


def test_months_without_any_give_a_level_near_zero():
    level = of_counts("sales.x", "Sales", np.zeros(6), 0.0, Maker(200, 0, 0.2))[0]
    assert np.median(level.draws) < 0.5
