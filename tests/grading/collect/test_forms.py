"""The names that nbgrader, Moodle and Canvas really give are taken apart; others are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.collect.forms import read

from .making import JOURNEY

FORMS = {
    # Moodle, folders: with and without the underscore of earlier versions, underscores for spaces, a group.
    "Ada Lovelace_12345_assignsubmission_file_/a.ipynb": ("ada-lovelace", "Moodle", "a.ipynb"),
    "Ada Lovelace_12345_assignsubmission_file/data/a.csv": ("ada-lovelace", "Moodle", "data/a.csv"),
    "CS101-Journey-99/Zoë O'Neil_7_assignsubmission_file/a.ipynb": ("zoë-o-neil", "Moodle", "a.ipynb"),
    "Ada_Lovelace_12345_assignsubmission_file_/a.ipynb": ("ada-lovelace", "Moodle", "a.ipynb"),
    "Group 7_31_assignsubmission_file_/a.ipynb": ("group-7", "Moodle", "a.ipynb"),
    "Default group_assignsubmission_file/a.ipynb": ("default-group", "Moodle", "a.ipynb"),
    "Participant_12345_assignsubmission_file/a.ipynb": ("participant-12345", "Moodle", "a.ipynb"),
    # Moodle, all files in one folder.
    "Ada Lovelace_12345_assignsubmission_file_a_1.ipynb": ("ada-lovelace", "Moodle", "a_1.ipynb"),
    # Canvas: on time, late, with hyphens as before 2015, anonymous, a name of digits, no letters at all.
    "lovelaceada_4711_98765_a.ipynb": ("lovelaceada-4711", "Canvas", "a.ipynb"),
    "lovelaceada_LATE_4711_98765_a_12_34_b.ipynb": ("lovelaceada-4711", "Canvas", "a_12_34_b.ipynb"),
    "lovelace-ada_late_4711_98765_a.ipynb": ("lovelace-ada-4711", "Canvas", "a.ipynb"),
    "anon_Ab3dE_98765_a.ipynb": ("anon-Ab3dE", "Canvas", "a.ipynb"),
    "LATE_anon_Ab3dE_98765_a.ipynb": ("anon-Ab3dE", "Canvas", "a.ipynb"),
    "müllerzoë_4711_98765_my answers.ipynb": ("müllerzoë-4711", "Canvas", "my answers.ipynb"),
    "_4711_98765_a.ipynb": ("4711", "Canvas", "a.ipynb"),
    # nbgrader's exchange: with and without the random part, a plus in the name.
    f"ada+{JOURNEY}+2026-03-01 17:02:00.123456 UTC+aB3_x-9/a.ipynb": ("ada", "nbgrader", "a.ipynb"),
    f"a+b+{JOURNEY}+2026-03-01 17:02:00 UTC/a.ipynb": ("a+b", "nbgrader", "a.ipynb"),
    f"ada+{JOURNEY}+2026-03-01 17:02:00 +0530+x/a.ipynb": ("ada", "nbgrader", "a.ipynb"),
    f"ada+{JOURNEY}+2026-03-01 17:02:00.5+x/a.ipynb": ("ada", "nbgrader", "a.ipynb"),
}


@pytest.mark.parametrize("path", FORMS)
def test_a_name_tells_whose_it_is_and_where_it_lay(path):
    owner, rest, _ = read(path)
    assert (owner.id, owner.form, rest) == FORMS[path]


def test_what_else_a_name_says_is_kept():
    owner, _, order = read("lovelaceada_LATE_4711_98765_a.ipynb")
    assert owner.late and owner.number == "4711" and order == 98765
    owner, _, _ = read(f"ada+{JOURNEY}+2026-03-01 17:02:00.5 UTC+x/a.ipynb")
    assert owner.assignment == JOURNEY and owner.time == "2026-03-01 17:02:00.5 UTC"


@pytest.mark.parametrize(
    "path",
    [
        "ada/02-journey-mapping/a.ipynb",
        "02-journey-mapping (2).ipynb",
        "2026_03_02-journey-mapping.ipynb",
        "Ada_12_assignsubmission_onlinetext/onlinetext.html",
        "lovelaceada_4711_text.html",
        "a+b/c.ipynb",
    ],
)
def test_other_names_have_no_form(path):
    assert read(path) is None


@given(st.text(max_size=60))
def test_no_name_is_an_accident(path):
    found = read(path)
    assert found is None or path.endswith(found[1])
