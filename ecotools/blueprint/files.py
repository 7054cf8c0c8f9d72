"""Reading and writing a blueprint's file: UTF-8, and whole or not at all."""

from __future__ import annotations

from pathlib import Path

from ecotools.blueprint.problems import BlueprintError, Problem
from ecotools.errors import nearest


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; the error of a missing one names the nearest file in its folder."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        folder = path.parent
        there = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
        close = nearest(path.name, there)
        hint = (
            f" Did you mean {close!r}?" if close else f" The folder has {len(there)} files." if there else ""
        )
        raise FileNotFoundError(f"there is no file {path.name!r} in {str(folder)!r}.{hint}") from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "not UTF-8 text; save it again with the encoding UTF-8"
        raise BlueprintError([Problem("", message, line)], path.name) from None


def write_text(path: Path, text: str) -> Path:
    """Write text to a file beside it first, so that a failure leaves the old one; return the path."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(text.encode("utf-8"))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
