"""What channels are paid: it brings visitors with saturation, and the ledger tells the money only."""

import json

import numpy as np
import pandas as pd
import pytest

from ecotools.ledger import read_ledger, write_ledger
from ecotools.simulate import Spending, simulate
from tests.simulate.test_seed import fingerprints

STEPS = [0, 200, 400, 800, 1600, 3200]


@pytest.fixture
def paid(company):
    spend = {"social": Spending(STEPS, most=3000, half=1000), "search": Spending(310, most=800, half=310)}
    return simulate(company, 6, seed=9, spend=spend)


def arrivals(ledger, channel) -> pd.Series:
    first = ledger.touches[ledger.touches["stage"] == "awareness"]
    first = first[first["channel"] == channel]
    return first["day"].dt.to_period("M").value_counts().sort_index()


def test_without_spend_everything_is_as_it_was(company):
    plain = simulate(company, 6, 11)
    assert plain.spend.empty and "spend" not in plain.truth
    assert fingerprints(plain) == fingerprints(simulate(company, 6, 11, spend={}))


def test_the_ledger_has_each_days_spend_and_months_add_up_to_the_cent(paid):
    paid.check()
    assert not paid.spend.duplicated(["day", "channel"]).any()
    months = paid.spend.groupby([paid.spend["day"].dt.month, paid.spend["channel"].astype(str)])[
        "amount"
    ].sum()
    assert months.xs("search", level="channel").round(2).tolist() == [310.0] * 6
    assert months.xs("social", level="channel").round(2).to_dict() == dict(enumerate(STEPS[1:], start=2))
    assert np.allclose(paid.spend["amount"] * 100, (paid.spend["amount"] * 100).round())


def test_more_money_brings_more_visitors_and_fewer_for_each_dollar(company, paid):
    more = arrivals(paid, "social") - arrivals(simulate(company, 6, seed=9), "social")
    assert more.iloc[0] == 0
    expected = np.array([3000 * amount / (1000 + amount) for amount in STEPS])
    assert (np.abs(more - expected) <= 4 * np.sqrt(expected)).all()
    each = (more / STEPS).iloc[1:]
    assert each.is_monotonic_decreasing
    told = paid.truth["spend"]["social"]
    assert told["brought_visitors"] == more.sum() and told["amounts"] == STEPS


def test_the_channels_own_visitors_stay_who_they_were(company, paid):
    plain = simulate(company, 6, seed=9)
    pd.testing.assert_series_equal(arrivals(paid, "partners"), arrivals(plain, "partners"))


def test_who_was_brought_buys_like_the_others(company):
    ledger = simulate(company, 12, seed=2, spend={"search": Spending(5000, most=20000, half=5000)})
    told = ledger.truth["spend"]["search"]
    rate = np.prod(
        [ledger.truth["funnel_by_channel"][step]["search"] for step in list(ledger.truth["funnel"])[:2]]
    )
    expected = told["brought_visitors"] * rate
    # Some of the last months had no time to buy.
    assert 0.85 * expected < told["brought_customers"] < expected + 4 * np.sqrt(expected)


def test_claims_move_credit_and_bring_nobody(company):
    ads = {"amount": 900, "most": 0, "half": 1}
    plain = simulate(company, 8, 3, spend={"partners": Spending(**ads)})
    claimed = simulate(company, 8, 3, spend={"partners": Spending(**ads, claims=0.5)})
    assert len(claimed.orders) == len(plain.orders)
    changed = claimed.touches["channel"] != plain.touches["channel"]
    assert set(claimed.touches.loc[changed, "stage"]) == {"purchase"}
    assert set(claimed.touches.loc[changed, "channel"]) == {"partners"}
    others = (plain.touches["stage"] == "purchase") & (plain.touches["channel"] != "partners")
    assert changed.sum() / others.sum() == pytest.approx(0.5, abs=0.05)
    first = claimed.orders.drop_duplicates("customer_id").set_index("customer_id")["channel"].astype(str)
    bought = claimed.touches[claimed.touches["stage"] == "purchase"].set_index("customer_id")["channel"]
    assert (bought.astype(str).loc[first.index] == first).all()


def test_nothing_is_claimed_in_a_month_that_is_not_paid_for(company):
    ledger = simulate(company, 6, 3, spend={"partners": Spending([0, 0, 0, 900, 900, 900], 0, 1, claims=1)})
    bought = ledger.touches[ledger.touches["stage"] == "purchase"]
    theirs = (bought["channel"] == "partners").groupby(bought["day"].dt.month).mean()
    assert (theirs.loc[:3] < 0.5).all() and (theirs.loc[4:] == 1).all()


def test_the_scale_is_that_of_visitors_and_money(company):
    spend = {"search": Spending(1000, most=4000, half=1000)}
    half, whole = (simulate(company, 6, 4, scale=scale, spend=spend) for scale in (0.5, 1))
    assert half.spend["amount"].sum() == pytest.approx(whole.spend["amount"].sum() / 2)
    brought = [one.truth["spend"]["search"]["brought_visitors"] for one in (half, whole)]
    assert brought[0] / brought[1] == pytest.approx(0.5, abs=0.02)


def test_the_truth_is_plain_data_and_the_ledger_can_be_kept(paid, tmp_path):
    assert json.loads(json.dumps(paid.truth)) == paid.truth
    again = read_ledger(write_ledger(paid, tmp_path / "paid", "parquet"))
    pd.testing.assert_frame_equal(again.spend, paid.spend)


@pytest.mark.parametrize(
    ("spend", "error", "said"),
    [
        ({"serach": Spending(1, 1, 1)}, ValueError, "Did you mean 'search'"),
        ({"search": 500}, TypeError, r"spend\['search'\] must be a Spending, not 500"),
        ([500], TypeError, "spend must be a dict"),
        ({"search": Spending([1, 2], 1, 1)}, ValueError, "has 2 amounts for 6 months"),
        (
            {"search": Spending(1, 1, 1, 0.6), "social": Spending(1, 1, 1, 0.6)},
            ValueError,
            "at most 1, not 1.2",
        ),
        ({"search": Spending(1, 1e12, 1)}, ValueError, "can be simulated"),
    ],
)
def test_spend_that_cannot_be_simulated_is_refused(company, spend, error, said):
    with pytest.raises(error, match=said):
        simulate(company, 6, spend=spend)


@pytest.mark.parametrize(
    ("field", "value"), [("amount", -1), ("amount", [1, -1]), ("most", -1), ("half", 0), ("claims", 20)]
)
def test_a_spending_out_of_range_names_its_field(field, value):
    with pytest.raises(ValueError, match=f"{field} must be"):
        Spending(**{"amount": 1, "most": 1, "half": 1, field: value})
