"""Pages go out to those whose they are: the platforms' own rules find each, and who is left out is named."""

import csv
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.grading.collect.numbers import SeenNumbers
from ecotools.grading.course import Course
from ecotools.grading.feedback import FeedbackError
from ecotools.grading.feedback.addresses import KEYS, file_name
from ecotools.grading.feedback.jobs import FAILED, WRITTEN, FeedbackPage
from ecotools.grading.feedback.packages import ADDRESSES, pack
from ecotools.grading.roster.people import RosterPerson
from ecotools.grading.roster.roster_file import write_roster

from .collect.making import notebook, saved, zipped
from .commands import run_in
from .conftest import tiny  # noqa: F401 - a fixture
from .importers import canvas_comments, moodle_feedback
from .marked import copy_of, marked  # noqa: F401 - a fixture
from .tiny import NAME, make_course

PEOPLE = [
    RosterPerson("ada", "Lovelace, Ada", "ada@x.org", id="101", participants=f"{NAME}=7"),
    RosterPerson("ada2", "Lovelace, Ada", "ada2@x.org", participants=f"{NAME}=8"),
    RosterPerson("bo", "_9_assignsubmission_, .~Bo", "both@x.org", participants=f"{NAME}=10"),
    RosterPerson("cy", "42", "BOTH@x.org", participants=f"{NAME}=11"),
    RosterPerson("dee", "Dee", "=dee@x.org", participants=f"{NAME}=11"),
    RosterPerson("eve", "Eve"),
]
FILES = {"ada": ("101", 98765), "ada2": ("102", 98766), "bo": ("103", 98767), "cy": ("104", 98768)}


@pytest.fixture
def course(tmp_path):
    course = Course(tmp_path)
    write_roster(course, PEOPLE)
    seen = SeenNumbers()
    for student, numbers in FILES.items():
        seen.add_file(NAME, student, *numbers)
    seen.write(course.root)
    return course


def pages(course, *students, stem=NAME):
    """Write a page for each student that says whose it is."""
    made = []
    for student in students or [*(one.student for one in PEOPLE), "stranger"]:
        file = course.root / "feedback" / student / NAME / f"{stem}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(student, encoding="utf-8")
        made.append(FeedbackPage(student, NAME, file, WRITTEN))
    return made


def left(packed):
    """Return who is left out, by name and id."""
    return [text.partition(f", {NAME}: ")[0] for text in packed.left_out]


def test_moodle_gives_each_page_to_its_participant_and_passes_over_none(course, tmp_path):
    packed = pack(course, pages(course), "moodle", tmp_path / "out")
    (file,) = packed.files
    with zipfile.ZipFile(file) as archive:
        found = moodle_feedback(archive, {7: "ada", 8: "ada2", 9: "nobody", 10: "bo", 11: "cy"})
        assert len(archive.namelist()) == packed.pages == 3
    assert found == {one: {f"{NAME}.html": one.encode()} for one in ("ada", "ada2", "bo")}
    assert left(packed) == ["Eve (eve)", "stranger", "42 (cy)", "Dee (dee)"]
    assert packed.left_out[0].endswith(f"ecotools roster FILE --assignment {NAME}")
    assert packed.left_out[2].endswith("the number 11 is also that of Dee (dee)")


def test_canvas_gives_each_page_to_the_user_of_the_file_that_was_handed_in(course, tmp_path):
    packed = pack(course, pages(course, stem="my_link"), "canvas", tmp_path / "out")
    handed_in = {user: {str(number): "work.ipynb"} for user, number in FILES.values()}
    with zipfile.ZipFile(packed.files[0]) as archive:
        found, ignored = canvas_comments(archive, handed_in)
    assert not ignored and packed.pages == 4
    assert found == {user: [("work.ipynb", one.encode())] for one, (user, _) in FILES.items()}
    assert left(packed) == ["Dee (dee)", "Eve (eve)", "stranger"]


def test_a_file_of_another_user_of_canvas_is_not_guessed_about(course, tmp_path):
    write_roster(course, [replace(PEOPLE[0], id="555")])
    packed = pack(course, pages(course, "ada"), "canvas", tmp_path)
    assert not packed.files and "Canvas's user 101, and the roster has 555" in packed.left_out[0]


def test_canvas_keeps_one_page_for_a_file_so_several_are_named(course, tmp_path):
    several = pages(course, "ada") + pages(course, "ada", "ada2", stem="part-2")
    packed = pack(course, several, "canvas", tmp_path)
    assert packed.pages == 1 and left(packed) == ["Ada Lovelace (ada)"] * 2
    assert pack(course, several, "moodle", tmp_path).pages == 3


def test_whoever_mails_has_a_folder_for_each_address_and_a_table_of_them(course, tmp_path):
    packed = pack(course, pages(course), "mail", tmp_path / "out")
    (table,) = packed.files
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["address"], row["name"], row["student"]) for row in rows] == [
        ("ada@x.org", "Ada Lovelace", "ada"),
        ("ada2@x.org", "Ada Lovelace", "ada2"),
    ]
    for row in rows:
        assert (table.parent / row["file"]).read_text(encoding="utf-8") == row["student"]
        assert row["file"] == f"{row['address']}/{NAME}.html"
    assert left(packed) == ["Dee (dee)", "Eve (eve)", "stranger", ".~Bo _9_assignsubmission_ (bo)", "42 (cy)"]
    assert "is also that of 42 (cy)" in packed.left_out[3]


