"""Read and write one small JSON file that several notebooks share, without ever losing what is in it."""

import contextlib
import datetime
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ecotools.outcomes import named

VERSION = 1
_PATIENCE = 2.0  # seconds to wait for another notebook that is writing


class Unreadable(ValueError):
    """The file holds something else than a learner's history."""


def empty() -> dict:
    """Return a history in which nothing has happened yet."""
    return {"version": VERSION, "tasks": {}, "days": [], "badges": {}, "predictions": {}}


def read(file: Path) -> dict:
    """Return what the file holds; an empty history when there is no file.

    Raises
    ------
    Unreadable
        When it is not a history.
    """
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return empty()
    except UnicodeDecodeError as error:
        raise Unreadable("not text") from error
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    _must_have_shape(data)
    for task in data.get("tasks", {}).values():
        if "outcome" in task:
            task["outcome"] = named(str(task["outcome"]))
    return {**empty(), **data}


def _must_have_shape(data: object) -> None:
    if not isinstance(data, dict) or not isinstance(data.get("version"), int):
        raise Unreadable("no version")
    shapes = (("tasks", dict), ("days", list), ("badges", dict), ("predictions", dict))
    if not all(isinstance(data.get(key, kind()), kind) for key, kind in shapes):
        raise Unreadable("not a history")
    if not all(isinstance(task, dict) for task in data.get("tasks", {}).values()):
        raise Unreadable("a task is not a record")
    tasks = data.get("tasks", {}).values()
    if not all(isinstance(task.get(name, 0), int) for task in tasks for name in ("tries", "wrong")):
        raise Unreadable("a number of tries is not a number")
    for day in data.get("days", []):
        try:
            datetime.date.fromisoformat(day)
        except (TypeError, ValueError) as error:
            raise Unreadable(f"{day!r} is not a day") from error


def update(file: Path, change: Callable[[dict], None]) -> str:
    """Apply ``change`` to the history in ``file`` while no other notebook does; return a note on it.

    A file that cannot be read is kept beside the new one as ``progress.json.broken-<date>``. A file that a
    newer version of ecotools wrote is left alone. The note is empty when all went well.
    """
    note = ""
    with _locked(file):
        try:
            data = read(file)
        except Unreadable:
            data, kept = empty(), set_aside(file)
            note = f"{file.name} could not be read. It is kept as {kept.name}, and a new one is started."
        if data["version"] > VERSION:
            return f"{file.name} was written by a newer ecotools: nothing is added to it."
        change(data)
        write(file, data)
    return note


def write(file: Path, data: dict) -> None:
    """Write the history, whole or not at all."""
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def set_aside(file: Path) -> Path:
    """Rename a file that cannot be read, to a name that is free, and return the name."""
    today = datetime.date.today().isoformat()
    names = [f"{file.name}.broken-{today}"] + [f"{file.name}.broken-{today}-{k}" for k in range(2, 1000)]
    kept = next(file.with_name(name) for name in names if not file.with_name(name).exists())
    return file.rename(kept)


@contextlib.contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Hold a lock that the system takes back when the process dies; go on without it after a while."""
    key = hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"ecotools-{key}.lock"
    try:
        stream = open(path, "a+b")  # noqa: SIM115 - closed below, which gives the lock back
    except OSError:
        yield
        return
    with stream:
        until = time.monotonic() + _PATIENCE
        while not _take(stream) and time.monotonic() < until:
            time.sleep(0.02)
        yield


def _take(stream) -> bool:
    """Try to lock an open file without waiting."""
    try:
        if os.name == "nt":
            import msvcrt

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
