"""Price surveys: Van Westendorp in both conventions.

The published numbers are those that the documentation of the R package pricesensitivitymeter prints. Its data
are drawn with R's random numbers, which are drawn again here.
"""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtri

from ecotools.metrics.pricing import (
    van_westendorp_curves,
    van_westendorp_points,
)

QUESTIONS = ["too_cheap", "cheap", "expensive", "too_expensive"]
CURVES = ["too_cheap", "cheap", "not_cheap", "expensive", "not_expensive", "too_expensive"]


class R:
    """R's default random numbers: Mersenne Twister, inversion."""

    def __init__(self, seed):
        state = []
        for step in range(50 + 625):
            seed = (69069 * seed + 1) % 2**32
            if step > 50:
                state.append(seed)
        self.twister = np.random.RandomState()
        self.twister.set_state(("MT19937", np.array(state, dtype=np.uint32), 624))

    def uniform(self):
        return int.from_bytes(self.twister.bytes(4), "little") * 2.3283064365386963e-10

    def normal(self, mean, sd, n=250):
        """``round(rnorm(n, mean, sd), 2)``"""
        drawn = [int(2**27 * self.uniform()) + self.uniform() for _ in range(n)]
        return np.round(mean + sd * ndtri(np.array(drawn) / 2**27), 2)


def survey(*columns):
    return pd.DataFrame(dict(zip(QUESTIONS, columns, strict=True)))


@pytest.fixture(scope="module")
def published():
    """The data of the example of ``?psm_analysis``: set.seed(42)."""
    r = R(42)
    return survey(r.normal(5, 0.5), r.normal(8.5, 0.5), r.normal(13, 0.75), r.normal(17, 1))


# --- published numbers --------------------------------------------------------------------------------------


def test_the_random_numbers_are_those_of_r():
    """R: set.seed(42); rnorm(3) prints 1.37095845 -0.56469817 0.36312841."""
    assert R(42).normal(0, 1, 3).tolist() == [1.37, -0.56, 0.36]


def test_the_points_are_those_the_r_package_prints(published):
    """pricesensitivitymeter 1.3.3, ?psm_analysis: range 6.35 - 14.53, indifference 9.98, optimal 6.35."""
    points = van_westendorp_points(published, interpolate=False)
    assert points["low"].to_dict() == {"PMC": 6.35, "PME": 14.53, "IDP": 9.98, "OPP": 6.35}
    assert (points.attrs["n_used"], points.attrs["n_dropped"]) == (250, 0)


def test_the_shares_are_those_the_r_package_prints():
    """Vignette "Visualizing PSM Results", set.seed(20): the row in the middle, at a price of 12.31."""
    r = R(20)
    answers = survey(r.normal(8, 1.5), r.normal(12, 2), r.normal(13, 1), r.normal(15, 1))
    curves = van_westendorp_curves(answers)
    middle = curves.iloc[round(len(curves) / 2) - 1]
    expected = [12.31, 0, 0.2302158, 0.7697842, 0.1510791, 0.8489209, 0.007194245]
    assert middle[["price", *CURVES]].tolist() == pytest.approx(expected, abs=5e-8)


# --- by hand ------------------------------------------------------------------------------------------------

FOUR = survey([10, 20, 30, 40], [25, 35, 45, 55], [40, 50, 60, 70], [60, 70, 80, 90])


def test_the_curves_of_four_people_are_counted_by_hand():
    curves = van_westendorp_curves(FOUR).set_index("price")
    assert curves.columns.tolist() == CURVES
    assert curves.loc[40].to_dict() == {
        "too_cheap": 0.25, "cheap": 0.5, "not_cheap": 0.5, "expensive": 0.25, "not_expensive": 0.75,
        "too_expensive": 0.0,
    }  # fmt: skip


def test_the_conventions_differ_in_the_range_and_agree_on_the_points_within():
    """Classic: too cheap x not cheap. Popular: too cheap x expensive; its range is never the wider one."""
    classic = van_westendorp_points(FOUR)
    popular = van_westendorp_points(FOUR, convention="four_curve")
    pd.testing.assert_series_equal(classic.loc["IDP"], popular.loc["IDP"])
    pd.testing.assert_series_equal(classic.loc["OPP"], popular.loc["OPP"])
    assert popular.attrs["definition"]["crossings"]["PMC"] == "too_cheap x expensive"
    assert classic.attrs["definition"]["crossings"]["PMC"] == "too_cheap x not_cheap"
    assert classic["price"].to_dict() == {"PMC": 35.0, "PME": 60.0, "IDP": 47.5, "OPP": 50.0}
    assert popular["price"].to_dict() == {"PMC": 40.0, "PME": 57.5, "IDP": 47.5, "OPP": 50.0}


