"""How the time of a funnel and of a survival curve grows with the rows.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest -s tests/benchmarks/test_measures.py

The goal is that ten times the rows take about ten times as long. Sorting takes n log n, which makes 12 of
it; the test holds to 15, in processor time, since machines have caches of different sizes.
"""

import os
from time import process_time

import numpy as np
import pandas as pd
import pytest

from ecotools.metrics import funnel, retention

STEPS = ["awareness", "consideration", "purchase"]
FEW, MANY = 10**5, 10**6


def touches(number: int) -> pd.DataFrame:
    draw = np.random.default_rng(1)
    columns = {
        "customer_id": draw.integers(0, number // 3, number),
        "stage": draw.choice(STEPS, number),
        "day": np.datetime64("2024-01-01") + draw.integers(0, 700, number),
    }
    return pd.DataFrame(columns)


def subscriptions(number: int) -> pd.DataFrame:
    draw = np.random.default_rng(2)
    start = np.datetime64("2023-01-01", "D") + draw.integers(0, 700, number)
    end = start + draw.geometric(0.003, number)
    running = end >= np.datetime64("2025-01-01")
    columns = {
        "subscription_id": np.arange(number),
        "customer_id": draw.permutation(number),
        "product": "membership",
        "start": start.astype("datetime64[s]"),
        "end": np.where(running, np.datetime64("NaT"), end).astype("datetime64[s]"),
        "price": 29.0,
        "interval_months": 1,
        "quantity": 1,
        "discount": 0.0,
        "ended_by": np.where(running, "", "cancelled"),
    }
    return pd.DataFrame(columns)


MEASURES = {
    "funnel": (touches, lambda table: funnel.funnel(table, STEPS, window=30)),
    "funnel by event": (touches, lambda table: funnel.funnel(table, STEPS, window=30, count_by="event")),
    "survival": (subscriptions, lambda table: retention.survival(table, "2025-01-01")),
}


def seconds(measure, table, times: int = 3) -> float:
    """Return the shortest of several runs, in seconds of processor time."""
    took = []
    for _ in range(times):
        began = process_time()
        measure(table)
        took.append(process_time() - began)
    return min(took)


@pytest.mark.benchmark
@pytest.mark.skipif(os.environ.get("ECOTOOLS_BENCHMARK") != "1", reason="set ECOTOOLS_BENCHMARK=1 to measure")
@pytest.mark.parametrize("name", MEASURES)
def test_ten_times_the_rows_take_about_ten_times_as_long(name, capsys):
    made, measure = MEASURES[name]
    few, many = (seconds(measure, made(number)) for number in (FEW, MANY))
    with capsys.disabled():
        print(f"\n{name}: {few:.2f} s for {FEW:,} rows, {many:.2f} s for {MANY:,}: {many / few:.1f} times")
    assert many / few < 15
