"""The report as Markdown, for a repository, a wiki or a letter: the same parts, with pictures in words."""

import re

import pandas as pd

from ecotools.plots.canvas.formats import period
from ecotools.report.blocks import ReportSection, every
from ecotools.report.csv_attachments import contents
from ecotools.report.inputs import Material
from ecotools.report.parts import parts

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BESIDE_LINES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FENCE = re.compile("`{2,}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def to_markdown(material: Material) -> str:
    """Return the report as Markdown with tables as GitHub writes them; its numbers are at the end as CSV."""
    day = period(pd.Timestamp(material.day))
    lines = [
        f"# {plain(material.blueprint.name)}",
        f"Business report, {day}. All money in {material.currency}.",
    ]
    if material.blueprint.note:
        lines.append(f"> {plain(material.blueprint.note)}")
    sections = parts(material)
    for section in sections:
        lines.append(f"## {plain(section.title)}")
        lines += [written(block) for block in every(section.blocks)]
    lines += _data(sections)
    return "\n\n".join(line for line in lines if line) + "\n"


def written(block) -> str:
    """Return a block as Markdown.

    >>> from ecotools.report.blocks import Items
    >>> print(written(Items(["first", "then | that"], numbered=True)))
    1. first
    2. then \\| that
    """
    return {
        "words": lambda: plain(block.text),
        "head": lambda: f"### {plain(block.text)}",
        "items": lambda: _list(block),
        "facts": lambda: "\n".join(f"- **{plain(name)}:** {plain(said)}" for name, said in block.pairs),
        "cards": lambda: _cards(block),
        "table": lambda: f"**{plain(block.caption)}**\n\n{_table(block.heads, block.rows, block.numbers)}",
        "picture": lambda: f"*{plain(block.alt)}*",
    }[block.kind]()


def _data(sections: list[ReportSection]) -> list[str]:
    """Return the numbers of all tables and pictures as blocks of CSV."""
    found = contents(sections)
    if not found:
        return []
    lines = ["## Data", "The numbers of the tables and pictures above as CSV, exactly."]
    for name, text in found.items():
        fence = max(_FENCE.findall(text), key=len, default="``") + "`"
        lines += [f"### {plain(name)}", f"{fence}csv\n{_BESIDE_LINES.sub(' ', text)}{fence}"]
    return lines


def plain(text: str) -> str:
    """Return a text in which no sign is taken for a mark of Markdown or HTML, in one line.

    >>> plain("a*b* <i> | c")
    'a\\\\*b\\\\* \\\\<i\\\\> \\\\| c'
    """
    return _MARKS.sub(r"\\\1", " ".join(_CONTROL.sub(" ", str(text).replace("`", "")).split()))


def _list(block) -> str:
    return "\n".join(
        f"{f'{at}.' if block.numbered else '-'} {plain(text)}" for at, text in enumerate(block.texts, 1)
    )


def _cards(block) -> str:
    rows = [(card.name, card.value, "; ".join(card.notes)) for card in block.cards]
    return _table(("Number", "Value", "What it is"), rows, (1,))


def _table(heads, rows, numbers) -> str:
    lines = [heads, ["---:" if at in numbers else "---" for at in range(len(heads))], *rows]
    return "\n".join(
        f"| {' | '.join(cell if place == 1 else plain(cell) for cell in line)} |"
        for place, line in enumerate(lines)
    )
