"""One grading at a time: two that save into the same folders would undo each other's work."""

from __future__ import annotations

import contextlib
import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path


class LockedError(ValueError):
    """Another run is grading; the text says which."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder``; it ends with this process, however that ends.

    Raises
    ------
    LockedError
        When another run holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / "lock.txt"
    # SQLite locks a file on every system that it runs on, and the system lets go of it when a process dies.
    with contextlib.closing(sqlite3.connect(folder / "lock", timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise LockedError(f"{folder}: another run is grading this course: {_said(holder)}") from error
        since = datetime.now().isoformat(" ", timespec="seconds")
        holder.write_text(f"process {os.getpid()} on {platform.node()}, since {since}", encoding="utf-8")
        yield


def _said(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8")
    except OSError:
        return "it did not say which"
