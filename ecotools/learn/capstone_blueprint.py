"""The learner's blueprint as a whole: read for the capstone, and filled up from an example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ecotools.files import copy

from .places import blueprint_file, course_folder, may_write_blueprint
from .workbook import write_blueprint

if TYPE_CHECKING:
    from ecotools.blueprint import Blueprint


def own_blueprint() -> Blueprint:
    """Return the learner's blueprint, and put a copy beside an assignment, so that it is handed in.

    It is ``my-blueprint.yaml`` in the folder of the course; while a hand-in is graded, the copy in that
    one's folder. A copy that was changed after the file is left as it is, and a note says so.

    Raises
    ------
    FileNotFoundError
        When there is no such file; the message says how to get one.
    BlueprintError
        When the file is not a blueprint; it lists every problem with its line.

    Examples
    --------
    >>> import os, tempfile
    >>> from unittest.mock import patch
    >>> file = Path(tempfile.mkdtemp()) / "my-blueprint.yaml"
    >>> file.write_text("name: Loaf Lab") > 0
    True
    >>> with patch.dict(os.environ, ECOTOOLS_BLUEPRINT=str(file)):
    ...     own_blueprint().name
    'Loaf Lab'
    """
    from ecotools.blueprint import Blueprint

    file = blueprint_file()
    if not file.exists():
        raise FileNotFoundError(
            f"there is no {file.name} in {file.parent}. complete_blueprint() puts a complete example there,"
            " for you to change."
        )
    blueprint = Blueprint.read(file)
    folder = Path.cwd()
    if may_write_blueprint() and folder.parent == course_folder() / "exercises":
        _copy(file, folder / file.name)
    return blueprint


def complete_blueprint() -> None:
    """Fill up the learner's blueprint from a complete example, and say what was added.

    Sections that are there keep every line, and the file as it was stays beside it as
    ``my-blueprint.yaml.bak``. Where there is no file yet, the whole example is put there. `ecotools new
    --complete` does the same in a terminal.

    Raises
    ------
    BlueprintError
        When the file is not a blueprint, or nothing can be added without changing a line.

    Examples
    --------
    >>> complete_blueprint()
    my-blueprint.yaml: added ... from the example.
    Change ... into your own: words, prices, days, rates.
    """
    from ecotools.blueprint.complete import complete
    from ecotools.blueprint.files import read_text

    file = blueprint_file()
    found = complete(read_text(file) if file.exists() else "", file.name)
    if found.added and may_write_blueprint():
        write_blueprint(file, found.text)
    print(found.words(file.name))


def _copy(file: Path, beside: Path) -> None:
    """Copy a file with its time, unless the copy there has been changed since."""
    if beside.exists() and beside.read_bytes() == file.read_bytes():
        return
    if beside.exists() and beside.stat().st_mtime > file.stat().st_mtime:
        print(
            f"{beside} is newer than {file}, which is the one that is read. Put what you changed into"
            " that one, and delete the copy."
        )
        return
    copy(file, beside)
