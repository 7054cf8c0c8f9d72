"""What a source holds is understood: who handed in what and when, what is refused, what is left out."""

import os
import posixpath
import time
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.collect.archives import ArchiveLimits, utc
from ecotools.grading.collect.instants import NO_ZONE

from .making import GIVEN, JOURNEY, PRICING, laid_out, link, notebook, read, saved, understood, zipped

FILE = f"{JOURNEY}.ipynb"
NOON = utc(datetime(2026, 3, 1, 12).timestamp())


def of(tmp_path, files, **more):
    """Return the plan for a zip of ``files``."""
    return understood(saved(tmp_path, zipped(files)), tmp_path, **more)


def who(plan):
    return [(handin.student, handin.assignment) for handin in plan.handins]


def refusals(plan):
    return [f"{note.where}: {note.why}" for note in plan.refused]


def ignored(plan):
    return {note.where: note.why for note in plan.ignored}


BOTH = [("ada", JOURNEY), ("bola", JOURNEY)]
PLAIN = {
    "student/assignment": [f"ada/{JOURNEY}/{FILE}", f"bola/{JOURNEY}/{FILE}"],
    "in a folder of folders": [f"class/week 2/ada/{JOURNEY}/{FILE}", f"class/week 2/bola/{JOURNEY}/{FILE}"],
    "student/notebook": [f"ada/{FILE}", f"bola/{FILE}"],
    "renamed": ["ada/answers.ipynb", "bola/Untitled1.ipynb"],
    "deeper": [f"ada/my work/{FILE}", f"bola/{FILE}"],
    "whole workbooks": [f"ada/exercises/{JOURNEY}/{FILE}", f"bola/workbook/exercises/{JOURNEY}/{FILE}"],
    "loose": [f"ada_{FILE}", f"{JOURNEY}-bola.ipynb"],
    "assignment/student": [f"{JOURNEY}/ada/{FILE}", f"{JOURNEY}/bola/{FILE}"],
    "loose in a folder": [f"class/ada_{FILE}", f"class/bola_{FILE}"],
}


class TestFolders:
    @pytest.mark.parametrize("paths", PLAIN.values(), ids=PLAIN)
    def test_students_are_found_in_folders_and_zips_of_them(self, tmp_path, paths):
        files = {path: notebook() for path in paths}
        for plan in (of(tmp_path, files), understood(laid_out(tmp_path / "in", files), tmp_path)):
            assert who(plan) == BOTH and not plan.refused
            assert set(read(plan)[BOTH[0]]) == {FILE}

    def test_one_student_with_two_assignments(self, tmp_path):
        files = {f"ada/{JOURNEY}/{FILE}": notebook(), f"ada/{PRICING}/{PRICING}.ipynb": notebook(PRICING)}
        assert who(of(tmp_path, files)) == [("ada", JOURNEY), ("ada", PRICING)]

    def test_a_folder_per_assignment_above_those_of_the_students_is_no_student(self, tmp_path):
        files = {
            f"hw/{JOURNEY}/ada/{FILE}": notebook(),
            f"hw/{PRICING}/ada/{PRICING}.ipynb": notebook(PRICING),
        }
        assert who(of(tmp_path, files)) == [("ada", JOURNEY), ("ada", PRICING)]

    def test_files_beside_and_below_the_notebook_come_along(self, tmp_path):
        files = {f"ada/{JOURNEY}/{FILE}": notebook(), f"ada/{JOURNEY}/data/a.csv": b"1"}
        files |= {f"ada/{JOURNEY}/data.zip": zipped({"x": b""}), "ada/diary.txt": b"", "README": b""}
        plan = of(tmp_path, files)
        assert set(read(plan)["ada", JOURNEY]) == {FILE, "data/a.csv", "data.zip"}
        assert ignored(plan)["class.zip/README"] == "is in no student's folder"

    def test_what_two_assignments_in_one_folder_share_goes_to_both(self, tmp_path):
        files = {
            f"ada/{FILE}": notebook(),
            "ada/4.ipynb": notebook(PRICING),
            "ada/my-blueprint.yaml": b"a: 1",
        }
        plan = read(of(tmp_path, files))
        assert set(plan["ada", JOURNEY]) == {FILE, "my-blueprint.yaml"}
        assert set(plan["ada", PRICING]) == {f"{PRICING}.ipynb", "my-blueprint.yaml"}

    def test_a_loose_notebook_without_a_name_is_refused(self, tmp_path):
        plan = of(tmp_path, {FILE: notebook(), f"ada/{FILE}": notebook()})
        assert who(plan) == BOTH[:1]
        assert refusals(plan) == [
            f"class.zip/{FILE}: nothing says whose it is: put it into a folder with the student's name"
        ]

    def test_a_name_that_is_no_id_is_changed_and_said(self, tmp_path):
        [handin] = of(tmp_path, {f"Ada {{x}} [1]/{FILE}": notebook()}).handins
        assert handin.student == "Ada-x-1" and "the student is called 'Ada {x} [1]' there" in handin.notes

    def test_names_that_would_become_one_id_are_refused_and_both_are_named(self, tmp_path):
        files = {f"a b/{FILE}": notebook(), f"a-b/{FILE}": notebook(), f"ada/{FILE}": notebook()}
        plan = of(tmp_path, files)
        assert who(plan) == BOTH[:1] and len(plan.refused) == 2
        assert all("'a b' and 'a-b' would share the folder a-b" in text for text in refusals(plan))

    def test_names_that_differ_in_case_only_are_refused(self, tmp_path):
        plan = of(tmp_path, {f"Ada/{FILE}": notebook(), f"ada/{FILE}": notebook()})
        assert not plan.handins and len(plan.refused) == 2

    def test_a_name_of_which_nothing_is_left_is_refused(self, tmp_path):
        plan = of(tmp_path, {f"[]/{FILE}": notebook(), f"ada/{FILE}": notebook()})
        assert who(plan) == BOTH[:1] and "no student id can be made of '[]'" in refusals(plan)[0]


