"""Style sheets and style attributes of hand-ins: what they may say, and where it holds.

Only listed properties, functions and kinds of selectors stay, so what is not known here does nothing. Names
of hand-ins get a prefix: none of them is a name of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import tinycss2
from pygments.token import STANDARD_TYPES
from tinycss2.ast import Node

OWN = "own-"
_LEVELS = 8  # of functions in functions

# Nothing that takes an element out of its place: no position, no transform, no z-index, no animation.
_PROPERTY = re.compile(
    r"(?:align|background|border|flex|font|grid|justify|list-style|margin|max|min|overflow|padding|text|word)"
    r"(?:-[a-z-]+)?|box-(?:shadow|sizing)|caption-side|clear|color|(?:column-|row-)?gap|display|empty-cells"
    r"|float|height|letter-spacing|line-height|opacity|order|outline|table-layout|vertical-align|visibility"
    r"|white-space|width"
)
_FUNCTIONS = frozenset(
    [
        *("calc", "clamp", "fit-content", "hsl", "hsla", "linear-gradient", "max", "min"),
        *("minmax", "repeat", "rgb", "rgba", "var"),
    ]
)
_PSEUDO_FUNCTIONS = frozenset(["nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"])
_IN_SELECTOR = frozenset([">", "+", "~", "*", ".", ":"])
_COMBINATORS = frozenset([">", "+", "~"])
_IN_PSEUDO_FUNCTION = frozenset(["ident", "number", "dimension", "whitespace"])


def renamed(name: str) -> str:
    """Return a class of a hand-in as it stands on the page: what colours code and outputs keeps its name.

    >>> renamed("navbar-fixed-top"), renamed("dataframe"), renamed("ansi-red-fg")
    ('own-navbar-fixed-top', 'dataframe', 'ansi-red-fg')
    """
    return name if name in _known() or name.startswith("ansi-") else f"{OWN}{name}"


@cache
def _known() -> frozenset[str]:
    """Return the classes that nbconvert, pandas and pygments give to outputs, and that have a style here."""
    parts = ("html", "svg", "markdown", "png", "jpeg", "latex", "text", "stdout", "stderr", "stream", "error")
    ours = {f"output_{part}" for part in (*parts, "subarea", "execute_result")}
    return frozenset(
        {*ours, "highlight", "rendered_html", "dataframe", *filter(None, STANDARD_TYPES.values())}
    )


def declarations(style: str) -> str:
    """Return what may stay of a ``style`` attribute.

    >>> declarations("color: red; position: fixed; background: url(https://example.org/a)")
    'color:red'
    """
    return _declared(tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True))


def rules(sheet: str, box: str) -> str:
    """Return what may stay of a style sheet; it then holds within the element of the class ``box`` only.

    >>> rules("#T_1 td.hot, body { color: red } @import 'https://example.org/a.css';", "box-1")
    '.box-1 #own-T_1 td.own-hot,.box-1 body{color:red}'
    """
    kept = []
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        content = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        selectors, said = _selectors(rule.prelude), _declared(content)
        if selectors and said:
            kept.append(f"{','.join(f'.{box} {selector}' for selector in selectors)}{{{said}}}")
    return "\n".join(kept)


def _declared(nodes: Iterable[Node]) -> str:
    kept = []
    for node in nodes:
        if node.type == "declaration" and _PROPERTY.fullmatch(node.lower_name) and _harmless(node.value):
            important = "!important" if node.important else ""
            kept.append(f"{node.lower_name}:{tinycss2.serialize(node.value).strip()}{important}")
    # A text in a sheet may hold anything, also what ends the element of the sheet.
    return ";".join(said for said in kept if "<" not in said)


def _harmless(value: Iterable[Node], levels: int = _LEVELS) -> bool:
    """Return whether a value asks for nothing: no address, and of the functions the listed ones only."""
    for node in value:
        if node.type in {"url", "error"} or node.type.endswith("block") or not levels:
            return False
        if node.type == "function":
            known = node.lower_name in _FUNCTIONS
            if not known or not _harmless(node.arguments, levels - 1):
                return False
    return True


def _selectors(prelude: list[Node]) -> list[str]:
    """Return the selectors of a rule with the names of the page; [] when one of them is not understood."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    made = [_selector(part) for part in parts]
    return made if all(made) else []


def _selector(nodes: list[Node]) -> str:
    text, before = "", None
    for node in nodes:
        if node.type == "hash":
            text += f"#{OWN}{_name(node.value)}"
        elif node.type == "ident":
            text += _name(renamed(node.value) if before == "." else node.value)
        elif node.type == "whitespace":
            text += " "
        elif node.type == "function" and before == ":" and node.lower_name in _PSEUDO_FUNCTIONS:
            if any(part.type not in _IN_PSEUDO_FUNCTION and part != "+" for part in node.arguments):
                return ""
            text += tinycss2.serialize([node])
        elif node.type == "literal" and node.value in _IN_SELECTOR:
            text += node.value
        elif node.type != "comment":
            return ""
        before = node.value if node.type == "literal" else None
    text = text.strip()
    # A combinator at the start would lead out of the box, to what stands beside it.
    return "" if "<" in text or text[:1] in _COMBINATORS else text


def _name(value: str) -> str:
    """Return a name as CSS writes it: what is no letter, digit, "-" or "_" by its number."""
    return "".join(
        letter if letter.isalnum() or letter in "-_" else f"\\{ord(letter):x} " for letter in value
    )
