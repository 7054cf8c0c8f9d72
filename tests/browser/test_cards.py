"""Cards, tables and the panel of `ecotools.learn` in JupyterLab's own style, in windows of several widths."""

import importlib.util
import sysconfig
from pathlib import Path

import pandas as pd
import pytest

from ecotools.learn import progress
from ecotools.learn.card import as_html
from ecotools.learn.outcomes import Outcome
from ecotools.learn.tables import write_table
from tests.browser.pages import cut, opened_from, wide

STYLES = Path(sysconfig.get_path("data")) / "share/jupyter/nbconvert/templates/lab/static"
WIDE_TABLE = pd.DataFrame({f"a long name of column {k}": [199.0, 49.0] for k in range(4)})


@pytest.fixture
def page(browser, tmp_path):
    if importlib.util.find_spec("nbconvert") is None or not STYLES.is_dir():
        pytest.skip("JupyterLab's style comes with nbconvert, which is not installed")
    lines = (
        ("Checked", "net_revenue(a table of 2 rows)"),
        ("Expected", "[" + ", ".join("0.123456" for _ in range(40)) + "]"),
        ("Found", "x" * 300),
        ("Given", WIDE_TABLE.to_string()),
        ("", "This is twice the expected value: is something counted twice?"),
    )
    outputs = [
        progress("no-such-file.json")._repr_html_(),
        as_html(Outcome("02-q1", "wrong", 4, lines)),
        as_html(Outcome("02-q1", "right", 4, (("", "Other data are tried when it is graded."),), examples=3)),
        write_table(WIDE_TABLE, money=True, caption="Orders").html(),
        write_table({"price": 29.0, "buyers": 1240}, money=["price"]).html(),
    ]
    style = "".join((STYLES / name).read_text(encoding="utf-8") for name in ("theme-light.css", "index.css"))
    body = "".join(f"<div class='jp-RenderedHTMLCommon jp-RenderedHTML'>{one}</div>" for one in outputs)
    html = f"<!doctype html><meta charset='utf-8'><style>{style}</style><body>{body}</body>"
    with opened_from(tmp_path, html, browser) as opened:
        yield opened.page


@pytest.mark.parametrize("width", [1360, 900, 540])
def test_nothing_is_cut_or_reaches_beyond_the_window(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    scrolled = page.locator("dd[tabindex='0']").evaluate("one => one.textContent.slice(0, 60)")
    assert [text for text in cut(page) if text != scrolled] == []
    assert wide(page) == []


def test_a_table_in_a_card_keeps_its_lines_and_can_be_scrolled(page):
    page.set_viewport_size({"width": 540, "height": 900})
    given = page.locator("dd[tabindex='0']")
    assert given.evaluate("one => one.scrollWidth > one.clientWidth")
    line = float(given.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)"))
    assert given.bounding_box()["height"] < 4.9 * line


def test_the_text_of_a_card_uses_its_width(page):
    page.set_viewport_size({"width": 900, "height": 900})
    card, text = page.locator("[role=status]").first, page.locator("[role=status] dd").nth(1)
    assert text.bounding_box()["width"] > 0.7 * card.bounding_box()["width"]


def test_nothing_looks_clickable_that_is_not(page):
    shadows = "[...document.querySelectorAll('section, [role=status], table')].filter((one) => "
    shadows += "getComputedStyle(one).cursor === 'pointer' || getComputedStyle(one).boxShadow !== 'none')"
    assert page.evaluate(f"{shadows}.length") == 0
