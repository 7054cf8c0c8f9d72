"""A name in any script is written with an installed font, or it is said once which one to install."""

import re
import warnings
from pathlib import Path

import pandas as pd
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib import font_manager
from matplotlib.text import Text

import ecotools
from ecotools.plots import bars, to_svg_html
from ecotools.plots.canvas import fonts
from ecotools.plots.canvas.render import to_png

NAMES = {
    "Chinese": "写作课",
    "Japanese": "ペン",
    "Korean": "한국어",
    "Devanagari": "लेखन",
}
BEFORE_SHAPING = pytest.mark.filterwarnings("ignore:Matplotlib currently does not support")  # until 3.11


def chart(name):
    return bars(
        pd.DataFrame({"product": [name, "Kit"], "sold": [3, 4]}), "product", "sold", title=f"{name} sells"
    )


def font(folder, family, letters):
    """Write a font in which each of some letters is a square."""
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]
    pen = TTGlyphPen(None)
    for corner, move in zip(
        [(0, 0), (0, 900), (900, 900), (900, 0)], ["moveTo"] + ["lineTo"] * 3, strict=True
    ):
        getattr(pen, move)(corner)
    pen.closePath()
    square = pen.glyph()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap(dict(zip(map(ord, letters), names[1:], strict=True)))
    made.setupGlyf(dict.fromkeys(names, square))
    made.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    made.setupHorizontalHeader(ascent=900, descent=-100)
    made.setupNameTable({"familyName": family, "styleName": "Regular"})
    made.setupOS2(sTypoAscender=900, usWinAscent=900, usWinDescent=100)
    made.setupPost()
    file = folder / f"{family.replace(' ', '')}.ttf"
    made.save(file)
    return file


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Return a function that installs a made-up font; without it only matplotlib's own are there."""
    manager = font_manager.fontManager
    own = [entry for entry in manager.ttflist if "mpl-data" in entry.fname]
    monkeypatch.setattr(manager, "ttflist", own)
    fonts._tell.cache_clear()

    def install(family, letters):
        manager.addfont(font(tmp_path, family, letters))

    yield install
    fonts._tell.cache_clear()
    manager._findfont_cached.cache_clear()


@BEFORE_SHAPING
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_written_with_an_installed_font_that_has_its_letters(name, installed):
    installed("Any Font", NAMES[name])
    picture = chart(NAMES[name])
    assert to_png(picture).startswith(b"\x89PNG")
    written = {text.get_text(): text.get_fontfamily() for text in picture.figure.findobj(Text)}
    assert written[NAMES[name]] == ["DejaVu Sans", "Any Font"]
    assert "Any Font" in to_svg_html(picture)


def test_of_several_fonts_the_one_known_for_the_script_is_taken(installed):
    installed("A Font", "写作课")
    installed("Noto Sans CJK SC", "写作课")
    installed("Noto Sans CJK JP", "写作")
    assert fonts.families(["写作课"]) == ("Noto Sans CJK SC",)


def test_a_font_that_lacks_one_of_the_letters_is_not_taken(installed):
    installed("Noto Sans CJK SC", "写作")
    installed("B Sans", "写作课")
    assert fonts.families(["写作课"]) == ("B Sans",)


@BEFORE_SHAPING
@pytest.mark.parametrize("name", NAMES)
def test_without_such_a_font_it_is_said_once_what_to_install(name, installed):
    with pytest.warns(
        fonts.MissingFontWarning, match=f"a name in {name}.*Install one, such as Noto Sans"
    ) as said:
        to_png(chart(NAMES[name]))
    assert [one.category for one in said].count(fonts.MissingFontWarning) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error", fonts.MissingFontWarning)
        to_svg_html(chart(NAMES[name]))


def test_names_that_the_font_of_the_pictures_has_need_no_other(installed):
    installed("Noto Sans Arabic", "كتاب")
    assert fonts.families(["Café Ångström", "Курс", "Μάθημα", "كتاب"]) == ()
    assert chart("كتاب").figure.findobj(Text)[0].get_fontfamily() == ["DejaVu Sans"]


def test_another_font_changes_no_other_picture(installed):
    before = to_svg_html(chart("Course"))
    installed("Any Font", "写作课")
    chart("写作课")
    assert to_svg_html(chart("Course")) == before


def test_no_font_is_bundled():
    inside = Path(ecotools.__file__).parent.rglob("*")
    assert not [file for file in inside if re.search(r"\.(ttf|otf|ttc|woff2?)$", file.name)]
