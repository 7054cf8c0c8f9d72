"""The report of a class reads well on a screen, on a phone and on paper, and asks the network for nothing."""

import pytest

from ecotools.grading.report import by_task, grouped, to_html
from tests.browser.axe import violations
from tests.grading.classes import TITLES, class_of_60

WIDTHS = {"a screen": 1280, "a narrow screen": 880, "a phone": 390}
_CUT = """() => [...document.querySelectorAll('th, td, li, p')]
    .filter((one) => getComputedStyle(one.closest('thead') ?? one).position !== 'absolute')
    .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent.slice(0, 60))"""
_SIDEWAYS = """() => [...document.querySelectorAll('html, .scroll')]
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => one.getAttribute('aria-labelledby') ?? one.tagName)"""


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    """The report of 60 students, and what its page asked for."""
    found = class_of_60()
    messages = grouped(found.tasks)
    file = tmp_path_factory.mktemp("report") / "report.html"
    html = to_html(found, by_task(found.tasks, messages), messages, TITLES)
    file.write_text(html, encoding="utf-8")
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    yield page, asked
    page.close()


@pytest.fixture
def page(opened):
    return opened[0]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_nothing_is_cut_or_scrolled_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(_SIDEWAYS) == [] and page.evaluate(_CUT) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_screen_reader_finds_its_way(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page, ["html"]) == []


def test_on_paper_nothing_is_wider_than_the_sheet(page):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})  # 180 mm between the margins of an A4 sheet
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= 680
        assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"
    finally:
        page.emulate_media(media="screen")


def test_it_asks_for_nothing_but_itself(opened):
    _, asked = opened
    assert len(asked) == 1 and asked[0].startswith("file:")
