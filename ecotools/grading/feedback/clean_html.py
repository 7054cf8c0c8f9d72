"""What a hand-in shows, cleaned and put into a box: it asks for nothing, leads nowhere and stays in there.

Three walls, each enough for what it knows: ``nh3`` keeps listed elements and attributes only, the box (see
``exporter``) cuts off what is painted outside of it, and the policy of the page forbids scripts, forms,
frames and all requests.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import nh3

from ecotools.grading.feedback.styles import OWN, declarations, renamed, rules

DEEPEST = 250  # nested elements: beyond, parsers take minutes and browsers give up
TOO_DEEP = "<em>This is not shown: its elements are nested too deep.</em>"
NEEDS_SCRIPTS = "<em>This is not shown: it needs scripts, and none run on this page.</em>"
LARGE = 20_000  # characters, from which on a text is not remembered
_REMEMBERED = 4096  # texts: in a class most are the same in every hand-in
NO_DESCRIPTION = "No description has been provided for this image"  # nbconvert's words

_TAGS = nh3.ALLOWED_TAGS - {"area", "map", "header", "footer", "nav", "aside"} | {"tfoot"}
_DROPPED = {"script", "style", "noscript", "template", "iframe", "svg", "title", "head", "textarea", "select"}
_EVERYWHERE = {"class", "dir", "id", "lang", "role", "style", "tabindex", "title"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "img": {"alt", "src", "width", "height"},
    "ol": {"reversed", "start", "type"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"colspan", "headers", "rowspan", "scope"},
}
_ROLES = {
    *("cell", "columnheader", "group", "img", "list", "listitem", "note"),
    *("row", "rowgroup", "rowheader", "status", "table"),
}
# Attributes that name other elements by their ids.
_REFER = {
    "id",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-details",
    "aria-owns",
}
_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,].*", re.DOTALL)
_SVG_SAYS = re.compile(
    r"<svg\b[^<>]*?\saria-label=(?:\"([^\"<>]+)\"|'([^'<>]+)')|<(?:title|desc)\b[^<>]*>([^<]+)<"
)
_HERE = re.compile(r'(<a\b[^>]*? href="#[^"]*"[^>]*?) target="_blank"')
_NO_ALT = re.compile(r"<img\b(?![^>]*\balt=)")
_ELEMENT = re.compile(r"<[^>]*>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LEFT_OPEN = {
    *("br", "col", "dd", "dt", "hr", "img", "input"),
    *("li", "link", "meta", "p", "tbody", "td", "th"),
    *("thead", "tr", "wbr"),
}
_WIDE = re.compile(r"<(?:table|pre|img)\b")


def boxed(source: str) -> str:
    """Return what a hand-in shows as HTML, cleaned, in a box of its own.

    Links open when somebody clicks them, in a tab that does not learn where it was opened from; a link to
    anything but an address of the web or of mail is plain text. Pictures are shown when the text itself
    holds them.

    >>> boxed('<b onclick="go()">7</b><script>go()</script>')
    '<div class="box"><b>7</b></div>'
    >>> boxed('<a href="javascript:go()">7</a></div></body>')
    '<div class="box"><a target="_blank" rel="noopener noreferrer">7</a></div>'
    """
    source = source.encode("utf-8", "replace").decode()
    return _boxed(source) if len(source) > LARGE else _remembered(source)


def picture(svg: str, alt: str = "") -> str:
    """Return an SVG drawing as a picture: as such it runs no script, and asks for and links to nothing.

    >>> picture('<svg><title>A dot</title></svg>')[:38]
    '<img alt="A dot" src="data:image/svg+x'
    """
    said = _SVG_SAYS.search(svg)
    alt = alt or (html.unescape(said[said.lastindex]).strip() if said else "") or NO_DESCRIPTION
    if "xmlns=" not in svg:
        svg = re.sub(r"<svg\b", '<svg xmlns="http://www.w3.org/2000/svg"', svg, count=1, flags=re.IGNORECASE)
    data = base64.b64encode(svg.encode()).decode()
    return f'<img alt="{html.escape(alt)}" src="data:image/svg+xml;base64,{data}">'


def _boxed(source: str) -> str:
    given, source = source, "".join(part for is_one, part in _split(source, "script") if not is_one)
    drawn = "".join(picture(part) if is_one else part for is_one, part in _split(source, "svg"))
    if _levels(drawn) > DEEPEST:
        return f'<div class="box">{TOO_DEEP}</div>'
    sheet = "\n".join(element.partition(">")[2] for is_one, element in _split(drawn, "style") if is_one)
    name = f"box-{hashlib.sha256(source.encode()).hexdigest()[:12]}"
    styles = rules(sheet, name) if sheet else ""
    shown = _cleaner().clean(drawn)
    shown = _NO_ALT.sub(f'<img alt="{NO_DESCRIPTION}"', _HERE.sub(r"\1", shown))
    if given != source and not (_WIDE.search(shown) or _ELEMENT.sub("", shown).strip()):
        shown = NEEDS_SCRIPTS
    wide = ' tabindex="0"' if _WIDE.search(shown) else ""  # what may have to be scrolled, by keyboard too
    if not styles:
        return f'<div class="box"{wide}>{shown}</div>'
    return f'<style>{styles}</style><div class="box {name}"{wide}>{shown}</div>'


def _levels(source: str) -> int:
    """Return how many elements are open at most, of those that nobody leaves open by habit.

    >>> _levels("<ul><li>1<li>2</ul><div><b>3</b></div></b>")
    2
    """
    opened, levels, deepest = Counter(), 0, 0
    for closing, name in _TAG.findall(source):
        tag = name.lower()
        if closing and opened[tag]:
            opened[tag] -= 1
            levels -= 1
        elif not closing and tag not in _LEFT_OPEN:
            opened[tag] += 1
            levels += 1
            deepest = max(deepest, levels)
    return deepest


def _split(source: str, tag: str) -> Iterator[tuple[bool, str]]:
    """Yield a text in parts, each with whether it is an element of this tag; by searching on, never back.

    >>> list(_split("a<svg>1</SVG>b", "svg"))
    [(False, 'a'), (True, '<svg>1</svg>'), (False, 'b')]
    """
    opening, closing = re.compile(rf"<{tag}\b", re.IGNORECASE), re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    place = 0
    while (start := opening.search(source, place)) and (end := closing.search(source, start.end())):
        yield False, source[place : start.start()]
        yield True, f"{source[start.start() : end.start()]}</{tag}>"
        place = end.end()
    yield False, source[place:]


_remembered = lru_cache(_REMEMBERED)(_boxed)


@lru_cache(1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"aria-"},
        attribute_filter=_attribute,
        set_tag_attribute_values={"a": {"target": "_blank"}},
        url_schemes={"http", "https", "mailto", "data"},
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return what may stay of an attribute; None when nothing may."""
    if name == "style":
        return declarations(value) or None
    if name == "class":
        return " ".join(renamed(word) for word in value.split()) or None
    if name in _REFER:
        return " ".join(f"{OWN}{word}" for word in value.split()) or None
    if name == "href":
        return f"#{OWN}{value[1:]}" if value.startswith("#") else value if _LINK.match(value) else None
    if name == "src":
        return value if _PICTURE.fullmatch(value) else None
    if name == "role":
        return value if value in _ROLES else None
    if name == "tabindex":
        return value if value == "0" else None
    return value
