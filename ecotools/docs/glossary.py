"""The glossary: the terms of the course, the page that explains them, and links to it from lessons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import yaml

from ecotools.data import path
from ecotools.docs.chapters import Chapter, chapters
from ecotools.docs.markdown import slug

PAGE = "glossary.md"

_HEAD = """\
# Glossary

<!-- Made from ecotools/data/glossary.yaml by `ecotools docs`; change that, not this. -->

The {count} terms that this course uses, in plain words. Each says which lesson explains it first, and where
the library computes it. Words like churn have rival definitions: the page of the function says which there
are, and which one a result used. [How the measures count](measures.md) has the rules that all of them keep.

{letters}
"""
# What stays as it is: titles of references, code, links and images, tags, formulas, headings, addresses.
_UNTOUCHED = re.compile(
    r"^#+ References$.*\Z"
    r"|^(?:```|~~~).*?^(?:```|~~~)[ \t]*$|`+[^`]+`+|!?\[[^\]]*\]\([^)]*\)|<[^>]+>|\$[^$\n]+\$|^#+ [^\n]*$|https?://\S+",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Term:
    """A term: its name, what it means, its lesson, other words for it, and where it is computed.

    ``lesson`` is empty where no lesson explains it. ``link`` is whether lessons link to it: words of
    every day, such as "rule", do not.
    """

    term: str
    means: str
    lesson: str = ""
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    link: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """Its name and the other words for it."""
        return (self.term, *self.also)


@cache
def terms(lesson: str = "99") -> tuple[Term, ...]:
    """Return the terms in the order of the alphabet: all, or those that a reader of a lesson can have met.

    >>> [term.term for term in terms("00")]
    ['audit', 'blueprint', 'funnel', 'ledger', 'MRR', 'YAML']
    """
    rows = yaml.safe_load(path("glossary.yaml").read_text(encoding="utf-8"))
    read = [
        Term(**{key: tuple(said) if isinstance(said, list) else said for key, said in row.items()})
        for row in rows
    ]
    met = [term for term in read if lesson == "99" or "" < term.lesson <= lesson]
    return tuple(sorted(met, key=lambda term: term.term.casefold()))


def link_terms(markdown: str, terms: Iterable[Term], seen: set[str], page: str = f"../docs/{PAGE}") -> str:
    """Return a text with a link to the glossary at the first use of each term.

    Code, formulas, headings, links, tags and what is below the heading *References* stay as they are.

    Parameters
    ----------
    markdown : str
        The text of a cell or of a page.
    terms : iterable of Term
        What may be linked.
    seen : set of str
        The terms that have been linked already; those linked here are added. Give the same set for all
        cells of a lesson.
    page : str
        The address of the glossary as seen from the text.

    Examples
    --------
    >>> churn, seen = Term("churn", "…", also=("churn rate",)), set()
    >>> link_terms("A *churn rate* is a rate. `churn` is code.", [churn], seen, "glossary.md")
    'A *[churn rate](glossary.md#churn)* is a rate. `churn` is code.'
    >>> link_terms("Churn again.", [churn], seen)
    'Churn again.'
    """
    by_word = {word.casefold(): term for term in terms if term.link for word in term.words}
    if not by_word:
        return markdown
    longest_first = "|".join(re.escape(word) for word in sorted(by_word, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])", re.IGNORECASE)

    def linked(found: re.Match) -> str:
        term = by_word[found[0].casefold()]
        if term.term in seen:
            return found[0]
        seen.add(term.term)
        return f"[{found[0]}]({page}#{slug(term.term)})"

    parts, at = [], 0
    for kept in _UNTOUCHED.finditer(markdown):
        parts += [pattern.sub(linked, markdown[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, pattern.sub(linked, markdown[at:])])


def pages(root: Path) -> dict[str, str]:
    """Return the page."""
    by_number = {chapter.number: chapter for chapter in chapters(root)}
    letters = {letter: list(some) for letter, some in groupby(terms(), lambda term: term.term[0].upper())}
    index = " · ".join(f"[{letter}](#{letter.lower()})" for letter in letters)
    text = _HEAD.format(count=len(terms()), letters=index)
    for letter, some in letters.items():
        text += f"\n## {letter}\n" + "".join(_entry(term, by_number.get(term.lesson)) for term in some)
    return {PAGE: text}


def _entry(term: Term, chapter: Chapter | None) -> str:
    told = [f"Explained in [{chapter.title}](../course/{chapter.name}.ipynb)."] if chapter else []
    others = ", ".join(
        word for word in term.also if not term.term.casefold().startswith(word.casefold()[:-1])
    )
    told += [f"Also: {others}."] if others else []
    told += [f"In the library: {', '.join(f'`{name}`' for name in term.see)}."] if term.see else []
    return f"\n### {term.term}\n\n{term.means}\n\n{' '.join(told)}\n"
