"""The course says once how long all of it takes, and what its notebooks say adds up to that."""

import re

import pytest

from ecotools.notebooks import lessons, read

from .course import LESSONS, SOLUTIONS

SENTENCE = re.compile(r"All (\w+) lessons take about (\d+) hours, and the assignments about as much again")
ASSIGNMENT = re.compile(r"(?:Plan on|takes) about (\d+ minutes|two hours)")
AS_MUCH_AGAIN = 0.8, 1.25  # the assignments, in times of the lessons


def opening(path):
    return read(path).cells[0].source


def assignment_minutes(path):
    said = ASSIGNMENT.search(opening(path))[1]
    return 120 if said == "two hours" else int(said.split()[0])


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_an_assignment_says_once_how_long_it_takes(path):
    said = len(ASSIGNMENT.findall(opening(path)))
    assert said == 1, (
        f"{path.name}: its first cell must say once how long it takes, as in 'takes about 90 minutes'"
    )


def test_the_first_lesson_says_how_long_the_whole_course_takes():
    said = SENTENCE.search(lessons.section(read(LESSONS[0]), "The road ahead"))
    minutes = sum(lessons.stated_minutes(read(path)) for path in LESSONS)
    again = sum(assignment_minutes(path) for path in SOLUTIONS) / minutes
    assert said[1] == {14: "fourteen", 15: "fifteen", 16: "sixteen"}[len(LESSONS)]
    assert int(said[2]) == round(minutes / 60), "the sentence on time in lesson 00 is out of date"
    assert AS_MUCH_AGAIN[0] <= again <= AS_MUCH_AGAIN[1]


def test_the_first_lesson_gives_its_assignment_the_time_that_this_states():
    said = re.search(r"It takes about (\d+) minutes", lessons.section(read(LESSONS[0]), "What next"))
    assert int(said[1]) == assignment_minutes(SOLUTIONS[0])
