"""A new term knows nothing of last year's class, last year stays readable, and no stop loses a byte."""

import json
import os
import shutil
import sqlite3
import sys
from collections import Counter
from contextlib import closing

import pytest

from ecotools.grading.course import Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.term import PLAN, TermError
from ecotools.grading.term.next_term import begin_term, plan

from ..commands import run_in
from ..tiny import NAME
from .whole import bytes_below, rows, status

OLD = "2026"
STEPS = [(os, "rename"), (os, "replace"), (os, "unlink"), (shutil, "copytree"), (shutil, "copy2")]


class Stopped(BaseException):
    """Somebody pulled the plug."""


def stop_before(monkeypatch, number):
    """Stop before the ``number``th time that anything is renamed, copied or taken away."""
    left = [number]
    for holder, name in STEPS:
        monkeypatch.setattr(holder, name, _stopping(getattr(holder, name), left))


def _stopping(do, left):
    def step(*given, **named):
        left[0] -= 1
        if left[0] == 0:
            raise Stopped
        return do(*given, **named)

    return step


def kept_whole(course):
    """Return the bytes of each file, how often they are there; of the gradebook what it holds."""
    passed = (".ecotools/grading/lock", PLAN)
    return Counter(data for path, data in bytes_below(course.root).items() if not path.startswith(passed))


def test_it_is_refused_without_an_archive_of_the_course_as_it_is(course):
    before = kept_whole(course)
    code, text = run_in(course, "new-term", OLD, "--yes")
    assert code == 1 and "there is no archive of this course" in text and "ecotools archive" in text
    assert kept_whole(course) == before
    assert run_in(course, "archive")[0] == 0
    hand_in(course, NAME, "ada", "wrong")
    with course.gradebook() as gradebook:
        gradebook.find_student("leo").first_name = "Leonora"
        gradebook.db.commit()
    code, text = run_in(course, "new-term", OLD, "--yes")
    text = " ".join(text.split())
    assert code == 1 and f"submitted/ada/{NAME}/{NAME}.ipynb is another" in text
    assert "the gradebook is another" in text
    assert run_in(course, "archive")[0] == 0
    code, text = run_in(course, "new-term", OLD, "--yes")
    assert code == 0 and f"ecotools status --course {course.root / 'terms' / OLD}" in text


def test_an_archive_that_is_broken_does_not_count(course, tmp_path):
    file = tmp_path / "a.tar.gz"
    assert run_in(course, "archive", file)[0] == 0
    assert run_in(course, "new-term", OLD, "--dry-run")[0] == 0, "an archive elsewhere is remembered"
    file.write_bytes(file.read_bytes()[:-100])
    code, text = run_in(course, "new-term", OLD, "--yes", "--archive", file)
    assert code == 1 and "cannot be read to its end" in text


def test_what_looking_does_is_no_change(course):
    assert run_in(course, "archive")[0] == 0
    for words in (["status"], ["due", NAME], ["roster"], ["export", "--out", course.root.parent / "g.csv"]):
        run_in(course, *words)
    assert run_in(course, "new-term", OLD, "--dry-run")[0] == 0


def test_the_new_term_knows_nothing_of_last_year_s_class(course, tmp_path):
    before = status(course)
    run_in(course, "export", "--out", tmp_path / "before.csv")
    code, text = run_in(course, "new-term", OLD, "--yes", "--no-archive")
    assert code == 0, text
    course, last = Course(course.root), Course.find(course.root / "terms" / OLD)
    assert status(course) == [] and course.names() == [NAME]
    assert run_in(course, "status")[1].count("ada") == 0
    for file in ("class-roster.csv", "deadlines.yaml", "gradebook.db", "report/report.html"):
        assert not (course.root / file).exists() and (last.root / file).exists(), file
    for folder in ("submitted", "autograded", "feedback", "report"):
        assert [one.name for one in (course.root / folder).iterdir() if one.name != ".collecting"] == []
    hand_in(course, NAME, "bola", "right")
    assert run_in(course, "grade")[0] == 0
    run_in(course, "export", "--out", tmp_path / "new.csv")
    said = (tmp_path / "new.csv").read_text() + (course.root / "report" / "report.html").read_text()
    assert "bola" in said and not [name for name in ("Lovelace", "emil", "chen", "hana") if name in said]
    assert status(last) == before
    run_in(last, "export", "--out", tmp_path / "after.csv")
    assert (tmp_path / "after.csv").read_text() == (tmp_path / "before.csv").read_text()


