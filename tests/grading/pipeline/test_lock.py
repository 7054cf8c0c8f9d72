"""One run at a time grades a course; the second is told who is at it."""

import os
import subprocess
import sys

import pytest

from ecotools.grading.pipeline.lock import LockedError, only_one

HOLD = """
import sys
from pathlib import Path
from ecotools.grading.pipeline.lock import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_one_is_refused_with_a_sentence_that_names_the_first(tmp_path):
    said = f"another run .* process {os.getpid()} on "
    with only_one(tmp_path), pytest.raises(LockedError, match=said), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


def test_the_lock_ends_with_the_process_that_held_it(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match=f"process {holder.pid} on "), only_one(tmp_path):
            pass
        holder.kill()
    with only_one(tmp_path):
        pass
