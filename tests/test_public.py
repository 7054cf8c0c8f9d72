"""Public is what somebody uses, and `dir()` of a part shows what its page shows."""

import ast
import importlib
import inspect
from functools import cache

import pytest

import ecotools
from ecotools.docs.reference import GROUPS, public_names
from ecotools.metrics import effects
from tests import uses
from tests.notebooks.course import LESSONS, ROOT, SOLUTIONS

READERS = ["cli", "docs", "grading", "learn", "metrics.kpi", "plots"]
READERS += ["report", "rules", "sources", "start", "widgets"]
"""The parts of the library for which the others are there: commands, the report, rules, widgets, plots …"""

CONFIGURATION = ROOT / "nbgrader_config.py"

KEPT = {
    "data": ["stories", "versions"],  # what `story` and `quillwork` take
    "ledger": ["describe", "empty_ledger"],  # what the columns mean; where a ledger that is updated begins
    "metrics.effects": ["example", "weighted"],  # the table of the docstrings; `estimates` shows it as a row
    "metrics.kpi": ["describe", "register"],  # issue 15: a KPI can be added from a page in the docs
    "metrics.retention": ["survival"],  # issue 14
    "metrics.revenue": ["example", "grr", "nrr"],  # the table of the docstrings; issue 14
    "simulate": ["PriceChange", "Trading", "UserAssets"],  # issue 13: what the KPIs of an ecosystem come from
}
"""Names that are public although nobody uses them yet, by part."""

ENTRIES = [
    "ecotools.grading.formgrader._jupyter_server_extension_points",  # Jupyter's
    "ecotools.grading.formgrader._load_jupyter_server_extension",
    "ecotools.notebooks.lessons.executed_problems",  # the tests of the course
    "ecotools.rules.engine.limits.above",  # beside `below`
    "ecotools.sources.coverage.gaps",  # the tests of the course
]
"""What no code of the library or of the course names, and is needed."""
HOOKS = ["link_names", "link_terms", "pages", "setup"]
"""What Sphinx and the command that makes the pages ask of the modules of `ecotools.docs`."""

PARTS = [
    name
    for name in uses.paths()
    if uses.paths()[name].name == "__init__.py" and uses.face(name)
    if name.count(".") == 1 or name.startswith("ecotools.metrics.")
]


@cache
def readers():
    """Return the (module, name) that notebooks, solutions and pages use, and the names in their text."""
    pages = [page for page in [*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md")] if not uses.is_generated(page)]
    files = [
        *LESSONS,
        *SOLUTIONS,
        *sorted(ROOT.glob("ecotools/**/*.ipynb")),
        *sorted(ROOT.glob("solutions/*/*.py")),
        ROOT / "nbgrader_config.py",
        *pages,
    ]
    found = set()
    for path in files:
        nodes = uses.telling(uses.code_of(path))
        found |= {*uses.used(nodes, uses.known(nodes)), *uses.known(nodes).values()}
    return found, set().union(*map(uses.words, files))


def within(module, part):
    return module == part or module.startswith(f"{part}.")


def is_used(part, name):
    """Tell whether somebody for whom the library is there uses a name of a part."""
    where, (shown, said) = uses.origin(part, name), readers()
    code = [module for module in uses.uses().get(where, ()) if not within(module, part)]
    read = any(within(module, f"ecotools.{reader}") for module in code for reader in READERS)
    return read or where in shown or name in said or where[1] is None


@pytest.mark.parametrize("part", PARTS)
def test_what_is_public_is_used(part):
    kept = KEPT.get(part.removeprefix("ecotools."), [])
    assert [name for name in uses.face(part) if name not in kept and not is_used(part, name)] == []


def test_a_measure_that_is_kept_as_a_row_is_one():
    assert "weighted(" in inspect.getsource(effects.estimates)


@pytest.mark.parametrize("part", PARTS)
def test_what_a_part_itself_defines_is_listed(part):
    own = uses.defined(part).items()
    plain = {name for name, node in own if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    assert {name for name in plain if not name.startswith("_")} - set(uses.face(part)) == set()


def test_nothing_of_the_library_is_used_by_nobody():
    """Apart from what is public, what its decorator enters somewhere, and what code names in a text."""
    public = {uses.origin(module, name) for module in uses.paths() for name in uses.face(module) or []}
    known, configured = public | readers()[0] | uses.uses().keys(), uses.words(CONFIGURATION)
    unused = [
        f"{module}.{name}"
        for module in uses.paths()
        for name, node in uses.defined(module).items()
        if (module, name) not in known and name.strip("_") and not name.startswith("__")
        if not getattr(node, "decorator_list", []) and name not in uses.texts() | configured
        if not (within(module, "ecotools.docs") and name in HOOKS)
    ]
    assert set(unused) - set(ENTRIES) == set()


PAGES = [f"ecotools.{name}" for group in GROUPS.values() for name in group]


@pytest.mark.parametrize("part", sorted({"ecotools", "ecotools.metrics", *PARTS, *PAGES}))
def test_dir_shows_what_is_public_and_nothing_else(part):
    module = importlib.import_module(part)
    assert dir(module) == sorted(module.__all__)
    assert all(hasattr(module, name) for name in dir(module))


@pytest.mark.parametrize("part", PAGES)
def test_dir_shows_what_the_page_of_the_reference_shows(part):
    module = importlib.import_module(part)
    assert dir(module) == sorted(public_names(module))


def test_each_part_that_a_lesson_imports_is_listed():
    shown = {module.split(".")[1] for module, name in readers()[0] if name is None and "." in module}
    assert shown - set(ecotools.__all__) == set()


@pytest.mark.parametrize(
    "code",
    [
        "from ecotools.metrics import growth\ngrowth.map_gain(nodes, flows)",
        "from ecotools.metrics import growth as grown\ngain = grown.map_gain",
        "from ecotools.metrics.growth import map_gain\nmap_gain()",
        "import ecotools\necotools.metrics.growth.map_gain",
        "import ecotools.metrics.growth as grown\ngrown.map_gain",
    ],
)
def test_a_use_is_found_however_a_name_is_imported(code):
    nodes = uses.telling(ast.parse(code))
    assert ("ecotools.metrics.growth.loops", "map_gain") in set(uses.used(nodes, uses.known(nodes)))
