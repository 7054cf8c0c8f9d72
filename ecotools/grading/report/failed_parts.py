"""In which part of its test an answer failed: the part that students have, or only the hidden one."""

from __future__ import annotations

import pandas as pd

from ecotools.grading.gradebook.results import HIDDEN, VISIBLE
from ecotools.grading.report.messages import NOT_WRONG
from ecotools.outcomes import UNCHECKED

NOT_KNOWN = "not known"
PARTS = (VISIBLE, HIDDEN, NOT_KNOWN)
COLUMNS = ["assignment", "task", "part", "hand_ins", "students"]
_DID_NOT_FAIL = NOT_WRONG | {UNCHECKED}


def by_part(tasks: pd.DataFrame) -> pd.DataFrame:
    """Return who failed in the visible part of each task's test, and who only in the hidden one.

    Whoever failed in the hidden part passed all that students can try for themselves: their work generalises
    too little, or the task's text leaves something open. The part is not known where a test ran in the
    process of the hand-in, was stopped, or gave a part of the points.

    Parameters
    ----------
    tasks : the graded cells, see ``results.tasks``; answers that a person marks are left out, and so are
        tests that broke.

    Returns
    -------
    DataFrame
        Columns assignment, task, part ("visible", "hidden", "not known"), hand_ins, students (a tuple of
        ids); a row for each part in which anybody failed. A hand-in with several tests in a task counts once:
        as visible where any of them failed there, else as not known where any is.
    """
    failed = tasks[~tasks["outcome"].isin(_DID_NOT_FAIL) & ~tasks["by_hand"].astype(bool)]
    part = failed["failed_in"].replace("", NOT_KNOWN)
    worst = part.map({VISIBLE: 0, NOT_KNOWN: 1, HIDDEN: 2}).astype(float)
    of_each = worst.groupby([failed["assignment"], failed["student"], failed["task"]]).min()
    named = of_each.map({0: VISIBLE, 1: NOT_KNOWN, 2: HIDDEN}).rename("part").reset_index()
    rows = [
        [assignment, task, where, len(group), tuple(sorted(group["student"]))]
        for (assignment, task), of_task in named.groupby(["assignment", "task"], sort=True)
        for where in PARTS
        if len(group := of_task[of_task["part"] == where])
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
