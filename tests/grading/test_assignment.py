"""An assignment taken apart, and what is wrong with how it is built."""

import pytest

from ecotools.grading.assignment import HIDDEN, SOLUTION, Assignment, AssignmentError, signatures
from ecotools.grading.authoring.structure import problems

from .tiny import LOST, LOST_CHECK, NAME, SHARE, SHARE_CHECK, cells, graded, make_course


def test_tasks_are_headings_with_their_points_and_cells(tiny):
    assignment = tiny.assignment(NAME)
    assert [(t.name, t.points, t.stated_points, t.computed) for t in assignment.tasks] == [
        ("01-q1", 2, 2, True),
        ("01-q2", 3, 3, True),
        ("01-q3", 1, 1, False),
    ]
    assert assignment.points == 6
    assert [cell.kind for cell in assignment.task("01-q1").cells] == ["text", "solution", "check"]


def test_marks_divide_a_cell_into_what_is_shown_and_what_is_not(tiny):
    solution, check = tiny.assignment(NAME).task("01-q1").of_kind("solution", "check")
    assert solution.lines(SOLUTION) == ['    return part / whole if whole else float("nan")']
    assert "return part" not in solution.without(SOLUTION)
    assert len(check.lines(HIDDEN)) == 2 and "0.25" in check.without(HIDDEN)


def test_an_unknown_assignment_or_task_is_refused_with_what_there_is(tiny):
    with pytest.raises(AssignmentError, match="there are: 01-tiny"):
        tiny.assignment("02-other")
    with pytest.raises(AssignmentError, match="01-q1, 01-q2, 01-q3"):
        tiny.assignment(NAME).task("01-q9")
    with pytest.raises(AssignmentError, match="expected a notebook named course"):
        Assignment.read(tiny.root / "course")


def test_signatures_are_functions_with_arguments_and_names():
    assert signatures("class A: pass\nx: int = 1\na, b = 1, 2") == {"A": "class", "x": "", "a": "", "b": ""}


def test_a_sound_assignment_has_no_findings(tiny):
    assert problems(tiny.assignment(NAME)) == []


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        ({"share": SHARE.replace("### END SOLUTION", "")}, "cell 5 (01-q1): BEGIN SOLUTION without END"),
        ({"share": SHARE.replace("### BEGIN SOLUTION", "")}, "END SOLUTION without BEGIN"),
        ({"share": "### BEGIN SOLUTION\n" + SHARE}, "BEGIN SOLUTION inside BEGIN SOLUTION"),
        ({"setup": SHARE}, "BEGIN SOLUTION stands in a code cell"),
        ({"lost": LOST + "\n### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS"}, "stands in a solution cell"),
        ({"share_check": SHARE_CHECK.replace("points=2", "points=3")}, "points=3) in cell 01-q1-check"),
        ({"share_check": SHARE_CHECK.replace("01-q1", "01-q7")}, "check('01-q7', …) in cell 01-q1-check"),
        ({"share_check": "assert share(1, 2) == 0.5"}, "calls no check(…)"),
        ({"lost_check": LOST_CHECK + "\nlost > 1"}, "ends with an expression"),
        ({"text1": "## Task 1 · A share (5 points)"}, "heading says 5 points, its cells give 2"),
        ({"text1": "## Task 1 · A share"}, "heading says no points; expected 'Task 1 · A share (2 points)'"),
        ({"setup": "%matplotlib inline"}, "not plain Python (line 1"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_cell(tmp_path, changed, finding):
    course = make_course(tmp_path, **changed)
    found = "\n".join(problems(course.assignment(NAME)))
    assert finding in found and f"{NAME}.ipynb" in found


def test_repeated_ids_missing_points_and_stray_solutions_are_named(tmp_path):
    from ecotools.notebooks import new, write

    made = cells()
    made["lost_check"] = ("code", LOST_CHECK, graded("01-q1-check", "check", 0))
    made["variant"] = ("code", "x = 1", graded("01-q0", "solution"))
    write(new(made.values()), tmp_path / "01.ipynb")
    found = "\n".join(problems(Assignment.read(tmp_path / "01.ipynb")))
    assert "(01-q1-check): the same grade_id as cell 6" in found
    assert "a graded cell without points" in found
    assert "(01-q0): a solution cell that belongs to no graded task" in found


def test_a_notebook_without_tasks_is_named(tmp_path):
    from ecotools.notebooks import new, write

    write(new(["# Nothing"]), tmp_path / "01.ipynb")
    assert "no task" in problems(Assignment.read(tmp_path / "01.ipynb"))[0]
