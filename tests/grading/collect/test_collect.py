"""Hand-ins come to submitted/ as they were, newer over older, and no stop in between loses one."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbgrader.coursedir import CourseDirectory

from ecotools.grading.collect import collect as module
from ecotools.grading.collect.archives import utc
from ecotools.grading.collect.collect import KEPT, NEW, NEWER, SAME, CollectError, collect_hand_ins, outlook
from ecotools.grading.course import Course

from ..conftest import needs_fork
from .making import GIVEN, JOURNEY, laid_out, notebook, saved, stub, understood, zipped

FILE = f"{JOURNEY}.ipynb"


@pytest.fixture
def course(tmp_path):
    (tmp_path / "course").mkdir()
    return Course(tmp_path / "course")


def run(course, content, replace=False, dates=None):
    """Collect a zip of ``content``; return what happened, in words."""
    folder = course.root.parent
    source = saved(folder, zipped(content, dates))
    for left in (folder / "scratch").glob("*"):
        left.unlink()
    plan = understood(source, folder)
    return [
        outcome.what for outcome in collect_hand_ins(course, outlook(course, plan.handins, replace, stub))
    ]


def day(number, *students):
    """Return dates for ``zipped``: the notebooks of ``students`` are of that day in March."""
    return {f"{student}/{FILE}": (2026, 3, number, 12, 0, 0) for student in students or ("ada",)}


def there(course):
    """Return the bytes of all in submitted/ but the lock and the times."""
    files = [path for path in course.submitted.rglob("*") if path.is_file()]
    found = {path.relative_to(course.submitted).as_posix(): path.read_bytes() for path in files}
    return {
        name: found[name] for name in found if name != ".collecting" and not name.endswith("timestamp.txt")
    }


def test_what_is_written_is_what_was_handed_in_with_a_time_that_nbgrader_reads(course):
    files = {f"ada/{FILE}": notebook(), "ada/data/a.csv": b"\x00\r\n"}
    assert run(course, files) == [NEW]
    place = course.submitted / "ada" / JOURNEY
    assert there(course) == {f"ada/{JOURNEY}/{FILE}": notebook(), f"ada/{JOURNEY}/data/a.csv": b"\x00\r\n"}
    said = CourseDirectory().get_existing_timestamp(str(place))
    assert said == utc(datetime(2026, 3, 1, 12).timestamp())
    assert course.students(JOURNEY) == ["ada"]


@given(
    st.dictionaries(
        st.text(alphabet="ab./\\:C*\0\u00e9 +_{}[]1", min_size=1, max_size=16)
        | st.text(min_size=1, max_size=20),
        st.binary(max_size=20),
        max_size=5,
    )
)
def test_no_name_whatever_ends_outside_of_submitted(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("any")
    course = Course(laid_out(folder / "deep" / "down" / "course", {"keep": b"this"}))
    course.root.mkdir(exist_ok=True, parents=True)
    names = [name for name in files if not any("\ud800" <= letter <= "\udfff" for letter in name)]
    named = [f"{name}/{FILE}" for name in names] + names + [f"ada/{name}" for name in names]
    content = zipped({name: notebook() for name in named})
    source = saved(folder, content)
    outside = {path for path in folder.rglob("*")}
    plan = understood(source, folder)
    outcomes = collect_hand_ins(course, outlook(course, plan.handins))
    scratch = folder / "scratch"
    new = {path for path in folder.rglob("*")} - outside
    assert all(path.is_relative_to(course.submitted) or path.is_relative_to(scratch) for path in new)
    assert not any(outcome.error for outcome in outcomes), "what was planned can be written"
    for outcome in outcomes:
        place = course.submitted / outcome.handin.student / outcome.handin.assignment
        assert {p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()} == {
            *outcome.handin.files,
            "timestamp.txt",
        }


class TestWhatIsThere:
    def test_a_newer_hand_in_replaces_an_older_one_whole(self, course):
        run(course, {f"ada/{FILE}": notebook(text="1"), "ada/old.csv": b""}, dates=day(1))
        assert run(course, {f"ada/{FILE}": notebook(text="2")}, dates=day(2)) == [NEWER]
        assert there(course) == {f"ada/{JOURNEY}/{FILE}": notebook(text="2")}

    def test_an_older_one_or_one_of_the_same_time_changes_nothing_unless_asked_for(self, course):
        run(course, {f"ada/{FILE}": notebook(text="2")}, dates=day(2))
        for number in (1, 2):
            content = {f"ada/{FILE}": notebook(text="1")}
            assert run(course, content, dates=day(number)) == [KEPT]
        assert there(course) == {f"ada/{JOURNEY}/{FILE}": notebook(text="2")}
        assert run(course, content, replace=True, dates=day(1)) == [NEWER]
        assert there(course) == {f"ada/{JOURNEY}/{FILE}": notebook(text="1")}

    def test_the_same_again_keeps_its_first_time(self, course):
        run(course, {f"ada/{FILE}": notebook()}, dates=day(1))
        stamp = course.submitted / "ada" / JOURNEY / "timestamp.txt"
        before = stamp.read_text()
        assert run(course, {f"ada/{FILE}": notebook()}, dates=day(5)) == [SAME]
        assert stamp.read_text() == before

    def test_without_a_timestamp_the_files_times_count(self, course):
        run(course, {f"ada/{FILE}": notebook(text="1")}, dates=day(1))
        (course.submitted / "ada" / JOURNEY / "timestamp.txt").unlink()
        assert run(course, {f"ada/{FILE}": notebook(text="2")}, dates=day(2)) == [KEPT], "written just now"

    def test_work_does_not_give_way_to_a_newer_notebook_without_any_unless_asked_for(self, course):
        run(course, {f"ada/{FILE}": notebook(text="x = 1")}, dates=day(1))
        empty = {f"ada/{FILE}": notebook(text=GIVEN)}
        assert run(course, empty, dates=day(2)) == [KEPT]
        assert run(course, empty, replace=True, dates=day(2)) == [NEWER]

    def test_a_notebook_without_work_gives_way_to_older_work(self, course):
        run(course, {f"ada/{FILE}": notebook(text=GIVEN)}, dates=day(2))
        assert run(course, {f"ada/{FILE}": notebook(text="x = 1")}, dates=day(1)) == [NEWER]

    def test_a_time_not_known_is_written_as_none_and_put_right_once_it_is(self, course):
        stamp = course.submitted / "ada" / JOURNEY / "timestamp.txt"
        content = {
            f"ada/{JOURNEY}/{FILE}": notebook(),
            f"ada/{JOURNEY}/timestamp.txt": b"2026-03-01 12:00:00 XYZ",
        }
        assert run(course, content) == [NEW]
        assert stamp.read_text() == "" and CourseDirectory().get_existing_timestamp(str(stamp.parent)) is None
        assert run(course, content) == [SAME]
        content[f"ada/{JOURNEY}/timestamp.txt"] = b"2026-03-01 12:00:00 +0100"
        assert run(course, content) == [NEWER]
        assert stamp.read_text() == "2026-03-01 11:00:00.000000 UTC"
        content = {f"ada/{FILE}": notebook(text="2"), "ada/timestamp.txt": b"2026-03-02 12:00:00 XYZ"}
        assert run(course, content) == [KEPT], "nobody knows whether it is newer"

    def test_a_time_of_the_exchange_is_kept_to_the_microsecond_as_its_feedback_needs_it(self, course):
        time = "2026-03-01 17:02:00.123456 UTC"
        run(
            course,
            {f"ada+{JOURNEY}+{time}+x/{FILE}": notebook(), f"ada+{JOURNEY}+{time}+x/timestamp.txt": b""},
        )
        assert (course.submitted / "ada" / JOURNEY / "timestamp.txt").read_text() == time

    def test_a_student_spelled_otherwise_is_refused(self, course):
        (course.submitted / "Ada").mkdir(parents=True)
        assert run(course, {f"ada/{FILE}": notebook(), f"bola/{FILE}": notebook()}) == ["refused", NEW]

    def test_a_link_in_submitted_is_not_written_through(self, course, tmp_path):
        course.submitted.mkdir()
        (tmp_path / "elsewhere").mkdir()
        try:
            (course.submitted / "ada").symlink_to(tmp_path / "elsewhere")
        except OSError:
            pytest.skip("links are not allowed here")
        assert run(course, {f"ada/{FILE}": notebook()}) == ["refused"]
        assert not list((tmp_path / "elsewhere").iterdir())


class TestStops:
    @pytest.mark.parametrize("moment", range(6))
    def test_a_stop_at_any_moment_loses_nothing_and_the_next_run_completes(self, course, monkeypatch, moment):
        old = {f"{name}/{FILE}": notebook(text="old") for name in ("ada", "bola", "chen")}
        new = {name: notebook(text="new") for name in old}
        run(course, old, dates=day(1, "ada", "bola", "chen"))
        rename, done = Path.rename, []

        def stop(path, target):
            if len(done) == moment:
                raise SystemExit
            done.append(path)
            return rename(path, target)

        with monkeypatch.context() as patch, pytest.raises(SystemExit):
            patch.setattr(Path, "rename", stop)
            patch.setattr(module, "_put_back", lambda submitted: None)
            run(course, new, dates=day(2, "ada", "bola", "chen"))
        kept = set(there(course).values())
        assert kept <= {notebook(text="old"), notebook(text="new")}
        run(course, {f"dana/{FILE}": notebook()})
        after = there(course)
        assert len(after) == 4, "all are back at their place, nothing else is"
        assert all(after[f"{name}/{JOURNEY}/{FILE}"] in kept for name in ("ada", "bola", "chen"))
        run(course, new, dates=day(2, "ada", "bola", "chen"))
        assert list(there(course).values()).count(notebook(text="new")) == 3

    @needs_fork
    def test_a_killed_run_leaves_whole_hand_ins_and_the_lock_is_free(self, course):
        names = [f"s{n}" for n in range(40)]
        old = {f"{name}/{FILE}": notebook(text="old") for name in names}
        run(course, old, dates=day(1, *names))
        content = zipped({f"{name}/{FILE}": notebook(text="new") for name in names}, day(2, *names))
        source = saved(course.root.parent, content, "new.zip")
        code = f"""
