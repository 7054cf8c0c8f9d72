"""The page of the sources: where each of their sections is taught, as the references of the lessons say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from textwrap import fill

from ecotools.claims import claims
from ecotools.docs.markdown import slug
from ecotools.rules.engine.registry import rules
from ecotools.rules.engine.rule import Rule
from ecotools.sources.coverage import TaughtModule, modules
from ecotools.sources.table import Source, SourceSection, at, sources, written

_HEAD = """\
# Sources

<!-- Made from the references of the lessons by `ecotools docs`; change those, not this. -->

The subject of this course comes from five documents. The course takes over what they speak of, and does not
take their word for it: they are confident, and nearly all of their figures have no source.
[The claims](claims.md) computes the figures again, and each assignment checks at least one of them.
The course was given them without author, year or publisher, and they are not published with it. So each goes
by what it is about, and line numbers are those of the copies that the course was made from.

{contents}

The tables say where each section is taught: in a lesson, in its assignment, or in both. *Claims* are the
audited figures of a section. *Rules* are those of [a review](rules.md) that come from it.
{taught} of the {all} sections are taught. The others say why not.
"""

Place = tuple[Source, SourceSection]
Cited = dict[Place, list[str]]


def pages(root: Path) -> dict[str, str]:
    """Return the page of a clone."""
    return {"sources.md": page(root)}


def page(root: str | Path = ".") -> str:
    """Return the page as Markdown.

    Parameters
    ----------
    root : str or Path
        The folder of the course, with its lessons in ``course``.
    """
    taught = modules(root)
    checked = _by_section((row.claim_id, at(row.seed, row.lines)) for row in claims().itertuples())
    ruled = _by_section((rule.id, _places(rule)) for rule in rules())
    places = [(source, section) for source in sources() for section in source.sections]
    head = _HEAD.format(
        contents="\n".join(f"- [The {source.name}](#{slug(f'The {source.name}')})" for source in sources()),
        taught=sum(any(module.teaches(*place) for module in taught) for place in places),
        all=len(places),
    )
    return "\n".join([head, *[_source(one, taught, checked, ruled) for one in sources()], _modules(taught)])


def _source(source: Source, taught: list[TaughtModule], checked: Cited, ruled: Cited) -> str:
    rows = [
        f"| {section.number} | {section.title} | {_where(source, section, taught)} "
        + "".join(f"| {', '.join(cited.get((source, section), '–'))} " for cited in (checked, ruled))
        + "|"
        for section in source.sections
    ]
    head = ["| section | about | taught in | claims | rules |", "|---|---|---|---|---|"]
    about = fill(f"{source.about} {source.numbers}", 110)
    return "\n".join([f"## The {source.name}\n\n{about}\n", *head, *rows, ""])


def _places(rule: Rule) -> list[Place]:
    return [place for cited in rule.source for place in at(cited.number, cited.lines)]


def _by_section(cited: Iterable[tuple[str, list[Place]]]) -> Cited:
    """Return for each section the ids that cite it, in order."""
    found: Cited = {}
    for id, places in cited:
        for place in dict.fromkeys(places):
            found.setdefault(place, []).append(id)
    return {place: sorted(ids) for place, ids in found.items()}


def _where(source: Source, section: SourceSection, taught: list[TaughtModule]) -> str:
    links = [_link(module) for module in taught if module.teaches(source, section)]
    return ", ".join(links) or section.untaught or "no lesson yet"


def _modules(taught: list[TaughtModule]) -> str:
    rows = [
        f"| {_link(module)} | {'; '.join(_taken(module))} | {', '.join(module.claims)} "
        f"| {', '.join(f'`{part}`' for part in module.parts)} |"
        for module in taught
    ]
    head = ["| module | takes from | claims asked for | parts of the library |", "|---|---|---|---|"]
    return "\n".join(["## The modules\n", *head, *rows, ""])


def _taken(module: TaughtModule) -> list[str]:
    return [
        f"{one.source.name}, {written([section.number for section in one.sections])}"
        for one in module.references
    ]


def _link(module: TaughtModule) -> str:
    return f"[{module.title}](../course/{module.lesson.name})"
