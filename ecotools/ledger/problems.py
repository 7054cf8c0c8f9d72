"""What is wrong with a table, told with the row, the value and what would be right."""

from dataclasses import dataclass, field

import pandas as pd

SHOWN = 5


@dataclass(frozen=True)
class ColumnProblem:
    """One thing wrong with one column: its first bad rows (counted from 0), their values, what is right.

    ``lines`` are line numbers of the file the table came from (the header is line 1), where there is one.
    """

    table: str
    column: str
    expected: str
    rows: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    count: int = 0
    total: int = 0
    advice: str = ""
    lines: list[int] | None = None

    def __str__(self) -> str:
        places = self.lines or self.rows
        word = "line" if self.lines else "row"
        found = "; ".join(
            f"{word} {place} has {value}" for place, value in zip(places, self.values, strict=False)
        )
        more = f"; and {self.count - len(self.values):,} more" if self.count > len(self.values) else ""
        counted = f" {self.count:,} of {self.total:,} rows: {found}{more}." if self.count else ""
        advice = f" {self.advice}" if self.advice else ""
        return f"{self.table}.{self.column} must be {self.expected}.{counted}{advice}"


class LedgerError(ValueError):
    """A ledger, a table of it or a file does not fit.

    Attributes
    ----------
    problems : list of ColumnProblem
        Everything that was found, not only the first; empty when cells are not the trouble (a missing file).

    Examples
    --------
    >>> print(LedgerError("orders", [ColumnProblem("orders", "price", "zero or more", [7], ["-5.0"], 1, 9)]))
    orders does not fit its schema.
    - orders.price must be zero or more. 1 of 9 rows: row 7 has -5.0.
    """

    def __init__(self, subject: str, problems: list[ColumnProblem] | None = None):
        self.subject = subject
        self.problems = list(problems or [])
        if self.problems:
            listed = "\n".join(f"- {problem}" for problem in self.problems)
            subject = f"{subject} does not fit its schema.\n{listed}"
        super().__init__(subject)

    def __reduce__(self):
        return type(self), (self.subject, self.problems)

    def table(self) -> pd.DataFrame:
        """Return the problems as a table, one row each, with rows and values as lists."""
        names = ["table", "column", "count", "total", "rows", "values", "expected", "advice"]
        return pd.DataFrame(
            [[getattr(problem, name) for name in names] for problem in self.problems], columns=names
        )
