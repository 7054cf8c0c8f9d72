"""Bundles: who takes what, the best prices, what buyers save, and parts without worth."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.pricing import (
    best_bundle,
    bundle_choices,
    bundle_demand,
    bundle_savings,
    over_bundling,
    simulate_wtp,
)
from ecotools.metrics.pricing.bundle_prices import EXACT

FILMS = pd.DataFrame({"first": [8000, 7000], "second": [2500, 3000]})


def two(*people):
    return pd.DataFrame(people, columns=["course", "kit"])


def brute(worths, costs):
    """Return the most that any whole prices earn, mixed, by trying them all and asking each person."""
    top = int(worths.to_numpy().max()) + 1
    best = 0
    for p1, p2, together in product(range(top + 1), range(top + 1), range(2 * top + 1)):
        earned = 0
        for w1, w2 in worths.to_numpy():
            choices = [
                (0, 0),
                (w1 - p1, p1 - costs[0]),
                (w2 - p2, p2 - costs[1]),
                (w1 + w2 - p1 - p2, p1 + p2 - sum(costs)),
                (w1 + w2 - together, together - sum(costs)),
            ]
            earned += max(choices)[1]
        best = max(best, earned)
    return best


# --- who takes what -----------------------------------------------------------------------------------------


def test_block_booking_earns_more_than_two_films_apart():
    """Stigler (1963): 7,000 and 2,500 apart earn 19,000 from two theatres; 10,000 for both earn 20,000."""
    apart, together, _ = best_bundle(FILMS)["revenue"]
    assert (apart, together) == (19_000, 20_000)
    assert best_bundle(FILMS).loc["bundle", "bundle"] == 10_000


def test_worths_that_run_with_each_other_give_the_bundle_nothing_more():
    """Stigler's other case: one theatre would pay more for both films."""
    table = best_bundle(pd.DataFrame({"first": [7000, 8000], "second": [2500, 3000]}))
    assert table.loc["apart", "revenue"] == table.loc["bundle", "revenue"] == 19_000
    assert table.attrs["best"] == "apart"


def test_mixed_bundling_earns_most_in_the_textbook_s_four_people():
    """Pindyck and Rubinfeld, section 11.5: without costs 320, 400, 420; with costs 150, 200, 230.

    The book sells at 89.95 and earns 229.90, so that nobody is indifferent; here a tie goes to the seller.
    """
    free = best_bundle(two((10, 90), (80, 40), (40, 80), (90, 10)))
    assert free["profit"].tolist() == [320, 400, 420] and free.attrs["best"] == "mixed"
    assert free.loc["mixed", ["course", "kit", "bundle"]].tolist() == [90, 90, 120]
    people = two((10, 90), (50, 50), (60, 40), (90, 10))
    costly = best_bundle(people, cost={"course": 20, "kit": 30})
    assert costly["profit"].tolist() == [150, 200, 230]
    assert costly.loc["apart", ["course", "kit"]].tolist() == [50, 90]
    book = bundle_demand(people, {"course": 89.95, "kit": 89.95}, 100, cost={"course": 20, "kit": 30})
    assert book["profit"].sum() == pytest.approx(229.90)


def test_each_person_takes_what_leaves_most():
    table = bundle_demand(two((100, 0), (0, 60), (90, 50), (10, 10)), {"course": 80, "kit": 50}, 110)
    assert dict(zip(table["choice"], table["people"], strict=True)) == {
        **{"nothing": 1, "course": 1, "kit": 1, "bundle": 1}
    }
    assert table["revenue"].tolist() == [0, 80, 50, 110]
    assert table["surplus"].tolist() == [0, 20, 10, 30]
    assert table.attrs["definition"]["ties"].endswith("then the larger one")


def test_a_product_without_a_price_is_not_sold_alone():
    table = bundle_demand(two((100, 0), (10, 60)), {"kit": 50}, 95)
    assert table["choice"].tolist() == ["kit", "bundle"]


def test_who_is_indifferent_settles_it_for_the_seller():
    assert bundle_demand(two((50, 50)), {"course": 50, "kit": 50}, 100)["choice"].tolist() == ["bundle"]
    costly = bundle_demand(two((50, 10)), {"course": 50}, 60, cost={"kit": 20})
    assert costly["choice"].tolist() == ["course"], "the kit costs 20 and brings 10"
    assert bundle_demand(two((5, 5)), {"course": 5}, cost=6)["choice"].tolist() == ["nothing"]


amounts = st.floats(0, 200).map(lambda value: round(value, 2))
tables = st.lists(st.tuples(amounts, amounts), min_size=1, max_size=12).map(lambda rows: two(*rows))


