import datetime
import decimal
import fractions
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.learn.compare import Expect
from ecotools.measure import Measure, missing
from tests.learn.asking import accepts, ask

finite = st.floats(-1e9, 1e9, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-6)


def forms(x: float) -> list:
    """The ways in which a right number may come."""
    return [
        x,
        np.float64(x),
        np.longdouble(x),
        decimal.Decimal(x),
        fractions.Fraction(x),
        np.array(x),
        np.array([x]),
        pd.Series([x], index=["total"]),
        Measure(x, unit="USD"),
    ]


@given(finite)
def test_a_right_number_passes_in_every_form(x):
    assert all(accepts("number", form, x) for form in forms(x))


@given(st.integers(-(10**12), 10**12))
def test_a_right_count_passes_as_python_numpy_and_float(n):
    assert all(
        accepts("number", form, n) for form in (n, np.int64(n), float(n), np.float64(n), decimal.Decimal(n))
    )


@given(finite, st.floats(2e-6, 10), st.sampled_from([-1, 1]))
def test_a_number_beyond_the_tolerance_is_refused_in_every_form(x, off, sign):
    wrong = x + sign * off * max(abs(x), 1e-3)
    assert not any(accepts("number", form, x) for form in forms(wrong))


@given(st.floats(-1e4, 1e4), st.floats(0.01, 1))
def test_a_stated_tolerance_is_kept_on_both_sides(x, tol):
    assert accepts("number", x + tol * 0.999, x, tol=tol)
    assert accepts("number", x - tol * 0.999, x, tol=tol)
    assert not accepts("number", x + tol * 1.01, x, tol=tol)


def test_a_difference_of_exactly_the_tolerance_passes():
    assert accepts("number", 0.305, 0.3, tol=0.005)


@given(st.integers(1, 10**12), st.sampled_from([-1, 1]))
def test_a_count_that_is_one_off_is_refused_however_large(n, step):
    assert not accepts("number", n + step, n)


def test_nan_is_right_only_where_nan_is_expected():
    assert accepts("number", float("nan"), float("nan"))
    assert accepts("number", missing("nobody"), math.nan)
    assert accepts("number", pd.NA, math.nan)
    assert "NaN, not 0" in ask("number", 0, math.nan).note
    assert "NaN" in ask("number", math.nan, 0.5).note
    assert not accepts("number", None, math.nan)


def test_infinity_is_only_itself():
    assert accepts("number", math.inf, math.inf)
    assert not accepts("number", -math.inf, math.inf)
    assert not accepts("number", 1e308, math.inf)
    assert "divided by zero" in ask("number", math.inf, 3.0).note


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, "forget `return`"),
        ("5", "text, not a number"),
        ("$5.00", "text, not a number"),
        ("five", "This is text"),
        (True, "True and False are not numbers"),
        (np.True_, "True and False are not numbers"),
        ([5], "out of its list"),
        ([5, 5], "one number, not several"),
        (pd.Series([5, 6]), "one number, not several"),
        (pd.DataFrame({"a": [5]}), "one number, not several"),
        (len, "call it, with parentheses"),
        (5 + 0j, "one number"),
        (object(), "one number"),
        (pd.Timestamp("2025-01-01"), "one number"),
    ],
)
def test_what_is_not_a_number_is_refused_with_the_reason(found, words):
    assert words in ask("number", found, 5).note


@pytest.mark.parametrize(
    ("found", "expected", "words"),
    [
        (5, 0.05, "a rate is a fraction"),
        (0.0005, 0.05, "a hundredth"),
        (20.0, 0.05, "upside down"),
        (-3.5, 3.5, "sign"),
        (0.95, 0.05, "1 minus"),
        (41, 42, "one fewer"),
        (0.33, 1 / 3, "rounded too far"),
        (33.0, 33.4, "rounded too far"),
        (312.5, 3.125, "100 times"),
        (28.67, 86 / 3, "rounded too far"),
        (0.1235, 0.12345678, "rounded too far"),
    ],
)
def test_common_slips_are_recognised(found, expected, words):
    assert words in ask("number", found, expected).note


