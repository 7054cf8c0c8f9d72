"""Take the hidden tests out of an executed notebook: their source, and what outputs show of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from ecotools.grading.assignment import HIDDEN, Cell
from ecotools.grading.outcomes import KEY

IN_SOURCE = "# Hidden tests ran here."
IN_OUTPUT = "      (a hidden test)"

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_TAG = re.compile(r"<[^<>]+>")
_LAYOUT = re.compile(r"[\s\\'\"]+")  # what differs between a source and its copy in a traceback or a repr
_PICTURES = ("image/png", "image/jpeg", "application/pdf")
_SHORTEST = 8  # characters: less is no test, and stands anywhere


def hide_tests(notebook: NotebookNode) -> None:
    """Take the hidden tests out of ``notebook``, in place.

    A region between the marks of ``assignment.HIDDEN`` becomes one comment. A line of an output or a
    traceback that shows a line of such a region becomes a note, be it coloured, numbered, quoted or escaped.
    What a test says to the learner stays. A copy that a student's code has encoded is not found.
    """
    hidden: list[str] = []
    for place, cell in enumerate(notebook.cells):
        known = Cell(place, "", "", cell.source)
        if cell.cell_type == "code" and any(mark in cell.source for mark in HIDDEN):
            hidden += [*known.lines(HIDDEN), *HIDDEN]
            cell.source = f"{known.without(HIDDEN).rstrip()}\n{IN_SOURCE}"
    visible = _plain("\n".join(cell.source for cell in notebook.cells))
    secrets = {_plain(line) for line in hidden if not _only_words(line)}
    secrets = {secret for secret in secrets if len(secret) >= _SHORTEST and secret not in visible}
    for cell in notebook.cells if secrets else []:
        for holder, key, value in _texts(cell):
            holder[key] = without(value, secrets)
        for output in cell.get("outputs", []):
            if "traceback" in output:
                output.traceback = without("\n".join(output.traceback), secrets).split("\n")


def _only_words(line: str) -> bool:
    """Return whether a line holds a text and nothing else: what a test says to the learner."""
    line = line.strip().rstrip(",")
    return len(line) > 1 and line[0] in "'\"" and line[-1] == line[0]


def without(text: str, secrets: set[str]) -> str:
    """Return ``text`` with a note in place of lines that show one of ``secrets``.

    >>> print(without("before\\n----> 2 assert f(3) == 9\\nafter", {"assertf(3)==9"}))
    before
          (a hidden test)
    after
    """
    if not _shows(text, secrets):
        return text
    kept: list[str] = []
    for line in text.split("\n"):
        if not _shows(line, secrets):
            kept.append(line)
        elif kept[-1:] != [IN_OUTPUT]:
            kept.append(IN_OUTPUT)
    found = "\n".join(kept)
    return IN_OUTPUT if _shows(found, secrets) else found  # it was spread over lines


def _shows(text: str, secrets: set[str]) -> bool:
    """Return whether one of ``secrets`` stands in ``text``, whatever its colours, tags and quotes."""
    forms = {_plain(text), _plain(_TAG.sub("", text))}
    return any(secret in form for form in forms for secret in secrets)


def _plain(text: str) -> str:
    return _LAYOUT.sub("", html.unescape(_ANSI.sub("", text)))


def _texts(cell: NotebookNode) -> Iterator[tuple]:
    """Yield what a cell says, text by text: the container that holds it, its key there, and the text."""
    noted = cell.metadata.get(KEY, {})
    if "message" in noted:
        yield noted, "message", noted["message"]
    for output in cell.get("outputs", []):
        for key in ("text", "evalue"):
            if isinstance(output.get(key), str):
                yield output, key, output[key]
        data = output.get("data", {})
        texts = {key: value for key, value in data.items() if isinstance(value, str) and key not in _PICTURES}
        yield from ((data, key, value) for key, value in texts.items())
