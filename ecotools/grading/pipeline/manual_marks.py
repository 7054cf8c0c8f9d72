"""What a person gave, when a hand-in is graded again: it counts as long as it is for the same answer.

A mark, a comment or extra credit is for an answer's text and the points there are for it. Where both are as
they were, it counts. Where one is another, it stays in the gradebook and waits for a person, and what it was
given for is noted in the cell of the new answer, under `EARLIER`, so that both can be seen side by side.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ecotools.grading import notes
from ecotools.grading.pipeline.answers import MarkedAnswer, answers

EARLIER = "earlier"
_LONGEST = 20_000  # characters of an earlier answer that are kept with its mark


@dataclass(frozen=True)
class Given:
    """What a person gave for one cell; ``waits`` says that they, or another, are still to look at it."""

    notebook: str
    cell: str
    score: float | None = None
    extra: float | None = None
    comment: str = ""
    waits: bool = False

    @property
    def scored(self) -> bool:
        """Whether there are points in it."""
        return self.score is not None or bool(self.extra)


def weigh(
    given: list[Given],
    before: Mapping[str, MarkedAnswer] | None,
    noted: Mapping[str, Mapping[str, Any]],
    known: Mapping[str, str],
    now: Mapping[str, str],
) -> dict[str, dict[str, Any]]:
    """Return what was given for an answer that is no more, by the cell: what to note beside the new answer.

    Parameters
    ----------
    given : what a person gave in one notebook.
    before : the answers in the notebook as it was graded last; None when it is gone.
    noted : what was noted in its cells as earlier.
    known : hashes of these answers, from the journal, where the notebook is gone.
    now : hashes of the answers as they are now.
    """
    found = {}
    for one in given:
        old = (before or {}).get(one.cell)
        old_hash = (old.hash if old else "") if before is not None else known.get(one.cell)
        earlier = noted.get(one.cell)
        if earlier is not None and _is_still(one, earlier):
            about = earlier["of"]
        else:
            # Points that wait without such a note are those of nbgrader's own rule: nobody knows for what.
            about = None if one.scored and one.score is not None and one.waits else old_hash
            earlier = None
        if about is not None and about == now.get(one.cell, ""):
            continue
        found[one.cell] = dict(earlier or _note(one, old, about))
    return found


def _is_still(one: Given, earlier: Mapping[str, Any]) -> bool:
    """Return whether what is noted as earlier was not confirmed by a person since."""
    return one.waits if one.scored else one.comment == earlier.get("comment", "")


def _note(one: Given, old: MarkedAnswer | None, about: str | None) -> dict[str, Any]:
    return {
        "score": one.score,
        "extra": one.extra,
        "comment": one.comment,
        "points": old.points if old else None,
        "answer": old.text[:_LONGEST] if old else None,
        "of": about,
    }


def earlier_in(notebook: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what is noted as earlier in the cells of a graded notebook, by their names."""
    found = {}
    for cell in notebook.get("cells", ()):
        earlier = notes.note(cell).get(EARLIER)
        name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
        if name and earlier:
            found[name] = earlier
    return found


def with_earlier(text: str, found: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text of a notebook with ``found`` noted in its cells."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in found:
            cell["metadata"][notes.KEY] = {**notes.note(cell), EARLIER: found[name]}
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read(data: bytes) -> tuple[dict[str, MarkedAnswer] | None, dict[str, dict[str, Any]]]:
    """Return the answers in the file of a graded notebook, and what is noted as earlier; None without it."""
    try:
        notebook = json.loads(data)
        return answers(notebook), earlier_in(notebook)
    except (ValueError, AttributeError, TypeError):
        return None, {}


def in_words(cell: str, earlier: Mapping[str, Any]) -> str:
    """Return a sentence on a mark that does not count any more.

    >>> in_words("q3", {"score": 1.0, "extra": 0.5, "comment": "", "points": 2.0, "answer": "…", "of": "a"})
    'q3: the answer or its points changed since a person gave 1 of 2 and 0.5 extra; look at it again'
    """
    gave = points_given(earlier)
    if not gave:
        return f"{cell}: the answer changed since a person commented on it"
    if earlier.get("of") is None:
        return f"{cell}: nothing says for which answer a person gave {gave}; look at it again"
    return f"{cell}: the answer or its points changed since a person gave {gave}; look at it again"


def points_given(earlier: Mapping[str, Any]) -> str:
    """Return the points in what is noted as earlier: "1 of 2 and 0.5 extra"; "" where it is a comment."""
    gave = []
    if earlier.get("score") is not None:
        of = "" if earlier.get("points") is None else f" of {earlier['points']:g}"
        gave.append(f"{earlier['score']:g}{of}")
    if earlier.get("extra"):
        gave.append(f"{earlier['extra']:g} extra")
    return " and ".join(gave)
