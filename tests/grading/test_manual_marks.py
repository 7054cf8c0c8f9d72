"""What a person gave counts as long as it is for the same answer, everywhere alike; hand-ins really run."""

import shutil

import pytest

from ecotools import terminal
from ecotools.grading import notes
from ecotools.grading.export.grades import grades
from ecotools.grading.feedback import write_feedback
from ecotools.grading.grade import GradedHandIn, grade_assignment
from ecotools.grading.gradebook import results
from ecotools.grading.gradebook.marks import read_marks
from ecotools.grading.gradebook.status import status_table
from ecotools.grading.pipeline.manual_marks import EARLIER
from ecotools.notebooks import read, write

from .conftest import tiny  # noqa: F401 - a fixture
from .marked import copy_of, mark, marked, not_late  # noqa: F401 - a fixture
from .tiny import NAME

ESSAY = "The longest step, and here is why."


@pytest.fixture
def course(marked, tmp_path):  # noqa: F811
    """A copy of the marked class: Ada's essay has 1 of 1 point, 0.5 extra and a comment."""
    course = copy_of(marked, tmp_path)
    not_late(course)
    return course


def answer(course, student, cell, text):
    """Hand in again with another text in one cell."""
    file = course.submitted / student / NAME / f"{NAME}.ipynb"
    notebook = read(file)
    one = next(one for one in notebook.cells if one.metadata.get("nbgrader", {}).get("grade_id") == cell)
    one.source = text
    write(notebook, file)


def source(course, old, new, **meta):
    """Change the source of the assignment: a text, or what nbgrader's metadata of a cell says."""
    file = course.solutions / NAME / f"{NAME}.ipynb"
    notebook = read(file)
    for cell in notebook.cells:
        if meta and cell.metadata.get("nbgrader", {}).get("grade_id") == old:
            cell.metadata.nbgrader.update(meta)
        cell.source = cell.source.replace(old, new)
    write(notebook, file)


def everywhere(course, student="ada"):
    """Return the score in the status, the report, the feedback, the formgrader, and in an export."""
    status = status_table(course, [NAME]).set_index("student").loc[student]
    report = results.of_class(course, [NAME]).set_index("student").loc[student]
    (feedback,) = (one for one in read_marks(course, NAME) if one.student == student)
    (formgrader,) = (one for one in course.api().get_submissions(NAME) if one["student"] == student)
    export = grades(course, NAME, [student])[student].score
    assert (report["to_mark"] == 0) == (not formgrader["needs_manual_grade"]) == (export is not None)
    return [status["score"], report["score"], feedback.score, formgrader["score"], export]


def noted(course, cell, student="ada"):
    """Return what is noted as earlier in a cell of the graded notebook."""
    cells = read(course.autograded / student / NAME / f"{NAME}.ipynb").cells
    one = next(one for one in cells if one.metadata.get("nbgrader", {}).get("grade_id") == cell)
    return notes.note(one).get(EARLIER)


def test_a_mark_counts_after_a_changed_test_and_is_the_same_everywhere(course):
    assert everywhere(course) == [6.5] * 5
    source(course, "A share of nothing", "The share of nothing")
    (ada,) = grade_assignment(course, NAME, ["ada"])
    assert (ada.before, ada.after, ada.by_hand) == (6.5, 6.5, ()) and ada.why == ("the tests changed",)
    assert everywhere(course) == [6.5] * 5
    assert status_table(course, [NAME]).set_index("student").loc["ada", "state"] == "graded"


def test_a_mark_counts_after_the_graded_folder_was_deleted(course):
    shutil.rmtree(course.autograded / "ada")
    (ada,) = grade_assignment(course, NAME, ["ada"])
    assert ada.by_hand == () and ada.why == ("nothing says what its grade was made from",)
    assert everywhere(course) == [6.5] * 5


