"""A lesson that has run, as the site shows it: one form of each output, and the code of its checks folded."""

from __future__ import annotations

import re

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from docs.site.places import relinked

RUN_IT = """\
:::{{admonition}} This page is the lesson after all its cells have run
:class: tip

Nothing has been filled in, so its checks say *not attempted*. To work through it, [start the
course](../lessons.md#to-work-through-them) and open `course/{name}` in JupyterLab: there the three dots are
yours, the checks answer, and the panels have controls.
:::"""
_TRY = re.compile(r"^#+ Your turn: (.+)$", re.MULTILINE)


def page(executed: NotebookNode, name: str) -> NotebookNode:
    """Return the executed notebook ``course/<name>`` as the site shows it."""
    asked = ""
    for cell in executed.cells:
        if cell.cell_type == "markdown":
            asked = (_TRY.findall(cell.source) or [asked])[-1]
            cell.source = relinked(cell.source, f"course/{name}")
            continue
        if cell.cell_type == "code" and cell.metadata.get("jupyter", {}).get("source_hidden"):
            _fold(cell, f"Check: {asked or cell.id}")
        for output in cell.get("outputs", []):
            _one_form(output)
    executed.metadata.pop("widgets", None)
    executed.metadata.pop("papermill", None)
    executed.cells.insert(1, new_markdown_cell(RUN_IT.format(name=name), id="site-run-it"))
    return executed


def _fold(cell: NotebookNode, label: str) -> None:
    """Collapse the code of a check; what it says stays open below."""
    cell.metadata["tags"] = [*cell.metadata.get("tags", []), "hide-input"]
    cell.metadata["mystnb"] = {
        "code_prompt_show": f"{label} (show its code)",
        "code_prompt_hide": f"{label} (hide its code)",
    }


def _one_form(output: NotebookNode) -> None:
    """Keep the HTML of an output that has it: a panel's view without a kernel, a figure with its alt text."""
    data = output.get("data", {})
    if "text/html" in data:
        output.data = NotebookNode({"text/html": data["text/html"]})
