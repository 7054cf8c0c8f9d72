"""The page *ecotools on one page*: the names that each lesson brings, with a line on each."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from ecotools.docs.chapters import Chapter, chapters
from ecotools.docs.markdown import first_sentence, from_docstring, table
from ecotools.notebooks import read
from ecotools.notebooks.code_cells import CodeCell, code_cells

OFTEN = 0.5
"""The share of the lessons from which on a name is one of all lessons."""
HANDFUL = 6
"""How many names of a module have a line: those that most cells of its lesson and its assignment use."""

_HEAD = """\
# ecotools on one page

<!-- Made from the code cells of the notebooks by `ecotools docs`; change those, not this. -->

What the lessons use of the library: first what most of them do, then the names that matter most in each
module. In a notebook, `help(name)` or a question mark behind a name (`funnel.leak?`) shows how it is called,
with an example.

![The way of data: a blueprint is reviewed, simulated and forecast; a ledger, simulated or imported, is
measured; the report takes all of it.](images/way-of-data.svg)

## In most lessons

{common}"""


def pages(root: Path) -> dict[str, str]:
    """Return the page."""
    used = {chapter: _used(chapter) for chapter in chapters(root)}
    lessons = Counter(name for names in used.values() for name in names)
    common = [name for name, times in lessons.items() if times >= OFTEN * len(used)]
    text, told = _HEAD.format(common=_table(common)), set(common)
    for chapter, names in used.items():
        new = [name for name, _ in names.most_common() if name not in told]
        told |= set(new)
        text += (
            f"\n## [{chapter.title}](../course/{chapter.name}.ipynb)\n\n{chapter.heading[1].capitalize()}\n\n"
        )
        text += _table(new[:HANDFUL]) + _rest(sorted(new[HANDFUL:]))
    return {"one-page.md": text}


def _used(chapter: Chapter) -> Counter[str]:
    """Return how many cells of a lesson and its assignment use each name that the lesson uses."""
    lesson = [set(one) for one in names_used(code_cells(chapter.lesson))]
    file = chapter.root / "exercises" / chapter.name / f"{chapter.name}.ipynb"
    asked = [set(one) for one in names_used(code_cells(read(file)))] if file.exists() else []
    there = Counter(name for one in lesson for name in sorted(one))
    return there + Counter(name for one in asked for name in sorted(one & there.keys()))


def names_used(cells: list[CodeCell]) -> list[list[str]]:
    """Return the functions and classes of the library that each cell uses, in order.

    A name is where it lies in the library: ``"metrics.funnel.leak"``.
    """
    known: dict[str, str] = {}
    found = []
    for cell in cells:
        nodes = list(ast.walk(cell.tree)) if cell.tree else []
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "ecotools":
                place = node.module.partition(".")[2]
                known |= {one.asname or one.name: f"{place}.{one.name}".strip(".") for one in node.names}
        named = sorted((node for node in nodes if isinstance(node, ast.Attribute | ast.Name)), key=_where)
        places = dict.fromkeys(_place(node, known) for node in named)
        found.append([place for place in places if place and callable(resolved(place))])
    return found


def _where(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _place(node: ast.AST, known: dict[str, str]) -> str:
    """Return where in the library an expression like ``funnel.leak`` lies; nothing when it does not."""
    if isinstance(node, ast.Name):
        return known.get(node.id, "")
    if isinstance(node, ast.Attribute):
        before = _place(node.value, known)
        return f"{before}.{node.attr}" if before and isinstance(resolved(before), ModuleType) else ""
    return ""


def resolved(name: str) -> object:
    """Return the module, function or class that lies at a place of the library; None where there is none.

    >>> resolved("metrics.retention.churn_rate").__name__
    'churn_rate'
    """
    before, _, last = f"ecotools.{name}".rpartition(".")
    try:
        return getattr(import_module(before), last)
    except ImportError:
        return None
    except AttributeError:
        return import_module(f"{before}.{last}") if find_spec(f"{before}.{last}") else None


def _table(names: list[str]) -> str:
    rows = [(f"`{_short(name)}`", _line(name)) for name in names]
    return table(["name", "what it gives"], rows)


def _rest(names: list[str]) -> str:
    return f"\nAlso: {', '.join(f'`{_short(name)}`' for name in names)}.\n" if names else ""


def _short(name: str) -> str:
    """Return a name as lessons write it: with its module, without the part of the library that this is in."""
    *place, last = name.removeprefix("metrics.").split(".")
    return last if place in (["learn"], ["blueprint"], ["rules"]) else ".".join([*place, last])


def _line(name: str) -> str:
    return from_docstring(first_sentence(inspect.getdoc(resolved(name)) or ""))
