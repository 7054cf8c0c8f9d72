"""A roster is where a class begins: lists are read, joined by numbers, and kept in one file."""

import csv
import io
import json
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.grading.course import Course
from ecotools.grading.roster.headings import told
from ecotools.grading.roster.merge import merge
from ecotools.grading.roster.people import COLUMNS, RosterError, RosterPerson
from ecotools.grading.roster.roster_file import read_roster, roster_of, write_roster
from ecotools.grading.roster.systems import (
    CANVAS,
    EXPORT,
    GITHUB,
    PARTICIPANTS,
    PLAIN,
    ROSTER,
    WORKSHEET,
    read_list,
)

from . import rosters
from .collect.making import zipped
from .commands import run_in
from .tiny import NAME, make_course


@pytest.fixture
def listed(tmp_path):
    """Read a text as a file that a system gave out."""

    def read(text, encoding="utf-8"):
        file = tmp_path / "list.csv"
        file.write_bytes(text.encode(encoding))
        return read_list(file)

    return read


def said(found):
    return [row.said for row in found.people]


class TestSystems:
    @pytest.mark.parametrize(
        ("text", "kind", "people"),
        [
            (rosters.MOODLE, PARTICIPANTS, 6),
            (rosters.GRADES, EXPORT, 2),
            (rosters.WORKSHEET, WORKSHEET, 3),
            (rosters.CANVAS, CANVAS, 4),
            (rosters.PLAIN, PLAIN, 2),
            ("identifier,github_username,github_id,name\nbo@x.org,bo-ek,1,Bo Ek\n", GITHUB, 1),
            ("student,name\nada,Ada\n", ROSTER, 1),
            ("Vorname;Nachname;E-Mail-Adresse\nAda;Lovelace;a@x.org\n", PARTICIPANTS, 1),
        ],
    )
    def test_a_list_is_known_by_its_columns(self, listed, text, kind, people):
        found = listed(text)
        assert (found.kind, len(found.people)) == (kind, people)

    def test_moodle_has_two_names_and_its_numbers(self, listed):
        assert said(listed(rosters.MOODLE))[0] == {
            "name": "Lovelace, Ada",
            "email": "ada@example.org",
            "idnumber": "900",
        }

    def test_a_worksheet_has_the_number_of_the_assignment(self, listed):
        assert [row.participant for row in listed(rosters.WORKSHEET).people] == ["7", "8", "9"]

    def test_canvas_has_rows_that_are_nobody(self, listed):
        found = listed(rosters.CANVAS)
        assert [one["id"] for one in said(found)] == ["101", "102", "103", "104"]
        assert found.left_out == ["line 8: Student, Test is made up by Canvas"]
        assert said(found)[-1]["name"] == "=HYPERLINK(1)", "as Canvas keeps a formula from being computed"

    def test_canvas_may_write_two_names_and_semicolons(self, listed):
        text = "LastName;FirstName;ID;SIS Login ID;Section\nLovelace;Ada;101;ada1;A\n"
        found = listed("\ufeff" + text)
        assert found.kind == CANVAS
        assert said(found) == [{"name": "Lovelace, Ada", "id": "101", "sis_login_id": "ada1", "section": "A"}]

    def test_what_excel_calls_unicode_text_is_read(self, listed):
        assert said(listed("Name\tEmail\r\nZoë\tz@x.org\r\n", "utf-16"))[0]["name"] == "Zoë"

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("", "no column names people; expected some of First name"),
            ("Grade,Feedback\n1,2\n", "found: Grade, Feedback"),
            ("Name,Email\n,\n ,x@y.org\nAda,\n,,3\n", "line 5: it names nobody"),
            ('Identifier,"Full name"\nHidden,Ada\n', "line 2: 'Hidden' is no identifier of Moodle's"),
        ],
    )
    def test_what_is_no_list_of_people_is_refused_with_its_line(self, listed, text, says):
        with pytest.raises(RosterError, match=says):
            listed(text)

    @pytest.mark.parametrize(
        "header",
        [
            "Vorname,Nachname,E-Mail-Adresse,ID-Nummer",
            "Prénom,Nom de famille,Adresse de courriel,Numéro d'identification",
            "Nombre,Apellido(s),Dirección de correo,Número de ID",
        ],
    )
    def test_moodle_writes_in_the_language_of_whoever_downloads(self, listed, header):
        found = listed(f"{header}\nAda,Lovelace,a@x.org,900\n")
        assert found.kind == PARTICIPANTS
        assert said(found) == [{"name": "Lovelace, Ada", "email": "a@x.org", "idnumber": "900"}]

    @pytest.mark.parametrize(
        ("header", "identifier"),
        [
            ("ID,Vollständiger Name,E-Mail-Adresse,Status", "Teilnehmer/in7"),
            ("ID,Vollständiger Name,E-Mail-Adresse,Status", "Teilnehmer*in 7"),
            ("Identifiant,Nom complet,Adresse de courriel,Statut", "Participant 7"),
            ("Identificador,Nombre completo,Dirección de correo,Estado", "Participante 7"),
        ],
    )
    def test_so_does_a_worksheet_whose_numbers_are_no_id_numbers(self, listed, header, identifier):
        found = listed(f"{header}\n{identifier},Ada Lovelace,a@x.org,x\n")
        assert (found.kind, found.people[0].participant) == (WORKSHEET, "7")
        assert said(found) == [{"name": "Ada Lovelace", "email": "a@x.org"}]

    def test_a_column_of_id_numbers_is_no_worksheet(self, listed):
        assert said(listed("ID,Name\nS900,Ada\n")) == [{"idnumber": "S900", "name": "Ada"}]

    def test_the_instructor_says_what_a_heading_means(self, tmp_path):
        file = tmp_path / "list.csv"
        file.write_text(
            "Sukunimi;Etunimi;Sähköposti;Email;Osallistuja\nEk;Bo;b@x.org;old@x.org;Osallistuja 7\n"
        )
        given = ["last=Sukunimi", "first= etunimi", "email=SÄHKÖPOSTI", "identifier=Osallistuja"]
        found = read_list(file, told(given))
        assert found.kind == WORKSHEET and found.people[0].participant == "7"
        assert said(found) == [{"name": "Ek, Bo", "email": "b@x.org"}]
        with pytest.raises(RosterError, match="no column 'correo'; there are Sukunimi, Etunimi"):
            read_list(file, told(["email=Correo"]))

    @pytest.mark.parametrize("text", ["email", "email=", "shoe=Size", "=Size"])
    def test_what_says_no_column_is_refused(self, text):
        with pytest.raises(RosterError, match="expected FIELD=HEADING, such as email=Correo"):
            told([text])

    def test_an_excel_file_is_read_where_that_can_be_done(self, tmp_path, monkeypatch):
        file = tmp_path / "list.xlsx"
        file.write_bytes(b"PK\x03\x04...")
        cells = pd.DataFrame([["Name", "ID number"], ["", ""], ["Ada ", "0900"]], dtype=str)
        monkeypatch.setattr(pd, "read_excel", lambda path, **how: cells)
        (row,) = read_list(file).people
        assert (row.line, row.said) == (3, {"name": "Ada", "idnumber": "0900"})

    def test_else_it_says_how_to_save_it_as_csv(self, tmp_path, monkeypatch):
        file = tmp_path / "list.csv"  # whatever it is called
        file.write_bytes(zipped({"xl/workbook.xml": b"<workbook/>"}))
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        with pytest.raises(RosterError, match=r'openpyxl is installed; choose File, Save As, "CSV UTF-8'):
            read_list(file)

    def test_another_encoding_is_named(self, listed):
        with pytest.raises(RosterError, match="Save it as CSV in UTF-8"):
            listed("Name,Email\nZoë,z@x.org\n", "cp1252")


