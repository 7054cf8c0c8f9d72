"""A class with folders, names and times of all kinds: each odd one is named, and the others are graded."""

import csv
import os
import sys

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading import grade as grading
from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.export.grades import export_grades
from ecotools.grading.feedback import write_feedback
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook.status import status_table
from ecotools.grading.report import write_report

from .instant import Instant
from .tiny import NAME, make_course

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such folders are there on Linux only")
LATIN, LINK, COPIES, CASE = "caf\\udce9", "dana", "emil", "fay"
REFUSED = {
    LATIN: f"the name {LATIN} is not in UTF-8: rename the folder",
    LINK: "is a link: put the hand-in itself there, as a folder",
    COPIES: "hold different work: keep the one that counts under that name",
    CASE: "01-TINY is there instead of 01-tiny: rename it",
}
GRADED = {
    "ada": "2026-03-03 16:05:00",
    "bola": "2026-07-03 18:05:00",
    "chen": None,
    "gil": "2026-03-03 11:05:00",
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The graded course, and what came of its hand-ins by student."""
    course = make_course(tmp_path_factory.mktemp("odd") / "course")
    release_assignment(course, NAME)
    times = (
        "2026-03-03 11:05:00 -0500",
        "2026-07-03 11:05:00 PDT",
        "2026-07-03 11:05:00 XYZ",
        "2026-03-03 11:05:00",
    )
    for student, time in zip(GRADED, times, strict=True):
        (hand_in(course, NAME, student, "right") / "timestamp.txt").write_text(time)
    os.rename(hand_in(course, NAME, "cafe", "right").parent, os.fsencode(course.submitted) + b"/caf\xe9")
    (course.submitted / LINK).mkdir()
    (course.submitted / LINK / NAME).symlink_to(course.solutions / NAME)
    copied = hand_in(course, NAME, COPIES, "right")
    (copied / f"{NAME}.ipynb").rename(copied / f"Copy of {NAME}.ipynb")
    hand_in(course, NAME, COPIES, "wrong")
    folder = hand_in(course, NAME, CASE, "right")
    folder.rename(folder.with_name(NAME.upper()))
    work = hand_in(course, NAME, "gil", "right") / f"{NAME}.ipynb"
    work.rename(work.with_name(f"{NAME}__20260303110500.ipynb"))
    untouched = (course.exercises / NAME / work.name).read_bytes()
    work.write_bytes(untouched)
    (work.parent / "timestamp.txt").write_text(times[-1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grading.schedule, "pool", Instant().pool)
        return course, {one.student: one for one in grade_assignment(course, NAME)}


def test_each_odd_one_is_named_with_what_to_do_and_the_others_are_graded(graded):
    _, done = graded
    assert {student for student, one in done.items() if one.graded} == GRADED.keys()
    for student, why in REFUSED.items():
        assert why in done[student].error and done[student].error.isascii()


def test_the_gradebook_has_the_instants_and_none_where_it_is_not_known(graded):
    course, done = graded
    with course.gradebook() as gradebook:
        times = {one.student_id: one.timestamp for one in gradebook.assignment_submissions(NAME)}
    assert {student: time and str(time) for student, time in times.items()} == GRADED
    [said] = done["chen"].repairs
    assert said.startswith("timestamp.txt: '2026-07-03 11:05:00 XYZ' names no zone that is known: write its")
    assert said.endswith("; when it was handed in is not known")


def test_the_copy_that_holds_the_work_is_graded_and_it_is_said(graded):
    _, done = graded
    copy = f"{NAME}__20260303110500.ipynb"
    assert done["gil"].repairs == (
        f"{NAME}.ipynb was not graded: it holds no work; {copy} was",
        f"{copy} was graded as {NAME}.ipynb, whose cells it holds",
    )


def test_the_text_of_a_time_is_kept_as_it_came(graded):
    course, _ = graded
    assert (course.autograded / "ada" / NAME / "timestamp.txt").read_text() == "2026-03-03 11:05:00 -0500"


def test_status_shows_all_of_them(graded):
    table = status_table(graded[0], [NAME]).set_index("student")
    assert set(table.index) == GRADED.keys() | REFUSED.keys()
    assert table.loc["ada", "handed_in"] == "2026-03-03 16:05:00 UTC"
    assert table.loc["chen", "handed_in"] == "not known"
    for student, why in REFUSED.items():
        assert (
            table.loc[student, "state"].startswith("cannot be graded: ")
            and why in table.loc[student, "state"]
        )


def test_report_feedback_and_export_do_without_them_and_name_them(graded, tmp_path):
    course, done = graded
    _, page = write_report(course, [NAME], tmp_path / "report", done.values())
    assert LATIN in page.read_text(encoding="utf-8")
    pages = {one.student: one for one in write_feedback(course, [NAME])}
    assert {student for student, one in pages.items() if one.not_graded} == REFUSED.keys()
    export_grades(course, [NAME], "csv", tmp_path / "grades.csv")
    with (tmp_path / "grades.csv").open(encoding="utf-8", newline="") as file:
        notes = {row["student"]: row["note"] for row in csv.DictReader(file)}
    assert notes.keys() == GRADED.keys() | REFUSED.keys()
    assert {notes[student] for student in REFUSED} == {"not graded"}


@pytest.mark.parametrize("command", [["status"], ["export", "--format", "canvas", "--out", "{}/grades.csv"]])
def test_the_commands_print_them(graded, tmp_path, command):
    words = [word.format(tmp_path) for word in command]
    result = CliRunner().invoke(main, [*words, "--course", str(graded[0].root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert LATIN in result.output
