"""Reading a blueprint's file, which is UTF-8."""

from pathlib import Path

from ecotools.blueprint.problems import BlueprintError, Problem
from ecotools.errors import nearest


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; the error of a missing one names the nearest file in its folder."""
    if path.is_dir():
        raise IsADirectoryError(f"{str(path)!r} is a folder; name a file in it")
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
