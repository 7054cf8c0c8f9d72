"""A made-up class of 200 from three systems, four small assignments, and what every number must be."""

import csv
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.export.grades import export_grades
from ecotools.grading.feedback.jobs import find_jobs
from ecotools.grading.feedback.page import make
from ecotools.grading.formgrader.scores import FormgraderAPI
from ecotools.grading.report import write_report
from ecotools.grading.roster.people import alike
from ecotools.notebooks import new, read, write

from .collect.making import saved, zipped
from .commands import run_in
from .tiny import ROOT, graded

# Each has a task that is computed, for 2 points; some have a written one, for 1.
WRITTEN = {"01-twice": True, "02-mended": False, "03-plain": False, "04-library": False}
NAMES = list(WRITTEN)
ANSWERS = {"right": "return 2 * x", "also right": "return 2.0 * x", "wrong": "return 3 * x"}
TOO_STRICT = '    expect.that(isinstance(twice(2), int), "a whole number was expected")\n'
TEST = """{imports}with check("{task}", "twice", points=2) as expect:
    expect.number(twice(2), 4, of="twice(2)")
    ### BEGIN HIDDEN TESTS
    expect.number(twice(2.5), 5.0, of="twice(2.5)")
{more}    ### END HIDDEN TESTS"""
FIRST = "Ada Grace Alan Emmy Li Wei Zoë Sofia Carl Maria Kurt Rosa Émilie Jean"
LAST = "Lovelace Hopper Turing Noether Gauß Germain de_la_Cruz O'Neil Ek Ono Wu Núñez Bose Haug Iqbal"


class Learner(NamedTuple):
    """Somebody of the class: the id in the course, the name, the address, and the number in the system."""

    student: str
    first: str
    last: str
    email: str
    number: int
    system: str

    @property
    def name(self):
        return f"{self.first} {self.last}"


def everybody():
    """Return 80 from Moodle, 70 from Canvas and 50 from a list; five names are there twice."""
    names = [(first, last.replace("_", " ")) for first, last in product(FIRST.split(), LAST.split())][:195]
    moodle = [*names[:78], ("Ada", "Lovelace"), ("Li", "Wu")]
    canvas = [*names[78:146], names[78], names[79]]
    listed = [*names[146:195], names[0]]  # another Ada Lovelace, who is in the list alone
    return [
        *(_learner("Moodle", number, *name) for number, name in enumerate(moodle)),
        *(_learner("Canvas", number, *name) for number, name in enumerate(canvas, 100)),
        *(_learner("list", number, *name) for number, name in enumerate(listed, 200)),
    ]


def _learner(system, number, first, last):
    email = f"s{number}@{system.lower()}.example"
    student = f"login{number}" if system == "Canvas" else email
    return Learner(student, first, last, email, 5000 + number, system)


class Mark(NamedTuple):
    """What one student must have for one assignment."""

    score: float
    waiting: int = 0
    penalty: float = 0.0


@dataclass
class Given:
    """What somebody handed in, on which day of March, what a person gave for it, and what is taken off."""

    kind: str
    day: int = 1
    strict: bool = False
    written: bool = False
    by_hand: float | None = None
    extra: float = 0.0
    off: float = 0.0

    @property
    def strict_only(self):
        """Whether the test that is too strict refuses it, and the mended one does not."""
        return self.strict and self.kind == "also right"

    @property
    def mark(self):
        """What that must come to."""
        points = 2.0 * (self.kind == "right" or (self.kind == "also right" and not self.strict))
        whole = points + (0.0 if self.by_hand is None else self.by_hand + self.extra)
        penalty = min(self.off, whole)
        waits = self.written and self.by_hand is None
        return Mark(whole - penalty, int(waits), penalty)


