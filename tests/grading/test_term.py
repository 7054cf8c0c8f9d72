"""A term with 200 students from three systems, played from the roster to the next term, step by step.

After every step each number is the same in status, formgrader, feedback, report and export, and is what it
must be. The steps follow one another: each begins with what the one before left.
"""

import json
import math

import pytest

from ecotools.grading.course import Course
from ecotools.grading.export.grades import export_grades
from ecotools.grading.gradebook.deadlines import read_deadlines
from ecotools.grading.pipeline import versions
from ecotools.grading.roster.roster_file import roster_of

from .commands import run_in
from .importers import Canvas, moodle
from .played import NAMES, Term, everybody, make_course, mend, rosters

TWICE, MENDED, PLAIN, LIBRARY = NAMES
KINDS = ["right", "also right", "wrong", "right", "untouched"]
DUE = "2026-03-10 18:00"
ADA = "s249@list.example"  # Ada Lovelace of the list; there are two more in Moodle


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    scratch = tmp_path_factory.mktemp("term")
    return Term(make_course(scratch / "course"), scratch, everybody())


def graded(term, *names):
    """Grade; return what is said of each hand-in that was run again, by assignment and student."""
    _, text = run_in(term.course, "grade", *names, "--json")
    rows = json.loads(text)["handins"]
    assert [row["error"] for row in rows if row["error"]] == [], text
    return {(row["assignment"], row["student"]): row for row in rows if not row["unchanged"]}


def of(term, *systems):
    return [one for one in term.people if one.system in systems]


def marked(term, name, student, score, extra=None, comment=None):
    """Do what a person does in the formgrader."""
    with term.course.gradebook() as gradebook:
        grade = gradebook.find_grade(f"{name[:2]}-q2", name, name, student)
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = score, extra, False
        if comment:
            gradebook.find_comment(f"{name[:2]}-q2", name, name, student).manual_comment = comment
        gradebook.db.commit()
    given = term.must[name, student]
    given.by_hand, given.extra = score, extra or 0.0


def test_a_class_begins_with_its_roster(term):
    for name, text in rosters(term.people).items():
        file = term.scratch / f"{name}.csv"
        file.write_text(text, encoding="utf-8")
        words = ["--assignment", TWICE] if name == "worksheet" else []
        code, said = term.run("roster", file, *words)
        assert code == 0, said
    found = roster_of(term.course)
    assert set(found) == {one.student for one in term.people} and len(found) == 200
    called_ada = [one.student for one in found.values() if one.has_name("Ada Lovelace")]
    assert sorted(called_ada) == ["s0@moodle.example", ADA, "s78@moodle.example"]


def test_three_downloads_are_collected_and_graded(term):
    there = [one for one in term.people if one.number % 2 == 0 or one.student == ADA]
    term.hand_in(TWICE, there, KINDS, days=[8, 9, 11, 12])
    assert set(graded(term, TWICE)) == set(term.must) and len(term.must) == 101
    term.agree()
    text = term.run("status")[1]
    missing = text[text.index("Nothing handed in for 01-twice:") :]
    assert missing.count("(") == 99 and "(s7@moodle.example)" in missing


def test_what_a_person_marks_counts_everywhere(term):
    waiting = [student for (_, student), given in term.must.items() if given.mark.waiting]
    for place, student in enumerate(waiting[:-2]):
        marked(term, TWICE, student, place % 2, 0.5 if place == 3 else None, "Well *argued*.")
    assert sum(given.mark.waiting for given in term.must.values()) == 2
    term.agree()


def test_handing_in_late_costs_what_was_said_and_runs_nothing(term):
    assert term.run("due", TWICE, DUE, "--penalty", "0.5 per day, at most 0.75")[0] == 0
    for one in of(term, "list"):
        if given := term.must.get((TWICE, one.student)):
            given.off = min(0.75, 0.5 * max(0, math.ceil((given.day - 10) - 0.25)))
    assert {given.off for given in term.must.values()} == {0.0, 0.5, 0.75}
    assert graded(term, TWICE) == {}
    term.agree()


def test_a_second_hand_in_takes_the_place_of_the_first_and_its_mark_waits(term):
    before = {key: given for key, given in term.must.items() if given.by_hand and not given.off}
    one = next(p for p in of(term, "list") if (TWICE, p.student) in before)
    said = term.hand_in(TWICE, [one], ["wrong"], days=[13], again=True)
    assert "replaces an older one" in said
    term.must[TWICE, one.student].off = 0.75
    run = graded(term, TWICE)
    assert set(run) == {(TWICE, one.student)} and "since a person gave 1 of 1" in str(run)
    term.agree()
    marked(term, TWICE, one.student, 1)


def test_more_time_changes_what_is_taken_off_and_runs_nothing(term):
    late = {student for (_, student), given in term.must.items() if given.off == 0.75}
    one = next(p for p in of(term, "list") if p.student in late)
    assert term.run("extend", one.student, TWICE, "2026-03-14 18:00")[0] == 0
    term.must[TWICE, one.student].off = 0.0
    assert graded(term, TWICE) == {}
    term.agree()


