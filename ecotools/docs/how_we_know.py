"""The page *How we know*: how the checks were tried and with what result, and what holds the library."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ecotools
from ecotools.claims import claims
from ecotools.docs.chapters import Chapter, chapters
from ecotools.docs.markdown import slug, table
from ecotools.docs.proofs import Proven, load
from ecotools.rules import rules

STRANGERS = "tests/notebooks/blind"
_PUBLISHED = re.compile(r"_(?:as_)?published(?:_|$)|_textbooks?(?:_|$)|_the_papers?_|_the_r_package")

_HEAD = """\
# How we know

<!-- Made from proofs, notebooks and tests by `ecotools docs`; `ecotools mutate --save` keeps the proofs. -->

A check that refuses right answers, or accepts wrong ones, teaches the wrong thing. So each assignment is
proven before students get it, and every time the tests run. Its checks are tried with

- the **reference solution**, for several students, each with data of their own: it must get full points;
- the **untouched notebook**: it must get none, and must not be called wrong;
- **other right answers**: loops instead of pandas, other types, other names. They must get full points;
- **wrong answers**, most of them slips that learners make. They must be refused, with a sentence that names
  the slip;
- **mutations**: the solution with one small change, such as `<` for `<=`, or with what it is given sorted,
  rounded or without duplicates. Of these, nine of ten must be refused by the whole check, and seven of ten by
  the part that a student can see. Each one that is not has a reason.

{answers}
"""


def pages(root: Path) -> dict[str, str]:
    """Return the page."""
    kept = load(root)
    proven = [(chapter, kept[chapter.name]) for chapter in chapters(root) if chapter.name in kept]
    strangers = {chapter.name: _strangers(root, chapter) for chapter, _ in proven}
    text = _HEAD.format(answers=_answers(proven, strangers))
    return {"how-we-know.md": text + _checks(proven, strangers) + _library(root)}


def _answers(proven: list[tuple[Chapter, Proven]], strangers: dict[str, list[bool]]) -> str:
    """Return the totals of all assignments, in sentences."""
    counts = [one.counts for _, one in proven]
    mutants = sum(one.mutants for _, one in proven)
    written = [right for some in strangers.values() for right in some]
    if not proven:
        return "Nothing is proven yet."
    refused = sum(one.mutants * one.whole for _, one in proven) / mutants
    return (
        f"The {len(proven)} assignments have {sum(one.points for one in counts):g} points. Their checks were"
        f" tried with {sum(one.right for one in counts):,} other right answers,"
        f" {sum(one.wrong for one in counts):,} wrong ones and {mutants:,} mutations, of which they refused"
        f" {refused:.0%}. Beside these, strangers to the solutions wrote {len(written):,} answers from the"
        f" released texts alone, {sum(written):,} of them right: each gets the verdict that it deserves."
    )


def _checks(proven: list[tuple[Chapter, Proven]], strangers: dict[str, list[bool]]) -> str:
    tried = [
        (
            f"[{chapter.title}](exercises.md#{slug(chapter.title)})",
            f"{one.counts.points:g}",
            one.counts.right,
            one.counts.wrong,
            len(strangers[chapter.name]),
            one.mutants,
            f"{one.whole:.0%}",
            f"{one.visible:.0%}",
        )
        for chapter, one in proven
    ]
    times = [
        (chapter.title, chapter.minutes, chapter.assignment_minutes, f"{one.seconds:.0f}")
        for chapter, one in proven
    ]
    answers = ["assignment", "points", "right", "wrong", "strangers", "mutations", "refused", "by sight"]
    return f"""
## The checks, assignment by assignment

{table(answers, tried)}
*Right* and *wrong* are answers beside the reference solution, *strangers* those that were written from the
released text alone. *Refused* is the share of the mutations that the whole check refuses, *by sight* that of
its visible part.

No check proves that somebody has understood. [The list of attacks](threats.md) says what was tried to
get points without an answer, and a person reads what is written.

## How long it takes

{table(["module", "lesson, minutes", "assignment, minutes", "solution runs, seconds"], times)}
*Minutes* are what lesson and assignment say that they take; for a lesson, tests hold this against its length.
*Seconds* are those of the solution from top to bottom, on the machine that proved it.
"""


def _strangers(root: Path, chapter: Chapter) -> list[bool]:
    """Return whether each answer that a stranger wrote to an assignment is right."""
    file = root / STRANGERS / f"{chapter.number}_answers.py"
    return [answer["right"] for answer in runpy.run_path(str(file))["ANSWERS"]] if file.exists() else []


def _library(root: Path) -> str:
    held = list(_published(root))
    verdicts = claims()["verdict"].value_counts()
    told = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
    return f"""
## The library

- **Published numbers.** {len(held)} tests compare what the library computes with numbers that others have
  published; they are listed below, with the file that names the source.
- **Examples in docstrings.** All of them run as tests, more than {_examples() // 100 * 100:,} of them.
- **Rules.** Each of the {len(rules())} [rules](rules.md) of a review has an example that it must find
  something in and one that it must pass, and says where its threshold comes from.
- **Claims.** The {len(claims())} [claims](claims.md) of the sources are computed again: {told}.
- **Truth.** The data of the course are simulated, so that estimates are compared with what is true, over many
  seeds.

{table(["test", "file"], held)}"""


def _published(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each test whose name says that it holds a published number, as a sentence, and its file."""
    for file in sorted((root / "tests").rglob("test_*.py")):
        source = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if _PUBLISHED.search(source) else ():
            if (
                isinstance(node, ast.FunctionDef)
                and node.name.startswith("test_")
                and _PUBLISHED.search(node.name)
            ):
                name = file.relative_to(root).as_posix()
                yield node.name.removeprefix("test_").replace("_", " "), f"`{name}`"


@cache
def _examples() -> int:
    """Return how many docstrings of the library have examples."""
    package = Path(ecotools.__file__).parent
    kinds = (ast.Module, ast.FunctionDef, ast.ClassDef)
    sources = [file.read_text(encoding="utf-8") for file in package.rglob("*.py")]
    return sum(
        ">>>" in (ast.get_docstring(node, clean=False) or "")
        for source in sources
        if ">>>" in source
        for node in ast.walk(ast.parse(source))
        if isinstance(node, kinds)
    )
