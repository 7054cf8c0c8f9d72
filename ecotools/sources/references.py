"""What a lesson takes from the documents, read from its references in their one form.

Each document that a lesson uses has one bullet under *References*, with the numbers of its sections:

    - The *community guide*, sections 3, 5 and 12: platforms, members, moderators.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from ecotools.notebooks.canonical import read
from ecotools.notebooks.lessons import section as part

from .table import Source, SourceSection, named, sources, written

_FORM = re.compile(r"The \*(?P<name>[^*]+)\*, (?P<where>sections? [^:]+): (?P<says>\S.*)")
_BULLET = re.compile(r"^- ", re.MULTILINE)


@dataclass(frozen=True)
class Reference:
    """What a lesson takes from a document: the document, its sections, and in words what they say."""

    source: Source
    sections: tuple[SourceSection, ...]
    says: str


def parse(bullet: str) -> Reference:
    """Return what one bullet refers to.

    Raises
    ------
    ValueError
        When it is not in the form, or names a document or section that there is not; the message says what
        to write.

    Examples
    --------
    >>> found = parse("The *ecosystem guide*, sections 4 and 7: offers at the checkout, bundles.")
    >>> [section.number for section in found.sections]
    [4, 7]
    >>> parse("The *ecosystem guide*, section 4, 7: offers.")
    Traceback (most recent call last):
    ValueError: 'section 4, 7' must be written 'sections 4 and 7'
    """
    form = _FORM.fullmatch(bullet)
    if not form:
        raise ValueError(
            f"{bullet[:60]!r} … must be written like 'The *ecosystem guide*, sections 4 and 7: bundles.'"
        )
    source = named(form["name"])
    numbers = _numbers(form["where"])
    if not numbers or written(numbers) != form["where"]:
        better = repr(written(numbers)) if numbers else "such as 'sections 4 and 7'"
        raise ValueError(f"{form['where']!r} must be written {better}")
    return Reference(source, tuple(source.section(number) for number in numbers), form["says"])


def references(lesson: str | Path) -> list[Reference]:
    """Return what the lesson in the file ``lesson`` takes from the documents.

    Raises
    ------
    ValueError
        When one of its references cannot be read; the message names the lesson and says what to write.
    """
    found, wrong = _read(lesson)
    if wrong:
        raise ValueError("\n".join(wrong))
    return found


def problems(lesson: str | Path) -> list[str]:
    """Return what is wrong with the references of a lesson to the documents, one sentence a finding.

    A lesson that refers to none of them is right: it may be of another course.
    """
    return _read(lesson)[1]


def _read(lesson: str | Path) -> tuple[list[Reference], list[str]]:
    found: list[Reference] = []
    wrong = []
    for bullet in _bullets(part(read(lesson), "References")):
        try:
            reference = parse(bullet)
            if reference.source in [one.source for one in found]:
                raise ValueError(f"the {reference.source.name} has two bullets; make them one")
            found.append(reference)
        except ValueError as error:
            wrong.append(f"{lesson}: under 'References', {error}")
    return found, wrong


def _bullets(text: str) -> list[str]:
    """Return the bullets that are about one of the documents, each on one line."""
    names = [source.name for source in sources()]
    bullets = [" ".join(bullet.split()) for bullet in _BULLET.split(text)[1:]]
    return [
        bullet
        for bullet in bullets
        if bullet.startswith("The *") or any(name in bullet.replace("*", "").lower() for name in names)
    ]


def _numbers(where: str) -> list[int]:
    """Return the numbers that are meant, in order: ``"sections 1 to 3, 7"`` are 1, 2, 3 and 7."""
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:\s*(?:to|-|–)\s*(\d+))?", where):
        found.update(range(int(first), int(last or first) + 1))
    return sorted(found)
