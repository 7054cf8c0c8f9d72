"""What can come of a graded cell, by the names that feedback, report and tables use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

RIGHT = "right"
WRONG = "wrong"
NOT_ATTEMPTED = "not attempted"
ERROR = "error"
TIMEOUT = "timeout"
MEMORY = "out of memory"
CUT = "output cut"
# More that are nobody's answer: the check itself broke, something was printed where nbgrader wants silence,
# or the answer waits for (or has) a person's mark.
UNCHECKED = "could not be checked"
WARNED = "printed to stderr"  # which costs the points in nbgrader's own engine only
TO_MARK = "to be marked"
MARKED = "marked"

# What an exception says about the answer, by its name: it comes back from kernels as text.
OF_EXCEPTION: Mapping[str, str] = {
    "CheckFailed": WRONG,
    "AssertionError": WRONG,
    "NotAttempted": NOT_ATTEMPTED,
    "StudentError": ERROR,
    "CheckError": UNCHECKED,
    "CellTimeoutError": TIMEOUT,
    "MemoryError": MEMORY,
}

KEY = "ecotools"  # where an executed notebook and its cells keep what was found
NO_SANDBOX = "none: "  # how what a notebook says of its sandbox begins when there was none


def note(cell: Any) -> dict[str, Any]:
    """Return what grading wrote into a cell of an executed notebook, {} when nothing.

    Returns
    -------
    dict
        ``outcome`` (one of this module's names), ``message`` (what the learner reads), ``seconds`` (processor
        time of the cell), ``evidence`` (list of sentences: why a person should look at it).
    """
    return dict(cell.get("metadata", {}).get(KEY, {}))
