"""What the code of a hand-in reaches for that no answer needs: a reason to look at it, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nbformat import NotebookNode

# The interpreter's inside, the grader's, other processes, frames: what it takes to change how tests run.
_UNUSUAL = re.compile(
    r"""\.kernel\b | \b(?:
        ecotools\.(?:grading|learn\.\w+) | ipykernel | IPython\.core | (?:ast|input)_transformers\w*
      | run_cell\w* | run_code | displayhook | showtraceback | set_custom_exc | events\.register
      | _getframe | currentframe | f_back | tb_frame | linecache | settrace | setprofile | In\[ | _ih
      | gc\.get_\w+ | __subclasses__ | builtins | __builtins__ | ctypes
      | os\.(?:_exit|fork|kill|get\w*pid) | sys\.modules | gradebook\.db | NBGRADER_\w+
    )""",
    re.VERBOSE,
)


def suspicious_names(notebook: NotebookNode, files: Mapping[str, bytes]) -> list[str]:
    """Return a sentence for each cell and Python file of a student's own that reaches for something unusual.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> suspicious_names(new_notebook(cells=[new_code_cell("import os\\nprint(os.getpid())")]), {})
    ['cell 1 uses os.getpid, which answers rarely need']
    """
    return [
        f"{place} uses {', '.join(found)}, which answers rarely need"
        for place, text in _texts(notebook, files)
        if (found := sorted(set(_UNUSUAL.findall(text))))
    ]


def _texts(notebook: NotebookNode, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("locked"):
            yield f"cell {number}", cell.source
    for name, data in files.items():
        if name.endswith(".py"):
            yield name, data.decode("utf-8", "replace")
