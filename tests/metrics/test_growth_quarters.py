"""Levers as a table, and the scorecard of what became of their KPIs."""

import numpy as np
import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.metrics import kpi
from ecotools.metrics.growth import lever_table, quarterly_scorecard
from ecotools.simulate import simulate


def shop(**lever):
    webinar = {"id": "webinar", "kpi": "leads", "baseline": {"value": 100, "date": "2024-12-31"}}
    return Blueprint(
        name="Shop",
        kpis=[{"id": "leads", "name": "Leads"}, {"id": "churn", "name": "Churn", "direction": "down"}],
        levers=[webinar | lever, {"id": "tips", "kpi": "churn"}],
        growth={"experiments": [{"id": "by_lot", "kind": "ab_test"}]},
    )


def seen(kpi_id="leads", values=(90, 120, 150, 200)):
    months = pd.period_range("2025-01", periods=len(values), freq="M")
    return pd.DataFrame({"kpi": kpi_id, "month": months, "value": values})


def test_quillworks_levers_with_their_pillars():
    table = lever_table(quillwork()).set_index("lever")
    assert table["pillars"].tolist() == [2, 2, 2]
    assert table.loc["share_link", ["network_effects", "data", "cross_sell"]].tolist() == [True, False, True]
    assert table["start"].is_monotonic_increasing
    assert lever_table(Blueprint(name="Shop")).empty


def test_a_quarter_is_the_mean_of_its_months_against_the_baseline():
    table = quarterly_scorecard(shop(start="2025-04-10"), seen()).set_index(["lever", "quarter"])
    first, second = table.loc["webinar"].iloc[0], table.loc["webinar"].iloc[1]
    assert (first["value"], first["change"], first["months"]) == (120, 20, 3) and first["better"]
    assert (second["value"], second["months"]) == (200, 1)
    assert not first["under_way"] and second["under_way"]


def test_fewer_is_better_where_the_kpi_says_so():
    falling = shop(kpi="churn", baseline={"value": 0.05, "date": "2024-12-31"})
    table = quarterly_scorecard(falling, seen("churn", (0.04, 0.03, 0.05)))
    assert table["better"].iloc[0] and table["change"].iloc[0] == pytest.approx(-0.01)
    said = quarterly_scorecard(falling, seen("churn", (0.04,)).assign(direction="up"))
    assert not said["better"].iloc[0]


def test_a_missing_change_has_its_reason():
    table = quarterly_scorecard(shop(baseline=None), pd.concat([seen(), seen("churn", (np.nan,))]))
    said = table[table["quarter"] == "2025Q1"].set_index("lever")["reason"]
    assert said.to_dict() == {
        "webinar": "the lever has no baseline",
        "tips": "the KPI has no value in this quarter",
    }
    assert table["better"].isna().all()


def test_what_judges_a_lever_and_who_shares_its_kpi_is_said():
    table = quarterly_scorecard(shop(experiment="by_lot", kpi="churn"), seen("churn", (0.04,)))
    assert table["judged_by"].tolist() == [
        "a test by lot judges it",
        "nothing tells its effect from what else changed",
    ]
    assert table["shared_with"].tolist() == ["tips", "webinar"]


def test_it_reads_what_kpi_compute_gives():
    blueprint = quillwork()
    table = kpi.compute(
        blueprint, simulate(blueprint, 6, 1, scale=0.3), ["new_customers", "churn_rate", "active_members"]
    )
    found = quarterly_scorecard(blueprint, table)
    assert len(found) == 6 and found["quarter"].astype(str).unique().tolist() == ["2025Q1", "2025Q2"]
    mine = table[(table["kpi"] == "new_customers") & (table["month"] <= "2025-03")]["value"].mean()
    assert found.iloc[0]["value"] == pytest.approx(mine)


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        ({"month": "soon"}, ValueError, "kpis.month must be a day such as"),
        ({"month": pd.Period("2025-01", "M")}, ValueError, "month has several rows of one KPI"),
        ({"direction": "sideways"}, ValueError, r"each of kpis\['direction'\] must be one of"),
    ],
)
def test_tables_that_make_no_sense_are_refused(change, error, said):
    with pytest.raises(error, match=said):
        quarterly_scorecard(shop(), seen().assign(**change))
