"""What a comparer hands back when a value is not right."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Difference:
    """Why a value is not the expected one, in words.

    Parameters
    ----------
    found, expected : str
        Both sides, short enough for one line. Empty when the note says it all.
    note : str
        The likely slip and the smallest case that differs.
    veiled : str, optional
        The note without the expected value, for a first try; left out where the note does not give it away.
    given : str
        What the smallest case was computed from, when the call does not show it: a small table, say.
    automatic : bool
        Whether ``note`` is a guess of the machine, so that the author's own slips go before it.
    """

    found: str = ""
    expected: str = ""
    note: str = ""
    veiled: str | None = None
    given: str = ""
    automatic: bool = True

    def without_answer(self) -> Difference:
        """Return the difference without the expected value.

        >>> Difference("3", "5", "Too low by 2.", "Too low.").without_answer()
        Difference(found='3', expected='', note='Too low.', veiled=None, given='', automatic=True)
        """
        return replace(self, expected="", note=self.note if self.veiled is None else self.veiled, veiled=None)

    def inside(self, place: str) -> Difference:
        """Return the difference, starting with the place where it is."""
        veiled = None if self.veiled is None else f"{place} {self.veiled}".strip()
        return replace(self, note=f"{place} {self.note}".strip(), veiled=veiled)


class Mismatch(AssertionError):
    """A comparer's verdict "not right", on its way to the check around it."""

    def __init__(self, difference: Difference, of: str = ""):
        super().__init__(difference.note or f"expected {difference.expected}, found {difference.found}")
        self.difference, self.of = difference, of
