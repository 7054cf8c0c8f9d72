"""What the site is built from: links as they are there, and lessons executed only where they have changed."""

import doctest
import os
from types import SimpleNamespace

import pytest

from docs.site import build, front_page, navigation, places
from ecotools.docs.chapters import chapters
from tests.notebooks.course import LESSONS, ROOT


@pytest.mark.parametrize("module", [places, front_page, navigation], ids=lambda module: module.__name__)
def test_the_examples_hold(module):
    tried = doctest.testmod(module)
    assert tried.attempted and not tried.failed


def test_a_link_of_a_page_in_a_folder_is_seen_from_there():
    moved = places.BESIDE | {"exercises/a/a.ipynb": "exercises.md#a"}
    text = "[a](../../course/01-a.ipynb), [b](../../exercises/a/a.ipynb), [c](../../README.md), ![](x.svg)"
    there = "[a](../course/01-a.ipynb), [b](../exercises.md#a), [c](../index.md), ![](x.svg)"
    assert places.relinked(text, "docs/how-to/add.md", moved) == there


def test_links_elsewhere_and_within_a_page_stay():
    text = "[a](https://example.org/a.md), [b](#b), [c](mailto:c@example.org)"
    assert places.relinked(text, "docs/a.md") == text


@pytest.fixture
def executions(monkeypatch):
    """What would be executed, and the errors that executing brings."""
    seen = SimpleNamespace(paths=[], errors={})

    def execute_all(paths, folder, jobs):
        seen.paths = list(paths)
        errors = [seen.errors.get(path.stem, "") for path in paths]
        return [SimpleNamespace(ok=not error, error=error) for error in errors]

    monkeypatch.setattr(build, "execute_all", execute_all)
    return seen


def test_only_lessons_that_are_older_than_what_they_come_from_are_executed(executions, tmp_path):
    for path in LESSONS:
        (tmp_path / path.name).touch()
    os.utime(tmp_path / LESSONS[3].name, (0, 0))
    assert build.executed_lessons(tmp_path) == [tmp_path / path.name for path in LESSONS]
    assert executions.paths == [LESSONS[3]]


def test_a_lesson_that_does_not_run_is_named_and_there_is_no_site(executions, tmp_path):
    executions.errors["02-journey-mapping"] = "02-journey-mapping.ipynb, cell 7 (toy): KeyError"
    with pytest.raises(RuntimeError, match=r"do not run:\n02-journey-mapping.ipynb, cell 7"):
        build.executed_lessons(tmp_path)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.md").write_text("two years of work")
    with pytest.raises(FileExistsError, match="holds no site: name a new or an empty folder"):
        build.build(tmp_path / "pages", tmp_path)
    assert (tmp_path / "thesis.md").read_text() == "two years of work"


def test_exercises_are_told_where_the_page_of_exercises_has_them():
    page = (ROOT / "docs" / "exercises.md").read_text(encoding="utf-8")
    assert all(f"(#{build.exercise_place(one).partition('#')[2]})" in page for one in chapters(ROOT))
