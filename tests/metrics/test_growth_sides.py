"""Markets, content, data and levers: what holds of their models exactly."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import triang

from ecotools.metrics.growth import (
    Market,
    UserContentModel,
    best_share,
    content_stock,
    data_loop,
    feature_quality,
    fit_fade,
    incentive_outcomes,
    lever_certainty,
    market_shares,
    marketplace,
    moderated_limit,
    months_to_plateau,
    supply_behind,
    user_content,
)


@settings(max_examples=25, deadline=None)
@given(st.floats(0, 1), st.floats(0, 4), st.integers(1, 40))
def test_what_buyers_pay_is_what_both_sides_get(share, supply, months):
    path = marketplace(Market(supply=supply), share, months)
    assert np.allclose(path["platform"] + path["paid_out"], path["gmv"])
    assert (path[["sellers", "buyers", "gmv"]] >= 0).all(axis=None)


def test_in_the_long_run_both_sides_stand_where_their_equations_do():
    market, share = Market(supply=0.8), 0.25
    last = marketplace(market, share, 600).iloc[-1]

    def gap(sellers):
        choice = sellers / (sellers + market.choice_half)
        buyers = market.new_buyers * choice / market.buyer_leave
        income = buyers * market.spend * choice * (1 - share) / sellers
        return market.sellers_then * (income / market.income_wanted) ** market.supply - sellers

    assert last["sellers"] == pytest.approx(brentq(gap, 1, 1000), rel=1e-6)


def test_where_the_number_of_sellers_means_nothing_the_platform_takes_what_it_likes():
    gmv = market_shares(Market(choice_half=0), [0.1, 0.3, 0.9])["gmv"]
    assert gmv.nunique() == 1


def test_a_lower_share_keeps_more_sellers_and_pays_where_supply_answers():
    stiff = market_shares(Market(supply=0.2), [0.3, 0.2, 0.15], 60)
    lively = market_shares(Market(supply=3.0, sellers_then=15), [0.3, 0.2, 0.15], 60)
    for table in (stiff, lively):
        assert table["sellers"].is_monotonic_increasing
    assert stiff.attrs["best"] == 0.3
    assert lively.attrs["best_last"] < 0.3


def test_nobody_sells_where_nothing_is_left():
    last = marketplace(Market(), 1.0, 120).iloc[-1]
    assert last["sellers"] < 0.01 and last["gmv"] < 1


@pytest.mark.parametrize(("supply", "fees"), [(1, 0), (7 / 3, 0), (2, 0.05), (0.5, 0.1)])
def test_the_best_share_is_the_one_that_a_search_finds(supply, fees):
    searched = minimize_scalar(lambda s: -(s - fees) * (1 - s) ** supply, bounds=(fees, 1), method="bounded")
    assert best_share(supply, fees=fees) == pytest.approx(searched.x, abs=1e-5)
    assert supply_behind(best_share(supply, fees=fees), fees=fees) == pytest.approx(supply)


def test_seventy_thirty_is_best_for_one_answer_of_supply_only():
    assert supply_behind(0.3) == pytest.approx(7 / 3)
    assert best_share(0) == 1
    with pytest.raises(ValueError, match=r"share must be above fees \(0.05\)"):
        supply_behind(0.04, fees=0.05)


@pytest.mark.parametrize(
    ("field", "value"), [("speed", 0), ("buyer_leave", 1.5), ("sellers", -1), ("income_wanted", 0)]
)
def test_a_market_out_of_range_names_its_field(field, value):
    with pytest.raises(ValueError, match=f"{field} must be"):
        Market(**{field: value})


def test_a_market_is_a_market():
    with pytest.raises(TypeError, match="market must be a Market"):
        marketplace({"sellers": 5}, 0.3)
    with pytest.raises(ValueError, match="shares must have one or more"):
        market_shares(Market(), [])


@settings(max_examples=25, deadline=None)
@given(st.floats(0.1, 20), st.floats(0.01, 1), st.floats(0, 0.5), st.integers(0, 50), st.integers(1, 48))
def test_a_stock_is_the_sum_of_its_pieces(pace, fade, evergreen, start, months):
    stock = content_stock(pace, fade, months, views=10, evergreen=evergreen, published=start)
    ages = np.arange(months)
    each = 10 * (evergreen + (1 - evergreen) * (1 - fade) ** ages)
    last = pace * each.sum() + start * 10 * (evergreen + (1 - evergreen) * (1 - fade) ** months)
    assert stock["visitors"].iloc[-1] == pytest.approx(last)
    assert (stock["new"] + stock["old"]).tolist() == pytest.approx(stock["visitors"].tolist())


def test_a_constant_pace_gives_a_plateau_and_evergreen_a_line():
    stock = content_stock(4, 0.2, 200)
    assert stock["visitors"].iloc[-1] == pytest.approx(stock.attrs["limit"]) == 2000
    line = content_stock(4, 0.2, 400, evergreen=0.1)["visitors"].diff()
    assert line.iloc[-1] == pytest.approx(4 * 100 * 0.1) and content_stock(4, 0).attrs["limit"] == np.inf


def test_the_plateau_is_reached_to_a_share_after_the_months_said():
    months = months_to_plateau(0.2, share=0.9)
    assert (
        content_stock(1, 0.2, 11)["visitors"].iloc[-1] / 500
        > 0.9
        > content_stock(1, 0.2, 10)["visitors"].iloc[-1] / 500
    )
    assert 10 < months < 11 and "nothing fades" in months_to_plateau(0).reason


@pytest.mark.parametrize("checks", [20, 60, 150, 10_000])
def test_content_of_users_comes_to_the_limit_of_its_moderators(checks):
    content = UserContentModel(checks=checks)
    last = user_content(content, 400)["visitors"].iloc[-1]
    assert last == pytest.approx(moderated_limit(content), rel=1e-3)


def test_moderators_who_keep_up_leave_a_loop_and_those_who_do_not_a_stock():
    ample, few = UserContentModel(checks=1e6), UserContentModel(checks=30)
    assert ample.gain == pytest.approx(0.01 * 0.8 * 10 / 0.1)
    assert moderated_limit(ample) == pytest.approx(5000 / (1 - ample.gain))
    assert moderated_limit(few) == pytest.approx(5000 + 30 * 0.8 * 10 / 0.1)
    assert "moderators are the limit" in moderated_limit(few).definition


def test_what_nobody_has_checked_keeps_visitors_away():
    held, open_ = (
        user_content(UserContentModel(checks=30, bad=0.45), 36, policy=one) for one in ("hold", "publish")
    )
    assert (held["bad_share"] == 0).all() and open_["bad_share"].iloc[-1] > 0.1
    assert (open_["waiting"] == 0).all() and held["waiting"].is_monotonic_increasing
    harmless = user_content(UserContentModel(checks=30, bad=0.45, harm=0), 36, policy="publish")
    assert harmless["visitors"].iloc[-1] > open_["visitors"].iloc[-1]


def test_a_loop_of_content_above_one_has_no_limit_but_its_moderators():
    assert moderated_limit(UserContentModel(sent=0.02, checks=100)) == 5000 + 100 * 0.8 * 10 / 0.1


@pytest.mark.parametrize("form", ["hyperbolic", "power"])
def test_half_the_events_bring_half_of_what_there_is(form):
    found = feature_quality([0, 500, 1e12], without=0.02, best=0.06, half=500, form=form)
    assert found["quality"].tolist() == pytest.approx([0.02, 0.04, 0.06], rel=1e-4)
    close = feature_quality([900, 901], without=0.02, best=0.06, half=500, form=form)
    assert close["quality"].diff().iloc[-1] * 1000 == pytest.approx(close["per_thousand"].iloc[0], rel=1e-2)


def test_the_pillar_of_data_plateaus():
    loop = data_loop(5000, 240, events=40, without=0.02, best=0.03, half=60_000)
    assert loop["users"].is_monotonic_increasing and loop["users"].iloc[-1] < loop.attrs["limit"]
    assert loop["more"].iloc[1] > 10 * loop["more"].iloc[60]
    assert loop["events"].iloc[-1] == pytest.approx(40 * loop["users"].iloc[:-1].sum())


def test_without_data_nothing_changes_and_best_cannot_be_worse():
    assert (data_loop(5000, 12, events=0, without=0.02, best=0.03, half=10)["users"] == 100).all()
    with pytest.raises(ValueError, match=r"best must be at least without \(0.02\)"):
        feature_quality(1, without=0.02, best=0.01, half=5)


def levers(**change):
    table = pd.DataFrame(
        {"lever": ["api", "webinar"], "impact_low": [1.0, 3], "impact": [3.0, 3], "impact_high": [7.0, 3]}
    ).assign(effort_low=1.0, effort=1.0, effort_high=1.0)
    return table.assign(**change)


def test_how_often_a_lever_is_first_follows_from_its_triangle():
    found = lever_certainty(levers(), runs=40_000, seed=3).set_index("lever")
    above = triang(c=2 / 6, loc=1, scale=6).sf(3)
    assert found.loc["api", "first"] == pytest.approx(above, abs=0.01)
    assert found["first"].sum() == pytest.approx(1)
    low, high = triang(c=2 / 6, loc=1, scale=6).ppf([0.05, 0.95])
    assert found.loc["api", ["low", "high"]].tolist() == pytest.approx([low, high], abs=0.05)


def test_regret_is_what_the_best_of_each_run_had_more():
    found = lever_certainty(levers(), runs=40_000, seed=3).set_index("lever")
    gain = triang(c=2 / 6, loc=1, scale=6).expect(lambda x: np.maximum(x - 3, 0))
    assert found.loc["webinar", "regret"] == pytest.approx(gain, abs=0.02)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"impact": [9.0, 3]}, "impact lies outside impact_low and impact_high in row 0"),
        ({"effort_low": 0.0}, "effort_low is not above 0"),
        ({"lever": "api"}, "the same lever stands more than once"),
    ],
)
def test_levers_that_make_no_sense_are_refused(change, said):
    with pytest.raises(ValueError, match=said):
        lever_certainty(levers(**change), seed=1)


def test_the_fade_of_a_stock_is_found_again_and_of_two_ages_is_their_ratio():
    visits = pd.DataFrame({"age": [0, 3], "visitors": [800, 100], "pieces": [4, 2]})
    found = fit_fade(visits)
    assert 1 - found["fade"] == pytest.approx((50 / 200) ** (1 / 3))
    assert found["views"] == pytest.approx(200)
    assert found["half_life"] == pytest.approx(1.5)


def test_the_interval_of_the_fade_holds_the_truth_as_often_as_it_says():
    draw, inside = np.random.default_rng(4), 0
    age = np.tile(np.arange(12), 5)
    for _ in range(200):
        visits = pd.DataFrame({"age": age, "visitors": draw.poisson(40 * 0.85**age)})
        found = fit_fade(visits)
        inside += found["low"] <= 0.15 <= found["high"]
    assert 180 <= inside <= 198


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"age": 1}, "needs two or more different ages"),
        ({"visitors": 0}, "above 0 at fewer than two ages"),
        ({"visitors": [5, -1]}, "visitors is below 0 in row 1"),
        ({"pieces": 0}, "pieces is 0 in row"),
    ],
)
def test_visits_that_tell_no_fade_are_refused(change, said):
    with pytest.raises(ValueError, match=said):
        fit_fade(pd.DataFrame({"age": [0, 1], "visitors": [5, 4]}).assign(**change))


def incentives(**change):
    table = pd.DataFrame({"incentive": ["badge", "share", "slot"], "more": [0.1, 0.5, 0.0]})
    return table.assign(per_item=[0.0, 3.0, 0.0], fixed=[20.0, 0.0, 50.0]).assign(**change)


def test_what_is_paid_per_item_is_paid_for_those_that_would_have_come_anyway():
    found = incentive_outcomes(incentives(), items=40, value=8).set_index("incentive")
    assert found.loc["share", "cost"] == 3 * 60 and found.loc["share", "brings"] == 20 * 8
    assert found.index.tolist() == ["badge", "share", "slot"]
    assert found["needed"].tolist() == [5, 9, np.inf]


def test_at_the_value_needed_an_incentive_just_pays():
    for name in ("badge", "share"):
        needed = (
            incentive_outcomes(incentives(), items=40, value=0).set_index("incentive").loc[name, "needed"]
        )
        found = incentive_outcomes(incentives(), items=40, value=needed).set_index("incentive")
        assert found.loc[name, "net"] == pytest.approx(0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"more": -2.0}, "more is below -1"),
        ({"fixed": -1.0}, "fixed is below 0"),
        ({"incentive": "badge"}, "stands more than once"),
    ],
)
def test_incentives_that_make_no_sense_are_refused(change, said):
    with pytest.raises(ValueError, match=said):
        incentive_outcomes(incentives(**change), items=1, value=1)
