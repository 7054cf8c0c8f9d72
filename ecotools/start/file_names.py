"""Names as Windows and macOS compare them, on every system, so that a folder can move from one to another."""

import unicodedata
from pathlib import Path, PurePosixPath


def place_of(folder: Path, name: str) -> Path:
    """Return the path of ``name`` in ``folder``, in the spelling that is there already.

    Parameters
    ----------
    folder : Path
        The folder; it need not exist.
    name : str
        A name with forward slashes, such as ``course/01-ecosystems.ipynb``.
    """
    place = folder
    for part in PurePosixPath(name).parts:
        place = place / _spelled(place, part)
    return place


def _spelled(folder: Path, part: str) -> str:
    if not folder.is_dir():
        return part
    names = [entry.name for entry in folder.iterdir()]
    alike = sorted(name for name in names if _folded(name) == _folded(part))
    return part if part in alike or not alike else alike[0]


def _folded(name: str) -> str:
    """Return what is the same for two names that a Mac or Windows takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
