"""Who is forgotten is named nowhere in the course, and what could not be reached is said."""

import json
import os
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest

from ecotools.grading.collect.numbers import SeenNumbers
from ecotools.grading.course import Course
from ecotools.grading.export.grades import export_grades
from ecotools.grading.gradebook.deadlines import read_deadlines
from ecotools.grading.roster.roster_file import roster_of, write_roster
from ecotools.grading.term.forget import forget, somebody
from ecotools.grading.term.person import Naming
from ecotools.notebooks import read, write

from ..commands import run_in
from ..marked import change
from ..tiny import NAME
from .test_next_term import Stopped, stop_before
from .whole import NAMES, bytes_below, status

ADA = [b"ada", b"Ada", b"Lovelace", b"ada@example.org"]
EMIL = [b"emil", b"Emil", b"Ek", b"emil@example.org"]


def named(root, texts):
    """Return the files below a folder that hold any of the texts, in their path or in their bytes."""
    found = []
    for folder, _, files in os.walk(root):
        for path in (os.path.join(folder, name) for name in files):
            with open(path, "rb") as file:
                data = os.fsencode(os.path.relpath(path, root)) + b"\0" + file.read()
            if any(text in data for text in texts):
                found.append(os.path.relpath(path, root))
        if any(text in os.fsencode(os.path.basename(folder)) for text in texts):
            found.append(os.path.relpath(folder, root))
    # The words are in the texts of the course, and in other words.
    return [path for path in found if not path.startswith(("solutions", "exercises", "course", "nbgrader"))]


@pytest.mark.parametrize("who", ["ada", "Ada Lovelace", "ada@example.org", "Lovelace, Ada"])
def test_no_byte_in_the_course_names_them_any_more(course, who):
    others = [row for row in status(course) if row["student"] != "ada"]
    assert len(named(course.root, ADA)) > 8
    code, text = run_in(course, "forget", who, "--yes")
    assert code == 0, text
    assert (
        named(course.root, [b"Lovelace", b"ada@example.org", b"ada-of-the-class", b"/ada/", b'"ada"']) == []
    )
    assert named(course.root, [b"Ada"]) == [] and b"Well *argued*" not in course.gradebook_file.read_bytes()
    for part in (
        "gradebook: 1 row of student",
        "gradebook: 3 rows of grade",
        f"hand-ins: {os.path.join('submitted', 'ada')}, 2 files",
        f"more time for {NAME}",
        "journal: 1 line",
        f"remembered: {os.path.join('.ecotools', 'collected.json')}",
        "roster: a line",
        "report: ",
    ):
        assert part in text, part
    assert "backups" in text
    assert status(course) == others and (course.root / "report" / "report.html").exists()
    assert SeenNumbers.read(course.root) == SeenNumbers({NAME: {"8": "leo"}}, {})
    assert set(read_deadlines(course.root)[NAME].extensions) == {"emil"}
    assert "ada" not in roster_of(course) and len(roster_of(course)) == 4
    code, text = run_in(course, "forget", who, "--yes")
    assert code == 1 and ("is not in the roster" in text or "nobody in this course" in text)


