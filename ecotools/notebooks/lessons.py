"""What a lesson promises its reader, checked: parts, objectives, figures, length of its cells."""

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from ecotools.notebooks.canonical import read
from ecotools.notebooks.hygiene import headings, images_without_alt

PARTS = ("What you will be able to do", "What you need", "Recap", "What next", "References")
OBJECTIVES = range(3, 6)
FIGURES, WIDGETS, TRIES = 4, 1, 3  # at least
LONGEST_CELL, SHARE_SHORT = 6, 0.9  # lines of code; the share of cells that keep to it
_MADE_BY_ITSELF = re.compile(r'(Figure ".*?"\. )?Chart (".*?"|without a title)\.|Empty figure\.', re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+(.*\S)\s*$", re.MULTILINE)
_TIME = re.compile(r"Time to learn\**:?\**\s*(?:about\s+)?\**(\d+) minutes", re.IGNORECASE)
_ALT = re.compile(r"<img\b[^>]*?\balt=\"([^\"]*)\"", re.IGNORECASE | re.DOTALL)
_TABLE_ROW = re.compile(r"^\s*\|(.+)\|\s*$", re.MULTILINE)


def problems(path: str | Path) -> list[str]:
    """Return where the lesson in ``path`` lacks what every lesson has, one sentence per finding."""
    notebook = read(path)
    found = [
        *_parts(notebook),
        *_objectives(notebook),
        *_opening(notebook),
        *_parameters(notebook),
        *_code(notebook),
        *_tries(notebook),
    ]
    return [f"{path}: {text}" for text in found]


def section(notebook: NotebookNode, title: str) -> str:
    """Return the text under the heading ``title``, up to the next of its level; nothing without it."""
    level, lines = 0, []
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for line in cell.source.split("\n"):
            heading = re.match(r"(#{1,6})\s+(.*?)\s*$", line)
            if heading and level and len(heading[1]) <= level:
                return "\n".join(lines)
            if level:
                lines.append(line)
            elif heading and heading[2] == title:
                level = len(heading[1])
    return "\n".join(lines)


def stated_minutes(notebook: NotebookNode) -> int | None:
    """Return how long a lesson says that it takes; None when it says nothing of it."""
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    found = _TIME.search(text)
    return int(found[1]) if found else None


def objectives(notebook: NotebookNode) -> list[str]:
    """Return what the opening promises, line by line."""
    return _BULLET.findall(section(notebook, PARTS[0]))


def _parts(notebook: NotebookNode) -> Iterator[str]:
    titles = [title for level, title, _ in headings(notebook) if level == 2]
    for part in PARTS:
        if part not in titles:
            yield f"no heading '## {part}'"
    there = [title for title in titles if title in PARTS]
    if there != [part for part in PARTS if part in there]:
        yield f"its parts stand in the order {', '.join(there)}"


def _objectives(notebook: NotebookNode) -> Iterator[str]:
    promised = objectives(notebook)
    if len(promised) not in OBJECTIVES:
        yield f"{len(promised)} objectives, expected {OBJECTIVES[0]} to {OBJECTIVES[-1]}"


def _opening(notebook: NotebookNode) -> Iterator[str]:
    if stated_minutes(notebook) is None:
        yield "it does not say 'Time to learn: NN minutes'"
    rows = _TABLE_ROW.findall(section(notebook, "What you need"))
    if len(rows) < 3 or rows[0].count("|") < 2:
        yield "'What you need' has no table of concept, necessary or helpful, and where"
    if len(section(notebook, "References").strip()) < 20:
        yield "'References' names no source"


def _parameters(notebook: NotebookNode) -> Iterator[str]:
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(cells) != 1:
        yield f"{len(cells)} cells tagged 'parameters', expected one"
    elif not re.search(r"^seed\s*=", cells[0].source, re.MULTILINE):
        yield "its parameters cell sets no seed"


def _code(notebook: NotebookNode) -> Iterator[str]:
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    lines = [sum(bool(line.strip()) for line in cell.source.split("\n")) for cell in cells]
    short = sum(count <= LONGEST_CELL for count in lines)
    if cells and short < SHARE_SHORT * len(cells):
        long = [f"{cell.id} ({n})" for cell, n in zip(cells, lines, strict=True) if n > LONGEST_CELL]
        share = f"{len(long)} of {len(cells)} code cells"
        yield f"{share} are longer than {LONGEST_CELL} lines: {', '.join(long)}"


def _tries(notebook: NotebookNode) -> Iterator[str]:
    tries = 0
    for cell in notebook.cells:
        if cell.cell_type == "code" and "check(" in cell.source:
            calls = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]
            tries += sum(getattr(call.func, "id", "") == "check" for call in calls)
    if tries < TRIES:
        yield f"{tries} tries with check(…), expected at least {TRIES}"


def executed_problems(executed: NotebookNode, figures: int = FIGURES, widgets: int = WIDGETS) -> list[str]:
    """Return what is wrong with the outputs of an executed notebook.

    Parameters
    ----------
    executed : the notebook with its outputs.
    figures, widgets : how many of them there must be at least.
    """
    found, seen, live = [], 0, 0
    for place, cell in enumerate(executed.cells):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            seen += _has_figure(data)
            live += "application/vnd.jupyter.widget-view+json" in data
            where = f"cell {place} ({cell.get('id', '')})"
            found += [f"{where}: {text}" for text in _output(output, data)]
    if seen < figures:
        found.append(f"{seen} figures, expected at least {figures}")
    if live < widgets:
        found.append(f"{live} widgets, expected at least {widgets}")
    return found


def made_by_itself(alt: str) -> bool:
    """Return whether an alt text is the one that ``ecotools.plots`` makes where nobody described the figure.

    >>> made_by_itself('Chart "Sales". Bars: a 3 and b 4.'), made_by_itself("Sales doubled in March.")
    (True, False)
    """
    return bool(_MADE_BY_ITSELF.match(alt))


def _has_figure(data: dict) -> bool:
    page = data.get("text/html", "")
    return "<img" in page or "<svg" in page or "image/png" in data or "image/svg+xml" in data


def _output(output: NotebookNode, data: dict) -> Iterator[str]:
    if output.output_type == "stream" and output.name == "stderr":
        yield f"it writes to stderr: {output.text.strip()[:200]}"
    if ("image/png" in data or "image/svg+xml" in data) and "text/html" not in data:
        yield "a figure without alt text: an image alone has none in JupyterLab"
    page = data.get("text/html", "")
    yield from images_without_alt(page)
    for alt in _ALT.findall(page):
        if made_by_itself(html.unescape(alt)):
            yield f"a figure with an alt text made by itself, give one with describe(…): {alt[:60]}"
