"""The case that a message shows is as small as can be, and still wrong in the same way."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.learn.compare import Expect, Mismatch
from ecotools.learn.compare.smallest_arguments import shown_tables, smallest


@settings(max_examples=25)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=40), st.integers(0, 9))
def test_what_is_left_is_still_wrong_and_no_larger(values, wanted):
    def wrong(case):
        return wanted in case[0][0]

    (left,), _ = smallest(((values,), {}), wrong)
    assert 1 <= len(left) <= len(values)
    assert left == [wanted] if wanted in values else left == values


@pytest.mark.parametrize(
    "make",
    [list, pd.Series, np.array, lambda values: pd.DataFrame({"n": values})],
    ids=["list", "s", "a", "t"],
)
def test_every_kind_of_table_and_list_is_shortened(make):
    args, kwargs = smallest(
        ((), {"values": make([1, 2, 3, 4])}), lambda case: 3 in np.ravel(case[1]["values"])
    )
    assert np.ravel(kwargs["values"]).tolist() == [3]
    assert args == ()


def test_numbers_text_and_dicts_stay_as_they_are():
    case = ((5, "text", {"a": [1, 2]}), {})
    assert smallest(case, lambda case: True) == case


def test_a_search_without_end_is_ended():
    calls = []
    smallest(((list(range(10_000)),), {}), lambda case: calls.append(1))
    assert len(calls) <= 60


def test_large_tables_are_not_shown():
    table = pd.DataFrame({"a": range(9)})
    assert shown_tables(((table, table.head(2)), {}), ["one", "two"]) == "two:\n   a\n0  0\n1  1"


def asked(student, reference, case):
    with pytest.raises(Mismatch) as caught:
        Expect().function(student, reference, [case], of="f")
    return caught.value


def test_a_group_of_one_or_an_empty_result_is_not_what_is_shown_of_another_fault():
    table = pd.DataFrame({"x": [1.0, 2.0, 4.0]})
    # Of one row the right standard deviation is NaN, and the wrong one 0: true, but not the fault.
    error = asked(lambda t: t["x"].std(ddof=0), lambda t: t["x"].std(), (table,))
    assert "ddof" in error.difference.note or len(error.difference.given.splitlines()) >= 4
    assert "NaN" not in error.difference.expected


def test_a_slow_function_is_not_called_again_and_again(monkeypatch):
    monkeypatch.setattr("ecotools.learn.compare.functions._SLOW", -1)
    calls = []
    error = asked(lambda x: calls.append(1) or 0, sum, ([1, 2, 3],))
    assert error.of == "f([1, 2, 3])"
    assert len(calls) <= 3


def test_what_the_search_prints_is_not_shown(capsys):
    asked(lambda x: print("once") or 0, sum, ([1, 2, 3],))
    assert capsys.readouterr().out == "once\n"


def test_the_authors_slip_keeps_the_whole_case():
    with pytest.raises(Mismatch) as caught:
        Expect().function(lambda x: 0, sum, [([1, 2, 3],)], of="f", slips={0: "Nothing was added."})
    assert caught.value.of == "f([1, 2, 3])"
    assert caught.value.difference.note == "Nothing was added."
