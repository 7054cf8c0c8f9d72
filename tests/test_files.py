"""A file is written whole or not at all, and so is a set of files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.files import copy, write_text, write_together

OLD = {"a.csv": "old a", "b.csv": "old b", "page.html": "old page"}
NEW = {"a.csv": "new a", "b.csv": "new b", "c.csv": "new c", "page.html": "new page"}


def held(folder):
    return {file.name: file.read_text() for file in folder.iterdir()}


def broken_at(monkeypatch, method, place, error):
    """Let the call of that number of a method of paths fail, once."""
    calls, real = iter(range(1000)), getattr(Path, method)

    def call(self, *given, **named):
        if next(calls) == place:
            raise error
        return real(self, *given, **named)

    monkeypatch.setattr(Path, method, call)


@pytest.fixture
def folder(tmp_path):
    for name, text in {**OLD, "notes.txt": "mine"}.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_all_files_of_a_set_are_written_and_others_left(folder):
    write_together(folder, NEW)
    assert held(folder) == {**NEW, "notes.txt": "mine"}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError("disk full")])
@pytest.mark.parametrize("method", ["write_bytes", "replace"])
@pytest.mark.parametrize("place", range(len(NEW)))
def test_a_set_that_is_interrupted_leaves_what_was_there(folder, monkeypatch, method, place, error):
    with monkeypatch.context() as patch:
        broken_at(patch, method, place, error)
        with pytest.raises(type(error)):
            write_together(folder, NEW)
    assert held(folder) == {**OLD, "notes.txt": "mine"}
    write_together(folder, NEW)
    assert held(folder) == {**NEW, "notes.txt": "mine"}


def test_a_set_that_was_never_there_is_not_there_after_an_interrupt(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        broken_at(patch, "replace", 2, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            write_together(tmp_path / "report", NEW)
    assert held(tmp_path / "report") == {}


def test_what_a_killed_run_left_is_cleared(folder):
    (folder / ".ecotools-new" / "new").mkdir(parents=True)
    (folder / ".ecotools-new" / "new" / "a.csv").write_text("half")
    write_together(folder, NEW)
    assert held(folder) == {**NEW, "notes.txt": "mine"}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_text_is_written_letter_by_letter(tmp_path_factory, text):
    file = tmp_path_factory.mktemp("whole") / "new" / "page.html"
    with pytest.raises(FileNotFoundError):
        write_text(file, text)
    assert write_text(file, text, make_folders=True) == file
    assert file.read_bytes() == text.encode() and [file] == list(file.parent.iterdir())


@pytest.mark.parametrize("write", [write_text, lambda file, text: copy(file.with_name("source"), file)])
def test_a_file_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path, monkeypatch, write):
    file = tmp_path / "page.html"
    file.write_text("old")
    file.with_name("source").write_text("new")
    with monkeypatch.context() as patch:
        broken_at(patch, "replace", 0, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            write(file, "new")
    assert held(tmp_path) == {"page.html": "old", "source": "new"}
    file.chmod(0o444)
    write(file, "new")
    assert file.read_text() == "new"
