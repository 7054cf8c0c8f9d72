"""What a picture says in words, also when a learner drew it."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from ecotools import plots
from tests.plots.tables import (
    MIXED,
    client,
    cohorts,
    flow_steps,
    journey,
    kpis,
    lifts,
    movements,
    picture,
    points,
    products,
    steps,
    survival,
    taken,
    weeks,
)


def axes(**labels):
    ax = Figure().add_subplot()
    ax.set(**labels)
    return ax


def test_a_description_holds_the_numbers_of_the_funnel():
    said = plots.alt_text(picture("funnel"))
    assert "awareness 12,480; consideration 4,210 (34% of the step before)" in said
    assert said.startswith("Of 12,480 visitors at awareness, 0.5% reach referral")


def test_a_description_names_the_crossings_and_the_best_price():
    assert "PMC (lowest acceptable) $19.10" in plots.alt_text(picture("price_sensitivity"))
    assert plots.alt_text(picture("demand")).startswith("$49 earns most: 46% would buy")


def test_a_description_says_gaps_and_blanks():
    assert "activation: gap, nothing here" in plots.alt_text(plots.journey_map(journey()))
    assert "66 cells immature or unknown" in plots.alt_text(plots.cohort_heatmap(cohorts()))


def test_a_curve_of_questions_speaks_of_questions():
    drawn = plots.retention_curve(survival(), noun="questions", stay="still open", title="Answers come late")
    subtitle = "Share of questions still open beyond each age"
    assert any(text.get_text().startswith(subtitle) for text in drawn.figure.findobj(Text))
    assert "who stay" not in plots.alt_text(drawn)


def test_a_description_says_every_kpi_with_its_target():
    said = plots.alt_text(plots.scorecard(kpis()))
    assert "MRR $14,000, on target (at least $12,400)" in said
    assert "Customer churn 6%, off target (at most 4%)" in said


def titled(*rows: tuple[str, float, float]) -> str:
    """The sentence over KPIs of one month, given as name, value and target."""
    table = pd.DataFrame(rows, columns=["name", "value", "target"]).assign(month=pd.Period("2025-03"))
    picture = plots.kpi_multiples(table)
    return " ".join(plots.alt_text(picture).split(". ")[0].replace("\xa0", " ").split())


def test_the_title_over_kpis_names_those_off_target_the_furthest_first():
    assert titled(("Visits", 9, 10), ("Posts", 5, 10)) == "Posts and Visits are off target in Mar 2025"
    assert titled(("Visits", 9, 10), ("Posts", 12, 10)) == (
        "Visits is off target in Mar 2025: 9 instead of at least 10; 1 KPI is on target"
    )
    many = [(name, 10 - place, 10) for place, name in enumerate("abcde")]
    assert titled(*many) == "e, d and 2 more are off target in Mar 2025; 1 KPI is on target"


def test_the_title_over_kpis_that_reach_their_targets_says_so():
    nan = float("nan")
    assert titled(("Visits", 10, 10), ("Posts", 12, 10)) == "All 2 KPIs are on target in Mar 2025"
    assert titled(("Visits", 10, 10), ("Posts", 12, nan)) == "Visits is on target in Mar 2025"
    said = titled(("Visits", 10, 10), ("Posts", 12, 10), ("Cakes", 1, nan))
    assert said == "All 2 KPIs with a target are on target in Mar 2025"


def test_a_long_table_makes_no_endless_description():
    assert len(plots.alt_text(picture("funnel of 30 steps"))) < 700
    assert len(plots.alt_text(picture("ladder of 30"))) < 700


def test_numbers_are_those_that_were_drawn_and_a_copy():
    table = steps()
    ax = plots.funnel(table)
    pd.testing.assert_frame_equal(plots.numbers(ax), table)
    copy = plots.numbers(ax)
    copy.loc[0, "n"] = -1
    assert plots.numbers(ax).loc[0, "n"] == 12480
    assert plots.numbers(plots.mrr_waterfall(movements(1))).loc["end"].item() == movements(1)["end"].item()


def test_a_picture_changes_nothing_in_the_table_it_draws():
    tables = {plots.funnel: steps(), plots.mrr_movements: movements(), plots.pricing_ladder: products()}
    for draw, table in tables.items():
        before = table.copy(deep=True)
        draw(table)
        pd.testing.assert_frame_equal(table, before)


def test_axes_and_their_figure_say_the_same():
    ax = plots.funnel(steps())
    assert plots.alt_text(ax) == plots.alt_text(ax.figure)
    assert plots.to_html(ax) == plots.to_html(ax.figure)


def test_a_description_can_be_replaced_and_numbers_stay():
    ax = plots.describe(plots.funnel(steps()), "Half of   it\nis lost.")
    assert plots.alt_text(ax.figure) == "Half of it is lost."
    assert len(plots.numbers(ax)) == 6


def test_panels_of_a_figure_keep_their_own_descriptions():
    figure = Figure()
    left, right = figure.subplots(1, 2)
    plots.describe(left, "The left one.")
    right.set_title("Right")
    assert plots.alt_text(left) == "The left one."
    assert plots.alt_text(right).startswith('Chart "Right".')


def test_a_learner_s_line_chart_is_described_from_its_labels():
    ax = axes(title="Sales", xlabel="month", ylabel="orders")
    ax.plot([1, 2, 3], [5, 7, 6], label="shop")
    ax.axhline(6)
    assert plots.alt_text(ax.figure) == (
        'Chart "Sales". x axis: month. y axis: orders. A line "shop" of 3 points, y from 5 to 7, ending at 6.'
    )
    assert plots.numbers(ax)["y"].tolist() == [5, 7, 6]


def test_a_learner_s_bars_are_described_with_their_names():
    ax = axes()
    ax.barh(["search", "ads"], [30, 4])
    assert plots.alt_text(ax) == "Chart without a title. Bars: search 30 and ads 4."
    assert plots.numbers(ax).to_dict("list") == {"series": ["bars"] * 2, "x": ["search", "ads"], "y": [30, 4]}


def test_a_learner_s_points_and_panels_are_described():
    figure = Figure()
    first, second = figure.subplots(1, 2)
    figure.suptitle("Two views")
    first.scatter([1, 2], [3, 4])
    second.plot([np.nan, np.nan], [np.nan, np.nan])
    said = plots.alt_text(figure)
    assert (
        said.startswith('Figure "Two views".') and "Points: 2, y from 3 to 4." in said and "no number" in said
    )
    assert plots.numbers(figure)["panel"].tolist() == ["1", "1", "2", "2"]


@pytest.mark.parametrize("thing", [None, "funnel", pd.DataFrame(), [1]])
def test_what_is_no_picture_is_refused_by_name(thing):
    with pytest.raises(TypeError, match="must be a matplotlib Axes or Figure, not"):
        plots.alt_text(thing)


def test_a_description_must_say_something():
    with pytest.raises(ValueError, match="alt must say what the picture shows"):
        plots.describe(axes(), "  ")
    with pytest.raises(TypeError, match="numbers must be a pandas DataFrame, not list"):
        plots.describe(axes(), "A line.", [1, 2])


def test_points_without_prices_give_no_crossings_but_a_picture():
    ax = plots.price_sensitivity(picture_curves(), points().assign(price=np.nan))
    assert "no range of acceptable prices" in plots.alt_text(ax) and "Crossings" not in plots.alt_text(ax)


def picture_curves():
    return plots.numbers(picture("price_sensitivity"))


def test_a_description_says_which_intervals_hold_the_line():
    said = plots.alt_text(plots.intervals(lifts(), "what", "lift", title="Four weeks tell more than one"))
    assert "First week +31% (−12% to +94%), which holds the line" in said
    assert "Four weeks +11% (+2% to +20%) and Old price" in said


def test_a_description_says_who_takes_the_bundle_and_at_which_prices():
    said = plots.alt_text(plots.bundle_map(taken(**MIXED), **MIXED))
    assert said.startswith("2 of 5 people take the bundle, 1 the kit alone")
    assert "the course at $85, the kit at $85 and the bundle at $110" in said


def test_a_line_is_described_where_several_rows_have_one_label():
    """Rows that were put together from results have their names for an index, all the same."""
    table = pd.DataFrame({"n": [15, 30], "high": [67.0, 59.0]}, index=["nps", "nps"])
    text = plots.alt_text(plots.lines(table, "n", "high", title="It narrows", unit="score"))
    assert "high from 67 at 15 to 59 at 30" in text


def test_a_description_of_a_flow_says_each_step_with_its_day_and_condition():
    said = plots.alt_text(picture("flow_chart"))
    assert said.startswith("After the workshop has 4 messages, and leads back from nag_again to nag")
    assert "day 7 nag_again (remind: Hello?, if Still silent)" in said
    assert plots.numbers(picture("flow_chart"))["next"][1] == "asked, nag"
    straight = plots.alt_text(plots.flow_chart(flow_steps(3)))
    assert straight.startswith("After the workshop sends 3 messages within 2 days of purchase")


def test_a_flow_fits_a_page():
    for name in ("flow_chart", "flow of 24 steps", "flow with long names"):
        wide, high = picture(name).figure.get_size_inches()
        assert wide <= 7.2 and high <= 10.5, (name, wide, high)


def test_a_description_says_in_how_many_weeks_there_were_too_many_messages():
    assert plots.alt_text(picture("messages_per_week")).startswith(
        "In 156 of 1,789 weeks a person gets more than 3"
    )
    assert plots.alt_text(plots.messages_per_week(weeks(2))).startswith(
        "Nobody gets more than 2 messages in a week"
    )
    assert plots.alt_text(plots.messages_per_week(weeks(8)[5:])).startswith(
        "In 75 of 75 weeks a person gets more"
    )
    assert "24 or more: 12" in plots.alt_text(plots.messages_per_week(weeks(40)[10:]))


def test_a_waterfall_says_what_is_left_and_what_takes_the_most():
    ax = plots.waterfall(client())
    assert ax.get_title(loc="left").startswith("Of $2,997, $1,517 is left: the most goes to hours, $840")
    assert "hours −$840, acquisition −$400 and left $1,517" in plots.alt_text(ax)
    loss = plots.waterfall(client(cac=2400))
    assert " ".join(loss.get_title(loc="left").split()).startswith("$2,997 is $483 less than it costs")
    assert plots.numbers(ax)["amount"].tolist() == client()["amount"].tolist()
