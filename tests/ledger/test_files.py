"""What is written comes back the same, and what is broken is told with file and line."""

import json
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.ledger import LedgerError, csvfile, empty_ledger, read_ledger, write_ledger


def assert_same(one, other, check_dtype=True):
    assert (one.currency, one.start, one.end, one.truth) == (
        other.currency,
        other.start,
        other.end,
        other.truth,
    ) or (one.start is pd.NaT and other.start is pd.NaT)
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(other.tables[name], table, check_exact=True, check_dtype=check_dtype)


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_ledger_comes_back_as_it_was(shop, tmp_path, format):
    folder = write_ledger(shop, tmp_path / "shop", format)
    assert_same(shop, read_ledger(folder))


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_an_empty_ledger_comes_back_as_it_was(tmp_path, format):
    assert_same(empty_ledger("EUR"), read_ledger(write_ledger(empty_ledger("EUR"), tmp_path / "x", format)))


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_window_comes_back_with_its_history(shop, tmp_path, format):
    window = shop.between("2025-02-01", "2025-03-01")
    back = read_ledger(write_ledger(window, tmp_path / "shop", format))
    assert (back.start, back.end, back.since) == (window.start, window.end, window.since)
    for name, table in window.tables.items():
        pd.testing.assert_frame_equal(back.tables[name], table)
        pd.testing.assert_frame_equal(back.history.tables[name], window.history.tables[name])


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_the_resolution_of_days_and_the_kind_of_ids_come_back(shop, tmp_path, format):
    shop.orders = shop.orders.astype({"day": "datetime64[ns]", "refund_day": "datetime64[s]"})
    for table in shop.tables.values():
        table["customer_id"] = table["customer_id"].map("{:03d}".format)
    assert_same(shop, read_ledger(write_ledger(shop, tmp_path / "shop", format)))


def test_categories_become_text_in_csv_and_stay_in_parquet(shop, tmp_path):
    plain = shop.touches
    shop.touches = plain.astype({"stage": "category", "channel": "category"})
    as_csv = read_ledger(write_ledger(shop, tmp_path / "a"))
    pd.testing.assert_frame_equal(as_csv.touches, plain)
    as_parquet = read_ledger(write_ledger(shop, tmp_path / "b", "parquet"))
    pd.testing.assert_frame_equal(as_parquet.touches, shop.touches)


def test_extra_columns_come_back_with_their_dtypes(shop, tmp_path):
    shop.activity = pd.concat([shop.activity] * 3, ignore_index=True).assign(
        note=pd.array(["", None, "\\N"], dtype="str"),
        weight=[0.1, np.nan, np.inf],
        late=[True, False, True],
        seen=pd.to_datetime(["2025-01-01 10:00", "NaT", "2025-01-02 11:30:15.000001"], format="ISO8601"),
        small=np.array([1, 2, 3], np.int16),
    )
    assert_same(shop, read_ledger(write_ledger(shop, tmp_path / "shop")))


def test_an_extra_column_that_csv_cannot_keep_is_refused_before_anything_is_written(shop, tmp_path):
    shop.orders = shop.orders.assign(tags=[["a"], [], ["b"]])
    with pytest.raises(LedgerError, match=r"orders\.tags is object.*format='parquet'"):
        write_ledger(shop, tmp_path / "shop")
    assert list(tmp_path.iterdir()) == []


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(_TEXT, st.floats(0, 1e12), st.integers(-(2**63), 2**63 - 1), _TEXT), min_size=1, max_size=6
    )
)
def test_any_text_float_and_id_comes_back_exactly(tmp_path_factory, rows):
    survey, answer, customer, question = zip(*rows, strict=True)
    table = pd.DataFrame(
        {
            "customer_id": np.array(customer, np.int64),
            "day": pd.Timestamp("2025-01-01"),
            "survey": pd.array(["s" + text for text in survey], dtype="str"),
            "question": pd.array(list(question), dtype="str"),
            "answer": answer,
        }
    ).astype({"day": "datetime64[us]"})
    path = tmp_path_factory.mktemp("any") / "surveys.csv"
    again = csvfile.read_table(path, "surveys", csvfile.write_table(table, path, "surveys"))
    pd.testing.assert_frame_equal(again, table, check_exact=True)


def test_a_ledger_is_replaced_and_other_files_of_the_folder_are_kept(shop, tmp_path):
    folder = write_ledger(empty_ledger(), tmp_path / "shop", "parquet")
    (folder / "notes.txt").write_text("mine")
    (folder / "figures").mkdir()
    (folder / "figures" / "a.svg").write_text("<svg/>")
    write_ledger(shop, folder)
    assert_same(shop, read_ledger(folder))
    assert (folder / "notes.txt").read_text() == "mine"
    assert (folder / "figures" / "a.svg").exists()
    assert not list(folder.glob("*.parquet"))
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]


