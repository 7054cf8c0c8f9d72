"""Two groups side by side: shares, means and the sizes of the groups, against published examples."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.experiments import compare_means, compare_shares, sample_ratio_mismatch

NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]
"""Newcombe (1998), Statistics in Medicine 17, 873-890, table II, examples a to h by his method 10."""

SLEEP = (
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
)
"""Student's data on sleep: hours gained with one drug and the other (R's data set `sleep`)."""

counts = st.tuples(st.integers(1, 400), st.integers(0, 400)).map(lambda pair: (min(pair), max(pair)))


# --- shares -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("b", "n_b", "a", "n_a", "low", "high"), NEWCOMBE)
def test_the_interval_of_a_difference_is_that_of_newcombe_s_examples(b, n_b, a, n_a, low, high):
    found = compare_shares(a, n_a, b, n_b)
    assert found[["low", "high"]].tolist() == pytest.approx([low, high], abs=5e-5)


def test_the_lift_and_its_interval_are_those_of_the_physicians_health_study():
    """Agresti, "An Introduction to Categorical Data Analysis", 2.3: 189 of 11,034 and 104 of 11,037.

    He gives the ratio 1.82 with (1.43, 2.30), rounded from (1.433, 2.306).
    """
    found = compare_shares(104, 11_037, 189, 11_034)
    ends = found[["lift", "lift_low", "lift_high"]] + 1
    assert ends.tolist() == pytest.approx([1.818, 1.433, 2.306], abs=6e-4)
    assert found["difference"] == pytest.approx(0.0077, abs=5e-5)
    assert found["z"] == pytest.approx(5.0, abs=5e-3)


def test_the_z_test_is_the_chi_square_test_of_the_four_counts():
    from scipy.stats import chi2_contingency

    found = compare_shares(30, 500, 52, 480)
    test = chi2_contingency([[30, 470], [52, 428]], correction=False)
    assert found["z"] ** 2 == pytest.approx(test.statistic)
    assert found["p_value"] == pytest.approx(test.pvalue)


def test_a_comparison_names_its_methods_and_level():
    definition = compare_shares(1, 10, 2, 10, level=0.9).attrs["definition"]
    assert "Newcombe" in definition["difference"] and "Katz" in definition["lift"]
    assert "pooled" in definition["p_value"] and definition["level"] == 0.9


@settings(max_examples=60)
@given(counts, counts)
def test_the_difference_turns_round_with_the_groups_and_lies_within_its_interval(one, other):
    (a, n_a), (b, n_b) = one, other
    there, back = compare_shares(a, n_a, b, n_b), compare_shares(b, n_b, a, n_a)
    assert there[["difference", "low", "high"]].tolist() == pytest.approx(
        [-back["difference"], -back["high"], -back["low"]], abs=1e-12
    )
    assert -1 - 1e-12 <= there["low"] <= there["difference"] <= there["high"] <= 1 + 1e-12
    if a and b:
        assert (1 + there["lift"]) * (1 + back["lift"]) == pytest.approx(1)
        assert there["lift_low"] <= there["lift"] <= there["lift_high"]


def test_a_higher_level_gives_a_wider_interval():
    narrow, wide = (compare_shares(30, 500, 52, 480, level=level) for level in (0.8, 0.99))
    assert wide["low"] < narrow["low"] < narrow["high"] < wide["high"]
    assert wide["lift_low"] < narrow["lift_low"] < narrow["lift_high"] < wide["lift_high"]


def test_what_cannot_be_computed_is_blank_and_says_why():
    nobody = compare_shares(0, 50, 3, 50)
    assert nobody["high"] > nobody["difference"] == 0.06 and math.isnan(nobody["lift"])
    assert "nobody converted in A" in nobody.attrs["reason"]
    lost = compare_shares(3, 50, 0, 50)
    assert lost["lift"] == -1 and math.isnan(lost["lift_high"])
    assert "nobody converted in B" in lost.attrs["reason"]
    everybody = compare_shares(50, 50, 40, 40)
    assert everybody["difference"] == 0 == everybody["lift"] and math.isnan(everybody["p_value"])
    assert "everybody converted" in everybody.attrs["reason"]
    empty = compare_shares(0, 0, 3, 50)
    assert empty.isna().all() and empty.attrs["reason"] == "nobody visited A"
    assert compare_shares(1, 50, 3, 50).attrs["reason"] == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((12, 10, 1, 10), r"conversions_a must be at most visitors_a \(10\), not 12"),
        ((1, 10, -1, 10), "conversions_b must be a whole number, 0 or more, not -1"),
        ((0.04, 10, 1, 10), "conversions_a must be a whole number, 0 or more, not 0.04"),
        ((1, 10, 1, float("nan")), "visitors_b must be a finite number"),
    ],
)
def test_counts_that_cannot_be_are_refused_by_name(arguments, said):
    with pytest.raises(ValueError, match=said):
        compare_shares(*arguments)


def test_a_level_in_percent_is_recognised():
    with pytest.raises(ValueError, match=r"level must be a fraction .* did you mean 0.95"):
        compare_shares(1, 10, 2, 10, level=95)
    with pytest.raises(ValueError, match=r"level must lie between 0 and 1, such as 0\.95, not 1"):
        compare_shares(1, 10, 2, 10, level=1)
    with pytest.raises(TypeError, match="visitors_a must be a number, not 'ten'"):
        compare_shares(1, "ten", 2, 10)


# --- means --------------------------------------------------------------------------------------------------


def test_welch_s_interval_is_that_of_student_s_sleep_data():
    """R's help of t.test: t = -1.8608, p = 0.07939, from -3.3654832 to 0.2054832, first less second."""
    found = compare_means(*SLEEP)
    assert found[["low", "high"]].tolist() == pytest.approx([-0.2054832, 3.3654832], abs=1e-7)
    assert found["p_value"] == pytest.approx(0.07939, abs=5e-6)
    assert found[["mean_a", "mean_b"]].tolist() == pytest.approx([0.75, 2.33])


