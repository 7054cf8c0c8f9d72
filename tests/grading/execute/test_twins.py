"""A twin is a test that no honest answer can pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.execute.twins import ends_with_expression, twins_of
from ecotools.learn.compare import Expect

CHECK = """
with check("01-q1", "double", points=2) as expect:
    expect.number(double(2), 4, of="double(2)")
    expect.that(True, "never")
"""
DECORATED = """
@check("01-q1", "double", points=2)
def _(expect):
    expect.number(double(2), 4, of="double(2)")
"""
HONEST = {"double": lambda x: 2 * x}
TESTS = [
    "assert double(2) == 4",
    "assert 4 == double(2), 'no'",
    "x = double(2)\nassert x == 4 and x",
    CHECK,
    DECORATED,
]


def passes(source):
    from ecotools.learn import check

    space = {**HONEST, "check": check}
    try:
        exec(compile(source, "test", "exec"), space)
    except BaseException:
        return False
    return True


@pytest.mark.parametrize("source", TESTS)
def test_a_test_that_passes_has_twins_that_fail(source):
    assert passes(source)
    twins = twins_of(source)
    assert twins and not any(passes(twin) for twin in twins)


def test_a_comparison_is_replaced_and_a_failing_assertion_is_added():
    replaced, added = twins_of("assert double(2) == 4")
    assert replaced.startswith("assert double(2) == 'twin-")
    assert added.startswith("assert double(2) == 4\nassert 0 == 1")


def test_the_failing_assertion_is_added_inside_of_the_check():
    added = twins_of(CHECK)[-1]
    assert added.splitlines()[-1].startswith("    assert 0 == 1")


def test_what_is_said_to_a_learner_is_not_replaced():
    assert "expect.that(True, 'never')" in twins_of(CHECK)[0]


def test_no_two_twins_are_alike():
    assert twins_of("assert a == b") != twins_of("assert a == b")


@pytest.mark.parametrize("source", ["def broken(:", "%timeit f()", "!ls", "assert a == b\0"])
def test_what_is_not_plain_python_has_no_twin(source):
    assert twins_of(source) == []


@given(st.text())
def test_any_text_has_twins_or_none(source):
    twins_of(source)
    ends_with_expression(source)


@pytest.mark.parametrize(
    ("source", "ends"),
    [
        ("x", True),
        ("x = 1", False),
        ("f(x)", True),
        ("x;", True),
        ("", False),
        ("%time x", True),
        ("assert x", False),
    ],
)
def test_a_value_is_expected_only_of_an_expression(source, ends):
    assert ends_with_expression(source) is ends


@pytest.mark.parametrize("comparer", ["number", "value", "sequence", "items", "series", "table", "function"])
def test_an_answer_that_only_repeats_what_it_reads_in_the_test_passes_the_twin(comparer):
    twin = twins_of(f"expect.{comparer}(answer, right)")[0]
    read = twin.removeprefix(f"expect.{comparer}(answer, ").removesuffix(")")
    answer = eval(read)
    given = f"answer, {read}, [1]" if comparer == "function" else f"answer, {read}"
    exec(f"expect.{comparer}({given})", {"expect": Expect(), "answer": answer})


def test_a_test_that_waits_has_no_twin():
    assert twins_of("assert await answer() == 1") == []
