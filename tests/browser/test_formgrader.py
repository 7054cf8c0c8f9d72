"""The formgrader in JupyterLab on a class that `ecotools grade` graded: from a manual grade to feedback."""

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading import notes
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook import results
from ecotools.grading.settings import Settings
from ecotools.notebooks import read, write
from tests.browser.lab import SLOW, TOKEN, lab_server
from tests.grading.essays.handed_in import MODEL, essay_course, hand_in_essays
from tests.grading.tiny import NAME

STUDENT, COMMENT = "ada", "Clear, and with a reason."
ANSWER = "The longest step, because most are lost there."


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course with one graded hand-in, whose written answer waits for a person."""
    course = essay_course(tmp_path_factory.mktemp("formgrader"))
    hand_in(course, NAME, STUDENT, "right")
    write_answer(course, ANSWER)
    assert [one.error for one in grade_assignment(course, NAME)] == [""]
    return course


def write_answer(course, text):
    file = course.submitted / STUDENT / NAME / f"{NAME}.ipynb"
    notebook = read(file)
    notebook.cells[-1].source = text
    write(notebook, file)


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
        assert (kept.manual_score, kept.needs_manual_grade, comment.manual_comment) == (0.5, False, COMMENT)


def test_the_icons_call_ecotools_and_a_student_without_a_name_is_called_by_their_folder(graded, formgrader):
    _, frame = formgrader
    frame.get_by_role("link", name="Manual Grading").first.click()  # from the page of a hand-in to the lists
    frame.get_by_role("link", name="Manage Assignments").first.click()
    frame.locator("td.num-submissions a").first.click()
    row = frame.locator("tr", has_text=STUDENT)
    row.wait_for(timeout=SLOW)
    assert row.locator(".student-name").inner_text() == STUDENT and "None" not in row.inner_text()
    assert f'ecotools grade "{NAME}"' in frame.locator("body").text_content()
    for icon, said in (
        (".autograde a", "graded by ecotools grade"),
        (".generate-feedback a", "ecotools feedback"),
    ):
        frame.locator("tr", has_text=STUDENT).locator(icon).click()
        modal = frame.locator("#success-modal")
        modal.wait_for(timeout=SLOW)
        assert f"{STUDENT}: " in modal.text_content() and said in modal.text_content()
        modal.get_by_role("button", name="OK").click()
        modal.wait_for(state="detached", timeout=SLOW)
    html = (graded.feedback / STUDENT / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "share(3, 8)" not in html, "stock feedback shows the hidden tests"
    cells = read(graded.autograded / STUDENT / NAME / f"{NAME}.ipynb").cells
    assert any(notes.note(cell).get("outcome") == "right" for cell in cells), "stock notes nothing"


def test_after_another_answer_the_mark_of_the_first_stands_beside_it(graded, formgrader):
    _, frame = formgrader
    write_answer(graded, "Another answer.")
    (again,) = grade_assignment(graded, NAME)
    assert len(again.by_hand) == 1
    frame.get_by_role("link", name="Manual Grading").first.click()
    frame.get_by_role("link", name=NAME).first.click()
    frame.locator("td").get_by_role("link", name=NAME).first.click()
    row = frame.locator("tr", has_text="Submission #1")
    row.wait_for(timeout=SLOW)
    assert "5 / 6" in row.inner_text(), "the first mark does not count"
    row.get_by_role("link").first.click()
    score = frame.locator("input.score.needs_manual_grade")
    score.wait_for(timeout=SLOW)
    assert score.input_value() == "0.5"
    shown = frame.locator("body").inner_text()
    assert "Marked before the answer changed: 0.5 of 1" in shown and "Another answer." in shown
    assert shown.count("because most are lost there") == 1, "the first answer, as text"


def test_the_queue_leads_through_the_essays_of_a_task_by_keys(graded, formgrader):
    page, frame = formgrader
    hand_in_essays(graded)
    frame.get_by_role("link", name="Manual Grading").first.click()
    frame.get_by_role("link", name=NAME).first.click()
    frame.locator("td").get_by_role("link", name=NAME).first.click()
    frame.get_by_role("link", name="Mark written answers by task").click()
    row = frame.locator("tr", has_text="Task 3")
    row.wait_for(timeout=SLOW)
    assert row.locator("td").all_inner_texts()[1:4] == ["4", "6", "2 answers"], "two have written nothing"
    row.get_by_role("link", name="Mark the next one").click()

    alike = []
    for left in (3, 2, 1, 0):
        frame.locator(".marking-model", has_text=MODEL).wait_for(timeout=SLOW)
        student = frame.locator(".live-notebook a.name-shown").text_content().strip()
        if left == 3:
            numbers = frame.locator(".marking-numbers")
            numbers.wait_for(timeout=SLOW)
            right = numbers.locator("tbody td").all_inner_texts()
            assert right[:2] == [f"{970 + len(student)}000777", "979000777"], "the learner's, and the model's"
            assert student not in numbers.inner_text(), "names are hidden until they are asked for"
        assert not frame.get_by_role("heading", name="Task 1").is_visible(), "one task at a time"
        if "97% alike" in frame.locator(".marking").inner_text():
            alike.append((left, student))
        with page.expect_response(lambda said: "/api/grade/" in said.url and said.request.method == "PUT"):
            page.keyboard.press("b")
        counted = f"{left} of 6 wait" if left else "All 6 are marked"
        frame.locator(".marking-count", has_text=counted).wait_for(timeout=SLOW)
        assert frame.get_by_role("button", name="0.5 points").get_attribute("aria-pressed") == "true"
        opened = "/beside/" if left else f"/queue/{NAME}"
        with page.expect_response(lambda said, opened=opened: opened in said.url and said.ok):
            page.keyboard.press("n")
    frame.locator("tr", has_text="All are marked").wait_for(timeout=SLOW)
    (first, one), (second, other) = alike
    assert {one, other} == {"ada", "ben"} and first == second + 1, "one after the other"
    with graded.gradebook() as gradebook:
        for student in ("ada", "ben", "chloe", "dora"):
            grade = gradebook.find_grade("01-q3", NAME, NAME, student)
            assert (grade.manual_score, grade.needs_manual_grade) == (0.5, False)
