"""What is right for a learner comes from the reference and their STUDENT_ID, and from nothing they wrote."""

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.essays import right_numbers as module
from ecotools.grading.essays.right_numbers import KEPT, right_numbers
from ecotools.grading.essays.tasks import written_tasks
from ecotools.grading.pipeline.journal import folder_of
from tests.grading.tiny import NAME

from .handed_in import ASKED, MODEL


@pytest.fixture(scope="module")
def ben(essays):
    return right_numbers(essays, NAME, NAME, "ben")


def test_the_numbers_are_those_of_the_reference_for_this_learner(ben):
    assert ben["student_id"] == "ben"
    (number,) = ben["numbers"]
    assert (number["name"], number["right"]) == ("01-r2", "973000777"), "1000 + 3 - 30, for three letters"
    assert number["model"] == "979000777", "1000 + 9 - 30: the model answer is of your-name"
    assert "How many of them were lost?" in ben["numbers"][0]["asked"]
    assert ASKED not in ben["numbers"][0]["asked"], "as HTML"


def test_nothing_that_the_learner_wrote_has_run(ben):
    assert [one["task"] for one in ben["shown"]] == ["Task 2 · What is lost (3 points)"]
    assert "1003" in ben["shown"][0]["html"] and ">7<" not in ben["shown"][0]["html"] and not ben["stopped"]


def test_a_cell_that_the_learner_filled_with_numbers_of_their_own_is_not_shown_with_those_of_the_source(
    essays, ben
):
    assert ben["own"] == ["Task 3 · In your words (1 point)"]
    ada = right_numbers(essays, NAME, NAME, "ada")
    assert ada["own"] == [] and "[40, 2]" in ada["shown"][-1]["html"], "she left them as they were"


def test_the_id_is_the_one_that_the_judge_went_by(essays, monkeypatch):
    nothing = {"numbers": [], "shown": [], "with_readings": [], "stopped": ""}
    monkeypatch.setattr(module, "_known", lambda *asked: nothing)
    assert right_numbers(essays, NAME, NAME, "chloe")["student_id"] == "chloe"
    monkeypatch.setattr(module, "_graded", lambda *whose: {})
    assert right_numbers(essays, NAME, NAME, "ada")["student_id"] == "ada", "where nothing was noted"


def test_it_runs_once_for_each_learner(essays, ben, monkeypatch):
    monkeypatch.setattr(module, "EXECUTE", {})
    assert right_numbers(essays, NAME, NAME, "ben") == ben
    with pytest.raises(KeyError):
        right_numbers(essays, NAME, NAME, "chloe")


def test_nothing_of_it_reaches_a_student(essays, ben):
    assert [task.model for task in written_tasks(essays.assignment(NAME))] == [MODEL]
    assert (folder_of(essays.root) / KEPT / NAME / "ben" / f"{NAME}.json").is_file()
    made = CliRunner().invoke(main, ["feedback", NAME, "--course", str(essays.root), "-q"])
    assert made.exit_code == 0, made.output
    files = [
        *(file for top in (essays.feedback, essays.exercises) for file in top.rglob("*") if file.is_file()),
        *essays.autograded.rglob("*.ipynb"),
    ]
    assert len(files) >= 13
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert MODEL not in text and "973000777" not in text and "ecotools-right" not in text, file