import sys, time
sys.path[:0] = [{str(Path(__file__).parents[3])!r}]
from pathlib import Path
from ecotools.grading.collect.archives import ArchiveReader
from ecotools.grading.collect.collect import collect_hand_ins, outlook
from ecotools.grading.collect.plan import understand
from ecotools.grading.course import Course
course, scratch = Course(Path({str(course.root)!r})), Path({str(course.root.parent)!r}) / "killed"
scratch.mkdir()
plan = understand(Path({str(source)!r}), {{"{JOURNEY}": frozenset({{"02-q1"}})}}, ArchiveReader(scratch))
def say(outcome): print("x", flush=True); time.sleep(0.01)
collect_hand_ins(course, outlook(course, plan.handins), say)
"""
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        for _ in range(5):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        run(course, {f"dana/{FILE}": notebook()})
        found = there(course)
        assert len(found) == 41
        texts = {found[f"{name}/{JOURNEY}/{FILE}"] for name in names}
        assert texts == {notebook(text="old"), notebook(text="new")}

    def test_two_runs_at_once_keep_out_of_each_others_way(self, course):
        course.submitted.mkdir()
        with module.alone(course.submitted), pytest.raises(CollectError, match="another run is collecting"):
            run(course, {f"ada/{FILE}": notebook()})
        assert run(course, {f"ada/{FILE}": notebook()}) == [NEW]

    def test_one_that_cannot_be_written_is_refused_and_the_old_one_stays(self, course, monkeypatch):
        run(course, {f"ada/{FILE}": notebook(text="old")}, dates=day(1))
        rename = Path.rename

        def refuse(path, target):
            if target.parent.name == "ada" and path.name.isdigit():
                raise OSError("disk full")
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", refuse)
        new = {f"ada/{FILE}": notebook(text="new"), f"bola/{FILE}": notebook()}
        assert run(course, new, dates=day(2)) == ["refused", NEW]
        assert there(course)[f"ada/{JOURNEY}/{FILE}"] == notebook(text="old")


def test_five_hundred_hand_ins_take_seconds(course):
    start = time.perf_counter()
    run(course, {f"s{n}/{FILE}": notebook() for n in range(500)})
    assert time.perf_counter() - start < 20 and len(course.students(JOURNEY)) == 500
