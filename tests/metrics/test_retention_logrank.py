"""The log-rank test and Greenwood's error against published values."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, logrank

from ecotools.metrics import retention

# Freireich et al. (1963), Blood 21, 699-716: weeks in remission of 21 children on 6-MP, and 21 on placebo.
SIX_MP = [6, 6, 6, 7, 10, 13, 16, 22, 23, *[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
LOST = [True] * 9 + [False] * 12 + [True] * 21
ARMS = ["6-MP"] * 21 + ["placebo"] * 21
# Klein & Moeschberger (2003), "Survival Analysis", table 4.1: Greenwood's standard errors.
GREENWOOD = {6: 0.076, 7: 0.087, 10: 0.096, 13: 0.107, 16: 0.114, 22: 0.128, 23: 0.135}

PAIRS = st.lists(st.tuples(st.integers(1, 9), st.booleans(), st.booleans()), min_size=6, max_size=30)


def freireich():
    return retention.log_rank(SIX_MP + PLACEBO, LOST, groups=ARMS)


def test_the_remissions_on_6_mp_give_the_published_test():
    """Kleinbaum & Klein, "Survival Analysis", chapter 2: 9 lost of 19.25 expected, 21 of 10.75, 16.79."""
    test = freireich()
    assert test.attrs["chi2"] == pytest.approx(16.79, abs=0.005)
    assert test.attrs["degrees"] == 1 and test.attrs["p_value"] < 0.0001
    assert test["lost"].tolist() == [9, 21] and test["n"].tolist() == [21, 21]
    assert test["expected"].tolist() == pytest.approx([19.25, 10.75], abs=0.005)


def test_the_standard_errors_of_6_mp_are_the_published_ones():
    curve = retention.kaplan_meier(SIX_MP, LOST[:21]).set_index("time")["std_error"]
    assert curve[list(GREENWOOD)].tolist() == pytest.approx(list(GREENWOOD.values()), abs=5.1e-4)
    assert curve[0] == 0


@given(st.lists(st.integers(1, 8), min_size=2, max_size=30))
def test_without_censoring_greenwoods_error_is_that_of_a_share(durations):
    curve = retention.kaplan_meier(durations)
    inside = curve[(curve["survival"] > 0) & (curve["survival"] < 1)]
    share = inside["survival"]
    assert np.allclose(inside["std_error"], np.sqrt(share * (1 - share) / len(durations)))
    assert curve[curve["survival"] == 0]["std_error"].isna().all()


@settings(max_examples=40)
@given(PAIRS)
def test_of_two_groups_it_is_the_test_of_scipy(rows):
    duration, lost, first = (np.array(each) for each in zip(*rows, strict=True))
    if first.all() or not first.any():
        first[0] = not first[0]
    test = retention.log_rank(duration, lost, groups=first)
    if "reason" in test.attrs:
        return
    sides = [CensoredData.right_censored(duration[each], ~lost[each]) for each in (first, ~first)]
    theirs = logrank(*sides)
    assert test.attrs["chi2"] == pytest.approx(theirs.statistic**2, abs=1e-9)
    assert test.attrs["p_value"] == pytest.approx(theirs.pvalue, abs=1e-9)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 9), st.booleans(), st.integers(0, 3)), min_size=8, max_size=30))
def test_expected_losses_add_up_to_the_losses_and_the_order_means_nothing(rows):
    duration, lost, group = (np.array(each) for each in zip(*rows, strict=True))
    group[:2] = 0, 1
    test = retention.log_rank(duration, lost, groups=group)
    assert test["expected"].sum() == pytest.approx(lost.sum()) and test["lost"].sum() == lost.sum()
    back = retention.log_rank(duration[::-1], lost[::-1], groups=group[::-1])
    assert back.attrs["chi2"] == pytest.approx(test.attrs["chi2"], nan_ok=True)


def test_three_groups_have_two_degrees_and_copies_of_one_group_do_not_differ():
    test = retention.log_rank(PLACEBO * 3, groups=["a"] * 21 + ["b"] * 21 + ["c"] * 21)
    assert test.attrs["degrees"] == 2 and test.attrs["chi2"] == pytest.approx(0)
    assert test.attrs["p_value"] == pytest.approx(1)
    assert test["ratio"].tolist() == pytest.approx([1, 1, 1])


def test_late_entry_by_hand():
    """At age 3, one of each group is at risk: whoever came under watch at 4 is not."""
    test = retention.log_rank(
        [3, 5, 5, 5], [True, False, False, False], groups=list("aabb"), entry=[0, 4, 4, 0]
    )
    assert test["expected"].tolist() == [0.5, 0.5] and test["lost"].tolist() == [1, 0]
    assert test.attrs["chi2"] == pytest.approx(1)


def test_groups_that_were_never_at_risk_together_cannot_be_compared():
    test = retention.log_rank([1, 2, 5], [True, True, False], groups=list("aab"), entry=[0, 0, 3])
    assert math.isnan(test.attrs["chi2"]) and math.isnan(test.attrs["p_value"])
    assert "at risk together" in test.attrs["reason"]


@pytest.mark.parametrize(
    ("groups", "error", "said"),
    [
        (["a", "a"], ValueError, "groups must name two groups or more, not 1"),
        (["a"], ValueError, "groups must be as long as durations, 2, not 1"),
        (["a", None], ValueError, "groups is missing in row 1"),
        ("ab", TypeError, "groups must be a list"),
    ],
)
def test_groups_that_do_not_fit_are_refused(groups, error, said):
    with pytest.raises(error, match=said):
        retention.log_rank([1, 2], groups=groups)
