"""The report of a blueprint reads well on a screen, a phone and paper, and asks the network for nothing."""

import pytest

from tests.browser.axe import violations
from tests.report.pages import PAGES
from tests.report.pages import page as html

WIDTHS = {"a screen": 1280, "a narrow screen": 880, "a phone": 390}
SHEET = {"width": 680, "height": 960}  # 180 mm between the margins of an A4 sheet

_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_CUT = """() => [...document.querySelectorAll('th, td, li, p, dt, dd, figcaption')]
    .filter((one) => getComputedStyle(one.closest('thead') ?? one).position !== 'absolute')
    .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent.slice(0, 60))"""
_WIDE = """() => [...document.querySelectorAll('svg, table, pre')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .filter((one) => !one.closest('[tabindex]'))
    .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module", params=PAGES)
def opened(request, browser, tmp_path_factory):
    """One of the reports, what its page asked for, and what it told of or complained about."""
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(html(request.param), encoding="utf-8")
    page, asked, said = browser.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    yield page, asked, said
    page.close()


@pytest.fixture
def page(opened):
    return opened[0]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_nothing_is_cut_or_wider_than_the_window(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(_SIDEWAYS) <= 0
    assert page.evaluate(_CUT) == [] and page.evaluate(_WIDE) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_screen_reader_finds_its_way(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page, ["html"]) == []


def test_on_paper_nothing_is_wider_than_the_sheet(page):
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    try:
        assert page.evaluate(_SIDEWAYS) <= 0 and page.evaluate(_WIDE) == []
    finally:
        page.emulate_media(media="screen")


def test_it_prints_with_all_its_words(page):
    """What is folded or scrolled on a screen would be lost on paper."""
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    try:
        assert page.locator("details:not([open])").count() == 0
        assert page.locator("h1").count() == 1
        assert page.pdf(format="A4").startswith(b"%PDF")
    finally:
        page.emulate_media(media="screen")


def test_its_contents_lead_to_its_parts(page):
    ways = page.evaluate("[...document.querySelectorAll('nav a')].map((one) => one.getAttribute('href'))")
    assert ways and all(page.locator(way).count() == 1 for way in ways)


def test_it_asks_for_nothing_but_itself_and_runs_nothing(opened):
    _, asked, said = opened
    assert [one for one in asked if not one.startswith("data:")] == asked[:1] and asked[0].startswith("file:")
    assert said == []
