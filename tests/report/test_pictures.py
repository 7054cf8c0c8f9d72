"""The pictures of the report can be read, and refuse what they cannot draw."""

from datetime import date
from typing import get_args

import pandas as pd
import pytest

from ecotools import plots
from ecotools.blueprint.offer import Kind
from ecotools.plots.figures.ecosystem_map import KINDS
from tests.plots.readable import faint, problems
from tests.report.pages import LONG_WORD


def nodes(number: int = 5, name: str = "Node {}") -> pd.DataFrame:
    kinds = list(KINDS)
    rows = [(f"n{i}", kinds[i % len(kinds)], name.format(i)) for i in range(number)]
    return pd.DataFrame(rows, columns=["id", "kind", "name"])


def edges(number: int = 5) -> pd.DataFrame:
    kinds = ["data", "revenue", "user", None]
    rows = [(f"n{i}", f"n{(i * 2 + 1) % number}", kinds[i % 4], f"flow {i}") for i in range(number)]
    return pd.DataFrame([row for row in rows if row[0] != row[1]], columns=["from", "to", "type", "what"])


def phases(dated: bool = False, name: str = "Phase {}") -> pd.DataFrame:
    days = [(1, 28), (29, 42), (43, 49), (50, 120)]
    if dated:
        days = [tuple(date.fromordinal(date(2025, 3, 1).toordinal() + day) for day in span) for span in days]
    rows = [
        (f"p{i}", name.format(i), *span, "Ada", [f"p{i - 1}"] if i else []) for i, span in enumerate(days)
    ]
    return pd.DataFrame(rows, columns=["id", "phase", "start", "end", "owner", "after"])


def months(number: int = 12, scale: float = 100.0) -> pd.DataFrame:
    table = pd.DataFrame({"month": range(1, number + 1)})
    return table.assign(
        low=table["month"] * scale * 0.9, median=table["month"] * scale, high=table["month"] * scale * 1.2
    )


DRAWN = {
    "a map": lambda: plots.ecosystem_map(nodes(), edges(), loops={"A": ["n0", "n1", "n3"]}),
    "a map of 14": lambda: plots.ecosystem_map(nodes(14), edges(14)),
    "a map of one": lambda: plots.ecosystem_map(nodes(1)),
    "a map without flows": lambda: plots.ecosystem_map(nodes(6)),
    "a map of long words": lambda: plots.ecosystem_map(nodes(4, LONG_WORD), edges(4)),
    "a plan": lambda: plots.plan_chart(phases()),
    "a plan by date": lambda: plots.plan_chart(phases(dated=True)),
    "a plan of long words": lambda: plots.plan_chart(phases(name=LONG_WORD)),
    "a plan of one day": lambda: plots.plan_chart(phases().head(1).assign(end=1)),
    "a forecast": lambda: plots.forecast_band(months(), name="MRR", unit="currency"),
    "a forecast of one month": lambda: plots.forecast_band(months(1), name="Subscribers"),
    "a forecast of ten years": lambda: plots.forecast_band(months(120), name="Revenue", unit="currency"),
    "a forecast of nothing": lambda: plots.forecast_band(months(scale=0), name="MRR", unit="currency"),
}


@pytest.mark.parametrize("name", DRAWN)
def test_no_text_is_cut_covered_too_small_or_too_faint(name):
    picture = DRAWN[name]()
    assert problems(picture) == [] and faint(picture) == []


@pytest.mark.parametrize("name", DRAWN)
def test_it_carries_its_message_its_description_and_its_numbers(name):
    picture = DRAWN[name]()
    title = " ".join(picture.get_title(loc="left").split())
    assert len(title.split()) >= 3 and plots.alt_text(picture).startswith(title[:40])
    assert len(plots.numbers(picture))


@pytest.mark.parametrize("name", ["a map", "a plan", "a forecast"])
def test_it_is_drawn_the_same_each_time(name):
    assert plots.to_svg_html(DRAWN[name]()) == plots.to_svg_html(DRAWN[name]())


def test_products_of_every_kind_can_be_drawn():
    assert set(get_args(Kind)) <= set(KINDS)
    products = pd.DataFrame([(kind, kind, "A") for kind in get_args(Kind)], columns=["id", "kind", "name"])
    assert problems(picture := plots.ecosystem_map(products)) == [] and faint(picture) == []


def test_a_map_says_nothing_of_loops_that_nobody_looked_for():
    assert DRAWN["a map of 14"]().get_title(loc="left") == "14 nodes and 13 flows"
    none = plots.ecosystem_map(nodes(2), edges(2), loops={}).get_title(loc="left")
    assert none.endswith("and no loop that feeds itself")


def test_a_map_says_its_kinds_flows_and_loops_in_words():
    said = plots.alt_text(DRAWN["a map"]())
    assert "community asset: Node 2" in said and "loop A: Node 0 to Node 1 to Node 3 to Node 0" in said
    assert "Node 0 to Node 1 (data)" in said


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (lambda: plots.ecosystem_map(nodes(41)), "a map of 41 nodes cannot be read"),
        (lambda: plots.ecosystem_map(nodes(2), edges(4)), "of an edge must be one of 'n0', 'n1'"),
        (lambda: plots.ecosystem_map(nodes(2).assign(kind="featur")), "Did you mean 'feature'"),
        (lambda: plots.ecosystem_map(nodes(2), loops={"A": ["n0", "n9"]}), "node of a loop must be one of"),
        (lambda: plots.ecosystem_map(nodes(0)), "no rows"),
        (lambda: plots.plan_chart(phases().assign(end=0)), "a phase ends before it starts"),
        (lambda: plots.plan_chart(pd.concat([phases(), phases(True)])), "all dates or all numbers"),
        (lambda: plots.plan_chart(phases().head(0)), "no rows"),
        (lambda: plots.forecast_band(months().drop(columns="low"), name="MRR"), "needs the column 'low'"),
        (lambda: plots.forecast_band(months().assign(low=1e9), name="MRR"), "lies above its high end"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(draw, said):
    with pytest.raises(ValueError, match=said):
        draw()