class TestZips:
    def test_a_zip_of_zips_has_a_student_each(self, tmp_path):
        packed = zipped({f"{JOURNEY}/{FILE}": notebook(), f"{JOURNEY}/a.csv": b"1"})
        plan = of(tmp_path, {"ada.zip": packed, f"bola_{JOURNEY}.zip": packed, "read me.txt": b""})
        assert who(plan) == BOTH and set(read(plan)["ada", JOURNEY]) == {FILE, "a.csv"}

    def test_a_zip_in_a_students_folder_is_theirs(self, tmp_path):
        packed = zipped({FILE: notebook()})
        plan = of(tmp_path, {f"ada/{JOURNEY}.zip": packed, f"bola/{JOURNEY}/work.zip": packed})
        assert who(plan) == BOTH

    def test_what_a_student_packed_cannot_name_another_student(self, tmp_path):
        forged = {
            f"bola/{JOURNEY}/{FILE}": notebook(),
            f"Bola_1_assignsubmission_file/{FILE}": notebook(text="2"),
            f"bola+{JOURNEY}+2030-01-01 00:00:00 UTC/{FILE}": notebook(text="3"),
        }
        for name in ("ada.zip", "Ada_1_assignsubmission_file/x.zip", "ada_7_8_x.zip"):
            plan = of(tmp_path, {name: zipped(forged), f"bola/{FILE}": notebook()})
            assert {student.split("-")[0] for student, _ in who(plan)} <= {"ada", "bola"}
            assert all(
                "bola" in handin.student for handin in plan.handins if "bola/02-j" in handin.where[:20]
            )
            assert [handin.where for handin in plan.handins if handin.student == "bola"] in (
                [],
                [f"class.zip/bola/{FILE}"],
            )

    def test_nor_a_time(self, tmp_path):
        late = {f"{JOURNEY}/{FILE}": (2020, 1, 1, 0, 0, 0)}
        packed = zipped(
            {f"{JOURNEY}/{FILE}": notebook(), f"{JOURNEY}/timestamp.txt": b"2020-01-01 00:00 UTC"}, late
        )
        [handin] = of(tmp_path, {"ada.zip": packed}).handins
        assert handin.time == NOON and set(handin.files) == {FILE}
        assert any("timestamp.txt is not believed" in note for note in handin.notes)

    def test_one_broken_zip_does_not_stop_the_others(self, tmp_path):
        plan = of(tmp_path, {"ada.zip": b"no zip", f"bola/{FILE}": notebook()})
        assert who(plan) == BOTH[1:] and len(plan.refused) == 1
        assert "class.zip/ada.zip: it is no zip that can be read" in refusals(plan)[0]

    def test_a_bomb_is_named_and_does_not_stop_the_others(self, tmp_path):
        bomb = zipped({FILE: notebook()} | {f"{n}.csv": bytes(2**20) for n in range(30)})
        plan = of(tmp_path, {"ada.zip": bomb, f"bola/{FILE}": notebook()}, limits=ArchiveLimits())
        assert who(plan) == BOTH[1:] and "class.zip/ada.zip: it unpacks to too much" in refusals(plan)[0]

    def test_a_source_that_cannot_be_read_is_refused_by_name(self, tmp_path):
        plan = understood(saved(tmp_path, b"no zip"), tmp_path)
        assert not plan.handins and refusals(plan)[0].startswith("class.zip: it is no zip")

    @pytest.mark.parametrize("files", [{}, {"notes.txt": b""}, {f"ada/{FILE}": notebook()}])
    def test_a_source_without_what_was_asked_for_is_refused(self, tmp_path, files):
        plan = of(tmp_path, files, assignment=PRICING)
        assert not plan.handins
        assert refusals(plan) == [
            f"class.zip: no hand-in for {PRICING} was found in it; is it the right place?"
        ]

    def test_a_hand_in_made_to_take_long_takes_seconds(self, tmp_path):
        files = {f"d{n % 99}/e{n}/a.csv": b"x" for n in range(8000)}
        files |= {f"d{n}/{FILE}": notebook() for n in range(99)}
        start = time.perf_counter()
        plan = of(tmp_path, {"ada.zip": zipped(files), f"bola/{FILE}": notebook()})
        assert who(plan) == BOTH and time.perf_counter() - start < 20

    def test_very_many_notebooks_are_no_hand_in(self, tmp_path):
        plan = of(tmp_path, {"ada.zip": zipped({f"{n}/{FILE}": notebook() for n in range(101)})})
        assert not plan.handins and "101 notebooks, more than 100" in refusals(plan)[0]


