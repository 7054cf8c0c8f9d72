"""What is left after grading is what nbgrader's own autograde would have left, table by table, row by row."""

import shutil

import pytest
from nbgrader.plugins import CsvExportPlugin

from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import Settings, grade_assignment
from ecotools.grading.gradebook.registration import register
from ecotools.notebooks import new, read, write

from .books import files, tables
from .marked import mark
from .stock import stock
from .tiny import NAME, graded, make_course

MORE = f"{NAME}-more"
DUE = "2026-03-01 12:00:00"
# Of what kind each hand-in is, and how many days late; "ivo" has not handed in the second notebook.
CLASS = {
    "ada": ("right", 0),
    "bola": ("another form", 1),
    "chen": ("wrong", 2),
    "dana": ("half", 9),
    "emil": ("untouched", 1),
    "ivo": ("right", 2),
}
# A point a day, which is more than some have; one student gets a penalty below zero, and another gets none.
LATE = """

from nbgrader.plugins import LateSubmissionPlugin


class PointADay(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return {"bola": -1, "emil": None}.get(student_id, total_seconds_late / 86400)


c.AssignLatePenalties.plugin_class = PointADay
"""
CELLS = [
    "# More",
    ("code", "factor = 2", graded("locked", "locked")),
    ("code", "### BEGIN SOLUTION\ndoubled = 21 * factor\n### END SOLUTION", graded("doubled", "solution")),
    ("code", "assert doubled == 42", graded("doubled-check", "check", 2)),
    ("code", "1 if doubled == 42 else 0.5", graded("partial", "check", 1)),
    ("code", "### BEGIN SOLUTION\nprint('a plan')\n### END SOLUTION", graded("plan", "written", 4)),
    (
        "markdown",
        "Draw it.",
        {"nbgrader": graded("draw", "locked")["nbgrader"] | {"task": True, "points": 3}},
    ),
]
KEPT = "data.csv"


def make_class(folder):
    """Return a course with an assignment of two notebooks and a file, registered, due, and handed in."""
    course = make_course(folder)
    with (folder / CONFIG).open("a") as config:
        config.write(LATE)
    write(new(CELLS), course.solutions / NAME / f"{MORE}.ipynb")
    (course.solutions / NAME / KEPT).write_text("day\n1\n")
    release_assignment(course, NAME)
    register(course, NAME)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate=DUE)
    for student, (kind, days) in CLASS.items():
        place = hand_in(course, NAME, student, kind)
        (place / "timestamp.txt").write_text(f"2026-03-{1 + days:02d} 12:00:00 UTC")
        (place / KEPT).write_text("changed")
        (place / "notes.txt").write_text(f"of {student}")
        if student != "ivo":
            answer(course, student, "doubled = 42" if kind == "right" else "doubled = 2")
    answer(course, "emil", None)
    return course


def answer(course, student, code):
    """Hand in the second notebook with ``code`` as an answer, untouched when None."""
    notebook = read(course.exercises / NAME / f"{MORE}.ipynb")
    by_name = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    if code is not None:
        by_name["doubled"].source, by_name["plan"].source = code, "print('my plan')"
    write(notebook, course.submitted / student / NAME / f"{MORE}.ipynb")


def by_stock(course, student="*"):
    """Grade with nbgrader's own autograde."""
    result = stock(course).autograde(NAME, student)
    assert result["success"], result["log"]


def by_hand(course):
    """Do what a person does in the formgrader, and then let a student hand in again."""
    mark(course, "ada", "01-q3", 1, extra=0.5, comment="Well argued.")
    mark(course, "chen", "01-q2-check", 2)
    mark(course, "chen", "01-q1-check", None, extra=0.25)
    with course.gradebook() as gradebook:
        found = gradebook.find_grade("draw", MORE, NAME, "chen")
        found.manual_score, found.needs_manual_grade = 3, False
        gradebook.find_comment("plan", MORE, NAME, "chen").manual_comment = "Why?"
        gradebook.db.commit()
    answer(course, "chen", "doubled = 42")


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The class graded with nbgrader, and the same class graded with the engine."""
    course = make_class(tmp_path_factory.mktemp("both") / "base")
    found = []
    for name in ("stock", "ours"):
        shutil.copytree(course.root, course.root.parent / name)
        found.append(Course(course.root.parent / name))
    theirs, ours = found
    by_stock(theirs)
    assert all(one.graded for one in grade_assignment(ours, NAME))
    return theirs, ours


def compare(nbgrader, ours, but=()):
    """Compare two courses, ``but`` for some columns."""
    theirs, mine = tables(nbgrader), tables(ours)
    assert theirs.keys() == mine.keys()
    for table in theirs:
        for row in (*theirs[table], *mine[table]):
            for column in but:
                row.pop(column, None)
        assert theirs[table] == mine[table], table
    modes = [{path: mode for path, (mode, _) in files(course).items()} for course in (nbgrader, ours)]
    assert modes[0] == modes[1]
    others = [{p: text for p, (_, text) in files(c).items() if p[-6:] != ".ipynb"} for c in (nbgrader, ours)]
    assert others[0] == others[1]


def without_ids(content):
    """Return what the formgrader is told, without ids and in one order."""
    if isinstance(content, dict):
        return {key: without_ids(value) for key, value in content.items() if key not in {"id", "index"}}
    return sorted(map(without_ids, content), key=str) if isinstance(content, list) else content


def test_the_gradebook_and_the_folders_are_those_of_nbgrader(both):
    compare(*both)


def test_the_formgrader_shows_the_same(both):
    theirs, ours = (course.api() for course in both)
    for ask in (
        lambda api: api.get_submissions(NAME),
        lambda api: api.get_assignment(NAME),
        lambda api: api.get_notebooks(NAME),
        lambda api: api.get_notebook_submissions(NAME, MORE),
        lambda api: api.get_students(),
        lambda api: api.get_student_submissions("ada"),
    ):
        assert without_ids(ask(theirs)) == without_ids(ask(ours))
    assert {one["autograded"] for one in ours.get_submissions(NAME)} == {True}


def test_feedback_and_export_of_nbgrader_work_on_it(both):
    for course in both:
        result = stock(course).generate_feedback(NAME, "chen", force=True)
        assert result["success"], result["log"]
        with course.gradebook() as gradebook:
            plugin = CsvExportPlugin(to=str(course.root / "grades.csv"))
            plugin.export(gradebook)
    assert (both[1].root / "feedback" / "chen" / NAME / f"{NAME}.html").stat().st_size > 10_000
    # Students who have no name come in the order in which they were graded.
    exported = [sorted((course.root / "grades.csv").read_text().splitlines()) for course in both]
    assert exported[0] == exported[1] and len(exported[0]) == 1 + len(CLASS)


def test_what_a_person_gave_is_still_there_after_grading_again(both):
    theirs, ours = both
    for course in both:
        by_hand(course)
    for student in ("ada", "chen"):
        by_stock(theirs, student)
    grade_assignment(ours, NAME, ["ada", "chen"], settings=Settings(force=True))
    compare(theirs, ours, but=["needs_manual_grade"])
    with theirs.gradebook() as gradebook:
        assert gradebook.find_grade("01-q3", NAME, NAME, "ada").needs_manual_grade, "nbgrader asks always"
    with ours.gradebook() as gradebook:
        written = gradebook.find_grade("01-q3", NAME, NAME, "ada")
        assert (written.manual_score, written.extra_credit, written.score) == (1, 0.5, 1.5)
        assert not written.needs_manual_grade, "the answer is the one that was marked"
        assert gradebook.find_comment("01-q3", NAME, NAME, "ada").comment == "Well argued."
