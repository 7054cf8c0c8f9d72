"""What says nothing yet is told from what is short, odd or in another script."""

import pytest

from ecotools.learn import is_placeholder

EMPTY = ["", "  ", "...", "…", "TODO", "todo: later", "TBD", "n/a", "N.A.", "-", "?", "x", "xxx", "aaaa", "1"]
FIELDS = [
    "name",
    "Name",
    "problem",
    "<problem>",
    "Problem 1",
    "problem_b",
    "your problem",
    "The problem it solves",
    "kpi",
    "your format",
    "my goals",
    "Goals 1",
]
FILLERS = ["asdf", "foo", "lorem ipsum dolor", "Some text", "Fill in", "test", None, 3]


@pytest.mark.parametrize("text", [*EMPTY, *FIELDS, *FILLERS])
def test_what_says_nothing_yet_is_a_placeholder(text):
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["Nobody starts", "Kit", "Go", "Naming", "Names that nobody remembers", "Silent errors", "草稿",
     "Où aller ?", "Test anxiety", "A product page without buyers", "No time", "Todoist templates",
     "Goals", "Questions"],
)  # fmt: skip
def test_what_says_something_is_none(text):
    assert not is_placeholder(text)