class TestMoodle:
    def test_a_download_is_understood(self, tmp_path):
        plan = of(
            tmp_path,
            {
                f"Ada Lovelace_12345_assignsubmission_file_/{FILE}": notebook(),
                "Bola Ige_12346_assignsubmission_file/week 2/answers.ipynb": notebook(),
                "Bola Ige_12346_assignsubmission_file/week 2/a.csv": b"1",
                "Bola Ige_12346_assignsubmission_onlinetext/onlinetext.html": b"<p>",
                f"Chen Li_12347_assignsubmission_file_{JOURNEY} (1).ipynb": notebook(),
                "Dana O_12348_assignsubmission_file/work.zip": zipped({f"x/{FILE}": notebook()}),
                "Emil_12349_assignsubmission_file/scan.pdf": b"%PDF",
            },
        )
        names = ["ada-lovelace", "bola-ige", "chen-li", "dana-o"]
        assert who(plan) == [(name, JOURNEY) for name in names]
        assert {handin.clock for handin in plan.handins} == {"download"}
        assert set(read(plan)["bola-ige", JOURNEY]) == {FILE, "a.csv"}
        assert refusals(plan) == [
            "class.zip/Emil_12349_assignsubmission_file/scan.pdf: Emil handed in no notebook; "
            f"the assignments are {JOURNEY}, {PRICING}"
        ]

    def test_students_of_the_same_name_keep_apart(self, tmp_path):
        files = {f"Ada L_{n}_assignsubmission_file/{FILE}": notebook(text=str(n)) for n in (7, 8)}
        plan = of(tmp_path, files)
        assert who(plan) == [("ada-l-7", JOURNEY), ("ada-l-8", JOURNEY)]
        assert all("shares a name" in handin.notes[-1] for handin in plan.handins)

    def test_blind_marking_has_numbers_for_names(self, tmp_path):
        files = {f"Participant_{n}_assignsubmission_file/{FILE}": notebook() for n in (7, 8)}
        assert [student for student, _ in who(of(tmp_path, files))] == ["participant-7", "participant-8"]


