"""What a result depends on of the installed packages: what is imported, and of ecotools only its code."""

import sys

import numpy
import pytest

from ecotools.grading.pipeline import versions as looked
from ecotools.grading.pipeline.versions import imports, versions

CODE = "LIMIT = 3\n\ndef over(value):\n    kinds = value in {'b', 'a'}\n    return kinds or value > LIMIT\n"


def does(text):
    return looked._does(compile(text, "a.py", "exec"), set())


@pytest.mark.parametrize(
    "text",
    [
        "# Why there is a limit.\n" + CODE,
        CODE.replace("\n\n", "\n\n\n\n"),
        CODE.replace("= 3", "= 3  # of them"),
    ],
    ids=["a comment above", "empty lines", "a comment beside"],
)
def test_a_comment_is_not_code(text):
    assert does(text) == does(CODE)


@pytest.mark.parametrize(
    ("old", "new"), [("3", "4"), ("value > LIMIT", "value >= LIMIT"), ("over", "above"), ("'a'", "'c'")]
)
def test_another_number_sign_or_name_is(old, new):
    assert does(CODE.replace(old, new)) != does(CODE)


def test_a_package_counts_with_what_it_requires_and_no_other(tmp_path):
    found = versions(["import pandas as pd"], tmp_path)
    assert found["numpy"] == numpy.__version__ and {"pandas", "numpy", "python-dateutil"} <= set(found)
    assert "pytest" not in found and "ecotools" not in found
    assert (
        versions(["import json, os\nfrom rubbish import this", "no code from numpy at all"], tmp_path) == {}
    )


def test_a_module_may_have_another_name_than_its_package(tmp_path):
    assert "pyyaml" in versions(["import yaml"], tmp_path)


def test_of_ecotools_the_parts_count_that_are_imported_directly_or_by_others(tmp_path, monkeypatch):
    def code(source):
        looked._code_of.cache_clear()
        return versions([source], tmp_path)["ecotools"]

    learn, months = code("from ecotools.learn import check"), code("from ecotools import months")
    look = looked._look

    def changed(part, text):
        said, *others = look(part, text)
        return (said + "!" if part == "simulate" else said, *others)

    monkeypatch.setattr(looked, "_look", changed)
    (tmp_path / looked.NOTED).unlink()
    assert code("from ecotools.learn import check") != learn, "a personal case is simulated"
    assert code("from ecotools import months") == months


def test_what_was_looked_through_once_is_remembered_until_the_text_changes(tmp_path, monkeypatch):
    looked._code_of.cache_clear()
    before = versions(["import ecotools.months"], tmp_path)
    monkeypatch.setattr(looked, "_look", lambda *_: pytest.fail("looked through again"))
    looked._code_of.cache_clear()
    assert versions(["import ecotools.months"], tmp_path) == before
    looked._code_of.cache_clear()


def test_imports_are_found_in_the_file_of_a_notebook_and_in_broken_code():
    assert imports("def f(:\n    import numpy") == {"numpy"}
    assert imports("%matplotlib inline\nfrom scipy import (stats, linalg as la)") == {
        "scipy",
        "scipy.stats",
        "scipy.linalg",
    }


def test_what_belongs_to_python_is_no_package():
    assert all(not looked._packages(name) for name in sorted(sys.stdlib_module_names)[:50])
