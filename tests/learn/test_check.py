import sys
import warnings

import pytest

from ecotools.learn import check
from ecotools.learn.outcomes import CheckError, CheckFailed, NotAttempted, StudentError
from tests.learn.cells import Cells

NUMBER = "expect.number(answer, 0.05)"
CALL = "expect.number(rate([1000, 50]), 0.05)"


@pytest.fixture
def cells():
    return Cells()


def test_a_right_answer_says_so_with_its_points(cells):
    assert cells.check("answer = 0.05", NUMBER) == "✓ 02-q1 right · 4 points so far\n"
    assert cells.check("answer = 0.05", NUMBER, points=1) == "✓ 02-q1 right · 1 point so far\n"
    assert cells.check("answer = 0.05", NUMBER, points=None) == "✓ 02-q1 right\n"


def test_a_wrong_answer_says_what_was_expected_what_came_and_the_slip(cells):
    said = cells.check("answer = 5", NUMBER)
    assert type(cells.error) is CheckFailed
    assert said.splitlines() == [
        "✗ 02-q1 not right yet · 0 of 4 points",
        "  Checked: answer",
        "  Expected: 0.05 (compared to 6 significant digits)",
        "  Found: 5",
        "  This is 100 times the expected value: a rate is a fraction (0.05, not 5).",
    ]


def test_an_ungraded_check_says_the_same_and_raises_nothing(cells):
    said = cells.check("answer = 5", NUMBER, points=None)
    assert cells.error is None
    assert said.startswith("✗ 02-q1 not right yet\n  Checked: answer\n  Expected: 0.05")


@pytest.mark.parametrize("points", [4, None])
@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("", "not defined yet: run the cell above"),
        ("answer = ...", "three dots"),
        ("answer = None", "is None"),
        ("answer = (..., 3)", "three dots"),
        ("answer = {'a': ...}", "three dots"),
        ("answer = '''\n...\n'''", "three dots"),
        ("def answer(x):\n    ...", "no body"),
        ("def answer(x):\n    'Return it.'\n    ...;  # your code here", "no body"),
        ("def answer(x):\n    'Return it.'", "no body"),
        ("def answer(x):\n    pass", "no body"),
        ("class answer:\n    def go(self):\n        ...", "no body"),
    ],
)
def test_an_untouched_stub_is_not_attempted(cells, answer, words, points):
    said = cells.check(answer, "expect.number(answer if answer else 1, 2)\nanswer.nonsense", points=points)
    assert "○ 02-q1 not attempted" in said
    assert words in said
    assert type(cells.error) is (NotAttempted if points else type(None))


def test_zero_and_empty_answers_are_attempts(cells):
    for answer in ("0", "''", "[]", "False", "0.0"):
        assert "✗" in cells.check(f"answer = {answer}", "expect.value(answer, 7)")


def test_dots_left_in_a_half_written_function_are_mentioned(cells):
    said = cells.check("def answer(x):\n    y = x\n    ...", "expect.number(answer(1), 2)")
    assert type(cells.error) is NotAttempted
    assert "three dots" in said
    said = cells.check("def answer(x):\n    ...\n    return x", "expect.number(answer(1), 2)")
    assert type(cells.error) is CheckFailed
    assert "The three dots are still in `answer`." in said
    assert "✓" in cells.check("def answer(x):\n    ...\n    return x", "expect.number(answer(2), 2)")


def test_a_function_that_still_returns_its_dots_is_not_attempted(cells):
    said = cells.check("def answer(x):\n    y = ...\n    return ...", "expect.number(answer(1), 2)")
    assert type(cells.error) is NotAttempted and "three dots" in said


def test_dots_that_are_part_of_an_answer_are_not_mentioned(cells):
    source = "import numpy as np\ndef answer(x):\n    return np.array([[x]])[..., 0].item()"
    assert "three dots" not in cells.check(source, "expect.number(answer(1), 2)")


def test_an_ellipsis_used_in_arithmetic_is_not_attempted(cells):
    cells.check("def answer(x):\n    rate = ...\n    return rate * 2", "expect.number(answer(1), 2)")
    assert type(cells.error) is NotAttempted


def test_a_function_that_returns_nothing_is_asked_for_its_return(cells):
    said = cells.check("def rate(counts):\n    counts[1] / counts[0]", CALL, '"rate"')
    assert "forget `return`" in said
    assert "Checked: rate([1000, 50])" in said


def test_an_exception_in_the_learners_code_is_shown_as_theirs(cells):
    source = "def helper(a, b):\n    return a / b\n\ndef rate(counts):\n    return helper(counts[1], 0)\n"
    said = cells.check(source, CALL, '"rate"')
    assert type(cells.error) is StudentError
    assert said.splitlines() == [
        "! 02-q1 error in your code · 0 of 4 points",
        "  Error: ZeroDivisionError: division by zero",
        "  Where: line 2, in `helper` of your cell",
        "  Your line: return a / b",
        "  In the call: rate([1000, 50])",
        "  Something is divided by zero: what should the answer be in such a case?",
    ]


