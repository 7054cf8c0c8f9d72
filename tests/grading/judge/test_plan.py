"""What the judge runs of an assignment, and what it asks of a hand-in."""

import pytest

from ecotools.grading.judge.plan import (
    PARAMETERS,
    SETUP,
    SOLUTION,
    TEST,
    SourceCodeCell,
    make_plan,
    only_shows,
)

from ..execute.courts import source


def plan(*cells, in_place=()):
    return make_plan(source(*cells), in_place)


def run(made):
    """Return the texts that the judge runs."""
    return [step.source for step in made.steps]


def asked(made):
    """Return what each test asks of the hand-in."""
    return [list(step.asked) for step in made.steps if step.kind == TEST]


def test_set_up_cells_and_tests_are_run_in_order_and_solutions_are_not():
    made = plan("import math", "param: STUDENT_ID = 'you'", "answer: x = 1", "test: assert x == math.pi")
    assert [step.kind for step in made.steps] == [SETUP, PARAMETERS, TEST]
    assert asked(made) == [["x"]] and made.parameters


def test_a_cell_that_reads_an_answer_belongs_to_the_hand_in_and_so_do_its_names():
    made = plan("answer: def f(n): return n", "mine = f(2)", "more = mine + 1", "test: assert more == 3")
    assert run(made) == ["assert more == 3"] and asked(made) == [["more"]]


def test_a_function_of_the_set_up_that_calls_an_answer_belongs_to_the_hand_in():
    made = plan("def twice(n): return f(f(n))", "answer: def f(n): return n", "test: assert twice(1) == 1")
    assert run(made) == ["assert twice(1) == 1"] and asked(made) == [["twice"]]


def test_a_set_up_cell_that_binds_the_name_again_takes_it_back():
    made = plan("answer: rate = 0.5", "test: assert rate < 1", "rate = 0.05", "test: assert price * rate")
    assert asked(made) == [["rate"], []]
    assert run(made)[1] == "rate = 0.05"


def test_a_solution_that_binds_a_name_of_the_set_up_again_is_asked():
    assert asked(plan("rate = 0.1", "test: assert rate", "answer: rate = 0.2", "test: assert rate")) == [
        [],
        ["rate"],
    ]


def test_a_table_that_an_answer_fills_is_the_hand_in_s():
    made = plan("orders = {}", "answer: orders['net'] = 1", "test: assert orders['net']")
    assert run(made) == ["orders = {}", "assert orders['net']"] and asked(made) == [["orders"]]


def test_names_that_only_a_hand_in_may_have_are_wanted():
    (step,) = plan("answer: x = 1", "test: assert helper(x) > len([])").steps
    assert (step.asked, step.wanted) == (("x",), ("helper",))
    assert step.names == ("x", "helper")


def test_names_that_earlier_tests_bind_stay_in_the_judge():
    made = plan("answer: f = abs", "test: cases = [1]\nassert f(1)", "test: assert f(cases[0])")
    assert asked(made) == [["f"], ["f"]] and made.steps[1].wanted == ()


def test_a_test_whose_names_later_cells_of_the_hand_in_use_runs_in_its_process():
    made = plan("answer: f = abs", "test: helper = 3\nassert f(1)", "answer: g = f(helper)", "test: assert g")
    assert made.in_place == ("q1",) and made.test("q1") is None and made.test("q3") is not None


def test_a_test_whose_names_are_bound_before_they_are_used_can_be_judged():
    made = plan("answer: f = abs", "test: n = 3\nassert f(n)", "n = 4", "answer: g = f(n)", "test: assert g")
    assert made.in_place == ()


def test_a_test_that_was_seen_not_to_work_in_the_judge_runs_in_the_hand_in_s_process():
    made = plan("answer: f = abs", "test: seen = f(1)", "test: assert seen", in_place=["q1"])
    assert made.in_place == ("q1",) and asked(made) == [["seen"]]


@pytest.mark.parametrize(
    "test",
    [
        "with check('q1', 'f') as expect: pass",
        "expect.example('f(1)', 2)",
        "expect.same(['f(1)'], reference='')",
    ],
)
def test_names_in_the_texts_of_a_check_are_asked_for(test):
    (step,) = plan("answer: def f(n): return n", f"test: {test}").steps
    assert step.asked == ("f",)


def test_texts_that_are_no_expressions_to_evaluate_are_not_read():
    (step,) = plan("answer: def f(n): return n", "test: expect.number(3, 3, of='f')").steps
    assert step.asked == ()


def test_tests_wait_for_the_end_when_all_of_them_call_check():
    assert plan("answer: f = 1", "test: check('q', 'f')").at_the_end
    assert not plan("answer: f = 1", "test: check('q', 'f')", "test: assert f").at_the_end


def test_set_up_cells_and_tests_keep_the_order_of_the_notebook():
    made = plan("a = 1", "answer: x = 1", "test: assert x", "b = 2", "test: assert x == b")
    assert run(made) == ["a = 1", "assert x", "b = 2", "assert x == b"]


def test_the_judge_does_not_run_what_only_shows():
    made = plan("orders = [1]", "orders", "print(orders)", "answer: x = 1", "test: assert x")
    assert run(made) == ["orders = [1]", "assert x"]


@pytest.mark.parametrize(
    "text", ["orders", "orders.head()", "print(1)", "display(a)", "a.b", "a[0]", "'text'"]
)
def test_one_expression_that_changes_nothing_only_shows(text):
    assert only_shows(text)


@pytest.mark.parametrize(
    "text", ["x = 1", "np.random.seed(1)", "orders.pop()", "a\nb", "start()", "def f(:", ""]
)
def test_others_do_more(text):
    assert not only_shows(text)


def test_a_solution_that_is_no_python_binds_nothing_and_breaks_nothing():
    made = make_plan([SourceCodeCell(SOLUTION, "a", "def f(:"), SourceCodeCell(TEST, "t", "assert f(1)")])
    assert made.test("t").wanted == ("f",)
