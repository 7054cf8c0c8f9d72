"""What a verdict claims: never more than was checked, and in lessons not the answer at the first try."""

import pytest

from ecotools.learn import history, store
from ecotools.learn.outcomes import CheckFailed
from tests.learn.cells import Cells


@pytest.fixture
def cells(monkeypatch):
    monkeypatch.setattr(history, "_wrong", {})
    return Cells()


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "progress.json"
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(path))
    monkeypatch.chdir(tmp_path)
    return path


TWICE = "def twice(x):\n    return 2 * x"


def test_a_function_is_right_on_the_examples_that_were_compared(cells):
    body = "expect.number(twice(1), 2, of='twice(1)')\nexpect.number(twice(3), 6)\nexpect.that(True, 'no')"
    assert cells.check(TWICE, body, '"twice"').splitlines() == [
        "✓ 02-q1 right on these 2 examples · 4 points so far",
        "  Other data are tried when it is graded.",
    ]


def test_the_cases_of_a_reference_are_examples_too(cells):
    body = "expect.function(twice, lambda x: x + x, [1, 2, 3])"
    assert "right on these 3 examples" in cells.check(TWICE, body, '"twice"')


def test_a_comparison_of_a_value_is_no_example_of_the_function_beside_it(cells):
    body = "expect.number(twice(1), 2, of='twice(1)')\nexpect.value(exact, True, of='exact')"
    assert "right on this example" in cells.check(f"exact = True\n{TWICE}", body, '"twice", "exact"')


def test_a_value_is_right_and_its_points_are_so_far(cells):
    assert cells.check("answer = 2", "expect.number(answer, 2)") == "✓ 02-q1 right · 4 points so far\n"


def test_a_function_in_a_lesson_is_right_on_its_examples_and_nothing_is_graded_later(cells):
    body = "expect.number(twice(1), 2)"
    assert cells.check(TWICE, body, '"twice"', points=None) == "✓ 02-q1 right on this example\n"


