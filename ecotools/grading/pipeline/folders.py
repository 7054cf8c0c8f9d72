"""The folders that nbgrader expects after grading: written aside, put in place by a rename."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from nbgrader.utils import rmtree

from ecotools.grading.pipeline.handin import STAMP
from ecotools.grading.pipeline.journal import Journal
from ecotools.grading.pipeline.worker import Done, GradingTask

# As nbgrader leaves files, and as it does when its folders are shared by a group.
_READ_ONLY, _SHARED, _SHARED_FOLDER = 0o444, 0o664, 0o2770


def stage(journal: Journal, task: GradingTask, done: Done, shared: bool = False) -> str:
    """Write what was graded into a new folder beside the journal, to the disk; return the folder's name.

    ``shared`` lets the group of its owner write to it, as nbgrader's setting ``groupshared`` does.
    """
    name = secrets.token_hex(8)
    graded = task.kept | {notebook: text.encode() for notebook, text in done.notebooks.items()}
    notebooks = {f"{notebook}.ipynb": data for notebook, data in graded.items()}
    stamp = {STAMP: task.handin.timestamp.encode()} if task.handin.timestamp else {}
    for path, data in {**task.handin.files, **task.files, **notebooks, **stamp}.items():
        file = journal.staged / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        file.chmod(_SHARED if shared else _READ_ONLY)
        if shared:
            file.parent.chmod(file.parent.stat().st_mode | _SHARED_FOLDER)
    return name


def put_in_place(journal: Journal, staged: str, place: Path) -> None:
    """Make the staged folder the one at ``place``; what was there before is taken away."""
    place.parent.mkdir(parents=True, exist_ok=True)
    old = journal.staged / f"old-{secrets.token_hex(8)}"
    if place.exists():
        os.rename(place, old)
    os.rename(journal.staged / staged, place)
    if old.exists():
        rmtree(str(old))


def clear(journal: Journal) -> None:
    """Take away what was staged and never came into the journal, or was replaced."""
    for folder in journal.staged.iterdir():
        rmtree(str(folder))
