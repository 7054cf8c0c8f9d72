"""A page of feedback in Chromium: it asks nobody for anything, and everybody can read it."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from ecotools.learn.card import as_html
from ecotools.learn.outcomes import Outcome
from ecotools.plots.canvas.render import to_html
from tests.browser import axe
from tests.browser.pages import WIDTHS, cut, opened_from, wide
from tests.grading.conftest import tiny  # noqa: F401 - a fixture
from tests.grading.hostile import DRAWING, page_of
from tests.grading.marked import marked  # noqa: F401 - a fixture
from tests.grading.test_feedback import make_all


def test_feedback_is_readable_for_all_and_needs_no_network(browser, marked):  # noqa: F811
    for student, made in make_all(marked).items():
        if made.error:
            continue
        page, asked, complaints = browser.new_page(), [], []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda said, complaints=complaints: complaints.append(said.text))
        page.goto(made.file.as_uri())
        assert axe.violations(page, ["html"]) == [], student
        assert [address for address in asked if not address.startswith("data:")] == [made.file.as_uri()]
        assert complaints == []
        page.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_honest_outputs_are_readable_on_every_screen(browser, tmp_path, width):
    table = pd.DataFrame([range(100, 112)] * 3, columns=[f"month {month}" for month in range(12)])
    styled = table.iloc[:, :3].style.hide().set_properties(**{"background-color": "#ffd"}).to_html()
    card = as_html(Outcome("02-t1", "wrong", lines=(("Expected", "0.05"), ("Found", "0.5"))))
    figure, axes = plt.subplots()
    axes.plot([1, 2])
    html = page_of(tmp_path, output=table.to_html() + styled + card + to_html(axes), drawing=DRAWING)
    plt.close(figure)
    with opened_from(tmp_path, html, browser) as opened:
        page = opened.page
        page.set_viewport_size({"width": width, "height": 900})
        assert wide(page) == [] and cut(page) == [] and axe.violations(page, ["html"]) == []
        page.locator(".box").first.evaluate("box => { box.focus(); box.scrollLeft = 9999 }")
        assert page.locator("text=month 11").first.is_visible(), "a wide table is scrolled in its box"
        style = "td => getComputedStyle(td).backgroundColor"
        assert page.locator(".box table").nth(1).locator("td").first.evaluate(style) == "rgb(255, 255, 221)"
        seen = page.locator(".box img").evaluate_all(
            "all => all.map((one) => [one.alt, one.naturalWidth > 0])"
        )
        assert [alt for alt, _ in seen][1] == "A word" and all(alt and shown for alt, shown in seen)
        assert opened.said == []
