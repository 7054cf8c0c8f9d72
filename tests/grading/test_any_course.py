"""A course that was never made for ecotools is graded in its folder as it is, to the scores of nbgrader."""

import json
import shutil
import warnings
from pathlib import Path

import nbgrader
import pytest
from alembic.script import ScriptDirectory
from click.testing import CliRunner
from nbgrader.api import Gradebook
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import text

from ecotools.cli import main
from ecotools.grading.course import Course, NoCourseError
from ecotools.grading.grade import grade_assignment
from ecotools.grading.gradebook.configuration import ConfigurationError
from ecotools.grading.gradebook.converter import Generate
from ecotools.grading.gradebook.results import of_class
from ecotools.grading.gradebook.revision import newest
from ecotools.grading.settings import GradingError, limits

from .foreign import CUBE, SQUARE, hand_in, write_old

ODD = """
c = get_config()
c.CourseDirectory.course_id = "odd"
c.CourseDirectory.source_directory = "vorlagen"
c.CourseDirectory.release_directory = "ausgabe"
c.CourseDirectory.submitted_directory = "abgaben"
c.CourseDirectory.autograded_directory = "bewertet"
c.CourseDirectory.feedback_directory = "antworten"
c.CourseDirectory.directory_structure = "{nbgrader_step}/{assignment_id}/{student_id}"
c.CourseDirectory.db_url = "sqlite:///noten.db"
c.CourseDirectory.ignore.append("*.tmp")
c.CourseDirectory.student_id_exclude = "guest"
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError('your turn')"}
c.Autograde.exclude_overwriting.update({"ps 1": ["mine.py"]})
c.GenerateAssignment.post_convert_hook = lambda **what: open("released.txt", "w").close()
"""
RIGHT = {"square": "def square(x):\n    return x ** 2", "cube": "cube = 27", "why": "Since 3 * 3 * 3."}


