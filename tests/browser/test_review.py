"""A review as a page: readable by everyone, filtered by typing, and of use where scripts do not run."""

import pytest

from ecotools.data import quillwork
from ecotools.rules import review
from ecotools.rules.engine.html import to_page
from tests.browser.axe import violations

_ROWS = "() => [...document.querySelectorAll('tbody tr')].filter((row) => !row.hidden).length"


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    file = tmp_path_factory.mktemp("review") / "review.html"
    file.write_text(to_page(review(quillwork("first-draft"))), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    yield page
    page.close()


def test_axe_finds_nothing(page):
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(page, ["html"]) == []


def test_typing_leaves_only_the_rows_with_that_word(page):
    everything = page.evaluate(_ROWS)
    box = page.get_by_label("Show only rows with")
    box.fill("jrn09")
    assert page.evaluate(_ROWS) == 4
    assert page.get_by_role("status").inner_text() == f"4 of {everything} rows"
    box.fill("")
    assert page.evaluate(_ROWS) == everything


def test_nothing_is_wider_than_a_small_screen(page):
    page.set_viewport_size({"width": 880, "height": 900})
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
