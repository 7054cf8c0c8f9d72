"""A hand-in that lies about its answers, or gives them no form, fails its tests; the test is never blamed."""

import pytest

from ecotools.grading.execute.job import ANSWER, DIED, FAILED, TIMEOUT, HandInLimits

from .courts import said, tried

LONG = HandInLimits(cpu=20, wall=60, total=300)
TESTED = ("answer: def double(x):\n    return 2 * x", "test: assert double(2) == 4")
SAYS = """
from ecotools.grading.judge.answers import Answers
def double(x): return 0
honest = Answers.serve
deep = []
for level in range({levels}):
    deep = [deep]
def serve(self, message):
    return honest(self, message) if message["do"] in {honest} else {reply}
Answers.serve = serve
"""


def _judged(way, reply, honest=("remember", "begin"), levels=0):
    execution = tried(way, TESTED, [SAYS.format(reply=reply, honest=honest, levels=levels)], limits=LONG)
    (text,) = said(execution)
    return execution.cells[1], text


def test_words_of_why_it_was_stopped_are_cut(way):
    run, text = _judged(way, "{'do': 'returned', 'stopped': 'x' * 10**6}")
    assert (run.status, run.blame) == (DIED, ANSWER) and len(text) < 11_000


def test_what_is_no_text_may_say_why_it_was_stopped(way):
    run, text = _judged(way, "{'do': 'returned', 'stopped': {'a': [1]}}")
    assert (run.status, run.blame) == (DIED, ANSWER) and "{'a': [1]}" in text


@pytest.mark.parametrize("levels", [300, 900, 960, 980, 2000])
def test_an_answer_of_any_depth_fails_its_test_only(sandboxed, levels):
    run, _ = _judged(sandboxed, "{'do': 'returned', 'value': deep}", levels=levels)
    assert run.status in {FAILED, DIED} and run.blame == ANSWER


def test_an_answer_that_is_too_deep_fails_its_test_only_in_a_plain_kernel():
    run, _ = _judged("kernel", "{'do': 'returned', 'value': deep}", levels=950)
    assert run.status in {FAILED, DIED} and run.blame == ANSWER


def test_names_that_are_told_too_deep_are_no_names(sandboxed):
    run, text = _judged(sandboxed, "{'do': 'returned', 'names': {'double': deep}}", ("begin",), levels=950)
    assert run.status in {FAILED, DIED} and run.blame == ANSWER and "double" in text + run.evalue


def test_an_endless_row_of_questions_in_the_place_of_an_answer_is_stopped_by_their_number(sandboxed):
    run, _ = _judged(sandboxed, "{'do': 'call', 'handle': 0, 'args': [], 'kwargs': {}}")
    assert (run.status, run.blame) == (TIMEOUT, ANSWER)


def test_an_answer_that_cannot_be_copied_is_said_to_be_that(way):
    execution = tried(way, TESTED, ["double = ['x' * 2**20] * 80"], limits=LONG)
    (text,) = said(execution)
    assert text == "UnreadableAnswer: `double` cannot be read: it takes more than 64 MiB"
