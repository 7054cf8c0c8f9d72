"""What tests of grading need of a machine: missing, it skips them here and fails them in CI."""

import os

import pytest

from ecotools.grading.execute import sandbox


def missing(what):
    """Skip the test that calls this, for want of ``what``; in CI, where all is installed, fail it."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must have {what}")
    pytest.skip(f"this machine has no {what}")


def need_sandbox():
    """Return where hand-ins can be run in a sandbox."""
    if why := sandbox.missing():
        missing(f"sandbox: {why}")