class TestCanvas:
    def test_a_download_is_understood(self, tmp_path):
        plan = of(
            tmp_path,
            {
                f"lovelaceada_4711_98765_{JOURNEY}-1.ipynb": notebook(),
                "lovelaceada_4711_98766_survey_2026_03_x.csv": b"1",
                f"igebola_LATE_4712_98767_{FILE}": notebook(),
                "lichen_4713_98768_work.zip": zipped({f"x/{FILE}": notebook()}),
                "odana_4714_text.html": b"<p>",
            },
        )
        assert who(plan) == [(name, JOURNEY) for name in ("igebola-4712", "lichen-4713", "lovelaceada-4711")]
        assert set(read(plan)["lovelaceada-4711", JOURNEY]) == {FILE, "survey_2026_03_x.csv"}
        assert plan.handins[0].notes == ("LATE, says Canvas",) and plan.handins[0].owner.late
        assert list(ignored(plan)) == ["class.zip/odana_4714_text.html"] and not plan.refused

    def test_the_later_attachment_wins(self, tmp_path):
        files = {f"a_1_{n}_{FILE}": notebook(text=str(n)) for n in (10, 9)}
        plan = of(tmp_path, files)
        assert read(plan)["a-1", JOURNEY][FILE] == notebook(text="10")
        assert "the newest of 2" in plan.handins[0].notes

    def test_a_students_data_that_look_like_it_by_chance_stay_theirs(self, tmp_path):
        files = {f"ada/{FILE}": notebook(), "ada/survey_2026_03_x.csv": b"1"}
        assert set(read(of(tmp_path, files))["ada", JOURNEY]) == {FILE, "survey_2026_03_x.csv"}


class TestExchange:
    def test_the_newest_of_each_student_is_taken_with_its_time(self, tmp_path):
        files = {
            f"ada+{JOURNEY}+2026-03-0{day} 17:02:00.12 UTC+x{day}/{FILE}": notebook(text=str(day))
            for day in (1, 3, 2)
        }
        plan = of(tmp_path, files | {f"ada+{PRICING}+2026-03-01 17:02:00 UTC+x/x.ipynb": notebook(cells=())})
        first = plan.handins[0]
        assert read(plan)["ada", JOURNEY][FILE] == notebook(text="3")
        assert first.time == datetime(2026, 3, 3, 17, 2, 0, 120000) and first.clock == "nbgrader"
        assert "the newest of 3" in first.notes and len(plan.ignored) == 2


class TestBlackboard:
    ATTEMPT = "Homework 2_{}_attempt_2026-03-0{}-11-05-00"

    def test_a_student_has_one_hand_in_the_newest_attempt_with_its_time(self, tmp_path):
        files = {
            f"{self.ATTEMPT.format('ada', 3)}_{FILE}": notebook(text="1"),
            f"{self.ATTEMPT.format('ada', 3)}_a.csv": b"1",
            f"{self.ATTEMPT.format('ada', 3)}.txt": b"Name: Ada Lovelace (ada)",
            f"{self.ATTEMPT.format('bola', 3)}_{FILE}": notebook(text="1"),
            f"{self.ATTEMPT.format('bola', 4)}_{JOURNEY}(1).ipynb": notebook(text="2"),
        }
        plan = of(tmp_path, files)
        assert who(plan) == BOTH and not plan.refused
        ada, bola = plan.handins
        assert set(ada.files) == {FILE, "a.csv"}, "the receipt is not the student's"
        assert read(plan)["bola", JOURNEY] == {FILE: notebook(text="2")}
        assert bola.handed_in == datetime(2026, 3, 4, 11, 5) and bola.clock == "Blackboard"
        assert "the newest of 2" in bola.notes
        assert "its time names no zone, and was read in UTC" in bola.notes

    @pytest.mark.parametrize("column", ["HW", "Homework_2", "02-journey-mapping", "Home_work_attempt_1"])
    @pytest.mark.parametrize("login", ["ada", "ada_l"])
    def test_the_login_is_found_whatever_the_column_is_called(self, tmp_path, column, login):
        names = [f"{column}_{one}_attempt_2026-03-03-11-05-00_x.ipynb" for one in (login, "bola")]
        assert [student for student, _ in who(of(tmp_path, dict.fromkeys(names, notebook())))] == [
            login,
            "bola",
        ]

    def test_an_attempt_without_work_does_not_replace_one_with_work(self, tmp_path):
        files = {
            f"{self.ATTEMPT.format('ada', 3)}_{FILE}": notebook(text="1"),
            f"{self.ATTEMPT.format('ada', 4)}_{FILE}": notebook(text=GIVEN),
        }
        [handin] = of(tmp_path, files).handins
        assert handin.time.day == 3 and any("holds work, unlike class.zip/" in note for note in handin.notes)


