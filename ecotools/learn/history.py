"""What a learner has done so far, as a file in their course folder."""

from __future__ import annotations

from .outcomes import Outcome


def record(outcome: Outcome) -> None:
    """Add the outcome of a check to the learner's history."""
