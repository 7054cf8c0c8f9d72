"""The data that come with the package: the fictional case company Quillwork, and the audited claims.

The claims are read with `ecotools.claims`.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from ecotools.blueprint import Blueprint
from ecotools.errors import one_of

_VERSIONS = {"final": "quillwork.yaml", "first-draft": "quillwork-first-draft.yaml"}


def path(name: str) -> Path:
    """Return the path of a file that comes with the package.

    Parameters
    ----------
    name : str
        Its name, such as ``"quillwork.yaml"``.

    Raises
    ------
    ValueError
        When there is no such file; the message lists the files and offers the nearest one.

    Examples
    --------
    >>> path("quillwork.yaml").name
    'quillwork.yaml'
    """
    folder = Path(str(files(__name__)))
    known = sorted(entry.name for entry in folder.iterdir() if entry.is_file() and entry.suffix != ".py")
    return folder / one_of(name, known, "name")


def quillwork(version: str = "final") -> Blueprint:
    """Return the blueprint of Quillwork, the fictional company of the course; its numbers are synthetic.

    Every call reads it anew, so changing one does not change the next.

    Parameters
    ----------
    version : {"final", "first-draft"}
        The whole ecosystem, or the early draft with gaps that the lessons start from.

    Examples
    --------
    >>> quillwork().product("bootcamp").price
    199.0
    >>> quillwork("first-draft").gaps()
    ['activation', 'referral']
    """
    return Blueprint.read(path(_VERSIONS[one_of(version, _VERSIONS, "version")]))
