"""Public is what somebody uses, and what a module lists is what it has."""

import importlib
from collections import defaultdict
from functools import cache

import pytest

from tests import uses
from tests.notebooks.course import LESSONS, ROOT, SOLUTIONS

READERS = ("cli", "grading", "learn", "plots", "report", "rules", "sources", "start", "widgets", "metrics.kpi")
"""The parts of the library for which the others are there: commands, the report, rules, widgets, plots …"""

KEPT = {}
"""Names that are public although nobody uses them, with the reason."""

FACES = [name for name in uses.paths() if uses.paths()[name].name == "__init__.py" and uses.face(name)]


@cache
def readers():
    """Return the (module, name) that notebooks, solutions and pages use, and the words of tasks and pages."""
    pages = [page for page in [*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md")] if not uses.is_generated(page)]
    files = [*LESSONS, *SOLUTIONS, *sorted(ROOT.glob("solutions/*/*.py")), *pages]
    found = set()
    for path in files:
        nodes = uses.telling(uses.code_of(path))
        found |= set(uses.used(nodes, uses.known(nodes)))
    return found, set().union(*map(uses.words, files))


def within(module, part):
    return module == part or module.startswith(f"{part}.")


def is_used(package, name):
    """Tell whether somebody for whom the library is there uses a name of a package."""
    where, (shown, said) = uses.origin(package, name), readers()
    code = [module for module in uses.uses()[where] if not within(module, package)]
    read = any(within(module, f"ecotools.{part}") for module in code for part in READERS)
    return read or where in shown or name in said or where[1] is None


@pytest.mark.parametrize("package", FACES)
def test_what_is_public_is_used(package):
    names = [name for name in uses.face(package) if f"{package}.{name}" not in KEPT]
    assert [name for name in names if not is_used(package, name)] == []
