"""Curves of growth held against each other, and the Bass model: fits against published numbers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.growth import (
    bass_as_seen,
    bass_curve,
    bass_peak,
    fit_bass,
    fit_growth,
    growth_curve,
    growth_forecast,
    told_apart,
)

PASTURE = pd.DataFrame(
    {
        "month": [9, 14, 21, 28, 42, 57, 63, 70, 79],
        "value": [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08],
    }
)
"""NIST StRD, nonlinear regression, Rat42 (Ratkowsky 1983, pasture regrowth)."""

CHICK = pd.DataFrame(
    {
        "month": [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21],
        "value": [42, 51, 59, 64, 76, 93, 106, 125, 149, 171, 199, 205],
    }
)
"""The first chick of R's ChickWeight, fitted in the example of SSlogis."""

RECORDERS = pd.DataFrame(
    {"period": range(1, 11), "sales": [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]}
)
"""Video recorders in thousands from 1980 on, as many pages on the Bass model in R have them."""


def parameters(fit, end=""):
    """Return the parameters of a fitted model that it has."""
    names = [f"{one}{end}" for one in ("start", "slope", "rate", "limit", "middle")]
    return {name.removesuffix(end): value for name, value in fit[names].items() if not np.isnan(value)}


def test_the_certified_logistic_of_nist():
    best = fit_growth(PASTURE).iloc[0]
    assert best["model"] == "logistic"
    fitted, spread = parameters(best), parameters(best, "_error")
    # Certified: b1 / (1 + exp(b2 - b3 x)).
    assert fitted["limit"] == pytest.approx(72.462237576, rel=1e-7)
    assert fitted["rate"] == pytest.approx(0.067359200066, rel=1e-7)
    assert fitted["rate"] * fitted["middle"] == pytest.approx(2.6180768402, rel=1e-7)
    assert spread["limit"] == pytest.approx(1.7340283401, rel=1e-6)
    assert spread["rate"] == pytest.approx(3.4465663377e-3, rel=1e-5)
    assert best["rss"] == pytest.approx(8.0565229338, rel=1e-9)


def test_the_growth_that_r_fits_whose_limit_nobody_can_tell():
    """R's documentation of SSlogis: Asym 937.0 with a standard error of 465.9, xmid 35.22, scal 11.41."""
    found = fit_growth(CHICK).set_index("model")
    logistic = found.loc["logistic"]
    assert logistic["limit"] == pytest.approx(937.02, abs=0.02)
    assert logistic["limit_error"] == pytest.approx(465.86, abs=0.05)
    assert logistic["middle"] == pytest.approx(35.223, abs=1e-3)
    assert 1 / logistic["rate"] == pytest.approx(11.405, abs=1e-3)
    assert found.index[0] == "exponential" and logistic["note"]


def test_the_line_is_that_of_least_squares():
    found = fit_growth(PASTURE, models="linear").iloc[0]
    slope, start = np.polyfit(PASTURE["month"], PASTURE["value"], 1)
    assert parameters(found) == pytest.approx({"start": start, "slope": slope})


def test_the_weights_are_akaikes():
    found = fit_growth(PASTURE)
    n, k = len(PASTURE), np.array([{"linear": 3, "exponential": 3, "logistic": 4}[m] for m in found["model"]])
    aicc = n * np.log(found["rss"] / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1)
    assert found["aicc"].tolist() == pytest.approx(aicc.tolist())
    assert found["weight"].sum() == pytest.approx(1)
    assert found["weight"][1] / found["weight"][0] == pytest.approx(np.exp((aicc[0] - aicc[1]) / 2))


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(
        [
            ("linear", {"start": 100, "slope": 12}),
            ("exponential", {"start": 80, "rate": 0.11}),
            ("exponential", {"start": 80, "rate": -0.05}),
            ("logistic", {"limit": 900, "rate": 0.4, "middle": 9}),
        ]
    ),
    st.integers(0, 30),
)
def test_what_a_model_made_is_found_again(made, first):
    model, shifted = made[0], dict(made[1])
    if "middle" in shifted:
        shifted["middle"] += first
    data = growth_curve(model, range(first, first + 18), **shifted)
    best = fit_growth(data, models=[model]).iloc[0]
    assert parameters(best) == pytest.approx(shifted, rel=1e-5)


