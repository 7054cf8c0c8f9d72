"""The page of the exercises says what each assignment asks for, and nothing of its solution."""

import re
import shutil
from pathlib import Path

import pytest

from ecotools.docs.chapters import chapters
from ecotools.docs.exercises import pages
from ecotools.grading.report.objectives import read_objectives

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def text():
    return pages(ROOT)["exercises.md"]


def test_every_task_of_every_assignment_is_there_with_its_points(text):
    rows = re.findall(r"^\| \d+ \| .+ \| ([\d.]+) \| .+ \| .+ \|$", text, re.MULTILINE)
    held = [task.points for chapter in chapters(ROOT) for task in chapter.assignment.tasks]
    assert list(map(float, rows)) == held


def test_every_task_shows_an_objective_of_the_course(text):
    for objective, tasks in read_objectives(ROOT).items():
        assert text.count(f"| {objective} |") == len(tasks)


def test_every_assignment_says_how_long_it_takes():
    assert all(chapter.assignment_minutes for chapter in chapters(ROOT))


def test_it_is_made_without_the_solutions(text, tmp_path):
    for name in ("course", "exercises"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "reports"))
    shutil.copy(ROOT / "objectives.yaml", tmp_path)
    assert pages(tmp_path)["exercises.md"] == text
