"""Whose a hand-in is: by number, then by name; what cannot be decided is refused, never merged or split."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.grading.collect.forms import Owner
from ecotools.grading.collect.numbers import SeenNumbers
from ecotools.grading.collect.owners import NAMESAKES, Whose, told
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import write_roster

from ..commands import run_in
from ..tiny import NAME, make_course
from .making import JOURNEY, PRICING, laid_out, notebook, saved, understood, zipped

FILE = f"{JOURNEY}.ipynb"
ADA = RosterPerson("ada", "Lovelace, Ada", "ada@x.org", id="101", idnumber="900", participants=f"{JOURNEY}=7")
ADA2 = RosterPerson(
    "ada2", "Lovelace, Ada", "ada.l@x.org", id="102", idnumber="901", participants=f"{JOURNEY}=8"
)
ZOE = RosterPerson("zoe", "de la Cruz, Zoë", "zoe@x.org", github="zoe-gh", username="zdc")
BO = RosterPerson("bo", "Ek, Bo", "bo@x.org")
CLASS = {one.student: one for one in (ADA, ADA2, ZOE, BO)}


def moodle(*owners, assignment=JOURNEY):
    """Return a download of Moodle's with a hand-in of each (name, number)."""
    return {
        f"{name}_{number}_assignsubmission_file/x.ipynb": notebook(assignment, text=str(number))
        for name, number in owners
    }


def of(tmp_path, files, roster=CLASS, seen=None, **said):
    """Return who handed in what by place in the source, the refusals, and what was seen."""
    whose = Whose(roster, seen or SeenNumbers(), said)
    plan = understood(saved(tmp_path, zipped(files)), tmp_path, whose=whose)
    whose.remember(plan.handins)
    students = {handin.where.split("/")[1]: handin.student for handin in plan.handins}
    return list(students.values()), [note.why for note in plan.refused], whose.seen


