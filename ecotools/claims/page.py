"""The page of the audited claims in the documentation, written from the table.

``python -m ecotools.claims.page docs/claims.md`` writes the page.
"""

import re
import sys
from pathlib import Path

import pandas as pd

from ecotools.sources.table import sources

from .table import VERDICTS, claims

_OPENING = """\
# The claims, audited

The five documents that the course is built on quote figures with great confidence: prices, rates, revenues,
lifetimes. Here each of {count} is recomputed from what the same document says. [Sources](sources.md) says
what the documents are, and where their sections are taught. This page is written by
`python -m ecotools.claims.page docs/claims.md` from the table that comes with the library; in Python,
`ecotools.claims.claims()` has it, and `ecotools.claims.recompute("B04")` computes one of its rows.

A verdict is about arithmetic and definitions. Not even *consistent* says that a figure is true: the
documents give no evidence for their numbers.

*Lines* are those of the text that was audited. `001:96` is a line of another document:
{ids}.
"""


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
        f"| {row.claim_id} | {row.lines} | {_plain(row.quoted)} | {_code(row.expression)} "
        f"| {_code(row.recomputed)} | {row.verdict} | {_plain(row.note)} |"
        for row in group.itertuples()
    ]
    head = ["| claim | lines | quoted | computed | value | verdict | note |", "|---|---|---|---|---|---|---|"]
    return "\n".join([*head, *lines, ""])


def _plain(text: str) -> str:
    """Return text whose signs mean themselves in Markdown: dollars make no formula, stars no emphasis."""
    return re.sub(r"([$|*_~<>\\`])", r"\\\1", text)


def _code(text: str) -> str:
    return f"`{text}`" if text else "–"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
