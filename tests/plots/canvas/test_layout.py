"""Measuring, wrapping and placing: text fits where it is put, and labels do not touch."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import plots
from ecotools.plots.canvas import formats, labels, layout, text
from ecotools.plots.canvas.boxes import Box, places
from tests.plots.readable import problems
from tests.plots.tables import steps

WORDS = st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=60)


@settings(max_examples=25)
@given(WORDS, st.floats(0.4, 3))
def test_wrapped_text_is_no_wider_than_its_room_and_loses_no_letter(said, room):
    wrapped = text.wrap(said, room)
    lines = wrapped.split("\n")
    assert all(text.text_size(line)[0] <= room + 1e-6 for line in lines)
    kept = wrapped.replace("\n", "").replace("-", "").replace(" ", "").replace("\u00ad", "")
    assert kept == said.replace("-", "").replace(" ", "").replace("\u00ad", "")


def test_text_beyond_the_last_line_ends_in_an_ellipsis():
    assert text.wrap("one two three four five six", 0.7, lines=2).endswith("…")


def test_a_word_breaks_where_its_soft_hyphen_says():
    assert text.wrap("re\u00adacti\u00advation", 0.55, 8.5) == "reacti-\nvation"
    assert text.wrap("re\u00adacti\u00advation", 5) == "reactivation"


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0.1, 1)), min_size=1, max_size=9))
def test_spread_labels_do_not_touch_keep_their_order_and_stay_inside(wishes):
    wanted, sizes = (np.array(v) for v in zip(*wishes, strict=True))
    at = np.array(labels.spread(wanted, sizes, 0.0, 10.0))
    order = np.argsort(wanted, kind="stable")
    gaps = np.diff(at[order]) - (sizes[order][1:] + sizes[order][:-1]) / 2
    assert (gaps > -1e-6).all()
    assert (at - sizes / 2 > -1e-6).all() and (at + sizes / 2 < 10 + 1e-6).all()


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(3, 9))
def test_ticks_are_round_few_and_span_the_data(low, span, most):
    marks = layout.ticks(low, low + span, most)
    assert 2 <= len(marks) <= most + 1
    assert marks[0] <= low + span * 1e-6 and marks[-1] >= low + span * (1 - 1e-6)
    assert np.allclose(np.diff(marks), marks[1] - marks[0])


@given(st.integers(-999, 9999), st.integers(1, 9999), st.integers(3, 9))
def test_ticks_of_whole_numbers_are_whole(low, span, most):
    marks = layout.ticks(low, low + span, most, whole=True)
    assert len(marks) <= most and marks[0] <= low and marks[-1] >= low + span
    assert all(mark == round(mark) for mark in marks)


@pytest.mark.parametrize(("largest", "shown"), [(2_000_000, "1,000,000"), (16_000, "10,000"), (2030, "2010")])
def test_large_numbers_below_a_line_are_written_as_people_write_them_and_years_are_not(largest, shown):
    table = pd.DataFrame({"at": [0 if largest > 9_999 else 2010, largest], "share": [0.5, 0.1]})
    axes = plots.lines(table, "at", "share", title="It falls")
    assert shown in [label.get_text() for label in axes.get_xticklabels()]


def test_lines_of_whole_dollars_have_whole_dollars_on_their_axes():
    table = pd.DataFrame({"price": [1, 5, 12], "earned": [12, 9, 4], "share": [0, 1, 1]})
    ax = plots.lines(table, "price", "earned", title="Cheap sells", unit="currency")
    assert all(mark == round(mark) for mark in [*ax.get_xticks(), *ax.get_yticks()])
    half = plots.lines(table.assign(earned=[12, 9.5, 4]), "price", "earned", title="Cheap sells")
    assert 2.5 in half.get_yticks()
    shares = plots.lines(table, "price", "share", title="All or nothing", unit="fraction")
    assert 0.2 in shares.get_yticks().round(2)


@given(st.floats(0, 1))
def test_a_share_is_never_rounded_up_to_all_or_down_to_none(share):
    said = formats.percent(share)
    if 1e-6 < share < 1 - 1e-6:
        assert said not in ("0%", "100%")
    assert abs(float(said.rstrip("%")) / 100 - share) <= 0.005 + 1e-9


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (formats.money(-0.001), "$0"),
        (formats.money(999_999.7), "$1M"),
        (formats.money(5, "CHF", signed=True), "+CHF 5"),
        (formats.money(float("nan")), "no number"),
        (formats.percent(-0.031, signed=True), "−3.1%"),
        (formats.count(1_500_000), "1.5M"),
        (formats.quantity(1, "months"), "1 month"),
        (formats.quantity(-2, "days", signed=True), "−2 days"),
        (formats.ratio(float("inf")), "∞"),
        (formats.listing([]), ""),
        (formats.listing(["a", "b", "c"], most=2), "a, b and c"),
    ],
)
def test_numbers_are_said_as_a_reader_expects(said, expected):
    assert said == expected


@settings(max_examples=8)
@given(
    st.lists(st.tuples(WORDS, st.integers(0, 10**7)), min_size=1, max_size=7, unique_by=lambda row: row[0])
)
def test_a_funnel_of_any_names_and_numbers_can_be_read(rows):
    from ecotools import plots

    names, n = zip(*rows, strict=True)
    assert problems(plots.funnel(steps([name.strip() or "a" for name in names], n))) == []


def test_what_nothing_joins_stands_in_rows():
    placed = places({str(n): Box(str(n), 1, 0.5) for n in range(7)}, [], 9, 2)
    heights = sorted({box.y for box in placed.values()})
    assert len(heights) == 2
    assert [sum(box.y == high for box in placed.values()) for high in heights] == [4, 3]


def test_products_are_drawn_with_their_kind():
    nodes = pd.DataFrame({"id": ["a"], "kind": ["add_on"], "name": ["Kit"]})
    assert "add-on" in {said.get_text() for said in plots.ecosystem_map(nodes).texts}


def test_the_name_of_a_curve_lies_nearer_to_it_than_to_another():
    high = [580, 1700, 2300, 2630, 2820, 2390, 3608, 5305, 5120, 3648, 3743, 3974, 3678, 2632, 3884, 4212]
    high += [3727, 4573]
    low = [73, 158, 280, 370, 520, 647, 735, 750, 826, 836, 909, 1058, 1124, 1194, 1267, 1365, 1463, 1650]
    table = pd.DataFrame(
        {"month": pd.period_range("2025-05", periods=18, freq="M"), "Revenue": high, "MRR": low}
    )
    ax = plots.lines(table, "month", ["Revenue", "MRR"], title="It grows", unit="currency", width=4.6)
    ax.figure.canvas.draw()
    across = np.linspace(0, 17, 400)
    for text_ in ax.texts:
        box = text_.get_window_extent()
        centre, half = ((box.p0 + box.p1) / 2, (box.p1 - box.p0) / 2)
        away = {}
        for name, ys in (("Revenue", high), ("MRR", low)):
            points = ax.transData.transform(np.column_stack([across, np.interp(across, range(18), ys)]))
            away[name] = np.hypot(*np.maximum(np.abs(points - centre) - half, 0).T).min()
        assert min(away, key=away.get) == text_.get_text()
