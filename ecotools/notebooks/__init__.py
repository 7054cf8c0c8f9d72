"""Notebooks as files: one canonical form, and a way to execute them with the network cut off.

>>> from ecotools.notebooks import clean, new
>>> notebook = clean(new(["# Hello", ("code", "1 + 1")]))
>>> [cell.cell_type for cell in notebook.cells]
['markdown', 'code']
"""

import ecotools.fast_imports  # noqa: F401 - before anything that imports nbformat
from ecotools.notebooks.canonical import NotebookError, clean, dumps, format_file, new, read, write
from ecotools.notebooks.execution import Run, execute, execute_all

__all__ = [
    "NotebookError",
    "Run",
    "clean",
    "dumps",
    "execute",
    "execute_all",
    "format_file",
    "new",
    "read",
    "write",
]
__dir__ = __all__.copy
