"""The conda environment and the package ask for the same things."""

import re
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
# What conda-forge calls by another name than PyPI.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.fixture(scope="module")
def conda():
    listed = YAML(typ="safe").load(ROOT / "environment.yml")["dependencies"]
    return [item for item in listed if isinstance(item, str)], [
        item for item in listed if isinstance(item, dict)
    ]


def split(requirement):
    """Return the name and the least version of a requirement."""
    name, least = re.fullmatch(r"([\w.\-]+)\s*(?:>=\s*([\d.]+))?", requirement).groups()
    return name, least


def test_conda_installs_what_the_package_needs_in_the_same_versions(project, conda):
    wanted = {CONDA_NAMES.get(name, name): least for name, least in map(split, project["dependencies"])}
    listed = dict(map(split, conda[0]))
    python, _ = listed.pop("python"), listed.pop("pip")
    assert listed == wanted
    assert python == project["requires-python"].removeprefix(">=")


def test_conda_installs_the_package_itself_from_this_folder(conda):
    assert conda[1] == [{"pip": ["--editable ."]}]


def test_conda_asks_for_conda_forge_only():
    assert YAML(typ="safe").load(ROOT / "environment.yml")["channels"] == ["conda-forge"]
