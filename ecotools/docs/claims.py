"""The page of the audited claims, made from their table."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ecotools.claims.table import VERDICTS, claims
from ecotools.docs.markdown import plain
from ecotools.sources.table import sources

_OPENING = """\
# The claims, audited

<!-- Made from the table of claims by `ecotools docs`; change that, not this. -->

The five documents that the course is built on quote figures with great confidence: prices, rates, revenues,
lifetimes. Here each of {count} is recomputed from what the same document says. [Sources](sources.md) says
what the documents are, and where their sections are taught. The table comes with the library: in Python,
`ecotools.claims.claims()` has it, and `ecotools.claims.recompute("B04")` computes one of its rows.

A verdict is about arithmetic and definitions. Not even *consistent* says that a figure is true: the
documents give no evidence for their numbers.

*Lines* are those of the text that was audited. `001:96` is a line of another document:
{ids}.
"""


def pages(root: Path) -> dict[str, str]:
    """Return the page."""
    return {"claims.md": page()}


def page() -> str:
    """Return the page as Markdown: the verdicts and how many have each, then a table for each document.

    >>> print(page().splitlines()[0])
    # The claims, audited
    """
    table = claims()
    ids = ", ".join(f"{source.id} is the {source.name}" for source in sources())
    parts = [_OPENING.format(count=len(table), ids=ids), _verdicts(table)]
    parts += [f"## The {source.name}\n\n{_rows(table[table['seed'] == source.id])}" for source in sources()]
    return "\n".join(parts)


def _verdicts(table: pd.DataFrame) -> str:
    counts = table["verdict"].value_counts()
    lines = [f"| {verdict} | {counts[verdict]} | {meaning} |" for verdict, meaning in VERDICTS.items()]
    return "\n".join(["| verdict | claims | what it means |", "|---|---|---|", *lines, ""])


def _rows(group: pd.DataFrame) -> str:
    lines = [
        f"| {row.claim_id} | {row.lines} | {plain(row.quoted)} | {_code(row.expression)} "
        f"| {_code(row.recomputed)} | {row.verdict} | {plain(row.note)} |"
        for row in group.itertuples()
    ]
    head = ["| claim | lines | quoted | computed | value | verdict | note |", "|---|---|---|---|---|---|---|"]
    return "\n".join([*head, *lines, ""])


def _code(text: str) -> str:
    return f"`{text}`" if text else "–"