class TestRoster:
    def test_moodles_number_of_the_assignment_tells_namesakes_apart(self, tmp_path):
        files = moodle(("Ada Lovelace", 8), ("Ada Lovelace", 7), ("Zoë de la Cruz", 9))
        assert sorted(of(tmp_path, files)[0]) == ["ada", "ada2", "zoe"]

    def test_where_the_number_is_not_known_a_shared_name_is_refused(self, tmp_path):
        files = moodle(("Ada Lovelace", 31), assignment=PRICING)
        students, refused, _ = of(tmp_path, files)
        assert not students
        assert refused == [
            "'Ada Lovelace' (number 31) could be Ada Lovelace (ada) or Ada Lovelace (ada2): read the grading "
            "worksheet of this assignment with ecotools roster, or say whose it is with --owner"
        ]

    def test_another_number_of_the_assignment_is_another_person(self, tmp_path):
        _, refused, _ = of(tmp_path, moodle(("Ada Lovelace", 5)), {"ada": ADA})
        assert "is not in the roster" in refused[0]

    def test_two_of_one_name_are_not_merged_where_the_roster_knows_one(self, tmp_path):
        files = moodle(("Bo Ek", 1), ("Bo Ek", 2), ("Zoë de la Cruz", 9))
        students, refused, _ = of(tmp_path, files)
        assert students == ["zoe"] and len(refused) == 2
        assert "'Bo Ek' (number 1) and 'Bo Ek' (number 2) would all be Bo Ek (bo)" in refused[0]

    def test_nor_in_a_second_download(self, tmp_path):
        students, _, seen = of(tmp_path, moodle(("Bo Ek", 1)))
        assert students == ["bo"]
        students, refused, _ = of(tmp_path, moodle(("Bo Ek", 2), ("Bo Ek", 1)), seen=seen)
        assert students == ["bo"] and "'Bo Ek' (number 2) is not in the roster" in refused[0]

    def test_canvas_is_known_by_its_number_and_the_name_is_no_help_against_it(self, tmp_path):
        files = {f"lovelaceada_{n}_5{n}_x.ipynb": notebook(text=str(n)) for n in (102, 101, 103)}
        students, refused, _ = of(tmp_path, files)
        assert sorted(students) == ["ada", "ada2"] and "number 103) is not in the roster" in refused[0]

    def test_canvas_finds_by_name_who_has_no_number_yet(self, tmp_path):
        files = {"delacruzzoë_7_70_x.ipynb": notebook(), "ekbo_LATE_8_80_x.ipynb": notebook()}
        assert sorted(of(tmp_path, files)[0]) == ["bo", "zoe"]

    def test_a_number_of_canvas_that_was_seen_is_no_other_persons_in_any_assignment(self, tmp_path):
        students, _, seen = of(tmp_path, {"ekbo_8_80_x.ipynb": notebook()})
        assert students == ["bo"]
        files = {"ekbo_9_90_x.ipynb": notebook(PRICING), "ekbo_8_91_x.ipynb": notebook(PRICING)}
        students, refused, _ = of(tmp_path, files, seen=seen)
        assert students == ["bo"] and "'ekbo' (number 9) is not in the roster" in refused[0]

    @pytest.mark.parametrize(
        "folder", ["zoe", "ZOE@x.org", "zdc", "zoe-gh", "de la Cruz, Zoë", "Zoë_de_la_Cruz"]
    )
    def test_a_folder_is_known_by_any_of_their_names(self, tmp_path, folder):
        assert of(tmp_path, {f"{folder}/{FILE}": notebook()})[0] == ["zoe"]

    def test_a_folder_of_a_shared_name_is_refused(self, tmp_path):
        _, refused, _ = of(tmp_path, {f"Ada Lovelace/{FILE}": notebook(), f"bo/{FILE}": notebook()})
        assert "could be Ada Lovelace (ada) or Ada Lovelace (ada2)" in refused[0]

    def test_logins_of_other_systems_are_known(self, tmp_path):
        files = {
            f"HW_zdc_attempt_2026-03-03-11-05-00_{FILE}": notebook(),
            f"HW_bo_attempt_2026-03-03-11-05-00_{FILE}": notebook(),
        }
        assert sorted(of(tmp_path, files)[0]) == ["bo", "zoe"]
        assert of(tmp_path, {f"hw-submissions/hw-zoe-gh/{FILE}": notebook()})[0] == ["zoe"]

    def test_who_is_unknown_is_refused_and_the_instructor_can_say_who_it_is(self, tmp_path):
        files = {f"eve/{FILE}": notebook(), f"bo/{FILE}": notebook()}
        students, refused, _ = of(tmp_path, files)
        assert students == ["bo"] and "'eve' is not in the roster" in refused[0]
        assert sorted(of(tmp_path, files, eve="zoe")[0]) == ["bo", "zoe"]

    def test_blind_marking_goes_by_number_alone(self, tmp_path):
        students, refused, _ = of(tmp_path, moodle(("Participant", 8), ("Participant", 5)))
        assert students == ["ada2"] and "number 5) is not in the roster" in refused[0]

    def test_two_hand_ins_of_one_student_are_one_question_and_no_silent_choice(self, tmp_path):
        files = {f"bo/{FILE}": notebook(text="1"), f"Bo Ek/{FILE}": notebook(text="2")}
        students, refused, _ = of(tmp_path, files)
        assert not students and "bo handed in 02-journey-mapping more than once" in refused[0]

    @settings(max_examples=25, deadline=None)
    @given(st.permutations([("Ada Lovelace", 7), ("Ada Lovelace", 8), ("Bo Ek", 1), ("Bo Ek", 2)]), st.data())
    def test_nobody_gets_the_work_of_two(self, owners, data):
        some = owners[: data.draw(st.integers(1, 4))]
        asked = [Owner(name, "Moodle", str(number)) for name, number in some]
        answers = Whose(CLASS)._answers(JOURNEY, asked)
        students = [student for student, _ in answers.values() if student]
        assert len(students) == len(set(students)) and set(answers) == set(asked)


