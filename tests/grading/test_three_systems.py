"""A class begins with its roster and hands in twice: from Moodle, from Canvas, and from GitHub Classroom."""

import json
from types import SimpleNamespace

import pytest

from ecotools.grading.roster.roster_file import roster_of

from . import rosters
from .collect.making import notebook, saved, zipped
from .commands import run_in
from .tiny import NAME, make_course

CELLS = ["01-q1", "01-q2"]


def work(text):
    return notebook(cells=CELLS, text=text)


@pytest.fixture
def term(tmp_path):
    """A course, and a run of a command in it that returns exit code and text."""
    course = make_course(tmp_path / "course")

    def run(*words):
        code, text = run_in(course, *words)
        return code, " ".join(text.split())

    def roster(text, *words):
        file = tmp_path / "list.csv"
        file.write_text(text, encoding="utf-8")
        return run("roster", file, *words)

    def collect(files, *words):
        return run("collect", saved(tmp_path, zipped(files)), *words)

    return SimpleNamespace(course=course, run=run, roster=roster, collect=collect)


def whose(course, text):
    """Return who handed in a text."""
    files = {one: course.handed_in(one, NAME) / f"{NAME}.ipynb" for one in course.students(NAME)}
    return [one for one, file in files.items() if json.dumps(text) in file.read_text(encoding="utf-8")]


def in_moodle(*owners):
    return {
        f"{name}_{number}_assignsubmission_file/x.ipynb": work(f"by {number}, {n}")
        for n, (name, number) in enumerate(owners)
    }


def test_moodle(term):
    assert term.roster(rosters.MOODLE)[0] == 0
    zoe = ("Zoë de la Cruz", 9)
    code, text = term.collect(in_moodle(("Ada Lovelace", 7), ("Li Wei", 10), zoe))
    assert code == 1 and term.course.students(NAME) == ["zoe@example.org"]
    assert "'Ada Lovelace' (number 7) could be Ada Lovelace (ada.l@example.org) or" in text
    assert "'Li Wei' (number 10) could be" in text, "where the last name stands first, Wei Li is one too"
    assert term.roster(rosters.WORKSHEET, "--assignment", NAME)[0] == 0
    files = in_moodle(("Ada Lovelace", 8), ("Ada Lovelace", 7), ("Li Wei", 10), zoe)
    code, text = term.collect(files, "--owner", "10=li@example.org")
    assert code == 0, text
    assert whose(term.course, "by 7, 1") == ["ada@example.org"]
    assert whose(term.course, "by 8, 0") == ["ada.l@example.org"]
    assert whose(term.course, "by 10, 2") == ["li@example.org"]
    assert "Gus Gauß (gus@example.org), Wei Li (wei@example.org)." in term.run("status")[1]
    code, _ = term.collect(in_moodle(("Li Wei", 10)))
    assert code == 0, "the number is remembered"


def test_canvas(term):
    code, text = term.roster(rosters.CANVAS)
    assert code == 0 and "Student, Test is made up by Canvas" in text
    assert set(roster_of(term.course)) == {"ada1", "ada2", "zoe", "evil"}
    files = {f"lovelaceada_{n}_9{n}_x.ipynb": work(f"by {n}") for n in (102, 101)}
    files["hyperlink1_LATE_104_9104_x.ipynb"] = work("by 104")
    code, text = term.collect(files)
    assert code == 0, text
    assert [whose(term.course, f"by {n}") for n in (101, 102, 104)] == [["ada1"], ["ada2"], ["evil"]]
    code, text = term.collect({"lovelaceada_105_9_x.ipynb": work("by 105")})
    assert code == 1 and "'lovelaceada' (number 105) is not in the roster" in text


def test_github_and_a_list_of_addresses(term):
    assert term.roster(rosters.PLAIN)[0] == 0
    code, text = term.roster("identifier,github_username,github_id,name\nbo@example.org,bo-ek,5,Bo\n")
    assert code == 0 and "1 not in this file: Ada Lovelace" in text
    code, text = term.collect(
        {f"tiny-submissions/tiny-bo-ek/{NAME}.ipynb": work("1"), f"Ada Lovelace/{NAME}.ipynb": work("2")}
    )
    assert code == 0, text
    assert term.course.students(NAME) == ["ada@example.org", "bo@example.org"]


def test_a_roster_that_comes_late_keeps_the_folders_that_are_there(term):
    assert term.collect(in_moodle(("Zoë de la Cruz", 9)))[0] == 0
    assert term.course.students(NAME) == ["zoë-de-la-cruz"]
    assert term.roster(rosters.MOODLE)[0] == 0
    assert term.collect(in_moodle(("Zoë de la Cruz", 9)))[0] == 0
    assert term.course.students(NAME) == ["zoë-de-la-cruz"], "nobody is split in two"
