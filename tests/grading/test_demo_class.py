"""A made-up class: the same hand-ins every time, made of solutions and probes."""

import json
import shutil

import pytest

from ecotools.grading.course import CONFIG, Course, NoCourseError
from ecotools.grading.demo.demo_class import CLASS, hand_in, hand_in_class
from ecotools.notebooks import read

from .tiny import NAME


@pytest.fixture
def course(tiny, tmp_path):
    for folder in ("solutions", "exercises"):
        shutil.copytree(tiny.root / folder, tmp_path / folder)
    shutil.copy(tiny.root / CONFIG, tmp_path)
    return Course(tmp_path)


def cells(course, student):
    notebook = read(course.submitted / student / NAME / f"{NAME}.ipynb")
    return {
        cell.metadata.get("nbgrader", {}).get("grade_id", cell.id): cell.source for cell in notebook.cells
    }


def test_every_student_hands_in_every_assignment_and_again_the_same(course):
    assert hand_in_class(course, [NAME]) == len(CLASS) == len(course.students(NAME))
    first = {path: path.read_bytes() for path in course.submitted.rglob("*") if path.is_file()}
    hand_in_class(course, [NAME])
    assert {path: path.read_bytes() for path in first} == first


def test_hand_ins_are_what_their_kind_says(course):
    hand_in_class(course, [NAME])
    released = read(course.exercises / NAME / f"{NAME}.ipynb")
    stubs = {c.metadata.nbgrader.grade_id: c.source for c in released.cells if "nbgrader" in c.metadata}
    right = cells(course, "ada")
    assert "whole if whole" in right["01-q1"] and "SOLUTION" not in right["01-q1"]
    assert cells(course, "bola")["01-q1"] not in (right["01-q1"], stubs["01-q1"])
    half = cells(course, "dana")
    assert half["01-q1"] == right["01-q1"] and half["01-q2"] == stubs["01-q2"]
    assert cells(course, "emil").items() >= stubs.items()
    with pytest.raises(json.JSONDecodeError):
        json.loads((course.submitted / "hana" / NAME / f"{NAME}.ipynb").read_text())


def test_the_tests_in_a_hand_in_are_the_released_ones_and_the_name_is_the_students(course):
    hand_in(course, NAME, "ada", "right")
    mine = cells(course, "ada")
    assert "HIDDEN" not in "".join(mine.values()) and "3 / 8" not in mine["01-q1-check"]
    assert 'STUDENT_ID = "ada"' in mine.values()


def test_a_course_is_found_from_any_folder_in_it(course, tmp_path):
    assert Course.find(course.exercises / NAME).root == tmp_path.resolve()
    with pytest.raises(NoCourseError, match=r"not inside a course: no nbgrader_config\.py"):
        Course.find("/")
