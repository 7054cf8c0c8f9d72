"""Take the hidden tests out of an executed notebook: their source, and what outputs show of it."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from ecotools.grading.assignment import HIDDEN, AssignmentCell
from ecotools.grading.notes import KEY

IN_SOURCE = "# Hidden tests ran here."
IN_OUTPUT = "      (a hidden test)"
OTHER_DATA = "With other data than the examples, it is not right yet."

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_TAG = re.compile(r"<[^<>]+>")
_LAYOUT = re.compile(r"[\s\\'\"]+")  # what differs between a source and its copy in a traceback or a repr
_PICTURES = ("image/png", "image/jpeg", "application/pdf")
_CHANGED = re.compile(r"`\w+` changed the \w+ it was given(?: as `\w+`)?")
_SHORTEST = 8  # characters: less is no test, and stands anywhere


def hide_tests(notebook: NotebookNode) -> None:
    """Take the hidden tests out of ``notebook``, in place.

    A region between the marks of ``assignment.HIDDEN`` becomes one comment. A line of an output or a
    traceback that shows a line of such a region becomes a note, be it coloured, numbered, quoted or escaped.
    What a test says to the learner stays. A copy that a student's code has encoded is not found.

    A test that failed in its hidden part keeps its author's sentences and loses what it sent and what came
    back, in its message and its outputs.
    """
    for cell in notebook.cells:
        noted = cell.metadata.get(KEY, {})
        if noted.get("hidden"):
            noted["message"] = without_data(noted.get("message", ""), cell.source)
            cell.outputs = []
    hidden: list[str] = []
    for place, cell in enumerate(notebook.cells):
        known = AssignmentCell(place, "", "", cell.source)
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


def without_data(message: str, test: str) -> str:
    """Return what a test said without its data: the headline, the author's sentences, the kind of an error.

    Parameters
    ----------
    message : what it said.
    test : its source, in which the author's sentences stand.

    Examples
    --------
    >>> said = "✗ q1 not right yet\\n  Checked: f([3])\\n  Found: 4\\n  A share is a fraction."
    >>> print(without_data(said, 'expect.number(f([3]), 0.4, slips={4: "A share is a fraction."})'))
    ✗ q1 not right yet
      With other data than the examples, it is not right yet.
      A share is a fraction.
    """
    head, *lines = message.split("\n")
    sentences = _sentences(test)
    if not lines:  # an assertion of the test, which may hold anything
        return head if _same(head, *sentences) else OTHER_DATA
    kept = [shown for line in lines if (shown := _told(line, sentences))]
    return "\n".join([head, f"  {OTHER_DATA}", *kept])


def _told(line: str, sentences: set[str]) -> str:
    """Return what may be told of a line of a message, "" when nothing of it may."""
    text = line.strip()
    if _same(text, *sentences):
        return line
    if changed := _CHANGED.match(text):
        return f"  {changed[0]}. Work on a copy: start with .copy(), or make a new one."
    label, _, rest = text.partition(": ")
    if label == "Error":
        return f"  Error: {rest.partition(':')[0]}"
    return line if label in ("Where", "Your line") else ""


def _sentences(test: str) -> set[str]:
    """Return the texts in the source of a test, which say the same whatever the data are."""
    try:
        nodes = ast.walk(ast.parse(test))
    except SyntaxError:
        return set()
    texts = (node.value for node in nodes if isinstance(node, ast.Constant))
    return {" ".join(text.split()) for text in texts if isinstance(text, str) and " " in text.strip()}


def _same(text: str, *others: str) -> bool:
    return " ".join(text.split()) in others


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
