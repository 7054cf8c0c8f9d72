"""What a student handed in: the files of a folder, read once, with caps, links refused."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path
from unicodedata import normalize

from ecotools.grading.collect.copies import Stub
from ecotools.grading.collect.instants import STAMP, Instant, read_instant, written
from ecotools.grading.collect.names import printable, same_file
from ecotools.grading.collect.titles import is_notebook
from ecotools.grading.pipeline.choose_notebooks import CopiesError, choose_notebooks

MOST_BYTES = 32 * 2**20  # of a hand-in in all
MOST_FILES = 500
MOST_ENTRIES = 5000  # files and folders that are looked at
MOST_LEVELS = 30  # of folders in folders
_MOST_STAMP = 1000  # bytes of a timestamp.txt


class HandInError(ValueError):
    """A hand-in that cannot be graded; the text names the file and says why."""


@dataclass(frozen=True)
class SubmittedFiles:
    """The notebooks of a hand-in by name, its other files by path, what was left out or taken otherwise.

    ``timestamp`` is the text of its timestamp.txt, ``time`` what it says in the form that nbgrader reads;
    both are empty when there is none, ``time`` also when it cannot be told.
    """

    student: str
    notebooks: dict[str, bytes]
    files: dict[str, bytes]
    left_out: tuple[str, ...]
    timestamp: str
    time: str = ""

    def digest(self, notebook: str) -> str:
        """Return a hash of what a notebook's grade depends on: itself, the files, which others there are."""
        known = (self.timestamp, self.time, self.left_out, sorted(self.notebooks))
        found = hashlib.sha256(repr(known).encode())
        for name, data in [(notebook, self.notebooks[notebook]), *sorted(self.files.items())]:
            found.update(f"\0{name}\0{len(data)}\0".encode())
            found.update(data)
        return found.hexdigest()


def read_handin(
    folder: Path,
    student: str,
    expected: tuple[str, ...],
    ignore: list[str],
    stub: Callable[[str], Stub] = lambda name: Stub(),
    home: str = "",
) -> SubmittedFiles:
    """Read the hand-in in ``folder``.

    A notebook that was renamed is found by its cells, and a copy that holds work is taken rather than an
    untouched one under the right name.

    Parameters
    ----------
    folder, student : where it lies and whose it is.
    expected : the names of the assignment's notebooks, without their ending.
    ignore : patterns of file names that are skipped.
    stub : gives what students were given as a notebook; asked only where there are other notebooks.
    home : the zone in which the course writes times, as of ``read_instant``.

    Raises
    ------
    HandInError
        When there is none of the notebooks, copies of one hold different work, there is too much of anything,
        or the folder is a link or is named so that it cannot be used.
    """
    _check_place(folder)
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
        if is_notebook(name):
            notebooks[name] = path.read_bytes()
        elif shadows(name):
            left_out.append(f"{name} has the name of an installed package, and was left out")
        else:
            files[name] = path.read_bytes()
    try:
        taken, said = choose_notebooks(notebooks, expected, stub)
    except CopiesError as error:
        raise HandInError(f"{folder}: {error}") from error
    left_out += said
    if not taken:
        held = ", ".join(name for name in sorted(notebooks) if "/" not in name) or "no notebook"
        wanted = folder / f"{expected[0] if expected else '?'}.ipynb"
        raise HandInError(f"{wanted}: not there; the folder holds {held}. Was it renamed?")
    text, found = timestamp(folder, home)
    if text and found and found.note:  # an empty one is how a time that is not known is kept
        unknown = "" if found.time else "; when it was handed in is not known"
        left_out.append(f"{STAMP}: {found.note}{unknown}")
    time = written(found.time) if found and found.time else ""
    return SubmittedFiles(student, taken, files, tuple(left_out), text, time)


def _check_place(folder: Path) -> None:
    """Refuse a folder that is not where it seems to be, or that is there under another spelling."""
    for place in (folder.parent, folder):
        if place.is_symlink():
            raise HandInError(f"{folder}: {place.name} is a link: put the hand-in itself there, as a folder")
        if place.is_dir() or not place.parent.is_dir():
            continue
        for other in place.parent.iterdir():
            if printable(other.name) == place.name:
                raise HandInError(f"{folder}: the name {place.name} is not in UTF-8: rename the folder")
            if same_file(other.name) == same_file(place.name):
                raise HandInError(f"{folder}: {other.name} is there instead of {place.name}: rename it")
    student = folder.parent.name
    for other in () if student.isascii() or not folder.is_dir() else folder.parent.parent.iterdir():
        if other.name != student and normalize("NFC", other.name) == normalize("NFC", student):
            raise HandInError(
                f"{folder}: {student} is there twice, with accents written in two ways: keep one"
            )


def timestamp(folder: Path, home: str = "") -> tuple[str, Instant | None]:
    """Return the text of the ``timestamp.txt`` in ``folder``, and what it says; "" and None without one."""
    file = folder / STAMP
    if not file.is_file() or file.is_symlink():
        return "", None
    if file.stat().st_size > _MOST_STAMP:
        return "", Instant(note=f"is longer than {_MOST_STAMP} bytes")
    text = file.read_text(encoding="utf-8", errors="replace").strip()
    return text, read_instant(text, home) if text else Instant(note="is empty")


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
    """Yield the files in ``folder`` and below, in order; links to folders are not followed.

    Raises
    ------
    HandInError
        When there are too many files and folders, or too many folders nested.
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
                    f" or more than {MOST_LEVELS} nested folders"
                )
            waiting += sorted(inside, reverse=True)
        else:
            yield path


def shown(name: object) -> str:
    """Return a name as text that can be printed: bytes of an unknown encoding become question marks."""
    return str(name).encode("utf-8", "replace").decode()
