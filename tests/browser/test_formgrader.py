"""The formgrader in JupyterLab on a class that `ecotools grade` graded: from a manual grade to feedback."""

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook import results
from ecotools.grading.settings import Settings
from tests.browser.lab import SLOW, TOKEN, lab_server
from tests.grading.tiny import NAME, make_course

STUDENT, COMMENT = "ada", "Clear, and with a reason."


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course with one graded hand-in, whose written answer waits for a person."""
    course = make_course(tmp_path_factory.mktemp("formgrader"))
    release_assignment(course, NAME)
    hand_in(course, NAME, STUDENT, "right")
    assert [one.error for one in grade_assignment(course, NAME)] == [""]
    return course


@pytest.fixture(scope="module")
def formgrader(browser, graded, tmp_path_factory):
    """The formgrader in a JupyterLab with an instructor's settings: the page, and the frame it is in."""
    with lab_server(graded.root, tmp_path_factory.mktemp("instructor"), "instructor") as address:
        page = browser.new_page()
        page.goto(f"{address}/lab?token={TOKEN}")
        page.wait_for_function("window.jupyterapp !== undefined", timeout=SLOW)
        page.evaluate("async () => { await window.jupyterapp.restored }")
        page.evaluate("async () => { await window.jupyterapp.commands.execute('nbgrader:open-formgrader') }")
        yield page, page.frame_locator("iframe[src*=formgrader]")
        page.close()


def test_a_manual_grade_given_in_the_formgrader_reaches_feedback_and_outlives_grading_again(
    graded, formgrader
):
    page, frame = formgrader
    frame.get_by_role("link", name="Manual Grading").first.click()
    frame.get_by_role("link", name=NAME).first.click()
    frame.locator("td").get_by_role("link", name=NAME).first.click()
    row = frame.locator("tr", has_text="Submission #1")
    row.wait_for(timeout=SLOW)
    assert "5 / 6" in row.inner_text() and "5 / 5" in row.inner_text(), "the engine's points are shown"
    row.get_by_role("link").first.click()

    score = frame.locator("input.score.needs_manual_grade")
    score.wait_for(timeout=SLOW)
    with page.expect_response(lambda said: "/api/grade/" in said.url and said.request.method == "PUT"):
        score.fill("0.5")
        score.press("Tab")
    with page.expect_response(lambda said: "/api/comment/" in said.url and said.request.method == "PUT"):
        frame.locator("textarea.comment").last.fill(COMMENT)
        frame.locator("input.score").first.click()

    written = results.tasks(graded, NAME).set_index("task").loc["01-q3"]
    assert (written["score"], written["outcome"]) == (0.5, "marked")
    made = CliRunner().invoke(main, ["feedback", NAME, "--course", str(graded.root), "-q"])
    assert made.exit_code == 0, made.output
    html = (graded.root / "feedback" / STUDENT / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert COMMENT in html and "5.5 / 6" in html.replace("5.5/6", "5.5 / 6")

    grade_assignment(graded, NAME, settings=Settings(force=True))
    with graded.gradebook() as gradebook:
        kept = gradebook.find_grade("01-q3", NAME, NAME, STUDENT)
        comment = gradebook.find_comment("01-q3", NAME, NAME, STUDENT)
        assert (kept.manual_score, kept.needs_manual_grade, comment.manual_comment) == (0.5, True, COMMENT)
