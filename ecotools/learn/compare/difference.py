"""What a comparer hands back when a value is not right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """Why a value is not the expected one, in words.

    Parameters
    ----------
    found, expected : str
        Both sides, short enough for one line. Empty when the note says it all.
    note : str
        The likely slip, or what to look at.
    automatic : bool
        Whether ``note`` is a guess of the machine, so that the author's own slips go before it.
    """

    found: str = ""
    expected: str = ""
    note: str = ""
    automatic: bool = True


class Mismatch(AssertionError):
    """A comparer's verdict "not right", on its way to the check around it."""

    def __init__(self, difference: Difference, of: str = ""):
        super().__init__(difference.note or f"expected {difference.expected}, found {difference.found}")
        self.difference, self.of = difference, of