class TestGitHub:
    def test_a_student_is_the_same_in_each_assignment(self, tmp_path):
        files = {
            f"{name}-submissions/{name}-{login}/{name}.ipynb": notebook(name)
            for name in (JOURNEY, PRICING)
            for login in ("adalovelace", "bo-li-2")
        }
        files |= {f"{JOURNEY}-submissions/{JOURNEY}-adalovelace/.git/config": b"[core]"}
        expected = [(login, name) for name in (JOURNEY, PRICING) for login in ("adalovelace", "bo-li-2")]
        plan = of(tmp_path, files)
        assert who(plan) == expected and not plan.refused
        folder = laid_out(tmp_path / f"{JOURNEY}-submissions", {
            name.partition("/")[2]: content for name, content in files.items() if name.startswith(JOURNEY)
        })  # fmt: skip
        assert who(understood(folder, tmp_path)) == expected[:2]

    def test_the_repository_may_be_called_otherwise_than_the_assignment(self, tmp_path):
        files = {
            f"homework-2-submissions/homework-2-{login}/x.ipynb": notebook() for login in ("ada", "bola")
        }
        assert who(of(tmp_path, files)) == BOTH
        folder = laid_out(tmp_path / "homework-2-submissions", {
            f"homework-2-{login}/x.ipynb": notebook() for login in ("ada", "bola")
        })  # fmt: skip
        assert who(understood(folder, tmp_path)) == BOTH

    def test_a_time_in_a_repository_is_the_students_own(self, tmp_path):
        place = f"{JOURNEY}-submissions/{JOURNEY}-ada"
        files = {f"{place}/{FILE}": notebook(), f"{place}/timestamp.txt": b"2020-01-01 00:00:00 UTC"}
        [handin] = of(tmp_path, files).handins
        assert handin.time == NOON and any("is not believed" in note for note in handin.notes)

    @pytest.mark.parametrize("place", [f"{JOURNEY}-{{}}", f"{{}}_{JOURNEY}", "{} (1)", "Copy of {}"])
    def test_a_folder_may_name_the_assignment_beside_the_student_or_be_a_copy(self, tmp_path, place):
        assert (
            who(of(tmp_path, {f"{place.format(one)}/{FILE}": notebook() for one in ("ada", "bola")})) == BOTH
        )


