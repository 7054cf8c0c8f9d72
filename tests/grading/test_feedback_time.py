"""A page says whose it is, when it was due and came, what that cost, and what counts: in words."""

import html
import re
from datetime import datetime, timedelta

import pytest

from ecotools.grading.feedback.jobs import find_jobs
from ecotools.grading.feedback.lateness import in_zone, length, sentences
from ecotools.grading.feedback.page import make
from ecotools.grading.gradebook.deadlines import Due
from ecotools.grading.gradebook.marks import Mark, Marks
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import write_roster

from .commands import run_in
from .conftest import tiny  # noqa: F401 - a fixture
from .marked import in_berlin, marked  # noqa: F401 - a fixture
from .tiny import NAME

DUE = datetime(2026, 3, 1, 17, 0)
TAG = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL)


def said(came, late=0.0, penalty=0.0, score=10.0, due=None, waits=False):
    """Return what a page says of a hand-in that came ``came`` after it was due; None is not known."""
    cells = {"q1": Mark(score, 10.0), "q2": Mark(0.0, 2.0, waits)}
    time = None if came is None else DUE + came
    marks = Marks("ada", NAME, time, penalty, cells, late=late, due=due or Due(DUE, DUE, 15, "10% per day"))
    return " ".join(sentences(marks, "Europe/Berlin"))


def test_in_time_is_said_with_both_times_in_the_zone_of_the_course():
    assert said(timedelta(hours=-1)) == (
        "It was due 2026-03-01 18:00 (Europe/Berlin). "
        "You handed it in 2026-03-01 17:00 (Europe/Berlin), in time."
    )


def test_late_is_said_with_the_rule_and_what_is_left():
    assert said(timedelta(hours=26), 26 * 3600, 2.0).endswith(
        "20:00 (Europe/Berlin), 1 day 2 hours late. "
        "Taken off for that: 2 points (10% per day that has begun). "
        "10 points less 2 points are 8 points, which count."
    )
    assert said(timedelta(hours=2), 7200, 1.0, waits=True).endswith("are 9 points, which count so far.")


def test_grace_more_time_and_a_penalty_of_nothing_are_said():
    assert said(timedelta(minutes=9)).endswith("within the 15 minutes of grace.")
    more = Due(DUE, DUE + timedelta(days=7), 0, "10% per day")
    assert "You had another date: 2026-03-08 18:00" in said(timedelta(days=2), due=more)
    assert said(timedelta(days=2), due=more).endswith(", in time.")
    assert said(timedelta(days=2), 172800, due=Due(DUE, DUE, 0, "none")).endswith("late. That costs nothing.")
    assert said(timedelta(days=2), 172800, score=0.0).endswith("There are no points to take anything off.")


def test_where_the_time_is_not_known_nobody_is_late_and_it_is_said():
    assert said(None).endswith("It is not known when you handed it in, so it counts as in time.")
    assert sentences(Marks("ada", NAME), "UTC") == []
    assert sentences(Marks("ada", NAME, DUE), "UTC") == ["You handed it in 2026-03-01 17:00 (UTC)."]


def test_nbgraders_own_due_date_and_penalty_have_no_rule_to_name():
    text = said(timedelta(hours=2), 7200, 2.0, due=Due(DUE, DUE))
    assert "Taken off for that: 2 points. 10 points less" in text


@pytest.mark.parametrize("zone", ["Nowhere/Town", "", "../etc"])
def test_a_zone_that_there_is_not_is_utc(zone):
    assert in_zone(DUE, zone) == "2026-03-01 17:00 (UTC)"


def test_a_length_counts_minutes_that_have_begun():
    assert [length(seconds) for seconds in (1, 3600, 86399, 90061)] == [
        "1 minute",
        "1 hour",
        "1 day",
        "1 day 1 hour 2 minutes",
    ]


@pytest.fixture
def course(marked, tmp_path):  # noqa: F811
    return in_berlin(marked, tmp_path)


def pages(course):
    """Make the pages; return their words by student."""
    made = {job.student: make(job) for job in find_jobs(course, NAME, None, False)}
    assert not [page.error for page in made.values() if page.error]
    return {who: html.unescape(TAG.sub("", page.file.read_text())) for who, page in made.items()}


def test_the_page_has_names_titles_extra_credit_and_what_being_late_cost(course):
    write_roster(course, [RosterPerson("ada", "Lovelace, Ada <b>"), RosterPerson("hana", "Ono, Hana")])
    run_in(course, "due", NAME, "2026-02-28 18:00", "--penalty", "2")
    run_in(course, "extend", "ada", NAME, "2026-02-28 19:00")
    found = pages(course)
    ada = found["ada"]
    assert "For Ada <b> Lovelace. 0.5 of the points are extra credit." in ada
    assert "For Hana Ono." in found["hana"] and "For chen." in found["chen"]
    assert "Task 1 · A share (Score: 2.0 / 2.0): right" in ada
    assert "Task 3 · In your words (Score: 1.5 / 1.0, 0.5 of it extra credit)" in ada
    assert ada.count("Task 1 · A share: your answer") == 1
    assert "Task 1 · A share: check 01-q1-check" in ada and "Task 3 · In your words: your answer" in ada
    assert "It was due 2026-02-28 18:00 (Europe/Berlin). You had another date: 2026-02-28 19:00" in ada
    assert "Taken off for that: 2 points (2 points, however late)." in ada
    assert "6.5 points less 2 points are 4.5 points, which count." in ada
    assert "extra credit" not in found["chen"]
    run_in(course, "due", NAME, "none")
    assert "It was due" not in pages(course)["ada"], "another rule makes the page again"
