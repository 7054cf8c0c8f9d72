"""A function of a hand-in can be used by a test as if it were the test's own."""

import inspect

import pytest

from ecotools.grading.judge.stand_ins import StandIns

from .ends import Ends, fails, passes

SUM = (
    "def total(xs, start=0, *more, unit='EUR', **rest):\n    'Add up.'\n    return sum(xs, start) + sum(more)"
)
TABLES = "import pandas as pd, numpy as np\nfrom ecotools.learn import check"


@pytest.mark.parametrize(
    "test",
    [
        "assert total([1, 2]) == 3",
        "assert total([1, 2], 10) == 13",
        "assert total(start=10, xs=[1, 2], unit='USD', other=None) == 13",
        "assert total([], 1, 2, 3) == 6",
        "assert total(range(3)) == 3 and total((1.5, 2)) == 3.5",
        "assert list(map(total, [[1], [2, 3]])) == [1, 5]",
        "assert total(x for x in [1, 2]) == 3",
    ],
)
def test_arguments_come_in_any_way(test):
    passes(SUM, test)


def test_it_has_its_name_signature_and_docstring():
    ends = Ends(SUM)
    ends.seat("assert total([1])")
    made = ends.judge["total"]
    assert made.__name__ == "total" and made.__doc__ == "Add up." and made.__module__ == "__main__"
    assert str(inspect.signature(made)) == "(xs, start=0, *more, unit='EUR', **rest)"
    assert inspect.isfunction(made)


def test_a_missing_argument_is_an_error_as_of_any_function():
    error = fails(SUM, "total()")
    assert type(error) is TypeError and "missing 1 required positional argument: 'xs'" in str(error)


@pytest.mark.parametrize(
    ("answer", "test"),
    [
        ("def apply(f, x): return f(x)", "assert apply(lambda n: n + 1, 2) == 3"),
        ("def apply(f, x): return f(n=x)", "assert apply(lambda n: [n], 2) == [2]"),
        ("def apply(f, x): return sorted(x, key=f)", "assert apply(lambda n: -n, [1, 2]) == [2, 1]"),
        ("def apply(f, x): return f(f)(x)", "assert apply(lambda g: lambda n: n * 2, 3) == 6"),
        ("def adder(n):\n    return lambda m: n + m", "assert adder(2)(3) == 5 and adder(1)(1) == 2"),
        (
            "def pair():\n    return [abs, {'len': len}]",
            "a, b = pair()\nassert a(-1) == 1 and b['len']('ab') == 2",
        ),
        ("def rest(it):\n    next(it)\n    return list(it)", "assert rest(iter([1, 2, 3])) == [2, 3]"),
        ("def rest(*, it):\n    next(it)\n    return list(it)", "assert rest(it=(n for n in [1, 2])) == [2]"),
        (
            "def fact(n):\n    return 1 if n < 2 else n * fact(n - 1)",
            "assert fact(20) == 2432902008176640000",
        ),
        ("def a(n): return n and b(n - 1)\ndef b(n): return n and a(n - 1)", "assert a(9) == 0"),
        ("def numbers(n):\n    yield from range(n)", "assert list(numbers(3)) == [0, 1, 2]"),
        ("def keys(d): return d.keys()", "assert sorted(keys({'a': 1, 'b': 2})) == ['a', 'b']"),
        ("double = lambda x: 2 * x", "assert double(4) == 8"),
        ("from math import sqrt as root", "assert root(9) == 3"),
        ("from functools import partial\nf = partial(pow, 2)", "assert f(3) == 8"),
    ],
)
def test_functions_are_given_and_come_back(answer, test):
    passes(answer, test)


def test_an_error_of_the_judge_s_own_function_reaches_the_one_that_called_it_as_an_error():
    answer = (
        "def apply(f):\n    try:\n        f()\n    except RuntimeError as error:\n        return str(error)"
    )
    passes(answer, "assert apply(lambda: 1 / 0) == 'ZeroDivisionError: division by zero'")


