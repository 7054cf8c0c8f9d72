"""The pages for teachers: what each module needs comes from its lesson, what goes wrong from its slips."""

import re
from pathlib import Path

import pytest

from ecotools.docs.chapters import chapters
from ecotools.docs.teaching import KINDS, mistakes, pages
from ecotools.grading.authoring import tasks
from ecotools.grading.course import Course
from ecotools.notebooks import lessons

ROOT = Path(__file__).parents[2]
COURSE, CHAPTERS = Course(ROOT), chapters(ROOT)
PAGE = pages(ROOT)["what-modules-need.md"]
RUBRICS = (ROOT / "docs" / "graded-examples.md").read_text(encoding="utf-8")
GRADED = re.findall(r"^## (\d\d) (.+?)$(.*?)(?=^## |\Z)", RUBRICS, re.MULTILINE | re.DOTALL)


def module(number):
    """Return what the page says of a module."""
    return re.search(rf"^## {number} .+?(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)[0]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_a_module_has_all_that_its_lesson_needs_and_two_or_three_kinds_of_mistakes(chapter):
    said = module(chapter.number)
    asked = lessons.section(chapter.lesson, "What you need").count(" | necessary | ")
    assert said.count("(necessary): ") == asked > 0
    assert 2 <= said.count(" slips, in ") <= 3


def test_links_lead_to_lessons():
    links = re.findall(r"\]\((\.\./[^)#]+)", PAGE)
    assert len(links) > 20
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_nothing_that_only_hidden_tests_show_is_told():
    for chapter in CHAPTERS:
        for task in tasks.load(COURSE.solutions / chapter.name).values():
            shown = {slip.says for slip in task.slips if not slip.hidden_only}
            hidden = {slip.says for slip in task.slips if slip.hidden_only} - shown
            assert [says for says in hidden if says in module(chapter.number)] == []


def test_the_commonest_kind_comes_first(tmp_path):
    percent = '            slip("1", "{n}", says="These are percents, number {n}."),\n'
    text = (
        "from ecotools.grading.authoring.tasks import slip, task\n\n"
        'TASKS = [task("q1", points=1, names="x", examples={"x": "1"}, hidden=["x"], slips=[\n'
        + '            slip("1", "9", says="Do not round."),\n'
        + "".join(percent.format(n=n) for n in (2, 3))
        + '            slip("1", "8", says="Never seen: these are percents.", hidden_only=True),\n])]\n'
    )
    (tmp_path / "tasks.py").write_text(text)
    first, second = mistakes(tmp_path)
    assert first.startswith(
        "**A percent or a count where a share is asked for** (2 slips, in q1). In q1: *These"
    )
    assert second == "**Rounding on the way** (1 slip, in q1). In q1: *Do not round.*"


def test_a_sentence_is_of_one_kind_in_more_than_a_third_of_all_slips():
    says = [
        slip.says
        for chapter in CHAPTERS
        for task in tasks.load(COURSE.solutions / chapter.name).values()
        for slip in task.slips
    ]
    known = sum(any(re.search(words, one) for words in KINDS.values()) for one in says)
    assert known > len(says) / 3


@pytest.mark.parametrize("graded", GRADED, ids=lambda graded: graded[0])
def test_a_rubric_is_that_of_the_task_and_has_an_example_for_each_of_its_rows(graded):
    number, _, text = graded
    (chapter,) = [one for one in CHAPTERS if one.number == number]
    (written,) = [task for task in chapter.assignment.tasks if not task.computed]
    rubric = "\n".join(cell.source for cell in written.of_kind("locked"))
    rows = re.findall(r"^\| (\d) \| .+ \|$", text, re.MULTILINE)
    assert all(
        line in rubric for line in text.splitlines() if line.startswith("| ") and "points |" not in line
    )
    assert re.findall(r"^\*\*(\d) points?\.\*\* \S", text, re.MULTILINE) == rows == ["2", "1", "0"]


def test_at_least_five_rubrics_have_examples():
    assert len(GRADED) >= 5


def test_no_example_is_the_model_answer():
    for number, _, text in GRADED:
        (chapter,) = [one for one in CHAPTERS if one.number == number]
        model = (COURSE.solutions / chapter.name / f"{chapter.name}.ipynb").read_text(encoding="utf-8")
        sentences = re.findall(r"[A-Z][^.>|]{40,}\.", " ".join(re.findall(r"^> (.+)$", text, re.MULTILINE)))
        assert sentences and [one for one in sentences if one in model] == []
