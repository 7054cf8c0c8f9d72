"""The HTML that the panels are made of: cards, badges and tables that read in a light and in a dark theme.

Every style stands in the tag that it is for, since a notebook that is not trusted shows no style sheet.
Colours of text and ground come in pairs: JupyterLab's own where it defines them, dark on white elsewhere; a
notebook that is not trusted drops both. Badges carry both of theirs, and edges are seen on either ground.
"""

from collections.abc import Iterable, Sequence
from html import escape

from ecotools.plots.canvas import style

INK = "var(--jp-content-font-color0,#1c2430)"
GROUND = "var(--jp-layout-color0,#ffffff)"
EDGE, CHOSEN = style.QUIET, "#3B82F6"  # 3:1 on white and on the dark theme's ground
GOOD, BAD, PLAIN = style.GOOD, style.BAD, style.MUTED

_ROOT = (
    f"color:{INK};background:{GROUND};font-family:var(--jp-content-font-family,system-ui,sans-serif);"
    "font-size:14px;line-height:1.45;max-width:76em;overflow-wrap:break-word"
)
_GAP = 8  # pixels between cards
_GRID = f"display:grid;grid-template-columns:repeat(auto-fill,minmax({{least}},1fr));gap:{_GAP}px;"
_GRID += "list-style:none;margin:8px 0;padding:0"
_CARD = "border:{edge};border-radius:6px;padding:{pad}px 12px;margin:0;color:inherit;background:none"
_NOTICE = "border:0;border-top:{edge};padding:{pad}px 4px;margin:0;color:inherit;background:none"
_BADGE = (
    "display:inline-block;border-radius:4px;padding:1px 7px;font-size:12px;background:{colour};color:#ffffff"
)
_CELL = (
    f"padding:4px 12px;border:0;border-bottom:1px solid {EDGE};color:inherit;background:none;font-size:14px"
)


def root(content: str) -> str:
    """Return content with the type and colours of a panel.

    The class says that dollar signs are dollars: JupyterLab takes what stands between two for a formula.

    >>> root("Hello").endswith(">Hello</div>")
    True
    """
    return f'<div class="mathjax_ignore tex2jax_ignore" style="{_ROOT}">{content}</div>'


def status(message: str, more: str = "") -> str:
    """Return the sentence that a screen reader says when it changes: the message, and what follows it.

    >>> "<strong>Gaps: referral.</strong> Nothing changed." in status("Gaps: referral.", "Nothing changed.")
    True
    """
    rest = f" {escape(more)}" if more else ""
    return f'<p role="status" style="margin:6px 0"><strong>{escape(message)}</strong>{rest}</p>'


def note(text: str) -> str:
    """Return a sentence in small type.

    >>> note("a < b").endswith(">a &lt; b</p>")
    True
    """
    return f'<p style="margin:6px 0;font-size:12px">{escape(text)}</p>'


def badge(text: str, colour: str = PLAIN) -> str:
    """Return a few words on a coloured ground; the words must say what the colour does.

    >>> ">gap<" in badge("gap", BAD)
    True
    """
    return f'<span style="{_BADGE.format(colour=colour)}">{escape(text)}</span>'


def cards(items: Iterable[str], label: str, least: str = "11em", even: bool = False) -> str:
    """Return a list of cards side by side, as many in a row as fit.

    Parameters
    ----------
    items : iterable of str
        What `card` returned.
    label : str
        What the list is of, for a screen reader.
    least : str
        The least width of a card, as CSS.
    even : bool
        Put all cards in one row where they fit, and half of them where they do not.

    Examples
    --------
    >>> cards([card("MRR")], "KPIs").count("<li")
    1
    """
    # JupyterLab gives list items a style of their own, and Safari forgets that a list without bullets is one.
    items = list(items)
    grid = _GRID.format(least=_one_row_or_two(least, len(items)) if even else least)
    return f'<ul role="list" aria-label="{escape(label)}" style="{grid}">{"".join(items)}</ul>'


