"""Runs `ecotools` as a process that is killed, with all that it started, when grading comes to a step.

    python -m tests.grading.killed STEP NUMBER grade …

kills it when the step was done for the NUMBERth time.
"""

import os
import signal
import sys
from pathlib import Path

from ecotools.cli import main
from ecotools.grading.pipeline import folders, gradebook_writer
from ecotools.grading.pipeline.journal import Journal

STEPS = {
    "staged": (folders, "stage"),
    "in the journal": (Journal, "add"),
    "in the gradebook": (gradebook_writer.GradebookWriter, "save"),
    "half renamed": (os, "rename"),
    "in place": (folders, "put_in_place"),
}


def kill_after(step, number):
    """Kill this process and all of its group after ``step`` was done for the ``number``th time."""
    holder, name = STEPS[step]
    do, left = getattr(holder, name), [number]

    def done_and_dead(*given):
        result = do(*given)
        # The first of two renames takes away what was there before.
        if step != "half renamed" or Path(given[1]).name.startswith("old-"):
            left[0] -= 1
            if left[0] == 0:
                os.killpg(0, signal.SIGKILL)
        return result

    setattr(holder, name, done_and_dead)


if __name__ == "__main__":
    kill_after(sys.argv[1], int(sys.argv[2]))
    main(sys.argv[3:])
