"""What is said of a column and of a table: kind, unit, meaning, values; key, and rules across columns."""

from dataclasses import dataclass

from ecotools.ledger.rules import ColumnRule


@dataclass(frozen=True)
class Column:
    """One documented column: its kind, unit, what it means and which values it takes.

    ``missing`` allows NaT; ``empty`` allows ``""`` (unknown); ``choices`` allows no other words.
    """

    name: str
    kind: str
    meaning: str
    unit: str = ""
    missing: bool = False
    empty: bool = False
    choices: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """What is right for a cell of this column, in words.

        >>> Column("count", "count", "how many").expected
        'a whole number, 1 or more'
        """
        words = {
            "id": "an int64 or a non-empty text that names one thing",
            "day": "a day without a time of day or time zone, such as 2025-03-01",
            "text": "a text" if self.empty else "a text that is not empty",
            "count": "a whole number, 1 or more",
            "money": "an amount of money, zero or more",
            "fraction": "a fraction from 0 to 1 (0.05, not 5)",
            "number": "a finite number",
        }[self.kind]
        if self.choices:
            words = "one of " + ", ".join(self.choices)
        if self.empty:
            words += ", or '' for none"
        return words + (", or NaT" if self.missing else "")


@dataclass(frozen=True)
class TableSchema:
    """One table: what a row is, its columns in order, the key no two rows share, its rules across columns.

    An ``optional`` table is one of a ledger only where it has rows: many shops keep it elsewhere, or nowhere.
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    rules: tuple[ColumnRule, ...] = ()
    optional: bool = False

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]
