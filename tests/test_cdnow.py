"""CDNOW, the real data set: the tenth in the package, and the full file where the learner has it."""

import pandas as pd
import pytest

from ecotools import data
from ecotools.observation import span_of

MASTER = " 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n 00002 19970112  5   77.00\n"
SAMPLE = " 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n"


def test_the_tenth_has_the_customers_and_the_purchases_of_the_paper():
    """Fader, Hardie & Lee (2005), section 4: 2,357 customers, repeat purchases of 39 weeks."""
    orders = data.cdnow()
    assert orders["customer_id"].nunique() == 2357
    assert orders["day"].min() == pd.Timestamp("1997-01-01")
    assert orders["day"].max() == pd.Timestamp("1998-06-30")
    first = orders.groupby("customer_id")["day"].min()
    assert first.max() == pd.Timestamp("1997-03-25"), "all came in the first twelve weeks"
    assert (orders["amount"] == 0).sum() == 8 and (orders["amount"] >= 0).all()
    assert orders["order_id"].is_unique and (orders["quantity"] >= 1).all()


def test_the_table_says_what_was_observed():
    span = span_of(data.cdnow())
    assert (span.start, span.last) == (pd.Timestamp("1997-01-01"), pd.Timestamp("1998-06-30"))


@pytest.mark.parametrize("heading", ["", " customer_id  date number_of_cds  dollar_value\n"])
def test_the_full_file_is_read_from_where_it_is(tmp_path, heading):
    file = tmp_path / "CDNOW_master.txt"
    file.write_text(heading + MASTER)
    orders = data.cdnow(file)
    assert orders["customer_id"].tolist() == [1, 2, 2] and orders["amount"].tolist() == [11.77, 12.0, 77.0]
    assert orders["quantity"].tolist() == [1, 1, 5] and str(orders["day"][1].date()) == "1997-01-12"


def test_the_published_tenth_is_read_as_the_one_in_the_package(tmp_path):
    file = tmp_path / "CDNOW_sample.txt"
    file.write_bytes(SAMPLE.encode())
    pd.testing.assert_frame_equal(data.cdnow(str(file)), data.cdnow().head(2))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a b\n1 2\n", "has 2 columns"),
        ("", "is not a text of such columns"),
        (MASTER + " 00003 19971332  1   5.00\n", "line 4 of file.txt"),
    ],
)
def test_another_file_is_refused_with_what_was_expected(tmp_path, text, said):
    file = tmp_path / "file.txt"
    file.write_text(text)
    with pytest.raises(ValueError, match=f"source must be CDNOW_master.txt.*{said}"):
        data.cdnow(file)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        data.cdnow(tmp_path / "nowhere.txt")


def test_origin_and_licence_are_told_beside_the_data():
    note = data.path("cdnow.md").read_text(encoding="utf-8")
    assert "Fader" in note and "Hardie" in note and "MIT License" in note and "Davidson-Pilon" in note
    assert data.path("cdnow.csv.gz").stat().st_size < 60_000
