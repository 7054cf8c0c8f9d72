"""Hours as members grow, when to hire, the founder's week, and what bands of hours leave for a member."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.planning import founder_week, hire_month, member_hours
from ecotools.planning.staffing import staff_hours
from tests.planning.networks import shuffled

WORK = pd.DataFrame(
    {
        "work": ["answers", "events", "leading", "content"],
        "role": ["manager", "manager", "creator", "creator"],
        "rank": [1, 2, 3, 4],
        "fixed": [0, 3, 2, 12],
        "per_member": [0.05, 0, 0.02, 0],
        "from_members": [0, 0, 100, None],
    }
)
BANDS = pd.DataFrame(
    {
        "phase": ["one", "two", "three"],
        "from_members": [0, 100, 500],
        "to_members": [100, 500, None],
        "hours": [5, 15, 30],
        "hours_high": [10, 25, 50],
    }
)


def test_hours_are_what_is_fixed_and_what_each_member_takes():
    hours = staff_hours([0, 60, 100], WORK).set_index("members")
    assert hours["manager"].tolist() == [3, 6, 8] and hours["creator"].tolist() == [12, 12, 16]


def test_rows_may_come_in_any_order():
    pd.testing.assert_frame_equal(staff_hours([0, 60], shuffled(WORK)), staff_hours([0, 60], WORK))
    pd.testing.assert_frame_equal(founder_week([60], shuffled(WORK), 20), founder_week([60], WORK, 20))
    pd.testing.assert_frame_equal(member_hours([100], shuffled(BANDS)), member_hours([100], BANDS))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2000), st.floats(0, 80))
def test_a_week_has_no_more_hours_than_it_has(members, hours):
    week = founder_week([members], WORK, hours)
    assert week["done"].sum() <= hours + 1e-6
    assert np.allclose(week["needed"], week["done"] + week["left_undone"])
    late = week[week["left_undone"] > 1e-6]
    assert late.empty or (week[week["rank"] > late["rank"].min()]["done"] < 1e-6).all()


def test_content_falls_away_first():
    week = founder_week([50, 150, 300], WORK, hours=20).set_index(["members", "work"])["left_undone"]
    assert week[50].sum() == 0
    assert week[150].to_dict() == {"answers": 0, "events": 0, "leading": 0, "content": 7.5}
    assert week[300].to_dict() == {"answers": 0, "events": 0, "leading": 6, "content": 12}


def test_the_month_of_hiring_comes_from_the_runs():
    members = pd.DataFrame([[10, 50, 100], [20, 90, 140], [5, 30, 60]], columns=[1, 2, 3])
    found = hire_month(members, WORK, {"manager": 7, "creator": 100}, lead_months=2).set_index("role")
    assert found.loc["manager", ["low", "median", "look_by"]].tolist() == [2, 3, 0]
    assert found.loc["manager", "reached"] == pytest.approx(2 / 3) and np.isnan(found.loc["manager", "high"])
    assert found.loc["creator", "reached"] == 0 and "100% of the runs" in found.loc["creator", "reason"]


def test_a_role_that_is_full_at_less_gets_full_earlier():
    members = pd.DataFrame([[10, 50, 100]], columns=[1, 2, 3])
    full = [hire_month(members, WORK, {"manager": 8}, full=share)["median"][1] for share in (0.6, 1)]
    assert full == [2, 3]


def test_a_role_that_nobody_has_is_short_from_its_first_hour():
    members = pd.DataFrame([[0, 0, 10]], columns=[1, 2, 3])
    work = pd.DataFrame({"role": ["coach"], "fixed": [0], "per_member": [0.1]})
    assert hire_month(members, work, {})["median"][0] == 3


def test_at_100_members_the_bands_leave_13_to_26_minutes_each():
    """Guide to information products: 5 to 10 hours a week up to 100 members, 15 to 25 from there."""
    found = member_hours([100, 101, 1000], BANDS)
    assert found["phases"].tolist() == ["one, two", "two", "three"]
    assert found["minutes"].round(1)[0] == 13.0
    only = member_hours([100], BANDS.iloc[:1])
    assert (only["minutes_high"].round(1)[0], only["phases"][0]) == (26.1, "one")


def test_members_in_no_band_have_no_hours():
    found = member_hours([50], BANDS.iloc[1:])
    assert found["phases"][0] == "" and found["hours"].isna()[0]


def test_bad_numbers_are_refused_by_name():
    with pytest.raises(ValueError, match="members must be zero or more, not -1"):
        staff_hours([-1], WORK)
    with pytest.raises(ValueError, match="members must be above zero"):
        member_hours([0], BANDS)
    with pytest.raises(ValueError, match="per_member is below zero"):
        staff_hours([1], WORK.assign(per_member=-0.1))
    with pytest.raises(ValueError, match="needs the columns 'fixed', 'per_member'"):
        staff_hours([1], WORK[["role"]])
    with pytest.raises(ValueError, match="work has no rows"):
        staff_hours([1], WORK.iloc[:0])
    with pytest.raises(ValueError, match="two kinds have the rank 1;"):
        founder_week([1], WORK.assign(rank=1), 10)
    with pytest.raises(ValueError, match="two kinds have the name 'answers'"):
        founder_week([1], WORK.assign(work="answers"), 10)
    with pytest.raises(ValueError, match="hours_high is below hours"):
        member_hours([1], BANDS.assign(hours_high=1))
    with pytest.raises(TypeError, match="members must be a table with a row per run"):
        hire_month([1, 2], WORK, {})
