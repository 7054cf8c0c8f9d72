"""What channels were paid: a table that a ledger may have, and that those without it do not miss."""

import pandas as pd
import pytest

from ecotools.ledger import (
    Ledger,
    LedgerError,
    describe,
    empty_ledger,
    read_ledger,
    update_ledger,
    write_ledger,
)
from ecotools.ledger.import_result import Imported
from ecotools.ledger.pseudonyms import pseudonymise


@pytest.fixture
def paid(shop):
    days = pd.to_datetime(["2025-01-03", "2025-01-03", "2025-02-03"]).astype("datetime64[us]")
    shop.spend = pd.DataFrame(
        {"day": days, "channel": ["search", "social", "search"], "amount": [12.5, 0.0, 30.1]}
    )
    return shop


def test_a_ledger_without_spend_is_as_it_was(shop):
    assert "spend" not in shop.tables and "spend" not in repr(shop)
    assert shop.spend.empty and list(shop.spend) == ["day", "channel", "amount"]


def test_a_ledger_with_spend_has_it_among_its_tables_and_in_its_summary(paid):
    assert paid.check() is paid
    assert list(paid.tables)[-1] == "spend" and "spend               3 rows" in repr(paid)
    assert paid.spend.attrs["observed"]["end"] == "2025-03-01"


def test_the_table_is_documented_and_says_what_it_leaves_out():
    told = describe("spend")
    assert told["column"].tolist() == ["day", "channel", "amount"]
    assert "not salaries or tools" in told.attrs["spend"]["row"]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("amount", -5.0, "zero or more"),
        ("channel", "", "not empty"),
        ("day", "2026-01-01", "within the ledger"),
    ],
)
def test_what_does_not_fit_is_named(paid, column, value, said):
    wrong = pd.Timestamp(value) if column == "day" else value
    paid.spend = paid.spend.assign(**{column: wrong})
    with pytest.raises(LedgerError, match=f"spend.{column} must be .*{said}"):
        paid.check()


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_spend_is_written_and_read_back(paid, tmp_path, format):
    folder = write_ledger(paid, tmp_path / "shop", format)
    pd.testing.assert_frame_equal(read_ledger(folder).spend, paid.spend)


def test_a_folder_that_was_written_without_spend_is_read(shop, paid, tmp_path):
    folder = write_ledger(Ledger(orders=shop.orders), tmp_path / "shop")
    assert not (folder / "spend.csv").exists()
    assert read_ledger(folder).spend.empty
    write_ledger(paid, folder)
    assert len(read_ledger(folder).spend) == 3
    write_ledger(empty_ledger(), folder)
    assert not (folder / "spend.csv").exists()


def test_a_file_of_ones_own_is_read_with_its_wrong_lines_named(tmp_path):
    (tmp_path / "spend.csv").write_text("day,channel,amount\n2025-01-03,search,12.50\n2025-01-04,search,-1\n")
    with pytest.raises(LedgerError, match=r"spend\.csv"):
        read_ledger(tmp_path, currency="USD")


def test_a_window_has_the_spend_of_its_days_and_its_history_that_before(paid, tmp_path):
    february = paid.between("2025-02", "2025-02")
    assert february.spend["amount"].tolist() == [30.1]
    assert len(february.history.spend) == 3
    again = read_ledger(write_ledger(february, tmp_path / "february"))
    assert again.spend["amount"].tolist() == [30.1] and len(again.history.spend) == 3


def test_spend_widens_the_span_of_the_data(paid):
    alone = Ledger(spend=paid.spend)
    assert (alone.start, alone.end) == (pd.Timestamp("2025-01-03"), pd.Timestamp("2025-02-04"))


def test_pseudonyms_leave_spend_alone_but_for_addresses(paid):
    paid.spend = paid.spend.assign(channel=["search", "ann@example.com", "search"])
    hidden = pseudonymise(paid, b"k" * 32).spend
    assert hidden["amount"].tolist() == paid.spend["amount"].tolist()
    assert hidden["channel"].iloc[0] == "search" and hidden["channel"].iloc[1].startswith("p_")


def test_an_update_keeps_the_spend(paid, shop):
    orders = shop.orders.astype({"order_id": "str", "customer_id": "str"})
    new = Imported(Ledger(orders=orders), pd.DataFrame(), lines=3)
    assert len(update_ledger(paid, new).ledger.spend) == 3


def test_spend_of_other_money_is_an_error(paid):
    paid.spend = paid.spend.assign(currency="EUR")
    with pytest.raises(LedgerError, match=r"spend\.currency must be USD"):
        paid.check()
