"""The end of a term, and its people: kept in one file, put aside for the next class, or forgotten.

Read in this order: ``contents`` (what belongs to a term, and where it lies), ``gradebook_copy`` (a gradebook
copied while it is used, and compared), ``manifest`` (what an archive says of itself), ``moved_course`` (a
course elsewhere leaves the one that it was made from alone), ``archive`` (a term in one file, checked),
``known_archives`` (which there are, and whether one is of the course as it is), ``next_term`` (last year's
apart, the folders empty), ``person`` (what names somebody), ``mentions`` (where that is found) and
``forget`` (a person taken out of the course).
"""

from __future__ import annotations

from pathlib import Path

from ecotools.grading.assignment import AssignmentError


class TermError(AssignmentError):
    """A term that cannot be packed, ended or opened; the text says why, and what to do."""


PLAN = ".ecotools-new-term.json"  # what is to be done to begin a new term, until it is done
APART = ".ecotools-term-apart"  # is in the folder of a term that ended, or was unpacked


def half_begun(root: Path) -> bool:
    """Return whether a new term was begun in a course and not finished."""
    return (root / PLAN).exists()


def lies_apart(root: Path) -> bool:
    """Return whether a course is a term that ended, or was unpacked from an archive."""
    return (root / APART).exists()
