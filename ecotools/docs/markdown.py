"""Pieces of Markdown that several pages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table, with a line break at its end. A bar in a cell stays a bar.

    >>> print(table(["name", "points"], [["a|b", 3]]))
    | name | points |
    |---|---|
    | a\\|b | 3 |
    <BLANKLINE>
    """
    lines = [head, *rows]
    written = ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines]
    return "\n".join([written[0], "|---" * len(head) + "|", *written[1:], ""])


def slug(heading: str) -> str:
    """Return what a heading is called in an address, on GitHub and on the site.

    >>> slug("Wilson's interval"), slug("A/B test")
    ('wilsons-interval', 'ab-test')
    """
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def plain(text: str) -> str:
    """Return text whose signs mean themselves: dollars make no formula, stars no emphasis.

    >>> plain("two * 5 $")
    'two \\\\* 5 \\\\$'
    """
    return re.sub(r"([$|*_~<>\\`])", r"\\\1", text)


def from_docstring(text: str) -> str:
    """Return a line of a docstring as Markdown: its code stays code, and all other signs mean themselves.

    >>> from_docstring("Return ``x`` * `y`.")
    'Return `x` \\\\* `y`.'
    """
    parts = re.split(r"(`[^`]+`)", text.replace("``", "`"))
    return "".join(part if part.startswith("`") else plain(part) for part in parts)


def first_sentence(text: str) -> str:
    """Return the first paragraph of a text in one line, up to the end of its first sentence.

    >>> first_sentence("Return the rate, e.g. 0.5. More\\nof it.\\n\\nAnd more.")
    'Return the rate, e.g. 0.5.'
    """
    line = " ".join(text.strip().split("\n\n")[0].split())
    end = re.search(r"(?<!e\.g)(?<!i\.e)[.?!](?= [A-Z`]|$)", line)
    return line[: end.end()] if end else line
