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


_FOLD = "open => document.querySelectorAll('details').forEach((one) => { one.open = open })"
_HIDDEN = """() => [...document.querySelectorAll('th, td')].filter((one) => !one.checkVisibility())
    .map((one) => one.textContent)"""


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    """The report of 60 students."""
    html = to_html(report_of_60())
    with opened_from(tmp_path_factory.mktemp("report"), html, browser) as opened:
        yield opened


@pytest.fixture
def page(opened):
    """The page as it is when it is opened: long tables are folded."""
    opened.page.evaluate(_FOLD, False)
    return opened.page


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("unfolded", [False, True], ids=["folded", "unfolded"])
def test_nothing_is_cut_or_scrolled_sideways(page, width, unfolded):
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(_FOLD, unfolded)
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
    page.evaluate(_FOLD, True)
    assert violations(page, ["html"]) == []


def test_in_the_dark_all_can_be_read_too(page):
    page.evaluate(_FOLD, True)
    page.emulate_media(color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    found = violations(page, ["html"], ["color-contrast"])
    page.emulate_media(color_scheme="light")
    assert found == [] and ground != page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_a_long_table_is_folded_and_the_keyboard_opens_it(page):
    summary = page.get_by_text("60 students", exact=True)
    row = page.locator("table[aria-labelledby=points] tr", has_text="student-60")
    assert not row.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert row.is_visible()
    page.keyboard.press("Enter")
    assert not row.is_visible()


def test_on_paper_nothing_is_wider_than_the_sheet_and_nothing_is_folded(page):
    assert "student-60" in page.evaluate(_HIDDEN)
    with on_paper(page):
        assert wide(page) == []
        assert page.evaluate(_HIDDEN) == [], "what is folded on the screen is printed"
        assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"


def test_it_asks_for_nothing_but_itself(opened):
    assert len(opened.asked) == 1 and opened.asked[0].startswith("file:")
    assert opened.said == []
