"""The files are imported as they are: each grade lands on its student, none is cleared, nothing stops."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.grading.export import grades as exporting
from ecotools.grading.export.found_by import FoundBy
from ecotools.grading.export.grades import Grade, export_grades
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import write_roster

from .importers import Canvas, ImportStoppedError, moodle

FIELD = {"Username": "username", "ID number": "idnumber", "Email address": "email"}
NAMES = ["01-tiny", "02-second", "03-not-given"]
PEOPLE = [
    RosterPerson("ada", "Lovelace, Ada", "ada@x.org", "101", "S1", "ada1", "A", "ada", "900"),
    RosterPerson("ada2", "Lovelace, Ada", "ada2@x.org", "102", "S2", "ada2", "A", "ada2", "901"),
    RosterPerson("bo", "Ek, Bo", "bo@x.org"),
    RosterPerson("cy", "Cy", "", "", "", "", "", "", "902"),
    RosterPerson("dee", "=HYPERLINK(1)", "=dee@x.org", "105", "=S5", "", "", "=dee", "0"),
    RosterPerson("eve", "Li Wei", "eve@x.org", "", "S6", "", "", "", "904"),
    RosterPerson("fay", "Wei Li", "eve@x.org", "", "", "", "", "fay", "905"),
    RosterPerson("gus", "Gauß, Gus", "", "", "1.2.3", "gus@x.org", "B", "", ""),
]
SCORES = {name: {one.student: float(n) for n, one in enumerate(PEOPLE)} for name in NAMES[:2]}


@pytest.fixture
def course(monkeypatch, tmp_path):
    """A course of which only the scores matter; a test may change ``course.scores``."""

    class Scores:
        root, scores = tmp_path, {name: dict(of) for name, of in SCORES.items()}

        def students(self, name):
            return list(self.scores.get(name, {}))

    made = Scores()

    def given(course, name, students):
        of = course.scores.get(name, {})
        return {one: Grade(one, name, 6.0, of.get(one), note="nothing handed in") for one in students}

    monkeypatch.setattr(exporting, "grades", given)
    monkeypatch.setattr(exporting, "from_gradebook", lambda course: {})
    write_roster(made, PEOPLE)
    return made


def users(people=PEOPLE):
    """Return the same people as a platform knows them."""
    return [
        {
            "key": one.student,
            **{name: getattr(one, name) for name in ("id", "sis_user_id", "sis_login_id", *FIELD.values())},
            "name": one.spoken,
            "sortable_name": one.name,
        }
        for one in people
    ]


def into_moodle(files, before, people=PEOPLE):
    """Import all files by each of their columns in turn; every column must give the same."""
    known = {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        columns = [name for name in text.split("\n")[0].split(",") if name in FIELD]
        assert columns, "there is something to map"
        results = [moodle(text, users(people), (name, FIELD[name]), before) for name in columns]
        assert all(one == results[0] for one in results), "whichever column is mapped"
        before = results[0]
        known = before
    return known


def imported(course, form, tmp_path, before=None, people=PEOPLE):
    made = export_grades(course, NAMES, form, tmp_path / "out" / "grades.csv")
    files = [file for file in made.files if "unmatched" not in file.name]
    before = before or {}
    if form == "moodle":
        return into_moodle(files, before, people), made
    canvas = Canvas(users(people), NAMES, before)
    for file in files:
        canvas.take(file.read_text(encoding="utf-8"))
    assert not canvas.new_students and not canvas.new_assignments
    assert set(canvas.points.values()) <= {"6"}
    return canvas.grades, made


LOST = {"moodle": {"dee", "gus"}, "canvas": {"fay"}}


@pytest.mark.parametrize("form", ["moodle", "canvas"])
def test_each_grade_lands_on_its_student_and_nobody_else(course, form, tmp_path):
    got, made = imported(course, form, tmp_path)
    lost = {text.partition(":")[0] for text in made.left_out}
    wanted = {one.student for one in PEOPLE} - lost
    assert {student for student, of in got.items() if of} == wanted
    for student in wanted:
        assert got[student] == {name: SCORES[name][student] for name in NAMES[:2]}
    assert lost == LOST[form], "all others are found, namesakes too"


@pytest.mark.parametrize("form", ["moodle", "canvas"])
def test_no_grade_that_is_there_is_cleared(course, form, tmp_path):
    del course.scores["02-second"]["ada"], course.scores["01-tiny"]["bo"]
    before = {one.student: dict.fromkeys(NAMES, 5.5) for one in PEOPLE}
    got, _ = imported(course, form, tmp_path, before)
    assert got["ada"] == {NAMES[0]: 0.0, NAMES[1]: 5.5, NAMES[2]: 5.5}
    assert got["bo"] == {NAMES[0]: 5.5, NAMES[1]: 2.0, NAMES[2]: 5.5}
    assert all(score is not None for of in got.values() for score in of.values())


def test_an_assignment_that_was_not_given_has_no_column(course, tmp_path):
    made = export_grades(course, NAMES, "canvas", tmp_path / "grades.csv")
    assert made.empty == ["03-not-given"]
    assert all("03-not-given" not in file.read_text(encoding="utf-8") for file in made.files)


def test_a_row_of_moodles_never_gets_the_student_of_the_row_before(course, tmp_path):
    """The old file had all columns, some of them empty: mapped to Username, Bo's grades became Ada's."""
    rows = ["Name,Username,Email address,01-tiny", "Ada,ada,ada@x.org,6", "Bo,,bo@x.org,1"]
    assert moodle("\n".join(rows), users(), ("Username", "username"))["ada"] == {"01-tiny": 1.0}
    made = export_grades(course, NAMES, "moodle", tmp_path / "grades.csv")
    for file in made.files:
        header, *found = [line.split(",") for line in file.read_text(encoding="utf-8").splitlines()]
        if "unmatched" not in file.name and '"' not in file.read_text(encoding="utf-8"):
            places = [place for place, name in enumerate(header) if name in FIELD]
            assert all(row[place] for row in found for place in places)


def test_an_id_that_begins_like_a_formula_is_harmless_and_named(course, tmp_path):
    made = export_grades(course, NAMES, "moodle", tmp_path / "grades.csv")
    texts = [file.read_text(encoding="utf-8") for file in made.files]
    assert not any(
        cell.lstrip('"').startswith("=") for text in texts for cell in text.replace("\n", ",").split(",")
    )
    assert any("dee: username '=dee' would be a formula" in text for text in made.left_out)


def test_moodle_has_no_grade_over_100_and_that_is_said(course, tmp_path):
    course.scores["01-tiny"]["ada"] = 120.0
    made = export_grades(course, NAMES, "moodle", tmp_path / "grades.csv")
    assert any("ada, 01-tiny: 120 points are written, and Moodle refuses" in text for text in made.left_out)
    with pytest.raises(ImportStoppedError, match="too big"):
        imported(course, "moodle", tmp_path)


def test_canvas_finds_nobody_by_a_shared_name(course, tmp_path):
    people = [replace(one, id="", sis_user_id="", sis_login_id="") for one in PEOPLE[:3]]
    found_by = FoundBy("canvas", people)
    assert [found_by.fields(one) for one in people] == [[], [], ["name"]]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_known_of_a_class_no_grade_goes_astray(data):
    texts = st.sampled_from(["", "0", "a", "A", "b", "=c", "1.2.3", "7", " d"])
    size = data.draw(st.integers(1, 5))
    known = ("email", "id", "sis_user_id", "sis_login_id", "username", "idnumber")
    names = st.sampled_from(["A B", "B, A", "C"])
    people = [
        RosterPerson(f"s{n}", data.draw(names), **{name: data.draw(texts) for name in known})
        for n in range(size)
    ]
    found_by = FoundBy("moodle", people)
    matched = [one for one in people if not found_by.why_not(one, listed=True)]
    files = found_by.together(matched)
    assert sorted(one.student for who, _ in files.values() for one in who) == [one.student for one in matched]
    for who, fields in files.values():
        for field in fields:
            values = [getattr(one, field) for one in who]
            assert all(sum(getattr(other, field) == value for other in people) == 1 for value in values)
    canvas = FoundBy("canvas", people)
    sure = [one for one in people if canvas.fields(one)]
    table = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "x"]]
    table += [[*canvas.who(one, ()), str(n)] for n, one in enumerate(sure)]
    course = Canvas(users(people), ["x"])
    course.take("\n".join(",".join(f'"{cell}"' for cell in row) for row in table))
    for n, one in enumerate(sure):
        assert course.grades[one.student] == {"x": float(n)}
