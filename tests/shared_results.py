"""What is slow to make is made once in a run of the tests, whichever of its workers asks first."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from xdist import is_xdist_worker

from ecotools.notebooks import Run, execute

SLOW = 1000  # seconds after which a worker that makes something is taken for lost


def once(request, name: str, make: Callable[[Path], Any]) -> Any:
    """Return what ``make(folder)`` returned, in this worker or in another; the folder is called ``name``.

    Parameters
    ----------
    request : of the fixture or the test that asks.
    name : str
        Unique in the run.
    make : callable
        Makes it in an empty folder. What it returns is pickled, and so is an error.
    """
    base = request.getfixturevalue("tmp_path_factory").getbasetemp()
    folder = (base.parent if is_xdist_worker(request) else base) / "once" / name
    made = folder.with_name(f"{name}.made")
    folder.parent.mkdir(exist_ok=True)
    try:
        folder.mkdir()
    except FileExistsError:
        return _wait_for(made)
    try:
        result = make(folder)
    except Exception as error:
        result = error
    half = made.with_suffix(".half")
    half.write_bytes(pickle.dumps(result))
    half.rename(made)
    return _wait_for(made)


def _wait_for(made: Path) -> Any:
    deadline = time.monotonic() + SLOW
    while not made.exists():
        if time.monotonic() > deadline:
            raise TimeoutError(f"another worker does not finish {made.stem}")
        time.sleep(0.1)
    result = pickle.loads(made.read_bytes())
    if isinstance(result, Exception):
        raise result
    return result


def executed(request, path: Path, workers) -> Run:
    """Return the run of a lesson, by ``workers`` where nobody has asked for it before."""

    return once(
        request, f"lesson-{path.stem}", lambda folder: execute(path, folder / path.name, workers=workers)
    )