def test_a_folder_of_something_else_is_not_overwritten(shop, tmp_path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(LedgerError, match=r"something else than a ledger \(thesis.docx"):
        write_ledger(shop, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_is_not_overwritten(shop, tmp_path):
    file = tmp_path / "orders.csv"
    file.write_text("mine")
    with pytest.raises(LedgerError, match="is a file"):
        write_ledger(shop, file)
    assert file.read_text() == "mine"


def test_a_write_that_fails_leaves_the_old_ledger_whole(shop, tmp_path, monkeypatch):
    folder = write_ledger(shop, tmp_path / "shop")
    monkeypatch.setattr(pd.DataFrame, "to_csv", lambda *a, **k: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_ledger(empty_ledger("EUR"), folder)
    monkeypatch.undo()
    assert_same(shop, read_ledger(folder))
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]


def test_a_swap_that_fails_puts_the_old_ledger_back(shop, tmp_path, monkeypatch):
    folder = write_ledger(shop, tmp_path / "shop")
    rename = type(folder).rename

    def failing(self, target):
        if self.name == "new":
            raise OSError("in use")
        return rename(self, target)

    monkeypatch.setattr(type(folder), "rename", failing)
    with pytest.raises(OSError, match="in use"):
        write_ledger(empty_ledger("EUR"), folder)
    monkeypatch.undo()
    assert_same(shop, read_ledger(folder))


def test_a_ledger_that_does_not_fit_is_not_written(shop, tmp_path):
    shop.orders["price"] = -1.0
    with pytest.raises(LedgerError, match="zero or more"):
        write_ledger(shop, tmp_path / "shop")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("truth", [{"a": {1, 2}}, {"a": float("nan")}, {1: "a"}, {"a": (1, 2)}])
def test_a_truth_that_json_cannot_keep_is_refused(shop, tmp_path, truth):
    shop.truth = truth
    with pytest.raises(LedgerError, match="truth"):
        write_ledger(shop, tmp_path / "shop")


def test_an_unknown_format_is_answered_with_the_nearest(shop, tmp_path):
    with pytest.raises(ValueError, match="Did you mean 'parquet'"):
        write_ledger(shop, tmp_path / "shop", "parket")


# files of one's own, and broken ones

HEADER = "customer_id,day,action,count\n"


def own(tmp_path, text, name="activity.csv", **options):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_ledger(tmp_path, currency="USD", **options)


def test_files_of_ones_own_are_read(tmp_path):
    ledger = own(tmp_path, HEADER + "7,2025-03-01,visit,2\n")
    assert ledger.activity["customer_id"].tolist() == [7]
    assert ledger.orders.empty


def test_ids_with_leading_zeros_stay_text(tmp_path):
    ledger = own(tmp_path, HEADER + "007,2025-03-01,visit,2\n12,2025-03-01,visit,2\n")
    assert ledger.activity["customer_id"].tolist() == ["007", "12"]


def test_a_byte_order_mark_blank_lines_and_windows_line_ends_do_no_harm(tmp_path):
    text = "\ufeff" + (HEADER + "7,2025-03-01,visit,2\n\n8,2025-03-02,post,1\n").replace("\n", "\r\n")
    assert own(tmp_path, text).activity["count"].tolist() == [2, 1]


def test_a_bad_cell_is_told_with_file_and_line(tmp_path):
    with pytest.raises(LedgerError, match=r"activity.csv.*\n.*activity.count.*1 of 2 rows: line 3 has 'two'"):
        own(tmp_path, HEADER + "7,2025-03-01,visit,2\n7,2025-03-02,visit,two\n")


def test_lines_are_counted_right_after_a_text_over_several_lines_and_blank_lines(tmp_path):
    text = 'customer_id,day,action,count,note\n7,2025-03-01,visit,2,"a\nb\nc"\n\n7,2025-03-02,visit,0,x\n'
    with pytest.raises(LedgerError, match="line 6 has 0"):
        own(tmp_path, text)


def test_a_broken_rule_is_told_with_its_line(shop, tmp_path):
    folder = write_ledger(shop, tmp_path / "shop")
    path = folder / "orders.csv"
    path.write_text(path.read_text().replace("199.0,2025-02-10", "299.0,2025-02-10"))
    with pytest.raises(LedgerError, match=r"orders.refunded must be at most.*line 4 has refunded 299.0"):
        read_ledger(folder)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("03/01/2025", "a day without"),
        ("2025-03-01T10:00:00Z", "a day without"),
        ("2025-02-30", "a day without"),
        ("2025-03-01 13:30", "normalize"),
        ("", "a day without"),
    ],
)
def test_days_that_are_none_are_told(tmp_path, cell, told):
    with pytest.raises(LedgerError, match="line 2 has") as caught:
        own(tmp_path, HEADER + f"7,{cell},visit,2\n")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: expected the names of the columns"),
        ("\n", "line 1: expected the names of the columns"),
        ("customer_id;day;action;count\n1;2;3;4\n", "separated by ';'"),
        ("customer_id,day,day,count\n", "the column 'day' is there 2 times"),
        (HEADER + "7,2025-03-01,visit\n", "line 2 has 3 cells where the header has 4"),
        (HEADER + "7,2025-03-01,visit,2\n7,2025-03-01,visit,2,9\n", "line 3 has 5 cells"),
        (HEADER + "7,2025-03-01,visit,2,9\n7,2025-03-01,visit,2,9\n", "line 2 has 5 cells"),
        (HEADER.encode() + b"7,2025-03-01,caf\xe9,2\n", "CSV UTF-8"),
        ("customer_id,dya,action,count\n7,2025-03-01,visit,2\n", "Rename 'dya'"),
        (HEADER + '7,2025-03-01,"visit,2\n', "activity.csv"),
    ],
)
def test_a_broken_file_is_told(tmp_path, text, told):
    with pytest.raises(LedgerError, match=re.escape(told)):
        own(tmp_path, text)


