"""A table that cannot be drawn gives an error for the reader: what was expected, what came, what to do."""

import numpy as np
import pandas as pd
import pytest

from ecotools import plots
from tests.plots.tables import asked, cohorts, curves, features, journey, kpis, movements, points, products

from tests.plots.tables import client, flow_steps, grown, lifts, steps, survival, taken, weeks  # isort: skip

DRAWN = {
    "table of steps": (plots.flow_chart, flow_steps()),
    "table of messages per week": (plots.messages_per_week, weeks()),
    "funnel table": (plots.funnel, steps()),
    "demand table": (plots.demand, asked()),
    "value matrix": (plots.value_matrix, features()),
    "products table": (plots.pricing_ladder, products()),
    "MRR movements": (plots.mrr_waterfall, movements()),
    "cohort table": (plots.cohort_heatmap, cohorts()),
    "retention table": (plots.retention_curve, survival()),
    "KPI table": (plots.scorecard, kpis()),
    "waterfall table": (plots.waterfall, client()),
    "table of choices": (plots.bundle_map, taken(bundle_price=100)),
    "growth forecast": (
        lambda forecast: plots.growth_curves(forecast, grown()["data"], title="Three curves"),
        grown()["forecast"],
    ),
}


@pytest.mark.parametrize("name", DRAWN)
def test_an_empty_table_says_that_there_is_nothing_to_draw(name):
    draw, table = DRAWN[name]
    with pytest.raises(ValueError, match=f"^{name} has no rows: there is nothing to draw"):
        draw(table[:0])


@pytest.mark.parametrize(
    "name", ["value matrix", "cohort table", "funnel table", "demand table", "KPI table"]
)
@pytest.mark.parametrize("thing", [[1, 2], {"n": [1]}, 5])
def test_what_is_no_table_is_refused_by_name(name, thing):
    with pytest.raises(TypeError, match="must be a pandas DataFrame, not"):
        DRAWN[name][0](thing)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("funnel table", "n"),
        ("demand table", "revenue_index"),
        ("products table", "price"),
        ("MRR movements", "churn"),
        ("waterfall table", "amount"),
        ("retention table", "survival"),
        ("KPI table", "value"),
        ("table of steps", "next"),
        ("table of messages per week", "over"),
    ],
)
def test_a_missing_column_is_named_with_what_is_there(name, column):
    draw, table = DRAWN[name]
    with pytest.raises(ValueError, match=f"needs the column '{column}'; it has"):
        draw(table.drop(columns=column))


def test_a_misspelt_column_gets_a_hint():
    with pytest.raises(ValueError, match="Did you mean 'step' where it says 'steps'"):
        plots.funnel(steps().rename(columns={"step": "steps"}))


def test_words_where_numbers_belong_are_named_with_their_row():
    table = steps()
    table["n"] = table["n"].astype(object)
    table.loc[2, "n"] = "many"
    with pytest.raises(TypeError, match=r"the column 'n' must hold numbers, not 'many' \(row 2\)"):
        plots.funnel(table)


def test_a_table_of_blanks_is_not_drawn():
    with pytest.raises(ValueError, match="funnel table has no number in n"):
        plots.funnel(steps().assign(n=np.nan))
    with pytest.raises(ValueError, match="cohort table has no number"):
        plots.cohort_heatmap(cohorts() * np.nan)


def test_percents_are_refused_where_fractions_belong():
    with pytest.raises(
        ValueError, match=r"'demand' must hold fractions between 0 and 1, not 97\.0.*0\.05, not 5"
    ):
        plots.demand(asked().assign(demand=lambda t: t["demand"] * 100))
    with pytest.raises(ValueError, match="'survival' must hold fractions"):
        plots.retention_curve(survival().assign(survival=lambda t: t["survival"] * 100))
    with pytest.raises(ValueError, match="'too_cheap' must hold fractions"):
        plots.price_sensitivity(curves().assign(too_cheap=40), points())


def test_movements_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="MRR movements do not add up: start 1000 and the movements make"):
        plots.mrr_waterfall(movements(1).assign(end=5))


def test_a_month_outside_the_table_is_named_with_its_span():
    with pytest.raises(ValueError, match=r"month 2031-01 is not in .* from Jan 2025 to Dec 2025"):
        plots.mrr_waterfall(movements(), month="2031-01")
    with pytest.raises(ValueError, match=r"month 2031-01 is not in .* from Jan 2025 to Dec 2025"):
        plots.scorecard(kpis(), month="2031-01")


def test_a_stage_nobody_knows_gets_the_nearest():
    with pytest.raises(ValueError, match=r"not 'awarness'\. Did you mean 'awareness'"):
        plots.journey_map(journey().assign(stage="awarness"))


