"""N-day retention by three definitions."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.ledger import observed
from ecotools.metrics import community


def table(*rows) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["customer_id", "day"])
    return found.assign(day=pd.to_datetime(found["day"]))


STARTS = table((1, "2025-01-01"), (2, "2025-01-01"), (3, "2025-01-05"), (4, "2025-01-20"))
DONE = table((1, "2025-01-02"), (1, "2025-01-08"), (2, "2025-01-10"), (3, "2025-01-12"), (4, "2025-01-20"))


def shares(*arguments, **named) -> list[float]:
    return community.day_retention(STARTS, DONE, *arguments, until="2025-01-21", **named)[
        "retention"
    ].tolist()


def test_bounded_counts_the_day_itself_and_only_users_old_enough_for_it():
    assert shares([0, 1, 7]) == [0.25, pytest.approx(1 / 3), pytest.approx(2 / 3)]


def test_unbounded_counts_the_day_and_every_later_one():
    assert shares([1, 7, 8, 12], "unbounded") == [1, 1, pytest.approx(1 / 3), 0]


def test_a_bracket_counts_any_day_of_it_and_asks_for_all_of_its_days():
    table = community.day_retention(STARTS, DONE, [(1, 7), (8, 14)], "bracket", until="2025-01-21")
    assert table["users"].tolist() == [3, 3]
    assert table["returned"].tolist() == [2, 1]


def test_a_bracket_of_one_day_is_the_bounded_number():
    for day in range(15):
        assert shares([(day, day)], "bracket") == shares([day])


def test_who_is_too_young_for_every_day_leaves_it_missing():
    found = community.day_retention(STARTS, DONE, [30], until="2025-01-21")
    assert found["users"].item() == 0
    assert np.isnan(found["retention"].item())


def test_what_was_done_before_the_start_or_without_one_does_not_count():
    done = table((1, "2024-12-31"), (9, "2025-01-02"))
    assert community.day_retention(STARTS, done, [0, 1], "unbounded")["returned"].tolist() == [0, 0]


def test_a_users_first_start_counts():
    again = pd.concat([STARTS, table((1, "2025-01-07"))])
    assert community.day_retention(again, DONE, [1], until="2025-01-21")["retention"].item() == pytest.approx(
        1 / 3
    )


def test_a_ledger_says_until_when_was_observed():
    starts, done = (observed(each, "2025-01", "2025-01") for each in (STARTS, DONE))
    assert community.day_retention(starts, done, [12])["users"].item() == 3
    assert community.day_retention(starts, done, [11])["users"].item() == 4


@pytest.mark.parametrize(
    ("days", "kind", "said"),
    [
        ([(1, 7)], "bounded", "numbers such as 7"),
        ([7], "bracket", "pairs such as"),
        ([(7, 1)], "bracket", "ends before it begins"),
        ([1.5], "bounded", "whole number of days"),
        ([1], "rolling", "kind must be one of"),
    ],
)
def test_days_that_do_not_fit_the_kind_are_refused(days, kind, said):
    with pytest.raises((TypeError, ValueError), match=said):
        community.day_retention(STARTS, DONE, days, kind)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(0, 40)), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(1, 6), st.integers(0, 40)), max_size=40),
)
def test_unbounded_is_at_least_bounded_and_a_longer_bracket_at_least_a_shorter(starts, done):
    first = pd.Timestamp("2025-01-01")
    frames = [
        pd.DataFrame(
            {"customer_id": [who for who, _ in rows], "day": [first + pd.Timedelta(days=d) for _, d in rows]}
        )
        for rows in (starts, done)
    ]
    frames[1] = frames[1].astype({"customer_id": "int64", "day": "datetime64[us]"})
    named = {"until": "2025-03-01"}
    bounded = community.day_retention(*frames, [0, 3, 7], **named)
    unbounded = community.day_retention(*frames, [0, 3, 7], "unbounded", **named)
    short, long = (community.day_retention(*frames, [(1, end)], "bracket", **named) for end in (5, 9))
    assert (unbounded["returned"] >= bounded["returned"]).all()
    assert (unbounded["returned"].diff().dropna() <= 0).all()
    assert long["returned"].item() >= short["returned"].item()
