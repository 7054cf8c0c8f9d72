"""Written answers that are the same or nearly so, shown together for a person to judge.

That two answers are alike is a sign and no proof: people learn together, and quote the same source. So it
changes no score. What the task itself says does not count, nor does an answer of a few words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations, groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from ecotools.grading.essays.tasks import WrittenTask, written_tasks
from ecotools.grading.pipeline.answers import answers

if TYPE_CHECKING:  # pandas takes long to import, and a page of the formgrader needs none of it
    import pandas as pd

    from ecotools.grading.course import Course

NEAR = 0.75  # answers of different people to one task rarely reach 0.4
FEWEST = 12  # words of its own that an answer must have to be compared
COLUMNS = ["assignment", "task", "students", "answers", "least", "most"]
_PART = re.compile(r"\d[\d.,]*|\w+")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+|\|")
_NUMBER = "#"


class Alike(NamedTuple):
    """Two students whose answers to a task are alike: ``share`` of their words, numbers apart."""

    one: str
    other: str
    share: float


class Pieces(NamedTuple):
    """A run of an answer, and whether the answer that it is compared with has it as well."""

    text: str
    shared: bool


def words(text: str, given: frozenset[tuple[str, ...]] = frozenset()) -> list[str]:
    """Return the words of a text in lower case, without the sentences ``given``; all numbers are one.

    >>> words("Of my 405 buyers, 72% came back.")
    ['of', 'my', '#', 'buyers', '#', 'came', 'back']
    """
    found = (tuple(_words(sentence)) for sentence in _SENTENCE.split(text))
    return [word for sentence in found if sentence not in given for word in sentence]


def sentences(text: str) -> frozenset[tuple[str, ...]]:
    """Return the sentences and lines of a text, each as its words."""
    return frozenset(tuple(_words(sentence)) for sentence in _SENTENCE.split(text))


def _words(text: str) -> list[str]:
    parts = _PART.findall(normalize("NFKC", text).casefold())
    return [_NUMBER if part[0].isdigit() else part for part in parts]


def alike(texts: Mapping[str, str], given: str = "", near: float = NEAR) -> list[Alike]:
    """Return the pairs of students whose answers are alike, the most alike first.

    Parameters
    ----------
    texts : the answers by student.
    given : what the task says, which everybody may repeat.
    near : the least share. The share is twice the words that both have in the same order, out of the words of
        both: the similarity of Indel, as RapidFuzz computes it. A passage that was moved counts less.

    Examples
    --------
    >>> first = "I would mend the step to activation, since 28 of 100 who paid never began a lesson."
    >>> alike({"ada": first, "ben": first.replace("28", "31"), "chen": "No idea."})
    [Alike(one='ada', other='ben', share=1.0)]
    """
    return list(_alike(tuple(sorted(texts.items())), given, near))


@lru_cache(maxsize=16)  # whoever marks a class opens page after page with the same answers
def _alike(texts: tuple[tuple[str, str], ...], given: str, near: float) -> tuple[Alike, ...]:
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    known = sentences(given)
    own = [(student, words(text, known)) for student, text in texts]
    long = [(student, found) for student, found in own if len(found) >= FEWEST]
    if len(long) < 2:
        return ()
    students, lists = zip(*long, strict=True)
    shares = process.cdist(lists, lists, scorer=Indel.normalized_similarity, score_cutoff=near)
    pairs = [
        Alike(students[first], students[second], round(float(shares[first, second]), 3))
        for first, second in combinations(range(len(long)), 2)
        if shares[first, second] >= near
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.share, pair.one, pair.other)))


def grouped(pairs: Iterable[Alike]) -> list[list[str]]:
    """Return the students whose answers hang together by such pairs, the largest group first.

    >>> grouped([Alike("a", "b", 0.9), Alike("c", "d", 0.9), Alike("b", "e", 0.8)])
    [['a', 'b', 'e'], ['c', 'd']]
    """
    from networkx import Graph, connected_components

    graph = Graph([(pair.one, pair.other) for pair in pairs])
    groups = [sorted(group) for group in connected_components(graph)]
    return sorted(groups, key=lambda group: (-len(group), group))


def pieces(text: str, beside: str) -> list[Pieces]:
    """Return ``text`` in runs that ``beside`` has as well, or has not; they make up the text again.

    >>> pieces("I would wait.", "I would not wait.")
    [Pieces(text='I would wait.', shared=True)]
    >>> [one.text for one in pieces("I would not wait.", "I would wait.") if not one.shared]
    ['not ']
    """
    from rapidfuzz.distance import Indel

    runs = re.findall(r"\S+\s*", text)
    own, theirs = ([word.casefold() for word in one.split()] for one in (text, beside))
    equal = [(one.src_start, one.src_end) for one in Indel.opcodes(own, theirs) if one.tag == "equal"]
    shared = {place for start, end in equal for place in range(start, end)}
    places = groupby(range(len(runs)), key=shared.__contains__)
    return [Pieces("".join(runs[place] for place in held), is_one) for is_one, held in places]


def answers_to(course: Course, name: str, task: WrittenTask) -> dict[str, str]:
    """Return the graded answers to a written task by student."""
    found = {}
    for student in course.students(name):
        file = course.graded(student, name) / f"{task.notebook}.ipynb"
        try:
            known = file.stat()
            text = _written(file, known.st_mtime_ns, known.st_size).get(task.cell)
        except OSError:  # not graded
            continue
        if text is not None:
            found[student] = text
    return found


@lru_cache(maxsize=1024)
def _written(file: Path, *_: int) -> dict[str, str]:
    """Return the answers in text cells of a graded notebook by cell; read again when the file is another."""
    try:
        notebook = json.loads(file.read_bytes())
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
        return {name: answer.text for name, answer in answers({"cells": cells}).items()}
    except (ValueError, KeyError, TypeError):
        return {}


def told(course: Course, task: WrittenTask) -> str:
    """Return all that learners may repeat of a task without being alike: its text, and the placeholder."""
    stub = course.config().ClearSolutions.get("text_stub", "YOUR ANSWER HERE")
    return f"{task.given}\n{stub}"


def alike_in_class(course: Course, names: Iterable[str], near: float = NEAR) -> pd.DataFrame:
    """Return the groups of answers that are alike in the assignments ``names``.

    Returns
    -------
    DataFrame
        A row per group: assignment, task (as `Assignment.labels` calls it), students (a tuple of ids),
        answers (how many), least and most (the smallest and largest share of a pair that holds the
        group together, as fractions).
    """
    import pandas as pd

    rows = []
    for name in names:
        assignment = course.assignment(name, checks=False)
        labels = assignment.labels()
        for task in written_tasks(assignment):
            pairs = alike(answers_to(course, name, task), told(course, task), near)
            for group in grouped(pairs):
                held = [pair.share for pair in pairs if pair.one in group]
                label = labels[task.notebook, task.cell]
                rows.append([name, label, tuple(group), len(group), min(held), max(held)])
    return pd.DataFrame(rows, columns=COLUMNS)
