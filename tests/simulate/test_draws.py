"""The distributions that a simulation draws from."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Churn
from ecotools.metrics.retention import sbg_survival
from ecotools.simulate import draws
from ecotools.simulate.calendar import SimulatedMonths


@given(st.integers(1, 1000))
def test_delays_lie_within_the_window_and_get_rarer(window):
    table = draws.delays(window)
    odds = np.diff(table, prepend=0)
    assert len(table) == window and table[-1] == 1
    assert (np.diff(odds) <= 1e-12).all()


@pytest.mark.parametrize("window", [7, 30, 365])
def test_the_mean_delay_is_a_bit_less_than_a_quarter_of_the_window(window):
    odds = np.diff(draws.delays(window), prepend=0)
    assert 0.15 * window < (odds * np.arange(window)).sum() < 0.25 * window


@given(st.floats(0.01, 50), st.floats(0.01, 50))
def test_lifetimes_follow_the_shifted_beta_geometric_distribution(alpha, beta):
    table = draws.shifted_beta_geometric(Churn(alpha=alpha, beta=beta), 24)
    assert 1 - table == pytest.approx(sbg_survival(alpha, beta, np.arange(1, 25)), abs=1e-12)


def test_a_lifetime_from_the_table_is_one_from_a_churn_probability_of_ones_own():
    """Drawing theta ~ Beta and then a geometric lifetime gives the shares that the table has."""
    rng, size = np.random.default_rng(3), 200_000
    lives = rng.geometric(rng.beta(0.9, 14.1, size))
    table = draws.shifted_beta_geometric(Churn(alpha=0.9, beta=14.1), 24)
    found = np.array([(lives <= period).mean() for period in range(1, 25)])
    assert np.abs(found - table).max() < 4 * np.sqrt(0.25 / size)


@pytest.mark.parametrize(("rate", "expected"), [(0, 0), (1, 1), (0.5, 0.75)])
def test_a_constant_rate_gives_a_geometric_distribution(rate, expected):
    assert draws.geometric(rate, 2)[1] == expected


def test_streams_of_other_names_are_independent_of_each_other():
    one, other = (draws.stream(5, "orders", name).random(20_000) for name in ("kit", "audit"))
    assert abs(np.corrcoef(one, other)[0, 1]) < 4 / np.sqrt(20_000)


@given(st.dates(pd.Timestamp("1999-01-01").date(), pd.Timestamp("2030-12-31").date()), st.integers(1, 40))
def test_months_of_the_calendar_agree_with_pandas(start, months):
    start = pd.Timestamp(start)
    calendar = SimulatedMonths(start, months)
    assert calendar.date(calendar.days) == start + pd.DateOffset(months=months)
    some = np.arange(min(40, calendar.days))
    expected = [start + pd.Timedelta(days=int(day)) + pd.DateOffset(months=7) for day in some]
    found = [start + pd.Timedelta(days=int(day)) for day in calendar.add_months(some, 7)]
    assert found == expected


def test_months_until_a_day_is_the_first_anniversary_not_before_it():
    calendar = SimulatedMonths(pd.Timestamp("2025-01-01"), 12)
    begun = np.arange(31)
    for day in (0, 31, 58, 59, 200):
        months = calendar.months_until(begun, day)
        assert (calendar.add_months(begun, months) >= day).all()
        assert (calendar.add_months(begun, months - 1) < day).all()
