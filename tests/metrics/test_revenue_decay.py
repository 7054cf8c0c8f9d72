"""How fast a one-time product ages."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.ledger import observed
from ecotools.metrics import revenue


def orders(*days, product="kit", **columns) -> pd.DataFrame:
    table = pd.DataFrame({"day": pd.to_datetime(list(days)), "product": product, "amount": 49.0})
    return table.assign(**columns)


def test_months_count_from_each_update_and_the_one_cut_short_counts_for_nothing():
    table = orders("2025-01-10", "2025-02-09", "2025-02-10", "2025-03-20", "2025-03-25", "2025-04-24")
    found = revenue.decay(table, "kit", ["2025-01-10", "2025-03-25"], until="2025-05-01")
    # From January 10: two in month 0, one in month 1; March 10 to 25 is no whole month. From March 25: two.
    assert found["sold"].tolist() == [4, 1] and found["months"].tolist() == [2, 1]
    assert found["sold_per_month"].tolist() == [2, 1] and found["share"].tolist() == [1, 0.5]
    assert found["revenue"].tolist() == [196, 49] and found.attrs["left_out"] == 1


def test_a_month_without_a_sale_is_a_zero_and_not_a_gap():
    found = revenue.decay(orders("2025-01-10", "2025-03-20"), "kit", "2025-01-10", until="2025-04-10")
    assert found["sold"].tolist() == [1, 0, 1] and found["share"].tolist() == [1, 0, 1]


def test_units_are_counted_where_there_are_quantities_and_other_products_are_left_out():
    table = orders("2025-01-10", "2025-01-12", quantity=[3, 1], product=["kit", "course"])
    found = revenue.decay(table, "kit", "2025-01-10", until="2025-02-10")
    assert found["sold"].tolist() == [3] and found["revenue"].tolist() == [49]


def test_a_month_before_the_ledger_began_was_not_seen():
    table = observed(orders("2025-03-05", "2025-03-20", "2025-04-08"), "2025-03", "2025-05")
    found = revenue.decay(table, "kit", "2025-01-05")
    assert found["months"].tolist() == [0, 0, 1, 1] and found["sold"].tolist() == [0, 0, 2, 1]
    assert found["sold_per_month"].isna().tolist() == [True, True, False, False]
    assert found["share"].isna().all(), "what it sold when it was fresh is not known"


def test_sales_before_the_first_update_are_left_out_and_counted():
    found = revenue.decay(orders("2025-01-01", "2025-02-10"), "kit", "2025-02-01", until="2025-03-01")
    assert found["sold"].tolist() == [1] and found.attrs["left_out"] == 1


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 300), min_size=1, max_size=30),
    st.lists(st.integers(0, 250), min_size=1, max_size=4),
)
def test_every_sale_is_in_one_cell_or_left_out(days, updates):
    first = pd.Timestamp("2024-01-15")
    table = orders(*[first + pd.Timedelta(day, "D") for day in days])
    changed = [first + pd.Timedelta(day, "D") for day in updates]
    found = revenue.decay(table, "kit", changed, until=first + pd.Timedelta(301, "D"))
    assert found["sold"].sum() + found.attrs["left_out"] == len(table)
    assert (np.diff(found["months"]) <= 0).all(), "the older, the fewer months are seen"
    again = revenue.decay(table.iloc[::-1], "kit", changed[::-1], until=first + pd.Timedelta(301, "D"))
    pd.testing.assert_frame_equal(found, again)


def test_it_recovers_the_rate_at_which_sales_fall():
    draw = np.random.default_rng(2)
    updates = pd.to_datetime(["2023-01-01", "2023-09-01", "2024-05-01"])
    days = []
    for update in updates:
        for age in range(8):
            month = update + pd.DateOffset(months=age)
            days += [
                month + pd.Timedelta(int(day), "D")
                for day in draw.integers(0, 28, draw.poisson(200 * 0.8**age))
            ]
    found = revenue.decay(orders(*days), "kit", updates, until="2025-01-01")
    slope = np.polyfit(found.index, np.log(found["share"]), 1)[0]
    assert np.exp(slope) == pytest.approx(0.8, abs=0.02)


def test_an_update_so_late_that_no_month_is_whole_gives_an_empty_table_with_the_reason():
    found = revenue.decay(orders("2025-01-10", "2025-01-20"), "kit", "2025-01-10")
    assert found.empty and found.attrs["reason"] == "no month since an update was seen whole"


@pytest.mark.parametrize(
    ("product", "updates", "said"),
    [
        ("kitt", "2025-01-01", "product must be one of 'kit', not 'kitt'. Did you mean 'kit'"),
        ("kit", "2025-02-01", "updates must not all lie after 2025-01-20, the last day observed"),
        ("kit", [], "updates must name a day or more"),
        ("kit", "soon", "updates must be a day such as"),
    ],
)
def test_what_cannot_be_is_refused_by_name(product, updates, said):
    with pytest.raises(ValueError, match=said):
        revenue.decay(orders("2025-01-10", "2025-01-20"), product, updates)
