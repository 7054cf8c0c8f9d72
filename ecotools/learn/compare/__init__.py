"""Compare what a learner made with what is right: fair about form, strict about value."""

from .difference import Difference, Mismatch
from .expect import Expect

__all__ = ["Difference", "Expect", "Mismatch"]
