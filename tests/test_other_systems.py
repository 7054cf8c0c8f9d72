"""What only Linux and macOS have is needed by the sandbox alone: all else works without it, as on Windows."""

import json
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook

from tests.grading.foreign import hand_in, write_old
from tests.grading.tiny import graded

TASK = [
    ("code", "### BEGIN SOLUTION\nhalf = 4\n### END SOLUTION", graded("half", "solution")),
    ("code", "assert half == 4", graded("test_half", "check", 1)),
]
# What runs a hand-in in a sandbox or in a fork; elsewhere hand-ins run in plain kernels.
SANDBOX = {
    f"ecotools.grading.execute.{name}" for name in ("fork_kernel", "limits", "namespaces", "warm_process")
}
# Other libraries look for these when they are imported, so they come first.
WITHOUT = """
import importlib, json, os, pkgutil, signal, sys

for name in ("concurrent.futures.process", "ipykernel.ipkernel", "ipywidgets", "jupyter_client.blocking",
             "jupyter_client.manager", "matplotlib.pyplot", "nbclient", "nbgrader.api", "networkx",
             "nbgrader.server_extensions.formgrader", "papermill", "psutil", "rich.console", "scipy.stats"):
    importlib.import_module(name)
for name in ("chown", "fork", "getegid", "geteuid", "getgid", "getpgid", "getuid", "killpg", "mkfifo",
             "pidfd_open", "register_at_fork", "sched_getaffinity", "setsid", "statvfs", "uname", "wait4"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGUSR1", "alarm", "pthread_sigmask", "setitimer"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"):
    sys.modules[name] = None
"""
IMPORTS = (
    WITHOUT
    + """
import ecotools

failed = []
for one in pkgutil.walk_packages(ecotools.__path__, "ecotools."):
    if not one.name.endswith("__main__") and ".guard" not in one.name:
        try:
            importlib.import_module(one.name)
        except (AttributeError, ImportError):
            failed.append(one.name)
print(json.dumps(failed))
"""
)
COMMANDS = (
    WITHOUT
    + """
from ecotools.cli import main

for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit as end:
        print(f"{words[0]} ended with {end.code}")
"""
)


def python(*words, cwd=None):
    command = [sys.executable, "-c", *words]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="this is one")
class TestWithoutWhatWindowsLacks:
    def test_only_what_runs_a_sandbox_cannot_be_imported(self):
        assert set(json.loads(python(IMPORTS))) == SANDBOX

    def test_a_course_is_started_a_business_reviewed_and_reported_and_a_class_graded(self, tmp_path):
        folder = tmp_path / "Büro von Jörg"
        release = folder / "Kurs" / "source" / "ps1"
        write_old(TASK, release / "half.ipynb")
        hand_in(release, folder / "Kurs" / "submitted" / "ada" / "ps1", {"half": "half = 4"})
        words = [
            ["start"],
            ["lab", "--dry-run"],
            ["new"],
            ["review", "my-blueprint.yaml"],
            ["report", "my-blueprint.yaml", "-o", "my report.md"],
            ["grade", "--sandbox", "off", "--course", "Kurs", "--jobs", "1"],
        ]
        said = python(COMMANDS, json.dumps(words), cwd=folder)
        ends = dict(line.split(" ended with ") for line in said.splitlines() if " ended with " in line)
        assert ends == {"start": "0", "lab": "0", "new": "0", "review": "1", "report": "0", "grade": "0"}
        assert (folder / "my report.md").is_file()
        with Gradebook(f"sqlite:///{folder / 'Kurs' / 'gradebook.db'}") as gradebook:
            assert gradebook.find_submission("ps1", "ada").score == 1