class TestMerge:
    def test_each_system_adds_its_numbers_to_the_same_people(self, listed):
        made = merge([], listed(rosters.MOODLE))
        assert not made.refused and len(made.added) == 6
        made = merge(made.people.values(), listed(rosters.GRADES))
        assert made.added == ["Hana Ono (hana@example.org)"] and len(made.missing) == 5
        made = merge(made.people.values(), listed(rosters.WORKSHEET), NAME)
        assert not made.refused and not made.added
        numbers = {one.email: one.number_for(NAME) for one in made.people.values()}
        assert numbers["ada@example.org"] == "7" and numbers["ada.l@example.org"] == "8"

    def test_a_unique_name_is_enough_and_is_said(self, listed):
        known = [RosterPerson("zoe@example.org", "de la Cruz, Zoë", "zoe@example.org")]
        made = merge(known, listed("Student,ID,Section\nZoë de la Cruz,103,A\n"))
        assert made.people["zoe@example.org"].id == "103"
        assert made.people["zoe@example.org"].name == "de la Cruz, Zoë"
        assert made.by_name == ["Zoë de la Cruz (zoe@example.org)"]

    def test_a_shared_name_is_refused_by_name_and_line(self, listed):
        known = merge([], listed(rosters.MOODLE)).people.values()
        made = merge(known, listed(rosters.CANVAS))
        assert [text.partition(":")[0] for text in made.refused] == [
            "line 4, Lovelace, Ada",
            "line 5, Lovelace, Ada",
        ]
        assert "Ada Lovelace (ada@example.org) or Ada Lovelace (ada.l@example.org)" in made.refused[0]

    def test_two_of_one_name_in_the_list_are_never_the_one_who_is_known(self, listed):
        made = merge([RosterPerson("ada", "Lovelace, Ada")], listed(rosters.CANVAS))
        assert len(made.refused) == 2 and made.people["ada"].id == ""

    def test_one_of_two_names_in_a_worksheet_without_addresses_is_refused(self, listed):
        known = merge([], listed(rosters.MOODLE)).people.values()
        made = merge(known, listed(rosters.NAMELESS), NAME)
        assert len(made.refused) == 1 and made.refused[0].startswith("line 2, Ada Lovelace")

    def test_the_same_name_with_another_number_is_somebody_else(self, listed):
        known = [RosterPerson("ada", "Ada Lovelace", username="ada", email="ada@example.org")]
        made = merge(known, listed("Name,Username,Email\nAda Lovelace,ada9,ada9@example.org\n"))
        assert set(made.people) == {"ada", "ada9"} and not made.refused

    def test_a_new_address_of_the_same_number_is_said(self, listed):
        known = [RosterPerson("ada", "Ada Lovelace", username="ada", email="old@example.org")]
        made = merge(known, listed("Name,Username,Email\nAda Lovelace,ada,new@example.org\n"))
        assert made.people["ada"].email == "new@example.org"
        assert made.changed == ["Ada Lovelace (ada): email is now 'new@example.org', was 'old@example.org'"]

    def test_an_address_with_two_numbers_is_refused(self, listed):
        known = [RosterPerson("ada", "Ada", username="ada", email="a@x.org")]
        made = merge(known, listed("Name,Username,Email\nAda,eve,a@x.org\n"))
        assert "has the address of Ada (ada), but another username" in made.refused[0]

    def test_a_row_of_two_people_is_refused(self, listed):
        known = [RosterPerson("ada", "Ada", email="a@x.org"), RosterPerson("bo", "Bo", username="bo")]
        made = merge(known, listed("Name,Username,Email\nAda,bo,a@x.org\n"))
        assert "is it Ada (ada) or Bo (bo)" in made.refused[0]

    def test_names_alone_that_are_there_twice_are_refused(self, listed):
        made = merge([], listed("Name\nAda L\nBo Ek\nAda L\n"))
        assert len(made.refused) == 2 and set(made.people) == {"bo-ek"}
        assert "nothing tells them apart" in made.refused[0]

    def test_who_is_in_the_course_already_keeps_the_id(self, listed):
        made = merge([], listed(rosters.MOODLE), there={"gus-gauß", "ada-lovelace", "905x"})
        assert "gus-gauß" in made.people and "ada-lovelace" not in made.people, "two share that name"

    def test_ids_are_harmless_as_folders_and_unique(self, listed):
        made = merge([], listed("Name,Username\nA,../x\nB,=1+1\nC,Bo\nD,bo\n"))
        assert {"x", "=1+1"} & set(made.people) == {"x"} and "1+1" in made.people
        assert {"Bo", "d"} <= set(made.people), "one folder on some systems"

    @settings(max_examples=25, deadline=None)
    @given(st.data())
    def test_the_order_of_people_with_numbers_changes_nothing(self, data):
        from ecotools.grading.roster.systems import ClassList, ListedPerson

        names = data.draw(st.lists(st.sampled_from(["Ada L", "Bo", "L, Ada"]), min_size=1, max_size=5))
        rows = [{"name": name, "username": f"u{n}"} for n, name in enumerate(names)]
        shuffled = data.draw(st.permutations(rows))

        def people(some):
            made = merge([], ClassList(PLAIN, [ListedPerson(n, row) for n, row in enumerate(some)]))
            assert not made.refused
            return set(made.people.values())

        assert people(rows) == people(shuffled)
        again = ClassList(PLAIN, [ListedPerson(n, row) for n, row in enumerate(rows)])
        assert set(merge(people(rows), again).people.values()) == people(rows)