def scores(file):
    """Return what a gradebook says of each graded cell, with nothing that is ecotools's."""
    with Gradebook(f"sqlite:///{file}") as gradebook:
        return {
            (assignment.name, submission.student.id, notebook.name, grade.name): (
                grade.auto_score,
                grade.manual_score,
                grade.max_score,
                grade.needs_manual_grade,
            )
            for assignment in gradebook.assignments
            for submission in gradebook.assignment_submissions(assignment.name)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def graded_by_ours(folder):
    """Run the command in a folder, as an instructor would; return what it said."""
    said = CliRunner().invoke(main, ["grade", "--course", str(folder), "-q"], catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return said.output


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# What students hand in for the example of nbgrader itself: two notebooks, in an old format, with a header.
ANSWERS = {
    "ada": {
        "squares": "def squares(n):\n    if n < 1:\n        raise ValueError(n)\n"
        "    return [i * i for i in range(1, n + 1)]",
        "sum_of_squares": "def sum_of_squares(n):\n    return sum(squares(n))",
        "sum_of_squares_equation": r"$\sum i^2$",
        "part-a": "It counts rabbits.",
    },
    "chen": {
        "squares": "def squares(n):\n    return [i * i for i in range(1, n + 1)]",
        "sum_of_squares": "def sum_of_squares(n):\n    return sum(i * i for i in range(1, n + 1))",
    },
    "emil": {},
}


# What ``nbgrader quickstart`` writes into the configuration of its example.
EXAMPLE = """
c = get_config()
c.CourseDirectory.course_id = "course101"
c.IncludeHeaderFooter.header = "source/header.ipynb"
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The course that ``nbgrader quickstart`` makes, graded by nbgrader, and a copy of it graded by ours."""
    stock = tmp_path_factory.mktemp("quickstart") / "stock"
    shutil.copytree(
        Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide" / "source",
        stock / "source",
        ignore=shutil.ignore_patterns("*.html", "autotests.yml", "ps1_autotest"),
    )
    (stock / "nbgrader_config.py").write_text(EXAMPLE)
    api = Course.find(stock).api()
    succeed(api.generate_assignment("ps1"))
    for student, answers in ANSWERS.items():
        hand_in(stock / "release" / "ps1", stock / "submitted" / student / "ps1", answers)
    (stock / "submitted" / "emil" / "ps1" / "problem2.ipynb").unlink()
    ours = shutil.copytree(stock, stock.parent / "ours")
    (ours / "gradebook.db").unlink()
    before = files_of(ours)
    graded_by_ours(ours)
    assert {path: data for path, data in files_of(ours).items() if path in before} == before
    with warnings.catch_warnings():  # stock asks SQLAlchemy for objects of a session it has closed
        warnings.simplefilter("ignore")
        succeed(api.autograde("ps1", "*"))
    return stock, ours


def succeed(result):
    assert result["success"], result["log"]


class TestTheExampleOfNbgraderItself:
    def test_each_cell_has_the_score_that_stock_gives(self, example):
        stock, ours = (scores(folder / "gradebook.db") for folder in example)
        assert ours == stock and len(ours) == 3 * 9

    def test_the_table_of_the_class_counts_all_notebooks_and_tasks(self, example):
        table = of_class(Course.find(example[1]), ["ps1"]).set_index("student")
        assert table["points"].tolist() == [13] * 3
        assert table["score"].to_dict() == {"ada": 3, "chen": 1.5, "emil": 0}

    def test_its_new_gradebook_is_of_the_newest_version_that_alembic_knows(self, example):
        with Gradebook(f"sqlite:///{example[1] / 'gradebook.db'}") as gradebook:
            stamps = gradebook.db.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
        assert stamps == ScriptDirectory(ALEMBIC_DIR).get_heads() == [newest()]

    def test_feedback_and_export_know_it(self, example):
        said = CliRunner().invoke(
            main, ["feedback", "--course", str(example[1]), "--student", "ada", "--jobs", "1"]
        )
        assert said.exit_code == 0, said.output
        pages = {path.name for path in (example[1] / "feedback" / "ada" / "ps1").glob("*.html")}
        assert pages == {"problem1.html", "problem2.html"}
        out = example[1] / "export.csv"
        assert (
            CliRunner().invoke(main, ["export", "--course", str(example[1]), "--out", str(out)]).exit_code
            == 1
        )
        assert {line.split(",")[0] for line in out.read_text().splitlines()} == {"student", *ANSWERS}


def test_with_other_names_places_and_patterns_it_is_graded_where_it_says_and_nowhere_else(tmp_path):
    folder = tmp_path / "Übung {1} [a]"
    for name, cells in {"quadrat": SQUARE, "würfel": CUBE}.items():
        write_old(cells, folder / "vorlagen" / "ps 1" / "." / f"{name}.ipynb")
    for name in ("mine.py", "ours.py"):
        (folder / "vorlagen" / "ps 1" / name).write_text("of = 'the course'")
    (folder / "nbgrader_config.py").write_text(ODD)
    course = Course.find(folder)
    assert course.names() == ["ps 1"]
    made = Generate(course, "ps 1", tmp_path, database=False)
    made.start()
    assert "your turn" in (made.made / "quadrat.ipynb").read_text()
    for student, answers in {"ada": RIGHT, "chen": {"cube": "cube = 27"}, "guest": RIGHT}.items():
        place = hand_in(made.made, course.handed_in(student, "ps 1"), answers)
        (place / "left.tmp").write_text("not to be kept")
        (place / "kept.txt").write_text("to be kept")
        for name in ("mine.py", "ours.py"):
            (place / name).write_text("of = 'the student'")
    assert (folder / "abgaben" / "ps 1" / "ada" / "quadrat.ipynb").exists()
    assert course.everybody() == ["ada", "chen", "guest"] and course.students("ps 1") == ["ada", "chen"]
    graded_by_ours(folder / "vorlagen")
    found = scores(folder / "noten.db")
    assert {key[1:]: value[0] for key, value in found.items()} == {
        ("ada", "quadrat", "test_square"): 2,
        ("ada", "würfel", "test_cube"): 1,
        ("ada", "würfel", "why"): None,
        ("chen", "quadrat", "test_square"): 0,
        ("chen", "würfel", "test_cube"): 1,
        ("chen", "würfel", "why"): 0,
    }
    kept = {path.name: path for path in (folder / "bewertet" / "ps 1" / "ada").iterdir()}
    assert set(kept) == {"quadrat.ipynb", "würfel.ipynb", "kept.txt", "mine.py", "ours.py"}
    assert "student" in kept["mine.py"].read_text() and "course" in kept["ours.py"].read_text()
    for name in ("ausgabe", "released.txt", "gradebook.db", "autograded"):
        assert not (folder / name).exists(), name


def test_a_new_gradebook_needs_no_command_on_the_path(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    course = Course(tmp_path)
    course.open_gradebook().close()
    assert course.gradebook_file == tmp_path / "gradebook.db" and course.gradebook_file.exists()


@pytest.mark.parametrize(
    ("said", "asked", "cpu", "wall"),
    [
        ("", {}, 30, 60),
        ("c.Execute.timeout = 30", {}, 30, 60),
        ("c.Execute.timeout = 600", {}, 600, 600),
        ("c.Execute.timeout = None", {}, 3600, 3600),
        ("c.Execute.timeout = 600", {"cpu": 5}, 5, 600),
        ("", {"cpu": 90}, 90, 90),
    ],
)
def test_a_cell_has_the_time_that_the_course_gives_it_if_that_is_more(tmp_path, said, asked, cpu, wall):
    (tmp_path / "nbgrader_config.py").write_text(said)
    found = limits(Course(tmp_path), **{"cpu": None, "wall": None, "memory": 100} | asked)
    assert (found.cpu, found.wall, found.memory) == (cpu, wall, 100 * 2**20)
    assert found.total >= 2 * wall


def test_an_assignment_in_another_language_is_refused_by_name(tmp_path):
    file = tmp_path / "source" / "ps1" / "square.ipynb"
    write_old(SQUARE, file)
    notebook = json.loads(file.read_text())
    notebook["metadata"]["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}
    file.write_text(json.dumps(notebook))
    write_old(SQUARE, tmp_path / "submitted" / "ada" / "ps1" / "square.ipynb")
    with pytest.raises(GradingError, match=r"square.ipynb: its language is R; only Python is graded"):
        grade_assignment(Course(tmp_path), "ps1")


class TestWhereACourseIs:
    def test_without_a_configuration_a_source_folder_with_an_assignment_makes_one(
        self, tmp_path, monkeypatch
    ):
        monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
        folder = tmp_path / "plain"
        write_old(SQUARE, folder / "source" / "ps1" / "square.ipynb")
        (folder / "notes").mkdir()
        for start in (folder, folder / "notes", folder / "source" / "ps1"):
            assert Course.find(start) == Course(folder)
        assert Course(folder).names() == ["ps1"]
        assert Course(folder).handed_in("ada", "ps1") == folder / "submitted" / "ada" / "ps1"
        with pytest.raises(
            NoCourseError, match=r"no nbgrader_config.py, and no source/ with an assignment, here"
        ):
            Course.find(tmp_path)

    def test_the_user_s_own_configuration_names_folders_and_the_course(self, tmp_path, monkeypatch):
        home, elsewhere = tmp_path / "jupyter", tmp_path / "elsewhere"
        monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(home))
        home.mkdir()
        write_old(SQUARE, elsewhere / "masters" / "ps1" / "square.ipynb")
        settings = {"CourseDirectory": {"root": str(elsewhere), "source_directory": "masters"}}
        (home / "nbgrader_config.json").write_text(json.dumps(settings))
        assert Course.find(tmp_path) == Course(elsewhere)
        assert Course.find(tmp_path).names() == ["ps1"]

    def test_what_the_course_folder_says_wins_over_what_the_user_s_says(self, tmp_path, monkeypatch):
        monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
        (tmp_path / "jupyter").mkdir()
        for folder, name in ((tmp_path / "jupyter", "masters"), (tmp_path, "templates")):
            (folder / "nbgrader_config.py").write_text(f"c.CourseDirectory.source_directory = {name!r}")
        assert Course.find(tmp_path).solutions == tmp_path / "templates"

    def test_names_of_older_versions_of_nbgrader_are_understood(self, tmp_path):
        (tmp_path / "nbgrader_config.py").write_text("c.NbGrader.source_directory = 'masters'")
        assert Course.find(tmp_path).solutions == tmp_path / "masters"

    def test_a_configuration_that_cannot_be_run_is_named(self, tmp_path):
        (tmp_path / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.root = nowhere")
        with pytest.raises(ConfigurationError, match=r"nbgrader_config.py: .*cannot be read: NameError"):
            Course.find(tmp_path)
        said = CliRunner().invoke(main, ["grade", "--course", str(tmp_path)])
        assert said.exit_code == 1 and "NameError" in said.output and "Traceback" not in said.output

    def test_a_course_that_the_configuration_sends_to_nowhere_is_named(self, tmp_path):
        (tmp_path / "nbgrader_config.py").write_text("c.CourseDirectory.root = 'gone'")
        with pytest.raises(NoCourseError, match="gone: nbgrader's configuration says"):
            Course.find(tmp_path)
