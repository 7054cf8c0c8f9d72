"""A spreadsheet shows what stands in our tables, and runs none of it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.spreadsheet import as_csv, harmless


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_that_would_be_a_formula_is_shown(start):
    assert harmless(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    "text", ["ada", "1234567", "-1.5", "+4930123", "-", "", "1e-3", "-2.5E+7", "a=1", "' x"]
)
def test_ordinary_ids_and_numbers_stay_as_they_are(text):
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["-1+1", "+1-1", "--1", "-1.5.2", "-e5", "-1\n=2", "=1", "-A1"])
def test_a_sum_is_no_number(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", [-1.5, 0, None, True, float("inf")])
def test_what_is_no_text_stays_as_it_is(value):
    assert harmless(value) is value


@given(st.lists(st.lists(st.text(alphabet=st.characters(exclude_characters="\r\0")), min_size=2, max_size=2)))
def test_every_cell_comes_back_and_none_begins_like_a_formula(rows):
    read = list(csv.reader(io.StringIO(as_csv(rows), newline="")))
    assert read == [[harmless(cell) for cell in row] for row in rows]
