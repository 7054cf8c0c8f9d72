"""A name is judged before it reaches the disk, by the rules of every system; an id suits nbgrader."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.collect.names import junk, leaves, same_file, shown, student_id, unsafe

BAD = {
    "/etc/passwd": "absolute",
    "../x": "upward",
    "a/../../x": "upward",
    "C:/x": "drive",
    "c:x": "drive",
    "a\\..\\x": "backslash",
    "a\0b": "no text",
    "a\x1b[31m": "no text",
    "a\u202etxt.exe": "no text",
    "a\udc80": "no text",
    "x" * 300: "longer",
    "a/b:stream": "Windows refuses",
    "what?.csv": "Windows refuses",
    "data/CON": "device",
    "com1.csv": "device",
    "NUL .txt": "device",
    "lpt¹": "device",
    "x.": "dot or a space",
    "a /x": "dot or a space",
    "a//b": "empty part",
    "./a": "empty part",
    "": "empty part",
    "/".join(["long"] * 60): "path longer",
}


@pytest.mark.parametrize("name", BAD)
def test_a_name_that_leads_out_or_cannot_be_written_somewhere_is_refused_with_the_reason(name):
    assert BAD[name] in unsafe(name)


@pytest.mark.parametrize(
    "name", ["a.csv", "data/année 1 (2).csv", "console.py", "..a", "a..b", "日本.txt", "-x"]
)
def test_an_ordinary_name_is_fine(name):
    assert unsafe(name) == leaves(name) == ""


@given(st.text(alphabet=st.sampled_from("ab./\\:C*\0 \u00e9"), max_size=12) | st.text(max_size=30))
def test_a_name_that_is_not_refused_stays_in_its_folder_on_every_system(name):
    if not unsafe(name):
        for kind in (PurePosixPath, PureWindowsPath):
            path = kind(name)
            assert not path.is_absolute() and not path.drive and not path.root
            assert path.parts and ".." not in path.parts


@given(st.text(max_size=40))
def test_an_id_is_one_safe_folder_name_and_stays_the_same_when_asked_again(name):
    made = student_id(name)
    assert student_id(made) == made
    if made:
        assert "/" not in made and not unsafe(made) and not made.startswith(".")
        assert not set(made) & set("[]{}*?%\\ '\"")


@pytest.mark.parametrize("name", ["", "..", "/", "con", "{}", "-", "a" * 500])
def test_where_nothing_safe_is_left_there_is_no_id(name):
    assert student_id(name) == ""


def test_two_names_are_one_file_where_case_or_the_form_of_an_accent_does_not_count():
    assert same_file("É.csv") == same_file("e\u0301.CSV") != same_file("e.csv")


def test_what_systems_leave_behind_is_told_from_files():
    assert junk(".DS_Store") and junk("__pycache__") and junk("Thumbs.db")
    assert not junk("..") and not junk("a.csv")


def test_what_is_shown_holds_no_codes_for_the_terminal():
    assert shown("a\x1b]0;x\x07\udc80é") == "a\\x1b]0;x\\x07\\udc80é"
