"""Only what ran without an error counts; what else can come of a cell has a name and a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import from_dict
from nbformat.v4 import new_output
from nbgrader.utils import compute_checksum, determine_grade

from ecotools.grading import notes
from ecotools.grading.execute.job import (
    CUT,
    DIED,
    FAILED,
    MEMORY,
    NOT_RUN,
    OK,
    TEST,
    TIMEOUT,
    CellRun,
    Execution,
)
from ecotools.grading.pipeline.score import score


def cell(name, source="assert f(2) == 4", kind="code", grade=True, solution=False, task=False, outputs=()):
    """Return a cell as it comes out of the execution, worth 3 points."""
    meta = {"grade_id": name, "grade": grade, "solution": solution, "task": task, "locked": not solution}
    made = {"cell_type": kind, "source": source, "metadata": {"nbgrader": meta | {"points": 3.0}}}
    return from_dict(made | ({"outputs": list(outputs)} if kind == "code" else {}))


def shown(value):
    return new_output("execute_result", data={"text/plain": value}, execution_count=1)


def raised(ename, evalue="why"):
    return new_output("error", ename=ename, evalue=evalue, traceback=[])


def scored(*cells, **runs):
    """Return the scores, and outcome and message by cell; cells that are not named ran to their end."""
    found = {}
    for place, one in enumerate(cells):
        if one.cell_type == "code":
            results = sum(output.output_type == "execute_result" for output in one.outputs)
            found[place] = runs.get(one.metadata.nbgrader.grade_id, CellRun(OK, results=results))
    notebook = from_dict({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    made = score(Execution(notebook, found, ""))
    noted = {one.metadata.nbgrader.grade_id: notes.note(one) for one in notebook.cells}
    return made, {name: (note["outcome"], note["message"]) for name, note in noted.items() if note}


def of_test(source="assert f(2) == 4", outputs=(), run=None):
    """Return points, outcome and message of a single test."""
    runs = {} if run is None else {"t": run}
    made, said = scored(cell("t", source, outputs=outputs), **runs)
    return (made.scores["t"], *said["t"])


def noted(run):
    """Return what is noted at a single test."""
    notebook = from_dict({"cells": [cell("t")], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    score(Execution(notebook, {0: run}, ""))
    return notes.note(notebook.cells[0])


def test_a_test_that_ran_to_its_end_gives_its_points():
    assert of_test() == (3, "right", "")


def test_what_did_not_run_gives_nothing_though_it_shows_no_error():
    assert of_test(run=CellRun(NOT_RUN))[:2] == (0, "error")
    made, said = scored(cell("t"))
    assert made.scores == {"t": 3} and said["t"][0] == "right"
    notebook = from_dict({"cells": [cell("t")], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    assert score(Execution(notebook, {}, "")).scores == {"t": 0}


@pytest.mark.parametrize(
    "value, points, outcome",
    [
        ("3", 3, "right"),
        ("1.5", 1.5, "wrong"),
        ("0", 0, "wrong"),
        ("'well done'", 3, "right"),
        ("None", 3, "right"),
    ],
)
def test_the_value_of_the_last_line_is_the_points(value, points, outcome):
    assert of_test("points", [shown(value)])[:2] == (points, outcome)


@pytest.mark.parametrize("value", ["3.5", "inf", "-1", "nan"])
def test_points_that_there_are_not_are_an_error_of_that_test_only(value):
    made, said = scored(cell("t", "points", outputs=[shown(value)]), cell("u"))
    assert made.scores == {"t": 0, "u": 3}
    assert said["t"] == ("could not be checked", f"the test gave {value} points of 3; tell whoever wrote it")


def test_a_value_shown_by_a_test_that_has_none_is_not_read():
    assert of_test("x = 1", [shown("0")])[0] == 3


def test_an_error_beats_a_result():
    outputs = [shown("3"), raised("AssertionError")]
    assert of_test("points", outputs) == (0, "wrong", "why")
    assert of_test("points", outputs, CellRun(FAILED, "AssertionError", results=1))[0] == 0
    assert of_test("points", [shown("3")], CellRun(FAILED, "AssertionError", "hidden", results=1)) == (
        0,
        "wrong",
        "hidden",
    )


def test_a_value_that_was_cut_off_is_no_reason_for_full_points():
    points, outcome, message = of_test("points", [], CellRun(OK, cut=True))
    assert (points, outcome) == (0, "output cut") and "cut off" in message
    assert of_test("assert True", [], CellRun(OK, cut=True))[0] == 3


def test_what_is_no_result_at_all_is_not_a_number():
    for data in ({}, {"text/plain": ["1"]}, {"text/plain": None}, "text", None):
        output = from_dict({"output_type": "execute_result", "data": data, "metadata": {}})
        assert of_test("points", [output])[0] == 3


def test_warnings_cost_nothing():
    warning = new_output("stream", name="stderr", text="FutureWarning: soon")
    assert of_test(outputs=[warning])[:2] == (3, "right")
    assert of_test("points", [warning, shown("2")])[0] == 2


@pytest.mark.parametrize(
    "ename, outcome, message",
    [
        ("AssertionError", "wrong", "why"),
        ("CheckFailed", "wrong", "why"),
        ("NotAttempted", "not attempted", "why"),
        ("StudentError", "error", "why"),
        ("CheckError", "could not be checked", "why"),
        ("ZeroDivisionError", "error", "ZeroDivisionError: why"),
    ],
)
def test_an_error_has_the_outcome_that_it_names(ename, outcome, message):
    assert of_test(outputs=[raised(ename)], run=CellRun(FAILED, ename)) == (0, outcome, message)


@pytest.mark.parametrize(
    "status, outcome",
    [(TIMEOUT, "timeout"), (MEMORY, "out of memory"), (CUT, "output cut"), (DIED, "error")],
)
def test_a_test_that_was_stopped_says_why(status, outcome):
    assert of_test(run=CellRun(status, evalue="so it was")) == (0, outcome, "so it was")


@pytest.mark.parametrize(
    "status, outcome, words",
    [
        (TIMEOUT, "timeout", "took too long"),
        (MEMORY, "out of memory", "more memory"),
        (CUT, "output cut", "printed without end"),
        (DIED, "error", "ended the program"),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_the_test_after_an_answer_that_was_stopped_names_the_cause(status, outcome, words, named):
    answer = cell("a", "while True: pass", grade=False, solution=True)
    failing = cell("t", outputs=[raised("NotAttempted")])
    runs = {"a": CellRun(status), "t": CellRun(FAILED, "NotAttempted")}
    if not named:
        answer.metadata.nbgrader.grade_id = ""
        runs[""] = runs.pop("a")
    made, said = scored(answer, failing, cell("u"), cell("v", outputs=[raised("NotAttempted")]), **runs)
    assert made.scores == {"t": 0, "u": 3, "v": 0}
    assert said["t"][0] == outcome and words in said["t"][1]
    assert said["v"] == ("not attempted", "why"), "what was stopped above explains the next test only"


def test_a_test_that_passes_in_spite_of_a_cell_that_was_stopped_is_right():
    answer = cell("a", "plot()", grade=False, solution=True)
    assert scored(answer, cell("t"), a=CellRun(TIMEOUT))[1]["t"] == ("right", "")


def test_evidence_is_kept_and_costs_nothing():
    note = noted(CellRun(OK, evidence=["a result was sent"]))
    assert (note["outcome"], note["evidence"]) == ("right", ["a result was sent"])


@pytest.mark.parametrize("status", [TIMEOUT, MEMORY, DIED, FAILED])
def test_what_is_the_fault_of_the_test_could_not_be_checked(status):
    points, outcome, message = of_test(run=CellRun(status, evalue="the set-up cell broke", blame=TEST))
    assert (points, outcome) == (0, "could not be checked") and "the set-up cell broke" in message


def test_a_failure_in_the_hidden_part_is_noted_as_such():
    assert noted(CellRun(FAILED, "CheckFailed", hidden=True))["hidden"] is True
    assert noted(CellRun(FAILED, "CheckFailed", hidden=False))["hidden"] is False
    assert noted(CellRun(OK))["hidden"] is None


@pytest.mark.parametrize("ename", ["SyntaxError", "IndentationError"])
@pytest.mark.parametrize("named", [True, False])
def test_an_answer_that_is_no_python_is_an_error_and_was_attempted(ename, named):
    answer = cell("a", "def f(:", grade=False, solution=True)
    failing = cell("t", outputs=[raised("NotAttempted")])
    runs = {"a": CellRun(FAILED, ename, "invalid syntax (a.py, line 1)")}
    runs["t"] = CellRun(FAILED, "NotAttempted")
    if not named:
        answer.metadata.nbgrader.grade_id = ""
        runs[""] = runs.pop("a")
    _, said = scored(answer, failing, cell("v", outputs=[raised("NotAttempted")]), **runs)
    assert said["t"][0] == "error" and f"{ename} in your cell: invalid syntax" in said["t"][1]
    assert said["v"][0] == "not attempted", "it explains the next test only"


def test_written_answers_are_empty_or_wait_for_a_person():
    for kind in ("markdown", "code"):
        answer = cell("w", "Write here.", kind, solution=True)
        assert scored(answer)[0].scores == {"w": None}
        assert scored(answer)[0].comments == {"w": None}
        assert scored(answer)[1]["w"][0] == "to be marked"
        answer.metadata.nbgrader.checksum = compute_checksum(answer)
        made, said = scored(answer)
        assert made.scores == {"w": 0} and made.comments == {"w": "No response."}
        assert said["w"][0] == "not attempted"


def test_an_untouched_answer_to_a_test_has_no_response_and_no_score_of_its_own():
    answer = cell("a", "f = ...", grade=False, solution=True)
    answer.metadata.nbgrader.checksum = compute_checksum(answer)
    made, _ = scored(answer)
    assert (made.scores, made.comments) == ({}, {"a": "No response."})


def test_a_task_cell_gets_no_comment_and_no_score():
    task = cell("k", "Find a market.", "markdown", grade=False, task=True)
    task.metadata.nbgrader.checksum = compute_checksum(task)
    made, _ = scored(task)
    assert (made.scores, made.comments) == ({}, {"k": None})


OUTPUTS = st.lists(
    st.one_of(
        st.builds(lambda t: new_output("stream", name="stdout", text=t), st.text(max_size=3)),
        st.just(new_output("display_data", data={"text/plain": "figure"})),
        st.builds(shown, st.one_of(st.floats(0, 3).map(repr), st.sampled_from(["0", "3", "'ok'", "1e0"]))),
        st.just(raised("AssertionError")),
    ),
    max_size=4,
)


@settings(max_examples=200, deadline=None)
@given(OUTPUTS)
def test_points_are_nbgraders_wherever_those_are_right(outputs):
    results = [place for place, one in enumerate(outputs) if one.output_type == "execute_result"]
    errors = [place for place, one in enumerate(outputs) if one.output_type == "error"]
    # nbgrader's are wrong where an error follows a result; a cell has one value at most.
    if len(results) > 1 or (results and errors and errors[-1] > results[0]):
        return
    run = CellRun(FAILED if errors else OK, "AssertionError" if errors else "", results=len(results))
    made = cell("t", "points", outputs=outputs)
    assert of_test("points", outputs, run)[0] == determine_grade(made)[0]
