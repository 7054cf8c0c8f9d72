"""Days are read as exports and spreadsheets write them; which number is the month is never guessed."""

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.ledger.days import date_order, moments, stated_zone, zone

DATES = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("03/04/2025", "DMY", "2025-04-03"),
        ("03/04/2025", "MDY", "2025-03-04"),
        ("3.4.2025", "DMY", "2025-04-03"),
        ("03-04-25", "DMY", "2025-04-03"),
        ("25-04-03", "YMD", "2025-04-03"),
        ("2025/04/03", None, "2025-04-03"),
        ("Nov 28, 2025", None, "2025-11-28"),
        ("28 November 2025", None, "2025-11-28"),
        ("Fri, Nov 28, 2025 10:15 PM", None, "2025-11-28"),
        ("3/4/2025 12:30 AM", "MDY", "2025-03-04"),
    ],
)
def test_dates_are_read_in_a_stated_order_and_by_the_name_of_the_month(cell, order, day):
    assert moments(pd.Series([cell]), order).iloc[0].normalize() == pd.Timestamp(day)


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("13/13/2025", "DMY"),
        ("31/04/2025", "DMY"),
        ("03/04/2025", "YMD"),
        ("Foo 3, 2025", None),
        ("3/4/2025 13:00 PM", "MDY"),
    ],
)
def test_what_is_no_day_is_not_read(cell, order):
    assert moments(pd.Series([cell]), order).iloc[0] is pd.NaT


@given(DATES, st.sampled_from(["DMY", "MDY", "YMD"]), st.sampled_from("./-"))
def test_every_date_comes_back_in_its_order(day, order, sign):
    parts = {"D": f"{day.day:02d}", "M": f"{day.month:02d}", "Y": str(day.year)}
    assert moments(pd.Series([sign.join(parts[one] for one in order)]), order).iloc[0].date() == day


@given(st.lists(DATES, min_size=1, max_size=6), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_an_order_is_claimed_only_where_a_date_proves_it(dates, form):
    order, _ = date_order(pd.Series([day.strftime(form) for day in dates]))
    proven = any(day.day > 12 for day in dates)
    assert order == (("DMY" if form.startswith("%d") else "MDY") if proven else None)


def test_dates_that_contradict_each_other_prove_nothing():
    assert date_order(pd.Series(["25/03/2025", "03/25/2025"]))[0] is None


def test_a_time_is_brought_into_the_zone_in_which_days_begin():
    cells = pd.Series(["2025-01-31 23:30", "2025-01-31T23:30:00Z", "2025-01-31"])
    berlin = stated_zone("Europe/Berlin")
    assert moments(cells, to=berlin).dt.day.tolist() == [1, 1, 31]
    assert moments(cells, written_in=berlin, to=berlin).dt.day.tolist() == [31, 1, 31]


def test_summer_time_is_known():
    read = moments(pd.Series(["2025-07-01 00:30"]), written_in=stated_zone("America/New_York"))
    assert read.iloc[0] == datetime(2025, 7, 1, 4, 30)


@pytest.mark.parametrize("name", ["PST", "+05:30", "GMT-8", "Europe/Berlin", "CEST"])
def test_zones_have_several_forms(name):
    assert zone(name) is not None


@pytest.mark.parametrize("name", ["IST", "CST", "Mars/Olympus", "", "+99:00"])
def test_a_zone_that_means_several_or_none_is_none(name):
    assert zone(name) is None


def test_the_error_offers_the_nearest_zone():
    with pytest.raises(ValueError, match="Did you mean 'Europe/Berlin'"):
        stated_zone("Europe/Berln")
