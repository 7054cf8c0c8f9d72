"""Folders and zips read without trusting them: what is no plain file, too large or badly named is refused.

A bad file is refused by name and the rest goes on; a bad archive is refused as a whole. Sizes are counted
while reading, since what a zip says of itself may be forged.
"""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ecotools.grading.collect import names
from ecotools.grading.collect.instants import packed_time

_CHUNK = 64 * 1024
_GRACE = 2**20
EMPTY = "is an empty folder: nothing was handed in there"
_ENTRY = b"PK\x01\x02"
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
    zlib.error,
)


class ArchiveError(ValueError):
    """An archive that is refused as a whole; the text says why, without naming it."""


@dataclass(frozen=True)
class ArchiveLimits:
    """How much a source may hold.

    ``file`` is in bytes a file, ``entries`` and ``total`` (bytes) are for the whole source, the ``packed``
    ones for an archive within it; ``ratio`` is unpacked to packed bytes, ``depth`` counts zips within zips.
    """

    file: int = 64 * 2**20
    entries: int = 100_000
    total: int = 8 * 2**30
    packed_entries: int = 20_000
    packed_total: int = 512 * 2**20
    ratio: int = 200
    depth: int = 3


@dataclass(frozen=True)
class Entry:
    """One file of a source: its path there, the same as a message names it, its time, where its bytes lie.

    ``zoned`` says that the zone of the time is known, and so the time itself.
    """

    name: str
    where: str
    time: datetime
    file: Path
    depth: int = 0
    zoned: bool = True

    def read(self) -> bytes:
        """Return the bytes; a link or a device that took the file's place meanwhile is an OSError."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with os.fdopen(os.open(self.file, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise OSError(f"{self.where} is no longer a plain file")
            return stream.read()


@dataclass(frozen=True)
class Note:
    """A file or archive that was not taken, and why."""

    where: str
    why: str


class ArchiveReader:
    """Reads a source; what it unpacks is kept in ``scratch`` under numbers, so no name reaches the disk.

    ``zone`` is that of the system that packed zips whose times name none.
    """

    def __init__(self, scratch: Path, limits: ArchiveLimits | None = None, zone: str = "") -> None:
        self.scratch, self.zone = scratch, zone
        self.limits = limits or ArchiveLimits()
        self.refused: list[Note] = []
        self.ignored: list[Note] = []
        self.left = self.limits.total
        self._count = 0

    def source(self, path: Path) -> list[Entry]:
        """Return the files of a folder or a zip; raise ArchiveError when it cannot be read at all."""
        if path.is_dir():
            return list(self._folder(path))
        outer = Entry(path.name, names.shown(path.name), utc(path.stat().st_mtime), path)
        return list(self._zip(outer, self.limits.entries, None))

    def unpack(self, archive: Entry) -> list[Entry]:
        """Return the files of a zip in the source, or nothing of it and an ArchiveError."""
        if archive.depth >= self.limits.depth:
            raise ArchiveError(f"zip files are nested more than {self.limits.depth} deep")
        size, found, left = archive.file.stat().st_size, [], self.left
        allowed = min(self.limits.packed_total, max(_GRACE, self.limits.ratio * size))
        try:
            for entry in self._zip(archive, self.limits.packed_entries, allowed):
                found.append(entry)
        except ArchiveError:
            for entry in found:
                entry.file.unlink()
            self.left = left
            raise
        return found

    def _refuse(self, where: str, why: str) -> None:
        self.refused.append(Note(names.shown(where), names.shown(why)))

    def _empty(self, where: str) -> None:
        if not any(names.junk(part) for part in where.split("/")):
            self.ignored.append(Note(names.shown(where), EMPTY))

    def _ignored(self, path: str, where: str) -> bool:
        if any(names.junk(part) for part in path.split("/")):
            self.ignored.append(Note(names.shown(where), "left by a system or an editor"))
            return True
        return False

    def _folder(self, root: Path) -> Iterator[Entry]:
        count = 0
        for folder, inner, files in os.walk(root, onerror=lambda error: self._unread(root, error)):
            if not inner and not files and Path(folder) != root:
                self._empty(Path(folder).relative_to(root).as_posix())
            for name in sorted([*inner, *files]):
                path = Path(folder, name)
                short = path.relative_to(root).as_posix()
                count += 1
                if count > self.limits.entries:
                    raise ArchiveError(f"it holds more than {self.limits.entries} files")
                if self._ignored(name, short):
                    inner[:] = [kept for kept in inner if kept != name]
                    continue
                status = path.lstat()
                if stat.S_ISDIR(status.st_mode):
                    continue
                why = _not_plain(status) or names.leaves(short) or self._too_large(status.st_size)
                if why:
                    self._refuse(short, why)
                else:
                    yield Entry(short, names.shown(short), utc(status.st_mtime), path)

    def _unread(self, root: Path, error: OSError) -> None:
        self._refuse(os.path.relpath(error.filename, root), f"cannot be read: {error.strerror}")

    def _too_large(self, size: int) -> str:
        if size > self.limits.file:
            return f"is larger than {self.limits.file / 2**20:g} MiB"
        return ""

    def _zip(self, outer: Entry, entries: int, allowed: int | None) -> Iterator[Entry]:
        """Yield the files of a zip; ``allowed`` bytes may come of it in all, None for the outermost."""
        if _count_entries(outer.file, entries) > entries:
            raise ArchiveError(f"it holds more than {entries} files")
        before = self.left
        try:
            archive = zipfile.ZipFile(outer.file)
        except _BROKEN as error:
            raise ArchiveError(names.shown(f"it is no zip that can be read ({error})")) from error
        with archive:
            for folder in _empty_folders(archive):
                self._empty(f"{outer.where}/{folder}")
            for info in archive.infolist():
                name = _name(info)
                where = f"{outer.where}/{names.shown(name)}"
                why = names.leaves(name)
                if name.endswith("/") or (not why and self._ignored(name, where)):
                    continue
                why = why or _not_packed_plainly(info)
                data = None if why else self.scratch / str(self._next())
                if data:
                    used = before - self.left
                    why = self._unpacked(archive, info, data, None if allowed is None else allowed - used)
                if why:
                    self._refuse(where, why)
                else:
                    name = "/".join(part for part in name.split("/") if part not in ("", "."))
                    time, zoned = packed_time(info, self.zone)
                    if time is None:
                        time, zoned = outer.time, False
                    yield Entry(name, where, time, data, outer.depth + 1, zoned)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _unpacked(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, to: Path, allowed: int | None
    ) -> str:
        """Write one file of ``archive`` to ``to``; return why it is refused, and then leave nothing."""
        size, enough, why = 0, max(_GRACE, self.limits.ratio * info.compress_size), ""
        try:
            with archive.open(info) as packed, to.open("wb") as out:
                while not why and (chunk := packed.read(_CHUNK)):
                    size += len(chunk)
                    self.left -= len(chunk)
                    if allowed is not None and size > allowed:
                        name = names.shown(info.filename)
                        raise ArchiveError(f"it unpacks to too much, at {name}: is it a zip bomb?")
                    why = self._too_large(size)
                    if size > enough:
                        why = f"unpacks to more than {self.limits.ratio} times its size: is it a zip bomb?"
                    elif self.left < 0:
                        why = "comes after as much as can be unpacked at once: collect in parts"
                    out.write(chunk)
        except ArchiveError:
            to.unlink()
            raise
        except _BROKEN as error:
            why = f"cannot be unpacked ({error})"
        if why:
            self.left += size
            to.unlink(missing_ok=True)
        return why


def _not_plain(status: os.stat_result) -> str:
    if stat.S_ISLNK(status.st_mode):
        return "is a link"
    if not stat.S_ISREG(status.st_mode):
        return "is no plain file"
    if status.st_nlink > 1:
        return "is one of several hard links to the same file"
    return ""


def _not_packed_plainly(info: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a link"
    if kind not in (0, stat.S_IFREG):
        return "is no plain file"
    if info.flag_bits & 0x2041:
        return "is encrypted: ask for it without a password"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return f"is packed in a way that is not opened here (method {info.compress_type})"
    return ""


def _count_entries(file: Path, enough: int) -> int:
    """Return how many entries a zip can have at most, before any is believed: how often their mark stands."""
    count, rest = 0, b""
    with file.open("rb") as stream:
        while count <= enough and (chunk := stream.read(16 * _CHUNK)):
            count += (rest + chunk).count(_ENTRY)
            rest = (rest + chunk)[1 - len(_ENTRY) :]
    return count


def _empty_folders(archive: zipfile.ZipFile) -> list[str]:
    """Return the folders of a zip with nothing in them."""
    found = sorted({_name(info) for info in archive.infolist()})  # what is in a folder comes right after it
    pairs = zip(found, [*found[1:], ""], strict=False)
    return [name.rstrip("/") for name, after in pairs if name.endswith("/") and not after.startswith(name)]


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name as it is stored: zipfile cuts it at a NUL, and reads unmarked UTF-8 as DOS text."""
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        try:
            return name.encode("cp437").decode("utf-8")
        except UnicodeError:
            return name
    return name


def utc(seconds: float) -> datetime:
    """Return a time as nbgrader keeps it: in UTC, without a zone, to the second.

    >>> utc(1772384520.5)
    datetime.datetime(2026, 3, 1, 17, 2)
    """
    return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
