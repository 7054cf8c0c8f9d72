"""What makes a notebook hard to read, to reach or to keep: each finding is a sentence about one cell."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from ecotools.notebooks.canonical import format_file, read

LARGEST = 300_000  # bytes of a committed notebook
FORBIDDEN_TAGS = {"skip-execution", "skip", "skip-ci"}
_HEADING = re.compile(r"^(#{1,6})\s+(\S.*?)\s*$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_UNDONE = re.compile(r"\b(TODO|FIXME|XXX|TBD)\b")
_MD_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(")
_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?P<quote>[\"'])\s*\S.*?(?P=quote)", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_FORMULA = re.compile(r"\$\$[^$]+\$\$|\$(?=[A-Za-z\\({])[^$\n]*(?<!\s)\$(?!\d)")
_DOLLAR = re.compile(r"\$|&#36;|&dollar;")  # an entity makes a formula too, as does \$
_EMPTY_LINK = re.compile(r"(?<!!)\[\s*\]\(|(?<!!)\[(?:here|click here|link)\]\(", re.IGNORECASE)


def problems(path: str | Path) -> list[str]:
    """Return what is wrong with the notebook in ``path`` as a committed file, whatever it is about.

    Looked at: canonical form, size, ids, one H1 that comes first, no skipped heading level, alt text of
    images, words of links, dollar signs, tags that keep a cell from running, and marks of unfinished work.
    """
    path = Path(path)
    notebook = read(path)
    found = [*_file(path), *_ids(notebook), *_headings(notebook)]
    for place, cell in enumerate(notebook.cells):
        found += [f"cell {place} ({cell.get('id', '')}): {text}" for text in _cell(cell)]
    return [f"{path}: {text}" for text in found]


def _file(path: Path) -> Iterator[str]:
    size = path.stat().st_size
    if size > LARGEST:
        yield f"{size:,} bytes, expected at most {LARGEST:,}"
    if format_file(path, check=True):
        yield "not in canonical form (outputs, counts, order of keys …); run ecotools format"


def _ids(notebook: NotebookNode) -> Iterator[str]:
    for name, count in Counter(cell.get("id") for cell in notebook.cells).items():
        if name is None:
            yield f"{count} cells without an id"
        elif count > 1:
            yield f"{count} cells have the id {name}"


def headings(notebook: NotebookNode) -> list[tuple[int, str, int]]:
    """Return level, text and place of the cell of each heading, in order."""
    found = []
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            text = _FENCE.sub("", cell.source)
            found += [(len(marks), title, place) for marks, title in _HEADING.findall(text)]
    return found


def _headings(notebook: NotebookNode) -> Iterator[str]:
    found = headings(notebook)
    top = [title for level, title, _ in found if level == 1]
    if len(top) != 1:
        yield f"{len(top)} headings of the first level, expected one: {', '.join(top) or 'none'}"
    if not notebook.cells or not notebook.cells[0].source.lstrip().startswith("# "):
        yield "the first cell does not begin with the title"
    before = 0
    for level, title, place in found:
        if level > before + 1:
            yield f"cell {place}: the heading {title!r} skips from level {before} to {level}"
        before = level


def _cell(cell: NotebookNode) -> Iterator[str]:
    for tag in sorted(FORBIDDEN_TAGS & set(cell.metadata.get("tags", []))):
        yield f"the tag {tag!r} keeps it from running"
    undone = _UNDONE.search(cell.source)
    if undone:
        yield f"{undone[0]} in its text"
    if cell.cell_type == "markdown":
        yield from _markdown(_FENCE.sub("", cell.source))
    if not cell.source.strip():
        yield "it is empty"


def _markdown(text: str) -> Iterator[str]:
    for image in _MD_IMAGE.finditer(text):
        if not image["alt"].strip():
            yield "an image without alt text"
    yield from images_without_alt(text)
    yield from _dollars(_CODE.sub("", text))
    if _EMPTY_LINK.search(text):
        yield "a link whose words do not say where it leads"


def _dollars(text: str) -> Iterator[str]:
    """Find amounts of money that JupyterLab would take for a formula."""
    signs = len(_DOLLAR.findall(text))
    if signs > 1 and _DOLLAR.search(_FORMULA.sub("", text)):
        yield (
            f"{signs} dollar signs, and JupyterLab makes a formula of what stands between two: "
            "keep one amount in this cell as it is, and write the others like '49 dollars'"
        )


def without_code(text: str) -> str:
    """Return the text of a Markdown cell without its blocks and pieces of code."""
    return _CODE.sub("", _FENCE.sub("", text))


def images_without_alt(html: str) -> Iterator[str]:
    """Yield a finding for each ``<img>`` of ``html`` that has no alt text.

    >>> list(images_without_alt('<img src="a.png" alt="A fall"> <img src="b.png" alt="">'))
    ['an image without alt text: <img src="b.png" alt="">']
    """
    for image in _HTML_IMAGE.findall(html):
        if not _ALT.search(image):
            shown = image if len(image) < 80 else f"{image[:60]} …>"
            yield f"an image without alt text: {shown}"
