"""A lesson that has run, as the site shows it: one form of each output, and the code of its checks folded."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from docs.site.places import relinked
from ecotools.docs.glossary import link_terms, terms

_RUN_IT = """\
:::{{admonition}} This page is the lesson after all its cells have run
:class: tip

Nothing has been filled in, so its checks say *not attempted*. To work through it, [start the
course](../lessons.md#to-work-through-them) and open `course/{name}.ipynb` in JupyterLab: there the three dots
are yours, the checks answer, and the panels have controls.
:::"""
_TRY = re.compile(r"^#+ Your turn: (.+)$", re.MULTILINE)


def page(executed: NotebookNode, name: str, moved: Mapping[str, str]) -> NotebookNode:
    """Return the executed notebook ``course/<name>.ipynb`` as the site shows it.

    Parameters
    ----------
    executed : NotebookNode
        With its outputs.
    name : str
        Of the lesson, ``"02-journey-mapping"``.
    moved : mapping of str to str
        Where files of the repository are on the site; see `docs.site.places`.
    """
    known, linked, asked = terms(name[:2]), set(), ""
    for cell in executed.cells:
        if cell.cell_type == "markdown":
            asked = (_TRY.findall(cell.source) or [asked])[-1]
            cell.source = relinked(link_terms(cell.source, known, linked), f"course/{name}.ipynb", moved)
        elif cell.metadata.get("jupyter", {}).get("source_hidden"):
            _fold(cell, f"Check: {asked or cell.id}")
        for output in cell.get("outputs", []):
            _one_form(output)
    executed.metadata.pop("widgets", None)
    executed.metadata.pop("papermill", None)
    executed.cells.insert(1, new_markdown_cell(_RUN_IT.format(name=name), id="site-run-it"))
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
