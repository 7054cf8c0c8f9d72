"""One parser of days and months for all arguments."""

import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.days import day_after, first_day, is_day, last_day, parse


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2025-03", "2025-03"),
        (" march  2025 ", "2025-03"),
        ("Mar. 2025", "2025-03"),
        ("Sept 2025", "2025-09"),
        ("2025 May", "2025-05"),
        ("2025Q2", "2025Q2"),
        ("2025-q2", "2025Q2"),
        ("2025", "2025"),
        (pd.Period("2025Q2"), "2025Q2"),
        (np.datetime64("2025"), "2025"),
        ("2025/3/9", "2025-03-09"),
        ("9. March 2025", "2025-03-09"),
        ("2025-03-09 23:59:59", "2025-03-09"),
        (datetime.datetime(2025, 3, 9, 23), "2025-03-09"),
    ],
)
def test_a_day_month_quarter_or_year_is_read(written, period):
    assert str(parse(written, "at")) == period


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)))
def test_a_day_is_the_same_day_in_every_spelling(day):
    name = pd.Timestamp(day).month_name()
    spellings = [day, str(day), pd.Timestamp(day), np.datetime64(day), pd.Period(day, "D")]
    spellings += [f"{day.day} {name} {day.year}", f"{name[:3]} {day.day}, {day.year}", f"{day:%Y/%m/%d}"]
    assert {parse(each, "at") for each in spellings} == {pd.Period(day, "D")}
    month = [f"{day:%Y-%m}", f"{day.year}-{day.month}", f"{name} {day.year}", f"{name[:3]} {day.year}"]
    month += [pd.Period(day, "M"), np.datetime64(day, "M")]
    assert {parse(each, "at") for each in month} == {pd.Period(day, "M")}
    assert first_day(month[0]) <= pd.Timestamp(day) <= last_day(month[0]) < day_after(month[0])
    assert is_day(parse(day, "at")) and not is_day(parse(month[0], "at"))
    assert first_day(day) == last_day(day) == day_after(day) == pd.Timestamp(day)


@pytest.mark.parametrize(
    "wrong",
    [
        *(
            2025,
            202503,
            5.5,
            None,
            True,
            b"2025-03",
            np.datetime64("NaT"),
            pd.Period("2025-03-09 10:00", "h"),
        ),
        *("", "soon", "March", "2025-13", "2025-02-30", "03/04/2025", "9.3.2025", "2025-03-09 banana"),
    ],
)
def test_anything_else_is_refused_with_what_was_expected_and_what_came(wrong):
    with pytest.raises(
        ValueError, match=r"until must be a day such as .* or a month such as '2025-03', not"
    ) as caught:
        parse(wrong, "until")
    assert repr(wrong) in str(caught.value)


def test_a_month_without_its_year_gets_a_hint():
    with pytest.raises(ValueError, match="not 'in March': add the year"):
        parse("in March", "at")


def test_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="at has a time zone"):
        parse(pd.Timestamp("2025-03-09", tz="UTC"), "at")
