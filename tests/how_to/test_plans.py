"""The plans of a term and of a week agree with what the modules need and how long they take."""

import re

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.docs.chapters import chapters
from ecotools.docs.teaching import needed_modules
from ecotools.grading.course import CONFIG

from .pages import ROOT, commands, page

CHAPTERS = {chapter.number: chapter for chapter in chapters(ROOT)}
ROW = re.compile(r"^\| (\d+) \| \[(\d\d) .+?\]\(\.\./\.\./(.+?)\) \| (\d+) \+ (\d+) \|", re.MULTILINE)
MOST = 6.5 * 60
"""Minutes of a day in an intensive week, with time to talk."""


def plan(name):
    """Return (when, number of the module, its link, minutes of the lesson, minutes of the assignment)."""
    return [
        (int(when), number, link, int(lesson), int(assignment))
        for when, number, link, lesson, assignment in ROW.findall(page(name))
    ]


@pytest.mark.parametrize("name", ["teach-a-term", "teach-a-week"])
def test_each_module_of_a_plan_comes_after_those_that_it_needs(name):
    before = []
    for _, number, link, _, _ in plan(name):
        assert set(needed_modules(CHAPTERS[number])) <= set(before), f"{number} needs more than {before}"
        assert (ROOT / link).exists() and f"/{number}-" in link
        before.append(number)


@pytest.mark.parametrize("name", ["teach-a-term", "teach-a-week"])
def test_the_minutes_are_those_that_the_notebooks_say(name):
    for _, number, _, lesson, assignment in plan(name):
        chapter = CHAPTERS[number]
        assert lesson == chapter.minutes
        assert assignment == chapter.assignment_minutes or (assignment == 0 and name == "teach-a-week")


def test_a_term_has_every_module_in_a_week_of_its_own():
    assert [(when, number) for when, number, *_ in plan("teach-a-term")] == [
        (int(number) + 1, number) for number in CHAPTERS
    ]


def test_a_day_of_the_week_is_not_too_long():
    days = {}
    for when, _, _, lesson, assignment in plan("teach-a-week"):
        days[when] = days.get(when, 0) + lesson + assignment
    assert list(days) == [1, 2, 3, 4, 5] and max(days.values()) <= MOST


@pytest.mark.parametrize("instead", [["05", "07"], ["05", "09"]], ids=["communities", "automation"])
def test_other_choices_for_a_week_have_what_they_need(instead):
    assert f"{instead[0]} and" in page("teach-a-week")
    chosen = [number for _, number, *_ in plan("teach-a-week")]
    for old, new in zip(["03", "10"], instead, strict=True):
        chosen[chosen.index(old)] = new
    order = sorted(chosen)
    assert all(set(needed_modules(CHAPTERS[one])) <= set(order[: order.index(one)]) for one in order)


@pytest.mark.parametrize(
    ("weeks", "without"), [("ten", ["01", "08", "09", "11"]), ("Twelve", ["09", "11"])], ids=["ten", "twelve"]
)
def test_a_shorter_term_leaves_out_nothing_that_another_module_needs(weeks, without):
    assert f"{weeks} weeks" in page("teach-a-term")
    kept = [number for number in CHAPTERS if number not in without]
    assert all(set(needed_modules(CHAPTERS[number])) <= set(kept) for number in kept)


def test_each_assignment_has_a_due_date_a_week_or_more_after_the_one_before():
    lines = [words for words in commands("teach-a-term") if words[0] == "due"]
    assert [words[1] for words in lines] == [chapter.name for chapter in CHAPTERS.values()]
    days = [words[2] for words in lines]
    assert days == sorted(days) and len(set(days)) == len(days)


def test_a_due_date_can_be_set_as_it_stands_there(tmp_path):
    (tmp_path / CONFIG).write_text("c = get_config()\nc.CourseDirectory.course_id = 'term'\n")
    source = tmp_path / "source" / "01-ecosystems"
    source.mkdir(parents=True)
    notebook = ROOT / "exercises" / "01-ecosystems" / "01-ecosystems.ipynb"
    (source / notebook.name).write_bytes(notebook.read_bytes())
    (words,) = [words for words in commands("teach-a-term") if words[:2] == ["due", "01-ecosystems"]]
    result = CliRunner().invoke(main, [*words, "--course", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0 and "2026-10-25" in result.output


def test_more_than_nine_in_ten_points_are_given_without_a_person():
    assert "More than nine in ten of the points" in page("teach-a-term")
    tasks = [task for chapter in CHAPTERS.values() for task in chapter.assignment.tasks]
    by_hand = sum(task.points for task in tasks if not task.computed)
    assert 0 < by_hand / sum(task.points for task in tasks) < 0.1