@settings(max_examples=40)
@given(tables, amounts, amounts, amounts)
def test_everybody_is_counted_once_and_nobody_pays_more_than_it_is_worth(worths, p1, p2, together):
    table = bundle_demand(worths, {"course": p1, "kit": p2}, together)
    assert table["people"].sum() == len(worths) and table["share"].sum() == pytest.approx(1)
    assert (table["surplus"] >= -1e-6).all()
    assert table["revenue"].to_numpy() == pytest.approx((table["paid"] * table["people"]).to_numpy())


def test_the_table_of_people_adds_up_to_the_table_of_choices():
    worths = simulate_wtp(200, {"course": 150, "kit": 60}, 40, -0.4, seed=3)
    worths.loc[5, "kit"] = None
    each = bundle_choices(worths, {"course": 160, "kit": 70}, 190)
    grouped = bundle_demand(worths, {"course": 160, "kit": 70}, 190).set_index("choice")
    assert len(each) == 199 and 5 not in each.index
    assert each["choice"].value_counts().to_dict() == grouped["people"].to_dict()
    assert each.groupby("choice")["surplus"].sum().to_dict() == pytest.approx(grouped["surplus"].to_dict())


# --- the best prices ----------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=4),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
)
def test_the_best_mixed_prices_are_those_that_trying_all_finds(rows, costs):
    worths = two(*rows)
    table = best_bundle(worths, cost=dict(zip(worths.columns, costs, strict=True)))
    assert table.loc["mixed", "profit"] == pytest.approx(brute(worths, costs))
    assert table.attrs["definition"]["search"] == "exact"


@settings(max_examples=30, deadline=None)
@given(tables, st.floats(0, 50).map(lambda value: round(value, 2)))
def test_mixed_never_earns_less_and_the_prices_earn_what_the_table_says(worths, cost):
    table = best_bundle(worths, cost=cost)
    assert table.loc["mixed", "profit"] >= table.loc[["apart", "bundle"], "profit"].max() - 1e-6
    for _, row in table.iterrows():
        prices = row[["course", "kit"]].dropna().to_dict()
        together = None if np.isnan(row["bundle"]) else row["bundle"]
        if prices or together is not None:
            found = bundle_demand(worths, prices, together, cost=cost)
            assert found["profit"].sum() == pytest.approx(row["profit"], abs=1e-4)
            assert found["surplus"].sum() == pytest.approx(row["surplus"], abs=1e-4)


def test_the_search_on_a_grid_comes_close_to_the_exact_prices():
    for seed in range(6):
        worths = simulate_wtp(EXACT, {"course": 150, "kit": 60}, {"course": 50, "kit": 30}, -0.3, seed=seed)
        exact = best_bundle(worths)
        # The same people five times over are too many for the exact search.
        many = best_bundle(pd.concat([worths] * 5, ignore_index=True))
        assert many.attrs["definition"]["search"].startswith("grid")
        profit = many.loc["mixed", "profit"] / 5
        assert 0.98 * exact.loc["mixed", "profit"] <= profit <= exact.loc["mixed", "profit"] + 1e-6


def test_ten_thousand_people_whose_worths_run_against_each_other_make_the_bundle_win():
    against, along = (
        best_bundle(simulate_wtp(10_000, {"course": 100, "kit": 100}, 30, correlation, seed=2))
        for correlation in (-0.9, 0.9)
    )
    assert against.loc["bundle", "profit"] > 1.2 * against.loc["apart", "profit"]
    assert along.loc["bundle", "profit"] < 1.05 * along.loc["apart", "profit"]


def test_bundles_of_more_than_two_products_are_searched_too():
    means = {"course": 150, "kit": 60, "audit": 90, "club": 40}
    worths = simulate_wtp(2000, means, 35, 0.0, seed=4)
    table = best_bundle(worths, cost={"audit": 50})
    assert table.loc["mixed", "profit"] > table.loc[["apart", "bundle"], "profit"].max()
    row = table.loc["mixed"]
    found = bundle_demand(worths, row[list(means)].to_dict(), row["bundle"], cost={"audit": 50})
    assert found["profit"].sum() == pytest.approx(row["profit"])


def test_what_costs_more_than_anybody_pays_is_not_sold():
    table = best_bundle(two((10, 5), (12, 3)), cost={"kit": 30})
    assert np.isnan(table.loc["apart", "kit"]) and np.isnan(table.loc["bundle", "bundle"])
    assert table["profit"].tolist() == [20, 0, 20]


