"""The catalogue of the course, its badges and the panel, on a course of two modules."""

import datetime
import json

import pytest

from ecotools.learn import progress
from ecotools.learn.badges import BADGES, new_badges
from ecotools.learn.catalogue import course
from ecotools.learn.history import add, record
from ecotools.learn.outcomes import Outcome
from ecotools.learn.store import empty
from ecotools.outcomes import RIGHT, WRONG
from tests.learn.test_card import texts


def cell(kind, source, **graded):
    meta = {"nbgrader": graded} if graded else {}
    return {"cell_type": kind, "source": source.splitlines(keepends=True), "metadata": meta}


def check(task, points):
    source = f'with check("{task}", "x", points={points}) as expect:\n    pass'
    return cell("code", source, grade=True, solution=False, grade_id=f"{task}-check", points=points)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(tmp_path / "progress.json"))
    monkeypatch.chdir(tmp_path)
    lesson = [
        cell("markdown", "# Journey mapping: where do the people go?"),
        cell("markdown", "### Your turn: the overall rate"),
        cell("code", "with check('02-t1', 'rate') as expect:\n    pass"),
        cell("code", "with check(\n    '02-t2', 'rate'\n) as expect:\n    pass"),
    ]
    tasks = [
        cell("markdown", "# Journey mapping: assignment"),
        cell("markdown", "Words\n\n## Task 1 · Find the gaps (3 points)\n\nMore."),
        check("02-q1", 3),
        cell("markdown", "## Task 2 · Check the claim <1 point> (1 point)"),
        check("02-q2", 1),
        cell("markdown", "## Task 3 · In your words (2 points)"),
        cell("markdown", "Write.", grade=True, solution=True, grade_id="02-q3", points=2),
    ]
    write(tmp_path / "course" / "02-journey.ipynb", lesson)
    write(tmp_path / "exercises" / "02-journey" / "02-journey.ipynb", tasks)
    write(tmp_path / "exercises" / "04-pricing" / "04-pricing.ipynb", [check("04-q1", 5)])
    write(tmp_path / "course" / "notes.ipynb", lesson)
    return tmp_path


def write(path, cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))


def test_the_catalogue_comes_from_the_notebooks(folder):
    journey, pricing = course(folder)
    assert (journey.number, journey.title) == ("02", "Journey mapping")
    assert [(task.id, task.kind, task.points) for task in journey.tasks] == [
        ("02-t1", "try", None),
        ("02-t2", "try", None),
        ("02-q1", "task", 3),
        ("02-q2", "task", 1),
        ("02-q3", "written", 2),
    ]
    assert journey.tasks[2].title == "Task 1 · Find the gaps"
    assert journey.tasks[0].title == "Your turn: the overall rate"
    assert pricing.title == "pricing"


def test_a_new_version_of_a_notebook_is_noticed_and_a_broken_one_left_out(folder):
    assert len(course(folder)) == 2
    path = folder / "exercises" / "04-pricing" / "04-pricing.ipynb"
    path.write_text("not a notebook")
    assert course(folder)[1].tasks == ()


def test_a_folder_without_notebooks_has_no_modules(tmp_path):
    assert course(tmp_path) == ()


def test_the_panel_counts_what_is_right_module_by_module(folder):
    record(Outcome("02-t1", RIGHT))
    record(Outcome("02-q1", RIGHT, 3))
    record(Outcome("02-q2", WRONG, 1))
    panel = progress()
    assert (panel.points, panel.points_all, panel.streak) == (3, 11, 1)
    row = panel.modules.set_index("module").loc["02"]
    assert row[["tries_right", "tries_all", "tasks_right", "tasks_all", "points"]].tolist() == [1, 2, 1, 2, 3]
    status = panel.table.set_index("task")["status"]
    assert status.to_dict() == {
        "02-t1": "right",
        "02-t2": "to do",
        "02-q1": "right",
        "02-q2": "not right yet",
        "02-q3": "marked by a person",
        "04-q1": "to do",
    }


def test_the_panel_reads_the_same_in_words_and_in_html(folder):
    record(Outcome("02-q1", RIGHT, 3))
    panel = progress()
    words, page = repr(panel), panel._repr_html_()
    assert "Your progress: 3 of 11 points so far, 1 day in a row" in words
    assert "Your progress: 3 of 11 points so far, 1 day in a row" in texts(page)
    assert "First points" in words
    assert "First points" in texts(page)
    assert page.count("scope='row'") == 2
    assert page.count("scope='col'") == 4
    assert "<caption" in page
    assert "aria-label='Your progress'" in page
    assert "<script" not in page


def test_work_on_a_task_that_no_notebook_has_is_shown_too(folder):
    record(Outcome("07-q1", RIGHT, 2))
    assert progress().modules["module"].tolist() == ["02", "04", "07"]
    assert progress().points == 2


def earned(folder, events, days=()):
    data = empty()
    for task, kind, points in events:
        add(data, Outcome(task, kind, points), datetime.datetime(2026, 3, 1, 12))
    data["days"] = list(days) or data["days"]
    return new_badges(data, course(folder))


def test_badges_are_for_milestones(folder):
    assert earned(folder, []) == []
    assert earned(folder, [("02-t1", WRONG, None)]) == []
    assert earned(folder, [("02-t1", RIGHT, None)]) == ["first-right"]
    assert earned(folder, [("02-q1", RIGHT, 3)]) == ["first-right", "first-points"]
    assert earned(folder, [("02-q1", WRONG, 3)] * 3 + [("02-q1", RIGHT, 3)])[-1] == "got-up-again"
    assert "got-up-again" not in earned(folder, [("02-q1", WRONG, 3)] * 2 + [("02-q1", RIGHT, 3)])
    assert earned(folder, [("02-q2", RIGHT, 1)])[-1] == "claim-checked"
    assert earned(folder, [("02-t1", RIGHT, None), ("02-t2", RIGHT, None)])[-1] == "lesson"
    both = [("02-q1", RIGHT, 3), ("02-q2", RIGHT, 1)]
    assert earned(folder, both)[-1] == "module"
    assert earned(folder, [*both, ("04-q1", RIGHT, 5)])[-1] == "course"
    week = [f"2026-03-{day:02d}" for day in range(1, 8)]
    assert earned(folder, [], week) == ["week"]
    assert earned(folder, [], [*week[:3], *week[4:]]) == []


def test_a_badge_is_told_once_and_kept(folder):
    assert "New badge: First right answer" in record(Outcome("02-q1", RIGHT, 3))[0]
    assert record(Outcome("02-q1", RIGHT, 3)) == []
    record(Outcome("02-q1", WRONG, 3))
    assert list(progress().badges) == ["first-right", "first-points"]


def test_every_badge_says_what_it_is_for():
    assert all(badge.title and badge.meaning.endswith(".") for badge in BADGES.values())
