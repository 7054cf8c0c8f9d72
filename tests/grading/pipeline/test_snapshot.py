"""What the gradebook says of an assignment, as plain data: nothing of a hand-in can change it."""

import pytest

from ecotools.grading.gradebook.registration import register
from ecotools.grading.pipeline import snapshot

from ..tiny import NAME, SHARE_CHECK, make_course


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("snapshot"))
    register(course, NAME)
    with course.gradebook() as gradebook:
        return snapshot.take(gradebook, NAME, course.solutions / NAME)[0]


def test_it_holds_the_named_cells_in_the_order_of_the_source(taken):
    assert taken.name == NAME and taken.kernelspec["name"] == "python3"
    assert [cell.name for cell in taken.cells] == [
        "01-q1",
        "01-q1-check",
        "01-q2",
        "01-q2-check",
        "01-q3",
    ]


def test_a_test_has_its_hidden_part_its_points_and_no_tags(taken):
    test = taken.cell("01-q1-check")
    assert test.test and test.locked and test.source == SHARE_CHECK and test.points == 2
    assert set(test.metadata()) == {"nbgrader"}
    assert test.metadata()["nbgrader"] | {"checksum": ""} == {
        "cell_type": "code",
        "checksum": "",
        "grade": True,
        "grade_id": "01-q1-check",
        "locked": True,
        "points": 2.0,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }


def test_an_answer_has_no_points_of_its_own_unless_a_person_gives_them(taken):
    assert "points" not in taken.cell("01-q1").metadata()["nbgrader"]
    written = taken.cell("01-q3")
    assert written.grade and written.solution and not written.test and written.points == 1
    assert taken.cell("01-q9") is None
