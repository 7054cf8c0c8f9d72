"""The page for teachers on each module: what it needs, how long it takes, and what classes get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ecotools.docs.chapters import Chapter, chapters
from ecotools.docs.markdown import slug, table
from ecotools.grading.authoring import tasks
from ecotools.grading.authoring.tasks import Slip
from ecotools.grading.course import Course
from ecotools.notebooks import lessons

_HEAD = """\
# What each module needs, and what classes get wrong

<!-- Made from the lessons and from the slips in solutions/ by `ecotools docs`; change those, not this. -->

Plan with this table. *Needs* are modules whose lesson comes before; *helps* are modules that make it easier.
What a module needs of Python and pandas is below. Together the lessons take about {lessons} hours, and the
assignments about {assignments}.

{summary}
Below, *What goes wrong* comes from the slips: wrong answers that the checks recognise, each with the
sentence that the learner then reads. They are grouped by kind, and of each module the kinds with most slips
are shown, with one sentence each. That is what we expected and provided for, and not a count of classes. What
*your* class got wrong, and who read which message, is on the page that `ecotools class-report` writes.
"""
_NEED = re.compile(r"^\| (?P<what>.+?) \| (?P<how>necessary|helpful) \| (?P<where>.+?) \|$", re.MULTILINE)
_LESSON = re.compile(r"\]\((?=\d\d-[\w-]+\.ipynb\))")
KINDS = {
    "Another base: what is divided by what": r"\b[Dd]ivide[sd]?\b|\bbase\b|[Uu]pside down",
    "A percent or a count where a share is asked for": (
        r"percent|\bfractions?\b|A share is|numbers of (people|buyers)|are counts|in points"
        r"|This is the number"
    ),
    "Rounding on the way": r"\b([Rr]ound(ed|ing)|[Rr]ound (the|up|down)|not round)\b",
    "The border: whether the last day, or a value just at the limit, counts": (
        r"[Aa]t least|[Aa]t most|[Ee]xactly|itself (is|was|belongs)|day itself|on the border|included|[<>]="
    ),
    "Judged too early: what was not observed to its end": (
        r"cannot be judged|not observed|too (late|young)|\byoung(er)?\b|in progress"
    ),
    "0 where nothing is known": r"NaN|not known|nothing to divide|would be a claim|unknown",
    "Rows counted where people are meant, or two that look alike taken for one": (
        r"look the same|[Bb]oth count|two (rows|payments|customers)|are two people|[Cc]ount (each|people)"
        r"|[Rr]ows are counted|This counts|several (rows|times)|may (buy|have) (twice|several)"
    ),
    "Those without anything left out, or others left in": (
        r"[Ll]eave .*out\b|left out|do(es)? not count|without (any|a|buyers)|gave nothing|counts?, too"
    ),
    "The wrong order, sign or side": (
        r"order of\b|in (the|that|their) order|other way|\bsign\b|exchanged|[Ss]ort\b"
    ),
}
"""Kinds of mistakes: what the page calls them, and the words by which a slip's sentence is one of them."""
_LEANS = re.compile(r"[\d`(=*]|\b(here|example|first|second|third|fourth|fifth|Ada|Ben|Cy)\b", re.IGNORECASE)
"""What a sentence has that is read beside its example."""
_NAMES = re.compile("This|These|Those|Rows|Some")
"""How a sentence begins that says what was done, rather than what to do."""
SHOWN, LONGEST = 3, 130


def pages(root: Path) -> dict[str, str]:
    """Return the page."""
    course, held = Course(root), chapters(root)
    rows = [
        (
            f"[{chapter.title}](#{slug(chapter.title)})",
            chapter.minutes,
            chapter.assignment_minutes or "–",
            f"{chapter.assignment.points:g}" if chapter.assignment else "–",
            ", ".join(needed_modules(chapter)) or "–",
            ", ".join(needed_modules(chapter, "helpful")) or "–",
        )
        for chapter in held
    ]
    head = ["module", "lesson, minutes", "assignment, minutes", "points", "needs", "helps"]
    text = _HEAD.format(
        lessons=round(sum(chapter.minutes or 0 for chapter in held) / 60),
        assignments=round(sum(chapter.assignment_minutes or 0 for chapter in held) / 60),
        summary=table(head, rows),
    )
    return {"what-modules-need.md": text + "".join(_section(chapter, course) for chapter in held)}


def _needs(chapter: Chapter) -> list[tuple[str, str, str]]:
    """Return the rows of a lesson's *What you need*: what, necessary or helpful, and where to learn it."""
    found = _NEED.findall(lessons.section(chapter.lesson, "What you need"))
    return [(what, how, _LESSON.sub("](../course/", where)) for what, how, where in found]


def needed_modules(chapter: Chapter, how: str = "necessary") -> list[str]:
    """Return the numbers of the modules that a lesson needs, or (``how="helpful"``) that help."""
    found = {
        number
        for _, kind, where in _needs(chapter)
        if kind == how
        for number in re.findall(r"/(\d\d)-", where)
    }
    return sorted(found - {chapter.number})


def _section(chapter: Chapter, course: Course) -> str:
    title, question = chapter.title, chapter.heading[1]
    needed = [f"{what} ({how}): {where}" for what, how, where in _needs(chapter)]
    return (
        f"\n## {title}\n\n{question[:1].upper()}{question[1:]}\n\n"
        f"What it needs:\n\n{_list(needed)}\n"
        f"What goes wrong:\n\n{_list(mistakes(course.solutions / chapter.name))}"
    )


def _list(items: Iterable[str]) -> str:
    return "".join(f"- {item}\n" for item in items)


def mistakes(folder: Path) -> list[str]:
    """Return the commonest kinds of slips of an assignment, one sentence each with an example.

    Only slips whose sentence a learner reads in the notebook are told: none that hidden tests alone show.

    Parameters
    ----------
    folder : Path
        The folder of the assignment's source, with its ``tasks.py``.
    """
    kinds: dict[str, list[tuple[str, Slip]]] = {}
    for task, slip in _slips(folder):
        for kind, words in KINDS.items():
            if re.search(words, slip.says):
                kinds.setdefault(kind, []).append((task, slip))
                break
    ordered = sorted(kinds.items(), key=lambda kind: -len(kind[1]))[:SHOWN]
    return [f"**{kind}** ({_many(found)}). {_example(found)}" for kind, found in ordered]


def _slips(folder: Path) -> Iterator[tuple[str, Slip]]:
    """Yield each slip that a visible check explains, with its task."""
    for name, task in tasks.load(folder).items():
        yield from ((name, slip) for slip in task.slips if not slip.hidden_only)


def _many(found: list[tuple[str, Slip]]) -> str:
    several = sorted({task for task, _ in found})
    slips = "1 slip" if len(found) == 1 else f"{len(found)} slips"
    return f"{slips}, in {several[0]}" if len(several) == 1 else f"{slips}, in {len(several)} tasks"


def _example(found: list[tuple[str, Slip]]) -> str:
    """Return the sentence that names the mistake best without the example in front of it."""

    def by_itself(one: tuple[str, Slip]) -> tuple[bool, bool, bool, int]:
        says = one[1].says
        return len(says) > LONGEST, bool(_LEANS.search(says)), not _NAMES.match(says), -len(says)

    task, slip = min(found, key=by_itself)
    return f"In {task}: *{slip.says.replace('*', '')}*"
