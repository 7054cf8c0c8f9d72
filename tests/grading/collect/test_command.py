"""`ecotools collect` shows what it understood before it writes, and its exit code says how it went."""

import json
import os
import shutil
import time

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.grading.course import CONFIG

from ..commands import run_in
from ..tiny import NAME, make_course
from .making import laid_out, notebook, saved, zipped

FILE = f"{NAME}.ipynb"
NOTEBOOK = notebook(cells=["01-q1", "01-q2"])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def course(made):
    yield made
    shutil.rmtree(made.submitted, ignore_errors=True)


@pytest.fixture
def run(course):
    """Return a run of the command for this course: exit code and text; an exception fails the test."""

    def collect(*words):
        return run_in(course, "collect", *words)

    return collect


def test_it_shows_what_it_understood_and_collects_it(course, run, tmp_path):
    source = saved(
        tmp_path, zipped({f"lovelaceada_LATE_4711_9_{NAME}-1.ipynb": NOTEBOOK, "x_12_text.html": b""})
    )
    code, text = run(source)
    assert code == 0
    for words in (NAME, "lovelaceada-4711", "download", "new", "LATE, says Canvas", "left out, is in no"):
        assert words in text
    assert text.endswith("1 collected, 0 left as they are, 0 refused.\n")
    assert (course.submitted / "lovelaceada-4711" / NAME / FILE).read_bytes() == NOTEBOOK
    assert "Hand-ins without a known time: 1. They count as in time." in text
    assert (course.submitted / "lovelaceada-4711" / NAME / "timestamp.txt").read_bytes() == b""
    assert run(source)[1].endswith("0 collected, 1 left as they are, 0 refused.\n")


def test_a_later_download_replaces_an_earlier_one_though_no_time_is_known(course, run, tmp_path):
    def download(day, text):
        place = f"Ada L_7_assignsubmission_file/{FILE}"
        work = notebook(cells=["01-q1", "01-q2"], text=text)
        run(saved(tmp_path, zipped({place: work}, {place: (2026, 3, day, 12, 0, 0)})))
        kept = (course.submitted / "ada-l" / NAME / FILE).read_text()
        return text in kept

    assert download(1, "first") and download(3, "second")
    assert not download(2, "between"), "it is older than what is there"
    assert download(4, "third")


@pytest.mark.parametrize(("zone", "time"), [("Europe/Berlin", "10:35"), ("+0530", "06:05"), ("", None)])
def test_a_time_of_blackboard_is_read_in_the_zone_that_is_named(course, run, tmp_path, zone, time):
    source = saved(tmp_path, zipped({f"HW_ada_attempt_2026-03-03-11-35-00_{FILE}": NOTEBOOK}))
    code, text = run(source, "--json", *(["--zone", zone] if zone else []))
    (row,) = json.loads(text)["handins"]
    assert code == 0 and row["handed_in"] == (time and f"2026-03-03 {time}:00 UTC")


def test_the_zone_of_the_course_counts_where_none_is_named(tmp_path):
    course = make_course(tmp_path / "course")
    config = course.root / CONFIG
    config.write_text(config.read_text() + 'c.Exchange.timezone = "America/New_York"\n')
    source = saved(tmp_path, zipped({f"HW_ada_attempt_2026-03-03-11-05-00_{FILE}": NOTEBOOK}))
    (row,) = json.loads(run_in(course, "collect", source, "--json")[1])["handins"]
    assert row["handed_in"] == "2026-03-03 16:05:00 UTC"
    assert row["notes"] == ["its time names no zone, and was read in America/New_York"]
    assert run_in(course, "collect", source, "--zone", "Nowhere")[0] == 2


def test_something_refused_is_named_and_ends_with_1(course, run, tmp_path):
    files = {f"ada/{FILE}": NOTEBOOK, "ada/../../x": b"", "bola.zip": b"no zip"}
    code, text = run(saved(tmp_path, zipped(files)))
    assert code == 1 and text.endswith("1 collected, 0 left as they are, 2 refused.\n")
    assert "refused, class.zip/ada/../../x: leads upward with .." in text
    assert "refused, class.zip/bola.zip: it is no zip that can be read" in text


def test_a_dry_run_writes_nothing(course, run, tmp_path):
    code, text = run(laid_out(tmp_path / "in", {f"ada/{FILE}": NOTEBOOK}), "--dry-run")
    assert code == 0 and text.endswith("1 would be collected, 0 left as they are, 0 refused.\n")
    assert not course.submitted.exists()


