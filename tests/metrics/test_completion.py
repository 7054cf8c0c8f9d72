"""Who finishes the course, and where the others stop."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.data import quillwork
from ecotools.metrics import completion
from ecotools.simulate import simulate


def progress(*rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["customer_id", "lesson", "day"])
    return table.assign(day=pd.to_datetime(table["day"]))


def test_where_all_have_stopped_or_finished_the_curve_is_the_plain_share():
    last = {1: 1, 2: 1, 3: 2, 4: 4, 5: 4}
    rows = [(who, lesson, "2025-01-01") for who, lesson in last.items()]
    table = completion.curve(progress(*rows), 4, until="2025-06-01")
    assert np.allclose(table["finish"], [1, 0.6, 0.4, 0.4])
    assert table["stopped"].tolist() == [0, 2, 1, 0]
    assert table.attrs["worst"] == 2


def test_who_did_a_lesson_lately_has_not_stopped_and_counts_up_to_there():
    table = completion.curve(
        progress((1, 1, "2025-01-01"), (2, 1, "2025-02-20"), (3, 3, "2025-01-05")), 3, until="2025-03-01"
    )
    assert table["learners"].tolist() == [3, 2, 1]
    assert table["finish"].tolist() == [1, 0.5, 0.5]
    plain = completion.curve(
        progress((1, 1, "2025-01-01"), (2, 1, "2025-02-20"), (3, 3, "2025-01-05")),
        3,
        idle=1,
        until="2025-03-01",
    )
    assert plain["finish"].tolist()[-1] == pytest.approx(1 / 3)


def test_who_enrolled_and_did_nothing_stopped_before_the_first_lesson():
    done = progress((1, 2, "2025-01-01"))
    assert completion.curve(done, 2, enrolled=[1, 2, 3, 4], until="2025-06-01")["finish"].tolist() == [
        0.25,
        0.25,
    ]
    with pytest.raises(ValueError, match="customer_id is not among the enrolled"):
        completion.curve(done, 2, enrolled=[2])


def test_a_planted_chance_to_go_on_is_recovered_though_many_are_still_on_their_way():
    """Each lesson takes a week, nine in ten go on, lesson 5 loses half; people begin all year long."""
    rng, rows = np.random.default_rng(6), []
    end = pd.Timestamp("2025-12-31")
    for who in range(3000):
        day = pd.Timestamp("2025-01-01") + pd.Timedelta(days=int(rng.integers(0, 365)))
        for lesson in range(1, 9):
            if lesson > 1 and rng.random() > (0.5 if lesson == 5 else 0.9):
                break
            day += pd.Timedelta(days=7)
            if day >= end:
                break
            rows.append((who, lesson, day))
    table = completion.curve(progress(*rows), 8, until=end, idle=30)
    expected = np.cumprod([1, 0.9, 0.9, 0.9, 0.5, 0.9, 0.9, 0.9])
    assert np.allclose(table["finish"], expected, atol=0.03)
    assert table.attrs["worst"] == 5
    reached = pd.DataFrame(rows, columns=["who", "lesson", "day"]).groupby("who")["lesson"].max()
    assert (reached == 8).mean() < expected[-1] - 0.02


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 6), st.integers(0, 90)), min_size=1, max_size=40))
def test_a_curve_never_rises_and_its_interval_holds_it(rows):
    first = pd.Timestamp("2025-01-01")
    done = progress(*[(who, lesson, first + pd.Timedelta(days=day)) for who, lesson, day in rows])
    table = completion.curve(done, 5, until="2025-05-01").dropna()
    assert (table["finish"].diff().dropna() <= 1e-12).all()
    assert (table["low"] <= table["finish"] + 1e-9).all()
    assert (table["stopped"] <= table["learners"]).all()


def test_lessons_of_a_ledger_are_numbered_in_their_order():
    ledger = simulate(quillwork(), 4, seed=2)
    done = completion.lessons_done(ledger)
    lessons = ledger.activity[ledger.activity["action"] == "lesson"].groupby("customer_id")["count"].sum()
    assert (done.groupby("customer_id")["lesson"].max() == lessons).all()
    assert done.groupby("customer_id")["lesson"].is_monotonic_increasing.all()
    assert completion.curve(done, 10)["finish"].iloc[0] == 1
    assert done.attrs["observed"]["end"] == "2025-05-01"
    with pytest.raises(ValueError, match="until must not lie beyond the ledger"):
        completion.curve(done, 10, until="2025-06-15")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda done: completion.curve(done, 0), "lessons must be a whole number, 1 or more"),
        (lambda done: completion.curve(done.assign(lesson=0), 3), "lesson is no whole number from 1 on"),
        (lambda done: completion.curve(done, 3, until="2024-12-01"), "until must be after the last lesson"),
        (lambda done: completion.curve(done.drop(columns="lesson"), 3), "needs the column 'lesson'"),
    ],
)
def test_what_is_no_progress_is_refused(call, said):
    with pytest.raises(ValueError, match=said):
        call(progress((1, 1, "2025-01-01")))
