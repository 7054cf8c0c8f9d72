"""Every picture can be read: nothing cut, covered, too small or too faint; and it says what it shows."""

from functools import partial

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ecotools import plots
from tests.plots.readable import faint, problems
from tests.plots.tables import TYPICAL, UNUSUAL
from tests.plots.tables import picture as drawn

ALL = TYPICAL | UNUSUAL


@pytest.mark.parametrize("name", ALL)
def test_no_text_is_cut_covered_or_too_small(name):
    assert problems(drawn(name)) == []


@pytest.mark.parametrize("name", [*TYPICAL, "cohorts in numbers", "journey without a touchpoint"])
def test_every_text_stands_out_from_what_is_behind_it(name):
    assert faint(drawn(name)) == []


@pytest.mark.parametrize("name", ALL)
def test_a_picture_carries_its_message_its_description_and_its_numbers(name):
    picture = drawn(name)
    assert isinstance(picture, (Axes, Figure))
    title = picture.get_suptitle() if isinstance(picture, Figure) else picture.get_title(loc="left")
    said = " ".join(title.split())
    alt = plots.alt_text(picture)
    assert len(said.split()) >= 3 and alt.split(". ")[0].startswith(said.split(".")[0][:40])
    assert len(alt) > len(said) + 20 and "nan" not in alt.lower().split()
    assert list(plots.numbers(picture).columns)


@pytest.mark.parametrize("name", TYPICAL)
def test_a_title_can_be_given_and_then_stands_in_the_description_too(name):
    said = "What we learned this spring"
    picture = _titled(name, said)
    title = picture.get_suptitle() if isinstance(picture, Figure) else picture.get_title(loc="left")
    assert title == said
    assert plots.alt_text(picture).startswith(said)


def _titled(name, title):
    from tests.plots import tables as t

    calls = {
        "flow_chart": (plots.flow_chart, t.flow_steps()),
        "messages_per_week": (plots.messages_per_week, t.weeks()),
        "journey_map": (plots.journey_map, t.journey()),
        "funnel": (plots.funnel, t.steps()),
        "funnel by channel": (plots.funnel, t.steps_by()),
        "price_sensitivity": (plots.price_sensitivity, t.curves(), t.points()),
        "demand": (plots.demand, t.asked()),
        "value_matrix": (plots.value_matrix, t.features()),
        "pricing_ladder": (plots.pricing_ladder, t.products()),
        "mrr_waterfall": (plots.mrr_waterfall, t.movements()),
        "mrr_movements": (plots.mrr_movements, t.movements()),
        "cohort_heatmap": (plots.cohort_heatmap, t.cohorts()),
        "retention_curve": (plots.retention_curve, t.survival()),
        "kpi_multiples": (plots.kpi_multiples, t.kpis()),
        "scorecard": (plots.scorecard, t.kpis()),
        "lines": (plots.lines, t.asked(), "price", "demand"),
        "intervals": (plots.intervals, t.lifts(), "what", "lift"),
        "bundle_map": (plots.bundle_map, t.taken(**t.MIXED), *t.MIXED.values()),
        "lorenz_curve": (plots.lorenz_curve, t.given()),
        "event_study": (plots.event_study, t.studied()),
        "queue": (plots.queue, t.waits()),
        "tornado": (partial(plots.tornado, name="Revenue"), t.assumed()),
        "plan_chart of a schedule": (plots.plan_chart, t.planned()),
        "growth_curves": (plots.growth_curves, *t.grown().values()),
        "course_road": (plots.course_road, t.road()),
        "waiting_list": (plots.waiting_list, t.list_weeks()),
        "waterfall": (plots.waterfall, t.client()),
        "bars": (plots.bars, t.steps(), "step", "n"),
    }
    function, *arguments = calls[name]
    return function(*arguments, title=title)
