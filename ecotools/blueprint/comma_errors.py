"""Values that a comma cut in two: between braces YAML takes what comes after it for a key of its own."""

import re
from collections.abc import Iterable

from ecotools.blueprint.problems import Problem
from ecotools.blueprint.yaml_tree import TextNode

Found = tuple[tuple, str]
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")


def explained(root: TextNode, found: Iterable[Found]) -> list[Found]:
    """Return problems with what to do about those that a comma made; a value that was cut is told once.

    >>> from ecotools.blueprint.yaml_tree import parse
    >>> root = parse("products:\\n  - {id: kit, price: 1,000}")
    >>> explained(root, [(("products", 0, "000"), "unknown key '000'.")])
    [(('products', 0, 'price'), "unknown key '000'. The comma ended the value: write price: 1000.")]
    """
    told: dict[tuple, str] = {}
    for path, message in found:
        cuts = _cuts(root, path)
        if not cuts:
            told.setdefault(path, message)
        for key, value in cuts:
            told.setdefault((*path[:-1], key), f"{_first(message)}. {_advice(key, value)}")
    return list(told.items())


def _first(message: str) -> str:
    """Return the first sentence of a message, without its stop: what comes after it was a guess."""
    return message.partition(". ")[0].rstrip(".")


def repeated(root: TextNode) -> list[Problem]:
    """Return the keys that are there twice, but for those that commas made."""
    made = {f"the key {key!r} is there twice;" for key in _made(root)}
    return [one for one in root.repeated if one.message.partition(" line ")[0] not in made]


def _made(node: TextNode) -> set[str]:
    """Return the keys of a tree that stand alone between braces, after another one."""
    found = {key.raw for at, key in enumerate(node.keys) if at and node.flow and _empty(node.items[at])}
    return found.union(*map(_made, node.items))


def _cuts(root: TextNode, path: tuple) -> list[tuple[str, str]]:
    """Return the keys whose values were cut before a key like that at a path, with the values as meant."""
    node = root
    for part in path[:-1]:
        at = _place(node, part)
        if at is None:
            return []
        node = node.items[at]
    if not path or node.kind != "map" or not node.flow:
        return []
    alike = [at for at, key in enumerate(node.keys) if at and key.value == path[-1]]
    return [cut for at in alike if _empty(node.items[at]) and (cut := _whole(node, at))]


def _whole(node: TextNode, at: int) -> tuple[str, str] | None:
    """Return the key before the parts of a cut value, and the value put together."""
    first = at
    while first and _empty(node.items[first]):
        first -= 1
    rest = []
    for key, item in zip(node.keys[first + 1 :], node.items[first + 1 :], strict=True):
        if not _empty(item):
            break
        rest.append(key.raw)
    start = node.items[first]
    if start.kind != "scalar" or start.style is not None:
        return None
    joint = "," if _THOUSANDS.fullmatch(",".join([start.raw, *rest])) else ", "
    return str(node.keys[first].value), joint.join([start.raw, *rest])


def _place(node: TextNode, part: object) -> int | None:
    if node.kind == "map":
        names = [key.value for key in node.keys]
        return len(names) - 1 - names[::-1].index(part) if part in names else None
    there = node.kind == "list" and isinstance(part, int) and part < len(node.items)
    return part if there else None


def _empty(node: TextNode) -> bool:
    return node.kind == "scalar" and node.style is None and node.raw == ""


def _advice(key: str, value: str) -> str:
    if _THOUSANDS.fullmatch(value):
        return f"The comma ended the value: write {key}: {value.replace(',', '')}."
    return f'The comma ended the value: put text with a comma in quotes, {key}: "{value}".'
