"""What a student handed in: the files of a folder, read once, with caps, links refused."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path

MOST_BYTES = 32 * 2**20  # of a hand-in in all
MOST_FILES = 500
MOST_ENTRIES = 5000  # files and folders that are looked at
MOST_LEVELS = 30  # of folders in folders
STAMP = "timestamp.txt"


class HandInError(ValueError):
    """A hand-in that cannot be graded; the text names the file and says why."""


@dataclass(frozen=True)
class HandIn:
    """The notebooks of a hand-in by name, its other files by path, what was left out, and its time."""

    student: str
    notebooks: dict[str, bytes]
    files: dict[str, bytes]
    left_out: tuple[str, ...]
    timestamp: str

    def digest(self, notebook: str) -> str:
        """Return a hash of what a notebook's grade depends on: itself, the files, which others there are."""
        known = (self.timestamp, self.left_out, sorted(self.notebooks))
        found = hashlib.sha256(repr(known).encode())
        for name, data in [(notebook, self.notebooks[notebook]), *sorted(self.files.items())]:
            found.update(f"\0{name}\0{len(data)}\0".encode())
            found.update(data)
        return found.hexdigest()


def read_handin(folder: Path, student: str, expected: tuple[str, ...], ignore: list[str]) -> HandIn:
    """Read the hand-in in ``folder``.

    Parameters
    ----------
    folder, student : where it lies and whose it is.
    expected : the names of the assignment's notebooks, without their ending.
    ignore : patterns of file names that are passed over.

    Raises
    ------
    HandInError
        When there is none of the notebooks, or too much of anything.
    """
    notebooks, files, left_out, size = {}, {}, [], 0
    for path in walk(folder, ignore) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if shown(name) != name:
            left_out.append(f"{name!r} is no name that every system can write, and was left out")
            continue
        if path.is_symlink() or not path.is_file():
            left_out.append(f"{name} is a link or no plain file, and was left out")
            continue
        if name == STAMP:
            continue
        size += path.stat().st_size
        if size > MOST_BYTES or len(files) >= MOST_FILES:
            raise HandInError(
                f"{path}: with it the hand-in holds more than {MOST_FILES} files or {MOST_BYTES:,} bytes"
            )
        if name.endswith(".ipynb"):
            if name[: -len(".ipynb")] in expected:
                notebooks[name[: -len(".ipynb")]] = path.read_bytes()
        elif shadows(name):
            left_out.append(f"{name} has the name of an installed package, and was left out")
        else:
            files[name] = path.read_bytes()
    if not notebooks:
        held = ", ".join(shown(path.name) for path in sorted(folder.glob("*.ipynb"))) or "no notebook"
        wanted = folder / f"{expected[0] if expected else '?'}.ipynb"
        raise HandInError(f"{wanted}: not there; the folder holds {held}. Was it renamed?")
    return HandIn(student, notebooks, files, tuple(left_out), timestamp(folder))


def timestamp(folder: Path) -> str:
    """Return when the hand-in in ``folder`` was made, as its ``timestamp.txt`` says; "" without one."""
    file = folder / STAMP
    if not file.is_file() or file.is_symlink() or file.stat().st_size > 1000:
        return ""
    return file.read_text(encoding="utf-8", errors="replace").strip()


def shadows(name: str) -> bool:
    """Return whether a file handed in would be imported in place of an installed or built-in package.

    >>> shadows("pandas.py"), shadows("numpy/__init__.py"), shadows("my_helpers.py"), shadows("numpy.csv")
    (True, True, False, False)
    """
    top = name.partition("/")[0].partition(".")[0]
    return name.endswith((".py", ".pyc", ".so", ".pyd", ".pth")) and _installed(top)


@lru_cache(maxsize=2000)
def _installed(name: str) -> bool:
    if name in sys.stdlib_module_names or name in {"sitecustomize", "usercustomize"}:
        return True
    if not name.isidentifier():
        return False
    found = PathFinder.find_spec(name, [place for place in sys.path if place])
    return found is not None and found.origin is not None  # a mere folder is no package


def walk(folder: Path, ignore: list[str]) -> Iterator[Path]:
    """Yield what lies in ``folder`` and below, in order; links to folders are not followed.

    Raises
    ------
    HandInError
        When there are too many files and folders, or too many folders in each other.
    """
    waiting, seen = [folder], 0
    while waiting:
        path = waiting.pop()
        if path == folder or (path.is_dir() and not path.is_symlink()):
            inside = [one for one in path.iterdir() if not any(fnmatch(one.name, p) for p in ignore)]
            seen += len(inside)
            if seen > MOST_ENTRIES or len(path.parts) - len(folder.parts) > MOST_LEVELS:
                raise HandInError(
                    f"{shown(path)}: with it the hand-in holds more than {MOST_ENTRIES:,} files and folders,"
                    f" or more than {MOST_LEVELS} folders in each other"
                )
            waiting += sorted(inside, reverse=True)
        else:
            yield path


def shown(name: object) -> str:
    """Return a name as text that can be printed: bytes of an unknown encoding become question marks."""
    return str(name).encode("utf-8", "replace").decode()
