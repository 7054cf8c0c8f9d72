"""Neither nbgrader's commands nor its formgrader go round ecotools, and all show the same numbers."""

import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from jinja2 import DictLoader, Environment
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from nbgrader.server_extensions.formgrader import handlers

from ecotools.grading import notes
from ecotools.grading.formgrader import pages
from ecotools.grading.formgrader.earlier_marks import ShowEarlier
from ecotools.grading.formgrader.marking import Exporter
from ecotools.grading.formgrader.scores import FormgraderAPI
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook.graded_notebooks import executed
from ecotools.grading.gradebook.marks import read_marks
from ecotools.grading.pipeline.manual_marks import EARLIER
from tests.grading.hostile import HOSTILE

from .conftest import tiny  # noqa: F401 - a fixture
from .marked import copy_of, mark, marked  # noqa: F401 - a fixture
from .tiny import NAME


@pytest.fixture
def course(marked, tmp_path):  # noqa: F811
    return copy_of(marked, tmp_path)


def nbgrader(course, *words):
    command = [sys.executable, "-m", "nbgrader", *words]
    return subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)


def test_nbgrader_autograde_by_hand_is_ecotools_grade(course):
    done = nbgrader(course, "autograde", NAME, "--student", "ada", "--force")
    assert done.returncode == 0 and "ada: graded by ecotools grade" in done.stderr, done.stderr
    said = executed(course.autograded / "ada" / NAME / f"{NAME}.ipynb")
    assert "nbgrader" not in said.sandbox, "nbgrader's own engine notes nothing"
    assert [one.by_person for one in read_marks(course, NAME)[0].cells.values()] == [False, False, True]


def test_what_cannot_be_graded_fails_in_nbgrader_and_says_why(course):
    done = nbgrader(course, "autograde", NAME, "--student", "hana")
    assert done.returncode == 1 and f"submitted/hana/{NAME}/{NAME}.ipynb: not a notebook" in done.stderr


