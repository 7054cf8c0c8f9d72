"""What did not change is not graded again; what changed is, and nothing that a person gave is touched."""

import shutil
from unittest.mock import Mock

import pytest

from ecotools.grading import grade as grading
from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.course import CONFIG, Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.execute.job import HandInLimits
from ecotools.grading.grade import GradingError, Settings, grade_assignment
from ecotools.grading.gradebook.marks import read_marks
from ecotools.grading.pipeline import fingerprint, result_inputs, tasks, versions
from ecotools.grading.pipeline.journal import folder_of, only_one
from ecotools.notebooks import read, write

from .books import files, tables
from .instant import Instant
from .marked import copy_of, mark
from .tiny import NAME, SHARE_CHECK, make_course

OTHER = "02-other"
CLASS = ["ada", "bola", "chen"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course with two assignments that a class of three has handed in, and that were graded."""
    course = make_course(tmp_path_factory.mktemp("again") / "course")
    shutil.copytree(course.solutions / NAME, course.solutions / OTHER)
    (course.solutions / OTHER / f"{NAME}.ipynb").rename(course.solutions / OTHER / f"{OTHER}.ipynb")
    for name in (NAME, OTHER):
        release_assignment(course, name)
        for student in CLASS:
            hand_in(course, name, student, "right")
    executor = Instant()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grading.schedule, "pool", executor.pool)
        grade_all(course)
    assert executor.graded == CLASS * 2
    return course


@pytest.fixture
def graded(made, tmp_path, monkeypatch):
    """A copy of the course, and what grades it from now on."""
    executor = Instant()
    monkeypatch.setattr(grading.schedule, "pool", executor.pool)
    return copy_of(made, tmp_path), executor


def grade_all(course, **settings):
    return [
        one for name in (NAME, OTHER) for one in grade_assignment(course, name, settings=Settings(**settings))
    ]


def change_source(course, name, old, new):
    file = course.solutions / name / f"{name}.ipynb"
    notebook = read(file)
    for cell in notebook.cells:
        cell.source = cell.source.replace(old, new)
    write(notebook, file)


def test_an_unchanged_class_is_not_graded_again(graded):
    course, executor = graded
    before, folders = tables(course), files(course)
    again = grade_all(course)
    assert executor.graded == [] and all(one.unchanged and one.graded for one in again)
    assert (tables(course), files(course)) == (before, folders)
    grade_all(course, force=True)
    assert executor.graded == CLASS * 2


def test_a_changed_hand_in_is_graded_again_and_no_other(graded):
    course, executor = graded
    hand_in(course, NAME, "bola", "wrong")
    grade_all(course)
    assert executor.graded == ["bola"]


def test_after_a_changed_test_that_assignment_is_graded_again(graded):
    course, executor = graded
    change_source(course, OTHER, "A share of nothing", "The share of nothing")
    grade_all(course)
    assert executor.graded == CLASS


def test_of_two_notebooks_only_the_one_whose_test_changed_is_graded_again(tmp_path, monkeypatch):
    executor, second = Instant(), f"{NAME}-second"
    monkeypatch.setattr(grading.schedule, "pool", executor.pool)
    course = make_course(tmp_path)
    shutil.copy(course.solutions / NAME / f"{NAME}.ipynb", course.solutions / NAME / f"{second}.ipynb")
    release_assignment(course, NAME)
    for student in CLASS:
        place = hand_in(course, NAME, student, "right")
        shutil.copy(place / f"{NAME}.ipynb", place / f"{second}.ipynb")
    grade_assignment(course, NAME)
    with course.gradebook() as gradebook:
        gradebook.find_grade("01-q3", second, NAME, "ada").manual_score = 1
        gradebook.db.commit()
    held, left = tables(course), files(course)
    change_source(course, NAME, "A share of nothing", "The share of nothing")
    grade_assignment(course, NAME)
    assert executor.notebooks == [[NAME, second]] * 3 + [[NAME]] * 3
    assert tables(course)["grade"] == held["grade"]
    kept = {path: data for path, data in left.items() if path.endswith(f"{second}.ipynb")}
    assert len(kept) == 3 and kept.items() <= files(course).items()
    assert all(one.unchanged for one in grade_assignment(course, NAME))


def test_other_settings_grade_all_again(graded):
    course, executor = graded
    grade_all(course, limits=HandInLimits(cpu=5))
    assert executor.graded == CLASS * 2


def test_another_environment_grades_nothing_again_and_is_said(graded, monkeypatch):
    course, executor = graded
    for place in (tasks, result_inputs):
        monkeypatch.setattr(place, "environment", lambda: "another")
    monkeypatch.setattr(
        result_inputs, "installed", lambda: (*fingerprint.installed(), "plotly-9.0.dist-info")
    )
    again = grade_all(course)
    assert executor.graded == [] and {one.elsewhere for one in again} == {"other packages: plotly"}
    grade_all(course, force=True)
    assert executor.graded == CLASS * 2
    assert {one.elsewhere for one in grade_all(course)} == {""}, "it is the environment of the grade now"


def test_a_comment_in_the_library_grades_nothing_again_and_other_code_does(graded, monkeypatch):
    course, executor = graded
    look, text = versions._look, versions._text_of
    monkeypatch.setattr(versions, "_text_of", lambda part: f"with a comment: {text(part)}")
    versions._code_of.cache_clear()
    for place in (tasks, result_inputs):
        monkeypatch.setattr(place, "environment", lambda: "with a comment")
    monkeypatch.setattr(result_inputs, "ecotools_text", lambda: "with a comment")
    again = grade_all(course)
    assert executor.graded == [] and {one.elsewhere for one in again} == {"another text of ecotools"}
    monkeypatch.setattr(versions, "_text_of", lambda part: f"with other code: {text(part)}")
    monkeypatch.setattr(versions, "_look", lambda part, text: ("does", *look(part, text)[1:]))
    versions._code_of.cache_clear()
    again = grade_all(course)
    versions._code_of.cache_clear()
    assert executor.graded == CLASS * 2 and {one.why for one in again} == {("the code of ecotools changed",)}


def test_another_version_of_what_is_imported_grades_again_and_is_named(graded, monkeypatch):
    course, executor = graded
    used = versions._by_name()
    monkeypatch.setattr(versions, "_by_name", lambda: used | {"pandas": "99.0", "networkx": "99.0"})
    versions._packages.cache_clear()
    again = grade_all(course)
    versions._packages.cache_clear()
    assert executor.graded == CLASS * 2
    assert any(f"pandas was {used['pandas']} and is 99.0" in one.why for one in again)


def test_a_changed_model_answer_grades_nothing_again(graded):
    course, executor = graded
    change_source(course, NAME, "return part / whole if whole", "return (part / whole) if whole")
    grade_all(course)
    assert executor.graded == []


def test_after_a_run_it_is_said_who_has_other_points_and_why(graded):
    course, _ = graded
    with course.gradebook() as gradebook:
        gradebook.find_grade("01-q1-check", NAME, NAME, "bola").auto_score = 0
        gradebook.db.commit()
    change_source(course, NAME, "A share of nothing", "The share of nothing")
    hand_in(course, NAME, "chen", "wrong")
    ada, bola, chen = grade_assignment(course, NAME)
    assert (ada.before, ada.after, ada.why) == (5, 5, ("the tests changed",))
    assert (bola.before, bola.after) == (3, 5)
    assert chen.why == ("its files changed", "the tests changed")


def test_a_due_date_or_more_time_grades_nothing_again(graded):
    course, executor = graded
    config = course.root / CONFIG
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    course = Course(course.root)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-02-01 12:00:00")
    grade_assignment(course, NAME)
    assert {marks.score for marks in read_marks(course, NAME)} == {0.0}
    with course.gradebook() as gradebook:
        gradebook.grant_extension(NAME, "bola", weeks=20)
    assert [marks.score for marks in read_marks(course, NAME)] == [0, 5, 0], "also before it is graded again"
    assert executor.graded == []


def test_a_penalty_follows_a_mark_by_hand(graded):
    course, _ = graded
    config = course.root / CONFIG
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    course = Course(course.root)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-02-01 12:00:00")
    grade_assignment(course, NAME)
    mark(course, "ada", "01-q3", 1)
    ada = read_marks(course, NAME)[0]
    assert (ada.raw, ada.penalty, ada.score) == (6, 6, 0)


def test_what_was_deleted_is_graded_again(graded):
    course, executor = graded
    shutil.rmtree(course.autograded / "chen" / NAME)
    grade_all(course)
    assert executor.graded == ["chen"]


def test_a_gradebook_that_was_deleted_is_made_again(graded):
    course, executor = graded
    before = tables(course)
    (course.root / "gradebook.db").unlink()
    grade_all(course)
    assert executor.graded == CLASS * 2 and tables(course) == before


def test_what_a_person_gave_is_there_after_all_of_it(graded):
    course, executor = graded
    mark(course, "ada", "01-q3", 1, extra=0.5, comment="Well argued.")
    change_source(course, NAME, "A share of nothing", "The share of nothing")
    hand_in(course, NAME, "ada", "half")
    grade_all(course, force=True)
    assert "ada" in executor.graded
    with course.gradebook() as gradebook:
        grade_ = gradebook.find_grade("01-q3", NAME, NAME, "ada")
        assert (grade_.manual_score, grade_.extra_credit) == (1, 0.5)
        assert gradebook.find_comment("01-q3", NAME, NAME, "ada").comment == "Well argued."


def test_the_source_is_put_into_the_gradebook_once(graded, monkeypatch):
    course, _ = graded
    monkeypatch.setattr(
        "ecotools.grading.gradebook.registration._generate", lambda *_: pytest.fail("registered again")
    )
    grade_all(course)
    monkeypatch.undo()
    change_source(course, NAME, "A share of nothing", "The share of nothing")
    grade_all(course)
    with course.gradebook() as gradebook:
        source = gradebook.find_source_cell("01-q1-check", NAME, NAME).source
        assert source == SHARE_CHECK.replace("A share of nothing", "The share of nothing")


def test_killed_while_the_gradebook_is_made_it_is_made_again_as_a_whole(graded, monkeypatch):
    course, _ = graded
    before = tables(course)
    (course.root / "gradebook.db").unlink()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("nbgrader.api.get_alembic_version", Mock(side_effect=KeyboardInterrupt))
        grade_all(course)
    assert course.gradebook() is None
    grade_all(course)
    assert tables(course) == before


def test_a_second_run_beside_the_first_is_refused(graded):
    course, _ = graded
    with only_one(folder_of(course.root)), pytest.raises(GradingError, match="another run is at work in"):
        grade_assignment(course, NAME)


def test_a_time_that_is_none_is_named_and_its_hand_in_is_graded_and_of_no_known_time(graded):
    course, executor = graded
    (course.submitted / "ada" / NAME / "timestamp.txt").write_text("when it was ready")
    first, *others = grade_assignment(course, NAME)
    assert first.graded and executor.graded == ["ada"] and all(one.unchanged for one in others)
    assert first.repairs[0].startswith("timestamp.txt: 'when it was ready' is no time of the form")
    with course.gradebook() as gradebook:
        assert gradebook.find_submission(NAME, "ada").timestamp is None, "so that nobody is late for it"


def test_a_file_in_the_way_of_the_course_s_is_left_out(graded):
    course, _ = graded
    (course.solutions / NAME / "data").mkdir()
    (course.solutions / NAME / "data" / "visits.csv").write_text("day")
    (course.submitted / "ada" / NAME / "data").write_text("hers")
    (course.submitted / "bola" / NAME / "timestamp.txt").unlink()
    (course.submitted / "bola" / NAME / "timestamp.txt").mkdir()
    (course.submitted / "bola" / NAME / "timestamp.txt" / "x").write_text("his")
    assert [one.error for one in grade_assignment(course, NAME)] == ["", "", ""]
    for student in CLASS:
        assert (course.autograded / student / NAME / "data" / "visits.csv").read_text() == "day"