@dataclass
class Term:
    """A course, its class, and what everybody must have; ``must`` is by assignment and student."""

    course: Course
    scratch: object
    people: list[Learner]
    must: dict = field(default_factory=dict)

    def run(self, *words):
        code, text = run_in(self.course, *words)
        return code, " ".join(text.split())

    def hand_in(self, name, people, kinds, days=(), again=False):
        """Let people hand in, each by their own system, and collect it; ``kinds`` go round.

        ``days`` are the days of March on which those of the list do; the others' systems do not say when.
        """
        files = {system: {} for system in ("Moodle", "Canvas", "list")}
        for place, one in enumerate(people):
            kind = kinds[place % len(kinds)]
            day = days[place % len(days)] if days else 1
            files[one.system] |= _files(one, name, self._work(one, name, kind, again), day)
            written = WRITTEN[name] and kind != "untouched"
            self.must[name, one.student] = Given(kind, day, name == "02-mended", written)
        said = []
        for system, there in files.items():
            if there:
                source = saved(self.scratch, zipped(there), f"{system}.zip")
                code, text = self.run("collect", source, "--assignment", name)
                said.append(text)
                assert code == 0, text
        return " ".join(said)

    def _work(self, one, name, kind, again):
        notebook = read(self.course.released(name) / f"{name}.ipynb")
        for cell in notebook.cells:
            task = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            if cell.source.startswith("STUDENT_ID"):
                cell.source = f'STUDENT_ID = "{one.student}"'
            elif task.endswith("q1") and kind != "untouched":
                cell.source = f"def twice(x):\n    {ANSWERS[kind]}"
            elif task.endswith("q2") and kind != "untouched":
                cell.source = f"Because {one.name} says so{', and more' if again else ''}."
        return json.dumps(notebook, ensure_ascii=False).encode()

    def agree(self, course=None):
        """Hold every number against every other, and against what it must be."""
        course = course or self.course
        must = {key: given.mark for key, given in self.must.items()}
        _, page = write_report(course, NAMES, course.root / "report")
        assert _in_report(page.parent) == must, "the report"
        assert _on_page(page) == Counter((name, _in_words(name, mark)) for (name, _), mark in must.items())
        assert self._in_status(course) == must, "the status"
        for name in NAMES:
            here = {student: mark for (of, student), mark in must.items() if of == name}
            assert _in_formgrader(course, name) == here, f"the formgrader, {name}"
            assert _in_feedback(course, name) == {s: mark[:2] for s, mark in here.items()}, (
                f"feedback, {name}"
            )
        totals = Counter()
        for (_, student), mark in must.items():
            totals[student] += mark.score
        rows = {row["id"]: row["score"] for row in FormgraderAPI(config=course.config()).get_students()}
        assert {s: score for s, score in rows.items() if s in totals} == dict(totals), (
            "the formgrader's students"
        )
        assert self._in_export(course) == {
            key: (None if mark.waiting else mark.score, mark.waiting, mark.penalty)
            for key, mark in must.items()
        }, "the export"

    def _in_status(self, course):
        code, text = run_in(course, "status", "--json")
        assert code == 0, text
        rows = json.loads(text)
        handed_in = Counter(row["assignment"] for row in rows if row["state"] != "nothing handed in")
        absent = Counter(row["assignment"] for row in rows if row["state"] == "nothing handed in")
        assert all(absent[name] == len(self.people) - count for name, count in handed_in.items())
        return {
            (row["assignment"], row["student"]): Mark(row["score"], _number(row["state"]), row["penalty"])
            for row in rows
            if row["state"] != "nothing handed in"
        }

    def _in_export(self, course):
        made = export_grades(course, NAMES, "csv", self.scratch / "out" / "grades.csv")
        with made.files[0].open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["note"] != "nothing handed in"]
        return {
            (row["assignment"], row["student"]): (
                float(row["score"]) if row["score"] else None,
                int(row["needs_person"]),
                float(row["late_penalty"] or 0),
            )
            for row in rows
        }


def _number(text):
    """Return the number that a sentence begins with; 0 where it begins with none."""
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 0


def _in_report(folder):
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["assignment"], row["student"]): Mark(
                float(row["score"]), int(row["to_mark"]), float(row["penalty"])
            )
            for row in csv.DictReader(file)
        }


def _on_page(page):
    """Return how often each text stands below each assignment in the report's table of points."""
    text = page.read_text(encoding="utf-8")
    text = text.partition('id="points"')[2].partition('id="grading"')[0]  # no table where nobody is
    cells = re.findall(r'data-label="(\d\d-\w+)">(?:<a [^>]*>)?([^<]+)<', text)
    return Counter(cell for cell in cells if cell[1] != "–")


def _in_words(name, mark):
    waits = f" + {mark.waiting} to mark" if mark.waiting else ""
    return f"{mark.score:g} of {2 + WRITTEN[name]}{waits}"


