"""Partners, things made by customers, a tested feature and a marketplace: simulated, and found again."""

import json

import numpy as np
import pandas as pd
import pytest

from ecotools.ledger import read_ledger, write_ledger
from ecotools.metrics import growth, kpi
from ecotools.simulate import (
    FeatureTest,
    PartnerProgramme,
    Referral,
    Trading,
    UserAssets,
    simulate,
)
from tests.simulate.test_seed import fingerprints

ALL = [PartnerProgramme(4), UserAssets(0.2), FeatureTest("hints", 0.5), Trading(5, 0.4, 20, share=0.15)]
PLAIN = ("touches", "orders", "subscriptions", "activity", "surveys")


def test_without_them_everything_is_as_it_was(company):
    plain = simulate(company, 6, 11)
    assert "ecosystem" not in plain.truth and list(plain.tables) == list(PLAIN)
    assert fingerprints(plain) == fingerprints(simulate(company, 6, 11, ecosystem=[]))


def test_all_but_the_feature_leave_the_other_tables_as_they_were(company):
    plain = fingerprints(simulate(company, 6, 11))
    beside = simulate(company, 6, 11, ecosystem=[ALL[0], ALL[1], ALL[3]])
    assert {name: fingerprints(beside)[name] for name in PLAIN} == plain
    assert list(beside.tables)[-3:] == ["partners", "assets", "market"]


def test_the_ledger_is_valid_kept_and_the_same_each_time(company, tmp_path):
    one, other = (simulate(company, 6, 11, ecosystem=ALL) for _ in range(2))
    assert one.check() is one and fingerprints(one) == fingerprints(other)
    assert json.loads(json.dumps(one.truth))["ecosystem"]["Trading"]["share"] == 0.15
    again = read_ledger(write_ledger(one, tmp_path / "all", "parquet"))
    assert [len(again.tables[name]) for name in again.tables] == [len(table) for table in one.tables.values()]


def test_the_lift_of_the_feature_is_found_again(company):
    company.assumptions.channels = [company.assumptions.channels[0]]
    ledger = simulate(company, 12, 5, scale=5, ecosystem=FeatureTest("hints", 0.5))
    met = ledger.exposures
    old = met[met["day"] < "2025-11-25"]
    bought = old["customer_id"].isin(ledger.orders["customer_id"])
    rate = bought.groupby(old["variant"].astype(str)).mean()
    assert rate["without"] == pytest.approx(0.3, abs=0.02) and rate["with"] == pytest.approx(0.45, abs=0.02)
    lift = kpi.compute(company, ledger, "feature_lift")["value"]
    assert lift.dropna().mean() == pytest.approx(0.15, abs=0.02)


def test_who_is_kept_from_it_buys_as_before(company):
    plain, tested = simulate(company, 6, 11), simulate(company, 6, 11, ecosystem=FeatureTest("hints", 0.5))
    without = tested.exposures.loc[tested.exposures["variant"] == "without", "customer_id"]
    buyers = [set(one.orders["customer_id"]) & set(without) for one in (plain, tested)]
    assert buyers[0] == buyers[1]
    more = [set(one.orders["customer_id"]) - set(without) for one in (plain, tested)]
    assert more[0] < more[1]


def test_a_feature_can_bring_buyers_who_never_begin(company):
    company.assumptions.channels = [company.assumptions.channels[0]]
    hurry = FeatureTest("countdown", 0.4, activation=-0.5)
    ledger = simulate(company, 12, 5, scale=5, ecosystem=hurry)
    found = growth.feature_effects(ledger, window=60, base="before").set_index("stage")
    shares = ["share_without", "share_with"]
    assert found.loc["purchase", shares].tolist() == pytest.approx([0.3, 0.42], abs=0.02)
    assert found.loc["activation", shares].tolist() == pytest.approx([0.6, 0.3], abs=0.03)
    met = growth.feature_effects(ledger, window=60).set_index("stage")
    assert met.loc["activation", "share_with"] == pytest.approx(0.42 * 0.3, abs=0.02)
    assert met.loc["purchase", "low"] > 0 > met.loc["activation", "high"]


def test_a_feature_that_comes_later_is_met_later(company):
    ledger = simulate(company, 6, 11, ecosystem=FeatureTest("hints", -0.5, share=0.2, month=4))
    assert ledger.exposures["day"].min() >= pd.Timestamp("2025-04-01")
    assert (ledger.exposures["variant"] == "with").mean() == pytest.approx(0.2, abs=0.04)


