"""The words of rules about time: the day of a blueprint, months, and when products are first sold."""

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.ledger import Ledger, empty_ledger
from ecotools.rules.engine.parts import Business, Missing
from ecotools.rules.words import vocabulary as words

from ..examples import blueprint

days = st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1))
PLAN = """
products:
  - {id: course, name: Course, kind: core, launch_date: 2026-02-01}
  - {id: club, name: Club, kind: community}
plan:
  phases:
    - {id: soft, START, launches: [course]}
    - {id: open, launches: [club], OPEN}
    - {id: ask}
"""


def business(example, ledger=None):
    return Business(blueprint(example), ledger)


def launches(example):
    return {part.id: str(day) for part, day in words.launch_days(business(example).products).items()}


def test_ages_are_counted_to_the_day_of_the_blueprint_then_of_the_ledger_then_to_today():
    visits = pd.DataFrame({"customer_id": [1], "day": pd.to_datetime(["2025-01-31"]),
                           "action": ["visit"], "count": [2]})  # fmt: skip
    ledger, today = Ledger(activity=visits), datetime.date.today()
    assert words.as_of(business("as_of: 2024-05-01", ledger)) == datetime.date(2024, 5, 1)
    assert words.as_of(business("", ledger)) == datetime.date(2025, 1, 31)
    assert words.as_of(business("", empty_ledger())) >= today and words.as_of(business("")) >= today


@given(days, days, days)
def test_months_add_up_and_have_a_sign(first, second, third):
    there, on = words.months_between(first, second), words.months_between(second, third)
    assert words.months_between(first, third) == pytest.approx(there + on)
    assert words.months_between(second, first) == -there and abs(there * 30.44 - (second - first).days) < 4


def test_a_launch_is_the_first_day_that_the_product_or_the_plan_says():
    said = PLAN.replace("START", "start: 2026-01-10").replace("OPEN", "start: 2026-06-01")
    assert launches(said) == {"course": "2026-01-10", "club": "2026-06-01"}


def test_days_of_a_plan_compare_with_each_other_only():
    said = PLAN.replace("START", "start_day: 1").replace("OPEN", "start_day: 78")
    assert launches(said) == {"course": "2026-02-01"}
    shop = business(said.replace(", launch_date: 2026-02-01", ""))
    course, club = words.launch_days(shop.products).values()
    assert words.days_between(course, club) == 77


def test_what_has_no_known_launch_is_named():
    shop = business(PLAN.replace("START", "start: 2026-01-10").replace(", OPEN", ""))
    with pytest.raises(Missing) as lack:
        words.require_launch_days(shop.products, words.launch_days(shop.products))
    assert lack.value.places == (("products", 1, "launch_date"),)
