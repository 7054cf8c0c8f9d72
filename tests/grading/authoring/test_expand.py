"""From a description to the check that students get, its hidden tests, and the proof of both."""

import json

import pytest

from ecotools.grading.authoring.expand import expand
from ecotools.grading.authoring.proof import prove_assignment, too_few_probes
from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.authoring.tasks import TaskError
from ecotools.notebooks import read

from ..conftest import needs_fork
from .described import LOST, NAME, TASKS, make_course


def expanded(course):
    folder = course.solutions / NAME
    return expand(read(folder / f"{NAME}.ipynb"), folder)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    made = make_course(tmp_path_factory.mktemp("described"))
    release_assignment(made, NAME)
    return made


@pytest.fixture(scope="module")
def released(course):
    return (course.exercises / NAME / f"{NAME}.ipynb").read_text()


def check_of(course, task):
    return next(
        cell.source
        for cell in expanded(course).cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == f"{task}-check"
    )


def test_the_check_holds_the_examples_with_what_each_slip_gives(course):
    text = check_of(course, "01-q1")
    visible = text[: text.index("### BEGIN HIDDEN TESTS")]
    assert text.startswith("# Check: run this cell to see whether your answer is right\n")
    assert 'with check("01-q1", "share", points=3, right="Keep the counts beside it.") as expect:' in visible
    assert '"share(1, 4)"' in visible and "0.25" in visible and "(25.0, " in visible and "(4.0, " in visible
    assert "Do not round" not in visible


def test_a_value_that_only_hidden_tests_judge_has_a_form(course):
    assert 'expect.form(lowest, 0.0, of="lowest")' in check_of(course, "01-q3")


def test_the_hidden_part_has_the_reference_and_the_earlier_solutions_that_it_reads(course):
    hidden = check_of(course, "01-q2").partition("### BEGIN HIDDEN TESTS")[2]
    assert "def share" in hidden and "def lost" in hidden and "BEGIN SOLUTION" not in hidden
    assert "def lost" not in check_of(course, "01-q1")


def test_the_release_leaks_no_slip_no_form_and_no_hidden_case(released):
    for secret in (
        "8129",
        "share(3, 7)",
        "77, 800",
        "share(0, 7)",
        "round(part",
        "whole / part",
        "part * whole",
        "first, *_, last",
        "min(prices)",
        "sorted(prices)",
        "HIDDEN",
        "reference=",
        "expect.same",
        "graded(",
    ):
        assert secret not in released
    assert not (json.loads(released)["cells"][4].get("outputs"))


def test_the_release_holds_the_examples_and_their_sentences(released):
    assert "share(1, 4)" in released and "A share is a fraction, not a percent." in released


@needs_fork
def test_a_described_task_is_proven(course):
    proof = prove_assignment(course, NAME, parts=("reference", "untouched", "probes"))
    assert proof.findings() == [] and too_few_probes(proof.assignment, proof.known) == []
    assert len(proof.probes) == 15


MISTAKES = {
    "a wrong example": (
        '"0.25"',
        '"0.26"',
        r"01-q1: the example share\(1, 4\) is said to be 0.26,.* gives 0.25",
    ),
    "an example that is an error": ('"0.25"', '"1 / 0"', "01-q1: the example"),
    "a slip that never applies": (
        'slip("part / whole", "whole / part"',
        'slip("nothing", "whole / part"',
        "01-q1: the edit of 'nothing' applies 0 times",
    ),
    "a slip that applies twice": (
        'slip("part / whole", "whole / part"',
        'slip("whole", "part"',
        "applies 2 times",
    ),
    "a slip that no example shows": (
        '"whole / part", says',
        '"part / whole + 0", says',
        "no example tells it",
    ),
    "two slips alike": ('"whole / part", says', '"part * 100 / whole", says', "no example tells it"),
    "no hidden case": ('hidden=["lowest"]', "hidden=[]", "01-q3: give at least one hidden case"),
    "an unknown task": ('"01-q3", points', '"01-q9", points', "no task '01-q3'; it has 01-q1, 01-q2, 01-q9"),
    "a form that never applies": (
        'form("stars", "min(prices)"',
        'form("stars", "max(prices)"',
        "applies 0 times",
    ),
    "a slip that is no Python": ('"whole / part", says', '"whole /", says', "SyntaxError"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_the_file_and_the_task(tmp_path, name):
    old, new, words = MISTAKES[name]
    assert TASKS.count(old) == 1
    course = make_course(tmp_path, TASKS.replace(old, new))
    with pytest.raises(TaskError, match=words) as error:
        release_assignment(course, NAME)
    assert "tasks.py" in str(error.value)


def test_a_hidden_case_that_the_reference_cannot_do_is_named(tmp_path):
    course = make_course(tmp_path, TASKS.replace("lost(prices)", "lost(prizes)"))
    with pytest.raises(TaskError, match=r"01-q2.*lost\(prizes\)"):
        release_assignment(course, NAME)


def test_a_notebook_without_described_tasks_stays_as_it_is(tiny):
    notebook = read(tiny.solutions / "01-tiny" / "01-tiny.ipynb")
    assert expand(notebook, tiny.solutions / "01-tiny") is notebook


def test_a_solution_without_marks_is_read_too(tmp_path):
    plain = "\n".join(line for line in LOST.split("\n") if "###" not in line)
    assert "def lost" in check_of(make_course(tmp_path, q2=plain), "01-q2")
