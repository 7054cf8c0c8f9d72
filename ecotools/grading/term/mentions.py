"""Where a person is still named: each file of a course folder is looked into, and the archives it knows."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from ecotools.grading.course import Course
from ecotools.grading.term.archive import check
from ecotools.grading.term.contents import TERMS, path_in
from ecotools.grading.term.known_archives import archives_of
from ecotools.grading.term.moved_course import reading
from ecotools.grading.term.person import Naming

_SKIPPED = {".git", "node_modules", "__pycache__", ".ipynb_checkpoints"}
_MOST = 5  # files of one folder that are named; of more there is the number
_CLOSED = (".gz", ".tar", ".tgz", ".7z", ".rar", ".xz", ".bz2", ".zst")


def still_named(course: Course, who: Naming, but_for: Iterable[Path] = ()) -> list[str]:
    """Return a sentence for each place in the folder of a course that names a person.

    What git keeps of a course, its texts, is looked through for names and addresses, but not for ids, which
    are often words. ``but_for`` are files and folders that are not looked into.
    """
    archives, ours = archives_of(course), _material(course)
    passed = {*(file.resolve() for file in archives), course.gradebook_file, *but_for}
    found: dict[str, list[str]] = defaultdict(list)
    for file in _files(course.root, passed):
        path = path_in(course.root, file)
        if said := named_in(file, path, who, with_id=file not in ours):
            parts = Path(path).parts
            found["/".join(parts[:2] if parts[0] == TERMS else parts[:-1][:1])].append(f"{path}: {said}")
    texts = [_in_comments(course, who)]
    for folder, said in sorted(found.items()):
        if folder.startswith(f"{TERMS}/"):
            command = reading(course.root / folder, f"forget {who.student}")
            texts.append(f"{folder}: a term that ended, {len(said)} files of it; {command}")
        elif len(said) > _MOST and folder:
            texts.append(f"{folder}/: {len(said)} files, such as {said[0]}")
        else:
            texts += said
    texts += [_in_archive(file, who) for file in archives]
    return [text for text in texts if text]


def _files(root: Path, passed: Container[Path | None]) -> Iterator[Path]:
    """Yield the files and links below a folder, but for environments and what git keeps."""
    for folder, folders, files in os.walk(root):
        places = [Path(folder, name) for name in sorted(folders) if name not in _SKIPPED]
        places = [one for one in places if one not in passed and not (one / "pyvenv.cfg").exists()]
        folders[:] = [one.name for one in places]
        links = [one for one in places if one.is_symlink()]
        yield from (
            one for one in [*(Path(folder, name) for name in sorted(files)), *links] if one not in passed
        )


def _material(course: Course) -> set[Path]:
    """Return the files that are the course's own, and not the class's: the texts in which an id is a word."""
    folders = [course.solutions, course.exercises, course.root / "course"]
    found = {file for folder in folders if folder != course.root for file in folder.rglob("*")}
    git = shutil.which("git")
    if git:
        command = [git, "-C", str(course.root), "ls-files", "-z"]
        said = subprocess.run(command, capture_output=True, check=False)
        if said.returncode == 0:
            found |= {course.root / os.fsdecode(name) for name in said.stdout.split(b"\0") if name}
    return found


def named_in(file: Path, path: str, who: Naming, with_id: bool = True) -> str:
    """Return in words how a file names a person, in its path or in its bytes; "" where it does not."""
    in_path = who.found_in(os.fsencode(path), with_id)
    if in_path:
        return f"its path has {' and '.join(in_path)}"
    if file.is_symlink() or not file.is_file():
        return ""
    try:
        if zipfile.is_zipfile(file):
            return _named_in_zip(file, who)
        if file.name.endswith(_CLOSED):
            return "it cannot be looked into" if with_id else ""
        found = who.found_in(file.read_bytes(), with_id)
    except OSError as error:
        return f"cannot be looked into: {error.strerror}"
    return f"it has {' and '.join(found)}" if found else ""


def _named_in_zip(file: Path, who: Naming) -> str:
    try:
        with zipfile.ZipFile(file) as whole:
            for name in whole.namelist():
                if who.found_in(name.encode("utf-8", "surrogateescape")) or who.found_in(whole.read(name)):
                    return f"{name} in it names them"
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        return f"cannot be looked into: {error}"
    return ""


def _in_archive(file: Path, who: Naming) -> str:
    checked = check(file)
    if checked.manifest is None:
        return f"{file}: the archive cannot be read"
    if who.student in checked.manifest.students:
        return f"{file}: an archive of a term with them, which is never changed: keep it or delete it"
    return ""


def _in_comments(course: Course, who: Naming) -> str:
    """Return whose comments in the gradebook name a person."""
    from nbgrader.api import Comment

    with course.gradebook() or nullcontext() as gradebook:
        comments = gradebook.db.query(Comment).all() if gradebook else []
        named = [one for one in comments if who.found_in((one.manual_comment or "").encode(), with_id=False)]
        whose = sorted({f"{one.student.id}, {one.assignment.name}, {one.name}" for one in named})
    return (
        f"comments of a person in the gradebook, for {'; '.join(whose)}: change them there" if whose else ""
    )