def test_the_bootstrap_finds_the_same_interval_where_amounts_are_nearly_normal():
    random = np.random.default_rng(3)
    a, b = random.normal(50, 10, 400), random.normal(53, 14, 400)
    welch, drawn = compare_means(a, b), compare_means(a, b, method="bootstrap", seed=1)
    assert drawn[["low", "high"]].tolist() == pytest.approx(welch[["low", "high"]].tolist(), abs=0.25)
    assert drawn["difference"] == welch["difference"]
    assert (drawn["p_value"] < 0.05) == (welch["p_value"] < 0.05)


def test_the_interval_of_the_bootstrap_holds_the_truth_about_as_often_as_it_says():
    random = np.random.default_rng(8)
    held = 0
    for seed in range(100):
        a, b = (random.binomial(1, 0.2, 150) * random.exponential(mean, 150) for mean in (100, 150))
        found = compare_means(a, b, method="bootstrap", level=0.9, resamples=400, seed=seed)
        held += found["low"] <= 0.2 * 50 <= found["high"]
    assert 80 <= held <= 98


def test_the_bootstrap_answers_to_its_seed_and_to_no_order():
    a, b = [0, 0, 0, 49, 199, 0], [0, 49, 0, 249, 0, 49, 0]
    one = compare_means(a, b, method="bootstrap", seed=4)
    pd.testing.assert_series_equal(one, compare_means(a[::-1], pd.Series(b), method="bootstrap", seed=4))
    assert one["p_value"] != compare_means(a, b, method="bootstrap", seed=5)["p_value"]
    assert one.attrs["definition"]["seed"] == 4 and "bootstrap" in one.attrs["definition"]["method"]


