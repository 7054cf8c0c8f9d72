"""How the time of running flows grows with the people: 100,000 of them over a year take seconds.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest -s tests/benchmarks/test_flows.py

The goal is that ten times the people take about ten times as long. Sorting takes n log n, and large arrays
fall out of the caches of a processor; the test holds to 16, in processor time of one run.
"""

import os
from time import process_time

import numpy as np
import pandas as pd
import pytest

from ecotools import data
from ecotools.metrics import flows

FEW, MANY = 10**4, 10**5


def events(people: int) -> pd.DataFrame:
    """Return a year of events: everybody becomes a lead, a third buy, a tenth join, half of them leave."""
    draw = np.random.default_rng(1)
    who = np.arange(people)
    parts = [
        ("lead", "", who),
        ("purchase", "bootcamp", who[::3]),
        ("purchase", "membership", who[::10]),
        ("join", "writers_room", who[::20]),
        ("inactivity", "", who[::10]),
        ("cancel", "membership", who[::20]),
    ]
    lead = np.datetime64("2025-01-01") + draw.integers(0, 300, people)
    tables = [
        pd.DataFrame(
            {
                "customer_id": some,
                "day": (lead[some] + draw.integers(0, 60, len(some)) * (event != "lead")).astype(
                    "datetime64[s]"
                ),
                "event": event,
                "product": product,
            }
        )
        for event, product, some in parts
    ]
    return pd.concat(tables, ignore_index=True).sample(frac=1, random_state=2)


def year(table: pd.DataFrame) -> int:
    """Run all flows of Quillwork under a cap, look for what went wrong, and return how many were sent."""
    bought = table[table["event"] == "purchase"]
    meaning = {
        "Has not bought the bootcamp": ~flows.Happened(bought, product="bootcamp"),
        "No draft was handed in": True,
        "Two critiques were used": flows.Happened(table, event="inactivity"),
        "Still unpaid": True,
        "No action for 21 days": True,
        "The reason was time or money": True,
    }
    due = flows.run(data.quillwork(), table, meaning, recheck=True, until="2026-01-01")
    sent = flows.send(
        due, cap=(3, 7), over_cap="postpone", quiet_days=["Sun"], goodbyes=table[table["event"] == "cancel"]
    )
    flows.duplicates(sent)
    flows.busiest(sent)
    return len(sent)


def seconds(table: pd.DataFrame, times: int = 2) -> tuple[float, int]:
    """Return the shortest of several runs in seconds of processor time, and the messages."""
    took = []
    for _ in range(times):
        began = process_time()
        many = year(table)
        took.append(process_time() - began)
    return min(took), many


@pytest.mark.benchmark
@pytest.mark.skipif(os.environ.get("ECOTOOLS_BENCHMARK") != "1", reason="set ECOTOOLS_BENCHMARK=1 to measure")
def test_ten_times_the_people_take_about_ten_times_as_long(capsys):
    (few, _), (many, sent) = (seconds(events(number)) for number in (FEW, MANY))
    with capsys.disabled():
        print(
            f"\nflows of a year: {few:.2f} s for {FEW:,} people, {many:.2f} s for {MANY:,} "
            f"and {sent:,} messages: {many / few:.1f} times"
        )
    assert many / few < 16
