"""BG/NBD and Gamma-Gamma against the parameters published for CDNOW, by simulation, and at their limits."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import data
from ecotools.metrics import repeat

PAPER = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
"""Fader, Hardie & Lee (2005), Marketing Science 24, table 2."""
NOTE = {"p": 6.25, "q": 3.74, "v": 15.44}
"""Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value"."""

ORDERS = data.cdnow()
SUMMARY = repeat.rfm(ORDERS, until="1997-10-01", include_free=True)
FIT, SPEND = repeat.fit_bg_nbd(SUMMARY), repeat.fit_gamma_gamma(SUMMARY)

PARAMETERS = st.builds(
    dict, r=st.floats(0.05, 5), alpha=st.floats(0.2, 30), a=st.floats(0.05, 5), b=st.floats(0.05, 9)
)
HISTORY = st.tuples(st.integers(0, 60), st.floats(0, 1), st.floats(1, 100))


def table(*rows, spend=None) -> pd.DataFrame:
    """Return a summary from rows (frequency, recency, age)."""
    found = pd.DataFrame(rows, columns=["frequency", "recency", "age"]).astype(float)
    found.insert(0, "customer_id", range(len(found)))
    return found if spend is None else found.assign(spend=spend)


def simulated(many: int, seed: int, r=0.8, alpha=3.0, a=0.8, b=2.5, weeks=52.0):
    """Return the summary of customers drawn by the model, and whether each is alive at the end."""
    draw = np.random.default_rng(seed)
    rows, alive = [], []
    for rate, stop in zip(draw.gamma(r, 1 / alpha, many), draw.beta(a, b, many), strict=True):
        day, count, last, there = 0.0, 0, 0.0, True
        while there:
            day += draw.exponential(1 / rate)
            if day > weeks:
                break
            count, last, there = count + 1, day, draw.random() > stop
        rows.append((count, last, weeks))
        alive.append(there)
    return table(*rows), np.array(alive)


def test_cdnow_gives_the_published_parameters_and_likelihood():
    assert FIT["estimate"].to_dict() == pytest.approx(PAPER, abs=5.1e-4)
    assert FIT.attrs["log_likelihood"] == pytest.approx(-9582.4, abs=0.05)
    assert FIT.attrs["n"] == 2357 and FIT.attrs["reason"] == ""


def test_the_spend_of_cdnow_gives_the_published_parameters():
    assert SPEND["estimate"].to_dict() == pytest.approx(NOTE, abs=0.0051)
    assert SPEND.attrs["n"] == 946
    assert SPEND.attrs["correlation"] == pytest.approx(0.114, abs=5e-4)


def test_the_first_customer_of_cdnow_is_expected_to_buy_as_often_as_published():
    """Fader, Hardie & Lee (2005), "Implementing the BG/NBD Model in Microsoft Excel", customer 0001."""
    expected = repeat.expected_purchases(table((2, 30.43, 38.86)), PAPER, 39)
    assert expected.tolist() == pytest.approx([1.226], abs=5e-4)


def test_the_model_tracks_cdnow_as_in_the_paper():
    """After 78 weeks it is about 4 percent below the actual purchases (section 4)."""
    weeks = repeat.purchases_by_period(ORDERS, FIT, "1997-10-01", include_free=True)
    assert len(weeks) == 78 and weeks["fitted"].sum() == 39
    last = weeks.iloc[-1]
    assert -0.05 < last["cumulative_expected"] / last["cumulative_actual"] - 1 < -0.03
    assert weeks["cumulative_actual"].iloc[38] == SUMMARY["frequency"].sum()
    assert np.allclose(weeks["expected"].cumsum(), weeks["cumulative_expected"])
    assert (weeks["actual"].cumsum() == weeks["cumulative_actual"]).all()


def test_the_unit_of_time_only_moves_alpha():
    days = repeat.fit_bg_nbd(repeat.rfm(ORDERS, until="1997-10-01", include_free=True, unit="day"))
    moved = days["estimate"] / FIT["estimate"]
    assert moved.to_dict() == pytest.approx({"r": 1, "alpha": 7, "a": 1, "b": 1}, rel=1e-3)


