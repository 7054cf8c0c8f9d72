"""An exercise in JupyterLab: untouched, wrong and right, with Validate agreeing each time."""

import pytest

from ecotools.notebooks.canonical import read
from tests.browser import axe
from tests.browser.lab import ROOT, Notebook

NAME = "00-start-here"
WRITTEN = "00-q6"  # the task that a person marks
LATER = "00-q4"  # the task with a value that is judged when the work is graded
WRONG = """def average_order_value(revenue, orders):
    return 0 if orders == 0 else revenue / orders"""


@pytest.fixture(scope="module")
def exercise(browser, student_lab):
    notebook = Notebook(browser.new_page(), student_lab, f"exercises/{NAME}/{NAME}.ipynb")
    notebook.run_all()
    yield notebook
    notebook.close()


def verdicts(notebook) -> dict[str, str]:
    """Return the words below each cell that gives points."""
    graded = [cell["id"] for cell in notebook.cells() if cell["id"].endswith("-check")]
    return {cell_id: notebook.shown(cell_id) for cell_id in graded}


def solutions() -> dict[str, str]:
    """Return the source of each solved cell, by its id."""
    solved = read(ROOT / "solutions" / NAME / f"{NAME}.ipynb")
    code = [cell for cell in solved.cells if cell.cell_type == "code"]
    return {cell.id: cell.source for cell in code if cell.metadata.get("nbgrader", {}).get("solution")}


def test_untouched_every_check_says_not_attempted_and_validate_does_not_pass(exercise):
    assert [name for name, said in verdicts(exercise).items() if "not attempted" not in said] == []
    assert "Success" not in exercise.validate()


def test_a_wrong_answer_gets_a_message_without_a_traceback_and_validate_does_not_pass(exercise):
    exercise.write("00-q1", WRONG)
    exercise.run("00-q1")
    said = exercise.run("00-q1-check")
    assert "not right yet" in said
    assert "average_order_value(0, 0)" in said and "nan" in said.lower()
    assert "Traceback" not in said
    assert "Success" not in exercise.validate()


def test_a_message_is_as_readable_as_the_rest(exercise):
    assert axe.violations(exercise.page, [axe.OUTPUTS]) == []


def test_right_answers_show_success_and_validate_agrees(exercise):
    for cell_id, source in solutions().items():
        exercise.write(cell_id, source)
    exercise.write(WRITTEN, "I would sell headline reviews to freelancers, because they ask me for them.")
    exercise.run_all()
    found = verdicts(exercise)
    assert f"✓ {LATER} the form is right" in found.pop(f"{LATER}-check")
    assert [
        said for name, said in found.items() if f"✓ {name.removesuffix('-check')} right" not in said
    ] == []
    assert "Success! Your notebook passes all the tests." in exercise.validate()
    assert exercise.complaints == []
