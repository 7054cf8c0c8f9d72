"""Whom to pair with whom."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import matching


def fit_of(values) -> pd.DataFrame:
    values = np.array(values, float)
    return pd.DataFrame(
        values, index=[f"n{i}" for i in range(len(values))], columns=[f"m{i}" for i in range(values.shape[1])]
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=4, max_size=4))
def test_no_other_pairs_fit_better(rows):
    fit = fit_of(rows)
    best = max(sum(fit.iloc[i, j] for i, j in enumerate(order)) for order in permutations(range(4)))
    found = matching.pairs(fit, lots=10)
    assert found["fit"].sum() == best == found.attrs["total"]
    assert found["one"].is_unique
    assert found["other"].is_unique


def test_lots_are_worse_on_average_and_say_how_rare_the_best_is():
    rng = np.random.default_rng(2)
    found = matching.pairs(fit_of(rng.random((8, 8))), seed=1)
    assert found.attrs["by_lot"] == pytest.approx(4, abs=0.4)
    assert found.attrs["total"] > 1.4 * found.attrs["by_lot"]
    assert found.attrs["as_good"] < 0.01


def test_a_mentor_with_two_places_takes_two_and_who_finds_none_is_named():
    fit = fit_of([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3], [0.1, 0.1]])
    assert matching.pairs(fit).attrs["alone"] == ["n1", "n3"]
    found = matching.pairs(fit, places={"m0": 3, "m1": 1})
    assert found.groupby("other").size().to_dict() == {"m0": 3, "m1": 1}
    assert found.attrs["alone"] == []


def test_what_people_have_in_common_is_a_mean_of_shares():
    newcomers = pd.DataFrame(
        {"customer_id": [2, 1], "goal": ["novel", "blog"], "zone": ["Asia/Tokyo", "Europe/Berlin"]}
    )
    mentors = pd.DataFrame({"customer_id": [9], "goal": ["blog"], "zone": ["Europe/Berlin"]})
    fit = matching.fits(newcomers, mentors, ["goal"], zone="zone", day="2025-01-15")
    assert fit.index.tolist() == [1, 2]
    assert fit.loc[1, 9] == 1
    assert fit.loc[2, 9] == pytest.approx((0 + 6 / 14) / 2)
    assert matching.fits(newcomers, mentors, "goal").loc[2, 9] == 0


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda fit: matching.pairs(fit, places={"m9": 1}), "places must be one of"),
        (lambda fit: matching.pairs(fit.set_axis(["a", "a"])), "'a' twice"),
        (lambda fit: matching.pairs(fit.assign(m0=np.nan)), "m0 is missing"),
        (lambda fit: matching.fits(fit, fit), "same must name a column"),
        (
            lambda fit: matching.fits(fit.assign(customer_id=1), fit.assign(customer_id=1), "m0"),
            "comes a second time",
        ),
    ],
)
def test_what_cannot_be_paired_is_refused(call, said):
    with pytest.raises((TypeError, ValueError), match=said):
        call(fit_of([[1, 2], [3, 4]]))