@pytest.mark.parametrize(
    ("found", "expected", "tol"),
    [
        (0, 0.5, None),
        (0.0, 0.49, None),
        (1, 0.6, None),
        (0.11, 0.05, None),
        (2, 1.5, None),
        (3, 2.6, None),
        (0, 1, None),
        (0, 0.02, 0.01),
        (-0.012, 0.003, 0.01),
        (0.0, math.inf, None),
        (-math.inf, math.inf, None),
    ],
)
def test_of_a_number_that_many_mistakes_give_only_the_distance_is_said(found, expected, tol):
    note = ask("number", found, expected, tol=tol).note
    assert note.startswith(("Too high by", "Too low by", "Another value is expected."))


def test_a_count_that_is_100_times_too_large_is_no_rate():
    assert ask("number", 100, 1).note == "This is 100 times the expected value."
    assert "a rate is a fraction" in ask("number", 100, 1.0).note


@given(finite, finite)
def test_a_rounded_number_is_always_near_the_right_one(found, expected):
    difference = ask("number", found, expected)
    if difference and "rounded" in difference.note:
        assert abs(found - expected) <= 0.05 * abs(expected)


def test_a_slip_is_recognised_as_far_as_the_answer_itself_would_be():
    assert "a rate is a fraction" in ask("number", 30.2, 0.3, tol=0.005).note
    assert "1 minus" in ask("number", 0.698, 0.3, tol=0.005).note


@pytest.mark.parametrize(
    ("found", "expected", "tol", "shown"),
    [
        (1 / 3, 2 / 3, None, ("0.3333", "0.6667 (compared to 6 significant digits)")),
        (0.66667, 2 / 3, None, ("0.66667", "0.666667 (compared to 6 significant digits)")),
        (1234.56789, 86 / 3, None, ("1234.57", "28.67 (compared to 6 significant digits)")),
        (28.67, 86 / 3, None, ("28.67", "28.667 (compared to 6 significant digits)")),
        (199.0, 49.0, None, ("199", "49")),
        (0.305004, 0.3, 0.005, ("0.305004", "0.3 (give or take 0.005)")),
        (0.000012344, 7.0, None, ("0.00001234", "7")),
    ],
)
def test_numbers_are_shown_with_as_many_digits_as_it_takes(found, expected, tol, shown):
    said = ask("number", found, expected, tol=tol)
    assert (said.found, said.expected) == shown


@given(finite, finite)
def test_what_is_refused_looks_as_wrong_as_it_is(found, expected):
    for comparer in ("number", "value"):
        said = ask(comparer, found, expected)
        assert said is None or not accepts(comparer, float(said.found), float(said.expected.split()[0]))


def test_a_none_among_the_values_of_a_dict_is_no_forgotten_return():
    assert ask("value", {"price": None}, {"price": 5}).note.startswith("Under the key 'price'. None is there")
    assert "return" in ask("value", None, {"price": 5}).note


def test_the_authors_slip_goes_before_the_automatic_one():
    said = ask("number", 5, 0.05, slips={5: "You forgot Ben."})
    assert said.note == "You forgot Ben."
    assert said.found == "5"
    assert "0.05" in said.expected


def test_slips_may_be_recognised_by_a_function_and_one_that_breaks_is_passed_over():
    slips = [(lambda found: found[0] > 1, "broken"), (lambda found: found > 1, "Too large."), (7, "seven")]
    assert ask("number", 5, 0.5, slips=slips).note == "Too large."
    assert ask("number", 7, 8, slips=[(7, "seven")]).note == "seven"


def test_a_slip_never_refuses_a_right_answer():
    assert accepts("number", 5, 5, slips={5: "no"})


def test_the_tolerance_is_stated():
    assert "give or take 0.005" in ask("number", 1.0, 0.3, tol=0.005).expected
    assert "6 significant digits" in ask("number", 1.0, 0.3).expected


