"""Feedback is a page a student can read anywhere: what came of each cell and why, and no hidden test."""

import html
import json
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

from ecotools import outcomes
from ecotools.grading.assignment import HIDDEN
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.feedback import FeedbackError, write_feedback
from ecotools.grading.feedback.hidden_tests import IN_OUTPUT, hide_tests
from ecotools.grading.feedback.jobs import find_jobs
from ecotools.grading.feedback.page import make
from ecotools.grading.gradebook.marks import read_marks

from .commands import run_in
from .conftest import tiny  # noqa: F401 - a fixture
from .marked import KINDS, change, copy_of, mark, marked  # noqa: F401 - a fixture
from .stock import PLAIN_PAGES
from .tiny import NAME

TAG = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL)
SCORES = re.compile(r"Score: (\S+ / [\d.]+)")


def make_all(course, hidden_tests=False):
    """Make the pages in this process; return what came of each by student."""
    return {job.student: make(job) for job in find_jobs(course, NAME, None, hidden_tests)}


def text_of(page):
    """Return the words of a page, as a reader sees them."""
    return html.unescape(TAG.sub("", page.file.read_text()))


def hidden_lines(course):
    """Return the lines of the hidden tests that stand nowhere else."""
    cells = course.assignment(NAME).cells
    visible = "\n".join(cell.without(HIDDEN) for cell in cells)
    lines = [line.strip() for cell in cells for line in cell.lines(HIDDEN)]
    return [line for line in lines if line not in visible]


@pytest.fixture(scope="module")
def pages(marked):  # noqa: F811
    return make_all(marked)


def test_each_graded_hand_in_has_its_page_where_nbgrader_puts_it(marked, pages):  # noqa: F811
    made = {student: page.file.relative_to(marked.root) for student, page in pages.items()}
    assert list(made) == ["ada", "chen", "emil", "hana", "leo"]
    assert all(str(file) == f"feedback/{who}/{NAME}/{NAME}.html" for who, file in made.items())
    assert {file.name for file in pages["ada"].file.parent.iterdir()} == {f"{NAME}.html", "timestamp.txt"}


def test_a_hand_in_that_could_not_be_graded_has_a_page_that_says_why(marked, pages):  # noqa: F811
    text = text_of(pages["hana"])
    assert f"{NAME} could not be graded" in text and "there is no score" in text
    assert f"{NAME}.ipynb: not a notebook: " in text and "line" in text, "where the file is cut off"
    assert f"Open {NAME}.ipynb in JupyterLab." in text and "the last copy that opens" in text
    assert "2026-03-" in text, "which of the hand-ins it is"
    assert str(marked.root) not in pages["hana"].file.read_text(), "folders of the machine help no student"


@pytest.mark.parametrize(
    ("spoil", "wrong", "do"),
    [
        (
            lambda folder: (folder / f"{NAME}.ipynb").rename(folder / "mine.txt"),
            "holds no notebook",
            "another name",
        ),
        (lambda folder: (folder / f"{NAME}.ipynb").write_text("[]"), "holds no JSON object", "the last copy"),
        (
            lambda folder: [(folder / f"{n}.txt").touch() for n in range(501)],
            "more than 500 files",
            "Take out",
        ),
        (
            lambda folder: (folder / f"{NAME}.ipynb").write_text(json.dumps({"cells": [{}] * 5001})),
            "5,001 cells",
            "delete the cells",
        ),
        (
            lambda folder: (
                (folder / "<script>alert(1)<.ipynb").write_text('{"cells": []}'),
                (folder / f"{NAME}.ipynb").unlink(),
            ),
            "<script>alert(1)<.ipynb",
            "another name",
        ),
    ],
)
def test_each_fault_of_a_file_comes_with_what_to_do_about_it(tiny, tmp_path, spoil, wrong, do):  # noqa: F811
    course = copy_of(tiny, tmp_path)
    spoil(hand_in(course, NAME, "ada", "right"))
    made = make_all(course)["ada"]
    assert (made.state, made.error) == ("written", "") and wrong in made.not_graded
    text = text_of(made)
    assert wrong in text and do in text and "send this page to your instructor" in text
    assert "<script" not in made.file.read_text()
    assert make_all(course)["ada"].state == "unchanged"


def test_each_cell_says_its_outcome_in_words_and_why(pages):
    ada, chen, emil = (text_of(pages[who]) for who in ("ada", "chen", "emil"))
    assert ada.count("Outcome: right") == 2 and "Outcome: marked by a person" in ada
    assert "Outcome: wrong" in chen and "01-q2 not right yet" in chen
    assert "Outcome: being looked at by a person" in chen
    assert "1 of the answers is still being looked at by a person and not in this score." in chen
    assert emil.count("Outcome: not attempted") == 3
    assert "Outcome: error in your code" in text_of(pages["leo"])


def test_a_message_is_said_once(pages):
    assert text_of(pages["chen"]).count("01-q2 not right yet") == 1
    assert text_of(pages["leo"]).count("! 01-q1 error in your code") == 1


