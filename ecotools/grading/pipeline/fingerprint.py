"""What grading runs with, and hashes of what a grade was made from."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2]  # ecotools itself


def digest(*parts: object) -> str:
    """Return a hash of values that can be written as JSON.

    >>> digest(1, "a") == digest(1, "a"), digest(1, "a") == digest("1a")
    (True, False)
    """
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=1)
def environment() -> str:
    """Return a hash of all that there is here: this Python, the installed packages, the text of ecotools."""
    return digest(sys.version, installed(), ecotools_text())


@lru_cache(maxsize=1)
def installed() -> tuple[str, ...]:
    """Return the installed packages, as "name-version.dist-info" and the like, in order.

    These are the names of the folders that describe them: to read the descriptions themselves takes a fifth
    of a second.
    """
    return tuple(sorted({name for entry in sys.path for name in _described(entry)}))


@lru_cache(maxsize=1)
def ecotools_text() -> str:
    """Return a hash of the text of this package."""
    # An archive has no files that could be read one by one.
    files = sorted(PACKAGE.rglob("*.py")) or [file for file in PACKAGE.parents if file.is_file()]
    return digest([raw(file) for file in files])


@lru_cache(maxsize=2048)
def raw(file: Path) -> str:
    """Return a hash of the bytes of a file of this package, read once."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _described(entry: str) -> list[str]:
    """Return the names of what describes the packages installed in an entry of Python's search path."""
    try:
        return [name for name in os.listdir(entry or ".") if name.endswith((".dist-info", ".egg-info"))]
    except OSError:  # no folder, or none that may be read
        return []
