"""What the naive number is made of, when it is known who joins and what joining does."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import effects

FRACTION = st.floats(0, 1)
INNER = st.floats(0.01, 0.99)


def test_the_loyal_who_join_more_make_a_gap_without_any_effect():
    # By hand: members 0.8 x 0.9 + 0.2 x 0.2 = 0.76, the others 0.2 x 0.9 + 0.8 x 0.2 = 0.34.
    found = effects.decomposed([0.8, 0.2], [0.9, 0.2])
    assert found["stayed"].tolist() == pytest.approx([0.76, 0.34])
    assert found.attrs["naive"] == pytest.approx(found.attrs["selection"]) == pytest.approx(0.42)
    assert found.attrs["effect"] == pytest.approx(0)


def test_an_effect_keeps_a_share_of_the_members_who_would_leave():
    found = effects.decomposed([0.8, 0.2], [0.9, 0.2], effect=0.5)
    assert found.loc["members", "stayed"] == pytest.approx(0.88)
    assert found.attrs["effect"] == pytest.approx(0.12)


def test_where_joining_is_a_lot_the_naive_number_is_the_effect():
    found = effects.decomposed([0.4, 0.4], [0.9, 0.2], effect=0.5)
    assert found.attrs["selection"] == pytest.approx(0)
    assert found.attrs["naive"] == pytest.approx(0.5 * 0.45)


def test_kinds_count_as_often_as_there_are_people_of_them():
    found = effects.decomposed([1, 0], [0.9, 0.2], shares=[1, 3])
    assert found["people"].tolist() == [0.25, 0.75]
    assert found["stayed"].tolist() == pytest.approx([0.9, 0.2])


@pytest.mark.parametrize(("joins", "reason"), [([0, 0], "nobody joins"), ([1, 1], "everybody joins")])
def test_one_side_alone_has_no_naive_number(joins, reason):
    found = effects.decomposed(joins, [0.9, 0.2], effect=0.5)
    assert found.attrs["reason"] == reason
    assert np.isnan([found.attrs[name] for name in ("naive", "effect", "selection")]).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(INNER, FRACTION, INNER), min_size=1, max_size=4), FRACTION)
def test_naive_is_effect_and_selection_and_all_people_are_on_a_side(kinds, effect):
    joins, stays, shares = zip(*kinds, strict=True)
    found = effects.decomposed(joins, stays, effect, shares)
    told = found.attrs
    assert told["naive"] == pytest.approx(told["effect"] + told["selection"])
    assert told["effect"] == pytest.approx(effect * (1 - found.loc["members", "without"]), abs=1e-9)
    assert found["people"].sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: effects.decomposed([80, 20], [0.9, 0.2]), "joins must be a fraction"),
        (lambda: effects.decomposed([0.8], [0.9, 0.2]), "the same kinds, not 1 and 2"),
        (lambda: effects.decomposed([0.8, 0.2], [0.9, 0.2], effect=2), "effect must be a fraction"),
        (lambda: effects.decomposed([0.8, 0.2], [0.9, 0.2], shares=[0, 0]), "each of the 2 kinds"),
        (lambda: effects.decomposed([], []), "joins must have a chance for each kind"),
    ],
)
def test_what_cannot_be_is_refused_by_name(call, said):
    with pytest.raises(ValueError, match=said):
        call()
