"""What stands beside an answer in the formgrader: rubric, model answer, right numbers, answers alike to it.

It is sent to the instructor's browser when a hand-in is opened there, and written into nothing that a
student gets. The page itself is nbgrader's own, with a script of ours.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nbconvert.exporters import HTMLExporter
from nbgrader.api import MissingEntry
from nbgrader.server_extensions.formgrader import base
from tornado import web

from ecotools.grading.course import Course
from ecotools.grading.essays import similar_answers as similar
from ecotools.grading.essays.queue import Waiting, answers_of, in_order, next_waiting
from ecotools.grading.essays.tasks import WrittenTask, written_tasks
from ecotools.grading.formgrader.clean_page import clean_pages, markdown_as_html
from ecotools.grading.roster.names import called
from ecotools.grading.roster.roster_file import roster_of

STATIC = {"marking.js": "text/javascript", "marking.css": "text/css"}
_HEAD = """<link rel="stylesheet" href="{base}/formgrader/static/marking.css" />
<script src="{base}/formgrader/static/marking.js"></script>
</head>"""
_ONE_AT_A_TIME = asyncio.Lock()  # the reference takes a processor for some seconds


class Exporter:
    """nbgrader's exporter of the page on which a hand-in is marked: cleaned, with our script and styles."""

    def __init__(self, theirs: HTMLExporter) -> None:
        clean_pages(theirs)
        self._theirs = theirs

    def from_filename(self, filename: str, resources: dict[str, Any]) -> tuple[str, Any]:
        """Return the page of a graded notebook."""
        page, resources = self._theirs.from_filename(filename, resources=resources)
        return page.replace("</head>", _HEAD.format(base=resources["base_url"]), 1), resources


@dataclass
class Desk:
    """An assignment as somebody marks it: its written tasks and all answers to them, by notebook and cell."""

    course: Course
    name: str
    answers: dict[tuple[str, str], list[Waiting]]
    base_url: str

    @cached_property
    def tasks(self) -> dict[tuple[str, str], WrittenTask]:
        """The written tasks; none where the source is gone."""
        if self.name not in self.course.names():
            return {}
        assignment = self.course.assignment(self.name, checks=False)
        return {(task.notebook, task.cell): task for task in written_tasks(assignment)}

    @cached_property
    def texts(self) -> dict[tuple[str, str], dict[str, str]]:
        """The answers to the written tasks by student."""
        return {key: similar.answers_to(self.course, self.name, task) for key, task in self.tasks.items()}

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[similar.Alike]]:
        """The pairs of answers to the written tasks that are alike."""
        return {
            key: similar.alike(self.texts[key], similar.told(self.course, task))
            for key, task in self.tasks.items()
        }

    def ordered(self, key: tuple[str, str]) -> list[Waiting]:
        """Return the answers to a task in the order in which they are shown."""
        return in_order(self.answers.get(key, ()), similar.grouped(self.pairs.get(key, ())))

    def page(self, key: tuple[str, str], part: str) -> str:
        """Return the address of the page on which a task of a hand-in is marked."""
        return f"{self.base_url}/formgrader/submissions/{part}/?task={quote(key[1])}"

    def queue(self, key: tuple[str, str] | None = None) -> str:
        """Return the address of the list of tasks, or of what leads to the next answer to one."""
        steps = [self.name] if key is None else [self.name, *key, "next"]
        return "/".join([self.base_url, "formgrader", "queue", *(quote(step, safe="") for step in steps)])


class _Handler(base.BaseApiHandler):
    def desk(self, assignment: str) -> Desk:
        """Return what is known of an assignment now."""
        course = Course(Path(self.coursedir.root), self.db_url)
        with self.api.gradebook as gradebook:
            answers = answers_of(gradebook.db, assignment)
        return Desk(course, assignment, answers, self.base_url)

    def whose(self, submission: str) -> tuple[str, str, str]:
        """Return the assignment, notebook and student of a hand-in that nbgrader knows by an id."""
        try:
            with self.api.gradebook as gradebook:
                found = gradebook.find_submission_notebook_by_id(submission)
                return found.assignment.assignment.name, found.name, found.student.id
        except MissingEntry:
            raise web.HTTPError(404, f"no hand-in {submission}") from None


class Beside(_Handler):
    """Tells what stands beside the answers of a hand-in."""

    @web.authenticated
    @base.check_xsrf
    @base.check_notebook_dir
    def get(self, submission: str) -> None:
        """Send a dict for each cell that is marked by a person."""
        name, notebook, _ = self.whose(submission)
        desk = self.desk(name)
        keys = [key for key in desk.answers if key[0] == notebook]
        waits = {key: any(one.part == submission and one.waits for one in desk.answers[key]) for key in keys}
        indices = self.api.get_notebook_submission_indices(name, notebook)
        told = [_told(desk, key, submission, indices) for key in keys if key in desk.tasks or waits[key]]
        self.write(json.dumps({"queue": desk.queue(), "tasks": told}))


