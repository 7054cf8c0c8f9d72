"""Read the HTML of a panel as a person would: its words, its tables, and what stands in which tag."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"img", "br", "meta", "path", "use", "rect"}


@dataclass
class Page(HTMLParser):
    """The tags with their attributes, the text, and each table as rows of cells."""

    tags: list[tuple[str, dict]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in EMPTY:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag):
        if tag not in EMPTY:
            assert self.open.pop() == tag, f"</{tag}> closes another tag"

    def handle_data(self, data):
        if "svg" not in self.open:
            self.words.append(data)
        if {"td", "th"} & set(self.open):
            self.tables[-1][-1][-1] += data

    @property
    def text(self) -> str:
        """All words, in order, with single spaces."""
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict]:
        """The attributes of every tag of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]

    def labels(self) -> list[str]:
        """What a screen reader is told beside the text."""
        return [attributes["aria-label"] for _, attributes in self.tags if "aria-label" in attributes]


def read(html: str) -> Page:
    """Return the page that `html` makes; every tag must be closed, in order."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open, f"left open: {page.open}"
    return page


def style(attributes: dict) -> dict[str, str]:
    """Return the style of a tag as properties."""
    pairs = (part.split(":", 1) for part in attributes.get("style", "").split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}


def live(panel) -> Page:
    """Return what the live panel shows below its controls."""
    return read("".join(part.value for part in panel.parts.values()))


def static(panel) -> Page:
    """Return what a page without a kernel shows."""
    return read(panel._repr_mimebundle_()["text/html"])
