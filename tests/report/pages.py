"""Blueprints to report on, and what a test wants to know of a page of HTML."""

from __future__ import annotations

import base64
import io
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd

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


SOFTWARE = """\
name: Ledgerleaf
currency: EUR
profile: saas
since: 2024-02-01
strategy: {value_proposition: Small practices send correct invoices in two clicks}
audience: {who: Dental practices, pain_point: A tenth of the invoices is never paid}
products:
  - {id: starter, name: Starter, kind: subscription, price: 19, billing: month, cost: 3, trial_days: 14}
  - {id: team, name: Team, kind: core, price: 49, billing: month, cost: 6, trial_days: 14}
  - {id: setup, name: Set-up hour, kind: add_on, price: 120, cost: 60}
funnel:
  - {from: awareness, to: consideration, rate: 0.2, base: visitors, window_days: 14}
  - {from: consideration, to: purchase, rate: 0.05, base: visitors of the price page, window_days: 30}
platform:
  partners: [{id: vetsoft, name: VetSoft, country: DE, model: reseller}]
  integrations: [{id: vetsoft_sync, partner: vetsoft, revenue_model: revenue_share, sla_hours: 24}]
kpis:
  - {id: mrr, name: MRR, unit: currency, target: 9000}
  - {id: churn_rate, name: Churn, unit: fraction, direction: down, formula: lost / there before}
  - {id: mood, name: Mood}
measured:
  - {metric: mrr, period: 2025-06, value: 9999}
  - {metric: integration_adoption, value: 0.31, people: 84}
projections: [{id: next_year, month: 1, to_month: 12, unit: revenue, amount: 120000}]
financing:
  cash: 900
  costs: [{what: Wages, per_month: 700}, {what: Servers, per_month: 120}]
  debts: [{what: A car, per_month: 90, months_left: 4}]
  amount: 30000
  kind: loan
  use: [{what: A developer, amount: 24000}, {what: Certification, amount: 4000}]
  interest: 0.06
  term_months: 48
  grace_months: 6
  security: A house
team: {people: [{name: Mara, role: creator}]}
assumptions:
  channels: [{name: search, visitors_per_month: 300}, {name: partners, visitors_per_month: 40, quality: 2}]
  subscribe_rate: {starter: 0.2}
  add_on_rate: {setup: 0.15}
  churn: {starter: {alpha: 1, beta: 20}, team: {alpha: 1, beta: 28}}
  first_offer: {starter: {to_paid: 0.6, begin_factor: 1.3}}
"""


def software() -> Blueprint:
    """A software company with trials, a partner, and a loan that it asks for."""
    return Blueprint.from_yaml(SOFTWARE)


def quillwork_with_a_loan() -> Blueprint:
    """Quillwork, which has something in every part, with a loan that it asks for."""
    blueprint = quillwork()
    blueprint.financing = Blueprint.from_yaml(SOFTWARE).financing
    return blueprint


