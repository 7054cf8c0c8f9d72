"""The wheel of ecotools, built once for all tests that look into it."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.grading.needed import missing

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The path of the wheel; pip fetches its backend from the index where that is not installed."""
    out = tmp_path_factory.mktemp("wheel")
    alone = ["--no-build-isolation"] if find_spec("hatchling") else []
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", *alone, "--wheel-dir", str(out)]
    built = subprocess.run([*command, str(ROOT)], capture_output=True, text=True)
    if built.returncode and not alone and "No matching distribution found for hatchling" in built.stderr:
        missing("hatchling, and no index to fetch it from")
    assert built.returncode == 0, built.stderr[-3000:]
    return next(out.glob("ecotools-*.whl"))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """A folder that the wheel is installed into, without what it depends on."""
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*command, "--target", str(target), str(wheel)], check=True, capture_output=True)
    yield target
    shutil.rmtree(target)