def test_a_kpi_table_of_several_segments_asks_for_one():
    with pytest.raises(ValueError, match="several rows for MRR in Jan 2025: choose one segment"):
        plots.kpi_multiples(pd.concat([kpis(), kpis()]))


def test_more_curves_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="can tell 5 curves apart, not 6"):
        plots.retention_curve([survival()] * 6)
    with pytest.raises(ValueError, match="labels must name every curve: 1 label for 2 curves"):
        plots.retention_curve([survival()] * 2, labels=["one"])
    with pytest.raises(ValueError, match="nothing to draw"):
        plots.retention_curve([])


def test_a_choice_that_does_not_exist_gets_the_nearest():
    with pytest.raises(ValueError, match="objective must be one of 'profit', 'revenue', not 'profits'"):
        plots.demand(asked(), objective="profits")
    with pytest.raises(ValueError, match=r"highlight must be one of .* Did you mean 'Studio'"):
        plots.value_matrix(features(), highlight="Studo")
    with pytest.raises(ValueError, match=r"leak must be one of .* Did you mean 'purchase'"):
        plots.funnel(steps(), leak="purchas")


def test_a_price_must_be_known_and_one_price_makes_no_curve():
    with pytest.raises(ValueError, match="'Copywriting Bootcamp' has no price"):
        plots.pricing_ladder(products().assign(price=[0, None, 29, 29, 60, 997]))
    with pytest.raises(ValueError, match="one price only"):
        plots.price_sensitivity(curves()[:1], points())


def test_lines_and_bars_say_what_they_cannot_draw():
    with pytest.raises(ValueError, match="lines can tell 5 columns apart, not 6"):
        plots.lines(asked(), "price", ["demand"] * 6, title="Too many lines")
    with pytest.raises(ValueError, match="n has a number below zero"):
        plots.bars(steps(n=(1, 2, -3, 4, 5, 6)), "step", "n", title="Below zero")


def test_a_matrix_of_numbers_only_is_money_unless_told_otherwise():
    worths = features().map(lambda cell: 27.0)
    assert "All lessons ($27)" in plots.alt_text(plots.value_matrix(worths))
    assert "All lessons (27)" in plots.alt_text(plots.value_matrix(worths, values="plain"))
    assert "Seats (5)" in plots.alt_text(plots.value_matrix(features()))


def test_a_matrix_without_a_tier_is_refused():
    with pytest.raises(ValueError, match="value matrix has no tier"):
        plots.value_matrix(pd.DataFrame(index=["Lessons"]))


def test_intervals_say_what_they_cannot_draw():
    with pytest.raises(ValueError, match="the low end of an interval lies above its high end"):
        plots.intervals(lifts().assign(low=2.0), "what", "lift", title="Ends are swapped")
    with pytest.raises(ValueError, match="table of intervals needs the column 'high'; it has"):
        plots.intervals(lifts().drop(columns="high"), "what", "lift", title="No upper end")
    with pytest.raises(ValueError, match="table of intervals has no number in lift"):
        plots.intervals(lifts().assign(lift=np.nan), "what", "lift", title="No estimate")


def test_a_bundle_of_more_than_two_products_has_no_map():
    with pytest.raises(ValueError, match="must have the worths of two products, not of 3"):
        plots.bundle_map(taken(bundle_price=100).assign(audit=1.0), bundle_price=100)
    with pytest.raises(ValueError, match=r"each product in prices must be one of .* Did you mean 'course'"):
        plots.bundle_map(taken(bundle_price=100), {"curse": 5}, 100)
    with pytest.raises(ValueError, match="each choice must be one of 'nothing', 'course', 'kit'"):
        plots.bundle_map(taken(bundle_price=100).assign(choice="both"), bundle_price=100)


def test_a_chart_shows_one_flow_of_steps_that_are_there():
    two = pd.concat([flow_steps(), flow_steps(2, "hello")])
    with pytest.raises(ValueError, match="has 2 flows: choose one, such as flow='After the workshop'"):
        plots.flow_chart(two)
    with pytest.raises(ValueError, match=r"flow must be one of .*Did you mean 'hello'"):
        plots.flow_chart(two, "helo")
    with pytest.raises(ValueError, match=r"next of a step must be one of .*Did you mean 'done'"):
        plots.flow_chart(flow_steps().assign(next=[["donne"]] * 7))
    with pytest.raises(ValueError, match="a flow of 25 steps cannot be read on one page: draw at most 24"):
        plots.flow_chart(flow_steps(25))


def test_a_waterfall_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError, match=r"waterfall table does not add up: its steps make .*, but its last"):
        plots.waterfall(client().assign(amount=5))
    with pytest.raises(ValueError, match="needs two rows or more with an amount in each"):
        plots.waterfall(client()[:1])
