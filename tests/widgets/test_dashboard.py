"""The KPI dashboard: cards, chart and table that follow month, segment and KPI."""

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint, Kpi
from ecotools.data import quillwork
from ecotools.ledger import Ledger, empty_ledger
from ecotools.metrics import kpi
from ecotools.plots.canvas.formats import period, quantity
from ecotools.widgets import kpi_dashboard
from tests.widgets.page import live, static

VISITORS = Blueprint(name="One", kpis=[Kpi(id="visitors", name="Visitors", target=3)])


def visits(*days: str, end: str) -> Ledger:
    """Return a ledger of one visitor a day, from January 2025 on."""
    touches = pd.DataFrame({"customer_id": range(len(days)), "day": pd.to_datetime(list(days))})
    touches = touches.assign(stage="awareness", channel="search", asset="Article")
    return Ledger(touches=touches, start="2025-01-01", end=end)


@pytest.fixture(scope="session")
def table(ledger) -> pd.DataFrame:
    return kpi.compute(quillwork(), ledger)


def test_it_opens_on_the_last_month_and_the_whole_business(one_dashboard, ledger):
    fresh = kpi_dashboard(quillwork(), ledger, by=None)
    assert (fresh.month.value, fresh.segment.value) == (pd.Period("2025-05"), "everyone")


def test_the_cards_are_the_kpis_of_the_month(dashboard, table):
    dashboard.show(month="2025-03")
    expected = table[table["month"] == "2025-03"].reset_index(drop=True)
    pd.testing.assert_frame_equal(dashboard.numbers()[list(table.columns)], expected, check_like=True)
    for row in expected.to_dict("records"):
        assert quantity(row["value"], row["unit"]) in live(dashboard).text


def test_the_numbers_say_how_they_are_defined(dashboard, table):
    assert dashboard.numbers().attrs["definition"] == table.attrs["definition"]
    assert "mrr" in dashboard.history().attrs["definition"]


def test_choosing_a_segment_changes_cards_and_chart(dashboard, ledger):
    everyone = live(dashboard).text
    dashboard.segment.value = "social"
    assert "Segment: social." in live(dashboard).text != everyone
    parts = kpi.compute(quillwork(), ledger, by="channel")
    expected = parts[(parts["channel"] == "social") & (parts["month"] == "2025-05")]
    assert dashboard.numbers()["value"].tolist() == pytest.approx(expected["value"].tolist(), nan_ok=True)


def test_the_segments_are_the_whole_and_its_parts(dashboard):
    assert dashboard.segment.options == ("everyone", "search", "social", "partners")
    counts = dashboard.table[(dashboard.table["kpi"] == "visitors") & (dashboard.table["month"] == "2025-05")]
    counts = counts.set_index("segment")["value"]
    assert counts["everyone"] == counts[["search", "social", "partners"]].sum()


def test_choosing_a_kpi_changes_the_chart_and_marks_its_card(dashboard):
    dashboard.kpi.value = "mrr"
    marked = [one for one in live(dashboard).all("li") if one.get("aria-current") == "true"]
    assert len(marked) == 1
    assert dashboard.parts["chart"].value.count("<svg") == 1
    assert any(label.startswith("MRR") for label in live(dashboard).labels())


def test_the_chart_goes_up_to_the_chosen_month(dashboard):
    dashboard.show(month="2025-03", kpi="mrr")
    assert dashboard.history()["month"].astype(str).tolist() == ["2025-01", "2025-02", "2025-03"]
    assert any("Mar 2025" in label for label in live(dashboard).labels())


def test_the_table_behind_the_chart_opens_and_closes(dashboard):
    assert not live(dashboard).tables
    dashboard.details.value = True
    assert dashboard.details.description == "Hide the table"
    assert [row[0] for row in live(dashboard).tables[0][1:]] == [
        period(m) for m in dashboard.history()["month"]
    ]
    dashboard.details.value = False
    assert not live(dashboard).tables


def test_an_open_table_stays_open_when_another_segment_is_chosen(dashboard):
    dashboard.details.value = True
    dashboard.segment.value = "partners"
    assert "partners, month by month" in live(dashboard).text


