"""A time is read with its zone to the right instant; a zone that is not known, or means several, is named."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbgrader.utils import parse_utc

from ecotools.grading.collect import instants
from ecotools.grading.collect.instants import NO_ZONE, clock_instant, read_instant, written

# A clock that shows 11:05 on 3 March 2026 (July for zones of summer), and what that is in UTC.
SPRING, SUMMER = "2026-03-03 11:05:00", "2026-07-03 11:05:00"
INSTANTS = {
    f"{SPRING} -0500": (3, 16, 5),
    f"{SPRING} +0530": (3, 5, 35),
    f"{SPRING}-05:00": (3, 16, 5),
    f"{SPRING} +05:45": (3, 5, 20),
    f"{SPRING} -03": (3, 14, 5),
    f"{SPRING} UTC+2": (3, 9, 5),
    f"{SPRING} \N{MINUS SIGN}0500": (3, 16, 5),
    "2026-03-03T11:05:00-05:00": (3, 16, 5),
    "2026-03-03T11:05:00Z": (3, 11, 5),
    "2026-03-03T11:05Z": (3, 11, 5),
    f"{SPRING} UTC": (3, 11, 5),
    f"{SPRING} GMT": (3, 11, 5),
    f"{SPRING} z": (3, 11, 5),
    f"  {SPRING}.000000 UTC\n": (3, 11, 5),
    SPRING: (3, 11, 5),  # as nbgrader's zip_collect writes it
    "2026-03-03-11-05-00": (3, 11, 5),
    f"{SUMMER} PDT": (7, 18, 5),
    f"{SUMMER} CEST": (7, 9, 5),
    f"{SUMMER} JST": (7, 2, 5),
    f"{SUMMER} ACST": (7, 1, 35),
    f"{SUMMER} (EDT)": (7, 15, 5),
    f"{SUMMER} Europe/Berlin": (7, 9, 5),
    f"{SPRING} Europe/Berlin": (3, 10, 5),
    f"{SPRING} America/Argentina/Buenos_Aires": (3, 14, 5),
}


@pytest.mark.parametrize("text", INSTANTS)
def test_a_time_is_the_instant_that_it_says(text):
    month, hour, minute = INSTANTS[text]
    assert read_instant(text).time == datetime(2026, month, 3, hour, minute)
    assert not read_instant(text).note


@pytest.mark.parametrize("text", INSTANTS)
def test_what_is_written_of_it_is_read_by_nbgrader_as_the_same_instant(text):
    time = read_instant(text).time
    assert parse_utc(written(time)) == time == read_instant(written(time)).time


def test_nbgrader_itself_reads_zones_wrongly_which_is_why():
    assert parse_utc(f"{SPRING} -0500") != read_instant(f"{SPRING} -0500").time
    assert parse_utc(f"{SUMMER} PDT") != read_instant(f"{SUMMER} PDT").time


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_every_offset_is_read_exactly(time, minutes):
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    text = f"{time:%Y-%m-%d %H:%M:%S.%f} {sign}{hours:02}{rest:02}"
    assert read_instant(text).time == time - timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "zone", ["XYZ", "+2500", "Mars/Olympus", "Europe/", "../../etc/passwd", "MESZ?", "x" * 99]
)
def test_an_unknown_zone_is_named_and_never_taken_for_utc(zone):
    found = read_instant(f"{SPRING} {zone}")
    assert found.time is None and zone[:20] in found.note
    assert "names no zone that is known: write its offset, as in +02:00" in found.note


@pytest.mark.parametrize("zone", ["IST", "CST", "BST", "PST", "AST"])
def test_a_zone_of_several_meanings_is_named_with_them(zone):
    found = read_instant(f"{SPRING} {zone}")
    assert found.time is None and "names a zone that means" in found.note and " or " in found.note


@pytest.mark.parametrize(
    "zone, home, hour",
    [("CST", "America/Chicago", 17), ("CST", "Asia/Shanghai", 3), ("PST", "America/Los_Angeles", 19)],
)
def test_unless_the_course_writes_its_times_in_one_of_them(zone, home, hour):
    assert read_instant(f"{SPRING} {zone}", home).time == datetime(2026, 3, 3, hour, 5)


def test_the_zone_of_the_course_decides_only_for_the_abbreviation_that_it_uses_then():
    assert read_instant(f"{SUMMER} PST", "America/Los_Angeles").time is None
    assert read_instant(f"{SPRING} CST", "nowhere at all").time is None
    assert read_instant("2026-11-01 01:30:00 CST", "America/Chicago").time == datetime(2026, 11, 1, 7, 30)


def test_a_time_that_the_clocks_showed_twice_says_which_is_taken():
    found = read_instant("2026-10-25 02:30:00 Europe/Berlin")
    assert found.time == datetime(2026, 10, 25, 0, 30) and "the earlier instant is taken" in found.note


@pytest.mark.parametrize(
    "text",
    ["", "noon", "10", "2026-13-41 10:00", "2026-03-01", "03/04/2026 11:05", "0001-01-01 00:00 +14:00"],
)
def test_what_is_no_day_with_a_time_is_no_time(text):
    assert read_instant(text).time is None and repr(text) in read_instant(text).note


@given(st.text(max_size=40) | st.from_regex(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \w+", fullmatch=True))
def test_no_text_is_an_accident(text):
    for found in (read_instant(text, "Europe/Berlin"), clock_instant(text)):
        assert found.note if found.time is None else found.time.tzinfo is None


def test_each_abbreviation_means_one_offset_in_the_tz_database_of_today():
    used = {}
    for place in available_timezones():
        for month in (1, 4, 7, 10):
            time = datetime(2026, month, 15, tzinfo=UTC).astimezone(ZoneInfo(place))
            used.setdefault(time.tzname().upper(), set()).add(time.utcoffset())
    for name, hours in instants._HOURS.items():
        assert used.get(name, {timedelta(hours=hours)}) == {timedelta(hours=hours)}, name
    several = {name for name, offsets in used.items() if len(offsets) > 1}
    assert several <= instants._AMBIGUOUS.keys()
    assert not instants._HOURS.keys() & instants._AMBIGUOUS.keys()


def test_a_time_of_a_systems_clock_is_read_in_its_zone_or_said_to_be_unknown():
    text = "2026-03-03-11-05-00"
    found = clock_instant(text, "America/New_York")
    assert found.time == datetime(2026, 3, 3, 16, 5) and found.zoned
    assert found.note == "its time names no zone, and was read in America/New_York"
    unknown = clock_instant(text)
    assert (unknown.zoned, unknown.note) == (False, NO_ZONE) and "--zone" in NO_ZONE
    assert clock_instant("2026-03-02-23-05-00").time < unknown.time, "which is newer can be told"
    assert clock_instant(f"{text} UTC", "Asia/Tokyo").time == datetime(2026, 3, 3, 11, 5)
    assert clock_instant(text, "Nowhere/Town").time is None
