"""The house is easy to find one's way in: a name stands for one thing, and a file is named for what it holds."""

import ast
from pathlib import Path

from ecotools import plots

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "ecotools"
SEVERAL = {"bars": "lines_and_bars", "lines": "lines_and_bars", "mrr_waterfall": "waterfall"}
"""Figures that share a file with another one."""


def functions_of(file):
    return {node.name for node in ast.parse(file.read_text()).body if isinstance(node, ast.FunctionDef)}


def test_a_figure_is_in_the_file_of_its_name():
    files = {file.stem: functions_of(file) for file in (HOUSE / "plots" / "figures").glob("[!_]*.py")}
    found = {name: file for file, names in files.items() for name in names & set(plots.__all__)}
    assert len(found) > 25 and set(files) == set(found.values())
    assert found == {name: SEVERAL.get(name, name) for name in found}
