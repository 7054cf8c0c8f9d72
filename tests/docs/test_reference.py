"""The reference has a page for each public module, with every name of it, and Sphinx can read it."""

import subprocess
import sys
from importlib import import_module

import pytest

import ecotools
from ecotools.docs import reference

MODULES = [name for group in reference.GROUPS.values() for name in group]
CONF = 'extensions = ["myst_parser", "ecotools.docs.reference"]\nhtml_theme = "basic"\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return reference.pages(tmp_path_factory.mktemp("anywhere"))


def test_every_part_of_the_library_with_public_names_has_a_page():
    parts = [import_module(f"ecotools.{name}") for name in ecotools.__all__ if not name.startswith("_")]
    named = {part.__name__.removeprefix("ecotools.") for part in parts if hasattr(part, "__all__")}
    assert named - {"metrics"} <= set(MODULES)
    assert {f"metrics.{part}" for part in ecotools.metrics.__all__} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_each_public_name_of_a_module_is_documented_once(made, name):
    module, text = import_module(f"ecotools.{name}"), made[f"reference/{name}.md"]
    for one in reference.public_names(module):
        lines = [line for line in text.splitlines() if line.startswith(".. ") and line.endswith(f":: {one}")]
        assert len(lines) == 1, one
    assert text.count("\n.. ") == len(reference.public_names(module)) + 1  # and the module itself


def test_the_first_page_leads_to_all_others_and_to_the_definition_of_churn(made):
    text = made["reference/index.md"]
    assert all(f"[{name}]({name}.md)" in text for name in MODULES)
    assert "{py:obj}`metrics.retention.churn_rate <ecotools.metrics.retention.churn_rate>`" in text
    for place in reference.FOUND.values():
        module, _, last = place.rpartition(".")
        assert last in reference.public_names(import_module(f"ecotools.{module}"))


@pytest.mark.parametrize(
    "text",
    ["`leak`", "``metrics.funnel.leak``", "`metrics.funnel.leak(x)`", "{py:obj}`metrics.funnel.leak`", "a"],
)
def test_code_that_is_no_public_name_stays(text):
    assert reference.link_names(text) == text


def test_sphinx_reads_a_page_without_a_warning(made, tmp_path):
    pytest.importorskip("sphinx")
    pytest.importorskip("myst_parser")
    text = made["reference/metrics.matching.md"]
    (tmp_path / "index.md").write_text(text, encoding="utf-8")
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        str(tmp_path),
        str(tmp_path / "out"),
    ]
    built = subprocess.run(command, capture_output=True, text=True)
    assert (built.returncode, built.stderr) == (0, "")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'id="ecotools.metrics.matching.pairs"' in page and "Parameters" in page
