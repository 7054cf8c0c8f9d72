"""Who carries a community, and what is left without them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.metrics import community

some = st.lists(st.integers(0, 50), min_size=1, max_size=60)


def did(*rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["customer_id", "action", "count"])
    return table.assign(day=pd.to_datetime("2025-01-01") + pd.to_timedelta(np.arange(len(table)), "D"))


ACTIVITY = did(
    (1, "post", 6), (1, "comment", 2), (2, "post", 1), (3, "comment", 3), (4, "visit", 9), (5, "post", 3)
)


def test_gini_of_five_incomes_is_the_textbook_value():
    """Half the mean absolute difference over the mean: of 1, 2, 3, 4, 5 it is 4/15."""
    assert community.gini([1, 2, 3, 4, 5]) == pytest.approx(4 / 15)


@given(some)
def test_gini_is_half_the_mean_absolute_difference_over_the_mean(counts):
    values = np.array(counts, float)
    if values.sum():
        expected = np.abs(values[:, None] - values[None]).mean() / 2 / values.mean()
        assert community.gini(counts) == pytest.approx(expected, abs=1e-9)


@given(some, st.integers(2, 5))
def test_gini_is_the_same_for_twice_the_contributions_and_for_twice_the_people(counts, times):
    if sum(counts):
        assert community.gini([times * each for each in counts]) == pytest.approx(community.gini(counts))
        assert community.gini(counts * times) == pytest.approx(community.gini(counts), abs=1e-9)


@given(some)
def test_a_lorenz_curve_rises_from_nothing_to_everything_below_the_diagonal(counts):
    curve = community.lorenz(counts)
    assert curve["people"].iloc[[0, -1]].tolist() == [0, 1]
    if sum(counts):
        assert curve["share"].iloc[[0, -1]].tolist() == [0, pytest.approx(1)]
        assert (curve["share"] <= curve["people"] + 1e-9).all()
        assert (curve["share"].diff().dropna() >= -1e-12).all()


@given(some)
def test_the_parts_of_participation_sum_to_all(counts):
    table = community.participation(counts)
    assert table["members"].sum() == pytest.approx(len(counts))
    assert table["contributions"].sum() == pytest.approx(sum(counts))
    assert table["silent"].sum() == pytest.approx(counts.count(0))


def test_the_one_nine_ninety_of_a_thousand_people():
    counts = [50] * 10 + [5] * 90 + [0] * 900
    table = community.participation(counts)
    assert table["share"].round(3).tolist() == [0.526, 0.474, 0.0]
    assert table["silent"].tolist() == [0, 0, 900]


def test_a_part_that_ends_within_a_person_counts_them_in_proportion():
    assert community.participation([3, 1, 1, 1], [0.125, 0.875])["contributions"].tolist() == [1.5, 4.5]


def test_nobody_who_contributed_leaves_everything_missing_with_a_reason():
    assert np.isnan(community.gini([0, 0]))
    assert community.gini([]).reason == "nobody contributed anything"
    assert community.participation([0, 0]).attrs["reason"] == "nobody contributed anything"


def test_contributions_have_a_row_for_those_with_nothing():
    assert community.contributions(ACTIVITY).to_dict() == {1: 8, 2: 1, 3: 3, 4: 0, 5: 3}
    assert community.contributions(ACTIVITY, [1, 7]).to_dict() == {1: 8, 7: 0}
    assert community.contributions(ACTIVITY, actions="post").sum() == 10


def test_without_takes_the_most_active_away_and_equals_by_id():
    table = community.without(ACTIVITY, top=2)
    assert table.attrs["gone"] == [1, 3]
    assert table.loc["together", ["count", "left"]].tolist() == [15, 4]
    assert table.loc["comment", "share_left"] == 0


@given(st.integers(0, 6))
def test_the_more_leave_the_less_is_left(top):
    left = community.without(ACTIVITY, top=top).loc["together", "left"]
    assert left >= community.without(ACTIVITY, top=top + 1).loc["together", "left"]


def test_who_was_never_thanked_is_listed_by_what_they_gave():
    table = community.overlooked(ACTIVITY, [1])
    assert table["customer_id"].tolist() == [3, 5, 2]
    assert table.attrs["share"] == 0.75
    assert community.overlooked(ACTIVITY, [1], at_least=2)["customer_id"].tolist() == [3, 5]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: community.gini([1, -1]), "counts must be zero or more"),
        (lambda: community.participation([1], [0.5, 0.4]), "must sum to 1"),
        (lambda: community.without(ACTIVITY, top=-1), "top must be a whole number"),
        (lambda: community.without(ACTIVITY, actions=["posts"]), "Did you mean 'post'"),
        (lambda: community.contributions(ACTIVITY.assign(count=0.5)), "count is no whole number"),
    ],
)
def test_what_cannot_be_counted_is_refused(call, said):
    with pytest.raises((TypeError, ValueError), match=said):
        call()
