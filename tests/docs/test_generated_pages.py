"""The pages in docs/ that are made say what is true today, and one command makes them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.docs import generated_pages

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """Return an empty clone, whose pages are written: two, which are made quickly."""
    monkeypatch.setattr(generated_pages, "COMMITTED", ("claims", "glossary"))
    monkeypatch.setattr(generated_pages, "ON_DEMAND", ())
    for name in generated_pages.NEEDED:
        (tmp_path / name).mkdir()
    generated_pages.write(tmp_path)
    return tmp_path


def run(folder, *words):
    return CliRunner().invoke(main, ["docs", "--course", str(folder), *words])


def test_every_made_page_in_docs_is_current():
    assert generated_pages.outdated(ROOT) == [], "run: ecotools docs"


def test_what_was_written_is_current_and_is_not_written_twice(clone):
    assert generated_pages.outdated(clone) == [] and generated_pages.write(clone) == []
    assert "All pages are up to date" in run(clone).output


def test_a_page_that_was_changed_by_hand_is_named_and_made_again(clone):
    page = clone / "docs" / "claims.md"
    page.write_text("mine", encoding="utf-8")
    found = run(clone, "--check")
    assert found.exit_code == 1 and "docs/claims.md: older than what it is made from" in found.output
    assert page.read_text(encoding="utf-8") == "mine"
    assert str(page) in run(clone).output and run(clone, "--check").exit_code == 0


def test_a_page_that_is_missing_is_named(clone):
    (clone / "docs" / "glossary.md").unlink()
    assert "docs/glossary.md: not there" in run(clone, "--check").output


def test_where_there_is_no_clone_a_sentence_says_so(tmp_path):
    refused = run(tmp_path)
    assert refused.exit_code == 1 and "pages are made in a clone of the repository" in refused.output


def test_what_it_says_can_be_read_by_a_program(clone):
    assert json.loads(run(clone, "--json").output) == {"written": []}
    assert json.loads(run(clone, "--check", "--json").output) == {"findings": []}
