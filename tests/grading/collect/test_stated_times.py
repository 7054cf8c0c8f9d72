"""A table beside a download says when each was handed in; who is not surely in it stays without a time."""

import json
from datetime import datetime

import pytest

from ecotools.grading.collect.stated_times import read_times, spoken_instant
from ecotools.grading.roster.people import RosterError, RosterPerson
from ecotools.grading.roster.roster_file import write_roster

from ..commands import run_in
from ..tiny import NAME, make_course
from .making import notebook, saved, understood, zipped

WORKSHEET = """\
Identifier,"Full name","Email address",Status,"Last modified (submission)","Last modified (grade)"
"Participant 7","Ada Lovelace",ada@x.org,Submitted,"Sunday, 1 March 2026, 6:05 PM",-
"Participant 8","Ada Lovelace",ada2@x.org,Submitted,"Monday, 2 March 2026, 12:10 AM",-
"Participant 9","Bo Ek",bo@x.org,"No submission",-,-
"""


def table(folder, text):
    file = folder / "times.csv"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "text",
    [
        "Sunday, 1 March 2026, 6:05 PM",
        "Sonntag, 1. März 2026, 18:05",
        "dimanche 1 mars 2026, 18:05",
        "domingo, 1 de marzo de 2026, 18:05",
        "1 March 2026, 18:05",
        "2026-03-01 18:05",
        "2026-03-01 17:05 UTC",
    ],
)
def test_a_time_is_read_as_moodle_writes_it_in_four_languages(text):
    assert spoken_instant(text, "Europe/Berlin").time == datetime(2026, 3, 1, 17, 5)


@pytest.mark.parametrize("text", ["1 Smarch 2026, 18:05", "31 February 2026, 18:05", "noon", "7", "Bo 1"])
def test_what_is_no_time_is_none(text):
    assert spoken_instant(text, "UTC").time is None


def test_midnight_and_noon_have_their_own_hours():
    assert spoken_instant("1 March 2026, 12:10 AM", "UTC").time.hour == 0
    assert spoken_instant("1 March 2026, 12:10 p.m.", "UTC").time.hour == 12


def test_numbers_come_first_and_a_shared_name_says_nothing(tmp_path):
    found = read_times(table(tmp_path, WORKSHEET), "Europe/Berlin", {})
    assert found.by_number == {"7": datetime(2026, 3, 1, 17, 5), "8": datetime(2026, 3, 1, 23, 10)}
    assert found.by_name == {} and found.by_student == {}
    people = [
        RosterPerson("ada", "Lovelace, Ada", "ada@x.org"),
        RosterPerson("ada2", "Lovelace, Ada", "ADA2@x.org"),
    ]
    found = read_times(table(tmp_path, WORKSHEET), "UTC", {one.student: one for one in people})
    assert set(found.by_student) == {"ada", "ada2"}


def test_moodles_number_is_not_that_of_another_system(tmp_path):
    [handin] = understood(
        saved(tmp_path, zipped({"eve_7_98_x.ipynb": notebook()})),
        tmp_path,
        times=read_times(table(tmp_path, WORKSHEET), "UTC", {}),
    ).handins
    assert handin.handed_in is None


@pytest.mark.parametrize(("zone", "text"), [("UTC", "Name,Grade\nAda,7\n"), ("", WORKSHEET)])
def test_a_table_without_times_or_whose_zone_nobody_says_is_refused(tmp_path, zone, text):
    with pytest.raises(RosterError, match="no column holds times such as") as error:
        read_times(table(tmp_path, text), zone, {})
    assert ("--zone" in str(error.value)) == (not zone)


def test_the_command_dates_what_a_download_does_not(tmp_path):
    course = make_course(tmp_path / "course")
    write_roster(
        course,
        [
            RosterPerson("ada", "Lovelace, Ada", "ada@x.org", participants=f"{NAME}=7"),
            RosterPerson("bo", "Ek, Bo"),
        ],
    )
    work = notebook(cells=["01-q1", "01-q2"])
    owners = ("Ada Lovelace_7", "Bo Ek_9")
    files = {f"{owner}_assignsubmission_file/{NAME}.ipynb": work for owner in owners}
    words = ["collect", saved(tmp_path, zipped(files)), "--times", table(tmp_path, WORKSHEET), "--json"]
    code, text = run_in(course, *words, "--zone", "Europe/Berlin")
    rows = {row["student"]: row for row in json.loads(text)["handins"]}
    assert code == 0 and rows["ada"]["handed_in"] == "2026-03-01 17:05:00 UTC"
    assert (rows["ada"]["clock"], rows["bo"]["handed_in"]) == ("table of times", None)
    stamp = course.handed_in("ada", NAME) / "timestamp.txt"
    assert stamp.read_text() == "2026-03-01 17:05:00.000000 UTC"
    assert run_in(course, *words)[0] == 1, "no zone is named"
