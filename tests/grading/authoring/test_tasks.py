"""A task is described once; a mistake in the description is named with the file and the task."""

import pytest

from ecotools.grading.authoring.tasks import FILE, AnswerChange, TaskError, form, load, slip, task


def described(**changed):
    given = {"points": 1, "names": "f", "examples": {"f(1)": "1", "f(2)": "2"}, "hidden": ["f(3)"]}
    return task("01-q1", **(given | changed))


def test_a_task_holds_what_was_said():
    made = described(names=("f", "g"), tol=0.1, order=True, right="Good.", mutates=True)
    assert (made.names, made.hidden, made.mutates, made.right) == (("f", "g"), ("f(3)",), True, "Good.")
    assert made.how == {"tol": 0.1, "order": True}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"hidden": []}, "01-q1: give at least one hidden case"),
        ({"examples": {}}, "01-q1: give examples, or a form"),
        ({"names": ()}, "01-q1: names, examples, hidden and form must be non-empty texts"),
        ({"names": ""}, "non-empty texts"),
        ({"hidden": [3]}, "non-empty texts"),
        ({"examples": {"f(1)": 1}}, "non-empty texts"),
    ],
)
def test_what_is_missing_is_named(changed, words):
    with pytest.raises(TaskError, match=words):
        described(**changed)


def test_a_slip_needs_a_sentence_and_one_or_two_texts():
    with pytest.raises(TaskError, match="needs a sentence"):
        slip("a", "b", says=" ")
    for change in ((), ("a", "b", "c"), ("", "b")):
        with pytest.raises(TaskError, match="give one text, or what to replace and by what"):
            form("other", *change)


def test_an_edit_applies_exactly_once():
    assert AnswerChange("b", "a").of("x = a") == "x = b"
    assert AnswerChange("whole").of("x = a") == "whole"
    for text, times in (("x", 0), ("a + a", 2)):
        with pytest.raises(TaskError, match=f"the edit of 'a' applies {times} times; expected once"):
            AnswerChange("b", "a").of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TASKS = [", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
        ("TASKS = 3", r"TASKS must be a list made with task\(…\)"),
        ("TASKS = [3]", "TASKS must be a list"),
        ("tasks = []", "TASKS must be a list"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path, text, words):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(TaskError, match=words) as error:
        load(tmp_path)
    assert str(tmp_path / FILE) in str(error.value)


def test_two_tasks_of_one_id_are_named(tmp_path):
    one = "task('01-q1', points=1, names='f', examples={'f(1)': '1'}, hidden=['f(2)'])"
    (tmp_path / FILE).write_text(f"from ecotools.grading.authoring.tasks import task\nTASKS = [{one}, {one}]")
    with pytest.raises(TaskError, match="two tasks have the id '01-q1'"):
        load(tmp_path)


def test_without_a_file_there_are_no_tasks(tmp_path):
    assert load(tmp_path) == {}
