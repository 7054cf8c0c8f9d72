"""Bring the files of the course into a learner's folder, and keep every byte that is theirs.

A file counts as the learner's once it is no version that was ever written there. What may be written is
remembered before the first write, and what was given after the last one, so that a run that stops anywhere
is finished by the next run, of the same version or of a later one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath

from ecotools import __version__, files

from .file_names import place_of
from .manifest import Checksums, checksum
from .material import StartError

NEW, UPDATED, BESIDE, YOURS, SAME = "new", "updated", "beside", "yours", "same"
_OCCUPIED = "a folder, or a link to nothing"  # is no checksum, so it counts as the learner's


@dataclass(frozen=True)
class FileStep:
    """What is done about one file of the course.

    Parameters
    ----------
    name : str
        Its name in the folder, with forward slashes.
    what : str
        "new", "updated", "beside" (the learner's stays, the new version is beside it), "yours" (the learner's
        stays, and there is no new version) or "same".
    target : str
        The name it is written under.
    place : Path
        The path of ``target``, as it is spelled there.
    before : str
        The checksum of what is there; "" for nothing.
    after : str
        The checksum of the version that is brought.
    """

    name: str
    what: str
    target: str
    place: Path
    before: str
    after: str

    @property
    def writes(self) -> bool:
        """Whether there is anything to write."""
        return self.what in {NEW, UPDATED, BESIDE} and self.before != self.after


@dataclass(frozen=True)
class Brought:
    """What was done in a folder, or would be: a step per file, and the files that the course has no more."""

    folder: Path
    steps: tuple[FileStep, ...]
    gone: tuple[str, ...]

    def of(self, what: str) -> list[FileStep]:
        """Return the steps of one kind."""
        return [step for step in self.steps if step.what == what]


def bring(folder: Path, course: Mapping[str, Path], dry_run: bool = False) -> Brought:
    """Write the files of the course into ``folder``, except over what is the learner's.

    A file that is missing is written. One that was written before and not edited since is replaced. One that
    was edited stays, and its new version is written beside it, once. What the course has no more, and all
    other files, are left as they are.

    Parameters
    ----------
    folder : Path
        The learner's folder; made if it is not there.
    course : Mapping of str to Path
        Where each file comes from, by its name in the folder.
    dry_run : bool
        Write nothing.

    Returns
    -------
    Brought
        A step per file.

    Raises
    ------
    StartError
        When a file is in the way of a folder, when the folder is one to teach from, when what is remembered
        of it cannot be read, or when somebody else changes a file at the same moment.
    """
    _may_start(folder)
    contents = {name: file.read_bytes() for name, file in course.items()}
    manifest = Checksums.read(folder) or Checksums()
    steps = tuple(_step(folder, name, checksum(data), manifest) for name, data in contents.items())
    gone = tuple(name for name in manifest.given if name not in course and place_of(folder, name).exists())
    brought = Brought(folder, steps, gone)
    if not dry_run:
        _write(brought, contents, manifest)
    return brought


def _may_start(folder: Path) -> None:
    if (folder / "nbgrader_config.py").exists():
        raise StartError(
            f"{folder} is a course to teach from, since it holds nbgrader_config.py: choose another folder to"
            " learn in, such as one inside it"
        )


def _step(folder: Path, name: str, after: str, manifest: Checksums) -> FileStep:
    place = place_of(folder, name)
    _need_folders(folder, place)
    before = _checksum_at(place)
    if before == after:
        what = SAME
    elif not before:
        what = NEW
    elif manifest.wrote(name, before):
        what = UPDATED
    elif manifest.given.get(name) == after:
        what = YOURS
    else:
        return _beside(folder, name, after, manifest)
    return FileStep(name, what, name, place, before, after)


def _need_folders(folder: Path, place: Path) -> None:
    """Refuse when a file, or a link to nothing, is where a folder is needed."""
    for above in (folder, *(one for one in place.parents if folder in one.parents)):
        if (above.exists() or above.is_symlink()) and not above.is_dir():
            raise StartError(f"{above} is no folder, and one is needed there: rename or move it")


def _beside(folder: Path, name: str, after: str, manifest: Checksums) -> FileStep:
    """Return the step that lays a version beside the learner's file, under a name that is not theirs, too."""
    path = PurePosixPath(name)
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        target = str(path.with_name(f"{path.stem}-new-version{more}{path.suffix}"))
        place = place_of(folder, target)
        before = _checksum_at(place)
        if before in ("", after) or manifest.wrote(target, before):
            return FileStep(name, BESIDE, target, place, before, after)


def _checksum_at(place: Path) -> str:
    try:
        return checksum(place.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return _OCCUPIED if place.is_symlink() else ""
    except (IsADirectoryError, PermissionError):
        if place.is_dir():  # Windows has no right to read a folder
            return _OCCUPIED
        raise


def _write(brought: Brought, contents: Mapping[str, bytes], manifest: Checksums) -> None:
    writes = [step for step in brought.steps if step.writes]
    for step in brought.steps:  # learners put a version that was laid beside theirs in its place
        manifest.note(step.name, step.after)
    for step in writes:
        manifest.note(step.target, step.after)
    manifest.write(brought.folder)
    for step in writes:
        _put(step, contents[step.name])
    left = {name: manifest.given[name] for name in brought.gone}
    manifest.given = {**{step.name: step.after for step in brought.steps}, **left}
    manifest.ecotools = __version__
    manifest.write(brought.folder)


def _put(step: FileStep, data: bytes) -> None:
    def write(beside: Path) -> None:
        beside.write_bytes(data)
        if _checksum_at(step.place) != step.before:
            raise StartError(f"{step.place} changed in this moment: close it elsewhere, then start again")

    step.place.parent.mkdir(parents=True, exist_ok=True)
    files.put(step.place, write)
