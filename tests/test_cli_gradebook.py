"""Which gradebook is used is one setting of all commands: an option, the environment, the configuration."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import ecotools.cli
from ecotools.cli import main
from ecotools.grading.course import Course
from ecotools.grading.gradebook.deadlines import Deadline, write_deadlines

from .grading.conftest import tiny  # noqa: F401 - a fixture
from .grading.marked import marked  # noqa: F401 - a fixture
from .grading.tiny import NAME

IN_A_COURSE = sorted(
    name for name, command in main.commands.items() if any(p.name == "root" for p in command.params)
)
# Their courses have no people, or, for demo, people of its own in another folder.
WITHOUT = ["collect", "demo", "docs", "mutate", "new-module", "prove", "release"]
# What to say to each of the others, so that it reads or writes the gradebook, and what it then says.
WORDS = {
    "archive": (["{}/a.tar.gz"], "a gradebook with 4 hand-ins"),
    "class-report": ([NAME, "--json"], '"score": 6.5'),
    "due": ([NAME], "4 handed in late: ada, chen, emil, leo"),
    "export": (["--out", "{}/grades.csv"], "written"),
    "extend": (["ada", NAME, "2026-04-01 18:00"], "3 handed in late: chen, emil, leo"),
    "feedback": ([NAME, "--student", "ada", "--jobs", "1", "--json"], '"state": "written"'),
    "forget": (["ada", "--dry-run"], "1 row of student"),
    "grade": ([NAME, "--json"], '"unchanged": true'),
    "new-term": (["2026", "--no-archive", "--dry-run"], "would go"),
    "roster": (["{}/list.csv", "--dry-run"], "leo; zed"),
    "status": (["--json"], '"score":6.5'),
}


@pytest.fixture
def course(marked, tmp_path):  # noqa: F811
    """A course whose gradebook lies elsewhere, and nothing in it that says so."""
    shutil.copytree(marked.root, tmp_path / "course")
    (tmp_path / "course" / "gradebook.db").rename(tmp_path / "other.db")
    (tmp_path / "list.csv").write_text("Name,E-Mail\nBo Ek,bo@example.org\n")
    course = Course(tmp_path / "course")
    write_deadlines(course.root, {NAME: Deadline(due="2026-02-01 18:00 UTC")})
    with course.open_gradebook(tmp_path / "other.db") as gradebook:
        gradebook.add_student("zed")
    return course


def run(*words, **environment):
    return CliRunner(env=environment).invoke(main, [str(word) for word in words])


def test_every_command_in_a_course_has_the_setting_or_opens_no_gradebook():
    with_db = {name for name in IN_A_COURSE if any(p.name == "db" for p in main.commands[name].params)}
    assert with_db == set(IN_A_COURSE) - set(WITHOUT) == set(WORDS)
    for name in with_db:
        (option,) = [p for p in main.commands[name].params if p.name == "db"]
        assert (option.opts, option.envvar, option.default) == (["--db"], "ECOTOOLS_DB", ""), name


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_command_uses_the_gradebook_that_the_option_names(course, tmp_path, name):
    words, said = WORDS[name]
    words = [word.format(tmp_path) for word in words]
    done = run(name, *words, "--course", course.root, "--db", f"sqlite:///{tmp_path / 'other.db'}")
    assert isinstance(done.exception, (SystemExit, type(None))), done.exception
    assert said in done.output, done.output
    assert not (course.root / "gradebook.db").exists()
    if name == "feedback":
        page = (course.feedback / "ada" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
        assert "Well <em>argued</em>" in page


@pytest.mark.parametrize("way", ["environment", "configuration", "both", "option"])
def test_the_option_comes_before_the_environment_and_that_before_the_configuration(course, tmp_path, way):
    other, wrong = (f"sqlite:///{tmp_path / name}" for name in ("other.db", "wrong.db"))
    file = course.root / "nbgrader_config.py"
    if way != "environment":
        configured = other if way == "configuration" else wrong
        file.write_text(f"{file.read_text()}\nc.CourseDirectory.db_url = {configured!r}\n")
    environment = {"environment": other, "both": other, "option": wrong}.get(way, "")
    words = ["--db", other] if way == "option" else []
    done = run("status", "--json", "--course", course.root, *words, ECOTOOLS_DB=environment)
    assert {row["student"]: row["score"] for row in json.loads(done.output)}["ada"] == 6.5
    assert not (tmp_path / "wrong.db").exists() and not (course.root / "gradebook.db").exists()


@pytest.mark.parametrize("name", sorted({*WITHOUT} - {"demo", "prove", "mutate"}))
def test_a_command_without_the_setting_opens_none(course, tmp_path, monkeypatch, name):
    def opened(*given):
        raise AssertionError("a gradebook was opened")

    monkeypatch.setattr(Course, "open_gradebook", opened)
    words = {
        "collect": [course.submitted, "--dry-run"],
        "docs": ["--check"],
        "new-module": ["02-more"],
        "release": ["--unproven"],
    }[name]
    done = run(name, *words, "--course", course.root)
    assert done.exit_code in (0, 1) and isinstance(done.exception, (SystemExit, type(None))), done.exception


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("other.db", "'other.db' is no address of a gradebook; expected one like sqlite:///gradebook.db"),
        ("nonsense://grader:secret@host/name", "nonsense://grader:***@host/name: the gradebook cannot be"),
        ("sqlite:////nowhere/at/all.db", None),
        ("postgresql+psycopg://grader:secret@127.0.0.1:9/none", "cannot be opened"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_without_its_password(course, url, why):
    done = run("status", "--course", course.root, "--db", url)
    said = " ".join(done.output.split())
    assert "secret" not in said
    if why is None:
        assert done.exit_code == 0, "before anything was graded there is none"
    else:
        assert done.exit_code == 1 and why in said, said


def test_commands_find_their_course_in_one_place():
    found = {
        file.name
        for file in Path(ecotools.cli.__file__).parent.glob("*.py")
        if "Course.find(" in file.read_text()
    }
    assert found == {"common.py", "notebooks.py", "grading.py"}, "lint and doctor look at no gradebook"
