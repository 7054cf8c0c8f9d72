"""A released tiny course, made once: most tests only look at it."""

import os

import pytest

from ecotools.grading.authoring.release import release_assignment

from .tiny import NAME, make_course

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="answers are tried in forks of a process")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("tiny"))
    release_assignment(course, NAME)
    return course
