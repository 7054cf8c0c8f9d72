"""What a check found, as data, and the exceptions that say so to nbgrader."""

import os
from dataclasses import dataclass

from ecotools.outcomes import AGREES, ERROR, FORM_RIGHT, NOT_ATTEMPTED, RIGHT, UNCHECKED, WRONG


@dataclass(frozen=True)
class Outcome:
    """What a check found, as data; `ecotools.learn.card` makes words and HTML of it.

    Parameters
    ----------
    task : str
        The id of the task, like "02-q3".
    kind : str
        A name of `ecotools.outcomes`: RIGHT, WRONG, NOT_ATTEMPTED, ERROR, UNCHECKED,
        FORM_RIGHT (nothing to refuse, and the value is judged when the hand-in is graded), AGREES (a reading
        of the learner's own data is what their own function gives).
    points : int or None
        What the task is worth; None when it is not graded.
    lines : tuple of (label, text)
        What to say, in order. A label such as "Expected", or "" for a sentence of its own.
    printed : str
        What the learner's code printed meanwhile.
    examples : int
        On how many examples a function was right; 0 where the answer is a value.
    notes : tuple of str
        What else there is to tell: a new badge, a progress file that could not be read.
    """

    task: str
    kind: str
    points: float | None = None
    lines: tuple[tuple[str, str], ...] = ()
    printed: str = ""
    examples: int = 0
    notes: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the task is done, as far as it was checked."""
        return self.kind == RIGHT

    @property
    def refused(self) -> bool:
        """Whether there is something to change."""
        return self.kind not in (RIGHT, FORM_RIGHT, AGREES)


class NotRight(Exception):
    """A graded check that did not succeed. IPython shows its words and no traceback.

    The whole message is always in ``str(error)``; what IPython shows is shorter where a card goes with it.
    """

    def __init__(self, outcome: Outcome, text: str, shown: str | None = None):
        super().__init__(text)
        self.outcome = outcome
        self._shown = text if shown is None else shown

    def _render_traceback_(self) -> list[str]:
        return self._shown.splitlines()


class CheckFailed(NotRight):
    """The answer is not right yet."""


class NotAttempted(NotRight):
    """There is no answer yet."""


class StudentError(NotRight):
    """The learner's own code raised an exception."""


class CheckError(NotRight):
    """The check could not do its work with this answer, or is itself broken."""


EXCEPTIONS = {
    WRONG: CheckFailed,
    NOT_ATTEMPTED: NotAttempted,
    ERROR: StudentError,
    UNCHECKED: CheckError,
}


def being_graded() -> bool:
    """Return whether nbgrader runs this notebook, to validate or to grade it.

    >>> being_graded()
    False
    """
    return bool(os.environ.get("NBGRADER_EXECUTION"))
