"""Links of a notebook's text that lead nowhere: to a file that is not there, or to a heading that is not."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from nbformat import NotebookNode

from ecotools.notebooks.canonical import read
from ecotools.notebooks.hygiene import without_code

_LINK = re.compile(r"\[[^\]]*\]\(\s*<?(?P<target>[^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_HEADING = re.compile(r"^#{1,6}\s+(\S.*?)\s*#*\s*$", re.MULTILINE)
_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"']([^\"']+)[\"']|^\((\S+)\)=\s*$", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def dead_links(path: Path, notebook: NotebookNode) -> Iterator[str]:
    """Yield a finding for each relative link that does not open; addresses on the web are not asked for."""
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type != "markdown":
            continue
        for found in _LINK.finditer(without_code(cell.source)):
            why = _dead(path, found["target"])
            if why:
                yield f"cell {place} ({cell.get('id', '')}): the link {found['target']} {why}"


def anchors(text: str) -> set[str]:
    """Return what a link can jump to: the headings as JupyterLab and as the site name them, and ids.

    >>> sorted(anchors("## What you need\\n\\n<a id='here'></a>"))
    ['What-you-need', 'here', 'what-you-need']
    """
    titles = [re.sub(r"[*_`]", "", title) for title in _HEADING.findall(text)]
    jupyter = {title.replace(" ", "-") for title in titles}
    site = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    return jupyter | site | {one for pair in _ID.findall(text) for one in pair if one}


def _dead(path: Path, target: str) -> str:
    """Return why a link of the notebook in ``path`` does not open; "" when it does."""
    if _ELSEWHERE.match(target):
        return ""
    name, _, anchor = unquote(target).partition("#")
    file = (path.parent / name).resolve() if name else path.resolve()
    if not file.exists():
        return "leads to a file that is not there"
    if anchor and file.suffix in {".ipynb", ".md"} and anchor not in anchors(_text(file)):
        return "leads to a heading that is not there"
    return ""


def _text(file: Path) -> str:
    if file.suffix != ".ipynb":
        return file.read_text(encoding="utf-8")
    return "\n\n".join(cell.source for cell in read(file).cells if cell.cell_type == "markdown")
