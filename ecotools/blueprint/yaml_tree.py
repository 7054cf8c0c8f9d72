"""YAML text as a tree that knows where each value stands: for errors with lines and for exact rewriting.

Only what a blueprint needs of YAML is read: text, numbers, true/false, null, lists and keys with values.
Anchors, aliases, tags and several documents are refused, so a file can neither grow when read nor run code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from ecotools.blueprint.problems import Problem
from ecotools.blueprint.yaml_events import MarkedYAMLError, YAMLError, events

MAX_CHARACTERS = 300_000
MAX_DEPTH = 30
MAX_ENTRIES = 30_000
MAX_KEY = 200

_INT = re.compile(r"[-+]?[0-9]+(?:_[0-9]+)*")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:_[0-9]+)*(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass
class TextNode:
    """One value of the text: `start` and `end` are character positions, `line` counts from 1."""

    kind: str  # "scalar", "list" or "map"
    start: int
    end: int
    line: int
    flow: bool = False
    style: str | None = None  # of a scalar: None when plain, else one of ' " | >
    value: Any = None
    raw: str = ""  # of a scalar, before it became a number or null
    items: list[TextNode] = field(default_factory=list)
    keys: list[TextNode] = field(default_factory=list)
    repeated: list[Problem] = field(default_factory=list)  # of the whole text: keys that are there twice

    def data(self) -> Any:
        """Return the value as plain Python."""
        if self.kind == "map":
            return {key.value: item.data() for key, item in zip(self.keys, self.items, strict=True)}
        return [item.data() for item in self.items] if self.kind == "list" else self.value

    def line_of(self, path: tuple) -> int:
        """Return the line of the key, item or nearest enclosing one at a path."""
        node, line = self, self.line
        for part in path:
            if node.kind == "map" and part in (names := [key.value for key in node.keys]):
                place = len(names) - 1 - names[::-1].index(part)
                line = node.keys[place].line
            elif node.kind == "list" and isinstance(part, int) and part < len(node.items):
                place = part
                line = node.items[place].line
            else:
                break
            node = node.items[place]
        return line


class TextError(ValueError):
    """Text that cannot be read as YAML of a blueprint."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("; ".join(map(str, problems)))


def parse(text: str, *, exact: bool = False) -> TextNode:
    """Return the tree of a YAML text whose top level has keys.

    Keys that are there twice do not stop the reading: the last one counts, and `TextNode.repeated` of the
    root has the problems.

    Parameters
    ----------
    text : str
        The YAML.
    exact : bool
        Make sure of `start` and `end` of each node, for who writes into the text; it takes six times as long.

    Raises
    ------
    TextError
        With every problem that reading could find.

    Examples
    --------
    >>> tree = parse("name: Quillwork\\nproducts:\\n  - id: bootcamp\\n    price: 199\\n")
    >>> tree.data()
    {'name': 'Quillwork', 'products': [{'id': 'bootcamp', 'price': 199}]}
    >>> tree.line_of(("products", 0, "price"))
    4
    """
    if len(text) > MAX_CHARACTERS:
        raise TextError(
            [Problem("", f"{len(text):,} characters; a blueprint has at most {MAX_CHARACTERS:,}")]
        )
    builder = _Builder()
    try:
        for event in events(text, exact=exact):
            builder.take(event)
    except YAMLError as error:
        raise TextError([*builder.problems, *builder.repeated, _syntax(error, text)]) from None
    if builder.root is None or (builder.root.kind == "scalar" and builder.root.value is None):
        builder.problems.append(
            Problem("", "is empty; a blueprint has at least one line: name: My business", 1)
        )
    elif builder.root.kind != "map":
        found = "a list" if builder.root.kind == "list" else "plain text"
        message = f"expected keys with values, such as name: My business; found {found}"
        builder.problems.append(Problem("", message, builder.root.line))
    if builder.problems:
        raise TextError([*builder.problems, *builder.repeated])
    builder.root.repeated = builder.repeated
    return builder.root