def test_calls_of_calls_without_end_are_an_error_and_no_end_of_the_exchange():
    answer = "def ping(f): return f(ping, f)"
    ends = Ends(answer)
    _, _, error = ends.test("def pong(g, f): return g(f)\nping(pong)")
    assert isinstance(error, Exception)
    assert ends.test("assert ping(lambda g, f: 3) == 3")[2] is None


def test_an_async_function_is_awaited_in_both_processes():
    answer = "import asyncio\nasync def price(n):\n    await asyncio.sleep(0)\n    return n * 2"
    ends = Ends(answer)
    ends.seat("assert price")
    assert inspect.iscoroutinefunction(ends.judge["price"])
    passes(answer, "import asyncio\nassert asyncio.run(price(4)) == 8")


def test_a_class_makes_what_can_cross():
    passes("class Total(float):\n    pass", "assert Total(3) + 1 == 4")


def test_what_cannot_cross_is_told_by_its_class():
    answer = "class Shop:\n    def __init__(self, name):\n        self.name = name"
    shown = fails(answer, "with check('q1', 'Shop', points=1) as expect:\n    expect.value(Shop('a'), 'a')")
    assert "Shop" in str(shown)


def test_tables_cross_in_both_directions():
    answer = "def net(t):\n    return t.assign(net=t['gross'] / 1.19).groupby('day')['net'].sum()"
    test = (
        "t = pd.DataFrame({'day': pd.to_datetime(['2025-01-02', '2025-01-01']), 'gross': [119.0, 11.9]})\n"
        "found = net(t)\nassert isinstance(found, pd.Series)\n"
        "assert found.index[0] == pd.Timestamp('2025-01-01')\n"
        "assert np.allclose(found, [10, 100]) and list(t) == ['day', 'gross']"
    )
    passes(answer, test, setup=TABLES)


@pytest.mark.parametrize("value", ["3", "'text'", "[1, {'a': (2, None)}]", "{1, 2}", "3 + 4j", "range(4)"])
def test_values_are_copies(value):
    passes(f"x = {value}", f"assert x == {value} and type(x) is type({value})")


def test_a_value_that_a_test_changes_is_not_changed_in_the_hand_in():
    ends = Ends("x = [1]")
    assert ends.test("x.append(2)")[2] is None
    assert ends.handin["x"] == [1]


def test_printed_text_stands_where_the_call_is():
    assert passes("def f():\n    print('three')", "print('two')\nf()\nprint('four')") == "two\nthree\nfour\n"


def test_what_is_printed_without_end_ends_the_call():
    error = fails("def f():\n    while True:\n        print('x' * 1000)", "f()")
    assert "printed" in str(error)


def test_warnings_of_a_call_are_warnings_of_the_test():
    _, said, error = Ends("import warnings\ndef f():\n    warnings.warn('old', FutureWarning)").test("f()")
    assert error is None and said == [(FutureWarning, "old")]
    own = "class Mine(UserWarning): pass\nimport warnings\ndef f():\n    warnings.warn('own', Mine)"
    assert Ends(own).test("f()")[1] == [(UserWarning, "own")]


def test_what_a_hidden_line_makes_a_hand_in_print_is_not_shown():
    shown = passes(
        "def f(x):\n    print('got', x)",
        "f(1)\n### BEGIN HIDDEN TESTS\nf(2)\n### END HIDDEN TESTS\nf(3)",
    )
    assert shown == "got 1\n", "what it has seen it could print at any later call"


def test_a_hidden_case_called_through_a_comparer_prints_nothing_either():
    test = (
        "with check('q1', 'f', points=1) as expect:\n    expect.number(f(1), 3)\n"
        "    ### BEGIN HIDDEN TESTS\n    expect.number(f(98765), 0)\n    ### END HIDDEN TESTS"
    )
    assert "got 98765" not in str(fails("def f(x):\n    print('got', x)\n    return 3", test))


@pytest.mark.parametrize("facts", [None, 3, {}, {"handle": "0"}, {"handle": True}, {"handle": None}, []])
def test_a_function_that_is_badly_described_is_refused(facts):
    from ecotools.wire import WireError

    described = {"kind": "function"} | facts if isinstance(facts, dict) else facts
    with pytest.raises(WireError):
        StandIns(None).make({"f": {"value": described}})
