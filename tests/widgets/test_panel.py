"""What holds for every panel: it reads without a kernel, in both themes, and by keyboard."""

import re

import ipywidgets as W
import pytest

from ecotools.plots.canvas.style import contrast
from ecotools.widgets import markup
from ecotools.widgets.panel import Panel, labelled, number_slider
from tests.widgets.page import live, static, style

# JupyterLab 4's own colours of text and ground, light and dark.
GROUNDS = ("#ffffff", "#111111")


def controls(widget: W.Widget) -> list[W.Widget]:
    """Return everything in a panel that a person can change."""
    found = [one for child in getattr(widget, "children", ()) for one in controls(child)]
    return found if not isinstance(widget, W.HTML) and hasattr(widget, "children") else [widget]


def test_a_saved_notebook_holds_the_live_view_and_the_static_one(panel):
    bundle = panel._repr_mimebundle_()
    assert set(bundle) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}


def test_the_static_view_needs_no_script_no_style_sheet_and_no_svg(panel):
    found = {tag for tag, _ in static(panel).tags}
    assert not found & {"svg", "script", "style", "input", "select", "button", "link", "iframe"}


def test_the_static_view_is_one_named_section_that_says_where_the_controls_are(panel):
    page = static(panel)
    assert [attributes["aria-label"] for attributes in page.all("section")] == [panel.name]
    assert "In JupyterLab" in page.text


def test_every_image_of_the_static_view_is_described(panel):
    assert all(len(image["alt"]) > 40 for image in static(panel).all("img"))


def test_the_static_view_says_what_the_live_one_says(panel):
    # The dashboard's table is behind a button in the live view, and open in the static one.
    said = static(panel).words
    assert [words for words in live(panel).words if words.strip() and words not in said] == []


def test_the_plain_text_has_the_name_and_the_numbers(panel):
    plain = panel._repr_mimebundle_()["text/plain"]
    assert plain.startswith(f"{panel.name}\n")
    assert all(str(value) in plain for value in panel.numbers().iloc[:, 0])


@pytest.mark.parametrize("view", [live, static])
def test_text_on_a_fixed_ground_has_a_fixed_colour_of_enough_contrast(panel, view):
    for tag, attributes in view(panel).tags:
        css = style(attributes)
        ground = css.get("background", "none")
        if not ground.startswith("#") or attributes.get("aria-hidden") == "true":
            continue
        assert "color" in css, f"<{tag}> has a ground of its own and the text colour of the page"
        assert contrast(css["color"], ground) >= 4.5


@pytest.mark.parametrize("view", [live, static])
def test_the_page_gives_ground_and_text_as_a_pair_that_follows_the_theme(panel, view):
    roots = [style(attributes) for tag, attributes in view(panel).tags if tag == "div"]
    pairs = [
        (css["color"], css["background"]) for css in roots if "var(--jp-layout" in css.get("background", "")
    ]
    assert pairs and set(pairs) == {(markup.INK, markup.GROUND)}


@pytest.mark.parametrize("view", [live, static])
def test_every_list_and_table_has_a_name(panel, view):
    page = view(panel)
    assert all("aria-label" in one or "margin:4px" in one["style"] for one in page.all("ul"))
    assert len(page.all("caption")) == len(page.tables)
    assert all(cell["scope"] in ("row", "col") for cell in page.all("th"))


def test_every_control_has_a_visible_name(panel):
    for control in controls(panel):
        named = isinstance(control, (W.HTML, W.FloatSlider)) or control.description
        assert named, f"{control} has no name"


def test_every_slider_has_a_number_box_of_the_same_value_beside_it(explorer):
    lines = [line for line in explorer.children if isinstance(line, W.Box) and len(line.children) == 2]
    for line in lines:
        box, slider = line.children
        box.value = 3
        assert (box.description, slider.value) in {(tier, 3.0) for tier in explorer.prices}


def test_the_numbers_follow_the_theme_of_the_page_or_are_dark_on_white():
    assert re.fullmatch(r"var\(--jp-[a-z0-9-]+,#[0-9a-f]{6}\)", markup.INK)
    fallback = [colour[:-1].split(",")[1] for colour in (markup.INK, markup.GROUND)]
    assert contrast(*fallback) >= 7


@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_are_seen_on_either_ground(ground):
    for card in (markup.card(), markup.card(chosen=True), markup.card(dashed=True)):
        edge = re.search(r"border:2?1?px (?:solid|dashed) (#\w+)", card).group(1)
        assert contrast(edge, ground) >= 3


def test_text_from_outside_cannot_become_html():
    made = markup.status("<b>", "<i>") + markup.badge("<b>") + markup.line("<b>") + markup.note("<b>")
    made += (
        markup.bullets(["<b>"]) + markup.table("<b>", ["<b>", "c"], [["x", "y"]]) + markup.cards([], '"><b>')
    )
    assert "<b>" not in made and "<i>" not in made


def test_a_panel_must_say_what_it_shows():
    with pytest.raises(NotImplementedError):
        Panel(["view"])


def test_a_description_is_never_cut():
    assert labelled(W.Dropdown, "A rather long description", options=["a"]).style.description_width == "auto"


def test_the_slider_keeps_to_its_end():
    _, slider = number_slider("Lite", 12, 60, 1, "4em")
    slider.value = 99
    assert slider.value == 60


def test_a_box_shows_a_price_as_it_was_set_whatever_the_slider_makes_of_it():
    line, slider = number_slider("Lite", 12, 108.03, 1, "4em")
    slider.value = 11.999999999999998
    assert line.children[0].value == 12
    line.children[0].value = 8.5
    assert slider.value == 8.5