def test_months_as_periods_count_from_the_first():
    months = pd.period_range("2025-03", periods=9, freq="M")
    data = growth_curve("linear", range(9), start=50, slope=4).assign(month=months)
    assert parameters(fit_growth(data).iloc[0]) == pytest.approx({"start": 50, "slope": 4})


def test_early_months_fit_all_three_and_year_two_differs():
    data = growth_curve("logistic", range(1, 13), limit=1000, rate=0.25, middle=16)
    data["value"] += np.random.default_rng(5).normal(0, 8, 12)
    said = growth_forecast(fit_growth(data), [24]).iloc[0]
    assert said["exponential"] > 2 * said["logistic"] > 2 * 0.5 * said["linear"]


def test_the_last_months_judge_when_they_are_kept_out():
    data = growth_curve("logistic", range(1, 25), limit=1000, rate=0.3, middle=10)
    found = fit_growth(data, criterion="holdout", holdout=6)
    assert found["model"].iloc[0] == "logistic"
    kept = data[data["month"] > 18]
    line = found.set_index("model").loc["linear"]
    predicted = growth_curve("linear", kept["month"], **parameters(line))["value"]
    missed = np.sqrt(np.mean((predicted.to_numpy() - kept["value"].to_numpy()) ** 2))
    assert line["holdout_error"] == pytest.approx(missed)


def test_more_months_tell_an_s_from_an_exponential():
    s_curve = {"limit": 1000, "rate": 0.3, "middle": 14}
    found = told_apart("logistic", s_curve, [8, 12, 20], scatter=15, runs=10, seed=1)
    assert found["logistic"].is_monotonic_increasing and found["logistic"].iloc[-1] == 1
    assert found["logistic"].iloc[0] < 0.2
    assert found[["linear", "exponential", "logistic"]].sum(axis=1).tolist() == pytest.approx([1, 1, 1])


@pytest.mark.parametrize(
    ("data", "arguments", "said"),
    [
        (PASTURE.head(5), {}, "data needs 6 or more months to fit, and has 5"),
        (PASTURE, {"holdout": 6}, "has 9 less 6 held out"),
        (pd.concat([PASTURE, PASTURE]), {}, "month has several rows"),
        (PASTURE, {"criterion": "holdout"}, "holdout must be 1 or more"),
        (PASTURE, {"models": ["quadratic"]}, "models must be one of"),
        (PASTURE, {"models": []}, "models must name one or more"),
    ],
)
def test_what_cannot_be_fitted_is_refused(data, arguments, said):
    with pytest.raises(ValueError, match=said):
        fit_growth(data, **arguments)


def test_a_forecast_needs_the_parameters_of_its_models():
    fits = fit_growth(PASTURE)
    with pytest.raises(ValueError, match="fits: limit of the logistic model is missing in row 0"):
        growth_forecast(fits.assign(limit=np.nan), 12)
    with pytest.raises(ValueError, match="model stands twice"):
        growth_forecast(pd.concat([fits, fits]), 12)


@pytest.mark.parametrize(
    "values",
    [np.zeros(8), np.full(8, 5.0), -np.arange(1, 9.0), np.arange(1, 9) * 1e-200, [0, 0, 0, 9, 0, 0, 0, 0]],
)
def test_months_that_do_not_grow_are_fitted_too(values):
    found = fit_growth(pd.DataFrame({"month": range(1, 9), "value": values}))
    assert found["aicc"].notna().any() and np.isfinite(found["rss"].iloc[0])
    assert found["note"][found["rss"] == np.inf].str.contains("no curve of this form").all()