def test_partners_give_up_as_often_as_is_told(company):
    programme = PartnerProgramme(60, sandbox=0.5, first_call=0.8, live=0.6, leaves=0.0)
    ledger = simulate(company, 18, 2, ecosystem=programme)
    found = growth.partner_funnel(ledger.partners, window=93).set_index("step")
    assert found.loc["sandbox", "step_rate"] == pytest.approx(0.5, abs=0.05)
    assert found.loc["first_call", "step_rate"] == pytest.approx(0.8, abs=0.05)
    assert found.loc["live", "step_rate"] == pytest.approx(0.6, abs=0.06)
    assert found["partners"].is_monotonic_decreasing


def test_partners_who_left_call_no_more_and_adoption_counts_who_calls(company):
    ledger = simulate(company, 24, 2, ecosystem=PartnerProgramme(10, leaves=0.2))
    events = ledger.partners
    left = events[events["step"] == "left"].set_index("partner")["day"]
    calls = events[events["step"] == "call"]
    after = calls["day"].to_numpy() > calls["partner"].map(left).to_numpy(dtype="datetime64[us]")
    assert len(left) > 10 and not after.any()
    share = kpi.compute(company, ledger, "integration_adoption")["value"]
    assert ((share >= 0) & (share <= 1)).all() and 0.1 < share.iloc[-1] < 0.6


def test_buyers_make_and_trade_as_often_as_is_told(company):
    ledger = simulate(
        company, 12, 3, scale=3, ecosystem=[UserAssets(0.3, removed=0.2), Trading(4, 0.5, 20, share=0.3)]
    )
    bought = ledger.touches[ledger.touches["stage"] == "purchase"]
    months = ((ledger.end - bought["day"]).dt.days / 30.4375).sum()
    assert len(ledger.assets) == pytest.approx(0.3 * months, rel=0.05)
    assert len(ledger.market) == pytest.approx(0.5 * months, rel=0.05)
    assert ledger.market["amount"].mean() == pytest.approx(20, rel=0.03)
    first = bought.set_index("customer_id")["day"]
    assert (ledger.market["day"].to_numpy() >= first.loc[ledger.market["customer_id"]].to_numpy()).all()
    shares = ledger.market["seller"].astype(str).value_counts(normalize=True)
    assert shares["seller_1"] / shares["seller_2"] == pytest.approx(2, rel=0.15)
    rate = kpi.compute(company, ledger, "take_rate")["value"]
    assert np.allclose(rate.dropna(), 0.3, atol=0.001)
    old = ledger.assets[ledger.assets["day"] < "2025-10-01"]
    assert old["removed"].notna().mean() == pytest.approx(0.2, abs=0.04)


def test_a_referral_and_a_feature_work_together(company):
    company.funnel = [*company.funnel, {"from": "retention", "to": "referral", "rate": 0.5, "window_days": 5}]
    ledger = simulate(company, 12, 3, referral=Referral(visitors=3), ecosystem=ALL)
    referred = ledger.touches.loc[ledger.touches["channel"] == "referral", "customer_id"]
    met = ledger.exposures["customer_id"]
    leads = ledger.touches.loc[ledger.touches["stage"] == "consideration", "customer_id"]
    assert set(met) == set(leads) and set(met) & set(referred)
    assert ledger.check() is ledger


@pytest.mark.parametrize(
    ("ecosystem", "error", "said"),
    [
        (5, TypeError, "ecosystem must be a list of FeatureTest"),
        (["partners"], TypeError, "not of 'partners'"),
        ([Trading(1, 1, 1), Trading(2, 1, 1)], ValueError, "ecosystem has Trading twice"),
        (FeatureTest("hints", 0.1, month=9), ValueError, "month 9 lies after the 6"),
    ],
)
def test_what_cannot_be_simulated_is_refused(company, ecosystem, error, said):
    with pytest.raises(error, match=said):
        simulate(company, 6, ecosystem=ecosystem)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: PartnerProgramme(-1), "new_per_month must be"),
        (lambda: PartnerProgramme(1, live=70), "live must be a fraction"),
        (lambda: PartnerProgramme(1, calls=31), "calls must be at most 30"),
        (lambda: UserAssets(1, kind=""), "kind must be a word"),
        (lambda: UserAssets(1, removed_days=0), "removed_days must be"),
        (lambda: FeatureTest("", 0.1), "feature must be a name"),
        (lambda: FeatureTest("hints", -1), "lift must be above -1"),
        (lambda: FeatureTest("hints", 0.1, activation=-2), "activation must be above -1"),
        (lambda: Trading(0, 1, 1), "sellers must be"),
        (lambda: Trading(1, 1, 0), "price must be above zero"),
    ],
)
def test_terms_out_of_range_name_their_field(make, said):
    with pytest.raises(ValueError, match=said):
        make()
