"""Write files whole or not at all, whatever stops the program."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path


def write_text(file: Path, text: str, make_folders: bool = False) -> Path:
    """Write ``text`` as UTF-8 with its line ends, whole or not at all; return ``file``.

    The folder must be there, unless ``make_folders`` says to make it.
    """
    if make_folders:
        file.parent.mkdir(parents=True, exist_ok=True)
    return put(file, lambda beside: beside.write_bytes(text.encode("utf-8")))


def copy(source: Path, file: Path) -> Path:
    """Copy a file, with its time, in the same way; folders are made, a write-protected file is replaced."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return put(file, lambda beside: shutil.copy2(source, beside))


def put(file: Path, write: Callable[[Path], object]) -> Path:
    """Let ``write`` make a file beside ``file``, and then put it in its place; return ``file``."""
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.unlink(missing_ok=True)
        write(beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    return file


def write_together(folder: Path, texts: Mapping[str, str]) -> None:
    """Write several files of ``folder`` by their names: all of them or none.

    They are written aside first, and then put in place by renames. What goes wrong before or between these,
    Ctrl-C too, leaves what was there. A machine that stops between two of them leaves some files of now and
    some of before, each whole. Other files of the folder are not touched.
    """
    aside = folder / ".ecotools-new"
    new, old = aside / "new", aside / "old"
    shutil.rmtree(aside, ignore_errors=True)  # of a run that was killed
    try:
        for place in (new, old):
            place.mkdir(parents=True)
        for name, text in texts.items():
            (new / name).write_bytes(text.encode("utf-8"))
            if (folder / name).exists():
                shutil.copy2(folder / name, old / name)
        _put_in_place(folder, list(texts), new, old)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(folder: Path, names: list[str], new: Path, old: Path) -> None:
    try:
        for name in names:
            (new / name).replace(folder / name)
    except BaseException:
        for name in names:
            if (old / name).exists():
                (old / name).replace(folder / name)
            elif not (new / name).exists():
                (folder / name).unlink(missing_ok=True)
        raise
