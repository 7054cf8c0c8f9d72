"""What a sale leaves after fees, refunds and hours, and where the price of a client goes."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.unit_economics import cac, client_waterfall, contribution, contributions


def test_a_card_payment_of_a_hundred_leaves_what_stripe_says():
    """Stripe takes 2.9% + 30 cents of a card payment in the United States: 3.20 of 100 dollars."""
    assert contribution(100, fee_share=0.029, fee_fixed=0.30) == pytest.approx(96.80)


def test_every_payment_of_a_plan_has_its_fixed_fee():
    once, thrice = (contribution(900, fee_fixed=0.30, payments=number) for number in (1, 3))
    assert once - thrice == pytest.approx(0.60)
    assert contribution(0, fee_fixed=0.30) == 0, "a free client pays nothing, so no fee is due"


def test_a_refund_costs_the_price_and_the_fee_that_is_kept():
    kept = contribution(100, fee_share=0.03, refund_rate=0.1)
    assert kept == pytest.approx(0.9 * 97 + 0.1 * -3)
    assert contribution(100, fee_share=0.03, refund_rate=0.1, fees_back=True) == pytest.approx(0.9 * 97)


def test_hours_are_worked_for_refunded_clients_too_unless_they_leave_early():
    given_ = {"refund_rate": 0.2, "hours": 10, "hour_cost": 30}
    assert contribution(1000, **given_) == pytest.approx(800 - 300)
    assert contribution(1000, **given_, served=0.5) == pytest.approx(800 - 0.8 * 300 - 0.2 * 150)


def test_a_client_can_cost_more_than_the_price():
    assert contribution(500, hours=20, hour_cost=40, other=10) == -310


def test_the_waterfall_ends_where_the_contribution_less_the_cac_does():
    costs = {
        "fee_share": 0.029,
        "fee_fixed": 0.3,
        "payments": 3,
        "refund_rate": 0.05,
        "hours": 14,
        "hour_cost": 60,
    }
    table = client_waterfall(2997, cac=400, **costs, other=25)
    assert table["step"].tolist() == ["price", "fees", "refunds", "hours", "other", "acquisition", "left"]
    assert table["amount"].iloc[-1] == pytest.approx(contribution(2997, **costs, other=25) - 400)
    assert table.attrs["contribution"] == pytest.approx(contribution(2997, **costs, other=25))
    assert table["left"].iloc[-1] == table["left"].iloc[-2]


@settings(max_examples=25, deadline=None)
@given(
    st.floats(1, 1e4),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 100),
    st.floats(0, 1e4),
)
def test_a_waterfall_always_adds_up(price, fee, refunds, hours, cost):
    table = client_waterfall(price, cac=cost, fee_share=fee, refund_rate=refunds, hours=hours, hour_cost=7)
    assert table["amount"].iloc[:-1].sum() == pytest.approx(table["amount"].iloc[-1], abs=1e-6)
    assert np.allclose(table["left"].iloc[:-1], table["amount"].iloc[:-1].cumsum())
    assert table["share"].iloc[0] == 1


def test_a_free_client_has_no_shares_and_a_missing_cac_is_refused():
    free = client_waterfall(0, cac=5)
    assert free["share"].isna().all() and free.attrs["reason"] == "the price is 0, so there is no share of it"
    with pytest.raises(ValueError, match="cac is missing: no new customers"):
        client_waterfall(100, cac=cac(500, 0))


@pytest.mark.parametrize(
    ("wrong", "error", "said"),
    [
        ({"fee_share": 2.9}, ValueError, "fee_share must be a fraction between 0 and 1.*did you mean 0.029"),
        ({"payments": 0}, ValueError, "payments must be a whole number, 1 or more"),
        ({"hours": -1}, ValueError, "hours must be zero or more"),
        ({"served": 50}, ValueError, "served must be a fraction"),
        ({"hour_cost": "60"}, TypeError, "hour_cost must be a number"),
    ],
)
def test_a_cost_out_of_range_is_named(wrong, error, said):
    for measure in (contribution, client_waterfall):
        with pytest.raises(error, match=said):
            measure(100, **wrong)


@pytest.fixture
def orders():
    """Two orders of two lines and one of nothing; the call of order 2 is paid back."""
    return pd.DataFrame(
        {
            "order_id": [1, 1, 2, 2, 3],
            "customer_id": ["a", "a", "b", "b", "a"],
            "product": ["course", "call", "call", "kit", "kit"],
            "quantity": [1, 2, 1, 1, 1],
            "amount": [300.0, 100.0, 60.0, 20.0, 0.0],
            "refunded": [0.0, 0.0, 60.0, 0.0, 0.0],
        },
        index=[9, 3, 5, 7, 1],
    )


def test_contributions_by_hand(orders):
    table = contributions(orders, fee_share=0.03, fee_fixed=0.4, hours={"call": 1.5}, hour_cost=20).set_index(
        "product"
    )
    call = table.loc["call"]
    assert call["units"] == 3 and call["paid"] == 160 and call["refunded"] == 60 and call["hours"] == 4.5
    assert call["fees"] == pytest.approx(0.03 * 160 + 0.4 * (100 / 400 + 60 / 80))
    assert call["contribution"] == pytest.approx(160 - 60 - 90 - call["fees"])
    assert call["per_hour"] == pytest.approx((100 - call["fees"]) / 4.5)
    assert table.loc["course", "margin"] == pytest.approx((300 * 0.97 - 0.3) / 300)
    assert np.isnan(table.loc["kit", "per_hour"]) and table.loc["kit", "units"] == 2


def test_products_and_customers_add_up_to_the_same(orders):
    given_ = {"fee_share": 0.03, "fee_fixed": 0.4, "hours": {"call": 1}, "hour_cost": 20}
    names = ["paid", "fees", "refunded", "work", "contribution"]
    by_product, by_customer = (
        contributions(orders, by, **given_)[names].sum() for by in ("product", "customer_id")
    )
    assert np.allclose(by_product, by_customer)
    assert by_product["fees"] == pytest.approx(0.03 * 480 + 2 * 0.4), "the free order has no fixed fee"


def test_what_happens_on_a_refund_is_a_choice(orders):
    given_ = {"fee_share": 0.03, "hours": {"call": 1}, "hour_cost": 20}
    kept, back, early = (
        contributions(orders, **given_, **more).set_index("product").loc["call"]
        for more in ({}, {"fees_back": True}, {"served": 0.0})
    )
    assert kept["fees"] - back["fees"] == pytest.approx(0.03 * 60)
    assert (kept["hours"], early["hours"]) == (3, 2)


def test_orders_agree_with_the_average_of_one_sale():
    """100 sales with 8 refunds are what `contribution` says of a refund rate of 8%."""
    many = pd.DataFrame(
        {
            "order_id": range(100),
            "customer_id": range(100),
            "product": "coaching",
            "quantity": 1,
            "amount": 997.0,
            "refunded": [997.0] * 8 + [0.0] * 92,
        }
    )
    costs = {"fee_share": 0.029, "fee_fixed": 0.3, "hour_cost": 55, "served": 0.25}
    found = contributions(many, **costs, hours={"coaching": 6})["contribution"].iloc[0] / 100
    assert found == pytest.approx(contribution(997, refund_rate=0.08, hours=6, **costs))


def test_orders_that_cannot_be_are_refused(orders):
    with pytest.raises(ValueError, match="orders: refunded is above the amount in row 9"):
        contributions(orders.assign(refunded=[400.0, 0, 0, 0, 0]))
    with pytest.raises(ValueError, match=r"nobody bought\. Did you mean 'course'"):
        contributions(orders, hours={"courses": 1})
    with pytest.raises(ValueError, match="by must be one of 'product', 'customer_id'"):
        contributions(orders, "channel")
    with pytest.raises(ValueError, match=r"hours\['call'\] must be zero or more"):
        contributions(orders, hours={"call": -1})
