"""What `ecotools start` remembers of a folder: checksums of all that it has written there."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import BaseModel, ValidationError

from ecotools.files import write_text

from .material import StartError

FILE = ".ecotools-start.json"


class Checksums(BaseModel):
    """The checksums of a folder, by the names of its files with forward slashes.

    Parameters
    ----------
    ecotools : str
        The version that was started last.
    given : dict of str to str
        The version of each file that the learner has been given last, in its place or beside their own.
    written : dict of str to list of str
        Every version that came with ecotools, by the name it may have. A file that is none of them is the
        learner's.
    """

    ecotools: str = ""
    given: dict[str, str] = {}
    written: dict[str, list[str]] = {}

    @classmethod
    def read(cls, folder: Path) -> Checksums | None:
        """Return what is remembered of ``folder``; None when it was never started."""
        file = folder / FILE
        try:
            return cls.model_validate_json(file.read_bytes())
        except FileNotFoundError:
            return None
        except ValidationError as error:
            raise StartError(
                f"{file} cannot be read. Delete it and start again: each file that differs from the new"
                " version then counts as yours and is kept."
            ) from error

    def write(self, folder: Path) -> None:
        """Remember it, whole or not at all."""
        write_text(folder / FILE, self.model_dump_json(indent=1) + "\n", make_folders=True)

    def wrote(self, name: str, sum_: str) -> bool:
        """Return whether this version came with ecotools, under this name."""
        return sum_ in self.written.get(name, ())

    def note(self, name: str, sum_: str) -> None:
        """Remember that this version came with ecotools, under this name."""
        if not self.wrote(name, sum_):
            self.written.setdefault(name, []).append(sum_)


def checksum(data: bytes) -> str:
    r"""Return the checksum of a file, the same for either kind of line end: git and editors change them.

    >>> checksum(b"a\r\nb") == checksum(b"a\nb"), checksum(b"a") == checksum(b"b")
    (True, False)
    """
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
