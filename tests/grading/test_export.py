"""Grades reach the learning platform: final scores only, nobody lost, by the platform's own rules."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from ecotools.grading.export.grades import export_grades
from ecotools.grading.grade import grade_assignment
from ecotools.grading.roster.people import RosterError
from ecotools.grading.roster.roster_file import read_roster

from .commands import run_in
from .conftest import tiny  # noqa: F401 - a fixture
from .marked import copy_of, mark, marked  # noqa: F401 - a fixture
from .tiny import NAME

# Ada and Chen as both platforms know them; Gus never handed in; Leo cannot be found in either.
ROSTER = """student,name,email,id,sis_user_id,section,idnumber
ada,"Lovelace, Ada",ada@example.org,101,S1,A,900
chen,Chen Wei,chen@example.org,,S2,A,901
emil,Emil Noether,emil@example.org,103,,B,
gus,Gus Gauss,gus@example.org,104,,B,903
leo,,,,,B,
"""


@pytest.fixture
def roster(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_text(ROSTER)
    return file


def written(course, form, out, roster=None):
    """Export one assignment; return the rows by their first column, and what was left out."""
    made = export_grades(course, [NAME], form, out, read_roster(roster) if roster else None)
    return rows(made.files[0]), made


def rows(file):
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


def test_the_plain_file_has_a_row_for_each_student_and_assignment(marked, tmp_path):  # noqa: F811
    (header, *found), made = written(marked, "csv", tmp_path / "grades.csv")
    by_student = {row[0]: dict(zip(header, row, strict=True)) for row in found}
    assert list(by_student) == ["ada", "chen", "emil", "hana", "leo"]
    ada = by_student["ada"]
    assert [ada[name] for name in ("raw_score", "late_penalty", "extra_credit", "score", "max_score")] == [
        "6.5",
        "2",
        "0.5",
        "4.5",
        "6",
    ]
    assert ada["handed_in"].startswith("2026-03-") and ada["note"] == ""
    assert by_student["emil"]["score"] == "0", "what was not attempted is final"
    assert made.students == 5


def test_a_score_that_is_not_final_stays_empty_and_is_named(marked, tmp_path):  # noqa: F811
    (header, *found), made = written(marked, "csv", tmp_path / "grades.csv")
    chen = dict(zip(header, found[1], strict=True))
    assert (chen["score"], chen["needs_person"]) == ("", "1")
    assert chen["note"] == "1 answer to be looked at by a person"
    assert [text.split(",")[0] for text in made.left_out] == ["chen", "hana", "leo"]
    assert f"hana, {NAME}: no score yet, not graded" in made.left_out


def test_canvas_gets_its_columns_and_the_row_of_points(marked, roster, tmp_path):  # noqa: F811
    found, _ = written(marked, "canvas", tmp_path / "canvas.csv", roster)
    assert found[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", NAME]
    assert found[1] == ["    Points Possible", "", "", "", "", "6"]
    assert found[2] == ["Lovelace, Ada", "101", "S1", "", "A", "4.5"]
    assert [row[0] for row in found[3:]] == ["Emil Noether"], "Chen is not final, Gus has nothing"


def test_moodle_gets_what_it_finds_people_by(marked, roster, tmp_path):  # noqa: F811
    found, _ = written(marked, "moodle", tmp_path / "moodle.csv", roster)
    assert found[0] == ["Name", "Email address", NAME], "Emil has no ID number, and nobody a user name"
    assert found[1] == ["Lovelace, Ada", "ada@example.org", "4.5"]
    assert [row[-1] for row in found[2:]] == ["0"], "Emil has 0, Chen is not final, Gus has nothing"


@pytest.mark.parametrize("form", ["canvas", "moodle"])
def test_no_cell_of_an_import_clears_a_grade(marked, tmp_path, form):  # noqa: F811
    course, second = copy_of(marked, tmp_path), "02-second"
    for folder in (course.solutions, course.exercises, course.submitted / "ada", course.submitted / "chen"):
        shutil.copytree(folder / NAME, folder / second)
        (folder / second / f"{NAME}.ipynb").rename(folder / second / f"{second}.ipynb")
    shutil.copytree(course.solutions / NAME, course.solutions / "03-not-given")
    (course.solutions / "03-not-given" / f"{NAME}.ipynb").rename(
        course.solutions / "03-not-given" / "03-not-given.ipynb"
    )
    grade_assignment(course, second)
    mark(course, "chen", "01-q3", 1)
    mark(course, "ada", "01-q3", 1, name=second)
    made = export_grades(course, course.names(), form, tmp_path / "grades.csv")
    assert [file.name for file in made.files] == ["grades.csv", f"grades-{NAME}.csv"]
    assert made.empty == ["03-not-given"]
    tables = [rows(file) for file in made.files]
    columns = len(tables[0][0]) - 2
    assert tables[0][0][columns:] == [NAME, second] and tables[1][0][columns:] == [NAME]
    scores = [row[columns:] for table in tables for row in table[1:]]
    assert all(cell.strip(" -") for row in scores for cell in row)
    first = 2 if form == "canvas" else 1
    assert [len(table) - first for table in tables] == [1, 2], "Ada has both; Chen and Emil have one"


@pytest.mark.parametrize("form", ["canvas", "moodle"])
def test_who_cannot_be_matched_is_named_and_kept_in_a_file_of_their_own(marked, roster, tmp_path, form):  # noqa: F811
    _, made = written(marked, form, tmp_path / "grades.csv", roster)
    assert [file.name for file in made.files] == ["grades.csv", "grades-unmatched.csv"]
    apart = rows(made.files[1])
    text = json.dumps(apart)
    assert "hana" in text and "leo" not in json.dumps(rows(made.files[0])), (
        "one Moodle does not know stops all"
    )
    assert [row[-1] for row in apart[-2:]] == ["no score"] * 2, "which is no grade, and clears none"
    assert "hana: not in the roster" in made.left_out
    assert any(text.startswith("leo: the roster has none of") for text in made.left_out)


def test_without_a_roster_the_gradebook_is_asked_and_the_id_is_the_login(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(
            "ada", first_name="Ada", last_name="Lovelace", email="ada@example.org", lms_user_id="7"
        )
    found, _ = written(course, "canvas", tmp_path / "canvas.csv")
    assert found[2] == ["Ada Lovelace", "7", "", "ada", "", "4.5"] and found[3][:4] == [
        "emil",
        "",
        "",
        "emil",
    ]
    found, _ = written(course, "moodle", tmp_path / "moodle.csv")
    assert found[1] == ["Ada Lovelace", "ada", "4.5"] and len(found) == 3, "Emil has no address"


def test_a_score_that_waits_is_left_empty_until_a_person_has_decided(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("01-q1-check", NAME, NAME, "ada")
        grade.auto_score, grade.needs_manual_grade = None, True
        gradebook.db.commit()
    found, made = written(course, "moodle", tmp_path / "moodle.csv")
    assert [row[1] for row in found[1:]] == ["emil"] and any(
        text.startswith("ada,") for text in made.left_out
    )
    mark(course, "ada", "01-q1-check", 0)
    found, made = written(course, "moodle", tmp_path / "moodle.csv")
    assert found[1][-1] == "2.5" and not any(text.startswith("ada,") for text in made.left_out)


def test_before_anything_is_graded_there_is_a_header_and_nobody(tiny, tmp_path):  # noqa: F811
    for form in ("csv", "canvas", "moodle"):
        found, made = written(tiny, form, tmp_path / "out" / "grades.csv")
        assert made.left_out == [] and made.students == 0 and len(found) == 1 + (form == "canvas")


def test_names_that_would_be_formulas_are_harmless_and_scores_stay_numbers(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    (course.submitted / "emil").rename(course.submitted / "=1+1")
    mark(course, "chen", "01-q3", 1)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(
            "chen", first_name="@SUM(A1)", last_name="Wei", email="+c@example.org"
        )
    found, made = written(course, "csv", tmp_path / "grades.csv")
    assert found[1][0] == "'=1+1" and found[2][0] == "ada" and found[2][3] == "4.5"
    found, made = written(course, "canvas", tmp_path / "canvas.csv")
    assert ["'@SUM(A1) Wei", "", "", "chen", "", "1"] in found
    apart = rows(made.files[1])
    assert apart[-1][:4] == ["'=1+1", "", "", "'=1+1"], "what nobody is found by stops no import"
    assert any("=1+1: sis_login_id '=1+1' would be a formula" in text for text in made.left_out)
    found, made = written(course, "moodle", tmp_path / "moodle.csv")
    assert ["'@SUM(A1) Wei", "chen", "1"] in found


def test_an_export_that_is_interrupted_leaves_the_files_of_before(marked, roster, tmp_path, monkeypatch):  # noqa: F811
    out = tmp_path / "out" / "grades.csv"
    _, made = written(marked, "moodle", out, roster)
    before = {file: file.read_text() for file in made.files}
    replace, calls = Path.replace, iter((True, False))

    def interrupted(file, to):
        if not next(calls, True):
            raise KeyboardInterrupt
        return replace(file, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            written(marked, "canvas", out, roster)
    assert {file: file.read_text() for file in out.parent.iterdir()} == before


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,id\nAda,1\n", "there is no column 'student'"),
        (
            "student,mail\nada,x\n",
            "the column 'mail' is unknown; a roster has 'student' and any of name",
        ),
        ("student,id\nada,1\nada,2\n", "line 3: ada is there twice"),
        ("student,id\n,1\n", "line 2: the student is empty"),
        ("", "there is no column 'student'"),
    ],
)
def test_a_roster_that_cannot_be_used_is_refused_with_its_line(tmp_path, text, says):
    file = tmp_path / "roster.csv"
    file.write_text(text)
    with pytest.raises(RosterError, match=says) as refused:
        read_roster(file)
    assert str(file) in str(refused.value)


def test_a_roster_from_a_spreadsheet_may_have_a_mark_before_it_and_short_lines(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_bytes("\ufeffstudent,name,id\r\nada,Zoë\r\n".encode())
    assert read_roster(file)["ada"].name == "Zoë" and read_roster(file)["ada"].id == ""
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RosterError, match="cannot be read as a UTF-8 text"):
        read_roster(file)


class TestCommand:
    def run(self, course, *words):
        return run_in(course, "export", *words)

    def test_it_names_the_files_and_what_was_left_out(self, marked, roster, tmp_path):  # noqa: F811
        out = tmp_path / "grades.csv"
        code, text = self.run(marked, NAME, "--format", "canvas", "--out", out, "--roster", roster)
        assert code == 1 and f"written: {out}\n" in text
        assert "Without a roster" not in text
        assert (
            "Without a roster ids are taken for logins"
            in self.run(marked, "--format", "moodle", "--out", out)[1]
        )
        assert "grades-unmatched.csv" in text and "hana: not in the roster" in text

    def test_json_is_for_scripts(self, marked, tmp_path):  # noqa: F811
        code, text = self.run(marked, "--out", tmp_path / "grades.csv", "--json")
        made = json.loads(text)
        assert code == 1 and made["students"] == 5 and len(made["left_out"]) == 3

    def test_quiet_says_nothing_when_all_is_well(self, tiny, tmp_path):  # noqa: F811
        assert self.run(tiny, "--out", tmp_path / "grades.csv", "-q") == (0, "")

    def test_what_is_wrong_with_the_command_ends_with_2(self, tiny, tmp_path):  # noqa: F811
        assert self.run(tiny)[0] == 2
        assert self.run(tiny, "--out", tmp_path / "x.csv", "--format", "excel")[0] == 2
        assert self.run(tiny, "--out", tmp_path / "x.csv", "07-none")[0] == 1
