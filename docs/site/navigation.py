"""Which page of the site leads to which: what is in the bar above, and in the list beside a page.

It is here and not in the pages, since GitHub shows a tree of contents as code.
"""

from __future__ import annotations

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


def with_pages_below(name: str, text: str) -> str:
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
    if name not in PAGES:
        return text
    return f"{text}\n\n```{{toctree}}\n:hidden:\n:glob:\n\n" + "\n".join(PAGES[name]) + "\n```\n"