def test_a_misnamed_file_is_pointed_out(tmp_path):
    (tmp_path / "order.csv").write_text("x\n")
    with pytest.raises(LedgerError, match=r"has order.csv: did you mean orders.csv"):
        own(tmp_path, HEADER)


def test_a_folder_without_tables_is_an_error(tmp_path):
    (tmp_path / "holiday.jpg").write_text("")
    with pytest.raises(LedgerError, match=r"holds no table.*found holiday.jpg"):
        read_ledger(tmp_path, currency="USD")


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read_ledger(tmp_path / "nowhere")


def test_without_meta_data_the_currency_must_be_said(tmp_path):
    (tmp_path / "activity.csv").write_text(HEADER)
    with pytest.raises(LedgerError, match="currency='USD'"):
        read_ledger(tmp_path)


def test_a_currency_that_contradicts_the_meta_data_is_refused(shop, tmp_path):
    folder = write_ledger(shop, tmp_path / "shop")
    assert read_ledger(folder, currency="usd").currency == "USD"
    with pytest.raises(LedgerError, match="the money is USD, not EUR"):
        read_ledger(folder, currency="EUR")


def test_a_table_that_went_missing_is_an_error(shop, tmp_path):
    folder = write_ledger(shop, tmp_path / "shop")
    (folder / "orders.csv").unlink()
    with pytest.raises(LedgerError, match=r"lacks orders.csv"):
        read_ledger(folder)


@pytest.mark.parametrize("text", ["{", "[]", '{"tables": []}'])
def test_broken_meta_data_are_an_error(shop, tmp_path, text):
    folder = write_ledger(shop, tmp_path / "shop")
    (folder / "ledger.json").write_text(text)
    with pytest.raises(LedgerError, match=r"ledger.json is not"):
        read_ledger(folder)


def test_a_broken_parquet_file_is_an_error(shop, tmp_path):
    folder = write_ledger(shop, tmp_path / "shop", "parquet")
    (folder / "orders.parquet").write_bytes(b"no parquet")
    with pytest.raises(LedgerError, match=r"orders.parquet is no Parquet file"):
        read_ledger(folder)


def test_a_cell_edited_by_hand_is_read_when_it_is_right(shop, tmp_path):
    folder = write_ledger(shop, tmp_path / "shop")
    path = folder / "activity.csv"
    path.write_text(path.read_text().replace(",3\n", ",4.0\n"))
    assert read_ledger(folder).activity["count"].tolist() == [4]


def test_the_meta_data_are_readable(shop, tmp_path):
    meta = json.loads((write_ledger(shop, tmp_path / "shop") / "ledger.json").read_text())
    assert (meta["currency"], meta["start"], meta["end"]) == ("USD", "2025-01-01", "2025-03-01")
    assert set(meta["tables"]["orders"]) == {"file", "dtypes"}


def test_names_in_the_meta_data_cannot_leave_the_folder(shop, tmp_path):
    folder = write_ledger(shop, tmp_path / "shop")
    (folder / "orders.csv").rename(tmp_path / "orders.csv")
    meta = json.loads((folder / "ledger.json").read_text())
    meta["tables"]["orders"]["file"] = "../orders.csv"
    (folder / "ledger.json").write_text(json.dumps(meta))
    with pytest.raises(LedgerError, match="lacks"):
        read_ledger(folder)
