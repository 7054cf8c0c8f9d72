"""How long a review takes, against reading the same blueprint.

    ECOTOOLS_BENCHMARK=1 .venv/bin/python -m pytest tests/benchmarks/test_review.py

The goal is a review of a whole blueprint in under 100 ms. Since machines differ, what the test holds to is
that a review takes no longer than ruamel.yaml takes to read the same file, and a file that is only read a
third of that.
"""

import os
from time import perf_counter

import pytest

from ecotools.blueprint import Blueprint, yaml_tree
from ecotools.data import path
from ecotools.rules import review, rules


def best(call, times=7):
    """Return the shortest of several runs, in milliseconds."""
    took = []
    for _ in range(times):
        began = perf_counter()
        call()
        took.append(1000 * (perf_counter() - began))
    return min(took)


@pytest.mark.benchmark
@pytest.mark.skipif(os.environ.get("ECOTOOLS_BENCHMARK") != "1", reason="set ECOTOOLS_BENCHMARK=1 to measure")
def test_a_review_takes_less_than_reading_the_blueprint_exactly(capsys):
    said = Blueprint.read(path("quillwork.yaml"))
    review(said)  # imports, and the tree of the text
    text = path("quillwork.yaml").read_text(encoding="utf-8")
    reading = best(lambda: yaml_tree.parse(text, exact=True))
    looking = best(lambda: review(said))
    telling = best(lambda: review(said).table)
    with capsys.disabled():
        print(
            f"\n{len(rules())} rules: {looking:.0f} ms, with its table {telling:.0f} ms (goal: under 100 ms)"
        )
        print(f"reading its YAML exactly: {reading:.0f} ms, {reading / looking:.1f} times the review")
    assert looking < reading


@pytest.mark.benchmark
@pytest.mark.skipif(os.environ.get("ECOTOOLS_BENCHMARK") != "1", reason="set ECOTOOLS_BENCHMARK=1 to measure")
def test_a_file_that_is_only_read_is_read_in_a_third_of_the_time(capsys):
    text = path("quillwork.yaml").read_text(encoding="utf-8")
    quick, exact = (best(lambda exact=exact: yaml_tree.parse(text, exact=exact)) for exact in (False, True))
    with capsys.disabled():
        print(f"\nreading YAML: {quick:.0f} ms, exactly {exact:.0f} ms, {exact / quick:.1f} times as long")
    assert 3 * quick < exact
