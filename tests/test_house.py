"""The house is easy to find one's way in: a name stands for one thing, a file is named for what it holds."""

import ast
from collections import Counter
from pathlib import Path

from ecotools import plots

HOUSE = Path(__file__).parents[1] / "ecotools"
SEVERAL = {"bars": "lines_and_bars", "lines": "lines_and_bars", "mrr_waterfall": "waterfall"}
"""Figures that share a file with another one."""
# Words that say how, when or in which state, and not what a file holds.
SAY_NOTHING = {
    "after", "again", "assumed", "before", "begun", "beyond", "conduct", "counted", "described", "done",
    "drawn", "earlier", "given", "happened", "hidden", "inside", "instead", "kept", "lacking", "late",
    "made", "meant", "missing", "normal", "observed", "outside", "own", "plain", "planned", "pretend",
    "proven", "quicker", "quiet", "reached", "remembered", "running", "seen", "shared", "shown", "sound",
    "stated", "taught", "told", "twinned", "unequal", "unread", "warm", "watch", "watched", "whole",
    "whose", "written",
}  # fmt: skip


def names_of(file, kind):
    return [node.name for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, kind)]


def test_a_class_has_a_name_that_no_other_class_has():
    found = Counter(name for file in HOUSE.rglob("*.py") for name in names_of(file, ast.ClassDef))
    assert len(found) > 400
    assert {name for name, count in found.items() if count > 1} == set()


def test_a_file_is_named_for_what_it_holds():
    assert {file.stem for file in HOUSE.rglob("*.py")} & SAY_NOTHING == set()


def test_a_figure_is_in_the_file_of_its_name():
    files = {
        file.stem: set(names_of(file, ast.FunctionDef))
        for file in (HOUSE / "plots" / "figures").glob("[!_]*.py")
    }
    found = {name: file for file, names in files.items() for name in names & set(plots.__all__)}
    assert len(found) > 25 and set(files) == set(found.values())
    assert found == {name: SEVERAL.get(name, name) for name in found}
