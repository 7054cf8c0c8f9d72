"""What a check gives to a function must stay as it is, in the learner's own notebook too."""

import pytest

from .cells import Cells


@pytest.fixture
def cells():
    made = Cells()
    made.run("import numpy as np, pandas as pd")
    return made


CHANGES = {
    "xs.append(9)": ("[1, 2]", "changed the list it was given as `xs`"),
    "xs['b'] = 1": ("{'a': 2}", "changed the dict it was given as `xs`"),
    "xs[0] = 9": ("np.array([1, 2])", "changed the array it was given as `xs`"),
    "xs['new'] = 1": ("pd.DataFrame({'a': [1, 2]})", "changed the table it was given as `xs`"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_refused_in_a_sentence_and_undone(cells, change):
    given, words = CHANGES[change]
    cells.run(f"given = {given}")
    said = cells.check(f"def f(xs):\n    {change}\n    return 3", "expect.number(f(given), 3)", '"f"')
    assert "not right yet" in said and words in said and ". Work on a copy" in said
    assert cells.run("print(repr(given))") == cells.run(f"print(repr({given}))")


def test_a_change_by_a_call_of_the_function_itself_is_its_own_affair(cells):
    answer = (
        "def f(xs, out=None):\n    out = [] if out is None else out\n"
        "    out.append(1)\n    return f([], out) if xs else 3"
    )
    assert "✓" in cells.check(answer, "expect.number(f([1]), 3)", '"f"')


@pytest.mark.parametrize(
    "given", ["np.random.default_rng(0)", "np.random.RandomState(0)", "__import__('random').Random(0)"]
)
def test_numbers_drawn_from_a_generator_are_no_change(cells, given):
    draw = "random()" if "random'" in given else "uniform()"
    answer = f"def f(rng):\n    return 3 + 0 * rng.{draw}"
    assert "✓" in cells.check(answer, f"expect.number(f({given}), 3)", '"f"')


@pytest.mark.parametrize("given", ["iter([1, 2])", "(n for n in [1, 2])", "map(abs, [-1, 2])"])
def test_an_iterator_may_be_used_up(cells, given):
    assert "✓" in cells.check("def f(ns):\n    return sum(ns)", f"expect.number(f({given}), 3)", '"f"')


def test_after_the_check_the_function_is_the_learner_s_own_again(cells):
    cells.check("def f(xs):\n    return 3", "expect.number(f([1]), 3)", '"f"')
    assert cells.run("print(hasattr(f, '__wrapped__'))") == "False\n"
