"""What buyers buy next, by count, by share and by lift over popularity."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from ecotools.ledger import Ledger
from ecotools.ledger.schema import empty_table
from ecotools.metrics.baskets import next_product


def bought(*rows):
    """Return order lines given as (customer, day of March, product)."""
    table = pd.DataFrame(rows, columns=["customer_id", "day", "product"])
    return table.assign(day=pd.Timestamp("2025-03-01") + pd.to_timedelta(table["day"].astype(int), unit="D"))


def pairs(orders, **options):
    return next_product(orders, **options).set_index(["product", "next"])


def by_hand(orders):
    """Return could and went for every pair, buyer by buyer."""
    could, went = {}, {}
    everything = sorted(set(orders["product"]))
    for _, own in orders.groupby("customer_id"):
        first = own.groupby("product")["day"].min()
        for product, day in first.items():
            later = first[first > day]
            if later.empty:
                continue
            for other in everything:
                pair = product, other
                could[pair] = could.get(pair, 0) + (other not in first[first <= day])
                went[pair] = went.get(pair, 0) + (other in later[later == later.min()])
    return could, went


markets = st.lists(
    st.tuples(st.integers(1, 6), st.integers(0, 4), st.sampled_from(["kit", "course", "audit", "club"])),
    min_size=1,
    max_size=25,
).map(lambda rows: bought(*rows))


def test_the_best_seller_follows_everything_and_lift_finds_the_natural_step():
    """After every product half go to the course; only buyers of the notes also go to the templates."""
    rows = []
    for product, others in {
        "notes": ["templates"] * 30,
        "audit": ["club"] * 30,
        "deck": ["club"] * 30,
    }.items():
        for number, following in enumerate(["course"] * 30 + others):
            rows += [(f"{product}{number}", 1, product), (f"{product}{number}", 8, following)]
    found = pairs(bought(*rows))
    assert found["lift"]["notes"]["course"] == pytest.approx(1)
    assert found["lift"]["notes"]["templates"] == pytest.approx(3)
    assert found["share"]["notes"]["course"] == found["share"]["notes"]["templates"] == 0.5
    assert found["low"]["notes"]["templates"] > 1 > found["low"]["notes"]["course"]
    assert next_product(bought(*rows), sort="lift")["next"].tolist()[-2:] == ["templates", "course"]


@settings(max_examples=25)
@given(markets)
def test_counts_shares_and_lifts_are_those_found_buyer_by_buyer(orders):
    could, went = by_hand(orders)
    found = pairs(orders)
    assert set(found.index) == {pair for pair, number in went.items() if number}
    for pair, row in found.iterrows():
        column = [each for each in could if each[1] == pair[1]]
        popularity = sum(went[each] for each in column) / sum(could[each] for each in column)
        assert row[["buyers", "count"]].tolist() == [could[pair], went[pair]]
        assert row["lift"] == pytest.approx(went[pair] / could[pair] / popularity)
        assert row["low"] <= row["lift"] <= row["high"] + 1e-12


def test_the_interval_is_wilson_s_of_the_share_over_the_popularity():
    rows = [(n, 1, "kit") for n in range(20)] + [(n, 5, "course" if n < 6 else "audit") for n in range(20)]
    row = pairs(bought(*rows), level=0.9).loc["kit", "course"]
    wilson = binomtest(6, 20).proportion_ci(0.9, method="wilson")
    assert row[["low", "high"]].tolist() == pytest.approx([wilson.low / 0.3, wilson.high / 0.3])


def test_products_of_one_day_do_not_follow_each_other_and_all_of_the_next_day_count():
    found = pairs(bought((1, 1, "kit"), (1, 1, "notes"), (1, 4, "course"), (1, 4, "audit"), (1, 9, "club")))
    steps = set(found.index)
    assert steps == {
        *(("kit", "course"), ("kit", "audit"), ("notes", "course"), ("notes", "audit")),
        *(("course", "club"), ("audit", "club")),
    }


def test_what_a_buyer_has_already_is_not_next():
    found = pairs(bought((1, 1, "course"), (1, 2, "kit"), (1, 3, "course"), (1, 3, "kit"), (1, 4, "audit")))
    assert set(found.index) == {("course", "kit"), ("kit", "audit")}


def test_a_membership_of_a_ledger_can_be_the_next_step():
    orders = bought((1, 1, "kit")).assign(
        order_id=1, kind="core", quantity=1, price=29.0, discount=0.0, amount=29.0, refunded=0.0
    )
    orders = orders.assign(refund_day=pd.NaT, channel="")[empty_table("orders").columns]
    subscriptions = pd.DataFrame(
        {"subscription_id": [1], "customer_id": 1, "product": "club", "start": pd.Timestamp("2025-03-20")}
    ).assign(end=pd.NaT, price=29.0, interval_months=1, quantity=1, discount=0.0, ended_by="")
    ledger = Ledger(orders=orders, subscriptions=subscriptions, start="2025-03", end="2025-03")
    assert list(pairs(ledger).index) == [("kit", "club")]
    assert next_product(ledger.orders).empty


def test_pairs_can_be_sorted_and_rare_ones_left_out():
    rows = [(n, 1, "kit") for n in range(9)] + [(n, 5, "course" if n < 7 else "audit") for n in range(9)]
    rows += [(20, 1, "notes"), (20, 3, "course")]
    assert next_product(bought(*rows), sort="count")["count"].tolist() == [7, 2, 1]
    assert list(pairs(bought(*rows), at_least=3).index) == [("kit", "course")]


def test_ids_of_any_kind_and_rows_in_any_order_give_the_same():
    rows = [(f"c{n}", n % 3, product) for n in range(8) for product in ("kit", "course")]
    rows += [(f"c{n}", 9, "audit") for n in range(5)]
    orders = bought(*rows)
    shuffled = orders.sample(frac=1, random_state=2).astype({"product": "category"})
    pd.testing.assert_frame_equal(next_product(orders), next_product(shuffled))


def test_a_large_ledger_is_counted_whole():
    random = np.random.default_rng(4)
    orders = bought(
        *zip(
            random.integers(0, 20_000, 60_000),
            random.integers(0, 300, 60_000),
            random.choice([f"product {n}" for n in range(11)], 60_000),
            strict=True,
        )
    )
    found = next_product(orders)
    assert len(found) == 110
    assert found["lift"].between(0.8, 1.2).all()


@pytest.mark.parametrize(
    ("orders", "options", "said"),
    [
        (bought((1, 1, "kit"))[["day"]], {}, "orders needs the columns 'customer_id', 'product'"),
        (bought((1, 1, None)), {}, "orders: product is missing in row 0"),
        (bought((None, 1, "kit")), {}, "orders: customer_id is missing in row 0"),
        (bought((1, 1, "kit")), {"sort": "shares"}, "Did you mean 'share'"),
        (bought((1, 1, "kit")), {"at_least": 0}, "at_least must be a whole number, 1 or more"),
    ],
)
def test_orders_that_cannot_be_read_are_refused(orders, options, said):
    with pytest.raises(ValueError, match=said):
        next_product(orders, **options)