def test_lines_cross_between_two_prices_and_steps_at_one():
    """At 20 too cheap leads by 1 of 3 people, at 30 it trails by 2: the lines cross a third of the way."""
    answers = survey([10, 10, 20], [20, 20, 30], [40, 40, 40], [50, 50, 50])
    lines = van_westendorp_points(answers).loc["PMC"]
    steps = van_westendorp_points(answers, interpolate=False).loc["PMC"]
    assert lines["price"] == pytest.approx(20 + 10 / 3)
    assert (steps["low"], steps["high"]) == (20, 20)


def test_curves_that_lie_on_each_other_give_a_stretch_and_its_middle():
    answers = survey([10, 12], [20, 22], [40, 42], [60, 62])
    point = van_westendorp_points(answers, interpolate=False).loc["OPP"]
    assert (point["low"], point["price"], point["high"]) == (12, 36, 60)
    line = van_westendorp_points(answers).loc["OPP"]
    assert (line["low"], line["price"], line["high"]) == (20, 31, 42)


def test_one_respondent_is_a_survey_too():
    points = van_westendorp_points(survey([10], [20], [40], [60]), interpolate=False)
    assert points.loc["PMC", ["low", "high"]].tolist() == [10, 20]
    assert points.loc["OPP", ["low", "high"]].tolist() == [10, 60]
    assert van_westendorp_curves(survey([10], [20], [40], [60]))["too_cheap"].tolist() == [1, 0, 0, 0]


# --- properties ---------------------------------------------------------------------------------------------

few = settings(max_examples=30)
people = st.lists(st.sets(st.integers(0, 60), min_size=4, max_size=4).map(sorted), min_size=1, max_size=25)


def answered(rows):
    return pd.DataFrame(rows, columns=QUESTIONS, dtype=float)


@few
@given(people)
def test_curves_are_shares_that_rise_or_fall_from_one_end_to_the_other(rows):
    curves = van_westendorp_curves(answered(rows))
    shares = curves[CURVES]
    assert ((shares >= 0) & (shares <= 1)).all(axis=None)
    assert curves["price"].is_monotonic_increasing
    for falling in ("too_cheap", "cheap", "not_expensive"):
        assert curves[falling].is_monotonic_decreasing
        assert curves[falling].iloc[0] == 1
    for rising in ("expensive", "too_expensive", "not_cheap"):
        assert curves[rising].is_monotonic_increasing
        assert curves[rising].iloc[-1] == 1
    assert np.allclose(curves["cheap"] + curves["not_cheap"], 1)
    assert np.allclose(curves["expensive"] + curves["not_expensive"], 1)


@few
@given(people, st.sampled_from(["classic", "four_curve"]), st.booleans())
def test_every_point_lies_among_the_prices_named_and_in_its_order(rows, convention, interpolate):
    answers = answered(rows)
    points = van_westendorp_points(answers, convention, interpolate)
    assert (points["low"] <= points["price"]).all()
    assert (points["price"] <= points["high"]).all()
    assert points["low"].min() >= answers.min(axis=None)
    assert points["high"].max() <= answers.max(axis=None)
    low, high = points["low"], points["high"]
    if convention == "classic":
        assert low["PMC"] <= low["IDP"] <= low["PME"]
        assert high["PMC"] <= high["OPP"] <= high["PME"]


@few
@given(people, st.booleans())
def test_the_popular_range_is_never_wider_than_the_classic_one(rows, interpolate):
    classic = van_westendorp_points(answered(rows), "classic", interpolate)
    popular = van_westendorp_points(answered(rows), "four_curve", interpolate)
    assert classic.loc["PMC", "low"] <= popular.loc["PMC", "low"] + 1e-9
    assert popular.loc["PME", "high"] <= classic.loc["PME", "high"] + 1e-9


