"""The page of the exercises: what each assignment asks for, from what students get, never from solutions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from ecotools.docs.chapters import Chapter, chapters
from ecotools.docs.markdown import first_sentence, plain, slug, table
from ecotools.grading.assignment import AssignmentTask, signatures
from ecotools.grading.report.objectives import read_objectives

_HEAD = """\
# The exercises

<!-- Made from the released assignments by `ecotools docs`; change those in solutions/, not this. -->

Each module has an assignment. Its tasks are done in a notebook, on data of one's own: the student's id
decides which business it is. Every task but the last checks itself, as often as one likes, and says what it
expected, what it found and which slip that looks like. The check shows small examples; when the work is
graded, the same check runs on other data, too. The last task is written, and read by a person.

Together they have {tasks} tasks and {points:g} points, and take about {hours} hours.
[How we know](how-we-know.md) says how fair the checks are.

{summary}
![The way of a hand-in: an assignment is proven and released, done by a student, collected, run in a sandbox,
judged in another process and kept in the gradebook.](images/way-of-a-hand-in.svg)
"""
_WHY = re.compile(r"^It matters because (.+?)$", re.MULTILINE)
_TITLE = re.compile(r"^Task (?P<number>\d+) · (?P<title>.+?) \([\d.]+ points?\)$")


def pages(root: Path) -> dict[str, str]:
    """Return the page."""
    held = [chapter for chapter in chapters(root) if chapter.assignment]
    shows = {task: objective for objective, tasks in read_objectives(root).items() for task in tasks}
    rows = [
        (
            f"[{chapter.title}](#{slug(chapter.title)})",
            chapter.heading[1],
            len(chapter.assignment.tasks),
            f"{chapter.assignment.points:g}",
            chapter.assignment_minutes,
        )
        for chapter in held
    ]
    head = _HEAD.format(
        tasks=sum(row[2] for row in rows),
        points=sum(chapter.assignment.points for chapter in held),
        hours=round(sum(chapter.assignment_minutes or 0 for chapter in held) / 60),
        summary=table(["module", "its question", "tasks", "points", "minutes"], rows),
    )
    return {"exercises.md": head + "".join(_section(chapter, shows) for chapter in held)}


def _section(chapter: Chapter, shows: Mapping[str, str]) -> str:
    assignment = chapter.assignment
    rows = [
        (*_named(task), _asked(task), f"{task.points:g}", shows.get(task.name, "–"), _why(task))
        for task in assignment.tasks
    ]
    head = ["no.", "task", "asks for", "points", "shows", "why it matters"]
    return (
        f"\n## {chapter.title}\n\n{_about(assignment.cells[0].source)}\n\n"
        f"{table(head, rows)}\n"
        f"[The lesson](../course/{chapter.name}.ipynb) comes first; it takes {chapter.minutes} minutes. "
        f"[The assignment](../exercises/{chapter.name}/{chapter.name}.ipynb) is a notebook.\n"
    )


def _about(opening: str) -> str:
    """Return what an assignment says of itself, without its heading."""
    return opening.partition("\n")[2].strip()


def _named(task: AssignmentTask) -> tuple[str, str]:
    found = _TITLE.match(task.title)
    return (found["number"], plain(found["title"])) if found else ("", plain(task.title))


def _asked(task: AssignmentTask) -> str:
    """Return the functions and values that a task asks for, as its cell names them."""
    cells = [cell.source for cell in task.of_kind("solution")]
    named = {name: after for source in cells for name, after in signatures(source).items()}
    return ", ".join(f"`{name}{after}`" for name, after in named.items()) or "a few sentences"


def _why(task: AssignmentTask) -> str:
    """Return the reason that the text of a task gives, as a sentence; for a written task that it is read."""
    texts = "\n".join(cell.source for cell in task.of_kind("text", "locked"))
    found = _WHY.search(texts)
    if found:
        return first_sentence(found[1][0].upper() + found[1][1:])
    return "Read by a person, with a rubric." if not task.computed else "–"
