"""Blueprints to report on, and what a test wants to know of a page of HTML."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.report import render
from ecotools.simulate import simulate

EXAMPLE = Path(__file__).resolve().parents[2] / "ecotools" / "blueprint" / "example.yaml"
DAY = "2025-03-01"
QUICK = {"months": 6, "runs": 10}

TEN_LINES = """\
name: The Sunday Letter
currency: EUR
audience:
  who: People who bake bread on Sundays
  pain_point: The loaf stays flat
products:
  - {id: course, name: The Flat Loaf, kind: core, price: 120}
journey:
  - {id: post, stage: awareness, asset: A post a week, channel: blog}
"""

LONG_WORD = "W" + "w" * 120
HOSTILE = f"""\
name: "<script>alert(1)</script> & </title></style>\\ud800\\0 日本語 🎉"
note: "</p><img src=x onerror=alert(2)>"
products:
  - {{id: a, name: "<b>Bold</b> ]]> <svg onload=alert(3)>", kind: core, price: 99, problem: "{LONG_WORD}"}}
  - {{id: b, name: "{LONG_WORD}", kind: add_on, price: 9}}
  - {{id: c, name: "日本 `code` $x^2$", kind: subscription, price: 1000000000000, billing: month}}
journey:
  - {{id: p, stage: awareness, asset: "{LONG_WORD}", channel: "<i>x</i>", kpi: "javascript:alert(4)"}}
map:
  nodes:
    - {{id: n1, kind: feature, name: "</text></svg><script>alert(5)</script>"}}
    - {{id: n2, kind: data_flow, name: "日本"}}
  edges:
    - {{from: n1, to: n2, type: data, what: '" onload="alert(6)'}}
    - {{from: n2, to: n1, what: "{LONG_WORD}"}}
    - {{from: n1, to: n1, type: user}}
kpis:
  - {{id: revenue, name: "<u>Revenue</u>", unit: currency, target: 999999999999}}
plan:
  phases:
    - {{id: x, name: "{LONG_WORD}", start_day: 1, end_day: 3000, owner: "<owner>"}}
    - {{id: y, start_day: 5, end_day: 5, depends_on: [x]}}
"""


def example() -> Blueprint:
    """The blueprint that says something in every section."""
    return Blueprint.read(EXAMPLE)


@cache
def ledger():
    """A year and two months of Quillwork."""
    return simulate(quillwork(), months=14, seed=3, scale=0.5)


@cache
def page(name: str) -> str:
    """The page of one of the blueprints, made once."""
    made = {
        "quillwork": lambda: render(quillwork(), date=DAY, **QUICK),
        "quillwork with a ledger": lambda: render(quillwork(), ledger(), date=DAY, **QUICK),
        "the example of every section": lambda: render(example(), date=DAY, **QUICK),
        "ten lines": lambda: render(Blueprint.from_yaml(TEN_LINES), date=DAY, **QUICK),
        "hostile": lambda: render(Blueprint.from_yaml(HOSTILE), date=DAY, **QUICK),
    }
    return made[name]()


PAGES = ("quillwork", "quillwork with a ledger", "the example of every section", "ten lines", "hostile")


class Read(HTMLParser):
    """What stands on a page: its elements with their attributes, its headings, tables and plain text."""

    def __init__(self, text: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.headings: list[tuple[int, str]] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.text = ""
        self._caption, self._rows, self._open = "", [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((int(tag[1]), ""))
        if tag == "table":
            self._caption, self._rows = "", []
        if tag == "tr":
            self._rows.append([])
        if tag in ("td", "th"):
            self._rows[-1].append("")
        self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass
        if tag == "table":
            self.tables[self._caption] = self._rows

    def handle_data(self, data):
        if {"style", "script"} & set(self._open):
            return
        self.text += data
        if self._open and self._open[-1] in ("h1", "h2", "h3", "h4"):
            level, said = self.headings[-1]
            self.headings[-1] = (level, said + data)
        if "caption" in self._open:
            self._caption += data
        elif {"td", "th"} & set(self._open):
            self._rows[-1][-1] += data

    def titles(self, level: int = 2) -> list[str]:
        """Return the headings of a level."""
        return [said for at, said in self.headings if at == level]

    def table(self, start: str) -> list[list[str]]:
        """Return the rows of the table whose caption begins like this, its heads first."""
        return next(rows for caption, rows in self.tables.items() if caption.startswith(start))


@cache
def read(name: str) -> Read:
    """The page of one of the blueprints, read."""
    return Read(page(name))
