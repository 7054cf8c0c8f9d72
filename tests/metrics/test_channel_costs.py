"""What a customer costs by channel: who gets the credit, which costs are in, how sure it is."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import poisson

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger, empty_ledger
from ecotools.metrics.intervals import count_difference_ends, count_ends
from ecotools.metrics.unit_economics import cac, channel_cac, channel_months, channel_returns, new_customers
from ecotools.simulate import Spending, simulate
from tests.simulate.companies import YAML


def rows(columns: str, *values) -> pd.DataFrame:
    table = pd.DataFrame(values, columns=columns.split())
    days = {
        name: pd.to_datetime(table[name]) for name in ("day", "start", "end", "refund_day") if name in table
    }
    return table.assign(**days)


ORDERS = "order_id customer_id day product kind quantity price discount amount refunded refund_day channel"


def order(number, customer, day, amount, channel):
    return (number, customer, day, "course", "core", 1, amount, 0.0, amount, 0.0, None, channel)


@pytest.fixture
def ledger():
    """Ada finds the blog and buys after an ad; Ben comes by the ad; Cy only subscribes; Dot pays nothing."""
    return Ledger(
        touches=rows(
            "customer_id day stage channel asset",
            (1, "2025-01-03", "awareness", "search", ""),
            (1, "2025-01-20", "consideration", "", "list"),
            (1, "2025-02-02", "purchase", "ads", ""),
            (1, "2025-02-09", "retention", "mail", ""),
            (2, "2025-01-10", "consideration", "search", ""),
            (2, "2025-01-10", "awareness", "ads", ""),
            (3, "2025-03-05", "awareness", "mail", ""),
            (4, "2025-01-01", "awareness", "ads", ""),
        ),
        orders=rows(
            ORDERS,
            order(1, 1, "2025-02-02", 199.0, "ads"),
            order(2, 1, "2025-03-02", 199.0, "mail"),
            order(3, 2, "2025-01-15", 199.0, ""),
            order(4, 4, "2025-01-15", 0.0, "ads"),
        ),
        subscriptions=rows(
            "subscription_id customer_id product start end price interval_months quantity discount ended_by",
            (1, 3, "club", "2025-02-20", "2025-03-01", 0.0, 1, 1, 0.0, "changed"),
            (1, 3, "club", "2025-03-01", None, 29.0, 1, 1, 0.0, ""),
            (2, 5, "club", "2025-02-20", None, 29.0, 1, 1, 1.0, ""),
        ),
        spend=rows(
            "day channel amount",
            ("2025-01-10", "ads", 100.0),
            ("2025-02-10", "ads", 200.0),
            ("2025-02-10", "fairs", 50.0),
        ),
        start="2025-01",
        end="2025-03",
    ).check()


def credited(ledger, credit) -> dict:
    return new_customers(ledger, credit).set_index("customer_id")["channel"].to_dict()


def test_a_new_customer_is_who_paid_for_the_first_time(ledger):
    found = new_customers(ledger).set_index("customer_id")["day"].dt.strftime("%m-%d")
    assert found.to_dict() == {2: "01-15", 1: "02-02", 3: "03-01"}, "Dot paid nothing, nor did the free seat"


def test_credit_goes_to_the_first_touch_the_last_one_or_the_order(ledger):
    assert credited(ledger, "first_touch") == {1: "search", 2: "ads", 3: "unknown"}
    assert credited(ledger, "last_touch") == {1: "ads", 2: "search", 3: "unknown"}
    assert credited(ledger, "order") == {1: "ads", 2: "unknown", 3: "unknown"}
    assert "last touch up to the purchase" in new_customers(ledger, "last_touch").attrs["definition"]


def test_an_import_without_touches_credits_what_the_order_says(ledger):
    alone = Ledger(orders=ledger.orders)
    for credit in ("first_touch", "last_touch", "order"):
        assert credited(alone, credit) == {1: "ads", 2: "unknown"}


def test_who_paid_before_a_window_is_not_new_in_it(ledger):
    assert credited(ledger.between("2025-03", "2025-03"), "first_touch") == {3: "unknown"}
    assert credited(ledger.between("2025-02", "2025-02"), "first_touch") == {1: "search"}


def test_the_order_of_rows_does_not_matter(ledger):
    tables = {name: table.iloc[::-1] for name, table in ledger.tables.items()}
    turned = Ledger(**tables, start=ledger.start, end=ledger.end)
    for credit in ("first_touch", "last_touch", "order"):
        pd.testing.assert_frame_equal(new_customers(turned, credit), new_customers(ledger, credit))


def test_nobody_gives_an_empty_table():
    assert new_customers(empty_ledger()).empty
    assert channel_cac(empty_ledger()).empty and channel_months(empty_ledger()).empty


def test_the_cost_of_a_customer_is_fully_loaded(ledger):
    table = channel_cac(ledger, salaries={"ads": 300, "search": 90}, tools=70).set_index("channel")
    assert table["ads"].to_dict() == {"ads": 300, "fairs": 50, "search": 0, "unknown": 0}
    assert table["tools"].to_dict() == {"ads": 60, "fairs": 10, "search": 0, "unknown": 0}
    assert table.loc["ads", "cost"] == 660 and table.loc["ads", "cac"] == 660
    assert table.loc["search", "cac"] == 90 and table.loc["unknown", "cac"] == 0
    assert cac(table["cost"].sum(), table["customers"].sum()) == pytest.approx((350 + 390 + 70) / 3)


def test_advertisements_alone_make_a_smaller_number(ledger):
    alone, loaded = (channel_cac(ledger, salaries=cost).set_index("channel").loc["ads"] for cost in (0, 900))
    assert alone["cac"] == 300 < loaded["cac"]


def test_a_cost_for_all_is_shared_by_spend_by_customers_or_evenly(ledger):
    def parts(shared):
        return (
            channel_cac(ledger, salaries=120, shared=shared)
            .set_index("channel")["salaries"]
            .round(2)
            .to_dict()
        )

    assert parts("spend") == {"ads": 102.86, "fairs": 17.14, "search": 0, "unknown": 0}
    assert parts("customers") == {"ads": 40, "fairs": 0, "search": 40, "unknown": 40}
    assert parts("evenly") == {"ads": 60, "fairs": 60, "search": 0, "unknown": 0}


def test_the_interval_is_that_of_few_customers(ledger):
    ads = channel_cac(ledger).set_index("channel").loc["ads"]
    # Garwood's limits for a count of 1 are 0.0253 and 5.572.
    assert ads["low"] == pytest.approx(300 / 5.572, rel=1e-3) and ads["high"] == pytest.approx(
        300 / 0.0253, rel=1e-2
    )


def test_a_channel_that_brought_nobody_has_no_cac_but_a_lower_end(ledger):
    table = channel_cac(ledger)
    fairs = table.set_index("channel").loc["fairs"]
    assert np.isnan(fairs["cac"]) and fairs["high"] == np.inf
    assert fairs["low"] == pytest.approx(50 / 3.689, rel=1e-3)
    assert table.attrs["reason"] == "fairs brought no new customer"


def test_the_limits_of_a_count_are_where_it_would_be_as_rare_as_allowed():
    """Garwood (1936): P(X <= n) at the upper end and P(X >= n) at the lower end are 2.5% each."""
    assert count_ends(0, 0.95) == pytest.approx((0, -np.log(0.025))), "exp(-m) = 0.025"
    for n in (1, 5, 10, 50):
        low, high = count_ends(n, 0.95)
        assert poisson.cdf(n, high) == pytest.approx(0.025) and poisson.sf(n - 1, low) == pytest.approx(0.025)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 300), st.integers(0, 300), st.floats(0.1, 5))
def test_the_interval_of_a_difference_turns_with_it_and_holds_it(n, other, times):
    low, high = count_difference_ends(n, other, times, 0.95)
    assert low <= n - times * other <= high
    turned = count_difference_ends(other, n, 1 / times, 0.95)
    assert (-times * turned[1], -times * turned[0]) == pytest.approx((low, high), abs=1e-6)


def test_the_interval_of_a_difference_covers_as_often_as_it_says():
    rng = np.random.default_rng(5)
    pairs = np.column_stack([rng.poisson(14, 400), rng.poisson(6, 400)])
    held = [
        low <= 14 - 1.5 * 6 <= high
        for low, high in (count_difference_ends(a, b, 1.5, 0.95) for a, b in pairs)
    ]
    assert 0.93 <= np.mean(held) <= 0.99


def holdout(days: str, *channels) -> Ledger:
    orders = [order(i, i, "2024-12-05", 9.0, name) for i, name in enumerate(channels)]
    columns = (
        "order_id customer_id day product kind quantity price discount amount refunded refund_day channel"
    )
    return Ledger(orders=rows(columns, *orders), start="2024-12", end=days)


def test_a_holdout_takes_off_who_would_have_come_anyway(ledger):
    many = Ledger(
        orders=rows(
            ORDERS,
            *(order(i, i, "2025-01-05", 9.0, "ads" if i < 40 else "search") for i in range(60)),
        ),
        spend=ledger.spend,
        start="2025-01",
        end="2025-03",
    )
    table = channel_cac(many, "holdout", holdout=holdout("2024-12", "ads", "ads", "ads", "search")).set_index(
        "channel"
    )
    # 31 days of December stand for 90 of the ledger.
    assert table.loc["ads", "customers"] == pytest.approx(40 - 3 * 90 / 31)
    assert table.loc["ads", "cac"] == pytest.approx(300 / (40 - 3 * 90 / 31))
    assert table.loc["ads", "cac"] > channel_cac(many).set_index("channel").loc["ads", "cac"]
    twice = channel_cac(many, "holdout", holdout=holdout("2024-12", "ads"), size=2).set_index("channel")
    assert twice.loc["ads", "customers"] == pytest.approx(40 - 2 * 90 / 31)
    none = channel_cac(many, "holdout", holdout=holdout("2024-12", *["ads"] * 20))
    ads = none.set_index("channel").loc["ads"]
    assert (
        np.isnan(ads["cac"])
        and ads["high"] == np.inf
        and "ads brought nobody beyond the holdout" in none.attrs["reason"]
    )


def test_a_holdout_that_was_paid_for_tells_nothing(ledger):
    table = channel_cac(ledger, "holdout", holdout=ledger)
    assert "ads was paid for in the holdout too" in table.attrs["reason"]
    assert table.set_index("channel").loc["ads", ["cac", "low", "high"]].isna().all()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"credit": "holdout"}, "credit='holdout' and holdout= go together"),
        ({"credit": "firsttouch"}, "Did you mean 'first_touch'"),
        ({"holdout": empty_ledger()}, "credit='holdout' and holdout= go together"),
        ({"credit": "holdout", "holdout": empty_ledger()}, "holdout has no days"),
        ({"salaries": -1}, "salaries must be zero or more"),
        ({"tools": {"ads": -1}}, r"tools\['ads'\] must be zero or more"),
        ({"shared": "by size"}, "shared must be one of"),
    ],
)
def test_what_cannot_be_is_refused(ledger, arguments, said):
    with pytest.raises(ValueError, match=said):
        channel_cac(ledger, **arguments)


def test_costs_that_nothing_shares_out_are_refused(ledger):
    with pytest.raises(
        ValueError, match="salaries cannot be shared out by 'spend', because the ledger has no spend"
    ):
        channel_cac(Ledger(orders=ledger.orders), salaries=100)
    with pytest.raises(TypeError, match="ledger must be a Ledger, not DataFrame"):
        channel_cac(ledger.orders)


def test_months_have_spend_and_customers_zeros_too(ledger):
    table = channel_months(ledger).set_index(["channel", "month"])
    assert table.loc["ads", "spend"].tolist() == [100, 200, 0]
    assert table.loc["ads", "customers"].tolist() == [1, 0, 0]
    assert table.loc["fairs", "spend"].tolist() == [0, 50, 0]
    assert set(table.index.get_level_values(0)) == {"ads", "fairs"}, "search was never paid"


def test_customers_can_count_in_the_month_in_which_they_came(ledger):
    ledger.spend = pd.concat([ledger.spend, ledger.spend[:1].assign(channel="search")])
    bought, came = (
        channel_months(ledger, dated=dated, within=31)
        .set_index(["channel", "month"])
        .loc["search", "customers"]
        for dated in ("bought", "came")
    )
    assert bought.tolist() == [0, 1, 0], "Ada buys in February"
    assert came.tolist() == [1, 0], "she came in January; who came in March may still buy"
    assert channel_months(ledger, dated="came", within=29)["customers"].sum() == 1, "Ada took 30 days, Ben 5"
    with pytest.raises(ValueError, match="dated must be one of 'bought', 'came'"):
        channel_months(ledger, dated="seen")


def test_returns_by_channel_are_payback_and_ratio_with_the_ends_of_the_cac():
    costs = pd.DataFrame(
        {
            "channel": ["b", "a", "c", "d"],
            "cac": [1000.0, 0.0, np.nan, 400.0],
            "low": [500.0, 0.0, 90.0, 200.0],
            "high": [np.inf, 0.0, np.inf, 800.0],
        }
    )
    table = channel_returns(
        costs, revenue=100, margin=0.8, ltv={"a": 9, "b": 3000, "c": 9, "d": 1600}, churn=0.05
    )
    found = table.set_index("channel")
    assert found.index.tolist() == ["a", "b", "c", "d"]
    assert found.loc["b", ["ltv_to_cac", "ratio_low", "ratio_high"]].tolist() == [3, 0, 6]
    assert found.loc["b", "payback"] == pytest.approx(19.1, abs=0.05), "as of `cac_payback`"
    assert found.loc["d", ["ratio_low", "ratio_high"]].tolist() == [2, 8]
    assert table.attrs["reason"] == "a: winning a customer cost nothing; c has no CAC"
    plain = channel_returns(costs, revenue=100, margin={name: 0.8 for name in "abcd"}, ltv=10).set_index(
        "channel"
    )
    assert plain.loc["b", "payback"] == 12.5
    with pytest.raises(ValueError, match="ltv has no number for the channel 'b'; it has a"):
        channel_returns(costs, revenue=100, margin=0.8, ltv={"a": 9})


@pytest.fixture(scope="module")
def claimed():
    """Partners advertise to those who are about to buy, and bring nobody; search brings people."""
    spend = {
        "search": Spending(900, most=900, half=900),
        "partners": Spending(900, most=0, half=1, claims=0.4),
    }
    company = Blueprint.from_yaml(YAML)
    return simulate(company, 12, 31, spend=spend), simulate(company, 12, 32)


def test_the_last_touch_makes_an_ad_look_cheap_that_brings_nobody(claimed):
    ledger, without = claimed
    first, last = (
        channel_cac(ledger, credit).set_index("channel") for credit in ("first_touch", "last_touch")
    )
    assert last.loc["partners", "cac"] < first.loc["partners", "cac"] / 2
    assert last.loc["search", "cac"] > 1.3 * first.loc["search", "cac"]
    held = channel_cac(ledger, "holdout", holdout=without).set_index("channel")
    assert not held.loc["partners", "high"] < np.inf
    order_ = channel_cac(ledger, "order").set_index("channel")
    assert order_.loc["partners", "cac"] < first.loc["partners", "cac"] / 2


def test_the_holdout_recovers_the_truth_and_touches_do_not():
    company = Blueprint.from_yaml(YAML)
    spend = {"search": Spending(900, most=900, half=900)}
    held, missed = 0, 0
    for seed in range(6):
        ledger, without = simulate(company, 6, seed, spend=spend), simulate(company, 6, 100 + seed)
        true = 5400 / ledger.truth["spend"]["search"]["brought_customers"]
        found = channel_cac(ledger, "holdout", holdout=without).set_index("channel").loc["search"]
        held += found["low"] <= true <= found["high"]
        touch = channel_cac(ledger).set_index("channel").loc["search"]
        missed += touch["high"] < true
    assert held >= 5 and missed == 6
