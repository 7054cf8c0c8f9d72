"""Planning an experiment: size, power, looks and the winner's curse, against published numbers."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.experiments import (
    exaggeration,
    minimal_detectable_effect,
    peeking,
    power,
    sample_size,
    sequential_boundary,
)

FORMULAS = ["pooled", "unpooled", "evan_miller", "arcsine"]

ARMITAGE = {
    **{1: 0.050, 2: 0.083, 3: 0.107, 4: 0.126, 5: 0.142},
    **{10: 0.193, 20: 0.248, 50: 0.320, 100: 0.374},
}
"""Armitage, McPherson and Rowe (1969), table 2: the error of n looks at 5%."""

POCOCK = {2: 2.178, 3: 2.289, 4: 2.361, 5: 2.413, 10: 2.555, 20: 2.672}
OBRIEN_FLEMING = {2: 1.977, 3: 2.004, 4: 2.024, 5: 2.040, 10: 2.087, 20: 2.126}
"""Jennison and Turnbull (2000), tables 2.1 and 2.3, at 5% on two sides."""


# --- sizes --------------------------------------------------------------------------------------------------


def test_the_pooled_formula_is_that_of_r():
    """R's help of power.prop.test: 0.50 against 0.75 needs 76.7 for a power of 0.90; 50 have one of 0.740."""
    assert sample_size(0.5, 0.25, power=0.9)["exact"] == pytest.approx(76.7, abs=0.05)
    assert power(0.5, 0.25, 50) == pytest.approx(0.740, abs=5e-4)


def test_the_unpooled_formula_is_that_of_the_textbook_of_clinical_trials():
    """Chow, Shao and Wang, "Sample Size Calculations in Clinical Research", 4.2: 0.65 to 0.85 needs 70."""
    assert sample_size(0.65, 0.20, formula="unpooled")["per_group"] == 70


def test_evan_miller_s_calculator_gives_1030_for_20_against_25_percent():
    """evanmiller.org/ab-testing/sample-size.html as it opens; it rounds to the nearest."""
    assert round(sample_size(0.20, 0.05, formula="evan_miller")["exact"]) == 1030
    down, mirrored = (sample_size(*each, formula="evan_miller") for each in ((0.8, -0.05), (0.2, 0.05)))
    assert down["exact"] == pytest.approx(mirrored["exact"])


def test_lehr_s_rule_is_that_of_the_first_paper_on_experiments_on_the_web():
    """Kohavi et al. (2009), Data Mining and Knowledge Discovery 18: 5% up by 5% of it needs 121,600."""
    assert sample_size(0.05, 0.05, relative=True, formula="lehr")["per_group"] == 121_600
    with pytest.raises(ValueError, match=r"'lehr' holds for a power of 0\.8 and an alpha of 0\.05, not 0\.9"):
        sample_size(0.05, 0.01, power=0.9, formula="lehr")
    with pytest.raises(ValueError, match="'lehr' knows one power only"):
        power(0.05, 0.01, 100, formula="lehr")


def test_cohen_s_formula_is_that_of_his_book():
    """The R package pwr, pwr.2p.test(h = ES.h(0.55, 0.50), power = 0.80): h = 0.1001674, n = 1564.529."""
    assert sample_size(0.50, 0.05, formula="arcsine")["exact"] == pytest.approx(1564.529, abs=5e-3)


def test_the_formulas_differ_by_a_few_percent_for_one_question():
    sizes = {formula: sample_size(0.04, 0.01, formula=formula)["exact"] for formula in [*FORMULAS, "lehr"]}
    assert len(set(sizes.values())) == 5
    assert max(sizes.values()) / min(sizes.values()) < 1.15
    assert "pooled" in sample_size(0.04, 0.01).attrs["definition"]["formula"]


chances = st.floats(0.02, 0.98)


@settings(max_examples=60)
@given(chances, chances, st.floats(0.5, 0.99), st.sampled_from([0.01, 0.05, 0.2]), st.sampled_from(FORMULAS))
def test_the_size_that_is_needed_has_the_power_asked_for(base, target, wanted, alpha, formula):
    if abs(target - base) < 0.01:
        return
    effect = target - base
    needed = int(sample_size(base, effect, power=wanted, alpha=alpha, formula=formula)["per_group"])
    assert power(base, effect, needed, alpha=alpha, formula=formula) >= wanted - 1e-9
    if needed > 1:
        assert power(base, effect, needed - 1, alpha=alpha, formula=formula) < wanted + 1e-9


@settings(max_examples=40)
@given(st.floats(0.01, 0.9), st.integers(200, 100_000), st.sampled_from([*FORMULAS, "lehr"]))
def test_the_smallest_effect_found_needs_as_many_visitors_as_there_are(base, n, formula):
    rise = minimal_detectable_effect(base, n, formula=formula)
    if math.isnan(rise):
        assert "too few" in rise.reason
        return
    assert sample_size(base, rise, formula=formula)["exact"] == pytest.approx(n, rel=1e-6)
    relative = minimal_detectable_effect(base, n, formula=formula, relative=True)
    assert relative * base == pytest.approx(rise)


