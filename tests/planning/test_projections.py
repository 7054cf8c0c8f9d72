"""Projections: their lines, and whether they agree with the forecast and with the plan."""

import pytest

from ecotools import data
from ecotools.blueprint import Blueprint
from ecotools.forecast import draws
from ecotools.planning import against_forecast, against_plan, consistency, stated_lines
from tests.forecast.businesses import CLUB, blueprint, ledger


def test_the_lines_of_quillwork_have_their_amounts():
    lines = stated_lines(data.quillwork())
    assert lines.groupby("projection", sort=False)["amount"].sum().tolist() == [52448, 10480, 12410]
    with pytest.raises(ValueError, match=r"no projections\[\] with lines"):
        stated_lines(Blueprint(name="Q"))


def said(**projection):
    return blueprint(CLUB, projections=[{"id": "p", "month": 2, "to_month": 4, **projection}])


@pytest.mark.parametrize(
    ("unit", "number"),
    [
        ("revenue", lambda found: found["revenue"].loc[:, 2:4].sum(axis=1)),
        ("mrr", lambda found: found["mrr"][4]),
        ("arr", lambda found: found["mrr"][4] * 12),
    ],
)
def test_a_projection_is_set_beside_the_runs_of_its_months(unit, number):
    runs = number(draws(said(), 4, 100))
    middle = float(runs.median())
    found = against_forecast(said(unit=unit, amount=middle), runs=100).iloc[0]
    assert found["median"] == pytest.approx(middle) and found["verdict"] == "within"
    assert found["chance"] == pytest.approx((runs >= middle).mean())
    assert against_forecast(said(unit=unit, amount=middle * 9), runs=100)["verdict"][0] == "above"
    assert against_forecast(said(unit=unit, amount=1), runs=100)["verdict"][0] == "below"
    wide = said(unit=unit, amount=1, amount_high=middle)
    assert against_forecast(wide, runs=100)["verdict"][0] == "within"


def test_a_projection_without_a_sum_has_that_of_its_lines():
    lines = [{"product": "course", "quantity": 10, "unit_price": 100}, {"product": "club", "amount": 20}]
    assert against_forecast(said(unit="revenue", lines=lines), runs=50)["stated"][0] == 1020
    found = against_forecast(said(unit="revenue", lines=[{"product": "course"}]), runs=50).iloc[0]
    assert found["verdict"] == "unknown" and "says no amount" in found["reason"]


def test_with_a_ledger_the_months_are_those_of_the_plan():
    """The plan starts in May, the ledger ends in June: month 4 is August, the second month forecast."""
    orders = [(f"2025-{month:02d}-{day:02d}", "course", 100.0) for month in range(1, 7) for day in (3, 9, 21)]
    past = ledger(orders, [("2025-02-03", None, "club", 20.0, 1)] * 30)
    plan = {"phases": [{"id": "push", "start": "2025-05-01", "end": "2025-05-31"}]}
    projections = [
        {"id": "before", "month": 2, "unit": "revenue", "amount": 900},
        {"id": "after", "month": 4, "unit": "mrr", "amount": 600},
    ]
    known = blueprint(CLUB, plan=plan, projections=projections)
    found = against_forecast(known, ledger=past, runs=50).set_index("projection")
    assert "begin before the first one that is forecast" in found.loc["before", "reason"]
    runs = draws(known, 2, 50, ledger=past)["mrr"][2]
    assert found.loc["after", "median"] == pytest.approx(runs.median())


def test_what_cannot_be_compared_says_why():
    assert "revenue, MRR or ARR" in against_forecast(said(amount=5), runs=50)["reason"][0]
    silent = blueprint(CLUB, projections=[{"id": "p", "unit": "mrr", "amount": 5}])
    assert "does not say its month" in against_forecast(silent, runs=50)["reason"][0]
    with pytest.raises(ValueError, match="no projections"):
        against_forecast(blueprint(CLUB))


def test_a_product_is_launched_before_it_is_counted_on():
    """The "90-day" plan launches coaching in week 17; the projections count on it from month 7 on."""
    table = against_plan(_ninety_days(month=7, to_month=9)).set_index("product")
    assert table.loc["coaching", ["stated_day", "launched_in", "holds"]].tolist() == [113, 4, True]
    assert table.loc["coaching", "idle_months"] == 3
    early = against_plan(_ninety_days(month=1, to_month=3)).set_index("product")
    assert not early.loc["coaching", "holds"]


def test_what_a_phase_waits_for_may_launch_a_product_later_than_its_stated_day():
    plan = _ninety_days(month=4, to_month=4).model_dump(by_alias=True, exclude_unset=True)
    plan["plan"]["phases"][0]["end_day"] = 140
    table = against_plan(Blueprint.model_validate(plan)).set_index("product")
    assert table.loc["coaching", ["stated_day", "scheduled_day", "holds"]].tolist() == [113, 141, False]


def test_quillwork_agrees_with_its_own_plan():
    table = consistency(data.quillwork(), runs=50)
    plan = table[table["check"] != "forecast"]
    assert all(held is True for held in plan["holds"]) and len(plan) == 8


def test_the_faults_of_a_draft_are_found():
    draft = data.quillwork("launch-draft")
    table = consistency(draft, runs=50)
    wrong = table[table["holds"].map(lambda held: held is False)]
    assert set(wrong["check"] + " " + wrong["where"]) == {
        "days plan",
        "launch coaching",
        "launch membership",
        "order try",
    }
    unknown = table[table["holds"].isna()]
    assert unknown["said"].str.contains("a forecast needs what the blueprint does not say").all()


def _ninety_days(**months):
    phases = [
        {"id": "before", "start_day": 1, "end_day": 112},
        {"id": "coaching_tier", "start_day": 113, "end_day": 126, "launches": ["coaching"]},
    ]
    lines = [{"product": "coaching", "quantity": 5, "unit_price": 1200}]
    return Blueprint.model_validate(
        {
            "name": "Ninety days",
            "products": [{"id": "coaching", "name": "Coaching", "kind": "coaching", "price": 2997}],
            "plan": {"phases": phases},
            "projections": [{"id": "p", "unit": "mrr", "lines": lines, **months}],
        }
    )