def test_the_icon_for_feedback_writes_our_page_without_the_hidden_tests(course):
    result = course.api().generate_feedback(NAME, "ada")
    assert result["success"] and "ada: written by ecotools feedback" in result["log"], result
    page = (course.feedback / "ada" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "share(1, 4)" in page and "share(3, 8)" not in page
    assert not (course.feedback / "chen").exists(), "only who was asked for"


def test_the_lists_of_the_formgrader_have_the_numbers_of_the_feedback(course):
    with course.gradebook() as gradebook:
        again = gradebook.find_grade("01-q3", NAME, NAME, "chen")
        again.manual_score, again.needs_manual_grade = 1, True  # given for another answer
        gradebook.db.commit()
    feedback = {one.student: one.score for one in read_marks(course, NAME)}
    api = FormgraderAPI(config=course.config())
    for rows in (api.get_submissions(NAME), api.get_notebook_submissions(NAME, NAME)):
        assert {row["student"]: row["score"] for row in rows if row["id"]} == feedback
    assert {row["id"]: row["score"] for row in api.get_students()} | {"hana": 0} == feedback | {"hana": 0}
    assert api.get_submission(NAME, "chen")["written_score"] == 0
    assert api.get_submission(NAME, "ada")["score"] == 4.5, "less what is taken off for being late"
    (ada,) = api.get_student_notebook_submissions("ada", NAME)
    assert (ada["score"], ada["code_score"], ada["written_score"]) == (4.5, 5, 1.5)


@pytest.mark.parametrize("stamp", ["", "2026-03-01 12:00:00 CEST", "some day"])
def test_the_lists_read_when_it_was_handed_in_as_grading_does(course, stamp):
    (course.handed_in("ada", NAME) / "timestamp.txt").write_text(stamp)
    api = FormgraderAPI(config=course.config())
    grade_assignment(course, NAME, ["ada"])
    assert {row["student"]: row["autograded"] for row in api.get_submissions(NAME)}["ada"], "and is not new"
    said = api.get_submitted_timestamp(NAME, "ada")
    assert str(said) == ("2026-03-01 10:00:00" if "CEST" in stamp else "None")


def test_averages_and_the_export_of_nbgrader_leave_out_what_waits_for_a_person(course, tmp_path):
    with course.gradebook() as gradebook:
        gradebook.find_grade("01-q3", NAME, NAME, "chen").manual_score = 1  # for another answer: it waits
        ada = gradebook.find_student("ada")
        ada.last_name, ada.first_name = "Lovelace, Countess", "=Ada"
        gradebook.db.commit()
        stock = gradebook.average_assignment_score(NAME)
    marks = {one.student: one for one in read_marks(course, NAME)}
    api = FormgraderAPI(config=course.config())
    (listed,), (notebook,) = api.get_assignments(), api.get_notebooks(NAME)
    right = sum(one.score for one in marks.values()) / len(marks)
    assert listed["average_score"] == notebook["average_score"] == pytest.approx(right) != stock
    assert listed["average_written_score"] == notebook["average_written_score"] == 1.5 / len(marks)

    done = nbgrader(course, "export", "--to", str(tmp_path / "out.csv"))
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(tmp_path / "out.csv").set_index("student_id")
    assert table["score"].to_dict() == {who: one.score for who, one in marks.items()}
    assert table["needs_person"].to_dict() == {who: one.waiting for who, one in marks.items()}
    assert table.loc["ada", ["last_name", "first_name"]].tolist() == ["Lovelace, Countess", "'=Ada"]
    assert table.loc["ada", ["raw_score", "late_submission_penalty"]].tolist() == [6.5, 2]


@pytest.mark.parametrize("name", sorted(pages.SCRIPTS))
def test_the_scripts_of_this_nbgrader_get_their_names(name):
    file = Path(handlers.static_path, "js", name)
    theirs, ours = file.read_text(encoding="utf-8"), pages.replaced(str(file), pages.SCRIPTS).decode()
    assert all(old in theirs and old not in ours for old in pages.SCRIPTS[name])


def test_the_pages_of_this_nbgrader_name_our_commands_and_lead_to_the_queue():
    made = {}
    for name, words in pages.TEMPLATES.items():
        theirs = Path(handlers.template_path, name).read_text(encoding="utf-8")
        assert all(theirs.count(old) == 1 for old in words)
        made[name] = pages.Pages(DictLoader({name: theirs})).get_source(Environment(), name)[0]
    lists, hand_ins = made["manage_submissions.tpl"], made["gradebook_notebook_submissions.tpl"]
    assert "ecotools grade" in lists and "nbgrader autograde" not in lists
    assert 'formgrader/queue/{{ assignment_id }}"' in hand_ins and "Show All Names</button>" in hand_ins


def test_a_mark_for_an_earlier_answer_stands_before_the_new_one_and_runs_nothing():
    cell = new_markdown_cell("New.")
    earlier = {
        "score": 1.0,
        "extra": 0.5,
        "points": 1.0,
        "comment": "Good.",
        "answer": "````\n<script>",
        "of": "a",
    }
    cell.metadata = {"nbgrader": {"grade_id": "q3"}, notes.KEY: {EARLIER: earlier}}
    shown, _ = ShowEarlier().preprocess(new_notebook(cells=[cell]), {})
    before, after = shown.cells
    assert after == cell and "1 of 1 and 0.5 extra" in before.source and "nbgrader" not in before.metadata
    assert "`````text\n````\n<script>\n`````" in before.source, "as text, whatever is in it"


def exporter_of(course):
    """Return what the formgrader shows a hand-in with."""
    config = course.config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    return Exporter(HTMLExporter(config=config))


def marking_page(folder, exporter, text):
    """Return the page on which a hand-in is marked that has a text wherever a student can put one."""
    shown = [{"text/html": text}, {"text/markdown": text}, {"text/latex": text}, {"text/plain": text}]
    shown += [{"image/svg+xml": text}, {"image/png": f'" {text}'}, {"application/javascript": text}]
    code = new_code_cell("1 + 1", execution_count=1)
    code.outputs = [new_output("display_data", one, metadata={"width": text, "alt": text}) for one in shown]
    code.outputs.append(new_output("stream", text=text))
    code.outputs.append(new_output("error", ename=text, evalue=text, traceback=[text]))
    answer = new_markdown_cell(text)
    answer.metadata = {"nbgrader": {"grade_id": "q3", "grade": True, "solution": True, "points": 1}}
    file = folder / "page.ipynb"
    nbformat.write(new_notebook(cells=[new_markdown_cell(text), new_raw_cell(text), code, answer]), file)
    given = {"base_url": "", "notebook_id": "page", "assignment_id": NAME, "submission_id": "1", "index": 0}
    given |= {"total": 1, "student": "ada", "last_name": None, "first_name": None, "notebook_path": ""}
    return exporter.from_filename(str(file), resources=given)[0]


class Runs(HTMLParser):
    """Gathers what a page can run, load or lead to."""

    def __init__(self, page):
        super().__init__()
        self.found = Counter()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag in {"script", "iframe", "object", "embed", "form", "base", "meta", "link", "video", "audio"}:
            self.found[tag] += 1
        for name, value in attributes:
            value = "" if name == "alt" or (value or "").startswith("data:image/") else value or ""
            afar = "away.example" in value and (tag, name) != ("a", "href")
            if name.startswith("on") or "javascript:" in value or afar:
                self.found[f"{tag} {name}"] += 1


def test_nothing_of_a_hand_in_runs_on_the_page_on_which_it_is_marked(tiny, tmp_path):  # noqa: F811
    exporter = exporter_of(tiny)
    plain = marking_page(tmp_path, exporter, "<b>7</b>")
    assert plain.count("<b>7</b>") >= 4 and Runs(plain).found["script"] > 3, "nbgrader's own"
    for kind, evil in HOSTILE.items():
        assert Runs(marking_page(tmp_path, exporter, evil)).found == Runs(plain).found, kind
