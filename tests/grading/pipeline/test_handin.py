"""A folder that was handed in is read within bounds; what has no place in it is left out by name."""

import os
import sys

import pytest

from ecotools.grading.collect.instants import Instant as Unclear
from ecotools.grading.pipeline import handin
from ecotools.grading.pipeline.handin import HandInError, read_handin, shadows, timestamp

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
IGNORE = [".*", "__pycache__", "*.pyc"]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "ada" / "01-tiny"
    folder.mkdir(parents=True)
    (folder / "01-tiny.ipynb").write_text("{}")
    (folder / "timestamp.txt").write_text("2026-03-01 17:00:00 UTC\n")
    (folder / "sales.csv").write_text("a,b")
    return folder


def read(folder):
    return read_handin(folder, "ada", ("01-tiny",), IGNORE)


def test_notebooks_files_and_time_are_told_apart(folder):
    (folder / "data").mkdir()
    (folder / "data" / "more.csv").write_text("c")
    (folder / "scratch.ipynb").write_text("{}")
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "01-tiny.ipynb").write_text("{}")
    given = read(folder)
    assert given.notebooks == {"01-tiny": b"{}"}
    assert given.files == {"data/more.csv": b"c", "sales.csv": b"a,b"}
    assert (given.timestamp, given.left_out) == ("2026-03-01 17:00:00 UTC", ())


def test_a_renamed_notebook_is_named_with_what_is_there(folder):
    (folder / "01-tiny.ipynb").rename(folder / "mine.ipynb")
    with pytest.raises(
        HandInError, match=r"01-tiny\.ipynb: not there; the folder holds mine\.ipynb\. Was it"
    ):
        read(folder)


@needs_links
@pytest.mark.parametrize("place", ["ada/01-tiny", "ada"])
def test_a_hand_in_that_is_itself_a_link_is_refused_with_words(folder, tmp_path, place):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / place).rename(tmp_path / "elsewhere" / "x")
    (tmp_path / place).symlink_to(tmp_path / "elsewhere" / "x")
    name = place.rpartition("/")[2]
    with pytest.raises(HandInError, match=f": {name} is a link: put the hand-in itself there, as a folder"):
        read(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="names that differ in case are one elsewhere")
def test_a_folder_that_is_spelled_otherwise_is_named(folder):
    folder.rename(folder.with_name("01-Tiny"))
    with pytest.raises(HandInError, match="01-Tiny is there instead of 01-tiny: rename it"):
        read(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="such names are one elsewhere")
def test_one_name_in_two_forms_of_unicode_is_named_and_not_graded_as_two_students(folder):
    student = folder.parent.rename(folder.parent.with_name("Zo\u00eb"))
    assert read(student / folder.name).notebooks
    student.with_name("Zoe\u0308").mkdir()
    with pytest.raises(HandInError, match="is there twice, with accents written in two ways"):
        read(student / folder.name)


@needs_links
def test_links_are_left_out_and_not_followed(folder):
    (folder / "secret.txt").symlink_to("/etc/hostname")
    (folder / "everything").symlink_to("/")
    (folder / "timestamp.txt").unlink()
    (folder / "timestamp.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe")
    given = read(folder)
    assert given.files == {"sales.csv": b"a,b"} and given.timestamp == ""
    assert [text.split(" is ")[0] for text in given.left_out] == [
        "everything",
        "pipe",
        "secret.txt",
        "timestamp.txt",
    ]


@needs_links
def test_a_notebook_that_is_a_link_is_no_notebook(folder):
    (folder / "01-tiny.ipynb").rename(folder.parent / "else.ipynb")
    (folder / "01-tiny.ipynb").symlink_to(folder.parent / "else.ipynb")
    with pytest.raises(HandInError, match="not there"):
        read(folder)


@pytest.mark.parametrize("name, most", [("MOST_BYTES", 8), ("MOST_FILES", 1)])
def test_too_many_bytes_or_files_are_refused_by_the_file_that_is_too_much(folder, monkeypatch, name, most):
    monkeypatch.setattr(handin, name, most)
    (folder / "zz.csv").write_text("x" * 10)
    with pytest.raises(HandInError, match=r"zz\.csv: with it the hand-in holds more than"):
        read(folder)


