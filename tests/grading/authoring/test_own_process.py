"""A function is called in a process of its own, which begins with the library loaded and nothing else."""

import os
import sys
import threading
from pathlib import Path

import pytest

from ecotools.grading.authoring.own_process import CallFailed, call
from tests.grading.conftest import needs_fork

pytestmark = needs_fork
KEPT = []


def seen(name):
    """Return what a process sees: its folder, a variable of the environment, its threads, what is loaded."""
    print("hidden from whoever calls")
    KEPT.append(name)
    return str(Path.cwd()), os.environ.get(name), threading.active_count(), "pandas" in sys.modules, len(KEPT)


def fail(error):
    raise error


def test_it_runs_in_its_folder_with_the_caller_s_environment_and_one_thread(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("ECOTOOLS_PROCESS_TEST", "here")
    assert call(seen, "ECOTOOLS_PROCESS_TEST", folder=tmp_path) == (str(tmp_path), "here", 1, True, 1)
    assert capfd.readouterr() == ("", "")


def test_libraries_have_one_thread_and_the_caller_s_settings_stay(tmp_path):
    before = dict(os.environ)
    assert call(seen, "OMP_NUM_THREADS", folder=tmp_path)[1] == "1"
    assert dict(os.environ) == before


def test_what_one_call_leaves_behind_the_next_does_not_see(tmp_path):
    assert [call(seen, "HOME", folder=tmp_path)[-1] for _ in range(2)] == [1, 1] and KEPT == []


def test_a_failure_says_why(tmp_path):
    with pytest.raises(CallFailed, match=r"^no such task$"):
        call(fail, ValueError("no such task"), folder=tmp_path)
    with pytest.raises(CallFailed, match=r"^KeyError: 'x'$"):
        call(fail, KeyError("x"), folder=tmp_path)
    with pytest.raises(CallFailed, match=r"^its process ended with 3$"):
        call(os._exit, 3, folder=tmp_path)
