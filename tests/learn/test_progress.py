import datetime
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.learn import progress, store
from ecotools.learn.history import add, record, streak
from ecotools.learn.outcomes import Outcome
from ecotools.outcomes import ERROR, NOT_ATTEMPTED, RIGHT, UNCHECKED, WRONG

NOON = datetime.datetime(2026, 3, 1, 12)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A course folder of its own, and progress switched on."""
    path = tmp_path / "progress.json"
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ecotools.learn.history._said", set())
    return path


def test_tries_are_counted_until_the_answer_is_right(file):
    for kind in (WRONG, WRONG, RIGHT, RIGHT):
        record(Outcome("02-q1", kind, 4))
    task = store.read(file)["tasks"]["02-q1"]
    assert (task["tries"], task["tries_to_right"], task["outcome"], task["points"]) == (3, 3, RIGHT, 4)
    assert progress().points == 4


def test_ungraded_tries_count_as_tries_and_give_no_points(file):
    record(Outcome("02-t1", WRONG))
    record(Outcome("02-t1", RIGHT))
    panel = progress()
    assert panel.points == panel.points_all == 0
    assert panel.table.loc[0, ["task", "kind", "status", "tries"]].tolist() == ["02-t1", "try", "right", 2]


def test_a_right_answer_that_is_broken_again_loses_its_points_but_not_its_day(file):
    record(Outcome("02-q1", RIGHT, 4))
    record(Outcome("02-q1", WRONG, 4))
    panel = progress()
    assert panel.points == 0
    assert panel.points_all == 4
    assert panel.table.loc[0, "first_right"]


def test_what_was_not_attempted_leaves_no_trace(file):
    assert record(Outcome("02-q1", NOT_ATTEMPTED, 4)) == []
    assert not file.exists()


@pytest.mark.parametrize(
    ("name", "value"), [("NBGRADER_EXECUTION", "autograde"), ("ECOTOOLS_PROGRESS", "off")]
)
def test_nothing_is_written_while_grading_or_when_switched_off(file, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    record(Outcome("02-q1", RIGHT, 4))
    assert not file.exists()


def test_without_a_setting_the_file_lies_in_the_course_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("ECOTOOLS_PROGRESS")
    (tmp_path / "exercises" / "02-journey").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "exercises" / "02-journey")
    record(Outcome("02-q1", RIGHT, 4))
    assert (tmp_path / "progress.json").exists()


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[1, 2]",
        b"null",
        b'{"version": "one"}',
        b'{"version": 1, "tasks": []}',
        b'{"version": 1, "tasks": {"a": 3}}',
        b'{"version": 1, "tasks": {"a": {"tries": "x"}}}',
        b'{"version": 1, "tasks": {"a": {"wrong": "x"}}}',
        b'{"version": 1, "predictions": []}',
        b'{"version": 1, "days": ["yesterday"]}',
        b'{"version": 1, "days": [3]}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
    ids=range(14),
)
def test_a_broken_file_is_kept_and_a_new_one_started(file, broken):
    file.write_bytes(broken)
    assert "could not be read" in progress().note
    assert file.read_bytes() == broken
    notes = record(Outcome("02-q1", RIGHT, 4))
    assert any("could not be read. It is kept as progress.json.broken-" in note for note in notes)
    (kept,) = file.parent.glob("progress.json.broken-*")
    assert kept.read_bytes() == broken
    assert progress().points == 4


def test_two_broken_files_of_a_day_are_both_kept(file):
    for broken in (b"one", b"two"):
        file.write_bytes(broken)
        record(Outcome("02-q1", RIGHT, 4))
    assert {kept.read_bytes() for kept in file.parent.glob("*.broken-*")} == {b"one", b"two"}


@pytest.mark.parametrize(
    ("kept", "name"),
    [
        ("right", RIGHT),
        ("not right yet", WRONG),
        ("error in your code", ERROR),
        ("could not be checked", UNCHECKED),
    ],
)
def test_a_file_of_an_earlier_version_is_read_in_todays_names(file, kept, name):
    task = {"tries": 2, "wrong": 1, "outcome": kept, "points": 4}
    file.write_text(json.dumps({"version": 1, "tasks": {"02-q1": task}, "days": ["2026-02-01"]}))
    assert store.read(file)["tasks"]["02-q1"] == task | {"outcome": name}
    status = "right" if name == RIGHT else "not right yet"
    assert progress().table.set_index("task")["status"]["02-q1"] == status
    assert progress().points == (4 if name == RIGHT else 0)
    record(Outcome("02-t1", RIGHT))
    assert store.read(file)["tasks"]["02-q1"]["outcome"] == name


def test_a_file_of_a_newer_version_is_left_alone(file):
    newer = json.dumps({"version": 2, "tasks": {}, "surprise": 1})
    file.write_text(newer)
    assert "newer" in record(Outcome("02-q1", RIGHT, 4))[0]
    assert file.read_text() == newer


def test_what_others_put_into_the_file_stays(file):
    file.write_text(json.dumps({**store.empty(), "theme": "dark"}))
    record(Outcome("02-q1", RIGHT, 4))
    assert store.read(file)["theme"] == "dark"


def test_a_folder_that_cannot_be_written_is_told_once_and_stops_nothing(file, monkeypatch):
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(file.parent / "no" / "such" / "progress.json"))
    assert "could not be saved" in record(Outcome("02-q1", RIGHT, 4))[-1]
    assert record(Outcome("02-q1", WRONG, 4)) == []


def test_several_notebooks_at_once_lose_nothing(file):
    code = (
        "from ecotools.learn.history import record\n"
        "from ecotools.learn.outcomes import Outcome\n"
        "import sys\n"
        "for k in range(15): record(Outcome(f'0{sys.argv[1]}-t{k}', 'wrong'))\n"
    )
    started = [subprocess.Popen([sys.executable, "-c", code, str(n)]) for n in range(3)]
    assert [one.wait() for one in started] == [0, 0, 0]
    assert len(store.read(file)["tasks"]) == 45
    assert [one.name for one in file.parent.iterdir()] == ["progress.json"]


def test_an_interrupted_write_leaves_the_old_file(file, monkeypatch):
    record(Outcome("02-q1", RIGHT, 4))
    before = file.read_bytes()

    def fails(*arguments):
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", fails)
    assert "could not be saved" in record(Outcome("02-q2", RIGHT, 4))[-1]
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == ["progress.json"]


def test_days_in_a_row_end_today_or_yesterday():
    days = ["2026-02-27", "2026-02-28", "2026-03-01"]
    assert streak(days, datetime.date(2026, 3, 1)) == 3
    assert streak(days, datetime.date(2026, 3, 2)) == 3
    assert streak(days, datetime.date(2026, 3, 3)) == 0
    assert streak([], datetime.date(2026, 3, 3)) == 0


def test_a_clock_that_goes_backwards_loses_no_days_and_invents_none():
    data = store.empty()
    for day in (5, 6, 1, 2):
        add(data, Outcome("02-t1", WRONG), NOON.replace(day=day))
    assert data["days"] == ["2026-03-01", "2026-03-02", "2026-03-05", "2026-03-06"]
    assert streak(data["days"], datetime.date(2026, 3, 2)) == 2
    assert streak(data["days"], datetime.date(2026, 3, 6)) == 2


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(["99-q1", "99-t1"]), st.sampled_from([RIGHT, WRONG])), max_size=20))
def test_any_history_can_be_written_read_and_shown(tmp_path_factory, events):
    data = store.empty()
    for task, kind in events:
        add(data, Outcome(task, kind, 4 if "q" in task else None), NOON)
    file = tmp_path_factory.mktemp("p") / "progress.json"
    store.write(file, data)
    assert store.read(file) == data
    panel = progress(file)
    assert panel.table["tries"].sum() <= len(events)
    assert panel.points == (4 if data["tasks"].get("99-q1", {}).get("outcome") == RIGHT else 0)
    assert panel._repr_html_().count("<tr") == 1 + len(panel.modules)
