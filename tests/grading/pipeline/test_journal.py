"""The journal gives back what was written to it, whatever a killed run left at its end; one run holds it."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.pipeline.journal import Journal, JournalLine, LockedError, only_one

HOLD = """
import sys
from pathlib import Path
from ecotools.grading.pipeline.journal import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
scores = st.dictionaries(texts, st.none() | st.floats(0, 10))
comments = st.dictionaries(texts, st.none() | texts)
lines = st.builds(
    JournalLine,
    student=texts,
    assignment=texts,
    timestamp=texts,
    staged=st.just(""),
    scores=st.dictionaries(texts, scores, max_size=2),
    comments=st.dictionaries(texts, comments, max_size=2),
    kept=st.lists(texts, max_size=2),
)


def written(folder, many):
    """Write lines, each with a staged folder of its own; return the journal and the lines."""
    journal = Journal(Path(folder))
    many = [JournalLine(**{**asdict(line), "staged": f"{place:x}"}) for place, line in enumerate(many)]
    for line in many:
        (journal.staged / line.staged).mkdir()
        journal.add(line)
    return journal, many


def a_line(staged="a"):
    return JournalLine("ada", "01-tiny", "2026-03-01", staged, {"01-tiny": {"q1": 2.0}}, {})


@given(st.lists(lines, max_size=4))
def test_what_was_written_is_read(many):
    with tempfile.TemporaryDirectory() as folder:
        journal, many = written(folder, many)
        assert journal.unsaved() == many == Journal(Path(folder)).unsaved()


@given(st.lists(lines, min_size=1, max_size=4), st.data())
def test_a_line_that_was_cut_off_costs_itself_and_no_other(many, data):
    with tempfile.TemporaryDirectory() as folder:
        journal, many = written(folder, many)
        file = Path(folder) / "journal.jsonl"
        whole = file.read_bytes()
        kept = whole[: data.draw(st.integers(0, len(whole)))]
        file.write_bytes(kept)
        # Without its last byte, the end of the line, a line is whole.
        complete = [line for place, line in enumerate(many) if len(kept + b"\n") >= ends(whole)[place]]
        journal = Journal(Path(folder))
        assert journal.unsaved() == complete
        (journal.staged / "next").mkdir()
        journal.add(a_line("next"))
        assert journal.unsaved() == [*complete, a_line("next")]


def ends(text):
    return [place + 1 for place, byte in enumerate(text) if byte == ord("\n")]


@given(st.binary(max_size=200))
def test_garbage_is_passed_over(garbage):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "journal.jsonl").write_bytes(garbage)
        journal = Journal(Path(folder))
        (journal.staged / "a").mkdir()
        journal.add(a_line())
        assert journal.unsaved() == [a_line()]


@pytest.mark.parametrize(
    "changed",
    [{"more": 1}, {"student": 7}, {"scores": {"01-tiny": 3}}, {"scores": {"01-tiny": {"q1": "2"}}}],
    ids=["a field that is not known", "a student that is no text", "scores of no cell", "a score of text"],
)
def test_a_line_of_another_version_is_passed_over(tmp_path, changed):
    journal = Journal(tmp_path)
    (journal.staged / "a").mkdir()
    (tmp_path / "journal.jsonl").write_text(json.dumps(asdict(a_line()) | changed) + "\n")
    assert journal.unsaved() == []


@pytest.mark.parametrize("staged", ["", ".", "..", "../..", "/"])
def test_a_line_names_a_folder_that_is_staged_and_no_other(tmp_path, staged):
    journal = Journal(tmp_path)
    journal.add(a_line(staged))
    assert journal.unsaved() == []


def test_what_was_put_in_place_is_saved(tmp_path):
    journal, _ = written(tmp_path, [a_line(), a_line()])
    (journal.staged / "0").rename(tmp_path / "in place")
    assert [line.staged for line in journal.unsaved()] == ["1"]


def test_a_second_one_is_refused_with_a_sentence_that_names_the_first(tmp_path):
    said = f"another run .* process {os.getpid()} on "
    with only_one(tmp_path), pytest.raises(LockedError, match=said), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


def test_the_lock_ends_with_the_process_that_held_it(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match=f"process {holder.pid} on "), only_one(tmp_path):
            pass
        holder.kill()
    with only_one(tmp_path):
        pass