def test_people_with_a_blank_are_dropped_and_counted():
    table = best_bundle(two((10, 5), (None, 3), (12, 3)))
    assert (table.attrs["n_used"], table.attrs["n_dropped"]) == (2, 1)


# --- what buyers save ---------------------------------------------------------------------------------------


def test_the_advertised_saving_is_made_by_those_who_would_have_bought_everything():
    """The suite of 199 + 49 + 99 for 299 saves 48 to who wants all three."""
    prices = {"course": 199, "toolkit": 49, "months": 99}
    worths = pd.DataFrame({"course": [220, 220, 170], "toolkit": [60, 45, 60], "months": [110, 60, 160]})
    found = bundle_savings(worths, prices, 299).set_index("otherwise")
    assert found.attrs["advertised"] == 48
    assert found.loc["course + toolkit + months", "saving"] == 48
    assert found.loc["course", "saving"] == -100, "who wanted the course alone spends 100 more"
    assert found.loc["toolkit + months", ["would_pay", "saving"]].tolist() == [148, -151]
    assert (found["gain"] >= 0).all() and found["share"].sum() == pytest.approx(1)


@settings(max_examples=40)
@given(tables, amounts, amounts, amounts)
def test_no_buyer_of_a_bundle_saves_more_than_is_advertised_or_loses_by_it(worths, p1, p2, together):
    found = bundle_savings(worths, {"course": p1, "kit": p2}, together)
    assert (found["saving"] <= found.attrs["advertised"] + 1e-6).all()
    assert (found["gain"] >= -1e-5).all()


def test_without_all_prices_there_is_no_saving_to_advertise():
    found = bundle_savings(two((60, 60)), {"kit": 50}, 100)
    assert np.isnan(found.attrs["advertised"]) and found["saving"].tolist() == [-50]


# --- parts without worth ------------------------------------------------------------------------------------


def test_a_part_without_worth_costs_as_often_as_the_bundle_is_sold():
    worths = two((100, 20), (90, 30), (80, 40)).assign(ebook=0)
    found = over_bundling(worths, cost={"ebook": 2}).set_index("added")
    assert found.loc["ebook", "gained"] == -2 * found.loc["ebook", "buyers"] == -6
    assert found.loc["ebook", "worthless"] == 1 and found.loc["kit", "gained"] > 0
    free = over_bundling(worths).set_index("added")
    assert free.loc["ebook", "gained"] == 0 and free.loc["ebook", "price"] == free.loc["kit", "price"]


def test_the_last_row_is_the_pure_bundle_in_any_order():
    worths = simulate_wtp(300, {"course": 150, "kit": 60, "audit": 90}, 35, 0.0, seed=1)
    forth, back = (over_bundling(worths, order=order) for order in (None, ["audit", "kit", "course"]))
    assert forth["profit"].iloc[-1] == pytest.approx(best_bundle(worths).loc["bundle", "profit"])
    assert back["profit"].iloc[-1] == pytest.approx(forth["profit"].iloc[-1])
    assert forth["gained"].sum() == pytest.approx(forth["profit"].iloc[-1])


# --- bad input ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (
            lambda: bundle_demand(FILMS),
            ValueError,
            "nothing is for sale: give prices, a bundle_price, or both",
        ),
        (lambda: bundle_demand(FILMS, {"frist": 5}), ValueError, "Did you mean 'first'"),
        (lambda: bundle_demand(FILMS, [5, 5]), TypeError, "prices must name products with their prices"),
        (lambda: bundle_demand(FILMS, {"first": -5}), ValueError, "prices must be zero or more"),
        (
            lambda: bundle_demand(FILMS[["first"]], {"first": 5}),
            ValueError,
            "worths needs 2 products or more",
        ),
        (lambda: bundle_demand(FILMS, bundle_price=-1), ValueError, "bundle_price must be zero or more"),
        (lambda: best_bundle(FILMS[:0]), ValueError, "worths has no person without a blank"),
        (lambda: best_bundle([[1, 2]]), TypeError, "worths must be a DataFrame with one row per person"),
        (
            lambda: best_bundle(FILMS.rename(columns={"first": "profit"})),
            ValueError,
            "'profit', a name of the",
        ),
        (lambda: best_bundle(FILMS, cost={"third": 1}), ValueError, "each name in cost must be one of"),
        (lambda: over_bundling(FILMS, order=["first"]), ValueError, "order must name each product once"),
        (lambda: over_bundling(FILMS, order=["first", "frist"]), ValueError, "Did you mean 'first'"),
    ],
)
def test_offers_that_cannot_be_are_refused(call, error, said):
    with pytest.raises(error, match=said):
        call()
