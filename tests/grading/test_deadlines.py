"""Due dates, more time and penalties: worked out from the marks, the same everywhere, without a run."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading import grade as grading
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.export.grades import grades
from ecotools.grading.formgrader.scores import FormgraderAPI
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook.deadlines import FILE, DeadlineError, Penalty, read_deadlines
from ecotools.grading.gradebook.marks import read_marks

from .commands import run_in as run
from .conftest import tiny  # noqa: F401 - a fixture
from .marked import in_berlin, mark, marked, not_late  # noqa: F401 - a fixture
from .tiny import NAME

DAY = 86400


@pytest.mark.parametrize(
    ("text", "seconds", "points"),
    [
        ("none", 9 * DAY, 0),
        ("2", 1, 2),
        ("15%", 9 * DAY, 3),
        ("1 per hour", 3601, 2),
        ("10% per day", DAY, 2),
        ("10% per day", DAY + 1, 4),
        ("10% per day, at most 50%", 99 * DAY, 10),
        ("1.5 per day, at most 4", 9 * DAY, 4),
    ],
)
def test_a_penalty_is_of_the_points_there_are_and_counts_what_has_begun(text, seconds, points):
    assert Penalty.read(text).points(seconds, 20) == points
    assert Penalty.read(text).points(0, 20) == 0


@given(st.floats(0, 1e7), st.floats(0, 1e7), st.sampled_from(["3", "1 per hour", "10% per day, at most 50%"]))
def test_later_never_costs_less(one, other, text):
    first, second = sorted((one, other))
    assert Penalty.read(text).points(first, 20) <= Penalty.read(text).points(second, 20)


@pytest.mark.parametrize(
    "text", ["", "a lot", "10 % a day", "-1", "10% per week", "10% per day, at least 50%"]
)
def test_another_penalty_is_refused_with_examples(text):
    with pytest.raises(DeadlineError, match="is no penalty; expected one like"):
        Penalty.read(text)


@pytest.fixture
def course(marked, tmp_path):  # noqa: F811
    """The marked class; Ada has 6.5 of 6 points, and nobody may run a hand-in."""
    return in_berlin(marked, tmp_path)


def handed_in(course, student="ada"):
    with course.gradebook() as gradebook:
        return gradebook.find_submission(NAME, student).timestamp


def of(course, student="ada"):
    return next(one for one in read_marks(course, NAME) if one.student == student)


def test_what_being_late_costs_is_the_same_everywhere_and_nothing_is_run_for_it(course, monkeypatch):
    monkeypatch.setattr(grading.schedule, "map_tasks", lambda *_: pytest.fail("something was run"))
    code, text = run(course, "due", NAME, "2026-02-28 18:00", "--penalty", "10% per day, at most 50%")
    assert code == 0 and "is due 2026-02-28 18:00 Europe/Berlin" in text and "handed in late: ada" in text
    ada = of(course)
    assert 0 < ada.penalty <= 3 and ada.score == 6.5 - ada.penalty
    (row,) = (row for row in json.loads(run(course, "status", "--json")[1]) if row["student"] == "ada")
    formgrader = FormgraderAPI(config=course.config()).get_submissions(NAME)
    (shown,) = (row for row in formgrader if row["student"] == "ada")
    assert row["score"] == shown["score"] == grades(course, NAME, ["ada"])["ada"].score == ada.score
    assert row["late"] > 0 and row["penalty"] == ada.penalty
    with course.gradebook() as gradebook:
        assert str(gradebook.find_assignment(NAME).duedate) == "2026-02-28 17:00:00", (
            "in UTC, for the formgrader"
        )

    mark(course, "ada", "01-q3", 0)
    assert of(course).raw == 5 and of(course).penalty == ada.penalty
    for cell in ("01-q1-check", "01-q2-check"):
        mark(course, "ada", cell, 0)
    assert of(course).penalty == 0, "nothing is left to take off"

    code, text = run(course, "due", NAME, "none")
    assert code == 0 and "has no due date" in text and read_deadlines(course.root) == {}
    assert {one.penalty for one in read_marks(course, NAME)} == {0}


def test_more_time_holds_for_one_student_also_before_they_hand_in(course):
    run(course, "due", NAME, "2026-02-28 18:00", "--penalty", "2")
    mark(course, "chen", "01-q3", 1)
    assert run(course, "extend", "ada", NAME, "2026-05-01 12:00 UTC")[0] == 0
    assert run(course, "extend", "zoe", NAME, "2026-05-01 12:00")[0] == 0
    assert of(course).penalty == 0 and of(course, "chen").penalty > 0
    with course.gradebook() as gradebook:
        assert gradebook.find_submission(NAME, "ada").extension.days > 50
    said = json.loads(run(course, "extend", "ada", NAME, "none", "--json")[1])
    assert list(said["deadline"]["extensions"]) == ["zoe"] and "ada" in said["hours_late"]
    assert of(course).penalty == 2


def test_within_the_grace_nobody_is_late_and_after_it_all_of_the_time_counts(course):
    time = f"{handed_in(course):%Y-%m-%d %H:%M} UTC"
    early = handed_in(course).replace(hour=0)
    minutes = int((handed_in(course) - early).total_seconds() // 60)
    run(course, "due", NAME, f"{early:%Y-%m-%d %H:%M} UTC", "--penalty", "1 per hour", "--grace", minutes + 1)
    assert of(course).penalty == 0, time
    run(course, "due", NAME, "--grace", minutes - 1)
    assert of(course).penalty == -(-minutes // 60) > 1 or of(course).penalty == of(course).raw


def test_where_the_time_is_not_known_nobody_is_late_and_every_place_says_so(course):
    run(course, "due", NAME, "2026-02-28 18:00", "--penalty", "2")
    with course.gradebook() as gradebook:
        gradebook.find_submission(NAME, "ada").timestamp = None
        gradebook.db.commit()
    (course.handed_in("ada", NAME) / "timestamp.txt").write_text("")
    assert of(course).penalty == 0 and of(course).late == 0
    code, text = run(course, "due", NAME)
    assert code == 0 and "1 count as in time, since it is not known when they handed in: ada" in text
    assert json.loads(run(course, "due", NAME, "--json")[1])["time_not_known"] == ["ada"]
    rows = {row["student"]: row for row in json.loads(run(course, "status", "--json")[1])}
    assert rows["ada"]["late"] is None and rows["ada"]["handed_in"] == "not known"
    assert rows["chen"]["late"] > 0
    assert run(course, "status")[1].count("not known") == 2, "the time, and how late"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")
def test_the_file_means_the_same_in_another_zone(course, monkeypatch):
    run(course, "due", NAME, "2026-02-28 18:00", "--penalty", "1 per hour")
    before = of(course)
    config = course.root / CONFIG
    config.write_text(config.read_text().replace("Europe/Berlin", "Asia/Tokyo"))
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert of(Course(course.root)) == before
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_hand_in_that_is_graded_later_has_its_penalty_at_once(course):
    run(course, "due", NAME, "2026-02-28 18:00", "--penalty", "2")
    not_late(course)
    (ada,) = grade_assignment(course, NAME, ["ada"], settings=grading.Settings(force=True))
    assert ada.after == 4.5


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["due", NAME, "tomorrow"], "'tomorrow' is no time of the form"),
        (["due", NAME, "2026-03-01 18:00", "--penalty", "much"], "'much' is no penalty"),
        (["due", "09-none", "2026-03-01 18:00"], "no assignment '09-none'"),
        (["extend", "ada", NAME, "2026-03-01 18:00"], "has no due date yet"),
    ],
)
def test_what_cannot_be_understood_changes_nothing_and_ends_with_1(course, words, says):
    code, text = run(course, *words)
    assert code == 1 and says in text and not (course.root / FILE).exists()


def test_a_file_that_cannot_be_read_is_named(course):
    (course.root / FILE).write_text(f"{NAME}: {{due: soon}}")
    with pytest.raises(DeadlineError, match=f"{FILE}: 'soon' is no time"):
        read_marks(course, NAME)