def test_folders_in_folders_without_end_are_refused(folder):
    deep = folder
    for _ in range(40):
        deep = deep / "a"
    deep.mkdir(parents=True)
    with pytest.raises(HandInError, match="more than 30 nested folders"):
        read(folder)


def test_folders_without_number_are_refused(folder, monkeypatch):
    monkeypatch.setattr(handin, "MOST_ENTRIES", 10)
    for number in range(10):
        (folder / f"empty{number}").mkdir()
    with pytest.raises(HandInError, match="more than 10 files and folders"):
        read(folder)


@pytest.mark.parametrize(
    "name",
    ["pandas.py", "json.py", "numpy/__init__.py", "ecotools.py", "sitecustomize.py", "numpy.cpython-311.so"],
)
def test_files_that_would_stand_in_for_a_package_are_left_out(folder, name):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("")
    given = read(folder)
    assert name not in given.files
    assert given.left_out == (f"{name} has the name of an installed package, and was left out",)


@pytest.mark.parametrize(
    "name", ["helpers.py", "pandas.csv", "numpy/sales.csv", "tests/notes.txt", "docs/a.md"]
)
def test_other_files_are_not(name):
    assert not shadows(name)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_of_unknown_bytes_is_left_out_and_said_in_characters_that_can_be_printed(folder):
    os.mkdir(os.fsencode(folder) + b"/\xff")
    open(os.fsencode(folder) + b"/\xff/a.csv", "w", encoding="utf-8").close()
    given = read(folder)
    assert list(given.files) == ["sales.csv"]
    assert given.left_out[0].isascii()
    assert given.digest("01-tiny")


def test_the_time_is_read_within_bounds(folder):
    (folder / "timestamp.txt").write_text("x" * 2000)
    assert timestamp(folder) == ("", Unclear(note="is longer than 1000 bytes"))
    (folder / "timestamp.txt").unlink()
    assert timestamp(folder) == ("", None)
    (folder / "timestamp.txt").mkdir()
    assert timestamp(folder) == ("", None)


def test_the_time_is_kept_as_it_stands_and_read_with_its_zone(folder):
    (folder / "timestamp.txt").write_text("2026-03-03 11:05:00 -0500\n")
    given = read(folder)
    assert (given.timestamp, given.left_out) == ("2026-03-03 11:05:00 -0500", ())
    assert given.time == "2026-03-03 16:05:00.000000 UTC"


@pytest.mark.parametrize("text", ["2026-03-03 11:05:00 XYZ", "2026-03-03 11:05:00 IST", "noon"])
def test_a_time_that_cannot_be_told_is_named_and_the_hand_in_is_read(folder, text):
    (folder / "timestamp.txt").write_text(text)
    given = read(folder)
    assert given.notebooks and (given.timestamp, given.time) == (text, "")
    [said] = given.left_out
    assert said.startswith("timestamp.txt: ") and said.endswith("; when it was handed in is not known")
    assert text in said


def test_an_empty_time_is_how_one_that_is_not_known_is_kept(folder):
    (folder / "timestamp.txt").write_text("")
    given = read(folder)
    assert (given.timestamp, given.time, given.left_out) == ("", "", ())


def test_the_digest_changes_with_any_byte_that_was_handed_in(folder):
    def changed(name, data=b"x"):
        file, before = folder / name, (folder / name).read_bytes() if (folder / name).exists() else None
        file.write_bytes(data)
        digest = read(folder).digest("01-tiny")
        file.unlink() if before is None else file.write_bytes(before)
        return digest

    same = read(folder).digest("01-tiny")
    digests = {
        changed("01-tiny.ipynb", b"{} "),
        changed("01-tiny"),
        changed("01-tiny", b"y"),
        changed("sales.csv"),
        changed("sales.csv", b""),
        changed("sale.csv"),
        changed("timestamp.txt", b"2026-03-01 17:00:01 UTC"),
        changed("pandas.py"),
    }
    assert len(digests | {same}) == 9
    assert read(folder).digest("01-tiny") == same