def test_what_went_out_before_is_replaced_and_nothing_else(course, tmp_path):
    pack(course, pages(course), "mail", tmp_path)
    pack(course, pages(course, "ada2"), "mail", tmp_path)
    assert {one.name for one in (tmp_path / "mail").iterdir()} == {"ada2@x.org", ADDRESSES}
    (zip_of_before,) = pack(course, pages(course, "ada"), "moodle", tmp_path).files
    assert not pack(course, pages(course, "eve"), "moodle", tmp_path).files and not zip_of_before.exists()
    (tmp_path / "mail" / ADDRESSES).unlink()
    with pytest.raises(FeedbackError, match="name another one with --out"):
        pack(course, pages(course), "mail", tmp_path)


def test_a_page_that_failed_does_not_go_out_and_the_same_pages_make_the_same_zip(course, tmp_path):
    made = [*pages(course, "ada"), replace(pages(course, "ada2")[0], state=FAILED, error="no such notebook")]
    (first,) = pack(course, made, "moodle", tmp_path / "a").files
    (second,) = pack(course, made, "moodle", tmp_path / "b").files
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.namelist() == [f"Ada Lovelace_7_assignsubmission_file_{NAME}.html"]


def test_without_a_roster_the_numbers_seen_when_collecting_are_enough(tmp_path):
    course, seen = Course(tmp_path), SeenNumbers()
    seen.add(NAME, "7", "adalovelace", "ada-lovelace")
    seen.write(course.root)
    packed = pack(course, pages(course, "ada-lovelace", "bo"), "moodle", tmp_path / "out")
    assert packed.pages == 1 and left(packed) == ["bo"]


def test_canvas_numbers_are_kept_from_the_download_and_the_latest_file_counts(tmp_path):
    course = make_course(tmp_path / "course")
    write_roster(course, [replace(PEOPLE[0], student="ada")])
    for number in (98770, 98765):
        work = notebook(cells=["01-q1", "01-q2"], text=f"by {number}")
        file = saved(tmp_path, zipped({f"lovelaceada_LATE_101_{number}_{NAME}.ipynb": work}))
        run_in(course, "collect", file)
    assert SeenNumbers.read(course.root).file(NAME, "ada") == "101_98770"
    before = '{"students": {}, "names": {}}'  # as it was written before files were kept
    (course.root / ".ecotools" / "collected.json").write_text(before)
    assert SeenNumbers.read(course.root).file(NAME, "ada") == ""


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_people_are_called_no_platform_takes_a_page_for_anothers(data):
    texts = st.sampled_from(["Ada_7_x", "7", ".", "~a", "Zoë, 8_8", "link", "a/b", "101_98765", "", "李, 雷"])
    number = st.integers(1, 20).map(str)
    person = RosterPerson("s", data.draw(texts), participants=f"{NAME}={data.draw(number)}")
    stem = data.draw(st.sampled_from([NAME, "link", "_1_2_link", "~x", ".hidden", "3_4"]))
    seen = SeenNumbers(files={NAME: {"s": f"{data.draw(number)}_{data.draw(number)}"}})
    page = FeedbackPage("s", NAME, Path(f"{stem}.html"), WRITTEN)
    for way in ("moodle", "canvas"):
        key, why = KEYS[way](person, NAME, seen)
        name = file_name(way, key, person, page)
        assert not why and "/" not in name
        archive = _Archive(name)
        if way == "moodle":
            assert list(moodle_feedback(archive, {n: n for n in range(1, 21)})) == [int(key)]
        else:
            user, file = key.split("_")
            everybody = {str(n): {str(m): "x" for m in range(1, 21)} for n in range(1, 21)}
            assert canvas_comments(archive, everybody) == ({user: [("x", b"")]}, [])
            assert file in name.split("_")


class _Archive:
    """A zip of one empty file."""

    def __init__(self, name):
        self._name = name

    def namelist(self):
        return [self._name]

    def read(self, name):
        return b""


def test_the_command_says_what_goes_out_and_who_is_left(marked, tmp_path):  # noqa: F811
    course = copy_of(marked, tmp_path)
    write_roster(course, [one for one in PEOPLE if one.student == "ada"])
    words = ["feedback", NAME, "--student", "ada", "--jobs", "1"]
    code, text = run_in(course, *words, "--for", "moodle", "--for", "mail")
    assert code == 0, text
    assert "For moodle: 1 page in " in text and f"feedback-{NAME}-moodle.zip" in text
    assert (course.root / "handed-back" / "mail" / "ada@x.org" / f"{NAME}.html").exists()
    code, text = run_in(
        course, *words[:2], "--for", "canvas", "--out", tmp_path / "o", "--json", "--jobs", "1"
    )
    said = json.loads(text)
    assert code == 1 and len(said["pages"]) == 5 and len(said["packed"][0]["left_out"]) == 5
    assert run_in(course, *words, "--out", tmp_path)[0] == 2