class TestCopies:
    NAMES = (
        f"Copy of {FILE}",
        f"Kopie von {FILE}",
        f"Copia de {FILE}",
        f"Copie de {FILE}",
        f"{JOURNEY} final v2.ipynb",
        f"{JOURNEY} (1).ipynb",
        f"{JOURNEY}-Copy1.ipynb",
        f"{JOURNEY}__20260303110500.ipynb",
        f"{FILE}.ipynb",
        f"{FILE}.txt",
        "Untitled3.ipynb",
    )

    @pytest.mark.parametrize("name", NAMES)
    def test_a_copy_without_a_student_is_refused_by_name(self, tmp_path, name):
        plan = of(tmp_path, {name: notebook(), f"ada/{FILE}": notebook()})
        assert who(plan) == BOTH[:1]
        assert refusals(plan)[0].startswith(f"class.zip/{name}: nothing says whose it is")

    @pytest.mark.parametrize("name", NAMES)
    def test_in_a_students_folder_it_is_found_by_its_cells(self, tmp_path, name):
        plan = of(tmp_path, {f"ada/{name}": notebook(), f"bola/{FILE}": notebook()})
        assert who(plan) == BOTH and read(plan)["ada", JOURNEY] == {FILE: notebook()}

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("days", [(1, 2), (2, 1)])
    def test_the_copy_with_work_is_taken_whatever_the_dates_and_it_is_said(self, tmp_path, name, days):
        files = {f"ada/{FILE}": notebook(text=GIVEN), f"ada/{name}": notebook(text="x = 1")}
        dates = {path: (2026, 3, day, 12, 0, 0) for path, day in zip(files, days, strict=True)}
        plan = understood(saved(tmp_path, zipped(files, dates)), tmp_path)
        assert read(plan) == {BOTH[0]: {FILE: notebook(text="x = 1")}} and not plan.refused
        assert f"holds work, unlike class.zip/ada/{FILE}" in plan.handins[0].notes
        assert ignored(plan)[f"class.zip/ada/{FILE}"].startswith("holds no work")

    def test_two_that_hold_different_work_are_asked_for_and_both_named(self, tmp_path):
        files = {f"ada/{FILE}": notebook(text="1"), f"ada/{JOURNEY} (2).ipynb": notebook(text="2")}
        newer = {f"ada/{JOURNEY} (2).ipynb": (2026, 3, 2, 12, 0, 0)}
        content = zipped(files | {f"bola/{FILE}": notebook()}, newer)
        plan = understood(saved(tmp_path, content), tmp_path)
        assert who(plan) == BOTH[1:]
        [text] = refusals(plan)
        assert all(f"class.zip/{path}" in text for path in files)
        assert "ask which one counts, take the others out of the source and collect again" in text

    def test_a_copy_that_holds_all_that_the_other_holds_is_taken_and_it_is_said(self, tmp_path):
        files = {f"ada/{FILE}": notebook(text="1 + 1"), f"ada/{JOURNEY} (1).ipynb": notebook(extra="2 + 2")}
        plan = of(tmp_path, files)
        assert read(plan) == {BOTH[0]: {FILE: notebook(extra="2 + 2")}}
        assert f"holds all that is in class.zip/ada/{FILE}" in plan.handins[0].notes

    def test_the_same_work_twice_is_one_hand_in_under_the_right_name(self, tmp_path):
        files = {f"ada/{JOURNEY}-Copy1.ipynb": notebook(text="1"), f"ada/{FILE}": notebook(text="1 ")}
        plan = of(tmp_path, files)
        assert plan.handins[0].where == f"class.zip/ada/{FILE}" and not plan.refused

    def test_two_zips_of_one_student_are_one_student_and_decided_in_the_same_way(self, tmp_path):
        def packed(text):
            return zipped({f"{JOURNEY}/{FILE}": notebook(text=text)})

        plan = of(tmp_path, {"ada.zip": packed(GIVEN), "ada (1).zip": packed("x = 1")})
        assert read(plan) == {BOTH[0]: {FILE: notebook(text="x = 1")}}
        plan = of(tmp_path, {"ada.zip": packed("x = 2"), f"ada_{JOURNEY}.zip": packed("x = 1")})
        assert not plan.handins and "more than once with different work" in refusals(plan)[0]

    @pytest.mark.parametrize(
        "name", ["submission.zip", "final.zip", "Archive (1).zip", "Copy of homework.zip"]
    )
    def test_a_zip_that_is_named_after_nobody_is_refused(self, tmp_path, name):
        plan = of(tmp_path, {name: zipped({FILE: notebook()}), f"ada/{FILE}": notebook()})
        assert who(plan) == BOTH[:1] and "nothing says whose it is" in refusals(plan)[0]

    def test_a_name_written_in_two_forms_of_unicode_is_one_student(self, tmp_path):
        files = {f"Zo\u00eb/{FILE}": notebook(text="1"), f"Zoe\u0308/{FILE}": notebook(text=GIVEN)}
        plan = of(tmp_path, files)
        assert who(plan) == [("Zo\u00eb", JOURNEY)] and not plan.refused


