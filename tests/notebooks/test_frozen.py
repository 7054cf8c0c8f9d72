"""Answers that were written before the checks as they are now still get the verdict that they deserve.

``frozen/NN_probes.py`` holds what an assignment was proven with in an earlier form, ``fresh/NN_answers.py``
what was written from the released text alone. ``blind/NN_answers.py`` holds what a stranger wrote so, later:
dicts of a task, a name, whether it is right, why, and the code. The messages of all these do not count.
``NN_changed.py`` beside a file says which answers get another verdict now, on purpose, and why:
``CHANGED = {("04-q5", "name of the answer"): "reason"}``.
"""

import os

import pytest

from .proofs import ANSWERS, changed, tried

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="answers are tried in forks of a process")


@pytest.mark.parametrize("file", ANSWERS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_an_answer_gets_the_verdict_it_deserves(file):
    answers, known = tried(file), changed(file)
    other = {(one.task, one.name): answer for one, answer in answers if answer.right != one.right}
    surprises = [f"{key}: {answer.outcome}: {answer.message}" for key, answer in other.items()]
    assert [text for key, text in zip(other, surprises, strict=True) if key not in known] == []
    assert set(known) - set(other) == set(), "said to have changed, and has not"
    assert answers and all(reason.strip() for reason in known.values())