class Liar:
    """Equal to everything, and any number one likes."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __float__(self):
        return 5.0

    __array__ = None


class LyingFloat(float):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __float__(self):
        return 5.0

    def __sub__(self, other):
        return 0.0

    __rsub__ = __abs__ = __sub__


class LyingText(str):
    def __eq__(self, other):
        return True

    def strip(self):
        return "right"

    __hash__ = str.__hash__


class LyingList(list):
    def __eq__(self, other):
        return True

    def __iter__(self):
        return iter([1, 2])

    __hash__ = None


class LyingSeries(pd.Series):
    pass


class LyingFrame(pd.DataFrame):
    pass


class Disguised:
    """Claims to be a float."""

    @property
    def __class__(self):
        return float

    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.mark.parametrize(
    ("comparer", "found", "expected"),
    [
        ("number", Liar(), 5),
        ("number", LyingFloat(1), 5),
        ("number", Disguised(), 5),
        ("value", Liar(), "right"),
        ("value", LyingText("wrong"), "right"),
        ("value", Liar(), True),
        ("sequence", LyingList([3]), [1, 2]),
        ("sequence", [Liar(), Liar()], [1, 2]),
        ("sequence", Liar(), [1]),
        ("items", [LyingText("x")], ["right"]),
        ("items", [Liar()], [("a", 1)]),
        ("series", LyingSeries({"a": 1}), pd.Series({"a": 1})),
        ("series", {"a": Liar()}, pd.Series({"a": 1})),
        ("table", LyingFrame({"a": [1]}), pd.DataFrame({"a": [1]})),
        ("table", pd.DataFrame({"k": ["x"], "a": [Liar()]}), pd.DataFrame({"k": ["x"], "a": [1]})),
        ("value", {"a": Liar()}, {"a": 1}),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value,
)
def test_an_object_that_lies_about_itself_never_passes(comparer, found, expected):
    assert not accepts(comparer, found, expected)


def test_values_of_text_ignore_space_around_them_and_case_only_when_told():
    assert accepts("value", " core\n", "core")
    assert not accepts("value", "Core", "core")
    assert ask("value", "Core", "core").note == "Only capital letters differ."
    assert accepts("value", "Core", "core", ignore_case=True)
    assert accepts("value", np.str_("core"), "core")
    assert accepts("value", pd.Series(["core"]), "core")


def test_true_is_not_one():
    assert not accepts("value", 1, True)
    assert not accepts("value", True, 1)
    assert accepts("value", np.bool_(True), True)
    assert not accepts("value", "True", True)


MONTHS = ["2025-02", pd.Period("2025-02", "M"), pd.Timestamp("2025-02-01"), pd.Timestamp("2025-02-28")]
MONTHS += [datetime.date(2025, 2, 1), np.datetime64("2025-02-01"), datetime.datetime(2025, 2, 1)]


@pytest.mark.parametrize("found", MONTHS, ids=repr)
def test_a_month_may_come_as_text_period_or_first_or_last_day(found):
    assert accepts("value", found, pd.Period("2025-02", "M"))
    assert accepts("value", found, "2025-02", dates=True)
    assert not accepts("value", found, pd.Period("2025-03", "M"))
    assert not accepts("value", found, "2025-01")


def test_a_day_is_not_another_day_of_its_month():
    assert not accepts("value", pd.Timestamp("2025-02-02"), "2025-02-01")
    assert not accepts("value", "2025-02-02", pd.Timestamp("2025-02-01"))
    assert accepts("value", "2025-02-01", pd.Timestamp("2025-02-01"))


def test_nests_of_plain_values_are_compared_part_by_part():
    right = {"price": 199, "tiers": [1, 2.5], "name": "core", "on": True, "none": None}
    assert accepts("value", {**right, "tiers": (1, np.float64(2.5))}, right)
    assert "price" in ask("value", {**right, "price": 19900}, right).note
    assert "missing" in ask("value", {"price": 199}, right).note
    assert "should not be there" in ask("value", {**right, "more": 1}, right).note
    assert accepts("value", pd.Series({"a": 1}), {"a": 1})


def test_an_author_who_expects_no_number_is_told():
    with pytest.raises(TypeError, match="needs a number to expect"):
        Expect().number(1, "1")
