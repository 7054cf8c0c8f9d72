"""The pictures can be read by everyone: words fit, no arrow crosses a box, and they are told in words."""

import re
from xml.etree import ElementTree

import pytest

from ecotools.docs.drawing import BOX, Arrow, Station, drawing
from ecotools.docs.pictures import way_of_a_hand_in, way_of_data
from ecotools.plots.canvas.style import contrast

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = {"data": way_of_data(), "hand-in": way_of_a_hand_in()}


@pytest.fixture(params=PICTURES)
def picture(request):
    return ElementTree.fromstring(PICTURES[request.param])


def boxes(picture):
    """Return left, top, right and bottom of each box; the first rectangle is the paper."""
    found = [
        [float(one.get(side)) for side in ("x", "y", "width", "height")]
        for one in picture.findall(f"{SVG}rect")[1:]
    ]
    return [(x, y, x + wide, y + high) for x, y, wide, high in found]


def lines(picture):
    return [[float(n) for n in re.findall(r"[\d.]+", one.get("d"))] for one in picture.findall(f"{SVG}path")]


def inside(x, y, box, beyond=0.0):
    left, top, right, bottom = box
    return left - beyond < x < right + beyond and top - beyond < y < bottom + beyond


def test_it_has_a_title_and_is_told_in_words(picture):
    title, about = picture.find(f"{SVG}title").text, picture.find(f"{SVG}desc").text
    assert title and len(about) > 200
    assert picture.get("aria-labelledby") == "title about" and picture.get("role") == "img"


def test_its_words_fit_into_their_boxes(picture):
    for text in picture.findall(f"{SVG}text"):
        letters = 0.58 * float(text.get("font-size")) * len(text.text)
        assert letters <= BOX[0], text.text


def test_no_two_boxes_overlap(picture):
    found = boxes(picture)
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_an_arrow_goes_from_one_box_to_another_and_through_none(picture):
    for x0, y0, x1, y1 in lines(picture):
        steps = [(x0 + (x1 - x0) * share / 50, y0 + (y1 - y0) * share / 50) for share in range(51)]
        assert not any(inside(x, y, box) for x, y in steps for box in boxes(picture))
        assert all(
            any(inside(x, y, box, beyond=5) for box in boxes(picture)) for x, y in (steps[0], steps[-1])
        )


def test_it_stands_on_paper_of_its_own_so_that_it_reads_in_the_dark(picture):
    paper = picture.find(f"{SVG}rect")
    wide, high = picture.get("viewBox").split()[2:]
    assert (paper.get("width"), paper.get("height")) == (wide, high)
    fills = [one.get("fill") for one in picture.findall(f"{SVG}rect")[1:]]
    texts = [one.get("fill") for one in picture.findall(f"{SVG}text")]
    for fill, (name, about) in zip(fills, zip(texts[::2], texts[1::2], strict=True), strict=True):
        assert contrast(name, fill) >= 4.5 and contrast(about, fill) >= 4.5


def test_signs_of_xml_are_words():
    made = drawing("A & B", "x < y", [Station(0, 0, "a<b", "c & d")], [])
    assert ElementTree.fromstring(made).find(f"{SVG}text").text == "a<b"


def test_an_arrow_to_a_box_that_is_not_there_is_refused():
    with pytest.raises(KeyError, match="b"):
        drawing("A", "B", [Station(0, 0, "a")], [Arrow("a", "b")])
