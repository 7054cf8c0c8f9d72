"""The learner's whole blueprint: read, copied beside the assignment, filled up from the example."""

import os

import pytest

from ecotools.blueprint import Blueprint, BlueprintError
from ecotools.learn import add_to_blueprint, complete_blueprint, own_blueprint


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course folder with the capstone in it, where the notebook runs."""
    folder = tmp_path / "exercises" / "13-capstone"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("ECOTOOLS_BLUEPRINT", raising=False)
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(tmp_path / "progress.json"))
    return tmp_path


def test_it_is_read_from_the_course_and_copied_beside_the_notebook(course):
    add_to_blueprint("audience", "who: Writers")
    assert own_blueprint().audience.who == "Writers"
    copy = course / "exercises" / "13-capstone" / "my-blueprint.yaml"
    assert copy.read_bytes() == (course / "my-blueprint.yaml").read_bytes()


def test_a_later_change_goes_into_the_copy(course):
    add_to_blueprint("audience", "who: Writers")
    own_blueprint()
    add_to_blueprint("audience", "who: Bakers")
    own_blueprint()
    assert Blueprint.read("my-blueprint.yaml").audience.who == "Bakers"


def test_a_copy_that_was_changed_since_is_kept_and_named(course, capsys):
    add_to_blueprint("audience", "who: Writers")
    own_blueprint()
    copy = course / "exercises" / "13-capstone" / "my-blueprint.yaml"
    copy.write_text("name: Changed here\n")
    later = (course / "my-blueprint.yaml").stat().st_mtime + 60
    os.utime(copy, (later, later))
    assert own_blueprint().audience.who == "Writers"
    assert copy.read_text() == "name: Changed here\n"
    assert "is newer than" in capsys.readouterr().out


def test_a_lesson_gets_no_copy(course, monkeypatch):
    add_to_blueprint("audience", "who: Writers")
    lessons = course / "course"
    lessons.mkdir()
    monkeypatch.chdir(lessons)
    own_blueprint()
    assert list(lessons.iterdir()) == []


def test_while_grading_it_is_the_file_that_was_handed_in(course, monkeypatch):
    (course / "my-blueprint.yaml").write_text("name: The instructor's\n")
    (course / "exercises" / "13-capstone" / "my-blueprint.yaml").write_text("name: Handed in\n")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert own_blueprint().name == "Handed in"


def test_without_a_file_it_says_how_to_get_one(course):
    with pytest.raises(FileNotFoundError, match="complete_blueprint"):
        own_blueprint()


def test_filling_up_starts_from_nothing_and_names_what_it_added(course, capsys):
    complete_blueprint()
    assert own_blueprint().name == "Second Octave"
    assert "added name, " in capsys.readouterr().out
    complete_blueprint()
    assert "nothing is missing" in capsys.readouterr().out


def test_filling_up_keeps_the_learners_bytes_and_the_file_as_it_was(course):
    mine = "# mine\nname: Loaf Lab\naudience:\n  who: Home bakers   # all of them\n"
    file = course / "my-blueprint.yaml"
    file.write_text(mine)
    complete_blueprint()
    assert file.read_text().startswith(mine)
    assert file.with_name("my-blueprint.yaml.bak").read_text() == mine


def test_a_file_that_is_no_blueprint_is_left_as_it_is(course):
    file = course / "my-blueprint.yaml"
    file.write_text("nmae: x\n")
    with pytest.raises(BlueprintError, match="nmae"):
        complete_blueprint()
    assert file.read_text() == "nmae: x\n"


def test_nothing_is_written_while_grading(course, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    complete_blueprint()
    assert not (course / "my-blueprint.yaml").exists()