def test_while_grading_right_is_right(cells, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    body = "expect.number(twice(1), 2)"
    assert cells.check(TWICE, body, '"twice"') == "✓ 02-q1 right on this example · 4 points\n"
    assert (
        cells.check("answer = 0.4", "expect.form(answer, 0.5, of='answer')") == "✓ 02-q1 right · 4 points\n"
    )


def test_of_a_value_that_is_judged_later_only_the_form_is_said_to_be_right(cells, file):
    said = cells.check("answer = 0.4", "expect.form(answer, 0.5, of='answer', between=(0, 1))")
    assert said.splitlines() == [
        "✓ 02-q1 the form is right · no points yet of 4",
        "  The form of `answer` is right; the value is checked when it is graded.",
    ]
    kept = store.read(file)
    assert kept["badges"] == {}
    assert "first_right" not in kept["tasks"]["02-q1"]
    from ecotools.learn import progress

    assert progress().points == 0
    assert progress().table.loc[0, "status"] == "checked when graded"


def test_a_wrong_form_is_refused_with_the_reason(cells):
    said = cells.check("answer = 40", "expect.form(answer, 0.5, of='answer', between=(0, 1))")
    assert type(cells.error) is CheckFailed
    assert "looks like a percent" in said


def test_values_may_be_left_to_grading_without_a_form(cells):
    said = cells.check("low, high = 1, 2", "expect.later('low', 'high')", '"low", "high"')
    assert "The form of `low` and `high` is right; the values are checked when it is graded." in said


@pytest.mark.parametrize(
    ("found", "like", "words"),
    [
        ([1], [1, 2], "It should have 2 elements, and it has 1."),
        (5, [1, 2], "several values in a list"),
        ([1, "2"], [1, 2], "text, not a number"),
        ("2", 1, "text, not a number"),
        (1, "a", "expects text"),
        (None, 1, "None"),
        (len, 1, "call it"),
        ({"a": 1}, {"a": 1, "b": 2}, "No value for b."),
        (1, {"a": 1}, "labels"),
    ],
)
def test_each_kind_of_form_is_looked_at(cells, found, like, words):
    from tests.learn.asking import ask

    assert words in ask("form", found, like).note


def test_a_form_takes_another_value_of_its_kind():
    import pandas as pd

    from tests.learn.asking import accepts, ask

    table = pd.DataFrame({"a": [1], "b": [2]})
    for found, like in (([3, 4], (1, 2)), (0.1, 5), ("b", "a"), ({"a": 9}, {"a": 1}), (table, table[["a"]])):
        assert accepts("form", found, like)
    assert "the column b" in ask("form", table[["a"]], table).note
    assert "expects a table" in ask("form", [1], table).note


def test_a_right_answer_may_be_followed_by_one_sentence(cells):
    cells.run("answer = 2")
    source = 'with check("02-t1", "answer", right={}) as expect:\n    expect.number(answer, {})'
    assert cells.run(source.format("'Half of four.'", 2)) == "✓ 02-t1 right\n  Half of four.\n"
    assert "  It is 2.\n" in cells.run(source.format("lambda: f'It is {answer}.'", 2))
    assert "Half" not in cells.run(source.format("'Half of four.'", 3))


def test_the_first_wrong_try_in_a_lesson_shows_the_slip_and_the_second_the_value(cells):
    body = "expect.number(answer, 0.05)"
    first, second = (cells.check("answer = 5", body, points=None) for _ in range(2))
    assert "Expected" not in first
    assert "a rate is a fraction" in first
    assert "Expected: 0.05" in second
    assert "Expected: 0.05" in cells.check("answer = 5", body)


def test_an_error_or_no_answer_is_no_wrong_try(cells):
    body = "expect.number(answer(), 7)"
    cells.check("answer = ...", body, points=None)
    cells.check("def answer():\n    return 1 / 0", body, points=None)
    assert "Expected" not in cells.check("def answer():\n    return 3", body, points=None)


def test_wrong_tries_are_kept_for_the_next_day(cells, file, monkeypatch):
    body = "expect.number(answer, 0.05)"
    cells.check("answer = 5", body, points=None)
    monkeypatch.setattr(history, "_wrong", {})
    assert store.read(file)["tasks"]["02-q1"]["wrong"] == 1
    assert "Expected: 0.05" in cells.check("answer = 5", body, points=None)


def test_printed_instead_of_returned_is_said_with_what_was_printed(cells):
    said = cells.check("def f(x):\n    print(2 * x)", "expect.number(f(3), 6, of='f(3)')", '"f"')
    assert "this was printed: 6. Did you forget `return`?" in said
    said = cells.check("def f(x):\n    if x > 9:\n        return x", "expect.number(f(3), 6)", '"f"')
    assert "or is there a case in which none is reached?" in said


def test_the_smallest_table_on_which_a_function_is_wrong_is_shown(cells):
    answer = "def total(orders):\n    return orders['amount'].drop_duplicates().sum()"
    body = (
        "import pandas as pd\n"
        "orders = pd.DataFrame({'amount': [5.5, 7.25, 5.5, 9.0, 1.5, 2.5]})\n"
        "expect.function(total, lambda orders: orders['amount'].sum(), [orders])"
    )
    said = cells.check(answer, body, '"total"')
    assert "Expected: 11\n" in said
    assert "Found: 5.5\n" in said
    assert "Given: orders:\n     amount\n  0     5.5\n  2     5.5\n" in said
    assert said.endswith("Too low by 5.5.")


def test_swapped_and_unused_arguments_are_found_by_calling_the_function(cells):
    body = "expect.function(f, lambda price, cost: price - cost, [(9, 4)])"
    assert "first two arguments the other way round" in cells.check(
        "def f(price, cost):\n    return cost - price", body, '"f"'
    )
    assert "does not use `cost`" in cells.check("def f(price, cost):\n    return price", body, '"f"')
    inner = "def f(price, cost):\n    return sum(one + cost for one in [price])"
    assert "does not use" not in cells.check(inner, body, '"f"')