def _told(desk: Desk, key: tuple[str, str], submission: str, indices: dict[str, int]) -> dict[str, Any]:
    """Return what is told of one task: ``others`` is how many answers wait beside this one."""
    task = desk.tasks.get(key)
    answers = [one for one in desk.ordered(key) if one.part in indices]
    following = next_waiting(answers, submission)
    told = {
        "cell": key[1],
        "title": task.title if task else key[1],
        "next": desk.queue(key),
        "following": following.part if following else "",
        "others": sum(one.waits for one in answers if one.part != submission),
        "answers": len(answers),
    }
    if task is None:
        return told
    return told | {
        "rubric": [asdict(row) for row in task.rubric],
        "model": markdown_as_html(task.model),
        "model_of": task.student_id,
        "alike": list(_alike(desk, key, {one.part: one for one in answers}, submission, indices)),
    }


def _alike(
    desk: Desk, key: tuple[str, str], answers: dict[str, Waiting], submission: str, indices: dict[str, int]
) -> Iterator[dict[str, Any]]:
    """Yield the answers of others that are alike to that of a hand-in, the most alike first."""
    texts, roster = desk.texts[key], roster_of(desk.course)
    student = answers[submission].student if submission in answers else ""
    parts = {one.student: one for one in answers.values()}
    for pair in desk.pairs[key]:
        other = pair.other if pair.one == student else pair.one
        if student in pair[:2] and other in parts:
            yield {
                "share": pair.share,
                "same": texts[other].split() == texts[student].split(),
                "index": indices[parts[other].part] + 1,
                "name": called(roster, other),
                "page": desk.page(key, parts[other].part),
                "waits": parts[other].waits,
                "pieces": similar.pieces(texts[other], texts[student]),
            }


class RightNumbers(_Handler):
    """Tells what is right for the variant of a hand-in."""

    @web.authenticated
    @base.check_xsrf
    @base.check_notebook_dir
    async def get(self, submission: str) -> None:
        """Send what `right_numbers` says; a process of its own works it out."""
        name, notebook, student = self.whose(submission)
        module = "ecotools.grading.essays.right_numbers"
        async with _ONE_AT_A_TIME:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", module, str(self.coursedir.root), name, notebook, student),
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                cwd=self.coursedir.root,
            )
            out, errors = await process.communicate()
        if process.returncode:
            self.log.error("The right numbers for %s: %s", student, errors.decode("utf-8", "replace"))
            last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise web.HTTPError(500, last or "the reference solution did not run")
        self.write(out)


class QueuePage(_Handler):
    """Shows the tasks of an assignment that a person marks."""

    @web.authenticated
    @base.check_xsrf
    @base.check_notebook_dir
    def get(self, assignment: str) -> None:
        """Send the page."""
        desk = self.desk(assignment)
        rows = []
        for key, answers in desk.answers.items():
            waiting = sum(one.waits for one in answers)
            if key not in desk.tasks and not waiting:
                continue
            groups = similar.grouped(desk.pairs.get(key, ()))
            title = desk.tasks[key].title if key in desk.tasks else key[1]
            rows.append(
                {
                    "title": title,
                    "waiting": waiting,
                    "answers": len(answers),
                    "alike": [len(group) for group in groups],
                    "next": desk.queue(key),
                }
            )
        page = {"assignment_id": assignment, "base_url": self.base_url, "rows": rows}
        self.write(self.render("marking_queue.tpl", **page))


class NextAnswer(_Handler):
    """Leads to the next answer that waits, or to the tasks where none does."""

    @web.authenticated
    @base.check_xsrf
    @base.check_notebook_dir
    def get(self, assignment: str, notebook: str, cell: str) -> None:
        """Redirect there; the argument ``after`` is the hand-in that is open."""
        desk, key = self.desk(assignment), (notebook, cell)
        there = self.api.get_notebook_submission_indices(assignment, notebook)
        ordered = [one for one in desk.ordered(key) if one.part in there]
        found = next_waiting(ordered, self.get_argument("after", ""))
        self.redirect(desk.page(key, found.part) if found else desk.queue())


class OurFile(base.BaseHandler):
    """Sends our script and our styles."""

    def get(self, name: str) -> None:
        """Send one of them."""
        self.set_header("Content-Type", f"{STATIC[name]}; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.write((files("ecotools.grading.formgrader") / "static" / name).read_text(encoding="utf-8"))


HANDLERS = [
    (rf"/formgrader/static/({'|'.join(STATIC)})".replace(".", r"\."), OurFile),
    (r"/formgrader/beside/([^/]+)", Beside),
    (r"/formgrader/right_numbers/([^/]+)", RightNumbers),
    (r"/formgrader/queue/([^/]+)/?", QueuePage),
    (r"/formgrader/queue/([^/]+)/([^/]+)/([^/]+)/next", NextAnswer),
]
