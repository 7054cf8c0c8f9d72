"""The colours: enough contrast for text and marks, apart for colour-blind eyes, and never the only sign."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from ecotools import plots
from ecotools.plots.canvas import style
from tests.plots.tables import journey, kpis, movements, products

INKS = [style.INK, style.MUTED, *style.SERIES, style.GOOD, style.BAD]
WASHES = [style.PAPER, style.WASH, style.BLUE_WASH, style.RUST_WASH, style.PINE_WASH]

# Machado, Oliveira & Fernandes (2009), severity 1.0, on linear RGB.
SEEN_BY = {
    "everyone": [1, 0, 0, 0, 1, 0, 0, 0, 1],
    "protanopia": [0.1523, 1.0526, -0.2049, 0.1145, 0.7863, 0.0992, -0.0039, -0.0481, 1.0520],
    "deuteranopia": [0.3673, 0.8606, -0.2280, 0.2801, 0.6725, 0.0474, -0.0118, 0.0429, 0.9689],
    "tritanopia": [1.2555, -0.0767, -0.1788, -0.0784, 0.9308, 0.1476, 0.0047, 0.6914, 0.3039],
}


def lab(colour, seen_by):
    rgb = np.array(to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.reshape(SEEN_BY[seen_by], (3, 3)) @ linear, 0, 1)
    xyz = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.072175],
        [0.0193339, 0.119192, 0.9503041],
    ]
    x, y, z = np.cbrt(np.maximum(np.array(xyz) @ linear / [0.95047, 1, 1.08883], 1e-4))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("paper", WASHES)
def test_every_ink_reads_on_every_background_it_may_stand_on(ink, paper):
    assert style.contrast(ink, paper) >= 4.5


@pytest.mark.parametrize("mark", [*style.SERIES, style.QUIET, style.GAP_LINE, style.BLANK_LINE])
def test_every_mark_stands_out_from_the_paper(mark):
    assert style.contrast(mark) >= 3


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_series_stay_apart_for_colour_blind_eyes(eyes):
    for one, other in combinations(style.SERIES, 2):
        assert np.linalg.norm(lab(one, eyes) - lab(other, eyes)) > 15, (one, other)


def test_series_also_differ_by_their_dashes_and_markers():
    assert len(set(style.DASHES)) == len(set(style.MARKERS)) == len(style.SERIES)


def test_published_contrasts_are_met():
    # WCAG 2.2, G17/G18: black on white is 21, #767676 on white is the lightest grey at 4.54.
    assert style.contrast("#000000", "#FFFFFF") == 21
    assert style.contrast("#767676") == pytest.approx(4.54, abs=0.005)


@given(st.floats(-0.5, 1.5))
def test_a_number_in_a_cell_reads_on_every_shade(share):
    assert style.contrast(style.ink_on(style.shade(share)), style.shade(share)) >= 4.5


def test_a_loss_is_told_by_hatching_and_sign_not_only_by_colour():
    ax = plots.mrr_waterfall(movements(1))
    hatched = [bar for bar in ax.patches if isinstance(bar, Rectangle) and bar.get_hatch()]
    assert len(hatched) == 2
    assert {"−$20", "−$180"} <= {text.get_text() for text in ax.texts}


def test_a_price_paid_again_is_told_by_hatching_and_words():
    ax = plots.pricing_ladder(products())
    assert sum(bool(bar.get_hatch()) for bar in ax.patches) == 2
    assert {"$29 a month", "$60 a quarter"} <= {text.get_text() for text in ax.texts}


def test_a_target_is_told_by_marker_and_words():
    figure = plots.kpi_multiples(kpis())
    said = " ".join(text.get_text() for text in figure.texts)
    assert "✓ on target" in said and "✗ off target" in said and "no target" in said
    ends = {line.get_marker() for ax in figure.axes for line in ax.get_lines()} - {"None"}
    assert ends == {"o", "X"}


def test_a_gap_is_told_by_hatching_and_words():
    ax = plots.journey_map(journey())
    words = [text.get_text().replace("\n", " ") for text in ax.texts]
    assert words.count("✗ gap") == words.count("nothing here yet") == 2
    assert sum(patch.get_hatch() == style.GAP_HATCH for patch in ax.patches) == 2


def test_the_lanes_of_a_map_end_where_its_last_stage_does():
    ax = plots.journey_map(journey())
    lanes = [line for line in ax.get_lines() if line.get_ydata()[0] == line.get_ydata()[1]]
    heads = [patch for patch in ax.patches if isinstance(patch, Rectangle) and patch.get_y() == 0]
    right = max(head.get_x() + head.get_width() for head in heads)
    assert lanes and all(line.get_xdata()[1] == pytest.approx(right) for line in lanes)


@pytest.mark.parametrize("ax", ["funnel", "ladder", "waterfall"])
def test_bars_start_at_zero(ax):
    from tests.plots.tables import picture

    name = {"funnel": "funnel", "ladder": "pricing_ladder", "waterfall": "mrr_waterfall"}[ax]
    axes = picture(name)
    limits = axes.get_ylim() if ax == "waterfall" else axes.get_xlim()
    assert limits[0] == 0