def test_the_means_of_tens_of_thousands_of_visitors_are_drawn_in_little_memory():
    random = np.random.default_rng(1)
    a = random.binomial(1, 0.03, 50_000) * random.choice([49.0, 199.0, 347.0], 50_000)
    found = compare_means(a, a * 1.1, method="bootstrap", resamples=1000)
    assert found["lift"] == pytest.approx(0.1)
    assert found["low"] < found["difference"] < found["high"]


def test_means_without_spread_or_sales_say_so():
    alike = compare_means([5, 5], [6, 6])
    assert alike["difference"] == 1 and math.isnan(alike["low"])
    assert "no spread" in alike.attrs["reason"]
    free = compare_means([0, 0, 0], [0, 10, 0])
    assert math.isnan(free["lift"]) and "mean of A is 0" in free.attrs["reason"]


@pytest.mark.parametrize(
    ("a", "error", "said"),
    [
        ([1.0], ValueError, "a needs two amounts or more, one per visitor, not 1"),
        ([1.0, None], ValueError, "a has a blank at place 2: a visitor who bought nothing is a 0"),
        ([1.0, "2"], TypeError, "each amount in a must be a number, not '2'"),
        ([1.0, float("inf")], ValueError, "a has an infinite amount"),
        (5, TypeError, "a must be a list of amounts"),
        ("12", TypeError, "a must be a list of amounts"),
    ],
)
def test_amounts_that_are_none_are_refused(a, error, said):
    with pytest.raises(error, match=said):
        compare_means(a, [1, 2])


def test_an_unknown_method_is_refused_with_the_nearest_one():
    with pytest.raises(ValueError, match="Did you mean 'welch'"):
        compare_means([1, 2], [1, 2], method="welsh")


# --- sizes of the groups ------------------------------------------------------------------------------------


def test_a_mismatch_of_less_than_one_percent_is_found_among_many_visitors():
    """Kohavi, Tang and Xu (2020), chapter 21: 821,588 against 815,482 has p = 1.8e-6."""
    found = sample_ratio_mismatch({"control": 821_588, "treatment": 815_482})
    assert found["p_value"] == pytest.approx(1.8e-6, rel=0.03)
    assert found["mismatch"] is True


def test_the_chi_square_is_that_of_mendel_s_peas():
    """315, 108, 101 and 32 peas against 9:3:3:1 give 0.470 (Pearson's test, in every textbook)."""
    found = sample_ratio_mismatch([315, 108, 101, 32], [9, 3, 3, 1])
    assert found["chi_square"] == pytest.approx(0.470, abs=5e-4)
    assert found["mismatch"] is False and found.attrs["expected"][0] == pytest.approx(312.75)


def test_a_plan_may_be_given_by_name_in_any_order_and_unit():
    by_name = sample_ratio_mismatch(pd.Series({"old": 900, "new": 98}), {"new": 10, "old": 90})
    listed = sample_ratio_mismatch([900, 98], [0.9, 0.1])
    assert by_name.tolist() == listed.tolist()


def test_nobody_counted_is_no_mismatch_and_no_match():
    found = sample_ratio_mismatch([0, 0])
    assert found["mismatch"] is None and math.isnan(found["p_value"])
    assert found.attrs["reason"] == "nobody was counted"


@pytest.mark.parametrize(
    ("counts", "planned", "said"),
    [
        ([5], None, "counts needs two groups or more, not 1"),
        ([5, 5.5], None, r"counts\[1\] must be a whole number, 0 or more, not 5.5"),
        ([5, 5], [1, 1, 1], "planned must name the groups of counts"),
        ({"A": 5, "B": 5}, {"A": 1, "C": 1}, "planned must name the groups of counts"),
        ([5, 5], [1, 0], r"planned\[1\] must be above zero"),
    ],
)
def test_groups_and_plans_that_do_not_fit_are_refused(counts, planned, said):
    with pytest.raises(ValueError, match=said):
        sample_ratio_mismatch(counts, planned)


def test_what_has_no_groups_is_refused():
    with pytest.raises(TypeError, match="counts must have one number per group"):
        sample_ratio_mismatch("AB")
