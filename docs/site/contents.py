"""The page of all lessons, made from the modules of the course, and where the exercises of each are told."""

from __future__ import annotations

from collections.abc import Sequence

from ecotools.docs.chapters import Chapter
from ecotools.docs.markdown import slug, table

_PAGE = """\
# The lessons

Fourteen modules, each with one question. A lesson is read and run; the exercises of the same number come
after it, on data that only you have. The three dots in a lesson are yours to fill in, and a check says what
came of it.

{table}
## To work through them

```
python -m pip install ".[learn]"
ecotools start
ecotools lab
```

The first command installs the course and JupyterLab from a copy of the repository, with Python 3.11 or newer;
where you have a wheel, write its path for the dot. `ecotools start` lays lessons and exercises into
`digital-product-ecosystems/`, and `ecotools lab`, in that folder, opens the first. Started again after an
update, `ecotools start` brings new notebooks and keeps what you have changed. Nothing is sent anywhere, and
you need no account.

```{{toctree}}
:hidden:

{entries}
```
"""


def lessons_page(chapters: Sequence[Chapter]) -> str:
    """Return the page: each module with its question, its minutes and its exercises."""
    rows = [
        (
            f"[{chapter.title}](course/{chapter.name}.ipynb)",
            chapter.heading[1],
            chapter.minutes,
            f"[{len(chapter.assignment.tasks)} tasks]({exercise_place(chapter)})",
        )
        for chapter in chapters
    ]
    entries = "\n".join(f"{chapter.title} <course/{chapter.name}>" for chapter in chapters)
    return _PAGE.format(
        table=table(["lesson", "its question", "minutes", "exercises"], rows), entries=entries
    )


def exercise_place(chapter: Chapter) -> str:
    """Return the place on the site that describes the exercises of a module."""
    return f"exercises.md#{slug(chapter.title)}"
