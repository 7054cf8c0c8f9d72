"""The package for grading is easy to find one's way in: its maps and what the docs name are true."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GRADING = ROOT / "ecotools" / "grading"
MODULES = sorted(GRADING.rglob("*.py"))
PACKAGES = [file.parent for file in MODULES if file.name == "__init__.py"]
MOST_LOOSE_FILES = 8


def test_few_files_lie_loose_at_the_top():
    loose = [file.name for file in GRADING.glob("*.py") if file.name != "__init__.py"]
    assert 0 < len(loose) <= MOST_LOOSE_FILES, loose


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda folder: folder.name)
def test_the_map_of_a_package_names_its_parts_and_only_these(folder):
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text()))
    named = set(re.findall(r"``(\w+)``", text))
    parts = {file.stem for file in folder.glob("*.py")} | {
        one.name for one in folder.iterdir() if (one / "__init__.py").exists()
    }
    assert named == parts - {"__init__"}


@pytest.mark.parametrize("name", ["docs/grading.md", "CONTRIBUTING.md", "README.md"])
def test_files_that_the_docs_name_are_there(name):
    text = (ROOT / name).read_text()
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.py)?)`", text)
    ours = [path for path in named if path.endswith(".py") or (GRADING / path.split("/")[0]).is_dir()]
    missing = [path for path in ours if not ((GRADING / path).exists() or (ROOT / path).exists())]
    assert missing == []


def test_modules_that_the_docs_name_are_there():
    pages = [
        page
        for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/how-to/*.md")]
        if page.stem != "CHANGELOG"
    ]
    named = {name for page in pages for name in re.findall(r"\becotools(?:\.[a-z_]+)+\b", page.read_text())}
    assert len(named) > 10
    assert [name for name in named if not _exists(name)] == []


def _exists(name):
    """Return whether there is a module of that dotted name, or one that may hold what it ends in."""
    path = ROOT.joinpath(*name.split("."))
    return any(
        one.with_suffix(".py").exists() or (one / "__init__.py").exists() for one in (path, path.parent)
    )
