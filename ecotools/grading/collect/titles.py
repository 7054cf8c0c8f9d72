"""What the name of a file or folder says: an assignment, a student, and that it is a copy.

Colab, browsers, systems, Jupyter, nbgitpuller and people mark copies, each in their own way and language.
Such a mark is no name of a student.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

NOTEBOOK = ".ipynb"
# An editor or a browser that does not know notebooks adds these to the ending, or the ending once more.
_ENDINGS = re.compile(r"\.ipynb(\.(ipynb|txt|json))*$", re.IGNORECASE)
_COPY_OF = (
    r"(?:copy(?:\s*\(\d+\))?\s+of|kopie\s+v[ao]n|copia\s+d[ei]|c[óo]pia\s+de|copie\s+de|kopi[ae]?\s+a[fv]|kopia"
    r"|kopio|копия(?:\s+блокнота)?)"
)
_START = re.compile(rf"{_COPY_OF}(?![^\W_])", re.IGNORECASE)
_END = re.compile(rf"(?<![^\W_]){_COPY_OF}$", re.IGNORECASE)
_WORDS = (
    r"copy|copie|kopie|copia|cópia|kopia|kopi|副本|コピー|사본|копия|kopio|kopyası"
    r"|final|finale|fin|v(?:er|ersion)?[ ._-]?\d{1,3}|version|draft|submission|submissions|submitted|abgabe"
    r"|updated?|revised|fixed|finished|completed?|latest|solved|checkpoint|main|master"
)
# After a name: " (2)", "_copy 2", "-Copy1", " - Kopie", "__20260303110500", " final v2", "的副本". A bare
# number is none of these: user-1 and user-2 are two students.
_AFTER = re.compile(
    rf"(?:\s*\(\d{{1,3}}\)|__\d{{14}}|\.(?:ipynb|zip)"
    rf"|[-_ +.]*[(]?(?:(?<![^\W_])|的|の|의\s?)(?:{_WORDS})(?:[-_ ]?\d{{1,2}})?[)]?)+$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-_ +]*\(?\d{1,2}\)?[-_ +]+")
# With nothing beside them these are no names either, though each of them may be a part of one.
_NO_NAMES = re.compile(
    r"(?:\d{1,2}|new|old|last|done|end|my|the|of|and|work|works|files?|notebooks?|homeworks?|hw\d*|assignments?"
    r"|exercises?|solutions?|answers?|tasks?|class|course|week\s?\d*|backup|bak|archive|archiv|compressed"
    r"|downloads?|untitled\d*|students?|hand-?ins?|uploads?|neu|alt|lösung|solución"
    rf"|(?:{_WORDS})\d{{0,2}})",
    re.IGNORECASE,
)


def is_notebook(path: str) -> bool:
    """Return whether a file is named as a notebook, if only as a browser or an editor renames one.

    >>> is_notebook("a.IPYNB"), is_notebook("a.ipynb.txt"), is_notebook("a.txt")
    (True, True, False)
    """
    return _ENDINGS.search(path) is not None


def stem(path: str) -> str:
    """Return the name of a file without its folders and its ending, or endings.

    >>> stem("ada/02-journey-mapping.ipynb.ipynb"), stem("ada.zip")
    ('02-journey-mapping', 'ada')
    """
    name = path.rpartition("/")[2]
    short = _ENDINGS.sub("", name)
    return short if short != name else name.rpartition(".")[0] or name


def named(title: str, assignments: Iterable[str]) -> tuple[str, str, str]:
    """Return assignment, student and what marks a copy, as a title says them; empty what it does not.

    >>> named("02-journey-mapping (2)", ["02-journey-mapping"])
    ('02-journey-mapping', '', '(2)')
    >>> named("Copy of ada_02_journey_mapping", ["02-journey-mapping"])
    ('02-journey-mapping', 'ada', 'Copy of')
    >>> named("my answers", ["02-journey-mapping"])
    ('', '', '')
    """
    for name in sorted(assignments, key=len, reverse=True):
        found = _pattern(name).fullmatch(title)
        if not found:
            continue
        sides = [found["before"] or "", found["after"] or ""]
        numbered = _NUMBER.match(sides[1])
        people = [person(sides[0]), person(sides[1][numbered.end() :] if numbered else sides[1])]
        if not all(people):
            marks = [_mark(side, one) for side, one in zip(sides, people, strict=True)]
            return name, people[0] or people[1], " ".join(filter(None, marks))
    return "", "", ""


def person(text: str) -> str:
    """Return the name in what stands beside an assignment's, or alone; empty when it is only a mark.

    >>> person("Kopie von Bola final v2"), person("ada (1)"), person("final"), person("Ada Final Fin-Ley")
    ('Bola', 'ada', '', 'Ada Final Fin-Ley')
    """
    before = ""
    while before != text:
        before, text = text, _AFTER.sub("", text).strip("-_ +")
        found = _START.match(text) or _END.search(text)
        text = text[: found.start()] + text[found.end() :] if found else text
    words = [word for word in re.split(r"[-_ +.()]+", text) if word]
    return "" if all(_NO_NAMES.fullmatch(word) for word in words) else text


@lru_cache(maxsize=500)
def _pattern(name: str) -> re.Pattern:
    words = "[-_ ]".join(map(re.escape, name.split("-")))
    return re.compile(
        rf"(?P<before>.*[\W_])??{words}(?P<after>[\W_的の의].*)?",
        re.IGNORECASE | re.DOTALL,
    )


def _mark(side: str, name: str) -> str:
    """Return what is left of one side of a title without the name in it and what joins them."""
    return side.replace(name, "", 1).strip("-_ +") if name else side.strip("-_ +")
