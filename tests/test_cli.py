"""The commands say what they did, name what is wrong, and end with the code that scripts expect."""

import json
import shutil
from unittest.mock import Mock

import pytest
from click.testing import CliRunner

from ecotools import __version__
from ecotools.cli import main
from ecotools.grading.authoring import proof_status
from ecotools.grading.authoring.proof import ProofError
from ecotools.grading.course import Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.notebooks import dumps, new, read, write

from .grading.conftest import needs_fork, tiny  # noqa: F401 - a fixture
from .grading.tiny import LOST_CHECK, NAME, make_course


def run(*words):
    """Return exit code and text of a command; an exception that is no message fails the test."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def test_it_says_its_version_and_its_commands():
    assert __version__ in run("--version")[1]
    commands = run("--help")[1]
    for name in ("demo", "format", "grade", "lint", "mutate", "prove", "release", "run", "status"):
        assert f"  {name} " in commands


def test_every_command_says_its_exit_codes_and_prints_json_for_scripts():
    for name, command in main.commands.items():
        options = {text for one in command.params for text in one.opts}
        assert "--json" in options, name
        said = " ".join(command.help.split())
        assert "Exit codes: 0 " in said and (", 2 usage error" in said or name == "doctor"), name


def test_an_unknown_option_ends_with_2():
    assert run("grade", "--nonsense")[0] == 2


class TestFormat:
    @pytest.fixture
    def file(self, tmp_path):
        file = tmp_path / "course" / "a.ipynb"
        file.parent.mkdir()
        file.write_text(json.dumps(new(["# A"]), indent=3))
        return file

    def test_check_names_the_file_and_writes_nothing(self, file):
        before = file.read_text()
        code, text = run("format", "--check", file.parent)
        assert code == 1 and f"not in canonical form: {file}" in text and file.read_text() == before

    def test_it_writes_the_canonical_form(self, file):
        assert run("format", file) == (0, f"formatted: {file}\n")
        assert file.read_text() == dumps(new(["# A"]))
        assert run("format", "--check", file) == (0, "")

    def test_without_paths_it_takes_the_courses_own(self, file, monkeypatch):
        monkeypatch.chdir(file.parents[1])
        assert run("format") == (0, "formatted: course/a.ipynb\n")

    def test_a_file_that_is_no_notebook_is_an_error_with_its_name(self, tmp_path):
        (tmp_path / "b.ipynb").write_text("{")
        code, text = run("format", tmp_path)
        assert code == 1 and "b.ipynb: not a notebook: line 1" in text


def test_lint_lists_findings_and_ends_with_1(tmp_path):
    file = write(new(["## A", "![](x.png)"]), tmp_path / "a.ipynb")
    code, text = run("lint", file)
    assert code == 1 and "an image without alt text" in text and text.endswith("findings.\n")
    assert run("lint", write(new(["# A"]), tmp_path / "b.ipynb")) == (0, "")


def test_lint_says_how_a_lesson_refers_to_the_guides(tmp_path):
    (tmp_path / "course").mkdir()
    text = "# A\n\n## References\n\n- The *ecosystem guide*, section 4, 7: bundles."
    code, found = run("lint", write(new([text]), tmp_path / "course" / "05-a.ipynb"))
    assert code == 1 and "'section 4, 7' must be written 'sections 4 and 7'" in " ".join(found.split())


def test_run_executes_with_parameters_and_names_what_failed(tmp_path):
    cells = [("code", "n = 1", {"tags": ["parameters"]}), ("code", "sum(n) / n[0]")]
    files = [
        write(new(cells), tmp_path / "fine.ipynb"),
        write(new([cells[0], ("code", "1 / 0")]), tmp_path / "bad.ipynb"),
    ]
    code, text = run("run", *files, "--out", tmp_path / "out", "-p", "n", "[1, 2]", "--jobs", 1)
    assert code == 1 and "bad.ipynb, cell 2" in text and "1 finding." in text
    assert read(tmp_path / "out" / "fine.ipynb").cells[-1].outputs[0].data["text/plain"] == "3.0"


def test_run_says_what_to_do_with_a_notebook_that_names_no_kernel(tmp_path):
    file = write(new(["# A"]), tmp_path / "a.ipynb")
    data = json.loads(file.read_text())
    del data["metadata"]["kernelspec"]
    file.write_text(json.dumps(data))
    code, text = run("run", file, "--out", tmp_path / "out", "--jobs", 1)
    assert code == 1 and "ecotools format" in text.replace("\n", " ")


class TestCourse:
    def test_release_writes_checks_and_names_what_differs(self, tmp_path):
        course = make_course(tmp_path)
        code, text = run("release", "--check", "--course", tmp_path)
        assert code == 1 and "not released yet" in text
        assert run("release", "--course", tmp_path)[0] == 0
        assert run("release", "--check", "--course", tmp_path) == (0, "")
        (course.exercises / NAME / "more.csv").write_text("1")
        assert run("release", NAME, "--check", "--course", tmp_path)[0] == 1

    def test_release_refuses_a_source_built_wrongly(self, tmp_path):
        make_course(tmp_path, lost_check=LOST_CHECK.replace("points=3", "points=4"))
        code, text = run("release", "--course", tmp_path)
        assert code == 1 and "01-q2-check" in text and "Mend what is named, then release again" in text
        code, text = run("prove", "--course", tmp_path)
        assert code == 1 and "01-q2-check" in text and f"run ecotools release {NAME}, then prove it" in text

    def test_outside_of_a_course_or_without_such_an_assignment_it_says_so(self, tmp_path, monkeypatch):
        monkeypatch.chdir("/")
        assert "is not inside a course" in run("status")[1]
        make_course(tmp_path)
        code, text = run("grade", "09-none", "--course", tmp_path)
        assert code == 1 and "no assignment '09-none'; there are: 01-tiny" in text

    @needs_fork
    def test_prove_and_mutate_end_with_1_when_a_check_is_not_proven(self, tiny, tmp_path):  # noqa: F811
        lax = "\n".join(line for line in LOST_CHECK.split("\n") if "970" not in line)
        course = make_course(tmp_path, lost_check=lax)
        shutil.copytree(tiny.exercises, course.exercises)
        code, text = run("prove", "--course", tmp_path)
        assert code == 1 and "'first step only': a wrong answer gets full points" in text
        code, text = run("mutate", NAME, "--course", tmp_path)
        assert code == 1 and "gets full points" in text and "of 10 refused" in text

    @needs_fork
    def test_release_publishes_nothing_that_is_not_proven_unless_it_is_told_to(self, tmp_path):
        lax = "\n".join(line for line in LOST_CHECK.split("\n") if "970" not in line)
        course = make_course(tmp_path, lost_check=lax)
        code, text = run("release", "--course", tmp_path)
        assert code == 1 and "'first step only': a wrong answer gets full points" in text
        assert "refused: 01-tiny" in text and not course.exercises.exists()
        code, text = run("release", "--unproven", "--json", "--course", tmp_path)
        assert (code, json.loads(text)["released"]) == (0, [NAME]) and (course.exercises / NAME).exists()

    @needs_fork
    def test_what_was_proven_is_not_tried_again_until_it_changes(self, tmp_path, monkeypatch):
        course = make_course(tmp_path)
        assert run("release", "--course", tmp_path)[0] == 0
        monkeypatch.setattr(proof_status, "prove_assignment", Mock(side_effect=ProofError("tried again")))
        assert run("release", "--course", tmp_path)[0] == 0
        file = course.solutions / NAME / "probes.py"
        file.write_text(file.read_text() + "# changed\n")
        code, text = run("release", "--course", tmp_path, "--json")
        assert code == 1 and json.loads(text) == {"released": [], "in_place": {}, "findings": ["tried again"]}

    def test_of_one_student_what_is_there_is_graded_and_who_has_nothing_is_named(self, tiny, tmp_path):  # noqa: F811
        shutil.copytree(tiny.root, tmp_path / "course")
        course = Course(tmp_path / "course")
        shutil.copytree(course.solutions / NAME, course.solutions / "02-more")
        (course.solutions / "02-more" / f"{NAME}.ipynb").rename(
            course.solutions / "02-more" / "02-more.ipynb"
        )
        for student in ("ada", "bola"):
            hand_in(course, NAME, student, "untouched")
        said = run("grade", "--course", course.root, "--student", "ada", "--student", "zoe", "--json")
        data = json.loads(said[1])
        assert said[0] == 1 and [(one["student"], one["error"]) for one in data["handins"]] == [("ada", "")]
        assert data["absent"] == [f"{course.submitted}: zoe has handed in none of {NAME}, 02-more"]
        assert run("grade", "--course", course.root, "--student", "ada", "-q") == (0, "")

    def test_every_command_of_a_class_speaks_json(self, tiny, tmp_path):  # noqa: F811
        code, text = run("status", "--json", "--course", tiny.root)
        assert (code, json.loads(text)) == (0, [])
        code, text = run("release", "--check", "--json", "--course", tiny.root)
        assert (code, json.loads(text)["findings"]) == (0, [])
        code, text = run("lint", "--json", tiny.root / "course")
        assert isinstance(json.loads(text)["findings"], list) and code == bool(json.loads(text)["findings"])
        code, text = run("format", "--check", "--json", tiny.root / "course")
        assert (code, json.loads(text)) == (0, {"formatted": False, "files": []})

    def test_status_and_grade_say_when_nothing_was_handed_in(self, tiny):  # noqa: F811
        assert run("status", "--course", tiny.root) == (0, "Nothing was handed in.\n")
        code, text = run("grade", "--course", tiny.root)
        assert code == 0 and "Nothing was handed in." in text

    def test_demo_runs_the_whole_loop_in_its_folder_only(self, tmp_path):
        course = make_course(tmp_path / "course")
        before = sorted(path for path in course.root.rglob("*") if path.is_file())
        (tmp_path / "demo").mkdir()
        (tmp_path / "demo" / "mine.txt").write_text("kept")
        code, text = run("demo", "--course", course.root, "--out", tmp_path / "demo", "--jobs", 1)
        assert code == 0, text
        assert "Points of the class" in text and "5 of 6 + 1 to mark" in text and "not graded" in text
        assert str(tmp_path / "demo" / "report" / "report.html") in text
        assert (tmp_path / "demo" / "lessons" / "01-tiny.ipynb").exists()
        assert (tmp_path / "demo" / "mine.txt").read_text() == "kept"
        assert sorted(path for path in course.root.rglob("*") if path.is_file()) == before
        assert "1 task to mark" in run("status", "--course", tmp_path / "demo")[1]
