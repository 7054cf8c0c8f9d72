"""The report as one HTML page that needs nothing but itself: no script, no image file, no network."""

import re
from functools import cache

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from ecotools.plots.canvas.formats import period
from ecotools.report.blocks import Picture, ReportSection, every
from ecotools.report.csv_attachments import address, files
from ecotools.report.front import freshness
from ecotools.report.inputs import Material
from ecotools.report.parts import parts

LONGEST_WORD = 16
"""Letters of a word that stay together in a cell: as many as a column on a sheet has room for."""
RUNNING = 60
"""Letters of the name that stand at the head of each sheet."""

# What no page of HTML may contain: control characters, and halves of characters.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def to_html(material: Material, paper: str = "", sections: list[ReportSection] | None = None) -> str:
    """Return the report as a page of HTML; the same material always gives the same text.

    Parameters
    ----------
    material : Material
        What goes in.
    paper : str
        The sheet, ``"A4"`` or ``"letter"``, of a PDF to which the numbers are attached; the reader's own
        printer, when empty.
    sections : list of ReportSection, optional
        The parts of the report, where they are made already.
    """
    sections = sections or parts(material)
    day = period(pd.Timestamp(material.day))
    page = _template().render(
        name=material.blueprint.name,
        note=material.blueprint.note,
        currency=material.currency,
        day=day,
        iso=material.day.isoformat(),
        fresh=freshness(material),
        sections=sections,
        numbering=_numbering(sections),
        files=files(sections),
        paper=paper,
        running=css_text(f"{_short(material.blueprint.name)}: business report, {day}"),
    )
    return _FORBIDDEN.sub("\ufffd", page)


def _short(name: str) -> str:
    return name if len(name) <= RUNNING else f"{name[:RUNNING]}…"


def css_text(text: str) -> Markup:
    r"""Return a text for use between quotes in a style sheet; none of it can end the quotes or the sheet.

    >>> css_text('a"</style>')
    Markup('a\\22 \\3c \\2f style\\3e ')
    """
    safe = "".join(
        sign if (sign.isalnum() and sign.isascii()) or sign == " " else f"\\{ord(sign):x} " for sign in text
    )
    return Markup(safe)


def _numbering(sections: list[ReportSection]) -> dict[int, int]:
    """Return the number of each picture, by its identity."""
    pictures = [
        block for section in sections for block in every(section.blocks) if isinstance(block, Picture)
    ]
    return {id(block): number for number, block in enumerate(pictures, 1)}


@cache
def _template() -> Template:
    pages = Environment(
        loader=PackageLoader("ecotools.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {"prose": prose, "block_id": id, "address": address}
    return pages.get_template("report.html")


def prose(text: str) -> Markup:
    """Return a sentence as HTML, with what stands between backticks as code; long words may be broken.

    >>> prose("Add `price` & <b>")
    Markup('Add <code>price</code> &amp; &lt;b&gt;')
    >>> prose("`assumptions.channels`")
    Markup('<code>assumptions.<wbr>channels</code>')
    """
    pieces = str(text).split("`")
    if len(pieces) % 2 == 0:  # a lone backtick is a backtick
        return breakable(text)
    parts = (breakable(piece) for piece in pieces)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else part for place, part in enumerate(parts)
    )


def breakable(text: str) -> Markup:
    """Return a text as HTML in which words of more than 16 letters may be broken, at their own marks if any.

    >>> breakable("a_very_long_name_of_a_field")
    Markup('a_very_long_<wbr>name_of_a_field')
    """
    return Markup("").join(_broken(word) for word in re.split(r"(\s+)", str(text)))


def _broken(word: str) -> Markup:
    """Return a word with a place to break it after every 16 letters, or better after a mark among them."""
    pieces = []
    while len(word) > LONGEST_WORD:
        own = max(word.rfind(mark, 0, LONGEST_WORD) for mark in "._-/[]") + 1
        cut = own if own > 3 else LONGEST_WORD
        pieces.append(word[:cut])
        word = word[cut:]
    return Markup("<wbr>").join([*pieces, word])
