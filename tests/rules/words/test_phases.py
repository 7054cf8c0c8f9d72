"""The words for plans: days as numbers, order, days that are covered, months of a plan."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules.engine.parts import Business, Missing
from ecotools.rules.words import phases as words

from ..examples import blueprint

SPANS = st.lists(
    st.tuples(st.integers(1, 200), st.integers(0, 40)).map(lambda span: (span[0], span[0] + span[1])),
    min_size=1,
    max_size=6,
)


def plan(*lines):
    listed = "\n".join(f"    - {{id: p{n}, {line}}}" for n, line in enumerate(lines))
    return Business(blueprint(f"plan:\n  phases:\n{listed}")).plan


def counted(spans):
    return plan(*(f"start_day: {first}, end_day: {last}" for first, last in spans)).phases


def dated(spans):
    begin = datetime.date(2024, 12, 31)  # so that day 1 is the first of January
    day = [[begin + datetime.timedelta(days=number) for number in span] for span in spans]
    return plan(*(f"start: {first}, end: {last}" for first, last in day)).phases


@given(SPANS)
def test_a_day_of_several_phases_counts_once_whether_dated_or_counted(spans):
    days = {day for first, last in spans for day in range(first, last + 1)}
    assert words.days_covered(counted(spans)) == words.days_covered(dated(spans)) == len(days)


def test_counted_and_dated_days_of_one_plan_add_up():
    mixed = plan("start_day: 1, end_day: 10", "start: 2025-01-05, end: 2025-01-09").phases
    assert words.days_covered(mixed) == 15
    with pytest.raises(Missing, match="throughout"):
        words.one_way(mixed)


def test_phases_that_cannot_be_compared_stay_as_listed():
    ids = [one.id for one in words.in_order(plan("start_day: 9", "start: 2020-01-01", "kind: launch").phases)]
    assert ids == ["p0", "p1", "p2"]
    assert [one.id for one in words.in_order(plan("start_day: 9", "start_day: 2").phases)] == ["p1", "p0"]


@pytest.mark.parametrize(
    ("one", "other", "over"),
    [
        ("start_day: 1, end_day: 7", "start_day: 8", True),
        ("start_day: 1, end_day: 8", "start_day: 8", False),
        ("start_day: 1", "start_day: 2", True),
        ("start_day: 9", "start: 2025-01-01", True),
        ("kind: other", "kind: other", True),
        ("end: 2025-01-31", "start: 2025-02-01", True),
    ],
)
def test_one_is_over_before_another_by_its_last_day_its_first_or_the_list(one, other, over):
    first, second = plan(one, other).phases
    assert words.over_before(first, second) is over


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)), st.integers(0, 700))
def test_months_of_the_calendar_never_run_ahead_of_months_of_30_days(begin, days):
    by_calendar = words.calendar_month(begin + datetime.timedelta(days=days), begin)
    assert by_calendar <= words.month_of(days + 1) + 1
    assert by_calendar >= words.month_of(days + 1) - days // 360 - 1


def test_the_first_launch_of_a_product_counts():
    said = "products: [{id: kit, name: Kit, kind: add_on}]\nplan:\n  phases:\n"
    said += (
        "    - {id: open, start_day: 61, launches: [kit]}\n    - {id: soft, start_day: 30, launches: [kit]}\n"
    )
    assert words.launch_months(Business(blueprint(said)).plan) == {"kit": 1}


def test_dates_are_counted_from_the_first_day_of_the_plan():
    said = "products: [{id: kit, name: Kit, kind: add_on}]\nplan:\n  phases:\n"
    said += "    - {id: open, start: 2025-12-28, launches: [kit]}\n    - {id: make, start: 2025-01-01}\n"
    assert words.launch_months(Business(blueprint(said)).plan) == {"kit": 12}
    with pytest.raises(Missing):
        words.launch_months(Business(blueprint(said.replace(", start: 2025-01-01", ""))).plan)
