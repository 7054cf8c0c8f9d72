"""What a feature did to each stage, of people whom a lot made alike."""

import numpy as np
import pandas as pd
import pytest

from ecotools.ledger import Ledger
from ecotools.metrics.experiments import compare_shares
from ecotools.metrics.growth import feature_effects


@pytest.fixture
def shop():
    """Ten with the feature and ten without: 6 and 4 buy, of whom 1 and 3 begin."""
    people = pd.DataFrame(
        {"customer_id": range(1, 21), "day": pd.Timestamp("2025-01-05"), "feature": "hints"}
    )
    people["variant"] = ["with"] * 10 + ["without"] * 10
    rows = [(who, "2025-01-10", "purchase") for who in [*range(1, 7), *range(11, 15)]]
    rows += [(who, "2025-01-20", "activation") for who in [1, 11, 12, 13]]
    touches = pd.DataFrame(rows, columns=["customer_id", "day", "stage"]).assign(channel="", asset="")
    touches["day"] = pd.to_datetime(touches["day"])
    return Ledger(touches=touches, exposures=people, start="2025-01-01", end="2025-04-01")


def test_shares_of_those_who_met_it_and_their_interval(shop):
    found = feature_effects(shop).set_index("stage")
    assert found.loc["purchase", ["share_without", "share_with"]].tolist() == [0.4, 0.6]
    assert found.loc["activation", ["share_without", "share_with"]].tolist() == [0.3, 0.1]
    expected = compare_shares(4, 10, 6, 10)
    assert found.loc["purchase", ["difference", "low", "high"]].tolist() == pytest.approx(
        expected[["difference", "low", "high"]].tolist()
    )


def test_shares_of_those_at_the_stage_before(shop):
    found = feature_effects(shop, base="before").set_index("stage")
    assert found.loc["activation", ["without", "with"]].tolist() == [4, 6]
    assert found.loc["activation", ["share_without", "share_with"]].tolist() == pytest.approx([3 / 4, 1 / 6])


def test_what_comes_after_the_window_or_before_the_feature_does_not_count(shop):
    assert feature_effects(shop, stages="activation", window=14)["share_with"].tolist() == [0.0]
    shop.touches = shop.touches.assign(day=pd.Timestamp("2025-01-04"))
    assert feature_effects(shop)["share_with"].tolist() == [0.0, 0.0]


def test_who_was_seen_too_briefly_is_left_out(shop):
    late = pd.to_datetime(["2025-03-20", *["2025-01-05"] * 19])
    shop.exposures = shop.exposures.assign(day=late)
    found = feature_effects(shop)
    assert found["with"].tolist() == [9, 9] and found.attrs["left_out"] == 1
    assert np.isnan(feature_effects(shop, window=89)["difference"]).all()


def test_several_features_have_to_be_told_apart(shop):
    other = shop.exposures.assign(feature="colours")
    shop.exposures = pd.concat([shop.exposures, other], ignore_index=True)
    assert feature_effects(shop, "hints")["share_with"].tolist() == [0.6, 0.1]
    with pytest.raises(ValueError, match="feature must be named: the ledger has colours, hints"):
        feature_effects(shop)
    with pytest.raises(ValueError, match="Did you mean 'hints'"):
        feature_effects(shop, "hint")


def test_what_cannot_be_compared_is_refused(shop):
    with pytest.raises(TypeError, match="ledger must be a Ledger"):
        feature_effects(shop.exposures)
    with pytest.raises(ValueError, match="ledger has no exposures"):
        feature_effects(Ledger(touches=shop.touches))
    with pytest.raises(ValueError, match="Did you mean 'purchase'"):
        feature_effects(shop, stages=["purchases"])