def test_quietly_only_refusals_are_printed(run, tmp_path):
    assert run(laid_out(tmp_path / "in", {f"ada/{FILE}": NOTEBOOK}), "-q") == (0, "")
    code, text = run(saved(tmp_path, b"no zip"), "-q")
    assert code == 1 and text.startswith("class.zip: it is no zip") and text.count("\n") == 1


def test_scripts_get_all_of_it_as_json(run, tmp_path):
    source = laid_out(tmp_path / "in", {f"Ada L/{FILE}": NOTEBOOK, "Ada L/aux.csv": b"", "notes": b""})
    os.utime(source / "Ada L" / FILE, (1772384520, 1772384520))
    code, text = run(source, "--json", "--dry-run")
    data = json.loads(text)
    assert code == 1 and data["handins"] == [
        {
            "student": "Ada-L",
            "assignment": NAME,
            "what": "new",
            "written": False,
            "handed_in": data["handins"][0]["handed_in"],
            "clock": "file",
            "form": "folder",
            "late": False,
            "where": f"Ada L/{FILE}",
            "files": [FILE],
            "notes": ["the student is called 'Ada L' there"],
        }
    ]
    assert data["refused"] == ["Ada L/aux.csv: 'aux.csv' is the name of a device on Windows"]
    assert data["ignored"] == [{"where": "notes", "why": "is in no student's folder"}]
    assert json.loads(run(source, "--json")[1])["handins"][0]["written"] is True


def test_what_is_newer_stays_unless_it_shall_be_replaced(course, run, tmp_path):
    run(laid_out(tmp_path / "in", {f"ada/{FILE}": NOTEBOOK}))
    older = laid_out(tmp_path / "older", {f"ada/{FILE}": NOTEBOOK + b" "})
    long_ago = time.time() - 10**6
    os.utime(older / "ada" / FILE, (long_ago, long_ago))
    assert "kept what is there" in run(older)[1]
    assert run(older, "--replace")[1].endswith("1 collected, 0 left as they are, 0 refused.\n")
    assert (course.submitted / "ada" / NAME / FILE).read_bytes() == NOTEBOOK + b" "


def test_an_unrecognised_notebook_is_taken_for_the_assignment_that_is_named(course, run, tmp_path):
    source = laid_out(tmp_path / "in", {"ada/answers.ipynb": b"{}"})
    assert run(source)[0] == 1
    assert run(source, "--assignment", NAME)[0] == 0
    assert (course.submitted / "ada" / NAME / FILE).read_bytes() == b"{}"


def test_names_from_a_source_cannot_write_codes_to_the_terminal(run, tmp_path):
    code, text = run(saved(tmp_path, zipped({f"[bold]\x1b[2J/{FILE}": NOTEBOOK, "[red]x.zip": b""})))
    assert code == 1 and "\x1b" not in text and "[bold]\\x1b[2J" in text and "[red]x.zip" in text


def test_used_wrongly_it_ends_with_2(run, tmp_path):
    assert run(tmp_path / "nowhere.zip")[0] == 2
    code, text = run(saved(tmp_path, b"", "class.tar.gz"))
    assert code == 2 and "neither a folder nor a zip" in text
    code, text = run(laid_out(tmp_path / "in", {f"ada/{FILE}": NOTEBOOK}), "--assignment", "07-x")
    assert code == 2 and f"no '07-x'; there are {NAME}" in text


def test_outside_of_a_course_it_ends_with_2(tmp_path):
    result = CliRunner().invoke(main, ["collect", str(tmp_path), "--course", str(tmp_path)])
    assert result.exit_code == 2 and "is not inside a course" in result.output


def test_what_is_collected_is_graded_like_any_hand_in(tiny, tmp_path):
    from ecotools.grading.grade import unreadable

    course = make_course(tmp_path / "course")
    released = (tiny.exercises / NAME / FILE).read_bytes()
    source = laid_out(tmp_path / "in", {f"Ada Lovelace_7_assignsubmission_file/{NAME} (1).ipynb": released})
    result = CliRunner().invoke(main, ["collect", str(source), "--course", str(course.root)])
    assert result.exit_code == 0 and course.students(NAME) == ["ada-lovelace"]
    assert unreadable(course, NAME, "ada-lovelace") == ""