def test_same_day_purchases_counted_each_give_other_parameters():
    each = repeat.rfm(ORDERS, until="1997-10-01", include_free=True, same_day="each")
    assert each["frequency"].sum() > SUMMARY["frequency"].sum()
    assert abs(repeat.fit_bg_nbd(each).loc["alpha", "estimate"] - 4.414) > 1


def test_a_fit_recovers_the_parameters_that_the_customers_were_drawn_with():
    summary, alive = simulated(6000, seed=3)
    fit = repeat.fit_bg_nbd(summary, level=0.999)
    truth = pd.Series({"r": 0.8, "alpha": 3.0, "a": 0.8, "b": 2.5})
    assert ((fit["low"] < truth) & (truth < fit["high"])).all()
    chance = repeat.probability_alive(summary, truth)
    bins = pd.cut(chance, [0, 0.3, 0.6, 0.9, 1])
    found = pd.DataFrame({"said": chance, "true": alive}).groupby(bins, observed=True).mean()
    assert (found["said"] - found["true"]).abs().max() < 0.04


def test_a_new_customer_buys_as_often_as_customers_drawn_from_the_model():
    summary, _ = simulated(6000, seed=5)
    said = repeat.new_customer_purchases({"r": 0.8, "alpha": 3.0, "a": 0.8, "b": 2.5}, 52)
    assert said == pytest.approx(summary["frequency"].mean(), rel=0.05)


@settings(max_examples=40)
@given(PARAMETERS, HISTORY, st.floats(0, 200))
def test_a_customer_is_alive_with_a_chance_and_buys_more_the_longer_one_waits(fit, history, ahead):
    x, share, age = history
    summary = table((x, share * age if x else 0.0, age))
    (alive,) = repeat.probability_alive(summary, fit)
    assert 0 <= alive <= 1 and (x or alive == 1)
    sooner, later = (repeat.expected_purchases(summary, fit, time).iloc[0] for time in (ahead, ahead + 5))
    assert sooner >= -1e-9 and sooner <= later + 1e-7
    assert later <= (fit["r"] + x) / (fit["alpha"] + age) * (ahead + 5) + 1e-7, "no more than if nobody stops"


@settings(max_examples=25)
@given(PARAMETERS, st.floats(0, 50))
def test_somebody_just_come_is_a_new_customer(fit, ahead):
    summary = table((0, 0.0, 0.0))
    new = repeat.new_customer_purchases(fit, ahead)
    assert repeat.expected_purchases(summary, fit, ahead).iloc[0] == pytest.approx(float(new))


@settings(max_examples=25)
@given(PARAMETERS, st.integers(0, 6))
def test_the_stable_form_is_the_formula_of_the_paper(fit, x):
    """Eq. 10, with the hypergeometric function as printed, where it can be computed."""
    from scipy.special import hyp2f1

    r, alpha, a, b = fit["r"], fit["alpha"], fit["a"], fit["b"]
    recency, age, t = (9.0 if x else 0.0), 12.0, 10.0
    if abs(a - 1) < 0.01 or abs(a + b + x - 1) < 0.01:
        return
    printed = hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + age + t))
    value = (a + b + x - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * printed)
    if x:
        value /= 1 + a / (b + x - 1) * ((alpha + age) / (alpha + recency)) ** (r + x)
    ours = repeat.expected_purchases(table((x, recency, age)), fit, t)
    assert ours.iloc[0] == pytest.approx(value, rel=1e-6)


def test_a_mean_chance_of_stopping_of_one_has_a_limit():
    near = [
        repeat.new_customer_purchases(PAPER | {"a": a}, 39)
        for a in (1 - 1e-4, 1 - 1e-8, 1, 1 + 1e-8, 1 + 1e-4)
    ]
    assert np.ptp(near) < 1e-3
    edge = PAPER | {"a": 0.4, "b": 0.6}
    assert repeat.new_customer_purchases(edge, 39) == pytest.approx(
        float(repeat.new_customer_purchases(edge | {"b": 0.6001}, 39)), rel=1e-3
    )


def test_expected_spend_lies_between_ones_own_and_that_of_all():
    rows = {"customer_id": list("abc"), "frequency": [1, 20, 0], "spend": [100.0, 100.0, math.nan]}
    few, many, none = repeat.expected_spend(pd.DataFrame(rows), NOTE)
    assert none == pytest.approx(6.25 * 15.44 / 2.74) and none < few < many < 100


