"""nbgrader agrees with the proofs: a hand-in of the reference gets all points, an untouched one none."""

import shutil

import pytest

from ecotools.grading.course import CONFIG, Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook import results
from ecotools.outcomes import NOT_ATTEMPTED, RIGHT, TO_MARK

from .course import ASSIGNMENTS, COURSE


@pytest.mark.parametrize("name", ASSIGNMENTS[1:2])
def test_nbgrader_gives_the_reference_full_points_and_the_stub_none(name, tmp_path):
    for folder in ("solutions", "exercises"):
        shutil.copytree(COURSE.root / folder / name, tmp_path / folder / name)
    shutil.copy(COURSE.root / CONFIG, tmp_path)
    course = Course(tmp_path)
    hand_in(course, name, "ada", "right")
    hand_in(course, name, "emil", "untouched")

    handins = grade_assignment(course, name)

    assert [(handin.student, handin.error) for handin in handins] == [("ada", ""), ("emil", "")]
    table = results.tasks(course, name).set_index("student")
    ada, emil = table.loc["ada"], table.loc["emil"]
    assert set(ada["outcome"]) == {RIGHT, TO_MARK}
    computed = ada["outcome"] == RIGHT
    assert (ada["score"] == ada["points"])[computed].all()
    assert set(emil["outcome"]) == {NOT_ATTEMPTED} and emil["score"].sum() == 0
