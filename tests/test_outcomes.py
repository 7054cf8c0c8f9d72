"""Outcomes have one name each, every name has its words, and grading and learning mean the same by it."""

import ast
from pathlib import Path

import pytest

from ecotools import outcomes
from ecotools.learn.outcomes import EXCEPTIONS

NAMES = {name: value for name, value in vars(outcomes).items() if name.isupper() and isinstance(value, str)}


def test_each_outcome_has_one_name_and_a_learner_reads_each_in_words():
    assert len(set(NAMES.values())) == len(NAMES)
    assert set(NAMES.values()) == set(outcomes.ON_CARD) | set(outcomes.ON_FEEDBACK)
    assert set(outcomes.SIGNS) == set(outcomes.ON_CARD)


def test_an_exception_of_a_check_says_to_grading_what_the_check_found():
    for kind, exception in EXCEPTIONS.items():
        assert outcomes.OF_EXCEPTION[exception.__name__] == kind


@pytest.mark.parametrize("name", sorted(outcomes.ON_CARD))
def test_names_and_the_words_that_earlier_versions_kept_are_read_alike(name):
    assert outcomes.named(name) == outcomes.named(outcomes.ON_CARD[name]) == name


def test_the_names_need_no_other_module():
    tree = ast.parse(Path(outcomes.__file__).read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
