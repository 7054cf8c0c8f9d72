"""A plan with its critical path and slack, and the numbers that decide a result, in pictures and in words."""

import pandas as pd
import pytest

from ecotools import planning, plots
from ecotools.plots.canvas import style
from tests.plots.tables import assumed, planned


def colours(ax):
    return [patch.get_facecolor()[:3] for patch in ax.patches]


def test_a_schedule_is_drawn_as_it_is():
    ax = plots.plan_chart(planned())
    assert ax.get_title(loc="left") == "4 tasks in 31 days, of which 3 decide when the plan ends"
    said = plots.alt_text(ax)
    assert (
        "Write the course days 1 to 20, critical" in said and "A page days 1 to 6, 24 days of slack" in said
    )
    assert len(set(colours(ax))) == 2
    assert list(plots.numbers(ax).columns) == ["phase", "start", "end", "latest", "slack", "critical"]


def test_what_is_critical_is_not_said_by_colour_alone():
    texts = [text.get_text() for text in plots.plan_chart(planned()).texts]
    assert "days 1 to 6 (+24)" in texts and "days 1 to 20" in texts


def test_slack_is_counted_in_working_days_and_drawn_by_the_calendar():
    plan = planned(start="2026-01-12", days_off=["Sat", "Sun"])
    assert "24 days of slack" in plots.alt_text(plots.plan_chart(plan))
    assert "12 Jan 2026 to 19 Jan 2026" in plots.alt_text(plots.plan_chart(plan))


def test_a_levelled_plan_is_drawn_where_it_was_shifted_to():
    tasks = planned()[["task", "days", "after"]].assign(role="creator", hours=[20, 30, 20, 1])
    ax = plots.plan_chart(planning.level(tasks, {"creator": 12}, within="any"))
    shifted = planning.level(tasks, {"creator": 12}, within="any").set_index("task")["start_day"]
    assert plots.numbers(ax).set_index("phase")["start"].to_dict() == shifted.to_dict()


def test_a_plan_that_says_nothing_of_slack_is_in_one_colour():
    phases = pd.DataFrame({"phase": ["Build", "Launch"], "start": [1, 29], "end": [28, 42]})
    ax = plots.plan_chart(phases)
    assert len(set(colours(ax))) == 1 and "slack" not in plots.alt_text(ax)


def test_the_widest_bar_comes_first_and_what_is_left_out_is_said():
    table = assumed(6).sample(frac=1, random_state=2)
    table.attrs["centre"] = 10_000
    ax = plots.tornado(table, name="Revenue", most=4)
    assert (
        ax.get_title(loc="left")
        .replace("\n", " ")
        .startswith("Revenue depends most on this number: Visitors by channel 0")
    )
    assert any("2 numbers that move it less left out" in text.get_text() for text in ax.figure.texts)
    assert len(plots.numbers(ax)) == 6 and len(ax.patches) == 8


def test_low_and_high_ends_can_be_told_apart_when_they_change_sides():
    ax = plots.tornado(assumed(1), name="Churn")
    low, high = ax.patches
    assert low.get_facecolor() != high.get_facecolor()
    assert low.get_width() > 0 > high.get_width()
    from matplotlib.colors import to_rgb

    assert high.get_facecolor()[:3] == to_rgb(style.BLUE)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda table: table.head(0), "tornado table has no rows"),
        (lambda table: table.drop(columns="at_low"), "needs the column 'at_low'"),
        (lambda table: table.assign(at_high=None), "has a missing number"),
        (lambda table: pd.DataFrame(table.to_dict("list")), "centre must be given"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(change, reason):
    with pytest.raises(ValueError, match=reason):
        plots.tornado(change(assumed()), name="Revenue")
