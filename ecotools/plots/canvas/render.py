"""A picture as bytes and as accessible HTML: the same picture always gives the same bytes."""

import base64
import hashlib
import html
import io
import re

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

from . import style
from .descriptions import alt_text, caption, numbers, whole
from .formats import period
from .layout import themed

DPI = 144
"""Pixels an inch of the PNG: half as many again as the screen shows, so that it stays sharp when zoomed."""

MOST_ROWS = 200
"""Rows of the table of numbers that go into HTML; `plots.numbers` has them all."""


def to_png(picture: Axes | Figure, dpi: int = DPI) -> bytes:
    """Return the picture as PNG, in a palette of 256 colours, which is a third of the usual size.

    >>> from matplotlib.figure import Figure
    >>> to_png(Figure(figsize=(1, 1)))[:4]
    b'\\x89PNG'
    """
    buffer = io.BytesIO()
    _save(whole(picture), buffer, format="png", dpi=dpi, pil_kwargs={"compress_level": 1})
    with Image.open(buffer) as image:
        pixels = image.convert("RGBA")
    opaque = Image.alpha_composite(Image.new("RGBA", pixels.size, style.PAPER), pixels).convert("RGB")
    small = opaque.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    # Averaging leaves paper a shade off white, which would show as a box on a white page.
    small.putpalette([255 if level >= 253 else level for level in small.getpalette()])
    buffer = io.BytesIO()
    small.save(buffer, "png", compress_level=9)
    return buffer.getvalue()


def _save(figure: Figure, buffer, **how) -> None:
    """Write a figure: one of ours as laid out, a learner's own in its own style with all labels inside."""
    if themed(figure):
        with style.theme(), mpl.rc_context(how.pop("settings", {})):
            figure.savefig(buffer, **how)
    else:
        with mpl.rc_context(how.pop("settings", {})):
            figure.savefig(buffer, bbox_inches="tight", **how)


def to_html(picture: Axes | Figure) -> str:
    """Return the picture as a ``<figure>`` with a described image and its numbers in a table that opens.

    It uses only what JupyterLab lets through in a notebook that is not trusted.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure(figsize=(2, 1)).add_subplot(title="Sales")
    >>> _ = ax.bar(["a", "b"], [3, 4])
    >>> page = to_html(ax)
    >>> 'alt="Chart &quot;Sales&quot;. Bars: a 3 and b 4."' in page, "<summary>Numbers</summary>" in page
    (True, True)
    """
    png = to_png(picture)
    data = base64.b64encode(png).decode("ascii")
    width = round(int.from_bytes(png[16:20]) * 96 / DPI)  # of the image, which its header says
    image = (
        f'<img alt="{html.escape(alt_text(picture))}" width="{width}" '
        f'src="data:image/png;base64,{data}" style="max-width:100%;height:auto">'
    )
    return _grouped(image, picture)


def to_svg_html(picture: Axes | Figure, *, with_numbers: bool = False) -> str:
    """Return the picture as inline SVG with a label for screen readers: sharp, quick to redraw, for widgets.

    A notebook that is not trusted shows no SVG; use `to_html` for what is stored.

    Parameters
    ----------
    picture : Axes or Figure
        What to draw.
    with_numbers : bool
        Add the table of numbers under it, as `to_html` does.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> to_svg_html(Figure(figsize=(1, 1)))[:16]
    '<svg role="img" '
    """
    alt = alt_text(picture)
    buffer = io.StringIO()
    # Names inside the SVG are hashed with this salt, so that two pictures on a page do not share any.
    salt = hashlib.sha256(alt.encode()).hexdigest()[:16]
    settings = {"svg.hashsalt": salt, "svg.fonttype": "none"}
    _save(whole(picture), buffer, format="svg", metadata=dict.fromkeys(_METADATA), settings=settings)
    svg = _inline(buffer.getvalue(), alt)
    if not with_numbers:
        return svg
    return _grouped(svg, picture)


def _grouped(image: str, picture: Axes | Figure) -> str:
    """Return an image and its numbers; the class says that dollar signs in them begin no formula."""
    about = 'role="group" class="mathjax_ignore tex2jax_ignore" style="margin:0"'
    return f"<figure {about}>{image}{numbers_html(picture)}</figure>"


_METADATA = ("Date", "Creator", "Type", "Format")
_SHEET = re.compile(
    r"\s*<defs>\s*<style[^>]*>\*\{stroke-linejoin: round; stroke-linecap: butt\}</style>\s*</defs>"
)
_GROUP_ID = re.compile(r'<g id="[^"]*"')
_SIZE = re.compile(r'<svg [^>]*?viewBox="([^"]*)"[^>]*>')


def _inline(svg: str, alt: str) -> str:
    """Return the SVG element alone: no prologue, no metadata, no names that nothing refers to.

    Matplotlib's style sheet, which would hold for the whole page around it, becomes a style of the element.
    """
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"\s*<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = _SHEET.sub("", svg, count=1)
    svg = _GROUP_ID.sub("<g", svg)
    svg = svg.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")
    view = _SIZE.search(svg).group(1)
    width = round(float(view.split()[2]) * 96 / 72)
    head = (
        f'<svg role="img" aria-label="{html.escape(alt)}" width="{width}" viewBox="{view}" '
        'style="max-width:100%;height:auto;stroke-linejoin:round;stroke-linecap:butt" '
        'xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
    )
    return _SIZE.sub(lambda _: head, svg, count=1).strip()


def numbers_html(picture: Axes | Figure) -> str:
    """Return the numbers of a picture as a table inside ``<details>``; an empty string when it has none.

    >>> from matplotlib.figure import Figure
    >>> numbers_html(Figure())
    ''
    """
    table = numbers(picture)
    if table.empty:
        return ""
    return f"<details><summary>Numbers</summary>{table_html(table, caption(picture))}</details>"


def table_html(table: pd.DataFrame, caption: str) -> str:
    """Return a table as HTML with a caption, and with every header cell's scope.

    The index comes first as row headers when it has a name or is not just 0, 1, 2 …; otherwise the first
    column does.

    >>> table_html(pd.DataFrame({"step": ["visit"], "n": [1200]}), "Steps")[:32]
    '<table><caption>Steps</caption><'
    """
    shown = table.iloc[:MOST_ROWS]
    if len(shown) < len(table):
        caption = f"{caption} (the first {MOST_ROWS} of {len(table):,} rows)"
    plain = isinstance(table.index, pd.RangeIndex) and table.index.name is None
    shown = shown if plain else shown.reset_index(names=[str(n or "row") for n in table.index.names])
    head = "".join(f'<th scope="col">{html.escape(_cell(name))}</th>' for name in shown.columns)
    body = "".join(_row(values) for values in shown.itertuples(index=False, name=None))
    return (
        f"<table><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(values: tuple) -> str:
    first, *others = (html.escape(_cell(value)) for value in values)
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others) + "</tr>"


def _cell(value: object) -> str:
    """Return one value of the table of numbers: all telling digits, no false ones."""
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple, set)):
        return ", ".join(map(str, value))
    if pd.isna(value):
        return "n/a"
    if isinstance(value, (int, np.integer)):
        return f"{value:,}"
    if isinstance(value, (float, np.floating)):
        return _decimal(float(value))
    return period(value)


def _decimal(value: float) -> str:
    if value == round(value) or abs(value) >= 1000:
        return f"{value:,.2f}".removesuffix(".00")
    return f"{value:.4g}"