def test_the_static_view_has_the_numbers_of_cards_chart_and_table(dashboard):
    dashboard.show(month="2025-04", segment="search", kpi="churn_rate")
    page = static(dashboard)
    assert "Apr 2025" in page.text and "Segment: search." in page.text
    for row in dashboard.numbers().to_dict("records"):
        assert quantity(row["value"], row["unit"]) in page.text
    values = [quantity(row["value"], row["unit"]) for row in dashboard.history().to_dict("records")]
    assert [row[1] for row in page.tables[-1][1:]] == values
    assert quantity(dashboard.history()["value"].iloc[-1], "fraction") in page.all("img")[0]["alt"]


def test_each_chart_is_drawn_once(dashboard, monkeypatch):
    dashboard.show(kpi="aov")
    dashboard.show(kpi="visitors")
    monkeypatch.setattr(type(dashboard), "_picture", lambda *_: pytest.fail("it was drawn again"))
    dashboard.show(kpi="aov")


def test_each_month_is_judged_once(dashboard, monkeypatch):
    dashboard.show(month="2025-04")
    dashboard.show(month="2025-03")
    monkeypatch.setattr(type(dashboard), "_month", lambda *_: pytest.fail("it was read again"))
    dashboard.show(month="2025-04")
    assert "Apr 2025" in live(dashboard).text


def test_a_kpi_without_any_number_shows_its_reason_instead_of_a_chart():
    unknown = Blueprint(
        name="One", kpis=[Kpi(id="visitors", name="Visitors"), Kpi(id="vistors", name="Typo")]
    )
    dashboard = kpi_dashboard(unknown, visits("2025-01-05", end="2025-02-01"))
    dashboard.show(kpi="vistors")
    assert (
        "There is no chart of Typo: unknown KPI 'vistors'. Did you mean 'visitors'?" in live(dashboard).text
    )
    assert "There is no chart of Typo" in static(dashboard).text


def test_a_month_without_events_counts_nothing_and_is_still_there():
    dashboard = kpi_dashboard(VISITORS, visits("2025-01-05", "2025-03-05", end="2025-04-01"))
    assert dashboard.history()["value"].tolist() == [1, 0, 1]
    dashboard.show(month="2025-02")
    assert "✗ off target" in live(dashboard).text


def test_part_of_a_month_is_not_held_against_a_target():
    dashboard = kpi_dashboard(VISITORS, visits("2025-01-05", "2025-02-05", end="2025-02-10"))
    assert "part of a month, not held against 3" in live(dashboard).text
    assert "off target" not in "".join(live(dashboard).words)


def test_one_customer_and_one_month_are_enough():
    dashboard = kpi_dashboard(VISITORS, visits("2025-01-05", end="2025-02-01"))
    assert dashboard.numbers()["value"].item() == 1
    assert "no month before" in live(dashboard).text


def test_products_can_be_the_segments(ledger):
    few = Blueprint(name="Two", kpis=[Kpi(id="revenue", name="Revenue", unit="currency")])
    dashboard = kpi_dashboard(few, ledger, by="product")
    assert "bootcamp" in dashboard.segment.options


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"blueprint": Blueprint(name="None")}, ValueError, "the blueprint lists no KPIs"),
        ({"blueprint": "quillwork"}, TypeError, r"blueprint must be a Blueprint, such as .* not str"),
        ({"ledger": empty_ledger()}, ValueError, "the ledger covers no month"),
        ({"ledger": pd.DataFrame()}, TypeError, r"ledger must be a Ledger, such as .* not DataFrame"),
        ({"by": "chanel"}, ValueError, "by must be one of .* Did you mean 'channel'"),
    ],
)
def test_wrong_input_is_refused_in_words(wrong, error, message):
    usual = {"blueprint": VISITORS, "ledger": visits("2025-01-05", end="2025-02-01")}
    with pytest.raises(error, match=message):
        kpi_dashboard(**(usual | wrong))


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"month": "2026-01"}, "month 2026-01 is not on the dashboard, which goes from 2025-01 to 2025-05"),
        ({"month": "spring"}, "month must be a month like '2025-06', not 'spring'"),
        ({"segment": "serach"}, "segment must be one of .* Did you mean 'search'"),
        ({"kpi": "churn"}, "kpi must be one of"),
    ],
)
def test_a_choice_that_is_not_there_changes_nothing(dashboard, choice, message):
    with pytest.raises(ValueError, match=message):
        dashboard.show(**({"month": "2025-02", "segment": "social", "kpi": "mrr"} | choice))
    assert (dashboard.month.value, dashboard.segment.value, dashboard.kpi.value) == (
        pd.Period("2025-05"),
        "everyone",
        "visitors",
    )