def test_a_mark_for_another_answer_waits_beside_the_new_one_until_a_person_decides(course):
    answer(course, "ada", "01-q3", ESSAY)
    (ada,) = grade_assignment(course, NAME, ["ada"])
    assert ada.by_hand == (
        "01-q3: the answer or its points changed since a person gave 1 of 1 and 0.5 extra; look at it again",
    )
    assert (ada.before, ada.after, ada.why) == (6.5, 5, ("its files changed",))
    earlier = noted(course, "01-q3")
    assert (
        earlier["answer"].startswith("The longest step, because") and earlier["comment"] == "Well *argued*."
    )
    write_feedback(course, [NAME], ["ada"], jobs=1)
    page = (course.feedback / "ada" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "On your earlier answer: Well" in page and "not yet / 1" in page
    state = status_table(course, [NAME]).set_index("student").loc["ada", "state"]
    assert state == "1 task to mark, 1 with a mark for an earlier answer"
    *ours, _, export = everywhere(course)
    assert ours == [5] * 3 and export is None, "it does not count"
    with course.gradebook() as gradebook:
        kept = gradebook.find_grade("01-q3", NAME, NAME, "ada")
        assert (kept.manual_score, kept.extra_credit) == (1, 0.5), "and it is not lost"

    source(course, "A share of nothing", "The share of nothing")
    (ada,) = grade_assignment(course, NAME, ["ada"])
    assert len(ada.by_hand) == 1 and noted(course, "01-q3") == earlier, "another run does not make it count"

    mark(course, "ada", "01-q3", 0.5)
    assert everywhere(course) == [5.5] * 5
    source(course, "The share of nothing", "A share of nothing")
    (ada,) = grade_assignment(course, NAME, ["ada"])
    assert ada.by_hand == () and everywhere(course) == [5.5] * 5 and noted(course, "01-q3") is None


def test_a_mark_counts_again_when_the_answer_it_was_given_for_comes_back(course):
    there = read(course.submitted / "ada" / NAME / f"{NAME}.ipynb").cells[-1].source
    for text, waits in ((ESSAY, 1), (there, 0)):
        answer(course, "ada", "01-q3", text)
        (ada,) = grade_assignment(course, NAME, ["ada"])
        assert len(ada.by_hand) == waits
    assert everywhere(course) == [6.5] * 5


def test_a_mark_waits_where_the_points_of_its_task_changed(course):
    source(course, "01-q3", "01-q3", points=2)
    source(course, "(1 point)", "(2 points)")
    (ada,) = grade_assignment(course, NAME, ["ada"])
    assert len(ada.by_hand) == 1 and noted(course, "01-q3")["points"] == 1


def test_points_that_a_person_gave_for_a_test_and_a_comment_on_code_stay_with_that_code(course):
    mark(course, "chen", "01-q1-check", 1.5)
    with course.gradebook() as gradebook:
        gradebook.find_comment("01-q1", NAME, NAME, "chen").manual_comment = "Nearly."
        gradebook.find_comment("01-q2", NAME, NAME, "chen").manual_comment = "No."
        gradebook.db.commit()
    mark(course, "chen", "01-q3", 1)
    score = everywhere(course, "chen")[0]
    answer(course, "chen", "01-q2", "lost = 7")
    (chen,) = grade_assignment(course, NAME, ["chen"])
    assert chen.by_hand == ("01-q2: the answer changed since a person commented on it",)
    assert everywhere(course, "chen")[0] == score, "q1 and q3 are as they were"
    answer(course, "chen", "01-q1", "def share(part, whole):\n    return 7")
    (chen,) = grade_assignment(course, NAME, ["chen"])
    assert sorted(text.partition(":")[0] for text in chen.by_hand) == ["01-q1", "01-q1-check", "01-q2"]


def test_after_a_run_it_is_said_who_changed_from_what_to_what_and_why(capsys):
    terminal.show_handins(
        [
            GradedHandIn(
                "ada", NAME, before=5, after=3.5, why=("the tests changed", "pandas was 2 and is 3")
            ),
            GradedHandIn("bola", NAME, before=5, after=5, why=("the tests changed",), by_hand=("q3: look",)),
            GradedHandIn("chen", NAME, before=4, after=4, why=("the tests changed",)),
            GradedHandIn("dana", NAME, unchanged=True, elsewhere="other packages: plotly"),
            GradedHandIn("emil", NAME),
        ]
    )
    said = " ".join(capsys.readouterr().out.split())
    assert "4 graded, 1 unchanged since before, 0 failed." in said
    changed = "Changed for ada, 01-tiny: from 5 to 3.5 points: the tests changed; pandas was 2 and is 3"
    assert changed in said and "Look at bola, 01-tiny: q3: look" in said
    assert "2 graded again, with the points of before: the tests changed" in said
    assert "1 unchanged since they were graded in another environment (other packages: plotly)" in said