class TestAssignments:
    def test_a_lesson_of_the_same_name_is_left_out(self, tmp_path):
        lesson = notebook(cells=())
        plan = of(tmp_path, {f"ada/course/{FILE}": lesson, f"ada/{JOURNEY}/{FILE}": notebook()})
        assert read(plan)["ada", JOURNEY][FILE] == notebook() and not plan.refused
        assert "is it the lesson" in ignored(plan)[f"class.zip/ada/course/{FILE}"]

    def test_alone_it_is_refused_unless_the_instructor_insists(self, tmp_path):
        files = {f"ada/{FILE}": notebook(cells=()), f"bola/{FILE}": notebook()}
        plan = of(tmp_path, files)
        assert who(plan) == BOTH[1:] and "is it the lesson" in refusals(plan)[0]
        assert who(of(tmp_path, files, assignment=JOURNEY)) == BOTH

    def test_a_notebook_that_nothing_recognises_needs_to_be_told(self, tmp_path):
        files = {"ada/x.ipynb": b"broken", f"bola/{FILE}": notebook(), "bola/4.ipynb": notebook(PRICING)}
        plan = of(tmp_path, files)
        assert ("ada", JOURNEY) not in who(plan) and "name it with --assignment" in refusals(plan)[0]
        plan = of(tmp_path, files, assignment=JOURNEY)
        assert who(plan) == BOTH and read(plan)["ada", JOURNEY] == {FILE: b"broken"}
        assert ignored(plan)["class.zip/bola/4.ipynb"] == f"is {PRICING}, not {JOURNEY}"


class TestFiles:
    def test_a_bad_file_is_refused_and_the_hand_in_is_taken(self, tmp_path):
        for name in ("aux.csv", "a:b", "x.", "a?", "~" * 241):
            plan = of(tmp_path, {f"ada/{FILE}": notebook(), f"ada/{name}": b"", "ada/fine": b""})
            assert set(read(plan)["ada", JOURNEY]) == {FILE, "fine"} and len(plan.refused) == 1

    def test_files_that_are_one_on_some_systems_are_refused(self, tmp_path):
        files = {
            f"ada/{FILE}": notebook(),
            "ada/A.csv": b"1",
            "ada/a.csv": b"2",
            "ada/b": b"",
            "ada/B/c": b"",
        }
        plan = of(tmp_path, files)
        assert set(read(plan)["ada", JOURNEY]) == {FILE, "b"}
        assert [note.where for note in plan.refused] == [
            f"class.zip/ada/{name}" for name in ("A.csv", "a.csv", "B/c")
        ]

    def test_a_folder_in_the_place_of_a_file_is_refused(self, tmp_path):
        files = {f"ada/{FILE}": notebook(), f"ada/{FILE}/x": b"", "ada/Timestamp.txt/x": b""}
        plan = of(tmp_path, files)
        assert set(read(plan)["ada", JOURNEY]) == {FILE}
        assert all("in a folder that is also a file" in text for text in refusals(plan)) and plan.refused

    def test_a_file_that_is_there_twice_is_refused(self, tmp_path):
        with pytest.warns(UserWarning, match="Duplicate name"):
            content = zipped([(f"ada/{FILE}", notebook()), ("ada/a", b"1"), ("ada/a", b"2")])
        plan = understood(saved(tmp_path, content), tmp_path)
        assert set(read(plan)["ada", JOURNEY]) == {FILE} and len(plan.refused) == 2

    def test_a_link_is_refused_by_name_wherever_it_lies(self, tmp_path):
        packed = zipped({f"{JOURNEY}/{FILE}": b"/etc/passwd"}, **link())
        plan = of(tmp_path, {"ada.zip": packed, f"bola/{FILE}": notebook()})
        assert who(plan) == BOTH[1:]
        assert refusals(plan)[0] == f"class.zip/ada.zip/{JOURNEY}/{FILE}: is a link"

    @given(st.dictionaries(st.text(min_size=1, max_size=12), st.binary(max_size=9), max_size=4))
    def test_whatever_lies_beside_it_the_notebook_comes_through_unchanged(self, tmp_path_factory, extras):
        tmp_path = tmp_path_factory.mktemp("any")
        files = {f"ada/{JOURNEY}/{FILE}": notebook()}
        extras = {posixpath.normpath(name).lstrip("/"): content for name, content in extras.items()}
        files |= {f"ada/{JOURNEY}/{name}": content for name, content in extras.items() if _writable(name)}
        found = read(of(tmp_path, files)).get(("ada", JOURNEY), {})
        assert found.pop(FILE, notebook()) == notebook()
        assert all(files[f"ada/{JOURNEY}/{name}"] == content for name, content in found.items())


