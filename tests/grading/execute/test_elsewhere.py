"""Hand-ins see the package that grades them, wherever it was imported from, and nothing that is beside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

import ecotools
from ecotools.grading.execute.sandbox import needed_paths

from ..foreign import hand_in, write_old
from ..tiny import graded

# The test knows which package it was run with, and sees a module that only PYTHONPATH leads to.
CELLS = [
    ("code", "### BEGIN SOLUTION\nhalf = 4\n### END SOLUTION", graded("half", "solution")),
    (
        "code",
        "import helper\nimport ecotools.learn\n\n"
        "assert helper.twice(half) == 8 and ecotools.learn.MARK == 'a copy'",
        graded("test_half", "check", 1),
    ),
    (
        "code",
        "from pathlib import Path\n\nseen = sorted(p.name for p in Path(helper.__file__).parent.iterdir())\n"
        "assert 'helper.py' in seen and 'secret.txt' not in seen, seen",
        graded("test_secret", "check", 1),
    ),
]
RUN = "from ecotools.cli import main; main()"


@pytest.fixture
def copy(tmp_path):
    """A folder with a copy of the package that can be told from the one that is installed."""
    shutil.copytree(
        Path(ecotools.__file__).parent,
        tmp_path / "lib" / "ecotools",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    with (tmp_path / "lib" / "ecotools" / "learn" / "__init__.py").open("a") as file:
        file.write("\nMARK = 'a copy'\n")
    return tmp_path / "lib"


def as_folder(copy):
    return copy


def as_zip(copy):
    return shutil.make_archive(str(copy.parent / "package"), "zip", copy)


@pytest.mark.usefixtures("sandboxed")
@pytest.mark.parametrize("packed", [as_folder, as_zip])
def test_the_package_of_the_parent_is_the_one_that_hand_ins_see(copy, packed, tmp_path):
    mine, course = tmp_path / "mine", tmp_path / "course"
    mine.mkdir()
    (mine / "helper.py").write_text("def twice(x):\n    return 2 * x\n")
    (mine / "secret.txt").write_text("not for students")
    write_old(CELLS, course / "source" / "ps1" / "half.ipynb")
    hand_in(course / "source" / "ps1", course / "submitted" / "ada" / "ps1", {"half": "half = 4"})
    searched = os.pathsep.join(map(str, (packed(copy), mine)))
    said = subprocess.run(
        [sys.executable, "-c", RUN, "grade", "--sandbox", "require", "--course", course, "--jobs", "1"],
        env=os.environ | {"PYTHONPATH": searched},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, said.stdout + said.stderr
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        assert gradebook.find_submission("ps1", "ada").score == 2, said.stdout


def test_of_a_folder_that_is_searched_for_modules_only_these_are_seen(tmp_path, monkeypatch):
    for name in ("thing/__init__.py", "one.py", "nbgrader_config.py", "solutions/02/02.ipynb", "grades.db"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    seen = {Path(path) for path in needed_paths() if Path(path).is_relative_to(tmp_path)}
    assert seen == {tmp_path / "thing", tmp_path / "one.py"}
    monkeypatch.chdir(tmp_path)
    assert not any(Path(path).is_relative_to(tmp_path) for path in needed_paths()), "the folder one is in"