class _Builder:
    """Puts the events of the YAML parser together, without recursion and without following anything."""

    def __init__(self):
        self.root: TextNode | None = None
        self.problems: list[Problem] = []
        self.repeated: list[Problem] = []
        self.open: list[TextNode] = []
        self.pending: list[TextNode | None] = []  # of each open map, the key that waits for its value
        self.lines: list[dict[str, int]] = []  # of each open map, its keys so far and their lines
        self.documents = self.entries = 0

    def take(self, event) -> None:
        kind = type(event).__name__
        if kind in ("ScalarEvent", "AliasEvent"):
            self._refuse(event)
            self._add(self._scalar(event))
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._refuse(event)
            self._open(event, "map" if kind == "MappingStartEvent" else "list")
        elif kind == "DocumentStartEvent":
            self._document(event)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self.open.pop().end = event.end_mark.index
            self.pending.pop()
            self.lines.pop()

    def _document(self, event) -> None:
        self.documents += 1
        if self.documents > 1:
            line = event.start_mark.line + 1
            raise TextError(
                [*self.problems, Problem("", "a second document starts here (---); keep one", line)]
            )

    def _refuse(self, event) -> None:
        line = event.start_mark.line + 1
        alias = type(event).__name__ == "AliasEvent"
        if alias:
            self.problems.append(
                Problem("", f"an alias (*{event.anchor}); write the value out instead", line)
            )
        elif event.anchor:
            self.problems.append(Problem("", f"an anchor (&{event.anchor}); leave it out", line))
        tag = None if alias else event.tag
        if tag:
            self.problems.append(Problem("", f"a tag ({tag}); leave it out, plain values are enough", line))

    def _open(self, event, kind: str) -> None:
        start = event.start_mark
        node = TextNode(kind, start.index, start.index, start.line + 1, flow=bool(event.flow_style))
        self._add(node)
        self.open.append(node)
        self.pending.append(None)
        self.lines.append({})
        if len(self.open) > MAX_DEPTH:
            raise TextError([*self.problems, Problem("", f"nested more than {MAX_DEPTH} deep", node.line)])

    def _add(self, node: TextNode) -> None:
        self.entries += 1
        if self.entries > MAX_ENTRIES:
            message = f"more than {MAX_ENTRIES:,} keys and values; a blueprint has fewer"
            raise TextError([*self.problems[:1], Problem("", message, node.line)])
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if parent.kind == "list":
            parent.items.append(node)
        elif self.pending[-1] is None:
            self.pending[-1] = self._key(node)
        else:
            parent.keys.append(self.pending[-1])
            parent.items.append(node)
            self.pending[-1] = None

    def _key(self, node: TextNode) -> TextNode:
        """Return a key, always as text; a key that is a list or is there twice is a problem."""
        if node.kind != "scalar":
            self.problems.append(Problem("", "a key is text, not a list or a group of keys", node.line))
            return node
        node.value = node.raw
        if len(node.value) > MAX_KEY:
            message = f"a key of {len(node.value):,} characters; a key has at most {MAX_KEY}"
            self.problems.append(Problem("", message, node.line))
        elif node.value in self.lines[-1]:
            message = (
                f"the key {node.value!r} is there twice; line {self.lines[-1][node.value]} has it already"
            )
            self.repeated.append(Problem("", message, node.line))
        else:
            self.lines[-1][node.value] = node.line
        return node

    def _scalar(self, event) -> TextNode:
        start, end = event.start_mark, event.end_mark
        if type(event).__name__ == "AliasEvent":
            return TextNode("scalar", start.index, end.index, start.line + 1)
        style = event.style or None
        value = event.value if style else resolve(event.value)
        if isinstance(value, float) and not isfinite(value):
            message = f"{event.value[:20]!r} is too large for a number; put it in quotes if it is text"
            self.problems.append(Problem("", message, start.line + 1))
        return TextNode(
            "scalar", start.index, end.index, start.line + 1, style=style, value=value, raw=event.value
        )


def resolve(word: str) -> Any:
    """Return what a word without quotes means: null, true or false, a number, or itself.

    >>> [resolve(word) for word in ("49", "0.05", "yes", "true", "~", "1_000", "2025-01-01")]
    [49, 0.05, 'yes', True, None, 1000, '2025-01-01']
    """
    if word in _WORDS:
        return _WORDS[word]
    if _INT.fullmatch(word) and len(word) < 300:
        return int(word)
    if _FLOAT.fullmatch(word):
        return float(word.replace("_", ""))
    return word


# What the YAML parser says, and what that means; True: the start of the construct is the line to look at.
_ADVICE = (
    (
        "mapping values are not allowed",
        "a colon where none is expected; put text with a colon in quotes",
        False,
    ),
    ("could not find expected ':'", "a key without a colon", True),
    ("expected <block end>", "the indentation does not fit the lines before, or a quote is left over", False),
    ("end of stream", "a quote or bracket is opened here and never closed", True),
    ("expected ',' or", "a bracket is opened here, and a comma or its closing bracket is missing", True),
    ("cannot start any token", "a character that text cannot start with; put the text in quotes", False),
)


def _syntax(error: YAMLError, text: str) -> Problem:
    """Return what the YAML parser tripped over, in words for someone who has never seen its manual."""
    mark = getattr(error, "problem_mark", None)
    if not isinstance(error, MarkedYAMLError) or mark is None:
        position = getattr(error, "position", None)
        line = text.count("\n", 0, position) + 1 if position is not None else None
        return Problem("", "a character that cannot be printed; delete it", line)
    found = str(error.problem or "")
    lines = text.splitlines()
    if "\t" in _indentation(_line(lines, mark.line)):
        return Problem("", "a tab at the start of the line; YAML wants spaces there", mark.line + 1)
    said = ((words, at_start) for key, words, at_start in _ADVICE if key in found)
    words, at_start = next(said, (found, False))
    if at_start and error.context_mark is not None:
        mark = error.context_mark
    shown = _line(lines, mark.line).strip()[:60]
    return Problem("", f"not YAML: {words}." + (f" Found: {shown!r}" if shown else ""), mark.line + 1)


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
