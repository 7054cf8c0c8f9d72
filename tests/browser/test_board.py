"""The journey board on pages of any width: its six stages stand in one row or in two of three."""

import pytest

from ecotools.data import quillwork
from ecotools.widgets import journey_board

_ROWS = """stages => Object.values(Object.groupBy(stages, one => one.getBoundingClientRect().top))
    .map(row => row.length)"""


@pytest.mark.parametrize(
    ("width", "rows"),
    [(1280, [6]), (1024, [6]), (880, [3, 3]), (600, [3, 3]), (460, [3, 3]), (320, [2, 2, 2])],
)
def test_no_stage_is_left_over(browser, width, rows):
    page = browser.new_page()
    try:
        page.set_viewport_size({"width": width, "height": 900})
        page.set_content(journey_board(quillwork()).static_html())
        assert page.locator("ul[role=list] > li").evaluate_all(_ROWS) == rows
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        page.close()
