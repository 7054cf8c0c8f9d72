"""The report of a class reads well on a screen, on a phone and on paper, and asks the network for nothing."""

import pytest

from ecotools.grading.report import by_task, grouped, to_html
from tests.browser.axe import violations
from tests.browser.pages import WIDTHS, cut, on_paper, opened_from, wide
from tests.grading.classes import TITLES, class_of_60

_SIDEWAYS = """() => [...document.querySelectorAll('.scroll')]
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => one.getAttribute('aria-labelledby'))"""


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    """The report of 60 students."""
    found = class_of_60()
    messages = grouped(found.tasks)
    html = to_html(found, by_task(found.tasks, messages), messages, TITLES)
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
