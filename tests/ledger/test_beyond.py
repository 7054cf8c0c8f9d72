"""Tables of what goes on beyond the shop: partners, assets of users, exposures, a marketplace."""

import pandas as pd
import pytest

from ecotools.ledger import Ledger, LedgerError, describe, read_ledger, update_ledger, write_ledger
from ecotools.ledger.import_result import Imported
from ecotools.ledger.pseudonyms import pseudonymise
from ecotools.wire import digest
from tests.wire.test_others import crossed

BEYOND = ["partners", "assets", "exposures", "market"]


@pytest.fixture
def beyond(shop):
    def day(*texts):
        return pd.to_datetime(list(texts)).astype("datetime64[us]")

    who = shop.orders["customer_id"].iloc[0]
    shop.partners = pd.DataFrame(
        {
            "partner": ["mill", "mill"],
            "day": day("2025-01-03", "2025-02-03"),
            "step": ["signed_up", "call"],
            "count": [1, 4],
        }
    )
    shop.assets = pd.DataFrame(
        {"asset_id": [1, 2], "customer_id": who, "day": day("2025-01-05", "2025-01-09"), "kind": "template"}
    ).assign(removed=day("2025-02-10", None))
    shop.exposures = pd.DataFrame(
        {"customer_id": [who], "day": day("2025-01-04"), "feature": ["hints"], "variant": ["with"]}
    )
    shop.market = pd.DataFrame(
        {
            "sale_id": [1],
            "customer_id": [who],
            "day": day("2025-02-01"),
            "seller": ["mill"],
            "amount": [20.0],
            "fee": [6.0],
        }
    )
    return shop


def test_a_ledger_has_them_where_it_has_rows(shop, beyond):
    assert beyond.check() is beyond
    assert list(beyond.tables)[-4:] == BEYOND
    assert [table in Ledger().tables for table in BEYOND] == [False] * 4
    assert describe("market")["column"].tolist()[-2:] == ["amount", "fee"]


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_they_are_written_and_read_back(beyond, tmp_path, format):
    again = read_ledger(write_ledger(beyond, tmp_path / "shop", format))
    for name in BEYOND:
        pd.testing.assert_frame_equal(getattr(again, name), getattr(beyond, name))


def test_they_cross_to_the_judge_one_without_the_other(beyond):
    alone = Ledger(orders=beyond.orders, market=beyond.market)
    for ledger in (beyond, alone):
        copy = crossed(ledger)
        assert list(copy.tables) == list(ledger.tables) and digest(copy) == digest(ledger)
        assert copy.market["seller"].tolist() == ["mill"]


def test_a_window_does_not_know_what_was_taken_down_later(beyond):
    january = beyond.between("2025-01", "2025-01")
    assert january.assets["removed"].isna().all() and len(january.market) == 0
    february = beyond.between("2025-02", "2025-02")
    assert len(february.assets) == 0 and february.history.assets["removed"].notna().sum() == 1


def test_buyers_and_makers_get_pseudonyms_and_partners_keep_their_names(beyond):
    hidden = pseudonymise(beyond, b"k" * 32)
    assert hidden.market["customer_id"].iloc[0].startswith("p_") and hidden.market["seller"].iloc[0] == "mill"
    assert hidden.partners["partner"].tolist() == ["mill", "mill"]


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("partners", {"step": "sandboxed"}, "Did you mean 'sandbox'"),
        ("assets", {"asset_id": 1}, "assets.asset_id must be there once"),
        ("assets", {"removed": pd.Timestamp("2025-01-02")}, "the day it was published or later"),
        ("exposures", {"variant": "both"}, "must be one of with, without"),
        ("market", {"fee": 21.0}, "market.fee must be at most the amount"),
        ("market", {"amount": -1.0, "fee": 0.0}, "zero or more"),
    ],
)
def test_what_does_not_fit_is_named(beyond, table, change, said):
    setattr(beyond, table, getattr(beyond, table).assign(**change))
    with pytest.raises(LedgerError, match=said):
        beyond.check()


def test_who_met_a_feature_met_it_first_once(beyond):
    beyond.exposures = pd.concat([beyond.exposures] * 2, ignore_index=True)
    with pytest.raises(LedgerError, match="once per feature"):
        beyond.check()


def test_an_update_keeps_them_with_ids_that_can_be_joined(beyond):
    orders = beyond.orders.astype({"order_id": "str", "customer_id": "str"})
    new = Imported(Ledger(orders=orders), pd.DataFrame(), lines=len(orders))
    whole = update_ledger(beyond, new).ledger
    assert list(whole.tables)[-4:] == BEYOND
    assert set(whole.assets["customer_id"]) <= set(whole.orders["customer_id"])
    assert whole.partners["partner"].tolist() == ["mill", "mill"]
