"""A file name says an assignment and a student; how a copy is marked is no name, in whatever language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.collect.titles import is_notebook, named, person, stem

from .making import JOURNEY, THERE

COPIES = [
    JOURNEY,
    # Browsers, an LMS, Windows, macOS, Jupyter, nbgitpuller.
    f"{JOURNEY}-1",
    f"{JOURNEY} (2)",
    f"{JOURNEY}(12)",
    f"{JOURNEY} (1)-2",
    f"{JOURNEY}_copy",
    f"{JOURNEY}-Copy1",
    f"{JOURNEY} - Copy (3)",
    f"{JOURNEY} - Kopie",
    f"{JOURNEY}__20260303110500",
    "02_Journey_Mapping",
    "02 journey mapping copy 2",
    # Colab, which says it in the reader's language.
    f"Copy of {JOURNEY}",
    f"Copy of Copy of {JOURNEY}",
    f"Copy of {JOURNEY} (1).ipynb",
    f"Kopie von {JOURNEY}",
    f"Kopie van {JOURNEY}",
    f"Copia de {JOURNEY}",
    f"Copia di {JOURNEY}",
    f"Cópia de {JOURNEY}",
    f"Copie de {JOURNEY}",
    f"Kopia {JOURNEY}",
    f"Копия {JOURNEY}",
    f"{JOURNEY}的副本",
    f"{JOURNEY} のコピー",
    f"{JOURNEY}의 사본",
    # People.
    f"{JOURNEY} final v2",
    f"{JOURNEY}_FINAL",
    f"{JOURNEY}-final-version",
    f"{JOURNEY} (final)",
    f"{JOURNEY} v1.2",
    f"my {JOURNEY}",
    f"{JOURNEY} solution",
    f"{JOURNEY}-submissions",
    f"{JOURNEY}-main",
    f"{JOURNEY}-checkpoint",
]


@pytest.mark.parametrize("title", COPIES)
def test_a_copy_is_of_the_assignment_and_of_no_student(title):
    assert named(title, THERE)[:2] == (JOURNEY, "")


@pytest.mark.parametrize("title", COPIES[1:10])
def test_that_it_is_a_copy_is_seen(title):
    assert named(title, THERE)[2]


@pytest.mark.parametrize(
    "title",
    [
        f"bola_{JOURNEY}",
        f"{JOURNEY}_bola",
        f"bola - {JOURNEY} (2)",
        f"{JOURNEY}-1-bola",
        f"bola+{JOURNEY}",
        f"{JOURNEY}-bola final v2",
        f"Copy of {JOURNEY}-bola",
        f"Kopie von bola {JOURNEY}-Copy1",
        f"bola - Copy of {JOURNEY}",
        f"{JOURNEY} - Copy of bola",
    ],
)
def test_the_student_beside_it_is_found_without_the_marks(title):
    assert named(title, THERE)[:2] == (JOURNEY, "bola")


@pytest.mark.parametrize(
    "name", ["Olivia", "Finley", "Serafin", "user-07", "Li New", "12345678", "Kopiec", "v"]
)
def test_a_name_that_only_looks_like_a_mark_stays_whole(name):
    assert named(f"{JOURNEY}-{name}", THERE)[1] == name == person(name)


@pytest.mark.parametrize(
    "title", [f"x{JOURNEY}", f"{JOURNEY}x", f"ada-{JOURNEY}-bola", "my answers", "", "---"]
)
def test_other_titles_say_nothing(title):
    assert named(title, THERE) == ("", "", "")


def test_an_assignment_that_another_ones_name_starts_with_is_told_apart():
    assert named("exam-1", ["exam", "exam-1"])[0] == "exam-1"
    assert named("exam-2", ["exam", "exam-1"])[0] == "exam"


@pytest.mark.parametrize(
    "name", ["final", "Submission", "homework", "Archive (1)", "v2", "new", "Kopie", "1"]
)
def test_a_mark_alone_is_no_person(name):
    assert person(name) == ""


@given(st.text(max_size=60))
def test_no_title_is_an_accident(title):
    for text in (title, f"{title}{JOURNEY}", f"{JOURNEY}{title}"):
        assignment, student, _ = named(text, THERE)
        assert assignment or not student


@pytest.mark.parametrize("ending", [".ipynb", ".IPYNB", ".ipynb.ipynb", ".ipynb.txt", ".ipynb.json"])
def test_a_notebook_is_known_by_its_ending_however_it_was_lengthened(ending):
    assert is_notebook(f"a/b{ending}") and stem(f"a/b{ending}") == "b"