def test_without_a_roster_and_in_all_tables(course):
    (course.root / "class-roster.csv").unlink()
    assert run_in(course, "forget", "emil", "--yes")[0] == 0
    assert named(course.root, [*EMIL[2:], b"/emil/", b'"emil"']) == []
    with closing(sqlite3.connect(course.gradebook_file)) as book:
        tables = [row[0] for row in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            assert "emil" not in str(book.execute(f'SELECT * FROM "{table}"').fetchall()), table
        left = "SELECT count(*) FROM grade WHERE notebook_id NOT IN (SELECT id FROM submitted_notebook)"
        assert book.execute(left).fetchone() == (0,)
        assert book.execute("PRAGMA freelist_count").fetchone() == (0,), "what was deleted is not in the file"


def test_what_cannot_be_reached_is_named(course, tmp_path):
    run_in(course, "archive")
    run_in(course, "archive", tmp_path / "away.tar.gz")
    export_grades(course, [NAME], "moodle", course.root / "grades.csv")
    with zipfile.ZipFile(course.root / "download.zip", "w") as file:
        file.writestr("Ada Lovelace_7_assignsubmission_file/x.ipynb", "{}")
    shutil.copy(course.gradebook_file, course.root / "gradebook.db.2026-03-01")
    (course.root / "old.7z").write_bytes(b"closed")
    with course.gradebook() as gradebook:
        gradebook.find_comment("01-q3", NAME, NAME, "chen").manual_comment = "The words of Ada Lovelace."
        gradebook.db.commit()
    file = course.submitted / "leo" / NAME / f"{NAME}.ipynb"
    notebook = read(file)
    next(cell for cell in notebook.cells if "STUDENT_ID =" in cell.source).source = 'STUDENT_ID = "ada"'
    write(notebook, file)
    code, text = run_in(course, "forget", "ada", "--yes", "--json")
    said = json.loads(text)
    assert code == 1 and said["called"] == "Ada Lovelace (ada)"
    found = "\n".join(said["findings"])
    for part in (
        "away.tar.gz: an archive of a term with them",
        f"{course.root / 'archives'}",
        "grades.csv: it has",
        "download.zip: Ada Lovelace_7_assignsubmission_file/x.ipynb in it",
        "gradebook.db.2026-03-01: it has",
        "old.7z: it cannot be looked into",
        f"for chen, {NAME}, 01-q3: change them there",
        f"submitted/leo/{NAME}/{NAME}.ipynb: it has the id",
    ):
        assert part in found, (part, found)


def test_a_term_that_ended_is_named_with_the_command_for_it(course):
    run_in(course, "new-term", "2026", "--no-archive", "--yes")
    shutil.copy(course.root / "terms" / "2026" / "class-roster.csv", course.root)
    code, text = run_in(course, "forget", "ada", "--yes")
    last = course.root / "terms" / "2026"
    assert code == 1 and f"ecotools forget ada --course {last}" in text.replace("\n", " ")
    assert run_in(Course.find(last), "forget", "ada", "--yes")[0] == 0
    assert named(last, [b"Lovelace", b"ada@example.org", b"/ada/"]) == []


def test_a_dry_run_says_all_of_it_and_changes_nothing(course):
    before = bytes_below(course.root)
    code, text = run_in(course, "forget", "ada", "--dry-run", "--json")
    assert code == 0 and before == bytes_below(course.root)
    planned = json.loads(text)["removed"]
    done = json.loads(run_in(course, "forget", "ada", "--yes", "--json")[1])["removed"]
    assert planned == done and len(done) > 8


def test_it_asks_first_and_nobody_is_asked_in_json(course):
    before = bytes_below(course.root)
    code, text = run_in(course, "forget", "ada")
    assert code == 1 and "this would be removed" in text and bytes_below(course.root) == before
    assert run_in(course, "forget", "ada", "--json")[0] == 2
    code, text = run_in(course, "forget", "nobody", "--yes")
    assert code == 1 and "'nobody' is not in the roster" in text


def test_stopped_anywhere_it_is_finished_by_the_same_words(whole, tmp_path, monkeypatch):
    stopped = 0
    for number in range(1, 200, 4):
        course = Course(tmp_path / str(number) / "course")
        shutil.copytree(whole.root, course.root)
        with monkeypatch.context() as patch:
            stop_before(patch, number)
            try:
                forget(course, somebody(course, "Ada Lovelace"), do=True)
            except Stopped:
                stopped += 1
            else:
                break
        code, text = run_in(course, "forget", "Ada Lovelace", "--yes")
        assert code == 0 or "nobody in this course" in text or "is not in the roster" in text, (number, text)
        assert named(course.root, [b"Lovelace", b"ada@example.org", b"/ada/", b'"ada"']) == [], number
        assert set(course.students(NAME)) == set(NAMES) - {"ada"}
        shutil.rmtree(course.root)
    assert stopped > 5


def test_what_is_handed_back_and_remembered_of_them_goes_and_that_of_others_stays(course):
    back, noted = course.root / "handed-back", course.root / ".ecotools" / "grading"
    for who in ("ada", "leo"):
        (back / "mail" / f"{who}@example.org").mkdir(parents=True)
        (back / "mail" / f"{who}@example.org" / "page.html").write_text("Well done.")
        (noted / "numbers" / who).mkdir(parents=True)
        (noted / "numbers" / who / "a.json").write_text('{"right": 1}')
    with zipfile.ZipFile(back / "moodle.zip", "w") as file:
        file.writestr("Ada Lovelace_7_assignsubmission_file_/a.html", "Well done.")
    (noted / "said.json").write_text(
        '{"last": {"ada": {"score": null}, "leo": {"score": null}}, "at": "now"}'
    )
    (noted / "said.txt").write_text("of ada")
    assert run_in(course, "forget", "ada", "--yes")[0] == 0
    assert [one.name for one in (back / "mail").iterdir()] == ["leo@example.org"]
    assert not (back / "moodle.zip").exists() and not (noted / "said.txt").exists()
    assert [one.name for one in (noted / "numbers").iterdir()] == ["leo"]
    said = json.loads((noted / "said.json").read_text())
    assert said == {"last": {"leo": {"score": None}}, "at": "now"}


def test_a_mark_for_an_earlier_answer_and_the_exchange_go_too(course):
    change(course, "ada", lambda cells: cells["01-q3"].metadata.update(ecotools={"earlier": {"score": 1}}))
    inbound = course.root / ".exchange" / "ecosystems" / "inbound"
    for sent in (f"ada+{NAME}+2026-03-01 12:00:00 UTC+abc", f"adam+{NAME}+2026-03-01 12:00:00 UTC+abd"):
        (inbound / sent).mkdir(parents=True)
    assert run_in(course, "forget", "ada", "--yes")[0] == 0
    assert [one.name[:5] for one in inbound.iterdir()] == ["adam+"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zoë Ek", True),
        ("Zo\\u00eb Ek", True),
        ("ZOë EK", True),
        ("Zoe\u0308 Ek", True),
        ("Ek, Zoë", True),
        ("ekzoë_17_93_x.ipynb", True),
        ("zoe@x.org", True),
        ("ZOE@X.ORG", True),
        ("zoe-ek", True),
        ("the zoe-eks", False),
        ("zoe-ek-2, and a-zoe-ek", False),
        ('{"student": "zoe-ek"}', True),
        ("feedback/zoe-ek.zip", True),
        ("Zoë Ekberg", False),
        ("not-zoe@x.org.uk", False),
    ],
)
def test_a_person_is_found_in_each_form_and_in_no_other_word(text, found):
    who = Naming("zoe-ek", ("Zoë Ek", "Ek, Zoë", "ekzoë", "zoëek"), ("zoe@x.org",))
    assert bool(who.found_in(text.encode())) == found


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_what_git_keeps_is_the_course_s_own_and_there_an_id_is_a_word(course):
    git = ["git", "-C", str(course.root), "-c", "user.name=a", "-c", "user.email=a@b.org"]
    (course.root / "thanks.md").write_text("ada is a word, and Ada Lovelace wrote the first program.")
    (course.root / "words.md").write_text("ada is a word.")
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "thanks.md", "words.md"], check=True)
    (course.root / "notes.md").write_text("ada has a question.")
    code, text = run_in(course, "forget", "ada", "--yes", "--json")
    assert code == 1
    assert json.loads(text)["findings"] == ["notes.md: it has the id", "thanks.md: it has the name"]


def test_a_name_that_others_have_names_them_and_is_left_alone(course):
    people = roster_of(course)
    write_roster(course, (people | {"leo": replace(people["leo"], name="Lovelace Ada")}).values())
    (course.root / "handed-back").mkdir()
    (course.root / "handed-back" / "leo.html").write_text("For Ada Lovelace.")
    code, text = run_in(course, "forget", "ada", "--yes")
    assert code == 0 and "since others have it, too: Lovelace Ada (leo)" in text
    assert (course.root / "handed-back" / "leo.html").exists()
    assert named(course.root, [b"ada@example.org", b"/ada/"]) == []