def test_scores_comments_and_penalty_are_those_of_nbgrader(marked, pages, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    nbgrader(course, "generate_feedback", NAME, "--force")
    stock = (course.root / "feedback" / "ada" / NAME / f"{NAME}.html").read_text()
    ours = pages["ada"].file.read_text()
    assert SCORES.findall(TAG.sub("", ours)) == SCORES.findall(TAG.sub("", stock))
    assert "(Score: 4.5 / 6.0)" in ours and "Late submission penalty (Score: -2.0)" in ours
    assert "<p>Well <em>argued</em>.</p>" in ours and "<p>Well <em>argued</em>.</p>" in stock
    assert "(Score: not yet / 1.0)" in text_of(pages["chen"]), "a score that is not there is not 0"


def test_no_hidden_test_is_on_a_page_unless_asked_for(marked, pages, tmp_path):  # noqa: F811
    lines = hidden_lines(marked)
    assert any("share(3, 8)" in line for line in lines)
    for page in pages.values():
        text = "" if page.error else text_of(page)
        assert not [line for line in [*lines, *HIDDEN] if line in text], page.student
    assert "# Hidden tests ran here." in text_of(pages["ada"])
    open_page = make_all(copy_of(marked, tmp_path), hidden_tests=True)["ada"]
    assert not [line for line in lines if line not in text_of(open_page)]


def test_a_traceback_loses_the_lines_of_hidden_tests_and_keeps_the_rest():
    source = (
        'def f(x):\n    return x\n\nassert f(1) == 1\n### BEGIN HIDDEN TESTS\nassert f(2) == 4, "f of 2"\n'
    )
    cell = nbformat.v4.new_code_cell(source + "### END HIDDEN TESTS")
    printed = nbformat.v4.new_code_cell(f"print(repr({source!r}))")
    notebook = nbformat.v4.new_notebook(cells=[cell, printed])
    NotebookClient(notebook, allow_errors=True).execute()
    before = "".join(cell.outputs[0].traceback)
    assert "HIDDEN" in re.sub(r"\x1b\[[\d;]*m", "", before)
    hide_tests(notebook)
    after = re.sub(r"\x1b\[[\d;]*m", "", "".join(cell.outputs[0].traceback))
    assert "assert f(2)" not in after and "HIDDEN" not in after
    assert "AssertionError" in after and "assert f(1) == 1" in after and IN_OUTPUT in after
    assert cell.outputs[0].evalue == "f of 2", "what a test says is for the learner"
    assert printed.outputs[0].text.strip() == IN_OUTPUT.strip()


def test_a_page_needs_no_network_and_runs_nothing(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    data = {"text/html": "<b>bold</b>", "application/javascript": "fetch('x')", "text/plain": "bold"}
    shown = nbformat.v4.new_output("display_data", data)
    change(course, "ada", lambda cells: cells["01-q1"].outputs.append(shown))
    page = make_all(course)["ada"].file.read_text()
    assert not re.search(r"<script|<link|@import|@font-face|(src|href)=[\"']?(https?:|//)|url\(", page)
    assert "default-src 'none'" in page and "<b>bold</b>" in page and "fetch(" not in page


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (outcomes.ERROR, "error in your code"),
        (outcomes.TIMEOUT, "timeout"),
        (outcomes.MEMORY, "out of memory"),
        (outcomes.CUT, "output cut"),
        (outcomes.WRONG, "wrong"),
        (outcomes.NOT_ATTEMPTED, "not attempted"),
    ],
)
def test_what_grading_noted_about_a_cell_is_what_the_page_says(marked, tmp_path, outcome, words):  # noqa: F811
    course = copy_of(marked, tmp_path)
    noted = {"outcome": outcome, "message": "It took <9> s.", "evidence": ["patched the shell"]}
    change(course, "chen", lambda cells: cells["01-q1-check"].metadata.update(ecotools=noted))
    text = text_of(make_all(course)["chen"])
    assert f"Outcome: {words}" in text and "It took <9> s." in text
    assert "patched the shell" not in text, "evidence is for the person who looks at it"


