"""A function that changes what it is given: refused by a check, made by plain asserts."""

import pytest

from .ends import Ends, fails, passes

SETUP = "import pandas as pd, numpy as np\nfrom ecotools.learn import check"
CHANGES = {
    "a list": ("xs.append(9)", "[1, 2]", "`xs`: "),
    "an order": ("xs.reverse()", "[1, 2]", "its order changed"),
    "a dict": ("xs['b'] = 1", "{'a': 2}", "dict"),
    "a set": ("xs.add(3)", "{1}", "set"),
    "an array": ("xs[0] = 9", "np.array([1, 2])", "array"),
    "a Series": ("xs.iloc[0] = 9", "pd.Series([1, 2])", "Series"),
    "a table": ("xs['new'] = 1", "pd.DataFrame({'a': [1, 2]})", "table"),
    "a table's columns": ("xs.pop('a')", "pd.DataFrame({'a': [1, 2], 'b': 1})", "table"),
    "a list within": ("xs[0].append(1)", "[[], 2]", "list"),
}


def check_of(given, more=""):
    return (
        f"given = {given}\nwith check('q1', 'f', points=1{more}) as expect:\n    expect.number(f(given), 3)"
    )


@pytest.mark.parametrize("name", CHANGES)
def test_a_check_refuses_it_and_names_the_argument_and_the_change(name):
    change, given, words = CHANGES[name]
    answer = f"def f(xs):\n    {change}\n    return 3"
    text = str(fails(answer, check_of(given), setup=SETUP))
    assert "not right yet" in text and "`f` changed the" in text and "as `xs`" in text and words in text


@pytest.mark.parametrize("name", CHANGES)
def test_with_plain_asserts_it_is_made_in_the_judge_too(name):
    change, given, _ = CHANGES[name]
    test = f"xs = {given}\nheld = xs\nassert f(xs) == 3\nassert held is xs\nseen = repr(xs)"
    ends = Ends(f"def f(xs):\n    {change}\n    return 3", setup=SETUP)
    assert ends.test(test)[2] is None
    space = {}
    exec(f"{SETUP}\nxs = {given}\n{change}", space)
    assert ends.judge["seen"] == repr(space["xs"])


def test_a_task_may_ask_for_a_change():
    passes(
        "def f(xs):\n    xs.append(3)\n    return 3",
        check_of("[1]", ", mutates=True") + "\nassert given == [1, 3]",
    )


def test_a_change_of_a_keyword_argument_is_named_too():
    test = "with check('q1', 'f', points=1) as expect:\n    expect.number(f(1, rows=[1]), 3)"
    assert "as `rows`" in str(fails("def f(n, rows):\n    rows.clear()\n    return 3", test))


def test_a_wrong_answer_that_changes_says_first_that_it_is_wrong():
    text = str(fails("def f(xs):\n    xs.append(1)\n    return 4", check_of("[1]")))
    assert "Found: 4" in text and "changed the list" in text


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("def f(xs):\n    return 3 + 0 * len(sorted(xs))", "[2, 1]"),
        ("def f(xs):\n    return sum(xs)", "iter([1, 2])"),
        ("def f(xs):\n    return 3 * next(xs)", "(n for n in [1, 2])"),
        ("def f(xs):\n    xs = xs + [1]\n    return len(xs)", "[1, 2]"),
        ("def f(xs):\n    xs = xs.assign(a=1)\n    return len(xs.columns) + 1", "pd.DataFrame({'b': [1]})"),
        ("def f(xs):\n    return 3 + 0 * xs.normal()", "np.random.default_rng(0)"),
    ],
)
def test_what_is_no_change_is_not_refused(answer, given):
    passes(answer, check_of(given), setup=SETUP)


def test_a_generator_that_was_drawn_from_is_further_in_the_judge():
    test = (
        "rng, other = np.random.default_rng(5), np.random.default_rng(5)\n"
        "first, second = other.normal(), other.normal()\nassert f(rng) == first\n"
        "assert rng.normal() == second"
    )
    passes("def f(rng):\n    return rng.normal()", test, setup=SETUP)
    inside = test.replace(
        "assert f(rng) == first\n",
        "with check('q1', 'f', points=1) as expect:\n    expect.number(f(rng), first)\n",
    )
    passes("def f(rng):\n    return rng.normal()", inside, setup=SETUP)


def test_a_change_of_a_global_table_is_the_hand_in_s_own():
    answer = "rows = [1]\ndef f(xs):\n    rows.append(xs[0])\n    return 3"
    passes(answer, check_of("[1]"))
