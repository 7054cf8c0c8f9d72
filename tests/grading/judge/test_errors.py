"""What goes wrong in a hand-in is an error of its own kind, with the hand-in's own lines."""

import pytest

from .ends import Ends, fails, passes

PANDAS = "import pandas as pd, numpy as np\nfrom ecotools.learn import check"
CHECK = "with check('q1', 'f', points=1) as expect:\n    expect.number(f(2), 4)"


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("1 / 0", "ZeroDivisionError", "division by zero"),
        ("{}['a']", "KeyError", "'a'"),
        ("[][1]", "IndexError", "list index out of range"),
        ("missing", "NameError", "name 'missing' is not defined"),
        ("None.x", "AttributeError", "'NoneType' object has no attribute 'x'"),
        ("int('x')", "ValueError", "invalid literal for int() with base 10: 'x'"),
        ("raise_(StopIteration(3))", "StopIteration", "3"),
        ("open('none.csv')", "FileNotFoundError", "[Errno 2] No such file or directory: 'none.csv'"),
        ("b'\\xff'.decode()", "UnicodeDecodeError", "'utf-8' codec can't decode byte 0xff in position 0"),
        ("pd.DataFrame({'a': [1]})['b']", "KeyError", "'b'"),
        ("pd.to_datetime('x')", "DateParseError", "x"),
        ("pd.Timestamp('2300-01-01').as_unit('ns')", "OutOfBoundsDatetime", "2300"),
        ("np.linalg.inv(np.zeros((2, 2)))", "LinAlgError", "Singular matrix"),
        ("np.zeros(2) + np.zeros(3)", "ValueError", "could not be broadcast"),
        ("f_()", "RecursionError", ""),
    ],
)
def test_an_error_of_python_and_its_libraries_is_itself(line, kind, text):
    answer = f"def raise_(e): raise e\ndef f_(): return f_()\ndef f(x):\n    return {line}"
    error = fails(answer, "f(2)", setup=PANDAS)
    assert type(error).__name__ == kind and text in str(error)


@pytest.mark.parametrize(
    ("base", "caught"),
    [("ValueError", "ValueError"), ("KeyError", "LookupError"), ("Exception", "Exception")],
)
def test_an_error_of_the_hand_in_s_own_class_is_caught_as_what_it_is_made_of(base, caught):
    answer = f"class Refused({base}):\n    pass\ndef f(x):\n    raise Refused('no')"
    passes(answer, f"try:\n    f(1)\nexcept {caught} as error:\n    assert type(error).__name__ == 'Refused'")


def test_pytest_s_way_to_expect_an_error_works():
    passes(
        "def f(x):\n    raise ValueError('negative')",
        "import pytest\nwith pytest.raises(ValueError, match='neg'):\n    f(-1)",
    )


def test_a_broken_error_class_is_an_error_still():
    answer = "class Bad(Exception):\n    def __str__(self): return 3\ndef f(x): raise Bad()"
    assert type(fails(answer, "f(1)")).__name__ == "Bad"


@pytest.mark.parametrize("line", ["exit()", "quit()", "import sys; sys.exit()", "raise SystemExit"])
def test_a_function_that_ends_the_program_is_an_error_of_the_student(line):
    error = fails(f"def f(x):\n    {line}", CHECK)
    assert type(error).__name__ == "StudentError" and "asks Python to stop" in str(error)


def test_a_base_exception_is_an_error_and_the_judge_goes_on():
    ends = Ends("def f(x):\n    raise KeyboardInterrupt\ndef g(x): return x")
    assert ends.test("f(1)")[2] is not None
    assert ends.test("assert g(1) == 1")[2] is None


def test_the_card_of_a_check_names_the_line_of_the_hand_in():
    text = str(fails("def helper(n):\n    return n / 0\n\ndef f(n):\n    return helper(n)", CHECK))
    assert "error in your code" in text and "ZeroDivisionError: division by zero" in text
    assert "line 2, in `helper`" in text and "return n / 0" in text and "f(2)" in text


def test_with_plain_asserts_the_error_has_the_lines_as_notes():
    error = fails("def f(n):\n    m = n\n    return m / 0", "assert f(2) == 4")
    assert error.__notes__ == ["in the hand-in, line 3, in f: return m / 0"]


def test_lines_of_libraries_are_not_the_hand_in_s():
    error = fails(
        "def f(t):\n    return t.groupby('none').sum()", "f(pd.DataFrame({'a': [1]}))", setup=PANDAS
    )
    assert error.__notes__ == ["in the hand-in, line 2, in f: return t.groupby('none').sum()"]


def test_a_name_that_is_not_there_is_missing_and_the_near_one_is_said():
    error = fails(
        "def ff(n): return 4\ndef total_of(n): return n",
        CHECK.replace("f(2)", "total_off(2)").replace("'f'", "'total_off'"),
    )
    assert type(error).__name__ == "NotAttempted" and "`total_of` is: is the name spelled" in str(error)


@pytest.mark.parametrize(
    "stub", ["def f(x):\n    ...", "def f(x):\n    'Doc.'\n    pass", "f = ...", "f = None"]
)
def test_a_stub_is_not_attempted(stub):
    assert type(fails(stub, CHECK)).__name__ == "NotAttempted"


def test_dots_among_other_code_are_not_attempted():
    error = fails("def f(x):\n    y = ...\n    return y + x", CHECK)
    assert type(error).__name__ == "NotAttempted"


@pytest.mark.parametrize(
    "error",
    [
        None,
        3,
        {},
        {"kinds": 3},
        {"kinds": [["a"]]},
        {"kinds": [["a", "b c"]], "text": 4},
        {"lines": [[1, 2]]},
        {"kinds": [["builtins", "SystemExit"]], "args": "x"},
        {"lines": [["f", -1, None]]},
    ],
)
def test_an_error_that_is_badly_described_is_an_error(error):
    ends = Ends("def f(x): return x")
    serve = ends.answers.serve
    ends.answers.serve = lambda message: (
        serve(message) | ({"error": error} if message["do"] == "call" else {})
    )
    assert isinstance(ends.test("f(1)")[2], Exception | SystemExit)
