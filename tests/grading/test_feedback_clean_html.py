"""What a hand-in shows loses what could act on the page or ask for something, and keeps what it says."""

import base64
import re
from html.parser import HTMLParser

import nbformat
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.feedback.clean_html import NEEDS_SCRIPTS, TOO_DEEP, boxed, picture
from ecotools.grading.feedback.exporter import to_html
from ecotools.grading.feedback.styles import declarations, rules
from ecotools.learn.card import as_html
from ecotools.learn.outcomes import Outcome

from .hostile import HOSTILE, page_of

FORBIDDEN = {
    *("script", "iframe", "frame", "object", "embed", "form", "input", "button", "base"),
    *("link", "meta", "svg", "math", "template", "dialog"),
}

PAGE = {"notebook": "n", "score": 0, "max_score": 0, "late_penalty": 0, "waiting": 0}
PAGE |= {"missing": [], "key": ""}


class Seen(HTMLParser):
    """The elements of a page and their attributes."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.levels, self.left = set(), [], 0, False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes += attributes
        self.levels += tag == "div"

    def handle_endtag(self, tag):
        self.levels -= tag == "div"
        self.left |= self.levels < 0


def is_harmless(page):
    seen = Seen(page)
    assert not seen.tags.intersection(FORBIDDEN)
    assert not seen.left and seen.levels == 0, "nothing gets out of the box"
    for name, value in seen.attributes:
        assert not name.startswith(("on", "form", "src" if name == "srcset" else "on"))
        assert name != "src" or value.startswith("data:image/")
        assert name != "href" or re.match("https?://|mailto:|#own-", value)
        assert name != "id" or value.startswith("own-")


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_hostile_is_left(kind):
    is_harmless(boxed(HOSTILE[kind]))


_PIECES = st.sampled_from(
    [*HOSTILE.values(), "<table><tr><td>", "</td>", "<b ", "'", '"', ">", "</style>", "&lt;"]
)


@given(st.lists(_PIECES | st.text(max_size=8), max_size=6).map("".join))
def test_nothing_hostile_is_left_of_any_mixture(source):
    is_harmless(boxed(source))


@given(st.lists(_PIECES | st.text(max_size=8), max_size=4).map("".join))
def test_no_sheet_ends_its_element_or_holds_outside_of_its_box(sheet):
    for rule in filter(None, rules(sheet, "box-1").split("\n")):
        selectors, _, said = rule.partition("{")
        assert "<" not in rule and "url" not in said.lower() and "position" not in said
        assert all(re.match(r"\.box-1 [^+~>&\s]", part) for part in selectors.split(","))


def test_a_table_keeps_its_form_and_a_styled_one_its_colours():
    table = pd.DataFrame(np.eye(3), columns=["one", "two", "<b>three"])
    assert '<table border="1" class="dataframe">'.replace(' border="1"', "") in boxed(table.to_html())
    assert "&lt;b&gt;three" in boxed(table.to_html())
    html = boxed(table.style.highlight_max(color="#ffd").set_caption("Ones").to_html())
    assert "background-color:#ffd" in html and "<caption>Ones</caption>" in html
    assert set(re.findall(r"#own-(T_\w+)_row0_col0", html)) == set(
        re.findall(r'id="own-(T_\w+)_row0_col0"', html)
    )


def test_a_card_of_a_check_looks_as_in_the_notebook():
    card = as_html(Outcome("02-t1", "wrong", lines=(("Expected", "0.05"), ("", "Look `again`."))))
    shown = boxed(card)
    for part in (
        'role="status"',
        "border-left:5px solid #c2410c",
        "grid-template-columns:max-content minmax(0,1fr)",
    ):
        assert part in shown
    assert "var(--jp-layout-color2,#f3f4f6)" in shown


def test_a_picture_keeps_its_words_and_one_without_says_so():
    data = base64.b64encode(b"x").decode()
    assert f'<img alt="Sales" src="data:image/png;base64,{data}">' in boxed(
        f'<img alt="Sales" src="data:image/png;base64,{data}">'
    )
    assert 'alt="No description' in boxed("<img src='https://example.org/a.png'>")
    for svg in (
        "<svg><title>Sales</title></svg>",
        "<svg aria-label='Sales'></svg>",
        "<svg><desc>Sales</desc></svg>",
    ):
        assert picture(svg).startswith('<img alt="Sales"') and '<img alt="Sales"' in boxed(svg)


def test_a_drawing_has_the_words_that_its_output_says():
    output = nbformat.v4.new_output(
        "display_data", {"image/svg+xml": "<svg/>"}, metadata={"image/svg+xml": {"alt": "Two <lines>"}}
    )
    cell = nbformat.v4.new_code_cell("draw()", outputs=[output])
    assert 'alt="Two &lt;lines&gt;"' in to_html(nbformat.v4.new_notebook(cells=[cell]), PAGE, "")


def test_what_needs_scripts_says_so_instead_of_being_empty(tmp_path):
    assert NEEDS_SCRIPTS in boxed("<div id=plot></div><script>draw('plot')</script>")
    assert NEEDS_SCRIPTS not in boxed("<p>7</p><script>draw('plot')</script>")
    assert NEEDS_SCRIPTS in page_of(tmp_path, data={"application/javascript": "draw()"})
    widget = {
        "application/vnd.jupyter.widget-view+json": {"model_id": "7"},
        "text/plain": "IntSlider(value=7)",
    }
    page = page_of(tmp_path, data=widget)
    assert "IntSlider(value=7)" in page and "model_id" not in page


def test_what_would_keep_a_parser_busy_for_minutes_is_not_parsed():
    assert TOO_DEEP in boxed("<div>" * 100_000)
    assert TOO_DEEP in boxed("<div></b>" * 100_000)
    assert TOO_DEEP in boxed("<svg" * 100_000)
    assert "data:image/svg+xml" in boxed("<svg" * 100_000 + "></svg>")
    assert TOO_DEEP not in boxed("<svg>" + "<path d='M0 0'/>" * 5_000 + "</svg>"), "a drawing is no tower"
    assert "1<" in boxed("<ul>" + "<li>1" * 5_000 + "</ul>")
    assert declarations("width:" + "calc(" * 50_000) == ""
    assert rules("a{width:" + "calc(" * 50_000, "box-1") == ""


def test_the_metadata_of_an_output_adds_no_attribute(tmp_path):
    picture = nbformat.v4.new_output("display_data", {"image/png": "eA=="})
    picture.metadata = {"image/png": {"width": "1 style=position:fixed onerror=alert(1)"}}
    cell = nbformat.v4.new_code_cell("draw()", outputs=[picture])
    cell["execution_count"] = "<script>alert(1)</script>"
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [cell]
    made = to_html(notebook, PAGE, tmp_path).partition("<body>")[2]
    assert "onerror" not in made and "position:fixed" not in made and "<script" not in made


def test_a_text_keeps_its_pictures_ticks_and_links(tmp_path):
    (tmp_path / "a.png").write_bytes(b"x")
    (tmp_path.parent / "secret.png").write_bytes(b"secret")
    page = page_of(
        tmp_path,
        text="# A title\n\n- [x] done\n- [ ] open\n\n[go](#A-title) ![a](a.png) ![gone](attachment:b.png)",
    )
    assert "☑ done" in page and "☐ open" in page and 'href="#own-A-title"' in page
    assert re.search('<img (alt="a" )?src="data:image/png;base64,eA=="', page)
    assert 'alt="gone"' in page, "a picture that is missing is its words, and costs the page nothing"
    assert base64.b64encode(b"secret").decode() not in page_of(tmp_path, text="![](../secret.png)")