class TestWithout:
    """No roster: names are ids, and what was collected before is remembered."""

    def test_a_second_student_of_the_name_in_a_later_download_is_kept_apart(self, tmp_path):
        students, _, seen = of(tmp_path, moodle(("Ada L", 7)), {})
        assert students == ["ada-l"]
        students, refused, _ = of(tmp_path, moodle(("Ada L", 7), ("Ada L", 8)), {}, seen)
        assert sorted(students) == ["ada-l", "ada-l-8"] and not refused

    def test_one_of_two_comes_again_alone(self, tmp_path):
        _, _, seen = of(tmp_path, moodle(("Ada L", 7), ("Ada L", 8)), {})
        assert of(tmp_path, moodle(("Ada L", 8)), {}, seen)[0] == ["ada-l-8"]

    def test_in_another_assignment_nobody_can_know_and_it_is_refused(self, tmp_path):
        _, _, seen = of(tmp_path, moodle(("Ada L", 7), ("Ada L", 8), ("Bo", 9)), {})
        files = moodle(("Ada L", 31), ("Bo", 32), assignment=PRICING)
        students, refused, _ = of(tmp_path, files, {}, seen)
        assert students == ["bo"]
        assert "could be ada-l-7 or ada-l-8 or somebody new: a roster tells them apart" in refused[0]

    def test_two_in_a_second_assignment_are_not_split_from_the_first(self, tmp_path):
        _, _, seen = of(tmp_path, moodle(("Ada L", 7)), {})
        files = moodle(("Ada L", 31), ("Ada L", 32), assignment=PRICING)
        students, refused, _ = of(tmp_path, files, {}, seen)
        assert not students and len(refused) == 2

    def test_the_first_two_of_a_name_have_its_numbers_and_it_is_said(self, tmp_path):
        plan = understood(saved(tmp_path, zipped(moodle(("Ada L", 7), ("Ada L", 8)))), tmp_path)
        assert [handin.notes[-1] for handin in plan.handins] == [NAMESAKES] * 2

    def test_what_was_seen_is_kept_and_a_broken_file_is_nothing(self, tmp_path):
        seen = SeenNumbers()
        seen.add(JOURNEY, "7", "adal", "ada-l")
        seen.write(tmp_path)
        assert SeenNumbers.read(tmp_path) == seen
        (tmp_path / ".ecotools" / "collected.json").write_text("[1")
        assert SeenNumbers.read(tmp_path) == SeenNumbers()


class TestEmptyFolders:
    def test_an_empty_folder_is_a_student_without_a_hand_in(self, tmp_path):
        folder = laid_out(tmp_path / "in", {f"ada/{FILE}": notebook()})
        (folder / "bo").mkdir()
        plan = understood(folder, tmp_path)
        assert [handin.student for handin in plan.handins] == ["ada"] and not plan.refused
        assert [(note.where, note.why) for note in plan.ignored] == [
            ("bo", "is an empty folder: nothing was handed in there")
        ]
        packed = {f"ada/{FILE}": notebook(), "bo/": b"", "ada/": b""}
        plan = understood(saved(tmp_path, zipped(packed)), tmp_path)
        assert [note.where for note in plan.ignored] == ["class.zip/bo"]


class TestCommand:
    def test_roster_owner_and_what_is_said_without_one(self, tmp_path):
        course = make_course(tmp_path / "course")
        cells = ["01-q1", "01-q2"]
        source = laid_out(
            tmp_path / "in", {f"{who}/{NAME}.ipynb": notebook(cells=cells) for who in ("eve", "Bo Ek")}
        )

        def run(*words):
            code, text = run_in(course, "collect", source, *words)
            return code, " ".join(text.split())

        code, text = run("--dry-run")
        assert code == 0 and "Without a roster students are who the source names" in text
        write_roster(course, [ZOE, BO])
        code, text = run()
        assert code == 1 and "'eve' is not in the roster" in text
        assert course.students(NAME) == ["bo"]
        assert run("--owner", "eve=zoe")[0] == 0 and course.students(NAME) == ["bo", "zoe"]
        assert run("--owner", "eve=nobody")[0] == run("--owner", "eve")[0] == 2


@pytest.mark.parametrize("text", ["eve", "=ada", "eve=../x", "eve="])
def test_what_says_no_owner_is_refused(text):
    with pytest.raises(ValueError, match="expected NAME=STUDENT"):
        told([text], {}, ValueError)
