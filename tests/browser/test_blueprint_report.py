"""The report of a business reads well on a screen, a phone and paper, and asks the network for nothing."""

import re

import pytest

from ecotools.report.pdf import fitted, to_pdf
from ecotools.report.pdf_attachments import with_files
from tests.browser.axe import violations
from tests.browser.pages import WIDTHS, cut, on_paper, opened_from, wide
from tests.report.pages import PAGES
from tests.report.pages import page as html
from tests.report.papers import attached, letters

MOST_SHEETS = 12
FEWEST_LETTERS = 600
"""Letters of a sheet that is not nearly empty: a full one has about 2,500."""
PAPERS = {"A4": (210, 297), "letter": (216, 279)}
"""Millimetres of a sheet."""
MARGINS = (32, 36)
"""Millimetres that the style sheet keeps free, across and down."""


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


@pytest.mark.parametrize("paper", PAPERS)
def test_it_takes_at_most_twelve_sheets_and_none_is_nearly_empty(page, paper):
    def printed_at(size):
        page.evaluate(f"document.body.style.zoom = {size}")
        return page.pdf(format=paper.capitalize())

    page.emulate_media(media="print")
    printed = fitted(printed_at)
    page.evaluate("document.body.style.zoom = 1")
    page.emulate_media(media="screen")
    assert sheets(printed) <= MOST_SHEETS
    assert min(letters(printed)) >= FEWEST_LETTERS


@pytest.mark.parametrize("paper", PAPERS)
def test_page_one_is_one_sheet_and_no_more(page, paper):
    alone = page.evaluate("document.body.className") == "long"
    (across, down), (beside, above) = PAPERS[paper], MARGINS
    millimetre = 96 / 25.4
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int((across - beside) * millimetre), "height": 900})
    end = page.evaluate("document.querySelector('#summary').getBoundingClientRect().bottom + window.scrollY")
    page.emulate_media(media="screen")
    assert not alone or end <= (down - above + 6) * millimetre, "the first sheet has less margin above"


def test_its_contents_lead_to_its_parts(page):
    ways = page.locator("nav a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert ways and all(page.locator(way).count() == 1 for way in ways)


def test_it_hands_over_its_numbers_as_a_file(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    links = page.locator("a[download]")
    if links.count():
        with page.expect_download() as found:
            links.first.click()
        name = links.first.get_attribute("download")
        assert found.value.suggested_filename == name and name.endswith(".csv")


def test_it_asks_for_nothing_but_itself_and_runs_nothing(opened):
    asked = [address for address in opened.asked if not address.startswith("data:")]
    assert len(asked) == 1 and asked[0].startswith("file:")
    assert opened.said == []


def test_as_a_pdf_it_is_printed_by_the_chromium_of_the_machine_and_takes_files(browser):
    made = to_pdf(html("ten lines"))
    assert made.startswith(b"%PDF") and 1 <= sheets(made) <= 3
    assert attached(with_files(made, {"months.csv": "month\nMärz\n"})) == {"months.csv": "month\nMärz\n"}


def sheets(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