def test_the_call_of_a_case_is_shown_when_it_raises(cells):
    body = "expect.function(rate, lambda counts: 1.0, cases=[([0, 50],)])"
    assert "In the call: rate([0, 50])" in cells.check("def rate(c):\n    return c[1] / c[0]", body, '"rate"')


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("raise SystemExit(1)", "asks Python to stop"),
        ("import sys; sys.exit()", "asks Python to stop"),
        ("return rate(counts)", "calls itself"),
        ("while True: print('again' * 100)", "never ends"),
        ("return undefined_name", "NameError"),
        ("return counts['x']", "TypeError"),
        ("assert False, 'mine'", "AssertionError: mine"),
        ("raise Exception", "Error: Exception"),
        ("return {}['x']", "no such key"),
        ("return [][0]", "no element"),
        ("raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})()", "Error: Odd"),
    ],
)
def test_whatever_a_learners_function_raises_is_caught_and_said(cells, source, words):
    said = cells.check(f"def rate(counts):\n    {source}", CALL, '"rate"')
    assert type(cells.error) is StudentError
    assert words in said
    assert "line 2" in said


def test_a_loop_cannot_swallow_the_end_of_its_output(cells):
    source = (
        "def rate(counts):\n    while True:\n        try: print('x' * 999)\n        except Exception: pass"
    )
    assert "never ends" in cells.check(source, CALL, '"rate"')


def test_an_interrupt_goes_through_and_output_works_again(cells):
    with pytest.raises(KeyboardInterrupt):
        cells.check("def rate(counts):\n    raise KeyboardInterrupt", CALL, '"rate"')
    assert cells.run("print('again')") == "again\n"


def test_a_wrong_signature_is_the_learners(cells):
    said = cells.check("def rate(first, second):\n    return 1", CALL, '"rate"')
    assert type(cells.error) is StudentError
    assert "missing 1 required positional argument: 'second'" in said
    assert "compare the parameters" in said


def test_a_value_where_a_function_is_asked_for_is_said(cells):
    said = cells.check("rate = 3", CALL, '"rate"')
    assert type(cells.error) is CheckFailed
    assert "Expected: `rate` to be a function" in said


def test_a_name_of_another_cell_that_did_not_run_is_not_attempted(cells):
    said = cells.check("answer = 1", "expect.number(answer, other)")
    assert "`other` is not defined yet" in said


def test_a_check_that_breaks_does_not_blame_the_learners_code(cells):
    said = cells.check("answer = 1", "answer['x']")
    assert type(cells.error) is CheckError
    assert "02-q1 could not be checked" in said
    assert "`answer` is a number" in said
    assert "TypeError" in said
    assert "error in your code" not in said


def test_an_error_of_the_library_about_the_answer_is_said_in_its_words(cells):
    body = "from ecotools.learn import add_to_blueprint\nadd_to_blueprint('audience', answer)"
    said = cells.check("answer = 'whoo: me'", body)
    assert type(cells.error) is CheckFailed
    assert "unknown key 'whoo'. Did you mean 'who'?" in said
    assert "line 1" in said


def test_plain_assertions_work_with_and_without_a_message(cells):
    assert "  Too small.\n" in cells.check("answer = 1", "assert answer > 2, 'Too small.'", points=None)
    assert "Should hold: answer > 2" in cells.check("answer = 1", "assert answer > 2")
    assert "✓" in cells.check("answer = 3", "assert answer > 2")


def test_the_decorator_runs_at_once_and_keeps_the_function(cells):
    said = cells.run('answer = 1\n@check("02-t1", "answer")\ndef test(expect):\n    expect.number(answer, 1)')
    assert said == "✓ 02-t1 right\n"
    assert callable(cells.space["test"])


def test_the_decorator_judges_a_graded_task(cells):
    cells.run(
        'answer = 1\n@check("02-q1", "answer", points=2)\ndef test(expect):\n    expect.number(answer, 2)'
    )
    assert type(cells.error) is CheckFailed


def test_nothing_reaches_stderr_and_prints_go_with_the_failure(cells, capsys):
    source = (
        "import sys, warnings, logging\n"
        "def rate(counts):\n"
        "    print('looking at', counts)\n"
        "    print('!', file=sys.stderr)\n"
        "    warnings.warn('careful')\n"
        "    logging.warning('careful')\n"
        "    return {}\n"
    )
    said = cells.check(source.replace("{}", "counts[1]"), CALL, '"rate"')
    assert "Printed: looking at [1000, 50]" in said
    assert cells.check(source.replace("{}", "0.05"), CALL, '"rate"').startswith(
        "✓ 02-q1 right on this example"
    )
    assert capsys.readouterr().err == ""


def test_the_state_of_streams_and_warnings_is_restored_whatever_happens(cells):
    before = sys.stdout, sys.stderr, list(warnings.filters)
    for answer in ("answer = 0.05", "answer = 5", "answer = ...", "answer = {}"):
        for points in (4, None):
            cells.check(answer, NUMBER, points=points)
            assert (sys.stdout, sys.stderr, list(warnings.filters)) == before


def test_checks_may_be_nested_in_functions_and_see_local_names():
    rate = 0.05
    with check("02-t1", "rate") as expect:
        expect.number(rate, 0.05)


def test_names_must_be_text():
    with pytest.raises(TypeError, match="takes names as text"):
        check("02-q1", 0.05)


def test_ipython_shows_the_words_and_no_traceback(cells):
    said = cells.check("answer = 5", NUMBER)
    shown = cells.error._render_traceback_()
    assert "\n".join(shown) == said
    assert not any("Traceback" in line or "File" in line for line in shown)


def test_a_cause_is_not_dragged_along(cells):
    cells.check("def rate(counts):\n    return 1 / 0", CALL, '"rate"')
    assert cells.error.__suppress_context__
