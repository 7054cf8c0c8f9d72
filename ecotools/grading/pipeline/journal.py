"""The journal of grading: a line for each hand-in, on disk before anything else of it is written.

With it a run that was killed is taken up where it was: what is in the journal is saved, not graded again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Line:
    """What is to be saved of one hand-in; ``staged`` names the folder that holds its executed notebooks."""

    student: str
    assignment: str
    digest: str
    timestamp: str
    staged: str
    scores: dict[str, dict[str, float | None]] = field(default_factory=dict)
    comments: dict[str, dict[str, str | None]] = field(default_factory=dict)


class Journal:
    """The file ``journal.jsonl`` in ``folder``, and the folders ``staged`` beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "journal.jsonl"
        (folder / "staged").mkdir(parents=True, exist_ok=True)

    def add(self, line: Line) -> None:
        """Write one line and wait until it is on the disk."""
        with self._file.open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(line), ensure_ascii=False) + "\n")
            out.flush()
            os.fsync(out.fileno())

    def unsaved(self) -> Iterator[Line]:
        """Yield the last line of each hand-in whose folder is still staged: it was not saved to the end."""
        last: dict[tuple[str, str], Line] = {}
        for line in self._lines():
            last[line.student, line.assignment] = line
        for line in last.values():
            if (self.folder / "staged" / line.staged).is_dir():
                yield line

    def _lines(self) -> Iterator[Line]:
        if not self._file.exists():
            return
        with self._file.open(encoding="utf-8", errors="replace") as text:
            for row in text:
                known = _line(row)
                if known is not None:
                    yield known


def _line(row: str) -> Line | None:
    """Return a line of the journal; None for one that was cut off when the machine went down."""
    try:
        content: Any = json.loads(row)
        return Line(**content)
    except (ValueError, TypeError):
        return None