def test_the_file_comes_back_as_it_was_and_no_cell_is_a_formula(tmp_path):
    people = [
        RosterPerson("=1+1", "=cmd()", "+a@x.org", id="-1+2", participants="01-tiny=7"),
        RosterPerson("bo", "'x'\ny"),
    ]
    course = Course(tmp_path)
    file = write_roster(course, people)
    assert set(roster_of(course).values()) == set(people)
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert not any(cell.startswith(("=", "+", "-")) for row in rows for cell in row)
    assert roster_of(Course(tmp_path / "none")) == {}


def test_the_roster_of_another_course_is_read_as_a_list_without_the_apostrophes(tmp_path):
    person = RosterPerson("ada", "=cmd()", "+a@x.org")
    (row,) = read_list(write_roster(Course(tmp_path), [person])).people
    assert row.said == {"student": "ada", "name": "=cmd()", "email": "+a@x.org"}


def test_a_spreadsheet_may_have_saved_it_with_semicolons(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_text("student;name\nada;Lovelace, Ada\n", encoding="utf-8")
    assert read_roster(file)["ada"].spoken == "Ada Lovelace"


class TestCommand:
    @pytest.fixture
    def run(self, tmp_path):
        course = make_course(tmp_path / "course")

        def run(text, *words):
            file = tmp_path / "given.csv"
            file.write_text(text or "", encoding="utf-8")
            return *run_in(course, "roster", *([file] if text is not None else []), *words), course

        return run

    def test_it_says_what_it_read_and_writes_one_file(self, run):
        code, text, course = run(rosters.MOODLE)
        assert code == 0 and "is read as Moodle participants: 6 people" in text
        assert len(roster_of(course)) == 6
        code, text, _ = run(rosters.WORKSHEET, "--assignment", NAME)
        assert code == 0 and f"{NAME}=8" in (course.root / "class-roster.csv").read_text(encoding="utf-8")
        (course.submitted / "ada-l-7" / NAME).mkdir(parents=True)
        code, text, _ = run(rosters.GRADES)
        assert "1 in the course and not in the roster: ada-l-7" in text
        code, text, _ = run(None)
        assert code == 0 and "Gus Gauß (gus@example.org): gus@example.org, 905" in text

    def test_what_is_not_decided_is_named_and_nothing_is_written(self, run):
        run(rosters.MOODLE)
        code, text, course = run(rosters.CANVAS)
        assert code == 1 and "Nothing is written" in text and "line 4, Lovelace, Ada" in text
        assert all(not one.id for one in roster_of(course).values())

    def test_a_worksheet_needs_its_assignment(self, run):
        code, text, _ = run(rosters.WORKSHEET)
        assert code == 2 and "--assignment" in text
        assert run(rosters.WORKSHEET, "--assignment", "07-none")[0] == 1

    def test_json_and_a_try(self, run):
        code, text, course = run(rosters.PLAIN, "--json", "--dry-run")
        made = json.loads(text)
        assert code == 0 and made["kind"] == PLAIN and len(made["people"]) == 2
        assert not (course.root / "class-roster.csv").exists()
        assert run(None)[:2] == (0, "There is no roster yet: ecotools roster FILE.\n")
        code, text, _ = run("Grade\n1\n")
        assert code == 1 and "--columns name=HEADING" in text
        assert run("Grade\nAda\n", "--columns", "name=Grade")[0] == 0
