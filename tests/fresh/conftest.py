"""The package as it is published, built once, and an environment of its own for each way to install it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ecotools.notebooks.network_guard import NAMESPACE, cut_network

ROOT = Path(__file__).parents[2]
UV = [sys.executable, "-m", "uv", "--quiet"]
NAME = "Büro von Jörg"


def pytest_collection_modifyitems(items):
    skip = pytest.mark.skip(reason="ECOTOOLS_FRESH=1 to run, or make fresh")
    for item in items:
        if Path(__file__).parent in item.path.parents and not os.environ.get("ECOTOOLS_FRESH"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder with what is published: the source archive, and the wheel that is built from it."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([*UV, "build", "--out-dir", str(out), str(ROOT)], check=True)
    return out


@pytest.fixture(scope="session")
def published(built):
    """The wheel."""
    return next(built.glob("ecotools-*.whl"))


@pytest.fixture(scope="session")
def of_a_checkout(tmp_path_factory):
    """The wheel that is built without the source archive between."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([*UV, "build", "--wheel", "--out-dir", str(out), str(ROOT)], check=True)
    return next(out.glob("ecotools-*.whl"))


@dataclass(frozen=True)
class Place:
    """An environment into which the wheel was installed with an extra, and a folder to work in."""

    environment: Path
    folder: Path

    @classmethod
    def installed(cls, root, wheel, extra=""):
        environment, folder = root / "environment", root / NAME
        folder.mkdir()
        subprocess.run([*UV, "venv", "--python", sys.executable, str(environment)], check=True)
        place = cls(environment, folder)
        command = ["pip", "install", "--python", str(place.python), f"{wheel}{extra}"]
        subprocess.run([*UV, *command], check=True)
        return place

    @property
    def python(self):
        windows = self.environment / "Scripts" / "python.exe"
        return windows if sys.platform == "win32" else self.environment / "bin" / "python"

    def run(self, *words, code=0):
        """Run a command of this environment without network, and return what it says."""
        environment = {name: os.environ[name] for name in ("LANG", "TMPDIR") if name in os.environ}
        ran = subprocess.run(
            [str(self.python), *map(str, words)],
            cwd=self.folder,
            env={
                **environment,
                "PATH": f"{self.python.parent}{os.pathsep}{os.defpath}",
                "HOME": str(self.folder),
            },
            preexec_fn=_cut,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        said = ran.stdout + ran.stderr
        assert ran.returncode == code, said
        return said

    def ecotools(self, *words, code=0):
        return self.run("-m", "ecotools", *words, code=code)

    def libraries(self):
        """Return the names of what is installed."""
        command = [*UV, "pip", "list", "--python", str(self.python), "--format", "freeze"]
        listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return {line.partition("==")[0].lower() for line in listed.splitlines()}

    def megabytes(self):
        """Return how much it takes as installed, before Python has compiled any of it."""
        files = (file for file in self.environment.rglob("*") if file.is_file() and file.suffix != ".pyc")
        return sum(file.lstat().st_size for file in files) // 10**6


def _cut():
    if cut_network() != NAMESPACE:
        raise OSError("the network cannot be cut off here")


@pytest.fixture(scope="session")
def creator(published, tmp_path_factory):
    return Place.installed(tmp_path_factory.mktemp("creator"), published)


@pytest.fixture(scope="session")
def learner(published, tmp_path_factory):
    place = Place.installed(tmp_path_factory.mktemp("learner"), published, "[learn]")
    place.ecotools("start")
    return place


@pytest.fixture(scope="session")
def teacher(published, tmp_path_factory):
    return Place.installed(tmp_path_factory.mktemp("teacher"), published, "[teach]")
