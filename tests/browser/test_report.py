"""The report of a class reads well on a screen, on a phone and on paper, and asks the network for nothing."""

import pytest

from ecotools.grading.report import to_html
from tests.browser.axe import violations
from tests.browser.pages import WIDTHS, cut, on_paper, opened_from, wide
from tests.grading.classes import report_of_60
from tests.grading.test_report import class_of_names, page_of

_SIDEWAYS = """() => [...document.querySelectorAll('.scroll')]
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => one.getAttribute('aria-labelledby'))"""


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    """The report of 60 students."""
    html = to_html(report_of_60())
    with opened_from(tmp_path_factory.mktemp("report"), html, browser) as opened:
        yield opened


@pytest.fixture
def page(opened):
    return opened.page


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_nothing_is_cut_or_scrolled_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert cut(page) == [] and wide(page) == [] and page.evaluate(_SIDEWAYS) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("whose", ["x" * 140, "Maximiliana Alexandra von " * 5, "<b>" * 40, "名前" * 40, ""])
def test_long_names_one_hand_in_and_none_read_well_too(browser, tmp_path, width, whose):
    found = class_of_names([whose, "ada"] if whose else [])
    with opened_from(tmp_path, page_of(found), browser) as opened:
        opened.page.set_viewport_size({"width": width, "height": 900})
        assert cut(opened.page) == [] and wide(opened.page) == [] and opened.page.evaluate(_SIDEWAYS) == []
        assert violations(opened.page, ["html"]) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_screen_reader_finds_its_way(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page, ["html"]) == []


def test_on_paper_nothing_is_wider_than_the_sheet(page):
    with on_paper(page):
        assert wide(page) == []
        assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"


def test_it_asks_for_nothing_but_itself(opened):
    assert len(opened.asked) == 1 and opened.asked[0].startswith("file:")
    assert opened.said == []
