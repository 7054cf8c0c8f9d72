"""Intervals of a forecast hold what came as often as they claim."""

import numpy as np
import pandas as pd
import pytest

from ecotools.data import quillwork
from ecotools.forecast import backtest
from ecotools.simulate import simulate
from tests.forecast.businesses import COURSE, blueprint, ledger


@pytest.fixture(scope="module")
def judged():
    """Backtests of made-up years: nine months seen, six held back."""
    years = [simulate(quillwork(), months=15, seed=seed, scale=0.4) for seed in range(6)]
    parts = [backtest(quillwork(), year, 6, runs=200) for year in years]
    return pd.concat(parts, ignore_index=True)


def test_four_of_five_months_lie_within_their_interval(judged):
    # Six years are few: their months hang together, so that the share itself scatters by about 0.1.
    assert 0.62 <= judged["inside"].mean() <= 0.97


def test_the_middle_is_not_off_to_one_side(judged):
    off = (judged["median"] - judged["actual"]) / judged["actual"]
    assert abs(off.median()) < 0.06


def test_intervals_widen_with_the_months_ahead(judged):
    width = (judged["high"] - judged["low"]) / judged["median"]
    by_ahead = width.groupby(judged["ahead"]).mean()
    assert by_ahead.iloc[-1] > by_ahead.iloc[0]


def test_the_months_held_back_are_the_last_ones(judged):
    months = sorted(judged["month"].astype(str).unique())
    assert months == ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]
    assert np.isfinite(judged["actual"]).all()


def test_a_short_ledger_is_told_how_long_it_must_be():
    rows = [("2025-01-05", "course", 100.0), ("2025-02-05", "course", 100.0)]
    with pytest.raises(ValueError, match="holds 2 whole months; to hold back 6 it takes 7"):
        backtest(blueprint(COURSE), ledger(rows, end="2025-03-01"), 6)
