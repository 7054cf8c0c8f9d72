"""Answers tried without a kernel get the verdicts they would get from nbgrader."""

import sys

import pytest

from ecotools.grading.assignment import AssignmentCell
from ecotools.grading.authoring.trial import Namespace, attempt, judge, message_of, play
from tests.grading.tiny import NAME


@pytest.fixture
def namespace(monkeypatch):
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])  # put back afterwards
    return Namespace()


def code(source, kind="code", name="cell", points=0.0):
    return AssignmentCell(0, kind, name, source, points)


def verdict(namespace, source):
    cell = code(source, "check", "01-q1-check", 2)
    made = judge(cell, namespace.run(cell))
    return made.outcome, made.points


def test_what_prints_or_displays_is_kept_back(namespace, capsys):
    namespace.run(code("print('loud')\ndisplay(3)"))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("x = 1", ("right", 2)),
        ("assert 1 == 2, 'no'", ("wrong", 0)),
        ("1 / 0", ("error", 0)),
        ("raise SystemExit", ("error", 0)),
        ("import sys; print('a warning', file=sys.stderr)", ("printed to stderr", 0)),
        (
            "from ecotools.learn.outcomes import NotAttempted\nraise NotAttempted(None, 'x')",
            ("not attempted", 0),
        ),
        ("from ecotools.learn.outcomes import StudentError\nraise StudentError(None, 'x')", ("error", 0)),
        ("from ecotools.learn.outcomes import CheckFailed\nraise CheckFailed(None, 'x')", ("wrong", 0)),
        (
            "from ecotools.learn.outcomes import CheckError\nraise CheckError(None, 'x')",
            ("could not be checked", 0),
        ),
        ("def broken(:", ("error", 0)),
    ],
)
def test_a_check_cell_gives_points_only_when_it_ends_without_a_word(namespace, source, outcome):
    assert verdict(namespace, source) == outcome


def test_the_message_is_what_a_student_reads():
    assert message_of(ZeroDivisionError("division by zero")) == "ZeroDivisionError: division by zero"
    assert message_of(AssertionError("expected 3")) == "expected 3"


def test_dataclasses_pickles_and_sources_work_as_in_a_notebook(namespace):
    source = (
        "import dataclasses, inspect, pickle\n"
        "@dataclasses.dataclass\nclass A:\n    n: int\n"
        "def f(x):\n    return x\n"
        "assert pickle.loads(pickle.dumps(A(1))) == A(1)\n"
        "assert inspect.getsource(f).strip() == 'def f(x):\\n    return x'"
    )
    assert namespace.run(code(source)).error is None


def test_other_code_takes_the_place_of_the_solution(namespace, tiny):
    assignment = tiny.assignment(NAME)
    task = assignment.task("01-q1")
    play(namespace, assignment.cells[:4], {})
    assert [v.outcome for v in attempt(namespace, task)] == ["right"]
    assert [v.outcome for v in attempt(namespace, task, {"": "share = ..."})] == ["not attempted"]
    assert [v.outcome for v in attempt(namespace, task, {"01-q1": "def share(a, b): return 7"})] == ["wrong"]


def test_parameters_are_set_after_their_cell(namespace, tiny):
    play(namespace, tiny.assignment(NAME).cells[:4], {"STUDENT_ID": "ada"})
    assert namespace.names["visitors"].iloc[0] == 1003


def test_a_cell_that_is_no_check_must_not_fail(namespace):
    with pytest.raises(RuntimeError, match=r"cell 0 \(cell\): NameError"):
        play(namespace, [code("unknown")], {})
