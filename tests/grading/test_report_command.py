"""`ecotools class-report` says where the page lies and what needs a person, to people and to scripts."""

import json

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.notebooks import new, write

from .classes import TASKS, class_of_60
from .tiny import NAME, cells, make_course


def run(*words):
    """Return exit code and text of `ecotools class-report`; an exception that is no message fails."""
    result = CliRunner().invoke(main, ["class-report", *map(str, words)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def sixty(tmp_path, monkeypatch):
    found = class_of_60()
    monkeypatch.setattr("ecotools.grading.gradebook.results.collect", lambda *_: found)
    course = make_course(tmp_path / "course")
    for name in TASKS:
        write(new(cells().values()), course.solutions / name / f"{name}.ipynb")
    return course


def test_it_prints_the_class_what_needs_a_person_and_where_the_page_lies(sixty, tmp_path):
    code, text = run("--course", sixty.root, "--out", tmp_path)
    assert code == 0 and "student-59" in text
    assert "2 hand-ins flagged: read the evidence in the report, then the hand-in.\n" in text
    assert text.endswith(f"The report: {tmp_path / 'report.html'}\n") and (tmp_path / "by_task.csv").exists()


def test_quietly_it_prints_the_page_only(sixty, tmp_path):
    assert run("-q", "--course", sixty.root, "--out", tmp_path) == (0, f"{tmp_path / 'report.html'}\n")


def test_scripts_get_json_without_nan(sixty, tmp_path):
    code, text = run("--json", "--course", sixty.root, "--out", tmp_path)
    data = json.loads(text, parse_constant=pytest.fail)
    assert code == 0 and data["report"] == str(tmp_path / "report.html")
    assert len(data["hand_ins"]) == 120 and "51 answers to mark in the formgrader." in data["needs_a_person"]
    assert data["hand_ins"][-1]["score"] is None, "a hand-in that could not be graded"


def test_before_anything_is_handed_in_it_says_so(tiny, tmp_path):
    assert run(NAME, "--course", tiny.root, "--out", tmp_path) == (0, "Nothing was handed in.\n")
    assert (tmp_path / "report.html").exists()


def test_an_assignment_that_is_not_there_and_a_folder_that_cannot_be_are_named(tiny, tmp_path):
    code, text = run("07-x", "--course", tiny.root)
    assert code == 1 and "no assignment '07-x'; there are: 01-tiny" in text
    file = tmp_path / "file"
    file.write_text("")
    assert run("--course", tiny.root, "--out", file)[0] == 2
    code, text = run("--course", tiny.root, "--out", file / "report")
    assert code == 1 and f"{file / 'report'}: the report cannot be written: " in text
