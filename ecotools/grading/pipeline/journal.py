"""The journal of grading: a line for each hand-in, on disk before anything else of it is written.

With it a run that was killed resumes: what is in the journal is saved, not graded again. Only one run at a
time writes it: two that save into the same folders would undo each other's work.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError


@dataclass(frozen=True)
class JournalLine:
    """What is to be saved of one hand-in; ``staged`` names the folder that holds its executed notebooks.

    ``kept`` names notebooks that were not graded again: what the gradebook has of them stays. ``answers`` are
    hashes of the answers by notebook and cell, and ``waits`` the cells by notebook whose mark by hand was
    given for another answer.
    """

    __pydantic_config__ = ConfigDict(extra="forbid", strict=True)

    student: str
    assignment: str
    timestamp: str
    staged: str
    scores: dict[str, dict[str, float | None]] = field(default_factory=dict)
    comments: dict[str, dict[str, str | None]] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    waits: dict[str, list[str]] = field(default_factory=dict)


_LINE = TypeAdapter(JournalLine)
JOURNAL = "journal.jsonl"
# Which process is at work in the folder, and what SQLite lays beside its lock.
LOCKS = ("lock", "lock.txt", "lock-journal")


def folder_of(root: Path) -> Path:
    """Return the folder of a course in which grading remembers what it did."""
    return root / ".ecotools" / "grading"


class Journal:
    """The file ``journal.jsonl`` in ``folder``, and the folders in ``staged`` beside it."""

    def __init__(self, folder: Path) -> None:
        self.staged = folder / "staged"
        self._file = folder / JOURNAL
        self.staged.mkdir(parents=True, exist_ok=True)
        self._end_last_line()

    def add(self, line: JournalLine) -> None:
        """Write one line and wait until it is on the disk."""
        with self._file.open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(line)) + "\n")
            out.flush()
            os.fsync(out.fileno())

    def unsaved(self) -> list[JournalLine]:
        """Return the lines whose folder is still staged, in order: they were not saved to the end."""
        there = {folder.name for folder in self.staged.iterdir()}
        return [line for line in self._lines() if line.staged in there]

    def answers(self, student: str, assignment: str, notebook: str) -> dict[str, str]:
        """Return the hashes of a student's answers in a notebook when it was graded last; {} when never."""
        found: dict[str, str] = {}
        for line in self._lines():
            if (line.student, line.assignment) == (student, assignment):
                found = line.answers.get(notebook, found)
        return found

    def _lines(self) -> Iterator[JournalLine]:
        if self._file.exists():
            with self._file.open("rb") as rows:
                yield from filter(None, map(_line, rows))

    def _end_last_line(self) -> None:
        """End a line that was cut off when a run was killed, so that the next one is not added to it."""
        with self._file.open("a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read() != b"\n":
                    file.write(b"\n")


def _line(row: bytes) -> JournalLine | None:
    """Return a line of the journal; None for what is none: cut off, or of another version."""
    try:
        return _LINE.validate_json(row)
    except ValidationError:
        return None


class LockedError(ValueError):
    """Another run is at work in the course; the text says which."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder``; it ends with this process, however that ends.

    Raises
    ------
    LockedError
        When another run holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock_file, holder = (folder / name for name in LOCKS[:2])
    # SQLite locks a file on every system that it runs on, and the system lets go of it when a process dies.
    with contextlib.closing(sqlite3.connect(lock_file, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise LockedError(f"{folder}: another run is at work in this course: {_said(holder)}") from error
        since = datetime.now().isoformat(" ", timespec="seconds")
        holder.write_text(f"process {os.getpid()} on {platform.node()}, since {since}", encoding="utf-8")
        yield


def _said(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8")
    except OSError:
        return "it did not say which"