def test_the_power_is_the_share_of_simulated_experiments_that_find_the_effect():
    random, n = np.random.default_rng(5), 2000
    a, b = random.binomial(n, 0.05, 20_000) / n, random.binomial(n, 0.07, 20_000) / n
    middle = (a + b) / 2
    z = (b - a) / np.sqrt(2 * middle * (1 - middle) / n)
    assert power(0.05, 0.02, n) == pytest.approx((z > 1.959964).mean(), abs=0.012)


@pytest.mark.parametrize(
    ("arguments", "options", "said"),
    [
        ((0, 0.1), {}, "base must lie between 0 and 1"),
        ((5, 0.1), {}, "base must be a fraction .* did you mean 0.05"),
        ((0.5, 0), {}, "effect must not be 0"),
        ((0.5, 5), {}, "effect 5 leads from 0.5 to 5.5, which is no share.* In points, 5% is 0.05"),
        ((0.1, -0.2), {}, "effect -0.2 leads from 0.1 to -0.1, which is no share"),
        ((0.1, 0.1), {"power": 80}, "power must be a fraction .* did you mean 0.8"),
        ((0.1, 0.1), {"power": 0.02}, r"power must be above alpha / 2 \(0.025\)"),
        ((0.1, 0.1), {"formula": "miller"}, "formula must be one of 'pooled'"),
    ],
)
def test_questions_without_an_answer_are_refused(arguments, options, said):
    with pytest.raises(ValueError, match=said):
        sample_size(*arguments, **options)


def test_too_few_visitors_find_no_share_at_all():
    assert "too few to tell any share from 0.5" in minimal_detectable_effect(0.5, 3).reason
    with pytest.raises(ValueError, match="n must be a whole number, 1 or more, not 0"):
        minimal_detectable_effect(0.5, 0)


# --- looks --------------------------------------------------------------------------------------------------


def test_the_error_of_repeated_looks_is_that_of_the_published_table():
    error = peeking(100, method="exact").set_index("look")["error"]
    for looks, published in ARMITAGE.items():
        assert error[looks] == pytest.approx(published, abs=6e-4), looks


@pytest.mark.parametrize("looks", [5, 10, 20])
def test_simulated_experiments_without_an_effect_win_as_often_as_published(looks):
    found = peeking(looks, seed=looks, runs=40_000).iloc[-1]
    assert found["error"] == pytest.approx(ARMITAGE[looks], abs=4 * found["standard_error"])
    assert 0 < found["standard_error"] < 0.003


def test_the_number_of_looks_decides_and_not_the_number_of_the_look():
    """Five looks of twenty have the error of five looks: what counts is how visitors grow between them."""
    five, twenty = (peeking(looks, method="exact")["error"] for looks in (5, 20))
    assert twenty[:5].tolist() == pytest.approx(five.tolist())


def test_looks_may_lie_where_they_like():
    assert peeking([100, 200], method="exact")["error"].tolist() == pytest.approx(
        peeking(2, method="exact")["error"].tolist()
    )
    late, early = (peeking(looks, method="exact")["error"].iloc[-1] for looks in ([900, 1000], [10, 1000]))
    assert 0.05 < late < early < 0.0975
    assert peeking([1, 5, 1000], seed=2)["error"].iloc[-1] == pytest.approx(
        peeking([1, 5, 1000], method="exact")["error"].iloc[-1], abs=0.01
    )


def test_looks_too_close_for_the_exact_recursion_are_refused_and_can_be_simulated():
    with pytest.raises(ValueError, match="looks lie too close together: 1e-06 of all visitors"):
        peeking([999_999, 1_000_000], method="exact")
    assert peeking([999_999, 1_000_000])["error"].iloc[-1] == pytest.approx(0.05, abs=0.008)


def test_a_simulation_answers_to_its_seed():
    assert peeking(6, seed=1, runs=500).equals(peeking(6, seed=1, runs=500))
    assert not peeking(6, seed=1, runs=500).equals(peeking(6, seed=2, runs=500))


@pytest.mark.parametrize("looks", POCOCK)
def test_the_constants_of_the_boundaries_are_the_published_ones(looks):
    assert sequential_boundary(looks, shape="pocock")["z"].iloc[0] == pytest.approx(POCOCK[looks], abs=6e-4)
    found = sequential_boundary(looks, shape="obrien_fleming")
    assert found["z"].iloc[-1] == pytest.approx(OBRIEN_FLEMING[looks], abs=6e-4)
    assert found["z"].to_numpy() == pytest.approx(found["z"].iloc[-1] / np.sqrt(found["share"]))


