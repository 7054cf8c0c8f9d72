"""Who handed in is listed whatever a folder is called, and nobody is left out in silence."""

import os
import sys

import pytest

from ecotools.grading.course import Course

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="such names are there on Linux only")


@pytest.fixture
def course(tmp_path):
    for student in ("bola", "ada"):
        filled(tmp_path / "submitted" / student / "ps")
    return Course(tmp_path)


def filled(folder):
    """Make a folder with a file in it, as whoever hands in does."""
    folder.mkdir(parents=True)
    (folder / "ps.ipynb").write_text("")


def test_students_are_those_with_a_folder_of_the_assignment(course):
    filled(course.submitted / "chen" / "ps2")
    (course.submitted / "dana").mkdir()
    (course.submitted / "emil" / "ps").mkdir(parents=True)
    (course.submitted / "farah" / "ps").mkdir(parents=True)
    (course.submitted / "farah" / "ps" / "timestamp.txt").write_text("2026-03-01 12:00 UTC")
    (course.submitted / "notes.txt").write_text("")
    filled(course.submitted / ".collecting-x" / "ps")
    assert course.students("ps") == ["ada", "bola"], "an empty folder is a student without a hand-in"
    assert {"dana", "emil", "farah"} < set(course.everybody())
    assert Course(course.root / "nowhere").students("ps") == []


@only_linux
def test_a_name_that_is_not_utf8_is_listed_in_characters_that_can_be_written(course):
    filled(course.submitted / "cafe" / "ps")
    os.rename(course.submitted / "cafe", os.fsencode(course.submitted) + b"/caf\xe9")
    assert course.students("ps") == ["ada", "bola", "caf\\udce9"]


@only_linux
def test_a_folder_spelled_otherwise_and_a_link_are_listed_so_that_they_are_refused_by_name(course):
    (course.submitted / "chen" / "PS").mkdir(parents=True)
    (course.submitted / "dana").mkdir()
    (course.submitted / "dana" / "ps").symlink_to(course.root / "nowhere")
    (course.submitted / "emil").symlink_to(course.submitted / "ada")
    assert course.students("ps") == ["ada", "bola", "chen", "dana", "emil"]


def test_the_zone_of_a_course_is_nbgraders(course):
    file = course.root / "nbgrader_config.py"
    file.write_text("c = get_config()\n")
    assert Course(course.root).home_zone() == "UTC"
    file.write_text("c = get_config()\nc.Exchange.timezone = 'Asia/Shanghai'\n")
    assert Course(course.root).home_zone() == "Asia/Shanghai"
