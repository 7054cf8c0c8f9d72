"""The entry offer: upgrades against the direct sales that they replace."""

import numpy as np
import pandas as pd
import pytest

from ecotools.ledger import Ledger
from ecotools.ledger.schema import empty_table
from ecotools.metrics.experiments import compare_means, compare_shares, entry_offer


def lines(*rows):
    """Return order lines given as (customer, day of March, product, amount)."""
    table = pd.DataFrame(rows, columns=["customer_id", "day", "product", "amount"])
    return table.assign(day=pd.Timestamp("2025-03-01") + pd.to_timedelta(table["day"], unit="D"))


def halves(offered, held_back):
    names = ["offered"] * len(offered) + ["held_back"] * len(held_back)
    return pd.DataFrame({"customer_id": [*offered, *held_back], "group": names})


def market(eats: float, leads: float, seed: int = 3, n: int = 6000):
    """Return orders and groups in which the kit replaces a share of direct sales and leads to others."""
    random = np.random.default_rng(seed)
    who, offered = np.arange(n) * 7 + 1000, random.random(n) < 0.5
    would = random.random(n) < 0.08
    kit = offered & (random.random(n) < np.where(would, 0.8, 0.1))
    course = np.where(kit, (would & (random.random(n) >= eats)) | (random.random(n) < leads), would)
    rows = [(c, 1, "kit", 29.0) for c in who[kit]] + [(c, 9, "course", 199.0) for c in who[course]]
    return lines(*rows), halves(who[offered], who[~offered])


def test_upgrades_less_direct_sales_lost_are_the_difference_of_the_course():
    orders, groups = market(eats=0.5, leads=0.1)
    found = entry_offer(orders, groups, entry="kit", core="course")
    gained, lost, net = found.loc[["upgraded", "direct", "core"], "difference"]
    assert gained > 0 > lost and gained + lost == pytest.approx(net)
    assert found["offered"]["entry"] > 0.15 and found["held_back"]["entry"] == 0


def test_the_verdict_follows_the_truth_of_the_market():
    for eats, leads, verdict in ((0.0, 0.15, "feeds"), (1.0, 0.0, "eats"), (0.35, 0.0, "cannot be told")):
        found = entry_offer(*market(eats, leads), entry="kit", core="course")
        assert found.attrs["verdict"] == verdict, (eats, leads)


def test_the_intervals_are_those_of_two_shares_and_of_two_means():
    orders, groups = market(eats=0.5, leads=0.1)
    found = entry_offer(orders, groups, entry="kit", core="course", level=0.9)
    n = found.attrs["visitors"]
    bought = {
        name: groups.loc[groups["group"] == name, "customer_id"].isin(
            orders.loc[orders["product"] == "course", "customer_id"]
        )
        for name in n
    }
    expected = compare_shares(
        bought["held_back"].sum(), n["held_back"], bought["offered"].sum(), n["offered"], level=0.9
    )
    assert found.loc["core", ["low", "high"]].tolist() == pytest.approx(expected[["low", "high"]].tolist())
    paid = orders.groupby("customer_id")["amount"].sum()
    a, b = (
        paid.reindex(groups.loc[groups["group"] == name, "customer_id"]).fillna(0.0)
        for name in ("held_back", "offered")
    )
    means = compare_means(a, b, level=0.9)
    assert found.loc["revenue", ["low", "high"]].tolist() == pytest.approx(means[["low", "high"]].tolist())


def test_a_course_on_the_day_of_the_kit_or_before_it_is_a_direct_sale():
    orders = lines((1, 3, "kit", 29), (1, 3, "course", 199), (2, 5, "kit", 29), (2, 4, "course", 199))
    found = entry_offer(orders, halves([1, 2], [8, 9]), entry="kit", core="course")["offered"]
    assert found[["upgraded", "direct", "core"]].tolist() == [0, 1, 1]


def test_refunds_are_taken_off_and_strangers_left_out():
    orders = lines((1, 1, "kit", 29), (1, 5, "course", 199), (77, 1, "course", 199))
    orders = orders.assign(refunded=[0.0, 199.0, 0.0])
    found = entry_offer(orders, halves([1, 2], [8, 9]), entry="kit", core="course")
    assert found["offered"]["revenue"] == 14.5 and found["held_back"]["revenue"] == 0
    assert found["offered"]["core"] == 0.5


def test_a_ledger_gives_its_orders():
    orders = lines((1, 1, "kit", 29.0), (1, 5, "course", 199.0)).assign(
        order_id=[1, 2], kind="core", quantity=1, price=[29.0, 199.0], discount=0.0, refunded=0.0
    )
    orders = orders.assign(refund_day=pd.NaT, channel="")[empty_table("orders").columns]
    ledger = Ledger(orders=orders, start="2025-03", end="2025-03")
    groups = halves([1, 2], [8, 9])
    pd.testing.assert_frame_equal(
        entry_offer(ledger, groups, entry="kit", core="course"),
        entry_offer(orders, groups, entry="kit", core="course"),
    )


def test_groups_without_a_sale_have_no_interval_of_revenue_and_no_verdict():
    found = entry_offer(lines(), halves([1, 2], [8, 9]), entry="kit", core="course")
    assert found.attrs["verdict"] == "cannot be told"
    assert np.isnan(found["low"]["revenue"]) and "revenue: " in found.attrs["reason"]


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (halves([1, 2], [8]), "groups needs two visitors or more in the group 'held_back'"),
        (halves([1, 2], [2, 9]), "groups: customer_id has been given before in row 2"),
        (
            halves([1, 2], [8, 9]).replace("held_back", "control"),
            "group is neither 'offered' nor 'held_back'",
        ),
        (halves([1, 2], [8, 9])[["customer_id"]], "groups needs the column 'group'"),
    ],
)
def test_groups_that_cannot_be_compared_are_refused(groups, said):
    with pytest.raises(ValueError, match=said):
        entry_offer(lines((1, 1, "kit", 29), (2, 2, "course", 199)), groups, entry="kit", core="course")


def test_a_product_that_nobody_bought_is_taken_for_a_slip():
    with pytest.raises(
        ValueError, match=r"entry \(a product of orders\) must be one of .* Did you mean 'kit'"
    ):
        entry_offer(lines((1, 1, "kit", 29)), halves([1, 2], [8, 9]), entry="kitt", core="kit")
