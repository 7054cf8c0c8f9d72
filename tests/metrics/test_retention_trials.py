"""Trials and first prices: how many begin, go on, leave, and are not over yet."""

import numpy as np
import pandas as pd
import pytest

from ecotools.data import quillwork
from ecotools.ledger import Ledger
from ecotools.metrics import retention
from ecotools.simulate import simulate
from tests.metrics.subscription_tables import subscriptions


def quarter(*rows, **columns) -> Ledger:
    """A ledger of the first quarter of 2025; the subscription has the name of its customer."""
    table = subscriptions(*rows, **columns)
    return Ledger(
        subscriptions=table.assign(subscription_id=table["customer_id"]), start="2025-01-01", end="2025-04-01"
    )


def test_who_is_still_on_trial_is_in_neither_side_of_the_share():
    found = retention.trials(
        quarter(
            ("Ada", "2025-01-01", "2025-01-15", 0.0),
            ("Ada", "2025-01-15", None, 29.0),
            ("Ben", "2025-01-20", "2025-02-03", 0.0),
            ("Cy", "2025-03-25", None, 0.0),
            ("Dot", "2025-03-20", "2025-04-03", 0.0),
            ("Eve", "2025-01-05", None, 29.0),
        )
    )
    assert found.loc["membership"].tolist() == [4, 2, 1, 1, 0.5]


def test_who_comes_back_later_left_with_the_trial():
    rows = [("Ada", "2025-01-01", "2025-01-15", 0.0), ("Ada", "2025-01-16", None, 29.0)]
    assert retention.trials(quarter(*rows))["left"].tolist() == [1]


def test_a_free_month_later_on_is_no_trial():
    rows = [
        ("Ada", "2025-01-01", "2025-02-01", 29.0),
        ("Ada", "2025-02-01", "2025-03-01", 0.0),
        ("Ada", "2025-03-01", None, 29.0),
    ]
    found = retention.trials(quarter(*rows))
    assert found.empty
    assert found.attrs["reason"] == "nobody began with such an offer"


def test_a_trial_by_a_discount_of_everything_is_a_trial():
    rows = [("Ada", "2025-01-01", "2025-01-15", 29.0), ("Ada", "2025-01-15", None, 29.0)]
    assert retention.trials(quarter(*rows, discount=[1.0, 0.0]))["to_paid"].tolist() == [1.0]


def test_a_first_month_for_one_dollar_is_found_by_its_price():
    rows = [
        ("Ada", "2025-01-01", "2025-02-01", 1.0),
        ("Ada", "2025-02-01", None, 29.0),
        ("Ben", "2025-01-01", "2025-02-01", 1.0),
    ]
    assert retention.trials(quarter(*rows), price=1)["to_paid"].tolist() == [0.5]
    assert retention.trials(quarter(*rows)).empty


def test_products_are_told_apart_by_the_one_begun_with():
    rows = [
        ("Ada", "2025-01-01", "2025-01-15", 0.0),
        ("Ada", "2025-01-15", None, 59.0),
        ("Ben", "2025-01-01", None, 0.0),
    ]
    found = retention.trials(quarter(*rows, product=["lite", "plus", "plus"]))
    assert found["went_on"].to_dict() == {"lite": 1, "plus": 0}
    assert np.isnan(found.loc["plus", "to_paid"])
    assert found.attrs["reason"] == "no offer is over yet"


@pytest.mark.parametrize("price", [-1, "free", None])
def test_a_price_that_is_none_is_refused(price):
    with pytest.raises((TypeError, ValueError), match="price"):
        retention.trials(quarter(("Ada", "2025-01-01", None, 0.0)), price=price)


def test_a_table_without_products_is_refused_by_name():
    table = subscriptions(("Ada", "2025-01-01", None, 0.0)).drop(columns="product")
    with pytest.raises(ValueError, match="product"):
        retention.trials(table)


def test_the_simulated_share_is_found_and_every_trial_counted_once():
    blueprint = quillwork()
    blueprint.assumptions.first_offer = {"membership": {"to_paid": 0.6, "begin_factor": 1.5}}
    ledger = simulate(blueprint, 12, 3)
    found = retention.trials(ledger).loc["membership"]
    assert found["began"] == (ledger.subscriptions["price"] == 0).sum()
    assert found["running"] + found["went_on"] + found["left"] == found["began"]
    assert found["to_paid"] == pytest.approx(0.6, abs=4 * np.sqrt(0.24 / found["began"]))
    pd.testing.assert_frame_equal(retention.trials(ledger.subscriptions), retention.trials(ledger))


def test_by_month_a_trial_counts_where_it_ends():
    rows = [
        ("Ada", "2025-01-20", "2025-02-03", 0.0),
        ("Ada", "2025-02-03", None, 29.0),
        ("Ben", "2025-02-01", "2025-02-15", 0.0),
        ("Cy", "2025-03-25", None, 0.0),
    ]
    found = retention.trials(quarter(*rows), by="month")
    assert found.index.astype(str).tolist() == ["2025-02"]
    assert found.iloc[0].tolist() == [2, 0, 1, 1, 0.5]
