"""What an attack is: it turns an honest hand-in with wrong answers into a hostile one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..tiny import NAME

# What can come of an attack, as the tests observe it and the threat table says it.
NO_EFFECT = "no effect"
ZERO = "0 points"
PUT_RIGHT = "fixed, reported"
REPORTED = "reported"
ZERO_REPORTED = "0 points, reported"
REFUSED = "not graded, named"
SUCCEEDED = "not stopped: needs the sandbox"
NOT_STOPPED = "not stopped"
NOT_TRIED = "not tried: nothing would stop it"
NOT_COLLECTED = "refused when collected"
REACHED = "REACHED"  # what an attack prints when it got where it should not


@dataclass
class Hostile:
    """A hand-in in the making: its notebook (or ``raw`` text in its place), its folder, its course."""

    notebook: Any
    folder: Path
    course: Path
    raw: str = ""

    def cell(self, name: str) -> Any:
        """Return the cell of that name."""
        (found,) = [c for c in self.notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name]
        return found

    @property
    def tests(self) -> list[Any]:
        """The cells of the first assignment that give points by being run."""
        return [self.cell("01-q1-check"), self.cell("01-q2-check")]

    def first(self, code: str) -> None:
        """Run ``code`` before all answers."""
        from nbformat.v4 import new_code_cell

        self.notebook.cells.insert(2, new_code_cell(code))

    def answer(self, code: str, name: str = "01-q1") -> None:
        """Put ``code`` in the place of an answer."""
        self.cell(name).source = code


@dataclass(frozen=True)
class Attack:
    """One attack: what it tries, what stock nbgrader does, and what happens to it here, and how.

    ``assignment`` is the one that it hands in.
    """

    name: str
    tries: str
    stock: str
    do: Callable[[Hostile], None]
    sandbox: str
    kernel: str
    how: str
    assignment: str = NAME


def attack(
    tries: str, stock: str, sandbox: str, kernel: str = "", how: str = "", assignment: str = NAME
) -> Callable:
    """Return a decorator that makes an `Attack` of a function; ``kernel`` is as ``sandbox`` when left out."""

    def made(do: Callable[[Hostile], None]) -> Attack:
        return Attack(do.__name__, tries, stock, do, sandbox, kernel or sandbox, how, assignment)

    return made