def test_a_test_that_failed_with_hidden_data_says_what_its_author_wrote_and_not_the_data(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    message = (
        "✗ 01-q1 not right yet\n  Checked: share(3, 8)\n  Found: 37.5\n  A rate is a fraction, not a percent"
    )
    noted = {"outcome": outcomes.WRONG, "message": message, "hidden": True}
    change(course, "ada", lambda cells: cells["01-q1-check"].metadata.update(ecotools=noted))
    text = text_of(make_all(course)["ada"])
    assert "A rate is a fraction, not a percent" in text and "With other data than the examples" in text
    assert "37.5" not in text and "share(3, 8)" not in text


def test_only_pages_whose_inputs_changed_are_made_again(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    make_all(course)
    assert {page.state for page in make_all(course).values() if not page.error} == {"unchanged"}
    mark(course, "chen", "01-q3", 1)
    change(course, "emil", lambda cells: cells["01-q1"].metadata.update(touched=True))
    states = {student: page.state for student, page in make_all(course).items()}
    assert states == {"ada": "unchanged", "chen": "written", "emil": "written", "hana": "unchanged"} | {
        "leo": "unchanged"
    }
    assert {page.state for page in make_all(course, hidden_tests=True).values()} == {"written"}
    assert not list(course.root.rglob("*.new"))


def test_a_notebook_that_is_broken_or_gone_is_named_and_stops_no_other(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    shutil.rmtree(course.root / "feedback", ignore_errors=True)
    broken = course.autograded / "ada" / NAME / f"{NAME}.ipynb"
    broken.chmod(0o644)
    broken.write_text(broken.read_text()[:900])
    shutil.rmtree(course.autograded / "chen")
    nonsense = nbformat.from_dict({"output_type": "error", "ename": "E", "evalue": "e", "traceback": [{}]})
    change(course, "leo", lambda cells: cells["01-q1"].outputs.append(nonsense))
    made = make_all(course)
    assert [who for who, page in made.items() if not page.error] == ["emil", "hana"]
    assert f"{broken}: not a notebook: line" in made["ada"].error
    assert f"chen/{NAME}/{NAME}.ipynb: there is no such notebook" in made["chen"].error
    assert "cannot be shown: " in made["leo"].error


def test_a_cell_that_is_gone_is_still_counted(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    change(course, "ada", lambda cells: cells["01-q1-check"].metadata.pop("nbgrader"))
    text = text_of(make_all(course)["ada"])
    assert re.search(r"Cell that is not in the notebook: 01-q1-check \(Score: 2.0 / 2.0\)", text)


def test_the_gradebook_says_the_same_as_its_own_properties(marked):  # noqa: F811
    with marked.gradebook() as gradebook:
        for found in read_marks(marked, NAME):
            stock = gradebook.find_submission_notebook(NAME, NAME, found.student)
            assert (found.raw, found.points) == (stock.score, stock.max_score)


def nbgrader(course, *words):
    """Run a command of stock nbgrader in the course."""
    command = [sys.executable, "-m", "nbgrader", *words]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_nbgraders_own_commands_go_on_working_on_the_same_course(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    make_all(course)
    page = course.root / "feedback" / "ada" / NAME / f"{NAME}.html"
    ours = page.read_text()
    nbgrader(course, "generate_feedback", NAME, *PLAIN_PAGES)
    assert page.read_text() == ours, "the hand-in is no newer than its feedback"
    nbgrader(course, "generate_feedback", NAME, "--force", *PLAIN_PAGES)
    assert page.read_text() != ours
    assert make_all(course)["ada"].state == "written" and page.read_text() == ours
    nbgrader(course, "export")
    assert "ada" in (course.root / "grades.csv").read_text()
    listed = {one["student"]: one for one in course.api().get_submissions(NAME)}
    assert listed["ada"]["autograded"] and listed["ada"]["score"] == 6.5


class TestCommand:
    @pytest.fixture
    def course(self, marked, tmp_path):  # noqa: F811
        return copy_of(marked, tmp_path)

    def run(self, course, *words):
        return run_in(course, "feedback", *words)

    def test_it_says_how_many_pages_were_written_and_which_failed(self, course):
        shutil.rmtree(course.root / "feedback", ignore_errors=True)
        code, text = self.run(course, "--jobs", "2")
        assert code == 0 and "5 written" in text
        assert f"hana, {NAME}: not graded, and the page says why: " in text and "not a notebook" in text
        shutil.rmtree(course.autograded / "chen")
        code, text = self.run(course, "--jobs", "1")
        assert code == 1 and "1 failed, 4 unchanged" in text and "there is no such notebook" in text

    def test_quiet_says_nothing_when_all_is_well(self, course):
        assert self.run(course, NAME, "--student", "ada", "--student", "emil", "-q", "--jobs", "1") == (0, "")

    def test_json_is_for_scripts(self, course):
        code, text = self.run(course, "--json", "--jobs", "1")
        states = {page["student"]: page["state"] for page in json.loads(text)}
        reasons = {page["student"] for page in json.loads(text) if page["not_graded"]}
        assert code == 0 and set(states) == set(KINDS) and reasons == {"hana"}

    def test_who_did_not_hand_in_is_named(self, course):
        code, text = self.run(course, "--student", "zoe", "--jobs", "1")
        assert code == 1 and "zoe has handed in none of these assignments" in text
        assert self.run(course, "--jobs", "0")[0] == 2


def test_before_anything_is_graded_each_hand_in_is_named(tiny, tmp_path):  # noqa: F811
    course = copy_of(tiny, tmp_path)
    assert write_feedback(course, [NAME], jobs=1) == []
    (course.submitted / "ada" / NAME).mkdir(parents=True)
    shutil.rmtree(course.submitted / "ada")
    hand_in(course, NAME, "ada", "right")
    (page,) = make_all(course).values()
    assert page.state == "failed" and "ada has no grades" in page.error and "run ecotools grade" in page.error
    with pytest.raises(FeedbackError, match="zoe"):
        write_feedback(course, [NAME], ["zoe"], jobs=1)
