"""A slip changes what a function is given, leaves the original alone, and knows whether it did anything."""

import pandas as pd
import pytest

from ecotools.grading.authoring import argument_slips
from ecotools.grading.authoring.argument_slips import SLIPS, slipped

TABLE = pd.DataFrame({"who": ["b", "a", "b"], "n": [1.4, 2.0, 1.4]}, index=[5, 7, 9])


@pytest.fixture(autouse=True)
def nothing_changed_yet(monkeypatch):
    monkeypatch.setattr(argument_slips, "made_a_difference", set())


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("sorted", [3, 1, 2], [1, 2, 3]),
        ("sorted", (2, 1), (1, 2)),
        ("without duplicates", [2, 1, 2], [2, 1]),
        ("rounded", 2.6, 3),
        ("rounded", 10**20 * 1.0, 10**20 * 1.0),
        ("rounded", float("nan"), float("nan")),
        ("index reset", [1], [1]),
        ("sorted", [1, "a"], [1, "a"]),
        ("without duplicates", [[1], [1]], [[1], [1]]),
    ],
)
def test_values_are_changed_or_stay(name, given, expected):
    assert repr(slipped(lambda value: value, name)(given)) == repr(expected)


@pytest.mark.parametrize(
    ("name", "index", "numbers"),
    [
        ("sorted", [7, 5, 9], [2.0, 1.4, 1.4]),
        ("without duplicates", [5, 7], [1.4, 2.0]),
        ("first row of each group", [5, 7], [1.4, 2.0]),
        ("last row of each group", [7, 9], [2.0, 1.4]),
        ("index reset", [0, 1, 2], [1.4, 2.0, 1.4]),
        ("rounded", [5, 7, 9], [1.0, 2.0, 1.0]),
    ],
)
def test_tables_are_changed(name, index, numbers):
    before = TABLE.copy()
    made = slipped(lambda table: table, name)(TABLE)
    assert (made.index.tolist(), made["n"].tolist()) == (index, numbers)
    pd.testing.assert_frame_equal(TABLE, before)
    assert argument_slips.made_a_difference == {name}


@pytest.mark.parametrize("name", SLIPS)
def test_a_table_without_rows_or_columns_stays(name):
    assert slipped(len, name)(pd.DataFrame()) == 0
    assert argument_slips.made_a_difference == set()


def test_keyword_arguments_are_changed_too_and_the_function_keeps_its_name():
    def first(xs, *, of):
        return xs[0], of[0]

    made = slipped(first, "sorted")
    assert made([2, 1], of=[4, 3]) == (1, 3) and made.__name__ == "first"
