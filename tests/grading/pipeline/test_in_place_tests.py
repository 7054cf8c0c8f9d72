"""Tests that cannot be judged are found once, with the reference solution, and named to the instructor."""

import json

import pytest

from ecotools.grading.authoring.release import run_in_place
from ecotools.grading.doctor import examine
from ecotools.grading.execute import ways
from ecotools.grading.execute.job import NOT_RUN, OK
from ecotools.grading.judge.plan import make_plan
from ecotools.grading.pipeline.in_place_tests import NOTED, in_words, known_tests, planned, unpassed
from ecotools.grading.pipeline.journal import folder_of
from ecotools.grading.pipeline.snapshot import SourceNotebook

from ..execute.conftest import sandboxed  # noqa: F401
from ..execute.courts import source
from ..tiny import NAME, make_course

CELLS = (
    "import matplotlib.pyplot as plt",
    "answer: def double(n):\n    return 2 * n",
    "test: assert double(4) == 8",
    "answer: def draw():\n    plt.plot([1, 2])",
    "test: draw()\nassert plt.gcf().axes[0].lines",
    "answer: class Shop:\n    def __init__(self, name):\n        self.name = name\n    def greet(self):\n"
    "        return 'at ' + self.name",
    "test: assert Shop('Q').greet() == 'at Q'",
    "answer: def save():\n    with open('out.txt', 'w') as file:\n        file.write('done')",
    "test: save()\nassert open('out.txt').read() == 'done'",
    "test: cases = [1, 2]\nassert double(cases[0]) == 2",
    "answer: seen = [double(n) for n in cases]",
    "test: assert seen == [2, 4]",
    "test: assert double(1) == 3",
)


def notebook(cells=CELLS):
    code = source(*cells)
    return SourceNotebook("nb", None, (), ("matplotlib.pyplot",), code, make_plan(code))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("course") / "grading"


@pytest.fixture(scope="module")
def plan(sandboxed, folder):  # noqa: F811
    return planned("01-a", notebook(), {}, "forked", folder).plan


def test_a_figure_methods_a_file_and_helpers_of_later_answers_run_in_the_hand_in_s_process(plan):
    assert plan.in_place == ("q4", "q6", "q8", "q9")


def test_tests_that_ask_for_values_are_judged(plan):
    assert plan.test("q2") and plan.test("q11")


def test_a_test_that_the_reference_fails_in_both_processes_stays_with_the_judge(plan):
    assert plan.test("q12") is not None


def test_it_is_looked_for_once_and_again_when_the_notebook_changed(plan, folder, monkeypatch):
    ran, execute = [], ways.EXECUTE["forked"]
    monkeypatch.setitem(ways.EXECUTE, "forked", lambda job: ran.append(job) or execute(job))
    assert planned("01-a", notebook(), {}, "forked", folder).plan == plan and ran == []
    planned("01-a", notebook(CELLS[:3]), {}, "forked", folder)
    assert len(ran) == 1
    planned("01-a", notebook(), {}, "forked", folder)


def test_the_reference_runs_where_it_is_told_to(tmp_path):
    asked = []
    found = planned(
        "01-a",
        notebook(CELLS[:3]),
        {},
        "forked",
        tmp_path,
        lambda *given: asked.append(given) or ({"q2"}, set()),
    )
    assert found.plan.in_place == ("q2",) and len(asked) == 1


def test_what_is_kept_may_be_damaged(sandboxed, tmp_path):  # noqa: F811
    for text in ("", "[", "[]", "3", "null"):
        (tmp_path / NOTED).write_text(text)
        assert planned("01-a", notebook(CELLS[:3]), {}, "forked", tmp_path).plan.in_place == ()


def test_known_tests_are_told_by_assignment(plan, folder):
    assert known_tests(folder)["01-a"] == ["q4", "q6", "q8", "q9"]
    assert in_words(known_tests(folder)) == "q4, q6, q8, q9 of 01-a"
    assert known_tests(folder / "none") == {}


def test_the_reference_passes_where_the_plan_puts_its_tests(plan, sandboxed):  # noqa: F811
    from ..execute.courts import tried, verdicts

    execution = tried("forked", CELLS, [], in_place=plan.in_place)
    assert [status for status in verdicts(execution) if status not in {OK, NOT_RUN}] == ["error"]


def noted(course, tests):
    folder = folder_of(course.root)
    folder.mkdir(parents=True, exist_ok=True)
    one = {"made_from": "", "tests": tests, "in_place": tests}
    (folder / NOTED).write_text(json.dumps({f"{NAME}/{NAME}": one}))


def test_the_doctor_names_them(tiny):
    before = examine(tiny)[-1]
    assert before.good and before.found == "none known"
    noted(tiny, ["01-q2-check"])
    try:
        finding = examine(tiny)[-1]
    finally:
        (folder_of(tiny.root) / NOTED).unlink()
    assert not finding.good and "01-q2-check of 01-tiny" in finding.found


def test_the_release_names_them(sandboxed, tmp_path):  # noqa: F811
    course = make_course(tmp_path, share_check="share(1, 2)\nassert share.__code__.co_argcount == 2")
    assert run_in_place(course, NAME) == ("01-q1-check",)
    assert known_tests(folder_of(course.root)) == {NAME: ["01-q1-check"]}


def test_outside_of_a_course_the_doctor_looks_at_the_machine_only():
    assert "Tests in a hand-in's process" not in [one.what for one in examine()]


def test_tests_that_the_reference_passes_nowhere_are_kept_too(plan, folder):
    assert unpassed(folder) == {"01-a": {"nb": ["q12"]}} and unpassed(folder / "none") == {}
