"""The map of the house in CONTRIBUTING names every folder of the library, and only what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAP = TEXT.partition("## The map of the house")[2].partition("\n## ")[0]
GRADING = MAP.partition("Grading is in")[2]
ONE_SCREEN = 50


def packages(folder):
    """Return the names of the packages in a folder."""
    return sorted(one.name for one in folder.iterdir() if (one / "__init__.py").exists())


def named():
    """Return each file and folder that the map names, from the root of the clone."""
    for text, below in ((MAP.partition("Grading is in")[0], "ecotools"), (GRADING, "ecotools/grading")):
        for name in re.findall(r"`([\w./-]+(?:/|\.(?:py|md|yaml)))(?:<\w+>/)?`", text):
            if "NN" not in name:
                yield (
                    name,
                    [
                        ROOT / name,
                        ROOT / below / name,
                        *ROOT.glob(f"ecotools/*/{name}"),
                        *ROOT.glob(f"solutions/*/{name}"),
                    ],
                )


def test_contributing_begins_with_the_map_and_it_fits_on_one_screen():
    assert TEXT.startswith("# Contributing\n\n## The map of the house\n")
    assert len(MAP.splitlines()) <= ONE_SCREEN


@pytest.mark.parametrize("name", packages(ROOT / "ecotools"))
def test_every_package_is_on_the_map(name):
    assert f"`ecotools/{name}/" in MAP, f"CONTRIBUTING, the map of the house: say what is in ecotools/{name}/"


@pytest.mark.parametrize("name", packages(ROOT / "ecotools" / "grading"))
def test_every_part_of_grading_is_on_the_map(name):
    assert f"`{name}/`" in GRADING, (
        f"CONTRIBUTING, the map of the house: say what is in ecotools/grading/{name}/"
    )


def test_what_the_map_names_is_there():
    places = dict(named())
    assert len(places) > 40
    assert [name for name, paths in places.items() if not any(path.exists() for path in paths)] == []
