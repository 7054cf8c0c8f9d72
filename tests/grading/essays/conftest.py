"""A class that has handed in essays, graded once."""

import pytest

from .handed_in import essay_course, hand_in_essays


@pytest.fixture(scope="session")
def essays(tmp_path_factory):
    course = essay_course(tmp_path_factory.mktemp("essays"))
    hand_in_essays(course)
    return course
