"""What has to be installed is declared once, with its reason; conda and the package ask for the same."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from ecotools.extras import EXTRAS, MissingExtraError, need

ROOT = Path(__file__).parents[1]
# What conda-forge calls by another name than PyPI.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}
# What is imported by another name than it is installed by.
MODULES = {"ipython": "IPython", "pyyaml": "yaml", "ruamel.yaml": "ruamel"}
# What is part of another library's interface, and comes with it.
COMES_WITH = {
    "PIL": "matplotlib",
    "jupyter_client": "ipykernel",
    "jupyter_core": "ipykernel",
    "jupyter_server": "jupyterlab",
    "markupsafe": "jinja2",
    "matplotlib_inline": "ipython",
    "pydantic_core": "pydantic",
    "pygments": "nbconvert",
    "sqlalchemy": "nbgrader",
    "tornado": "ipykernel",
    "traitlets": "ipykernel",
    "zmq": "ipykernel",
}
# The parts of the package that only learners, teachers or who builds the site use.
NOT_FOR_CREATORS = ("docs", "grading", "notebooks", "sources", "widgets")


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def asked(project):
    """The least version of each library that is asked for, by the group that asks."""
    groups = {"creators": project["dependencies"], **project["optional-dependencies"]}
    return {
        group: dict(split(one) for one in listed if not one.startswith("ecotools["))
        for group, listed in groups.items()
    }


@pytest.fixture(scope="module")
def conda():
    listed = YAML(typ="safe").load(ROOT / "environment.yml")["dependencies"]
    return [item for item in listed if isinstance(item, str)], [
        item for item in listed if isinstance(item, dict)
    ]


def split(requirement):
    """Return the name and the least version of a requirement."""
    name, least = re.fullmatch(r"([\w.\-]+)(?:\[\w+\])?\s*(?:>=\s*([\d.]+))?", requirement).groups()
    return name, least


class TestConda:
    def test_it_installs_what_a_clone_needs_in_the_same_versions(self, project, asked, conda):
        wanted = {
            CONDA_NAMES.get(name, name): least
            for group in ("creators", "learn", "teach", "parquet")
            for name, least in asked[group].items()
        }
        listed = dict(map(split, conda[0]))
        python, _ = listed.pop("python"), listed.pop("pip")
        assert listed == wanted
        assert python == project["requires-python"].removeprefix(">=")

    def test_it_installs_the_package_itself_from_this_folder(self, conda):
        assert conda[1] == [{"pip": ["--editable ."]}]

    def test_it_asks_for_conda_forge_only(self):
        assert YAML(typ="safe").load(ROOT / "environment.yml")["channels"] == ["conda-forge"]


class TestEachDependency:
    def test_it_is_asked_for_once_with_a_least_version(self, asked):
        names = [name for listed in asked.values() for name in listed]
        assert len(names) == len(set(names)), "an extra can ask for another one"
        assert all(least for listed in asked.values() for least in listed.values())

    def test_contributing_says_why_it_is_there(self, asked):
        text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
        _, section = text.split("\n## Why each dependency is there\n")
        reasons = dict(re.findall(r"^- ((?:`[\w.\-]+`(?:, )?)+): (\S.+)", section, re.MULTILINE))
        named = sorted(name for names in reasons for name in re.findall(r"`(.+?)`", names))
        assert named == sorted(name for listed in asked.values() for name in listed)


@pytest.fixture(scope="module")
def imported():
    """The names of the libraries that each module of the package imports, anywhere in it."""
    own, libraries = {"ecotools", *sys.stdlib_module_names}, {}
    for file in sorted((ROOT / "ecotools").rglob("*.py")):
        found = set()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(node.module.split(".")[0])
        libraries[file.relative_to(ROOT / "ecotools")] = found - own
    return libraries


def test_what_ci_tries_with_the_lowest_versions_is_there():
    listed = (ROOT / ".ci" / "lowest-short.txt").read_text(encoding="utf-8").splitlines()
    files = [line for line in listed if not line.startswith("#")]
    assert len(files) > 15 and [file for file in files if not (ROOT / file).exists()] == []


class TestTheExtras:
    def modules(self, asked, *groups):
        names = {name for group in groups for name in asked[group]}
        return {MODULES.get(name, name) for name in names}

    def test_all_that_the_package_imports_is_declared(self, asked, imported):
        declared = self.modules(asked, "creators", "learn", "teach", "parquet", "scale", "site")
        strangers = {str(file): found - declared - set(COMES_WITH) for file, found in imported.items()}
        assert {file: found for file, found in strangers.items() if found} == {}

    def test_what_a_creator_uses_imports_nothing_that_only_an_extra_brings(self, asked, imported):
        theirs = self.modules(asked, "creators") | {
            module for module, library in COMES_WITH.items() if library in asked["creators"]
        }
        # Inside of functions, where a notebook runs or somebody asks for Parquet.
        may = {"IPython", "matplotlib_inline", "pyarrow"}
        beyond = {
            str(file): found - theirs - may
            for file, found in imported.items()
            if file.parts[0] not in NOT_FOR_CREATORS
        }
        assert {file: found for file, found in beyond.items() if found} == {}

    @pytest.mark.parametrize("extra", EXTRAS)
    def test_its_modules_are_those_of_its_libraries(self, asked, extra):
        assert sorted(EXTRAS[extra]) == sorted(self.modules(asked, extra))

    def test_where_one_is_missing_the_error_says_what_to_install(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "nbgrader", None)
        with pytest.raises(MissingExtraError) as refused:
            need("teach")
        assert str(refused.value) == 'this needs nbgrader, not installed here: pip install "ecotools[teach]"'
        need("teach", "nh3")

    def test_the_tests_have_them_all(self, project):
        assert "ecotools[parquet,scale,site,teach]" in project["optional-dependencies"]["test"]