def test_the_spending_boundaries_are_those_of_the_program_of_lan_and_demets():
    """ldbounds and LD98 for five equal looks at 5% on two sides."""
    cautious = sequential_boundary(5, shape="obrien_fleming_spending")["z"]
    assert cautious.tolist() == pytest.approx([4.8769, 3.3569, 2.6803, 2.2898, 2.0310], abs=2e-4)
    even = sequential_boundary(5, shape="pocock_spending")["z"]
    assert even.tolist() == pytest.approx([2.4380, 2.4268, 2.4101, 2.3966, 2.3859], abs=2e-4)


@settings(max_examples=15)
@given(
    st.lists(st.integers(1, 100), min_size=1, max_size=6, unique=True),
    st.sampled_from(["pocock", "obrien_fleming", "pocock_spending", "obrien_fleming_spending"]),
    st.sampled_from([0.01, 0.05, 0.1]),
)
def test_a_boundary_keeps_the_error_of_all_looks_together(visitors, shape, alpha):
    table = sequential_boundary(sorted(visitors), shape=shape, alpha=alpha)
    assert table["spent"].iloc[-1] == pytest.approx(alpha, abs=1e-7)
    again = peeking(sorted(visitors), critical=table["z"], method="exact")["error"]
    assert again.tolist() == pytest.approx(table["spent"].tolist())


@pytest.mark.parametrize("alpha", [0.01, 0.05])
def test_a_first_look_that_comes_very_early_costs_nothing(alpha):
    table = sequential_boundary([1, 10_000], shape="obrien_fleming", alpha=alpha)
    assert table["z"].iloc[-1] == pytest.approx(sequential_boundary(1, alpha=alpha)["z"].iloc[0], abs=1e-6)


def test_one_look_is_the_usual_test():
    for shape in ("pocock", "obrien_fleming", "pocock_spending", "obrien_fleming_spending"):
        assert sequential_boundary(1, shape=shape)["z"].tolist() == pytest.approx([1.959964], abs=1e-5)


@pytest.mark.parametrize(
    ("looks", "options", "error", "said"),
    [
        (0, {}, ValueError, "looks must be a whole number, 1 or more, not 0"),
        ([], {}, ValueError, "looks must rise"),
        ([5, 5], {}, ValueError, "looks must rise from look to look and start above 0"),
        ([0, 5], {}, ValueError, "looks must rise from look to look and start above 0"),
        (["one"], {}, TypeError, "looks must be a number of looks or the visitors seen at each"),
        (3, {"critical": [2.0, 2.0]}, ValueError, "critical has 2 limits for 3 looks"),
        (2, {"critical": [2.0, -2.0]}, ValueError, "each limit in critical must be above zero"),
        (2, {"method": "simulate"}, ValueError, "Did you mean 'simulated'"),
        (2, {"runs": 10}, ValueError, "runs must be a whole number, 100 or more"),
        (2, {"alpha": 5}, ValueError, "alpha must be a fraction"),
    ],
)
def test_looks_and_limits_that_cannot_be_are_refused(looks, options, error, said):
    with pytest.raises(error, match=said):
        peeking(looks, **options)


# --- the winner's curse -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effect", "spread", "chance", "wrong", "times"),
    [(0.1, 3.28, 0.05, 0.46, 77), (1.0, 3.28, 0.06, 0.19, 7.7), (2.0, 8.1, 0.06, 0.24, 9.7)],
)
def test_the_errors_of_type_s_and_m_are_those_of_gelman_and_carlin(effect, spread, chance, wrong, times):
    """Gelman and Carlin (2014), both examples; they simulated the factor, so its third digit is luck."""
    found = exaggeration(effect, spread)
    assert found["power"] == pytest.approx(chance, abs=0.005)
    assert found["wrong_sign"] == pytest.approx(wrong, abs=0.005)
    assert found["exaggeration"] == pytest.approx(times, rel=0.02)


def test_the_curse_is_that_of_simulated_experiments():
    estimates = np.random.default_rng(2).normal(1.0, 1.5, 400_000)
    found = estimates[np.abs(estimates) > 1.959964 * 1.5]
    expected = exaggeration(1.0, 1.5)
    assert expected["power"] == pytest.approx(len(found) / len(estimates), abs=0.003)
    assert expected["wrong_sign"] == pytest.approx((found < 0).mean(), abs=0.003)
    assert expected["exaggeration"] == pytest.approx(np.abs(found).mean(), abs=0.02)


@settings(max_examples=40)
@given(st.floats(0.01, 8))
def test_a_larger_experiment_exaggerates_less(effect):
    small, large = exaggeration(effect, 1.0), exaggeration(effect, 0.5)
    assert large["exaggeration"] <= small["exaggeration"] and large["power"] >= small["power"]
    assert large["exaggeration"] >= 1 - 1e-12 and 0 <= small["wrong_sign"] <= 0.5
    assert exaggeration(-effect, 1.0).tolist() == small.tolist()


def test_an_effect_of_nothing_cannot_be_exaggerated():
    with pytest.raises(ValueError, match="effect must not be 0"):
        exaggeration(0, 1)
    with pytest.raises(ValueError, match="standard_error must be above zero"):
        exaggeration(1, 0)
