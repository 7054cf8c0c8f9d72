"""The mark that a person gave before an answer changed, shown beside the new answer in the formgrader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from ecotools.grading import notes
from ecotools.grading.pipeline.manual_marks import EARLIER, points_given


class ShowEarlier(Preprocessor):
    """Puts what was given for an earlier answer before the new one, with the earlier answer itself."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Return the notebook with a text cell for each such mark."""
        cells = []
        for cell in nb.cells:
            earlier = notes.note(cell).get(EARLIER)
            if earlier:
                cells.append(new_markdown_cell(said(earlier)))
            cells.append(cell)
        nb.cells = cells
        return nb, resources


def said(earlier: Mapping[str, Any]) -> str:
    """Return as Markdown what was given for an earlier answer.

    >>> print(said({"score": 1, "extra": None, "points": 2, "comment": "Good.", "answer": "Because."}))
    **Marked before the answer changed:** 1 of 2. It does not count until you save a mark.
    <BLANKLINE>
    Comment then:
    <BLANKLINE>
    ````text
    Good.
    ````
    <BLANKLINE>
    Answer then:
    <BLANKLINE>
    ````text
    Because.
    ````
    """
    gave = points_given(earlier)
    waits = f"{gave}. It does not count until you save a mark." if gave else "a comment."
    parts = [f"**Marked before the answer changed:** {waits}"]
    for name in ("comment", "answer"):
        if earlier.get(name):
            parts += [f"{name.capitalize()} then:", as_text(earlier[name])]
    return "\n\n".join(parts)


def as_text(text: str) -> str:
    """Return a text so that nothing in it is run or drawn."""
    fence = "````"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"
