"""The wrong answers most given: messages that say the same count as one, whatever data they came from."""

from __future__ import annotations

import re

import pandas as pd

from ecotools.outcomes import MARKED, NOT_ATTEMPTED, RIGHT, SIGNS, TO_MARK

COLUMNS = ["assignment", "task", "outcome", "hand_ins", "alike", "example", "students"]
NOT_WRONG = {RIGHT, NOT_ATTEMPTED, TO_MARK, MARKED}

# Lines of a check's message (see `ecotools.learn.card.as_text`) by what they hold.
_VALUES = ("Expected: ", "Found: ")
_OWN_CODE = ("Where: ", "Your line: ")
_PRINTED = "Printed: "
# What the course named stands between backticks and stays; what a learner's data named is quoted, has a
# digit, or is among the names in the values.
_TOKEN = re.compile(r"`[^`\n]*`|(?<!\w)'[^'\n]*'|(?<!\w)\"[^\"\n]*\"|-?[\w.]*\d(?:[\w.%]*[\w%])?|\w+")
_NAMED = re.compile(r"'([^'\n]+)'|(\w+):\s|, for (\w+)")
_SEVERAL = re.compile(r"…(?:[\s,;:/]+…)+")


def grouped(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return the refused answers, those with the same message as one row, the most given first.

    Parameters
    ----------
    tasks : the graded cells, see ``results.tasks``.

    Returns
    -------
    DataFrame
        Columns assignment, task, outcome, hand_ins, alike (how many of them got the example word for word),
        example (the message), students (a tuple of ids).
    """
    refused = tasks[~tasks["outcome"].isin(NOT_WRONG) & (tasks["message"] != "")]
    refused = refused.assign(message=refused["message"].map(body))
    keys = ["assignment", "task", "outcome", refused["message"].map(shape).rename("shape")]
    rows = []
    for (assignment, task, outcome, _), group in refused.groupby(keys, sort=True):
        exact = group["message"].value_counts()
        students = tuple(group["student"])
        rows.append([assignment, task, outcome, len(group), int(exact.iloc[0]), exact.index[0], students])
    found = pd.DataFrame(rows, columns=COLUMNS)
    return found.sort_values(
        ["hand_ins", "assignment", "task"], ascending=[False, True, True], kind="stable", ignore_index=True
    )


def body(message: str) -> str:
    """Return a message without its headline, which says the task and its points only.

    >>> body("✗ 02-q1 not right yet · 0 of 3 points\\n  Found: 5\\n  A rate is a fraction.")
    'Found: 5\\nA rate is a fraction.'
    """
    lines = message.strip().splitlines()
    if len(lines) > 1 and lines[0].startswith(tuple(f"{sign} " for sign in SIGNS.values())):
        lines = [line.removeprefix("  ") for line in lines[1:]]
    return "\n".join(lines)


def shape(message: str) -> str:
    """Return what a message says apart from the data: equal for two answers with the same mistake.

    Numbers, quoted texts and the names in the expected and found values become "…"; the values
    themselves, the learner's own line and what was printed are left out.

    >>> shape("Expected: a Series: ads: 2\\nFound: a Series: ads: 3\\nFor ads: 3 instead of 2.")
    'For … instead of ….'
    >>> shape("Found: 7\\n`lost` is 7, not 9.") == shape("Found: 8\\n`lost` is 8, not 9.")
    True
    """
    lines = message.split(f"\n{_PRINTED}")[0].splitlines()
    values = [line for line in lines if line.startswith(_VALUES)]
    names = {name for line in values for found in _NAMED.findall(line) for name in found if name}
    said = [line for line in lines if not line.startswith((*_VALUES, *_OWN_CODE))]

    def masked(token: re.Match) -> str:
        word = token.group()
        varies = word[0] in "'\"" or any(letter.isdigit() for letter in word) or word in names
        return "…" if varies and word[0] != "`" else word

    return "\n".join(_SEVERAL.sub("…", _TOKEN.sub(masked, line)) for line in said)
