"""Changing a YAML text as little as possible, so that a person's comments and layout survive a program.

The text is cut at its own entries; entries that did not change are put back as they were, character for
character. The outcome is read again and compared; what cannot be kept is written afresh, section by section.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from ecotools.blueprint import yaml_text, yaml_tree
from ecotools.blueprint.yaml_tree import TextNode

_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")


class CannotKeep(Exception):
    """The layout of an entry is one that this module does not know how to change in place."""


def rewrite(text: str, before: dict, after: dict, lean: dict, reads_as: Callable[[str], Any]) -> str:
    """Return ``text`` changed so that it reads as ``after``.

    Parameters
    ----------
    text : str
        YAML that reads as ``before``, defaults filled in.
    before, after : dict
        Plain data of the same models, with all their defaults.
    lean : dict
        ``after`` without what equals a default: how new entries are written.
    reads_as : callable
        Reads a text as data like ``after``; used to prove the outcome.
    """
    if before == after:
        return text
    for deep in (True, False):
        try:
            new = _Rewriter(text, deep).document(before, after, lean)
            if reads_as(new) == after:
                return new
        except (CannotKeep, ValueError):
            continue
    return yaml_text.document(lean)


class _Rewriter:
    def __init__(self, text: str, deep: bool):
        self.text, self.deep = text, deep
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def document(self, before: dict, after: dict, lean: dict) -> str:
        root = yaml_tree.parse(self.text, exact=True)
        if root.flow:
            raise CannotKeep
        body = self.group(root, before, after, lean)
        return self.text[: root.start] + body + self.text[self.extent(root) :]

    def value(self, node: TextNode, before: Any, after: Any, lean: Any) -> str | None:
        """Return the new text of a value, or None when its whole entry is to be written afresh."""
        if before == after:
            return self.text[node.start : self.extent(node)]
        if self.deep and not node.flow and after:
            if node.kind == "map" and isinstance(before, dict) and isinstance(after, dict):
                return self.group(node, before, after, lean)
            if node.kind == "list" and isinstance(before, list) and isinstance(after, list):
                return self.listed(node, before, after, lean)
        nested = isinstance(after, (dict, list))
        if node.flow and nested:
            return yaml_text.flow(lean)
        one_line = node.kind == "scalar" and node.end > node.start and node.style not in ("|", ">")
        if not one_line or nested or (isinstance(after, str) and "\n" in after):
            return None
        return yaml_text.scalar(after, node.style if isinstance(after, str) else None)

    def group(self, node: TextNode, before: dict, after: dict, lean: dict) -> str:
        """Return the new text of keys with values: changed in place, removed, new ones at the end."""
        names = [key.value for key in node.keys]
        if any(name not in before for name in names):
            raise CannotKeep
        column, order = self.column(node.keys[0].start), []
        for place, (key, child) in enumerate(zip(node.keys, node.items, strict=True)):
            name = key.value
            gone = name not in after or (
                after[name] is None and before[name] is not None and name not in lean
            )
            if not gone:
                shown = lean.get(name, after[name])
                order.append((place, self.entry(key, child, before[name], after[name], shown, column)))
        new = [name for name in after if name not in names and name in lean]
        order += [
            (None, self.own(yaml_text.entry(yaml_text.scalar(name), lean[name], column))) for name in new
        ]
        spans = [
            (key.start, self.line_end(self.extent(child)))
            for key, child in zip(node.keys, node.items, strict=True)
        ]
        return self.assemble(spans, order)

    def entry(self, key: TextNode, node: TextNode, before: Any, after: Any, lean: Any, column: int) -> str:
        end = self.extent(node)
        tail = self.text[end : self.line_end(end)]
        value = self.value(node, before, after, lean)
        if value is not None:
            return self.text[key.start : node.start] + value + tail
        found = _COMMENT.match(self.text, end) or _COMMENT.match(self.text, self.text.index(":", key.end) + 1)
        return self.own(
            yaml_text.entry(self.text[key.start : key.end], lean, column, found[1] if found else "")
        )

    def listed(self, node: TextNode, before: list, after: list, lean: list) -> str:
        """Return the new text of a list: its items keep their lines wherever they go."""
        dashes = [self.dash(child) for child in node.items]
        column, order = self.column(dashes[0]), []
        for place, old in enumerate(_matches(before, after)):
            text = None
            if old is not None:
                child = node.items[old]
                end = self.extent(child)
                text = self.value(child, before[old], after[place], lean[place])
                if text is not None:
                    head, tail = self.text[dashes[old] : child.start], self.text[end : self.line_end(end)]
                    text = head + text + tail
            order.append((old, text if text is not None else self.own(yaml_text.item(lean[place], column))))
        spans = [
            (dash, self.line_end(self.extent(child))) for dash, child in zip(dashes, node.items, strict=True)
        ]
        return self.assemble(spans, order)

    def assemble(self, spans: list[tuple[int, int]], order: list[tuple[int | None, str]]) -> str:
        """Return entries in their new order, each with the blank lines and comments that stood before it."""
        gaps = [""] + [self.text[end:start] for (_, end), (start, _) in pairwise(spans)]
        indent = " " * self.column(spans[0][0])
        blank = self.newline if any(gap.lstrip(" ").startswith(("\n", "\r")) for gap in gaps) else ""
        kept = {old for old, _ in order}
        text, last = "", -1
        for old, body in order:
            lead = blank + indent if old is None else (gaps[old] if old else indent)
            between = range(last + 1, old if old is not None else len(spans))
            lead = "".join(self.notes(gaps[lost]) for lost in between if lost not in kept) + lead
            last = max(last, old if old is not None else len(spans))
            text = self.whole(text) + (lead if text else lead.lstrip()) + body
        return self.whole(text) + "".join(
            self.notes(gaps[i]) for i in range(last + 1, len(spans)) if i not in kept
        )

    def notes(self, gap: str) -> str:
        """Return the comments before an entry that is gone: what a person wrote is not thrown away."""
        return gap[: gap.rfind("\n") + 1] if "#" in gap else ""

    def whole(self, text: str) -> str:
        return text + self.newline if text and not text.endswith("\n") else text

    def own(self, emitted: str) -> str:
        return emitted.replace("\n", self.newline)

    def extent(self, node: TextNode) -> int:
        """Return where a value ends, without the comments and blank lines that follow it."""
        if node.kind == "scalar" or node.flow or not node.items:
            return node.end
        return self.line_end(self.extent(node.items[-1]))

    def line_end(self, position: int) -> int:
        if position and self.text[position - 1] == "\n":
            return position
        found = self.text.find("\n", position)
        return found + 1 if found >= 0 else len(self.text)

    def column(self, position: int) -> int:
        return position - (self.text.rfind("\n", 0, position) + 1)

    def dash(self, node: TextNode) -> int:
        dash = self.text.rfind("-", 0, max(node.start, 1))
        if dash < 0 or self.text[dash + 1 : node.start].strip(" "):
            raise CannotKeep
        return dash


def _matches(before: list, after: list) -> list[int | None]:
    """Return for each item of ``after`` the place in ``before`` of the item it was, or None if it is new."""
    free = list(range(len(before)))
    found: list[int | None] = []
    for item in after:
        same = next((old for old in free if _identity(before[old]) == _identity(item)), None)
        found.append(same)
        if same is not None:
            free.remove(same)
    for place, old in enumerate(found):
        if old is None and place in free:
            found[place] = place
            free.remove(place)
    return found


def _identity(item: Any) -> Any:
    if isinstance(item, dict):
        for keys in (("id",), ("from", "to"), ("name",)):
            if all(key in item for key in keys):
                return tuple(item[key] for key in keys)
    return item
