"""What goes into a page: described, with numbers, small, the same bytes each time, safe to sanitise."""

import base64
import re
import xml.etree.ElementTree as ET
from functools import partial
from html.parser import HTMLParser

import matplotlib
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from ecotools import plots
from ecotools.plots.canvas.render import MOST_ROWS, table_html, to_png
from tests.plots.tables import TYPICAL, features, steps
from tests.plots.tables import picture as drawn

# What JupyterLab 4 lets through in a notebook that is not trusted (packages/apputils/src/sanitizer.ts).
TAGS = {"figure", "img", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"style", "class", "alt", "width", "src", "scope"}
STYLES = {"margin", "max-width", "height"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.text = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.mark.parametrize("name", TYPICAL)
def test_html_has_one_described_image_and_its_numbers_in_a_small_page(name):
    picture = drawn(name)
    page = plots.to_html(picture)
    parsed = Page(page)
    (image,) = parsed.all("img")
    assert image["alt"] == plots.alt_text(picture) and len(image["alt"]) > 40
    png = base64.b64decode(image["src"].removeprefix("data:image/png;base64,"))
    assert png[:4] == b"\x89PNG"
    assert abs(int(image["width"]) - int.from_bytes(png[16:20]) * 96 / 144) <= 1
    assert "max-width:100%" in image["style"]
    name, attributes = parsed.tags[0]
    assert (name, attributes["role"], attributes["style"]) == ("figure", "group", "margin:0")
    assert parsed.all("caption") and all(th["scope"] in ("col", "row") for th in parsed.all("th"))
    assert len(parsed.all("tr")) == min(len(plots.numbers(picture)), MOST_ROWS) + 1
    assert len(page) < 64_000


@pytest.mark.parametrize("name", ["funnel", "scorecard"])
def test_html_keeps_description_and_numbers_in_a_notebook_that_is_not_trusted(name):
    for tag, attributes in Page(plots.to_html(drawn(name))).tags:
        assert tag in TAGS
        assert set(attributes) - {"role"} <= ATTRIBUTES
        named = {part.split(":")[0] for part in attributes.get("style", "").split(";") if part}
        assert named <= STYLES


def test_names_from_a_table_cannot_break_the_page():
    table = steps(['<b>"visit"</b>', "a & b</figure><script>"], [100, 40])
    page = plots.to_html(plots.funnel(table))
    assert "<script>" not in page and "<b>" not in page
    assert '<b>"visit"</b>' in Page(page).all("img")[0]["alt"]
    svg = plots.to_svg_html(plots.funnel(table))
    assert ET.fromstring(svg).get("aria-label") == plots.alt_text(plots.funnel(table))


@pytest.mark.parametrize("name", ["journey_map", "price_sensitivity", "mrr_waterfall", "retention_curve"])
def test_svg_is_labelled_has_real_text_and_no_names_that_could_clash(name):
    svg = plots.to_svg_html(drawn(name))
    root = ET.fromstring(svg)
    assert (root.get("role"), root.get("aria-label")) == ("img", plots.alt_text(drawn(name)))
    assert "max-width:100%" in root.get("style") and root.get("viewBox")
    assert "<metadata" not in svg and "<?xml" not in svg and "<!DOCTYPE" not in svg and "<style" not in svg
    assert any(node.text for node in root.iter("{http://www.w3.org/2000/svg}text"))
    named = re.findall(r'\bid="([^"]+)"', svg)
    used = set(re.findall(r"url\(#([^)]+)\)", svg)) | set(re.findall(r'href="#([^"]+)"', svg))
    assert len(named) == len(set(named)) and used <= set(named)
    assert not re.search(r'<g id="', svg)


def test_two_pictures_on_a_page_share_no_names_in_their_svg():
    one, other = (plots.to_svg_html(drawn(name)) for name in ("demand", "mrr_waterfall"))
    assert not set(re.findall(r'\bid="([^"]+)"', one)) & set(re.findall(r'\bid="([^"]+)"', other))


@pytest.mark.parametrize("page", [plots.to_html, partial(plots.to_svg_html, with_numbers=True)])
def test_two_amounts_in_dollars_are_no_formula_to_jupyterlab(page):
    client = pd.DataFrame({"step": ["price", "hours", "left"], "amount": [997, -542, 455]})
    parsed = Page(page(plots.waterfall(client)))
    assert "".join(parsed.text).count("$") >= 2
    assert parsed.tags[0][1]["class"].split() == ["mathjax_ignore", "tex2jax_ignore"]


def test_svg_can_bring_its_numbers_along():
    page = plots.to_svg_html(drawn("funnel"), with_numbers=True)
    assert page.startswith('<figure role="group"') and "<summary>Numbers</summary>" in page


@pytest.mark.parametrize("name", ["funnel", "price_sensitivity", "retention_curve"])
def test_the_same_table_gives_the_same_bytes_whatever_style_the_notebook_uses(name):
    one = TYPICAL[name]()
    with matplotlib.rc_context(
        {"font.size": 20, "axes.facecolor": "black", "text.color": "red", "savefig.dpi": 30}
    ):
        other = TYPICAL[name]()
        assert to_png(one) == to_png(other)
        assert plots.to_svg_html(one) == plots.to_svg_html(other)


def test_the_image_has_white_paper_and_no_trace_of_when_it_was_made():
    png = to_png(drawn("funnel"))
    assert b"tEXt" not in png and b"tIME" not in png
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(png)) as image:
        assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_drawing_leaves_the_notebook_s_settings_alone():
    before = dict(matplotlib.rcParams)
    plots.to_html(plots.value_matrix(features()))
    assert dict(matplotlib.rcParams) == before


def test_a_long_table_is_cut_and_says_so():
    page = table_html(pd.DataFrame({"x": range(1000)}), "Numbers")
    assert f"(the first {MOST_ROWS} of 1,000 rows)" in page and page.count("<tr>") == MOST_ROWS + 1


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "yes"),
        (np.int64(12400), "12,400"),
        (1234.5, "1,234.50"),
        (0.123456, "0.1235"),
        (199.0, "199"),
        (float("nan"), "n/a"),
        (pd.NaT, "n/a"),
        (pd.Period("2025-03", "M"), "Mar 2025"),
        (["a", "b"], "a, b"),
        ("a < b", "a &lt; b"),
    ],
)
def test_a_number_is_written_with_the_digits_that_tell(value, said):
    page = table_html(pd.DataFrame({"name": ["row"], "value": pd.Series([value], dtype=object)}), "Numbers")
    assert f'<th scope="row">row</th><td>{said}</td>' in page


def test_an_index_with_a_name_becomes_the_row_header():
    page = table_html(pd.DataFrame({"n": [1]}, index=pd.Index(["visit"], name="step")), "Steps")
    assert '<th scope="col">step</th>' in page and '<th scope="row">visit</th>' in page


def test_an_own_figure_without_numbers_has_no_empty_table():
    page = plots.to_html(Figure(figsize=(2, 1)))
    assert "<details" not in page and 'alt="Empty figure."' in page