def test_results_are_by_customer_in_any_order_of_rows():
    summary = SUMMARY.sample(frac=1, random_state=3)
    alive = repeat.probability_alive(summary, FIT)
    pd.testing.assert_series_equal(alive, repeat.probability_alive(SUMMARY, FIT))
    assert alive.index.name == "customer_id"
    shuffled = repeat.fit_bg_nbd(summary)
    assert np.allclose(shuffled, FIT, rtol=1e-6)


def test_what_the_data_cannot_tell_is_nan_with_the_reason():
    nobody, once = SUMMARY.iloc[:0], table((0, 0.0, 9.0), (0, 0.0, 7.0))
    reasons = [repeat.fit_bg_nbd(each).attrs["reason"] for each in (nobody, once, table((0, 0.0, 0.0)))]
    assert reasons == [
        "there are no customers",
        "nobody bought again yet",
        "nobody was watched after their first purchase",
    ]
    fit = repeat.fit_bg_nbd(once)
    assert fit.isna().all(axis=None)
    alive = repeat.probability_alive(once, fit)
    assert alive.isna().all() and alive.attrs["reason"] == "nobody bought again yet"
    weeks = repeat.purchases_by_period(ORDERS, fit, "1997-10-01")
    assert weeks["expected"].isna().all() and weeks.attrs["reason"] == "nobody bought again yet"
    assert weeks["actual"].sum() > 0
    like = repeat.fit_bg_nbd(table(*[(3, 30.0, 40.0)] * 30))
    assert like.isna().all(axis=None) and like.attrs["reason"].startswith("the data cannot tell")
    spend = [[], [5.0, 5.0]]
    found = [repeat.fit_gamma_gamma(table(*[(1, 1.0, 2.0)] * len(each), spend=each)) for each in spend]
    assert [each.attrs["reason"] for each in found] == [
        "nobody bought again and paid for it",
        "all customers spent the same",
    ]
    flat = repeat.expected_spend(table((0, 0.0, 1.0), spend=[math.nan]), NOTE | {"q": 0.9})
    assert flat.isna().all() and "q is 1 or less" in flat.attrs["reason"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1.5, 1.0, 2.0)], "frequency is no whole number"),
        ([(-1, 1.0, 2.0)], "frequency is no whole number"),
        ([(1, 3.0, 2.0)], "recency does not lie between 0 and age"),
        ([(0, 1.0, 2.0)], "recency is above 0 at a frequency of 0"),
    ],
)
def test_impossible_summaries_are_refused_with_the_row(rows, said):
    with pytest.raises(ValueError, match=f"summary: {said}.*row 0"):
        repeat.fit_bg_nbd(table(*rows))


def test_a_customer_twice_and_a_missing_spend_are_refused():
    twice = table((0, 0.0, 1.0), (0, 0.0, 2.0)).assign(customer_id=7)
    with pytest.raises(ValueError, match="customer_id is there twice"):
        repeat.probability_alive(twice, PAPER)
    with pytest.raises(ValueError, match="spend is missing or below zero for a customer who bought again"):
        repeat.fit_gamma_gamma(table((1, 1.0, 2.0), spend=[math.nan]))


@pytest.mark.parametrize(
    ("fit", "error", "said"),
    [
        (5, TypeError, "fit must be a table of a fit, or a dict of r, alpha, a, b"),
        ({"r": 1.0}, ValueError, "it lacks alpha, a, b"),
        (PAPER | {"a": 0}, ValueError, "fit, a, must be above zero"),
        (SPEND, ValueError, "it lacks r, alpha, a, b"),
    ],
)
def test_another_fit_is_refused(fit, error, said):
    with pytest.raises(error, match=said):
        repeat.probability_alive(table((1, 1.0, 2.0)), fit)


def test_a_time_ahead_is_not_negative():
    with pytest.raises(ValueError, match="periods must be zero or more"):
        repeat.new_customer_purchases(PAPER, [1, -1])
    with pytest.raises(ValueError, match="periods must be zero or more"):
        repeat.expected_purchases(table((1, 1.0, 2.0)), PAPER, -1)
    with pytest.raises(ValueError, match="level must lie between 0 and 1"):
        repeat.fit_bg_nbd(SUMMARY, level=1)
