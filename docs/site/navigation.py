"""Which page of the site leads to which: what is in the bar above, and in the list beside a page.

It is here and not in the pages, since GitHub shows a tree of contents as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

PAGES = {
    "index.md": (
        "Lessons <lessons>",
        "Exercises <exercises>",
        "Your business <business>",
        "Teaching <teaching>",
        "How to <how-to/index>",
        "Reference <look-up>",
        "What to trust <trust>",
    ),
    "business.md": ("blueprint", "rules", "importers", "measures", "forecast", "report"),
    "rules.md": ("rules/*",),
    "teaching.md": ("what-modules-need", "graded-examples", "capstone-rubric", "grading", "threats"),
    "how-to/index.md": ("*", "/contributing", "/changes"),
    "look-up.md": ("one-page", "glossary", "reference/index"),
    "trust.md": ("how-we-know", "claims", "sources"),
}
"""A page -> the pages below it, as Sphinx writes them: with another title, or a pattern for a folder."""
REST = "how-to/index.md"
"""Below which a page is that has no place of its own."""


def placed(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return `PAGES` with a place for each of the pages with these names.

    >>> placed(["rules.md", "rules/journey.md", "install.md"])["how-to/index.md"]
    ('*', '/contributing', '/changes', '/install')
    """
    known = ["index", *(one for page, entries in PAGES.items() for one in _patterns(page, entries))]
    stems = [name.removesuffix(".md") for name in names]
    rest = [f"/{one}" for one in stems if not any(fnmatchcase(one, pattern) for pattern in known)]
    return {**PAGES, REST: (*PAGES[REST], *sorted(rest))}


def _patterns(page: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield the pages or patterns of entries, from the root of the site and without titles."""
    for entry in entries:
        name = re.sub(r".*<(.*)>", r"\1", entry)
        yield str(PurePosixPath("/", page).parent / name).lstrip("/")


def with_pages_below(name: str, text: str, pages: Mapping[str, Iterable[str]] = PAGES) -> str:
    """Return the text of a page with the pages below it, where it has some.

    >>> print(with_pages_below("rules.md", "# Rules"))
    # Rules
    <BLANKLINE>
    ```{toctree}
    :hidden:
    :glob:
    <BLANKLINE>
    rules/*
    ```
    <BLANKLINE>
    >>> with_pages_below("claims.md", "# Claims")
    '# Claims'
    """
    if name not in pages:
        return text
    return f"{text}\n\n```{{toctree}}\n:hidden:\n:glob:\n\n" + "\n".join(pages[name]) + "\n```\n"