def _writable(name):
    """Return whether zipfile itself can put the name into a zip, and the notebook stays the only one."""
    return not any("\ud800" <= c <= "\udfff" for c in name) and name != FILE


class TestTimes:
    def test_a_timestamp_that_the_instructor_keeps_is_taken(self, tmp_path):
        files = {
            f"ada/{JOURNEY}/{FILE}": notebook(),
            f"ada/{JOURNEY}/timestamp.txt": b"2026-02-01 10:00:00 UTC\n",
        }
        [handin] = of(tmp_path, files).handins
        assert (handin.time, handin.clock) == (datetime(2026, 2, 1, 10), "timestamp.txt")

    @pytest.mark.parametrize(
        "text", [b"\xff noon", b"", b"2026-07-03 11:05:00 XYZ", b"2026-07-03 11:05:00 IST"]
    )
    def test_one_that_cannot_be_read_makes_the_time_unknown_and_is_shown(self, tmp_path, text):
        files = {f"ada/{JOURNEY}/{FILE}": notebook(), f"ada/{JOURNEY}/timestamp.txt": text}
        [handin] = of(tmp_path, files).handins
        assert (handin.time, handin.clock) == (None, "timestamp.txt")
        [note] = handin.notes
        assert note.startswith("its time is not known: ") and text.decode("utf-8", "replace") in note

    def test_one_with_a_zone_is_the_instant_and_one_without_is_in_utc_and_said(self, tmp_path):
        files = {f"{student}/{JOURNEY}/{FILE}": notebook() for student in ("ada", "bola")}
        files |= {
            f"ada/{JOURNEY}/timestamp.txt": b"2026-07-03 11:05:00 PDT",
            f"bola/{JOURNEY}/timestamp.txt": b"2026-07-03 11:05:00",
        }
        ada, bola = of(tmp_path, files).handins
        assert (ada.time, ada.notes) == (datetime(2026, 7, 3, 18, 5), ())
        assert (bola.time, bola.notes) == (
            datetime(2026, 7, 3, 11, 5),
            ("its time names no zone, and was read as UTC",),
        )

    def test_a_zone_of_two_meanings_is_the_one_that_the_course_writes(self, tmp_path):
        files = {f"ada+{JOURNEY}+2026-01-03 11:05:00 CST+x/{FILE}": notebook()}
        assert of(tmp_path, files).handins[0].time is None
        [handin] = of(tmp_path, files, home="America/Chicago").handins
        assert handin.time == datetime(2026, 1, 3, 17, 5)

    def test_else_it_is_the_newest_file(self, tmp_path):
        folder = laid_out(tmp_path / "in", {f"ada/{FILE}": notebook(), "ada/a": b""})
        os.utime(folder / "ada" / FILE, (1772384520, 1772384520))
        os.utime(folder / "ada" / "a", (1772384000, 1772384000))
        assert understood(folder, tmp_path).handins[0].time == datetime(2026, 3, 1, 17, 2)

    def test_a_zip_without_a_zone_is_read_in_the_one_that_is_named_or_said_to_be_unknown(self, tmp_path):
        source = saved(tmp_path, zipped({f"ada/{FILE}": notebook()}))
        [handin] = understood(source, tmp_path, zone="Europe/Berlin").handins
        assert (handin.handed_in, handin.notes) == (datetime(2026, 3, 1, 11), ())
        [handin] = understood(source, tmp_path, zone="").handins
        assert (handin.handed_in, handin.notes) == (None, (NO_ZONE,))

    @pytest.mark.parametrize(
        "place",
        [f"Ada_7_assignsubmission_file/{FILE}", f"ada_1_2_{FILE}", f"x-submissions/x-ada/{FILE}"],
    )
    def test_the_time_of_a_download_is_not_that_of_a_hand_in(self, tmp_path, place):
        [handin] = of(tmp_path, {place: notebook()}).handins
        assert handin.handed_in is None and handin.time == NOON and not handin.stated
