"""Messages that say the same count as one, whatever numbers and names a student's data have."""

import pandas as pd
import pytest

from ecotools.grading.gradebook.results import TaskRow
from ecotools.grading.report.messages import grouped, shape
from ecotools.outcomes import ERROR, WRONG

HEAD = "✗ 02-q1 not right yet · 0 of 3 points\n"

SAME = {
    "numbers": ("`lost` is 970, expected 960.", "`lost` is -1.5e3, expected 12%."),
    "quoted names": ("No channel 'ads'.", 'No channel "search".'),
    "names in the values": (
        "Expected: a Series: ads: 2, mail: 3\nFound: a Series: ads: 2\nNo value for mail.",
        "Expected: a Series: shop: 5, blog: 9\nFound: a Series: shop: 5\nNo value for blog.",
    ),
    "how many names": ("Not expected: 'a', 'b'.", "Not expected: 'c'."),
    "the learner's own line": (
        "Error: KeyError: 'a'\nWhere: line 3 of your cell\nYour line: x['a']",
        "Error: KeyError: 'b'\nWhere: line 7 of your cell\nYour line: return y['b']",
    ),
    "what was printed": ("Look again.\nPrinted: 5\nsix", "Look again.\nPrinted: nothing"),
}
APART = {
    "the advice": ("Found: 5\nA rate is a fraction.", "Found: 5\nRefunds have not been taken off."),
    "what was checked": ("Checked: share(part, whole)\nFound: 5", "Checked: lost(part)\nFound: 5"),
    "a name of the course": ("`share` has no body yet.", "`lost` has no body yet."),
    "the kind of error": ("Error: KeyError: 'a'", "Error: IndexError: 3"),
    "an apostrophe": ("Ben's visit came before it wasn't", "Ben's order came before it wasn't"),
}


@pytest.mark.parametrize("one, other", SAME.values(), ids=SAME)
def test_the_same_mistake_counts_as_one(one, other):
    assert shape(one) == shape(other)


@pytest.mark.parametrize("one, other", APART.values(), ids=APART)
def test_different_mistakes_stay_apart(one, other):
    assert shape(one) != shape(other)


def refused(*messages, task="02-q1", outcome=WRONG):
    return [
        TaskRow(f"s{n}", "02-x", task, 0.0, 3.0, outcome, said, 0.1, "") for n, said in enumerate(messages)
    ]


def test_a_group_shows_the_message_most_given_and_how_many_got_it():
    rows = refused(
        f"{HEAD}  Found: 5\n  Too many.", *[f"{HEAD}  Found: 7\n  Too many."] * 2, f"{HEAD}  Too few."
    )
    table = grouped(pd.DataFrame(rows))
    assert table[["hand_ins", "alike", "example", "students"]].to_numpy().tolist() == [
        [3, 2, "Found: 7\nToo many.", ("s0", "s1", "s2")],
        [1, 1, "Too few.", ("s3",)],
    ]


def test_tasks_and_outcomes_do_not_mix():
    rows = refused("Look.") + refused("Look.", task="02-q2") + refused("Look.", outcome=ERROR)
    assert grouped(pd.DataFrame(rows))["hand_ins"].tolist() == [1, 1, 1]