def test_a_limit_that_was_seen_is_told():
    step = pd.DataFrame({"month": range(1, 9), "value": [0, 0, 0, 0, 1, 1, 1, 1]})
    best = fit_growth(step).iloc[0]
    assert best["model"] == "logistic" and best["limit"] == pytest.approx(1, abs=0.01) and best["note"] == ""


def test_parameters_of_another_model_are_refused():
    with pytest.raises(ValueError, match="of a linear model are start, slope, not limit"):
        growth_curve("linear", [1], limit=5)


def test_the_published_fit_of_video_recorders():
    """nls in R: M 6.80e4 (3.13e3), P 6.59e-3 (1.43e-3), Q 0.638 (0.0414), residual standard error 727."""
    found = fit_bass(RECORDERS, of="moment")
    assert found["m"] == pytest.approx(6.798e4, rel=5e-4) and found["m_error"] == pytest.approx(
        3128, rel=2e-3
    )
    assert found["p"] == pytest.approx(6.594e-3, rel=5e-4) and found["p_error"] == pytest.approx(
        1.43e-3, rel=2e-3
    )
    assert found["q"] == pytest.approx(0.6381, rel=5e-4) and found["q_error"] == pytest.approx(
        0.0414, rel=2e-3
    )
    assert found["scatter"] == pytest.approx(727.2, abs=0.1)


@settings(max_examples=15, deadline=None)
@given(st.floats(0.002, 0.05), st.floats(0.2, 0.9), st.floats(500, 1e5))
def test_what_bass_made_is_found_again(p, q, m):
    curve = bass_curve(p, q, m, 25)
    found = fit_bass(pd.DataFrame({"period": curve["period"], "sales": curve["new"]}))
    assert found[["p", "q", "m"]].tolist() == pytest.approx([p, q, m], rel=1e-3)


@pytest.mark.parametrize(("p", "q"), [(0.03, 0.38), (0.1, 0.1), (0.2, 0.05), (0.01, 0.0)])
def test_the_unasked_are_the_integral_of_those_left(p, q):
    curve, steps = bass_curve(p, q, 1000, 8), 20000
    time = (np.arange(8 * steps) + 0.5) / steps
    share = (1 - np.exp(-(p + q) * time)) / (1 + q / p * np.exp(-(p + q) * time))
    unasked = (1000 * p * (1 - share)).reshape(8, steps).mean(axis=1)
    assert curve["unasked"].tolist() == pytest.approx(unasked.tolist(), rel=1e-6)
    assert (curve["unasked"] <= curve["new"] + 1e-9).all()
    assert curve["total"].tolist() == pytest.approx(curve["new"].cumsum().tolist())


def test_the_peak_is_where_the_pace_is_highest():
    peak = bass_peak(0.03, 0.38, 1000)
    time = np.linspace(0, 30, 300001)
    fallen = np.exp(-0.41 * time)
    pace = 1000 * 0.41**2 / 0.03 * fallen / (1 + 0.38 / 0.03 * fallen) ** 2
    assert peak["time"] == pytest.approx(time[pace.argmax()], abs=1e-3)
    assert peak["new"] == pytest.approx(pace.max())
    assert "no peak later" in bass_peak(0.3, 0.1)["time"].reason


def test_before_the_peak_the_market_cannot_be_told():
    seen = bass_as_seen(RECORDERS).set_index("periods")
    assert "cannot be told" in seen.loc[4, "note"] and "beyond what was seen" in seen.loc[6, "note"]
    assert seen.loc[10, "note"] == "" and seen.loc[10, "m"] == pytest.approx(fit_bass(RECORDERS)["m"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (RECORDERS.drop(index=3), "without gaps"),
        (RECORDERS.head(3), "4 or more periods"),
        (RECORDERS.assign(sales=0), "nothing was sold"),
        (RECORDERS.assign(sales=-1), "sales is below 0"),
    ],
)
def test_sales_that_tell_no_diffusion_are_refused(data, said):
    with pytest.raises(ValueError, match=said):
        fit_bass(data)
