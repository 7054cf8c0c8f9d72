"""A graded hand-in's folder is there as a whole or not at all."""

import os
import stat

import pytest

from ecotools.grading.execute.job import HandInLimits
from ecotools.grading.execute.ways import FORKED
from ecotools.grading.pipeline import folders
from ecotools.grading.pipeline.handin import SubmittedFiles
from ecotools.grading.pipeline.journal import Journal
from ecotools.grading.pipeline.worker import Done, GradingTask

HAND_IN = SubmittedFiles("ada", {"a": b"{}"}, {"notes.txt": b"hers", "data/x.csv": b"hers"}, (), "2026-03-01")


def task(files=None, kept=None):
    return GradingTask(HAND_IN, (), files or {}, HandInLimits(), FORKED, "", {}, kept or {})


def staged(journal, text="graded", **kept):
    return folders.stage(journal, task({"data/x.csv": b"ours"}, kept), Done("ada", {"a": text}))


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_it_holds_the_notebooks_the_files_and_the_time_and_the_course_s_files_win(tmp_path):
    journal = Journal(tmp_path)
    folder = journal.staged / staged(journal)
    assert contents(folder) == {
        "a.ipynb": "graded",
        "notes.txt": "hers",
        "data/x.csv": "ours",
        "timestamp.txt": "2026-03-01",
    }
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.rglob("*") if p.is_file()} == {0o444}


def test_a_notebook_that_was_graded_before_is_kept_to_the_byte(tmp_path):
    journal = Journal(tmp_path)
    folder = journal.staged / staged(journal, b=b"graded before")
    assert (folder / "b.ipynb").read_bytes() == b"graded before"
    assert (folder / "a.ipynb").read_text() == "graded"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of this kind")
def test_shared_by_a_group_it_can_be_written_by_it(tmp_path):
    journal = Journal(tmp_path)
    name = folders.stage(journal, task(), Done("ada", {"a": "graded"}), shared=True)
    found = [journal.staged / name, *(journal.staged / name).rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in found if path.is_file()} == {0o664}
    assert {stat.S_IMODE(path.stat().st_mode) & 0o2770 for path in found if path.is_dir()} == {0o2770}


def test_it_takes_the_place_of_the_one_before(tmp_path):
    journal, place = Journal(tmp_path), tmp_path / "autograded" / "ada" / "01-tiny"
    for text in ("first", "second"):
        folders.put_in_place(journal, staged(journal, text), place)
        assert contents(place)["a.ipynb"] == text
    assert list(journal.staged.iterdir()) == []


@pytest.mark.parametrize("fails", [1, 2])
def test_stopped_in_the_middle_of_the_rename_it_can_be_done_again(tmp_path, monkeypatch, fails):
    journal, place = Journal(tmp_path), tmp_path / "autograded" / "ada" / "01-tiny"
    folders.put_in_place(journal, staged(journal, "first"), place)
    second, rename, calls = staged(journal, "second"), os.rename, []

    def stopping(*paths):
        calls.append(paths)
        if len(calls) == fails:
            raise KeyboardInterrupt
        rename(*paths)

    monkeypatch.setattr(os, "rename", stopping)
    with pytest.raises(KeyboardInterrupt):
        folders.put_in_place(journal, second, place)
    folders.put_in_place(journal, second, place)
    folders.clear(journal)
    assert contents(place)["a.ipynb"] == "second"
    assert list(journal.staged.iterdir()) == []
