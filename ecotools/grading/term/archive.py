"""A term in one file: packed, checked, and opened again anywhere.

The file is a tar, compressed with gzip, since that keeps times, links and names of any bytes, and every
system opens it. All is in one folder of it, a course of its own: its gradebook is a copy, beside it lie
source, releases and configuration, and its last file is the manifest with a checksum of each other.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tarfile
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import ValidationError

from ecotools.files import put
from ecotools.grading.collect.collect import CollectError, alone
from ecotools.grading.collect.names import printable
from ecotools.grading.course import Course
from ecotools.grading.pipeline.journal import LockedError, folder_of, only_one
from ecotools.grading.term import TermError
from ecotools.grading.term.contents import GRADEBOOK, CoursePart, parts, path_in
from ecotools.grading.term.gradebook_copy import copy_gradebook, has_gradebook, held_in
from ecotools.grading.term.manifest import FILE, ArchiveManifest, HeldGradebook, begin
from ecotools.grading.term.moved_course import use_what_lies_here

TOP = "term"  # the folder that all of an archive is in
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Checked:
    """What came of looking through an archive: what it says of itself, and all that is wrong with it."""

    file: Path
    manifest: ArchiveManifest | None
    findings: list[str] = field(default_factory=list)


@contextmanager
def alone_in(course: Course) -> Iterator[None]:
    """Keep others from grading and collecting meanwhile.

    Raises
    ------
    TermError
        When somebody is at it.
    """
    try:
        with only_one(folder_of(course.root)):
            if not course.submitted.is_dir():
                yield
                return
            with alone(course.submitted):
                yield
    except (LockedError, CollectError) as error:
        raise TermError(str(error)) from error


def pack(course: Course, file: Path) -> Checked:
    """Pack the term of a course into ``file``, look through what was written, and return what it says.

    The file is there once it is whole and right, and not before.

    Raises
    ------
    TermError
        When there is such a file already, when a part of the term lies outside of the course folder, or when
        what was written is not what there is.
    """
    if file.exists():
        raise TermError(f"{file} is there already; an archive is never written over: give another name")
    found = parts(course)
    if any(file.resolve().is_relative_to(part.place.resolve()) for part in found):
        raise TermError(f"{file} would lie in what it is to hold: give another name")
    file.parent.mkdir(parents=True, exist_ok=True)
    checked = []

    def write(beside: Path) -> None:
        manifest = begin(course)
        with gzip.open(beside, "wb", compresslevel=6) as stream:
            _write(course, found, manifest, stream)
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        checked.append(_right(course, beside, manifest))

    with alone_in(course):
        put(file, write)
    return Checked(file, checked[0])


def _write(course: Course, found: list[CoursePart], manifest: ArchiveManifest, stream: IO[bytes]) -> None:
    """Write all files into a tar, and what they are into the manifest, which comes last."""
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        for path, place in (entry for part in found for entry in part.entries()):
            _add(tar, place, path, manifest)
        if has_gradebook(course):
            with _copied(course) as copy:
                held = held_in(copy)
                manifest.gradebook = HeldGradebook(digest=held.digest, rows=held.rows)
                _add(tar, copy, GRADEBOOK, manifest)
        with tempfile.TemporaryFile() as said:
            info = tarfile.TarInfo(f"{TOP}/{FILE}")
            info.size = said.write(manifest.model_dump_json(indent=1).encode())
            said.seek(0)
            tar.addfile(info, said)


@contextmanager
def _copied(course: Course) -> Iterator[Path]:
    """Yield a copy of the gradebook that is there meanwhile."""
    with tempfile.TemporaryDirectory(prefix="ecotools-archive-") as scratch:
        copy = Path(scratch, GRADEBOOK)
        copy_gradebook(course, copy)
        yield copy


def _add(tar: tarfile.TarFile, place: Path, path: str, manifest: ArchiveManifest) -> None:
    info = tar.gettarinfo(place, f"{TOP}/{path}")
    if info is None or not (info.isreg() or info.isdir() or info.issym() or info.islnk()):
        raise TermError(f"{place} is neither a file nor a folder: take it away")
    info.uid, info.gid, info.uname, info.gname = 0, 0, "", ""
    path = printable(path)
    if info.issym():
        manifest.links[path] = printable(info.linkname)
        tar.addfile(info)
    elif info.isdir():
        manifest.folders.append(path)
        tar.addfile(info)
    else:
        info.type, info.linkname, info.size = tarfile.REGTYPE, "", place.stat().st_size
        try:
            with place.open("rb") as content:
                reader = _Hashing(content)
                tar.addfile(info, reader)
        except OSError as error:
            raise TermError(f"{place} changed while it was packed, or cannot be read: {error}") from error
        manifest.files[path] = reader.sum.hexdigest()


class _Hashing:
    """A file that is hashed while it is read."""

    def __init__(self, content: IO[bytes]) -> None:
        self._content, self.sum = content, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._content.read(size)
        self.sum.update(data)
        return data


def _right(course: Course, written: Path, manifest: ArchiveManifest) -> ArchiveManifest:
    """Return what an archive says, once it is compared with itself and with what is in the course now."""
    checked = check(written)
    findings = checked.findings or differences(course, manifest)
    if findings:
        raise TermError("the archive is not written, since it would be wrong: " + "; ".join(findings))
    return checked.manifest or manifest


def check(file: Path) -> Checked:
    """Return what an archive says of itself, and what is wrong with it: it is read to its last byte."""
    try:
        with tempfile.TemporaryDirectory(prefix="ecotools-archive-") as scratch:
            return _looked_through(file, Path(scratch))
    except (OSError, EOFError, tarfile.TarError, zlib.error) as error:
        return Checked(file, None, [f"{file}: the archive cannot be read to its end: {error}"])


def _looked_through(file: Path, scratch: Path) -> Checked:
    seen, names, said, findings = (
        ArchiveManifest.model_construct(files={}, links={}, folders=[]),
        Counter(),
        b"",
        [],
    )
    book = scratch / GRADEBOOK
    with gzip.open(file) as stream:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for member in tar:
                top, _, path = printable(member.name).partition("/")
                names[member.name] += 1
                if top != TOP or not path or ".." in PurePosixPath(path).parts:
                    findings.append(f"{file}: {member.name!r} has no place in an archive of a term")
                elif member.issym():
                    seen.links[path] = printable(member.linkname)
                elif member.isdir():
                    seen.folders.append(path)
                elif path == FILE:
                    said = tar.extractfile(member).read()
                elif member.isreg():
                    copy = book if path == GRADEBOOK else None
                    seen.files[path] = _hash(tar.extractfile(member), copy)
                else:
                    findings.append(f"{file}: {member.name!r} is neither a file nor a folder")
        while stream.read(_CHUNK):  # gzip has its own checksum at the end
            pass
    try:
        manifest = ArchiveManifest.model_validate_json(said)
    except ValidationError as error:
        why = f"no {FILE} that this version of ecotools reads"
        return Checked(file, None, [*findings, f"{file}: not an archive of a term: {why} ({error.title})"])
    findings += [f"{file}: {name!r} is there twice" for name, count in names.items() if count > 1]
    findings += [f"{file}: {text}" for text in _unlike(manifest, seen)]
    if manifest.gradebook and book.exists():
        findings += _wrong_gradebook(file, book, manifest.gradebook)
    return Checked(file, manifest, findings)


def _hash(content: IO[bytes], copy: Path | None) -> str:
    found = hashlib.sha256()
    with copy.open("wb") if copy else open(os.devnull, "wb") as out:
        while data := content.read(_CHUNK):
            found.update(data)
            out.write(data)
    return found.hexdigest()


def _unlike(manifest: ArchiveManifest, seen: ArchiveManifest) -> list[str]:
    """Return in words in what ``seen`` is not what the manifest says."""
    found = _changes(manifest, seen, "is missing", "is there, and not in the manifest", "is another")
    return found + [f"{path} is missing" for path in sorted({*manifest.folders} - {*seen.folders})]


def _changes(before: ArchiveManifest, after: ArchiveManifest, gone: str, new: str, other: str) -> list[str]:
    found = []
    for old, now in ((before.files, after.files), (before.links, after.links)):
        found += [f"{path} {gone}" for path in sorted(old.keys() - now.keys())]
        found += [f"{path} {new}" for path in sorted(now.keys() - old.keys())]
        found += [f"{path} {other}" for path in sorted(old.keys() & now) if old[path] != now[path]]
    return found


def _wrong_gradebook(file: Path, book: Path, said: HeldGradebook) -> list[str]:
    try:
        held = held_in(book)
    except TermError as error:
        return [f"{file}: {error}"]
    return [] if held.digest == said.digest else [f"{file}: the gradebook in it holds something else"]


def differences(course: Course, manifest: ArchiveManifest) -> list[str]:
    """Return in words in what a course is another than when it was packed."""
    now = ArchiveManifest.model_construct(files={}, links={}, folders=[])
    for name, place in (entry for part in parts(course) for entry in part.entries()):
        path = printable(name)
        if place.is_symlink():
            now.links[path] = printable(os.readlink(place))
        elif not place.is_dir():
            with place.open("rb") as content:
                now.files[path] = _hash(content, None)
    found = _changes(_lasting(manifest), _lasting(now), "is gone", "is new", "is another")
    return [*found, *_another_gradebook(course, manifest)]


def _lasting(manifest: ArchiveManifest) -> ArchiveManifest:
    """Return the same without the gradebook, which is compared by its rows, and what is found out again."""
    caches = path_in(Path(), folder_of(Path())) + "/"
    files = {
        path: value
        for path, value in manifest.files.items()
        if path != GRADEBOOK and not (path.startswith(caches) and path.endswith(".json"))
    }
    return manifest.model_copy(update={"files": files})


def _another_gradebook(course: Course, manifest: ArchiveManifest) -> list[str]:
    if not has_gradebook(course):
        return ["the gradebook is gone"] if manifest.gradebook else []
    if manifest.gradebook is None:
        return ["there is a gradebook now"]
    with _copied(course) as copy:
        return [] if held_in(copy).digest == manifest.gradebook.digest else ["the gradebook is another"]


def unpack(checked: Checked, folder: Path) -> list[str]:
    """Unpack what `check` looked through into a new ``folder``, which is then a course.

    Returned is what is to be known of it, in sentences.

    Raises
    ------
    TermError
        When something is wrong with the archive, or the folder holds something.
    """
    if checked.findings:
        raise TermError("\n".join(checked.findings))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TermError(f"{folder} is there already: give a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    notes: list[str] = []
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as aside:
        with tarfile.open(checked.file, "r:gz") as tar:
            tar.extractall(aside, filter=lambda member, path: _harmless(member, path, notes))
        with suppress(FileNotFoundError):
            folder.rmdir()
        shutil.move(Path(aside, TOP), folder)
    return notes + use_what_lies_here(folder)


def _harmless(member: tarfile.TarInfo, path: str, notes: list[str]) -> tarfile.TarInfo | None:
    """Return what of an archive may be written; links that lead out of the folder may not."""
    try:
        return tarfile.data_filter(member, path)
    except tarfile.FilterError as error:
        notes.append(f"left out: {error}")
        return None