def test_a_test_that_is_mended_in_mid_term_gives_the_points_it_withheld(term):
    some = [*of(term, "Moodle")[1:13], *of(term, "Canvas")[:8], *of(term, "list")[:5]]
    term.hand_in(MENDED, some, KINDS)
    assert len(graded(term)) == 25
    term.agree()
    mend(term.course)
    run = graded(term)
    assert {name for name, _ in run} == {MENDED} and len(run) == 25
    assert {why for row in run.values() for why in row["why"]} == {"the tests changed"}
    more = {student for (_, student), row in run.items() if row["after"] > row["before"]}
    assert more == {s for (name, s), given in term.must.items() if name == MENDED and given.strict_only}
    for given in term.must.values():
        given.strict = False
    term.agree()


def test_another_version_of_a_library_runs_again_and_changes_nothing(term, monkeypatch):
    term.hand_in(PLAIN, of(term, "Canvas")[30:40], KINDS)
    term.hand_in(LIBRARY, of(term, "list")[20:30], KINDS)
    graded(term)
    used = versions._by_name()
    monkeypatch.setattr(versions, "_by_name", lambda: used | {"iniconfig": "99.0"})
    versions._packages.cache_clear()
    run = graded(term)
    versions._packages.cache_clear()
    assert {name for name, _ in run} == {LIBRARY}, "whose tests alone import it"
    assert all(row["after"] == row["before"] for row in run.values())
    term.agree()
    monkeypatch.undo()
    assert {name for name, _ in graded(term)} == {LIBRARY}


def test_the_grades_come_to_everybody_s_own_platform(term):
    must = {key: given.mark.score for key, given in term.must.items() if not given.mark.waiting}
    for form, system in (("moodle", "Moodle"), ("canvas", "Canvas")):
        files = export_grades(term.course, NAMES, form, term.scratch / form / "grades.csv").files
        texts = [file.read_text(encoding="utf-8") for file in files if "unmatched" not in file.name]
        people = of(term, system)
        if form == "canvas":
            platform = Canvas([_in_canvas(one) for one in people], NAMES)
            for text in texts:
                platform.take(text)
            got = platform.grades
        else:
            got = _in_moodle(texts, people)
        wanted = {
            one.student: {name: must[name, one.student] for name in NAMES if (name, one.student) in must}
            for one in people
        }
        assert {s: scores for s, scores in got.items() if scores and s in wanted} == {
            s: scores for s, scores in wanted.items() if scores
        }


def _in_canvas(one):
    known = {"sis_user_id": f"S{one.number}", "sis_login_id": one.student}
    return {"key": one.student, "id": str(one.number), "name": one.name, "sortable_name": ""} | known


def _in_moodle(texts, people):
    """Import what is for the people of Moodle; who is in the list alone has no place there."""
    users = [{"key": one.student, "email": one.email} for one in people]
    ours, known = {one.email for one in people}, {}
    for text in texts:
        header, *rows = text.splitlines()
        rows = [row for row in rows if any(f",{email}," in row for email in ours)]
        if "Email address" in header and rows:
            known = moodle("\n".join([header, *rows]) + "\n", users, ("Email address", "email"), known)
    return known


def test_whoever_is_forgotten_is_in_no_number_any_more(term):
    assert term.run("extend", ADA, TWICE, "2026-03-20 18:00")[0] == 0
    others = {p for p in term.people if p.student != ADA}
    code, text = term.run("forget", ADA, "--yes", "--json")
    assert code == 0 and len(json.loads(text)["namesakes"]) == 2, text
    term.people = [one for one in term.people if one in others]
    term.must = {key: given for key, given in term.must.items() if key[1] != ADA}
    term.agree()
    assert ADA not in read_deadlines(term.course.root)[TWICE].extensions
    files = [file for file in term.course.root.rglob("*") if file.is_file()]
    assert [file for file in files if ADA.encode() in file.read_bytes() or ADA in str(file)] == []


def test_an_archive_on_another_path_has_the_same_numbers(term):
    code, text = term.run("archive")
    assert code == 0 and "199 students, 4 assignments" in text
    (file,) = (term.course.root / "archives").iterdir()
    term.opened = term.scratch / "another" / "path"
    code, text = term.run("archive", file, "--unpack", term.opened)
    assert code == 0, text
    term.agree(Course.find(term.opened))
    assert graded(Term(Course.find(term.opened), term.scratch, [])) == {}, "nothing is run again there"


def test_a_second_term_knows_nothing_of_the_first_which_stays_as_it_was(term):
    code, text = term.run("archive")
    assert code == 0, text
    code, text = term.run("new-term", "spring", "--yes")
    assert code == 0, text
    last = Course.find(term.course.root / "terms" / "spring")
    term.agree(last)
    second = Term(Course(term.course.root), term.scratch, of(term, "list")[:10])
    second.agree()
    file = term.scratch / "second.csv"
    file.write_text(rosters(second.people)["list"], encoding="utf-8")
    assert second.run("roster", file)[0] == 0
    second.hand_in(TWICE, second.people, ["right", "wrong"], days=[20])
    assert len(graded(second, TWICE)) == 10
    second.agree()
    page = (second.course.root / "report" / "report.html").read_text(encoding="utf-8")
    assert not [one.student for one in term.people[10:140] if one.student in page]
    term.agree(last)
