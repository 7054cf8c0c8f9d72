"""The report of a blueprint reads well on a screen, a phone and paper, and asks the network for nothing."""

import pytest

from tests.browser.axe import violations
from tests.browser.pages import WIDTHS, cut, on_paper, opened_from, wide
from tests.report.pages import PAGES
from tests.report.pages import page as html


@pytest.fixture(scope="module", params=PAGES)
def opened(request, browser, tmp_path_factory):
    with opened_from(tmp_path_factory.mktemp("report"), html(request.param), browser) as opened:
        yield opened


@pytest.fixture
def page(opened):
    return opened.page


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_nothing_is_cut_or_wider_than_the_window(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert cut(page) == [] and wide(page) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_screen_reader_finds_its_way(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page, ["html"]) == []


def test_on_paper_nothing_is_wider_than_the_sheet_and_nothing_folded_away(page):
    with on_paper(page):
        assert wide(page) == []
        assert page.locator("details:not([open])").count() == 0
        assert page.locator("h1").count() == 1
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_its_contents_lead_to_its_parts(page):
    ways = page.locator("nav a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert ways and all(page.locator(way).count() == 1 for way in ways)


def test_it_asks_for_nothing_but_itself_and_runs_nothing(opened):
    asked = [address for address in opened.asked if not address.startswith("data:")]
    assert len(asked) == 1 and asked[0].startswith("file:")
    assert opened.said == []
