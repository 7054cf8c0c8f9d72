"""Status and report name who has handed in nothing, and whose variant a hand-in asks for."""

import json
import shutil

import pytest

from ecotools.grading.course import Course
from ecotools.grading.report import write_report
from ecotools.grading.roster.absentees import UNKNOWN, absent
from ecotools.grading.roster.names import name_in_gradebook, student_called
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import write_roster
from ecotools.grading.roster.student_ids import odd_ids
from ecotools.notebooks import new, write

from .commands import run_in
from .conftest import tiny  # noqa: F401 - a fixture
from .marked import copy_of, marked  # noqa: F401 - a fixture
from .tiny import NAME, make_course

PEOPLE = [
    RosterPerson("ada", "Lovelace, Ada", "ada@x.org", id="101"),
    RosterPerson("chen", "Wei, Chen"),
    RosterPerson("emil", "Noether, Emil"),
    RosterPerson("gus", "Gauß, Gus"),
    RosterPerson("hana", "Ono, Hana"),
    RosterPerson("leo", "Leo <b>"),
]


@pytest.fixture
def rostered(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    write_roster(course, PEOPLE)
    return course


def run(course, *words):
    return run_in(course, *words)[1]


def test_status_names_who_has_handed_in_nothing(rostered):
    text = run(rostered, "status")
    assert f"Nothing handed in for {NAME}: Gus Gauß (gus).\n" in text and UNKNOWN not in text
    assert "Not in the roster" not in text
    (rostered.submitted / "ada-l-7").mkdir()
    assert "Not in the roster: ada-l-7.\n" in run(rostered, "status")
    rows = json.loads(run(rostered, "status", "--json"))
    assert [row["state"] for row in rows if row["student"] == "gus"] == ["nothing handed in"]
    assert [row["student"] for row in rows] == ["ada", "chen", "emil", "gus", "hana", "leo"]


def test_an_empty_folder_is_nobody_s_hand_in(rostered):
    shutil.rmtree(rostered.handed_in("emil", NAME))
    rostered.handed_in("emil", NAME).mkdir()
    assert list(absent(rostered, [NAME])["student"]) == ["emil", "gus"]


def test_commands_for_one_student_take_any_of_their_names(rostered):
    (page,) = json.loads(run(rostered, "feedback", "--student", "Lovelace, Ada", "--jobs", "1", "--json"))
    assert page["student"] == "ada"
    assert "'Eve' is not in the roster" in run(rostered, "grade", "--student", "Eve")
    assert student_called(rostered, "chen wei") == "chen"
    (rostered.submitted / "ada-l-7").mkdir()
    assert student_called(rostered, "ada-l-7") == "ada-l-7"


def test_a_roster_that_cannot_be_read_stops_grading_before_it_begins(rostered):
    (rostered.root / "class-roster.csv").write_text("student,shoe size\nada,38\n")
    assert "the column 'shoe size' is unknown" in run(rostered, "grade", "--force")


def test_without_a_roster_it_says_what_it_cannot_know(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    (course.submitted / "ida").mkdir()
    text = run(course, "status")
    assert f"Nothing handed in for {NAME}: ida.\n" in text and UNKNOWN in text


def test_of_an_assignment_that_nobody_handed_in_nobody_is_missing(tiny, tmp_path):  # noqa: F811
    course = make_course(tmp_path)
    write_roster(course, PEOPLE)
    assert absent(course, [NAME]).empty


def test_the_report_has_names_and_who_is_missing(rostered, tmp_path):
    _, page = write_report(rostered, [NAME], tmp_path / "report")
    text = page.read_text(encoding="utf-8")
    assert "<strong>1</strong> hand-in is missing" in text and "Gus Gauß (gus)" in text
    assert "Leo &lt;b&gt; (leo)" in text and "Leo <b>" not in text
    assert "ecotools roster FILE" not in text
    assert "Gus Gauß (gus)" not in run(rostered, "class-report") and "Ada Lovelace (ada)" in run(
        rostered, "class-report"
    )
    data = json.loads(run(rostered, "class-report", "--json"))
    assert data["nothing_handed_in"] == [{"assignment": NAME, "student": "gus", "name": "Gus Gauß (gus)"}]
    assert (tmp_path / "report" / "missing.csv").read_text(encoding="utf-8").count("gus") == 2


def test_the_report_says_where_nothing_is_known(marked, tmp_path):  # noqa: F811
    _, page = write_report(marked, [NAME], tmp_path)
    assert "Only students who handed in something before are known" in page.read_text(encoding="utf-8")


def test_the_gradebook_and_so_the_formgrader_get_the_names(rostered):
    name_in_gradebook(rostered, PEOPLE)
    with rostered.gradebook() as gradebook:
        ada, leo = gradebook.find_student("ada"), gradebook.find_student("leo")
        assert (ada.first_name, ada.last_name, ada.email, ada.lms_user_id) == (
            "Ada", "Lovelace", "ada@x.org", "101",
        )  # fmt: skip
        assert (leo.first_name, leo.last_name) == (None, "Leo <b>")
        assert "gus" not in {student.id for student in gradebook.students}


def test_the_report_names_who_was_late_and_whoever_has_more_time_is_found_by_name(rostered, tmp_path):
    run(rostered, "due", NAME, "2026-02-01 00:00 UTC", "--penalty", "1")
    assert "gus has until" in run(rostered, "extend", "Gus Gauß", NAME, "2026-05-01 00:00 UTC")
    run(rostered, "extend", "101", NAME, "2026-05-01 00:00 UTC")
    assert "'Nobody' is not in the roster" in run(rostered, "extend", "Nobody", NAME, "2026-05-01 00:00 UTC")
    _, page = write_report(rostered, [NAME], tmp_path / "report")
    text = page.read_text(encoding="utf-8").partition("Who was late")[2].partition("</table>")[0]
    assert "Emil Noether (emil)" in text and "Ada" not in text and "Points taken off" in text


class TestVariants:
    @pytest.fixture
    def course(self, tmp_path):
        course = Course(tmp_path)
        write_roster(course, [*PEOPLE, RosterPerson("ada2", "Lovelace, Ada", idnumber="77")])
        return course

    def says(self, course, **ids):
        """Return what is said of hand-ins with these STUDENT_IDs, by student."""
        for student, text in ids.items():
            cells = [
                "# STUDENT_ID = 'no code'",
                ("code", "%matplotlib inline"),
                ("code", f"STUDENT_ID = {text}"),
            ]
            write(new(cells), course.handed_in(student, NAME) / f"{NAME}.ipynb")
        return dict(odd_ids(course, [NAME])[["student", "says"]].itertuples(index=False))

    def test_ones_own_id_name_or_address_is_right(self, course):
        ids = {
            "ada": '"ADA@x.org"',
            "chen": "'chen wei'",
            "emil": '" Emil "',
            "ada2": '"77"',
            "hana": '"ono-hana"',
        }
        assert self.says(course, **ids, gus='"your-name"', leo="...") == {}

    def test_anothers_is_reported_with_the_name(self, course):
        assert self.says(course, chen='"emil"') == {
            "chen": "its STUDENT_ID 'emil' is that of Emil Noether (emil)"
        }

    def test_the_same_one_twice_is_reported_for_the_one_whose_it_is_not(self, course):
        assert set(self.says(course, chen='"chen"', emil='"chen"')) == {"emil"}

    def test_namesakes_who_use_their_name_have_one_variant(self, course):
        found = self.says(course, ada='"Ada Lovelace"', ada2='"ada-lovelace"')
        assert found["ada"] == "its STUDENT_ID 'Ada Lovelace' is also in the hand-in of Ada Lovelace (ada2)"
        assert set(found) == {"ada", "ada2"}

    def test_one_that_is_nobodys_is_reported(self, course):
        assert self.says(course, gus='"princess"') == {
            "gus": "its STUDENT_ID 'princess' is nobody's in the roster"
        }

    def test_without_a_roster_only_what_is_shared_is_seen(self, tmp_path):
        assert set(self.says(Course(tmp_path), a='"x"', b='"X "', c='"y"')) == {"a", "b"}

    @pytest.mark.parametrize("data", [b"no notebook", b"[" * 100_000, b'{"cells": 3}', b'{"cells": [{}]}'])
    def test_what_cannot_be_read_is_passed_over(self, course, data):
        folder = course.handed_in("ada", NAME)
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_bytes(data)
        assert odd_ids(course, [NAME]).empty

    def test_status_and_report_say_it(self, rostered, tmp_path):
        source = rostered.handed_in("ada", NAME) / f"{NAME}.ipynb"
        shutil.copy(source, rostered.handed_in("chen", NAME) / f"{NAME}.ipynb")
        assert (
            f"Look at Chen Wei (chen), {NAME}: its STUDENT_ID 'ada' is that of Ada Lovelace (ada).\n"
            in run(rostered, "status")
        )
        rows = {
            row["student"]: row["odd_student_id"] for row in json.loads(run(rostered, "status", "--json"))
        }
        assert rows["chen"].endswith("that of Ada Lovelace (ada)") and rows["ada"] == rows["gus"] == ""
        _, page = write_report(rostered, [NAME], tmp_path / "report")
        assert "Whose variant a hand-in asks for" in page.read_text(encoding="utf-8")
