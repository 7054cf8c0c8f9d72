"""The documents and their sections, as the table that comes with the library has them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

import yaml

from ecotools import errors
from ecotools.english import listing

# "40", "60-61", "44-45;84", "40 vs 60-62", "17-18 vs 001:49-52"
_LINES = re.compile(r"(?:(?P<id>\d{3}):)?(?P<first>\d+)(?:-(?P<last>\d+))?")
_IN_A_ROW = 3  # from so many numbers in a row on, they are written "1 to 3"


@dataclass(frozen=True)
class SourceSection:
    """A section of a document.

    Attributes
    ----------
    number : int
        As it is printed, or counted where the headings have no numbers; 0 is what stands before the first.
    line : int
        Its first line.
    title : str
        What it is about, in the words of the course.
    untaught : str
        Why no lesson teaches it; empty where one has to.
    """

    number: int
    line: int
    title: str
    untaught: str = ""


@dataclass(frozen=True)
class Source:
    """A document that the course is built on.

    Attributes
    ----------
    id : str
        The three digits by which claims and rules name it.
    name : str
        What the course calls it, such as ``"ecosystem guide"``.
    about, numbers : str
        What it is, and where the numbers of its sections come from.
    sections : tuple of SourceSection
        In order.
    """

    id: str
    name: str
    about: str
    numbers: str
    sections: tuple[SourceSection, ...]

    def section(self, number: int) -> SourceSection:
        """Return the section with this number.

        Raises
        ------
        ValueError
            When there is none; the message says which there are.

        Examples
        --------
        >>> named("compounding guide").section(17)
        Traceback (most recent call last):
        ValueError: the compounding guide has no section 17; its sections are 0 to 16
        """
        for section in self.sections:
            if section.number == number:
                return section
        first, last = self.sections[0].number, self.sections[-1].number
        raise ValueError(f"the {self.name} has no section {number}; its sections are {first} to {last}")


@cache
def sources() -> tuple[Source, ...]:
    """Return the five documents.

    Examples
    --------
    >>> [source.name for source in sources()][:2]
    ['ecosystem guide', 'information-product guide']
    """
    text = files("ecotools").joinpath("data", "sources.yaml").read_text(encoding="utf-8")
    return tuple(
        Source(**{**entry, "sections": tuple(SourceSection(**section) for section in entry["sections"])})
        for entry in yaml.safe_load(text)
    )


def named(name: str) -> Source:
    """Return the document that the course calls by this name.

    Raises
    ------
    ValueError
        When there is none; the message offers the nearest.

    Examples
    --------
    >>> len(named("digital-ecosystem article").sections)
    7
    """
    known = {source.name: source for source in sources()}
    return known[errors.one_of(name, known, "name")]


def at(id: str, lines: str) -> list[tuple[Source, SourceSection]]:
    """Return the sections in which lines stand, each once: those of the document itself first, in order.

    Parameters
    ----------
    id : str
        The three digits of a document.
    lines : str
        Lines and ranges of lines of it, as claims and rules cite them; ``"001:96"`` is a line of another one.

    Examples
    --------
    >>> [(source.id, section.number) for source, section in at("000", "40 vs 60-62, 001:96")]
    [('000', 7), ('000', 10), ('001', 9)]
    """
    known = {source.id: source for source in sources()}
    found = []
    for cited in _LINES.finditer(lines):
        source = known[cited["id"] or id]
        first, last = int(cited["first"]), int(cited["last"] or cited["first"])
        ends = [section.line - 1 for section in source.sections[1:]] + [last]
        found += [
            (source, section)
            for section, end in zip(source.sections, ends, strict=True)
            if section.line <= last and end >= first
        ]
    return sorted(dict.fromkeys(found), key=lambda pair: (pair[0].id != id, pair[0].id, pair[1].number))


def places(id: str, lines: str) -> str:
    """Return in words where lines stand, as `at` finds it.

    >>> places("002", "467 vs 001:141")
    'community guide, section 18; information-product guide, section 14'
    """
    return "; ".join(
        f"{source.name}, {written([section.number for _, section in found])}"
        for source, found in groupby(at(id, lines), key=lambda pair: pair[0])
    )


def written(numbers: Sequence[int]) -> str:
    """Return how the numbers of sections are written.

    >>> written([12]), written([3, 5, 12]), written([1, 2, 3, 7])
    ('section 12', 'sections 3, 5 and 12', 'sections 1 to 3 and 7')
    """
    parts = []
    # Numbers in a row have the same distance from their places.
    for _, row in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in row]
        parts += [f"{run[0]} to {run[-1]}"] if len(run) >= _IN_A_ROW else [str(number) for number in run]
    return f"section{'s' if len(numbers) > 1 else ''} {listing(parts)}"
