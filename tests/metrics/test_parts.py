"""The parts of `ecotools.metrics` are there by name, and none is loaded before somebody asks for it."""

import subprocess
import sys
from pathlib import Path

import pytest

import ecotools
import ecotools.metrics

PARTS = sorted(file.parent.name for file in Path(ecotools.metrics.__file__).parent.glob("*/__init__.py"))


def test_every_part_is_listed_and_is_an_attribute():
    assert dir(ecotools.metrics) == PARTS
    assert {"revenue", "retention", "funnel", "kpi"} < set(PARTS)
    for part in PARTS:
        assert getattr(ecotools.metrics, part).__name__ == f"ecotools.metrics.{part}"


def test_a_part_is_loaded_when_it_is_used_and_the_others_are_not():
    code = """
import sys, ecotools.metrics
heavy = {"pandas", "numpy", "scipy", "networkx"}
parts = [name for name in sys.modules if name.startswith("ecotools.metrics.")]
print(sorted(heavy & set(sys.modules)), parts)
ecotools.metrics.revenue.mrr
print("ecotools.metrics.revenue" in sys.modules, "ecotools.metrics.experiments" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["[] []", "True False"]


def test_an_unknown_part_is_an_error_that_lists_those_there_are():
    with pytest.raises(
        AttributeError, match=r"'ecotools.metrics' has no attribute 'revenu'; it has .*revenue"
    ):
        ecotools.metrics.revenu  # noqa: B018


def test_the_package_lists_its_parts_too():
    assert {"blueprint", "forecast", "ledger", "metrics", "plots"} < set(dir(ecotools))
    assert ecotools.forecast.forecast.__name__ == "forecast"
