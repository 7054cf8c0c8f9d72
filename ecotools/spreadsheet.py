"""Tables as CSV files that a spreadsheet shows instead of running them."""

import csv
import io
import re
from collections.abc import Iterable

# A spreadsheet takes a text that begins like this for a formula; the last four are what it makes the first
# four of where letters are as wide as they are high.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A number is one, and a dash alone computes nothing.
_NO_FORMULA = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-")


def harmless(value: object) -> object:
    """Return a cell of a table so that a spreadsheet shows it: with an apostrophe before a formula.

    >>> harmless("=1+1"), harmless("@SUM(A1)"), harmless("-1.5"), harmless("-"), harmless(-1.5)
    ("'=1+1", "'@SUM(A1)", '-1.5', '-', -1.5)
    """
    formula = isinstance(value, str) and value.startswith(_FORMULA) and not _NO_FORMULA.fullmatch(value)
    return f"'{value}" if formula else value


def as_written(text: str) -> str:
    """Return a text without the apostrophe that `harmless` put before it.

    >>> as_written("'=1+1"), as_written("'quoted'")
    ('=1+1', "'quoted'")
    """
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as the text of a CSV file, each cell harmless.

    >>> print(as_csv([["student", "score"], ["=cmd()", -1.5]]), end="")
    student,score
    '=cmd(),-1.5
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue()