def test_stopped_anywhere_nothing_is_gone_and_it_goes_on(whole, tmp_path, monkeypatch):
    whole_before, stopped = kept_whole(whole), 0
    whole_after = bytes_of_both(finished(whole, tmp_path))
    for number in range(1, 200):
        root = tmp_path / str(number) / "course"
        shutil.copytree(whole.root, root, symlinks=True)
        course = Course(root)
        steps = plan(course, OLD)
        with monkeypatch.context() as patch:
            stop_before(patch, number)
            try:
                begin_term(course, steps)
            except Stopped:
                stopped += 1
            else:
                break
        there = kept_whole(course)
        assert all(there[data] >= count for data, count in whole_before.items()), number
        if (root / PLAN).exists():
            code, text = run_in(course, "status")
            assert code == 1 and "a new term was begun and is not finished: ecotools new-term" in text
            code, text = run_in(course, "new-term")
            assert code == 0, text
        else:
            begin_term(course, steps)
        assert bytes_of_both(Course(root)) == whole_after, number
        shutil.rmtree(root)
    assert stopped > 15


def finished(whole, tmp_path):
    """Return a course in which a new term has begun without any stop."""
    root = tmp_path / "finished" / "course"
    shutil.copytree(whole.root, root, symlinks=True)
    begin_term(Course(root), plan(Course(root), OLD))
    return Course(root)


def bytes_of_both(course):
    found = bytes_below(course.root)
    return {path: data for path, data in found.items() if not path.startswith(".ecotools/grading/lock")}


def test_a_gradebook_that_somebody_has_open_is_not_taken_away(course):
    with closing(sqlite3.connect(course.gradebook_file)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE student SET first_name = 'half'")
        with pytest.raises(TermError, match="another program has it open"):
            begin_term(course, plan(course, OLD))
        other.rollback()
    assert course.gradebook_file.exists()
    assert run_in(course, "new-term")[0] == 0
    assert not course.gradebook_file.exists()


def test_it_asks_first_and_nobody_is_asked_in_json(course):
    code, text = run_in(course, "new-term", OLD, "--no-archive")
    assert code == 1 and not (course.root / "terms").exists(), text
    assert run_in(course, "new-term", OLD, "--no-archive", "--json")[0] == 2
    code, text = run_in(course, "new-term", OLD, "--no-archive", "--json", "--yes")
    assert code == 0 and json.loads(text)["term"] == str(course.root / "terms" / OLD)
    code, text = run_in(course, "new-term", "2027", "--no-archive", "--yes")
    assert code == 1 and "there is no term to end" in text


@pytest.mark.parametrize("name", ["../2026", "a/b", ".hidden", ""])
def test_a_name_that_is_no_folder_is_refused(course, name):
    with pytest.raises(TermError, match="no name for a folder"):
        plan(course, name)


def test_a_term_is_never_put_over_another(course):
    (course.root / "terms" / OLD).mkdir(parents=True)
    with pytest.raises(TermError, match="is there already"):
        plan(course, OLD)


def test_a_gradebook_elsewhere_is_brought_along_and_the_new_one_begins_empty(course, tmp_path, monkeypatch):
    live = tmp_path / "live.db"
    shutil.move(course.root / "gradebook.db", live)
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"\nc.CourseDirectory.db_url = 'sqlite:///{live}'\n")
    before, held = status(Course.find(course.root)), rows(live)
    code, text = run_in(course, "new-term", OLD, "--no-archive", "--yes")
    assert code == 0 and "db_url 'sqlite:///gradebook.db'" in " ".join(text.split())
    last = Course.find(course.root / "terms" / OLD)
    assert not live.exists() and rows(last.root / "gradebook.db") == held
    assert status(last) == before, "and not that of the running term"
    with Course(course.root).open_gradebook(live) as gradebook:
        gradebook.add_student("bola")
    monkeypatch.setenv("ECOTOOLS_DB", f"sqlite:///{live}")
    assert status(last) == before and run_in(last, "grade", "--force")[0] == 1  # hana's is no notebook
    assert b"ada" not in rows(live), "the environment is the running term's"


@pytest.mark.skipif(sys.platform == "win32", reason="links take rights there")
def test_a_part_on_another_disk_is_refused_before_anything_is_moved(course, monkeypatch):
    if os.stat("/dev/shm").st_dev == os.stat(course.root).st_dev:
        pytest.skip("one disk")
    monkeypatch.setattr(type(course.root), "lstat", lambda self: os.stat("/dev/shm"))
    with pytest.raises(TermError, match="on another disk"):
        plan(course, OLD)
    assert not (course.root / PLAN).exists()