def _in_formgrader(course, name):
    if not (course.gradebook_file and course.gradebook_file.exists()):
        return {}
    with course.gradebook() as gradebook:
        if name not in {one.name for one in gradebook.assignments}:
            return {}
        taken = {
            one.student.id: sum(part.late_submission_penalty or 0 for part in one.notebooks)
            for one in gradebook.assignment_submissions(name)
        }
    rows = [row for row in FormgraderAPI(config=course.config()).get_submissions(name) if row["autograded"]]
    return {
        row["student"]: Mark(row["score"], int(row["needs_manual_grade"]), taken[row["student"]])
        for row in rows
    }


def _in_feedback(course, name):
    found = {}
    for job in find_jobs(course, name, None, False):
        page = make(job)
        assert not page.error, page.error
        text = page.file.read_text(encoding="utf-8")
        score = float(re.search(r"\(Score: ([\d.]+) / [\d.]+\)", text)[1])
        waits = re.search(r"<p>(\d+) of the answers", text)
        found[page.student] = (score, int(waits[1]) if waits else 0)
    return found


def _files(one, name, work, day):
    """Return the files that the student's system gives out for a hand-in, by their paths in its zip."""
    if one.system == "Moodle":
        return {f"{one.name}_{one.number}_assignsubmission_file/{name}.ipynb": work}
    if one.system == "Canvas":
        return {f"{alike(one.last + one.first)}_{one.number}_{one.number + 90000}_{name}.ipynb": work}
    stamp = f"2026-03-{day:02d} 12:00:00 UTC".encode()
    return {f"{one.email}/{name}.ipynb": work, f"{one.email}/timestamp.txt": stamp}


def make_course(folder):
    """Write the course of four assignments and release it."""
    course = Course(folder)
    for name in NAMES:
        write(new(_cells(name)), course.root / "solutions" / name / f"{name}.ipynb")
        (course.root / "solutions" / name / "probes.py").write_text("PROBES = []\nSURVIVORS = {}\n")
    (course.root / CONFIG).write_bytes((ROOT / CONFIG).read_bytes())
    (course.root / ".exchange").mkdir()  # which nbgrader's own interface looks for
    for name in NAMES:
        release_assignment(course, name)
    return course


def _cells(name):
    task = f"{name[:2]}-q1"
    more = TOO_STRICT if name == "02-mended" else ""
    imports = "import iniconfig\n\n" if name == "04-library" else ""
    cells = [
        f"# {name}\n\nA number and its double.",
        ("code", "from ecotools.learn import check"),
        ("code", 'STUDENT_ID = "your-name"', {"tags": ["parameters"]}),
        "## Task 1 · Twice (2 points)\n\nReturn the double.",
        (
            "code",
            "def twice(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION",
            graded(task, "solution"),
        ),
        ("code", TEST.format(task=task, more=more, imports=imports), graded(f"{task}-check", "check", 2)),
    ]
    if WRITTEN[name]:
        cells += [
            "## Task 2 · Why (1 point)\n\nIn your words.",
            ("markdown", "It is the sum with itself.", graded(f"{name[:2]}-q2", "written", 1)),
        ]
    return cells


def mend(course):
    """Take what was too strict out of the test, as a teacher does in mid-term."""
    file = course.solutions / "02-mended" / "02-mended.ipynb"
    notebook = read(file)
    for cell in notebook.cells:
        cell.source = cell.source.replace(TOO_STRICT, "")
    write(notebook, file)


def rosters(people):
    """Return what each system gives out about its part of the class."""
    of = {system: [one for one in people if one.system == system] for system in ("Moodle", "Canvas", "list")}
    moodle = ["First name,Last name,Email address,ID number"]
    moodle += [f'{one.first},"{one.last}",{one.email},{one.number}' for one in of["Moodle"]]
    canvas = [
        "Student,ID,SIS User ID,SIS Login ID,Section,Final Score",
        "    Points Possible,,,,,(read only)",
    ]
    canvas += [
        f'"{one.last}, {one.first}",{one.number},S{one.number},{one.student},A,' for one in of["Canvas"]
    ]
    listed = ["Name;E-Mail", *(f"{one.name};{one.email}" for one in of["list"])]
    worksheet = ['Identifier,"Full name","Email address",Status']
    worksheet += [f'"Participant {one.number}","{one.name}",{one.email},Submitted' for one in of["Moodle"]]
    texts = {"moodle": moodle, "canvas": canvas, "list": listed, "worksheet": worksheet}
    return {name: "\n".join(lines) + "\n" for name, lines in texts.items()}
