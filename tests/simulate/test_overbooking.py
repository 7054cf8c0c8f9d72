"""More coaching sold than there are hours: it looks good, until the refunds come a quarter later."""

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.metrics import revenue
from ecotools.simulate import Oversold, PriceChange, simulate
from tests.simulate.companies import YAML
from tests.simulate.test_recovery import covers

CAMPAIGN = Oversold(5, "audit", months=2, sales_factor=6, hours_per_month=24, hours_each=6, refund_share=0.5)


def firm() -> Blueprint:
    blueprint = Blueprint.from_yaml(YAML)
    blueprint.assumptions.refund_rate = {"course": 0.06, "audit": 0.05}
    return blueprint


@pytest.fixture(scope="module")
def usual():
    return simulate(firm(), 14, 4, scale=2)


@pytest.fixture(scope="module")
def ledger():
    return simulate(firm(), 14, 4, scale=2, incidents=CAMPAIGN).check()


def audits(ledger) -> pd.DataFrame:
    lines = ledger.orders[ledger.orders["product"] == "audit"]
    return lines.assign(
        month=lines["day"].dt.to_period("M").astype(str), late=(lines["refund_day"] - lines["day"]).dt.days
    )


def beyond(ledger) -> pd.DataFrame:
    """The sales of the campaign for which there were no hours."""
    lines = audits(ledger)
    lines = lines[lines["month"].isin(["2025-05", "2025-06"])]
    return lines[lines.groupby("month").cumcount() >= 4]


def test_the_campaign_only_adds_sales_of_its_product_in_its_months(ledger, usual):
    columns = ["order_id", "product", "day", "price"]
    more, few = (set(one.orders[columns].itertuples(index=False, name=None)) for one in (ledger, usual))
    assert few < more
    assert {(product, f"{day:%Y-%m}") for _, product, day, _ in more - few} <= {
        ("audit", "2025-05"),
        ("audit", "2025-06"),
    }
    for name in ("touches", "subscriptions", "activity", "surveys"):
        pd.testing.assert_frame_equal(ledger.tables[name], usual.tables[name])


def test_it_sells_as_many_times_as_much_as_it_says(ledger, usual):
    sold = [audits(one).groupby("month").size()[["2025-05", "2025-06"]].sum() for one in (ledger, usual)]
    orders = ledger.orders
    in_months = orders["day"].between("2025-05-01", "2025-06-30")
    buyers = orders.loc[in_months & (orders["product"] == "course"), "order_id"].nunique()
    assert covers(int(sold[0]), buyers, 6 * ledger.truth["add_on_rate"]["audit"])
    assert sold[0] > 3 * sold[1]


def test_those_beyond_the_hours_are_paid_back_a_quarter_later_as_often_as_planted(ledger):
    late = beyond(ledger)
    asked = late["late"] >= 75
    # Of those, a few were paid back in the ordinary way before.
    ordinary = late["late"] <= 30
    assert covers(int(asked.sum()), int((~ordinary).sum()), 0.5)
    assert late.loc[asked, "late"].between(75, 105).all()
    assert late.loc[asked, "late"].mean() == pytest.approx(90, abs=5)


def test_nobody_else_is_paid_back_that_late(ledger):
    lines = audits(ledger)
    others = lines.drop(beyond(ledger).index)
    assert others["late"].dropna().max() <= 30


def test_the_truth_says_how_many_were_sold_too_many(ledger):
    told = ledger.truth["incidents"][0]
    assert told["kind"] == "oversold"
    assert told["first_day"] == "2025-05-01"
    assert told["places"] == 4
    assert told["beyond"] == len(beyond(ledger))
    assert told["sold"] == told["beyond"] + 8


def test_cohorts_show_it_where_revenue_does_not(ledger):
    """The months of the campaign are the best in revenue, and the worst in what is left of their sales."""
    months = revenue.refund_months(ledger, product="audit").set_index("month")
    assert set(months["net"].nlargest(2).index.astype(str)) == {"2025-05", "2025-06"}
    cohorts = revenue.refund_cohorts(ledger, product="audit")
    early, late = cohorts[1], cohorts[3]
    hit = late.index.astype(str).isin(["2025-05", "2025-06"])
    assert (late[hit] > 0.3).all()
    assert (early[hit] < 0.15).all()
    assert (late[~hit].dropna() == early[~hit].reindex(late[~hit].dropna().index)).all()


def test_refunds_after_the_last_day_are_not_seen():
    short = simulate(firm(), 6, 4, scale=2, incidents=CAMPAIGN).check()
    assert audits(short)["late"].dropna().max() <= 60


def test_enough_hours_leave_every_sale_kept(usual):
    plenty = Oversold(5, "audit", sales_factor=1, hours_per_month=1e6, hours_each=1, refund_share=1)
    found = simulate(firm(), 14, 4, scale=2, incidents=plenty)
    pd.testing.assert_frame_equal(found.orders, usual.orders)
    assert found.truth["incidents"][0]["beyond"] == 0


def test_no_hours_at_all_put_every_buyer_beyond_them(company):
    none = Oversold(1, "audit", months=3, sales_factor=1, hours_per_month=0, refund_share=1, lag_days=15)
    lines = simulate(company, 9, 3, incidents=none).check().orders
    audits = lines[lines["product"] == "audit"]
    assert audits.loc[audits["day"] < "2025-04-01", "refunded"].gt(0).all()
    assert audits.loc[audits["day"] >= "2025-04-01", "refunded"].eq(0).all()


def test_a_free_service_has_nothing_to_pay_back(company):
    incidents = [PriceChange(1, "audit", 0, 0), Oversold(1, "audit", hours_per_month=0, refund_share=1)]
    lines = simulate(company, 8, 3, incidents=incidents).check().orders
    assert lines.loc[lines["product"] == "audit", "refunded"].eq(0).all()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"product": "coachin"}, r"Oversold: there is no product 'coachin'\. Did you mean 'coaching'\?"),
        ({"product": "bootcamp"}, "'bootcamp' is not sold by the hour in the simulation; give it a rate in"),
        ({"month": 13}, "month 13 lies after the 12 months"),
    ],
)
def test_what_cannot_be_oversold_is_refused(change, says):
    with pytest.raises(ValueError, match=says):
        simulate(quillwork(), 12, incidents=Oversold(**{"month": 5, "product": "coaching"} | change))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"sales_factor": 0.5}, "sales_factor must be 1 or more, not 0.5"),
        ({"hours_each": 0}, "hours_each must be above zero"),
        ({"hours_per_month": -1}, "hours_per_month must be zero or more"),
        ({"refund_share": 60}, "did you mean 0.6"),
        ({"lag_days": 10}, "lag_days must be a whole number, 15 or more, not 10"),
        ({"months": 0}, "months must be a whole number"),
    ],
)
def test_numbers_out_of_range_are_refused(change, says):
    with pytest.raises(ValueError, match=says):
        Oversold(**{"month": 5, "product": "coaching"} | change)