def crowded() -> Blueprint:
    """A business with thirty of everything, in words as long as German has them."""
    long = "Hochbeetkompostierungsgrundkursteilnehmerverzeichnis"
    stages = ("awareness", "consideration", "purchase", "activation", "retention", "referral")
    kinds = ["core", *(["add_on", "subscription"] * 15)]
    some = range(30)
    text = f"name: Gartenbaufortbildungsgenossenschaft {long}\ncurrency: EUR\n"
    text += f"audience: {{who: {' '.join([long] * 9)}, pain_point: {' '.join([long] * 9)}}}\nproducts:\n"
    text += "".join(
        f"  - {{id: p{i}, name: {long} {i}, kind: {kinds[i]}, price: {9 + i},"
        f" problem: {' '.join([long] * 3)},"
        f" billing: {'month' if kinds[i] == 'subscription' else 'one_time'}}}\n"
        for i in some
    )
    text += "journey:\n" + "".join(
        f"  - {{id: t{i}, stage: {stages[i % 6]}, asset: {long} {i}, channel: {long}, kpi: {long}}}\n"
        for i in some
    )
    text += "map:\n  nodes:\n" + "".join(f"    - {{id: n{i}, kind: feature, name: {long}}}\n" for i in some)
    text += "kpis:\n" + "".join(f"  - {{id: k{i}, name: {long} {i}, formula: {long}}}\n" for i in some)
    text += "plan:\n  phases:\n" + "".join(
        f"    - {{id: f{i}, name: {long}, start_day: {i + 1}, end_day: {i + 9}, owner: {long}}}\n"
        for i in some
    )
    people = (f"    - {{name: {long} {i}, role: creator}}\n" for i in range(9))
    text += "team:\n  people:\n" + "".join(people)
    text += "funnel: [{from: awareness, to: purchase, rate: 0.02}]\nassumptions:\n  channels:\n"
    text += "".join(f"    - {{name: {long} {i}, visitors_per_month: 500}}\n" for i in range(9))
    plans = [i for i in some if kinds[i] == "subscription"]
    text += f"  subscribe_rate: {{{', '.join(f'p{i}: 0.03' for i in plans)}}}\n"
    text += f"  churn: {{{', '.join(f'p{i}: {{alpha: 1, beta: 15}}' for i in plans)}}}\n"
    text += "financing:\n  cash: 10\n  amount: 90000\n  kind: loan\n  term_months: 60\n  use:\n"
    text += "".join(f"    - {{what: {long} {i}, amount: 9000}}\n" for i in range(10))
    return Blueprint.from_yaml(text)


def example() -> Blueprint:
    """The blueprint that says something in every section."""
    return Blueprint.read(EXAMPLE)


@cache
def ledger():
    """A year and two months of Quillwork."""
    return simulate(quillwork(), months=14, seed=3, scale=0.5)


@cache
def trade():
    """A year and a half of the software company."""
    return simulate(software(), months=18, seed=5)


@cache
def page(name: str) -> str:
    """The page of one of the blueprints, made once."""
    made = {
        "quillwork": lambda: render(quillwork(), date=DAY, **QUICK),
        "quillwork with a ledger": lambda: render(
            quillwork_with_a_loan(), ledger(), date=DAY, months=24, runs=10
        ),
        "the example of every section": lambda: render(example(), date=DAY, **QUICK),
        "ten lines": lambda: render(Blueprint.from_yaml(TEN_LINES), date=DAY, **QUICK),
        "a software company": lambda: render(software(), trade(), date=DAY, **QUICK),
        "nothing but a name": lambda: render(Blueprint(name="Q"), date=DAY, **QUICK),
        "thirty of everything": lambda: render(crowded(), date=DAY, months=24, runs=10),
        "hostile": lambda: render(Blueprint.from_yaml(HOSTILE), date=DAY, **QUICK),
    }
    return made[name]()


PAGES = (
    "quillwork",
    "quillwork with a ledger",
    "a software company",
    "the example of every section",
    "thirty of everything",
    "ten lines",
    "nothing but a name",
    "hostile",
)


class Read(HTMLParser):
    """What stands on a page: its elements with their attributes, its headings, tables and plain text."""

    def __init__(self, text: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.headings: list[tuple[int, str]] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.text = ""
        self.files: dict[str, str] = {}
        self._caption, self._rows, self._open = "", [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((int(tag[1]), ""))
        if tag == "a" and "download" in dict(attrs):
            _, _, data = dict(attrs)["href"].partition(";base64,")
            self.files[dict(attrs)["download"]] = base64.b64decode(data).decode("utf-8")
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

    @property
    def words(self) -> str:
        """The plain text, with one space between words."""
        return " ".join(self.text.split())

    def data(self, file: str) -> pd.DataFrame:
        """Return a CSV that the page carries."""
        return pd.read_csv(io.StringIO(self.files[file]))

    def table(self, start: str) -> list[list[str]]:
        """Return the rows of the table whose caption begins like this, its heads first."""
        return next(rows for caption, rows in self.tables.items() if caption.startswith(start))


@cache
def read(name: str) -> Read:
    """The page of one of the blueprints, read."""
    return Read(page(name))