def _one_row_or_two(least: str, number: int) -> str:
    """Return the width at which ``number`` cards stand in one row or, where they do not fit, in two.

    What lies between the two widths is below nothing or enormous, so that one of the two is taken.
    """
    whole, half = number, -(-number // 2)
    one, two = (f"(100% - {(each - 1) * _GAP + 1}px)/{each}" for each in (whole, half))
    lacking = f"({whole}*{least} + {(whole - 1) * _GAP + 1}px - 100%)*999"
    return f"max({least},clamp({one},{lacking},{two}))"


def card(*lines: str, chosen: bool = False, dashed: bool = False, framed: bool = True) -> str:
    """Return a card of lines that are HTML already; a chosen one has a stronger edge and says so.

    Without ``framed`` it has a line above and no box, since a box with round corners looks like a button.

    >>> 'aria-current="true"' in card("MRR", chosen=True), "radius" in card("MRR", framed=False)
    (True, False)
    """
    edge = f"2px solid {CHOSEN}" if chosen else f"2px dashed {EDGE}" if dashed else f"1px solid {EDGE}"
    current = ' aria-current="true"' if chosen else ""
    # The stronger edge takes its room from the padding, so that nothing moves when another card is chosen.
    pad = 7 if chosen or dashed else 8
    look = _CARD if framed else _NOTICE
    return f'<li{current} style="{look.format(edge=edge, pad=pad)}">{"".join(lines)}</li>'


def line(text: str, size: int = 13, bold: bool = False) -> str:
    """Return one line of a card; ``size`` in pixels.

    >>> line("a < b").endswith(">a &lt; b</div>")
    True
    """
    weight = "600" if bold else "400"
    return f'<div style="font-size:{size}px;font-weight:{weight};line-height:1.4">{escape(text)}</div>'


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    text_columns: Sequence[int] = (),
    width: str = "auto",
) -> str:
    """Return a table whose first column heads its rows.

    Parameters
    ----------
    caption : str
        What the table shows.
    heads : sequence of str
        The head of each column, as text.
    rows : iterable of sequences of str
        The cells, as HTML.
    text_columns : sequence of int
        Columns of words, set to the left as the first is; the others hold numbers, set to the right.
    width : str
        As CSS.

    Examples
    --------
    >>> page = table("Tiers", ["tier", "price"], [["Lite", "$12"]])
    >>> page.count('scope="col"'), page.count('scope="row"')
    (2, 1)
    """
    aligned = ["left" if place == 0 or place in text_columns else "right" for place in range(len(heads))]
    head = "".join(
        f'<th scope="col" style="{_CELL};text-align:{side};font-weight:600">{escape(name)}</th>'
        for name, side in zip(heads, aligned, strict=True)
    )
    body = "".join(_row(cells, aligned) for cells in rows)
    return (
        '<div style="overflow-x:auto">'
        f'<table style="border-collapse:collapse;margin:8px 0;color:inherit;width:{width}">'
        f'<caption style="caption-side:top;text-align:left;padding:2px 12px;color:inherit;font-size:13px">'
        f"{escape(caption)}</caption><thead>"
        f'<tr style="background:none">{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _row(cells: Sequence[str], aligned: Sequence[str]) -> str:
    first, *others = zip(cells, aligned, strict=True)
    named = (
        f'<th scope="row" style="{_CELL};text-align:left;font-weight:400;white-space:nowrap">{first[0]}</th>'
    )
    rest = "".join(f'<td style="{_CELL};text-align:{side}">{cell}</td>' for cell, side in others)
    return f'<tr style="background:none">{named}{rest}</tr>'


def bullets(items: Iterable[str]) -> str:
    """Return a list of short texts.

    >>> bullets(["a", "b"]).count("<li")
    2
    """
    each = "".join(f'<li style="margin:3px 0">{escape(item)}</li>' for item in items)
    return f'<ul style="margin:4px 0 0;padding-left:1.1em;font-size:13px;line-height:1.35">{each}</ul>'
