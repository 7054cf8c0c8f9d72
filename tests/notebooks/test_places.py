"""Each public measure of modules 07, 08, 09 and 11 has a place where somebody meets it.

A place is a lesson, an assignment, a rule of the review, the report of a business, a widget, or a KPI that
`kpi.compute` is asked for. Their sources are read and not run, and the measures are found by introspection.
"""

import ast
import importlib
import inspect
from functools import cache

import pytest

from ecotools.notebooks import read
from ecotools.notebooks.code_cells import code_cells

from .course import LESSONS, ROOT, SOLUTIONS

PARTS = [
    *("community", "completion", "effects", "matching", "moderation", "support"),
    *("capacity", "unit_economics", "flows", "growth"),
]
METRICS = "ecotools.metrics"
FOLDERS = ["rules", "report", "widgets", "metrics/kpi"]
EXAMPLE = "example"  # the made-up table of the docstrings of a part: no measure
ROWS = {("effects", "weighted"): ("effects", "estimates")}
"""Measures that a lesson shows as a row, by its name, of the table of another one."""


def used(trees):
    """Yield (part of the metrics, name) for each measure that the code of a notebook or module names."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    parts = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == METRICS:
            parts |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{METRICS}."):
            yield from ((node.module.split(".")[2], alias.name) for alias in node.names)
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in parts:
            yield parts[node.value.id], node.attr


def code_of(path):
    """Return the code of a notebook or module, parsed."""
    if path.suffix == ".py":
        return [ast.parse(path.read_text(encoding="utf-8"))]
    return [cell.tree for cell in code_cells(read(path)) if cell.tree]


def measures(part):
    """Return the public functions and classes of a part of the metrics."""
    module = importlib.import_module(f"{METRICS}.{part}")
    return [name for name in module.__all__ if callable(getattr(module, name)) and name != EXAMPLE]


@cache
def places():
    """Return the (part, name) of all measures that have a place."""
    modules = [path for folder in FOLDERS for path in sorted((ROOT / "ecotools" / folder).rglob("*.py"))]
    return {pair for path in [*LESSONS, *SOLUTIONS, *modules] for pair in used(code_of(path))}


@pytest.mark.parametrize("part", PARTS)
def test_each_public_measure_has_a_place_where_somebody_meets_it(part):
    assert [name for name in measures(part) if ROWS.get((part, name), (part, name)) not in places()] == []


def test_a_measure_that_is_shown_as_a_row_is_one():
    for (part, name), (_, whole) in ROWS.items():
        table = getattr(importlib.import_module(f"{METRICS}.{part}"), whole)
        assert f"{name}(" in inspect.getsource(table)


def test_nothing_is_public_that_its_part_does_not_list():
    """So that no measure is left out above because it is not listed."""
    for part in PARTS:
        for name, one in vars(importlib.import_module(f"{METRICS}.{part}")).items():
            if not name.startswith("_") and (inspect.isfunction(one) or inspect.isclass(one)):
                assert name in [*measures(part), EXAMPLE], (part, name)


@pytest.mark.parametrize(
    "code",
    [
        "from ecotools.metrics import growth\ngrowth.map_gain(nodes, flows)",
        "from ecotools.metrics import growth as grown\ngain = grown.map_gain",
        "from ecotools.metrics.growth import map_gain",
    ],
)
def test_a_measure_is_found_however_it_is_imported(code):
    assert ("growth", "map_gain") in set(used([ast.parse(code)]))


def test_a_name_alone_is_no_place():
    code = "from ecotools.metrics import growth\nmap_gain = other.map_gain\n'growth.map_gain'"
    assert set(used([ast.parse(code)])) == set()
