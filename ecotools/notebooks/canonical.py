"""The canonical form of a committed notebook: no outputs, no counts, sorted keys, stable ids."""

import hashlib
import json
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import rejoin_lines, split_lines, strip_transient

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE_INFO = {"name": "python"}
# What editors and tools leave in a cell, and no reader of the course needs.
PASSING_METADATA = (
    "collapsed",
    "scrolled",
    "papermill",
    "execution",
    "ExecuteTime",
    "trusted",
    "pycharm",
    "vscode",
)


class NotebookError(ValueError):
    """A file that is not a notebook one can work with; the text names the file and what is wrong."""


def read(path: str | Path) -> NotebookNode:
    """Return the notebook in ``path``.

    Parameters
    ----------
    path : a file with the ending ``.ipynb``, of notebook format 4.

    Raises
    ------
    NotebookError
        When there is no such file, when it is not JSON (with the line), or not a notebook.
    """
    path = Path(path)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotebookError(f"{path}: there is no such notebook") from None
    except UnicodeDecodeError as error:
        raise NotebookError(f"{path}: not a text file ({error.reason} at byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise NotebookError(
            f"{path}: not a notebook: line {error.lineno} is not valid JSON ({error.msg})"
        ) from None
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise NotebookError(f"{path}: not a notebook: it has no list of cells")
    if content.get("nbformat") != 4:
        raise NotebookError(
            f"{path}: notebook format {content.get('nbformat')}, expected 4; open and save it in Lab"
        )
    return _checked(content, path)


def _checked(content: dict, path: Path) -> NotebookNode:
    node = nbformat.from_dict(content)
    for number, cell in enumerate(node.cells):
        cell.setdefault("metadata", NotebookNode())
        if isinstance(cell.get("source"), list):
            cell.source = "".join(cell.source)
        if not isinstance(cell.get("source"), str) or cell.get("cell_type") not in {
            "code",
            "markdown",
            "raw",
        }:
            raise NotebookError(f"{path}: cell {number} has no known type and text")
    node.setdefault("metadata", NotebookNode())
    return _joined_outputs(node)


def _joined_outputs(node: NotebookNode) -> NotebookNode:
    """Turn the lists of lines that files hold into the texts that programs use."""
    return rejoin_lines(node)


def clean(notebook: NotebookNode) -> NotebookNode:
    """Return the canonical form of ``notebook``, a copy: what is committed, the same bytes on every machine.

    Outputs, execution counts, attachments of editors and widget state go; ids that are there and
    unique stay; a missing or repeated id is made from the cell's ``grade_id`` or its place and text.

    >>> dirty = new([("code", "x = 1  ")])
    >>> dirty.cells[0].execution_count = 7
    >>> cell = clean(dirty).cells[0]
    >>> cell.execution_count, cell.source
    (None, 'x = 1')
    """
    taken: set[str] = set()
    cells = [_clean_cell(cell, place, taken) for place, cell in enumerate(notebook.cells)]
    metadata = {"kernelspec": dict(KERNELSPEC), "language_info": dict(LANGUAGE_INFO)}
    return nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _clean_cell(cell: NotebookNode, place: int, taken: set[str]) -> dict:
    metadata = {key: deepcopy(value) for key, value in cell.metadata.items() if key not in PASSING_METADATA}
    if not metadata.get("tags", True):
        del metadata["tags"]
    source = cell.source.rstrip().lstrip("\n")
    made = {
        "cell_type": cell.cell_type,
        "id": _cell_id(cell, place, taken),
        "metadata": metadata,
        "source": source,
    }
    if cell.cell_type == "code":
        made |= {"execution_count": None, "outputs": []}
    elif cell.get("attachments"):
        made["attachments"] = deepcopy(cell.attachments)
    return made


def _cell_id(cell: NotebookNode, place: int, taken: set[str]) -> str:
    """Return the cell's own id, or one made from what stays the same when the notebook is written again."""
    wanted = cell.get("id") or cell.metadata.get("nbgrader", {}).get("grade_id")
    if not wanted or wanted in taken:
        digest = hashlib.sha256(f"{place}\0{cell.cell_type}\0{cell.source}".encode()).hexdigest()
        wanted = f"cell-{digest[:12]}"
    taken.add(wanted)
    return wanted


def dumps(notebook: NotebookNode) -> str:
    """Return the text of ``notebook`` as it is written: indented by one, keys sorted, one newline last."""
    split = strip_transient(split_lines(deepcopy(notebook)))
    return json.dumps(split, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": ")) + "\n"


def write(notebook: NotebookNode, path: str | Path) -> Path:
    """Write ``notebook`` to ``path`` as it is (see ``clean``), make the folders it needs, return the path."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dumps(notebook), encoding="utf-8", newline="\n")
    return path


def format_file(path: str | Path, check: bool = False) -> bool:
    """Bring the notebook in ``path`` into canonical form; return True when it was not.

    Parameters
    ----------
    path : the notebook's file.
    check : when true, only look; nothing is written.
    """
    path = Path(path)
    wanted = dumps(clean(read(path)))
    changed = path.read_bytes() != wanted.encode()
    if changed and not check:
        path.write_text(wanted, encoding="utf-8", newline="\n")
    return changed


def new(cells: Iterable[str | tuple[str, str] | tuple[str, str, dict]]) -> NotebookNode:
    """Return a canonical notebook of ``cells``.

    A text is a Markdown cell; a tuple is (type, text) or (type, text, metadata).

    >>> new(["# Title", ("code", "seed = 0", {"tags": ["parameters"]})]).cells[1].metadata.tags
    ['parameters']
    """
    made = []
    for cell in cells:
        kind, source, metadata = ("markdown", cell, {}) if isinstance(cell, str) else (*cell, {})[:3]
        made.append({"cell_type": kind, "source": source, "metadata": metadata})
    return clean(nbformat.from_dict({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