@few
@given(people)
def test_steps_cross_where_the_shares_change_sides(rows):
    """The obvious way: walk along all prices, and between them, and compare the two shares."""
    answers = answered(rows)
    point = van_westendorp_points(answers, interpolate=False).loc["OPP"]
    named = np.unique(answers.to_numpy())
    walked = np.sort(np.concatenate([named, (named[1:] + named[:-1]) / 2]))
    gap = [(answers["too_expensive"] <= p).mean() - (answers["too_cheap"] >= p).mean() for p in walked]
    assert all(g < 0 for p, g in zip(walked, gap, strict=True) if p < point["low"])
    assert all(g > 0 for p, g in zip(walked, gap, strict=True) if p > point["high"])
    assert all(g == 0 for p, g in zip(walked, gap, strict=True) if point["low"] < p < point["high"])


@few
@given(people, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_the_rows_does_not_matter(rows, random, interpolate):
    shuffled = random.sample(rows, len(rows))
    pd.testing.assert_frame_equal(
        van_westendorp_points(answered(rows), interpolate=interpolate),
        van_westendorp_points(answered(shuffled), interpolate=interpolate),
    )


@few
@given(people, st.sampled_from([0.01, 0.5, 3.0, 100.0]), st.booleans())
def test_prices_in_another_currency_give_the_points_in_that_currency(rows, rate, interpolate):
    numbers = ["low", "price", "high"]
    here = van_westendorp_points(answered(rows), interpolate=interpolate)[numbers]
    there = van_westendorp_points(answered(rows) * rate, interpolate=interpolate)[numbers]
    assert np.allclose(here * rate, there)


# --- who is counted -----------------------------------------------------------------------------------------


def test_incomplete_and_contradictory_answers_are_dropped_and_counted():
    answers = survey([10, 20, np.nan, 10], [20, 20, 30, 50], [40, 40, 50, 40], [60, 60, 70, 60])
    points = van_westendorp_points(answers)
    counted = {name: points.attrs[name] for name in ("n_used", "n_dropped", "n_incomplete", "n_intransitive")}
    assert counted == {"n_used": 1, "n_dropped": 3, "n_incomplete": 1, "n_intransitive": 2}
    assert van_westendorp_curves(answers).attrs == counted
    alone = van_westendorp_points(answers.iloc[:1])
    assert points["price"].to_dict() == alone["price"].to_dict()


def test_no_answers_give_no_points_and_the_reason():
    points = van_westendorp_points(survey([], [], [], []))
    assert points["price"].isna().all()
    assert (points["reason"] == "there are no answers").all()
    assert van_westendorp_curves(survey([], [], [], [])).empty


def test_a_survey_that_nobody_understood_says_so():
    points = van_westendorp_points(survey([60, 50], [40, np.nan], [20, 30], [10, 20]))
    assert points["price"].isna().all()
    assert points["reason"].iloc[0] == (
        "none of 2 people can be used: 1 left an answer out, 1 named prices that do not rise"
    )


def test_extra_columns_do_no_harm():
    assert van_westendorp_points(FOUR.assign(note="x"))["price"].notna().all()


# --- bad input ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "error", "message"),
    [
        (-5, ValueError, r"answers\['cheap'\] must be zero or more, not -5"),
        (math.inf, ValueError, r"must be finite, not inf"),
        ("a lot", TypeError, "must be numbers, not 'a lot'"),
    ],
)
def test_a_price_that_is_none_is_refused_by_name(bad, error, message):
    answers = FOUR.astype(object)
    answers.loc[2, "cheap"] = bad
    for measure in (van_westendorp_points, van_westendorp_curves):
        with pytest.raises(error, match=message):
            measure(answers)


def test_a_missing_question_is_met_with_the_near_match():
    with pytest.raises(ValueError, match=r"needs the column 'too_cheap'.*Did you mean 'too_cheap'"):
        van_westendorp_curves(FOUR.rename(columns={"too_cheap": "toocheap"}))


def test_an_unknown_convention_is_met_with_the_near_match():
    with pytest.raises(ValueError, match="Did you mean 'classic'"):
        van_westendorp_points(FOUR, "clasic")


def test_something_that_is_no_table_is_refused():
    with pytest.raises(TypeError, match=r"must be a pandas DataFrame, not list"):
        van_westendorp_points([1, 2, 3])
