"""A slip changes what a function is given, leaves the original alone, and knows whether it did anything."""

from dataclasses import replace

import pandas as pd
import pytest

from ecotools.grading.authoring import argument_slips
from ecotools.grading.authoring.argument_slips import SLIPS, slipped
from ecotools.grading.authoring.proof import prove_assignment

from .described import NAME, TASKS, make_course

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


@pytest.fixture(scope="module")
def proof(tmp_path_factory):
    tasks = TASKS.replace('"lost([5, 5])": "0"', '"lost([6, 5])": "1"')
    tasks = tasks.replace('"lost([8129, 12, 77])"', '"lost([9, 4, 9])"')
    made = make_course(tmp_path_factory.mktemp("slips"), tasks)
    return prove_assignment(made, NAME, parts=("mutants",))


def outcome(proof, slip):
    return next(answer for mutant, answer in proof.mutants if mutant.name == f"lost(arguments {slip})")


def test_one_that_changes_hidden_cases_alone_is_tried_with_them(proof):
    answer = outcome(proof, "without duplicates")
    assert not answer.right and answer.by_sight


def test_one_that_changes_no_case_is_no_mutant(proof):
    with pytest.raises(StopIteration):
        outcome(proof, "first row of each group")


def test_one_that_a_task_says_to_mean_nothing_is_no_mutant_either(proof):
    known = replace(proof.known, survivors={"01-q2: lost(arguments without duplicates)": "why not"})
    assert len(replace(proof, known=known).wrong) == len(proof.wrong) - 1
