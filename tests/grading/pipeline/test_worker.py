"""What a worker does with a hand-in: restore, execute, score; it needs no gradebook and writes nothing."""

import json

import pytest
from nbformat import from_dict
from nbformat.v4 import new_output

from ecotools.grading import notes
from ecotools.grading.execute import ways
from ecotools.grading.execute.job import FAILED, OK, CellRun, Execution, HandInLimits
from ecotools.grading.execute.ways import FORKED
from ecotools.grading.pipeline.handin import SubmittedFiles
from ecotools.grading.pipeline.worker import GradingTask, work

from .released import SOURCE, file, given

LIMITS = HandInLimits(cpu=7)


@pytest.fixture
def jobs(monkeypatch):
    """The jobs that are executed, by an engine in which every cell runs to its end."""
    jobs = []

    def execute(job):
        jobs.append(job)
        notebook = from_dict(job.notebook)
        code = [place for place, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
        return Execution(notebook, {place: CellRun(OK, cpu=0.5) for place in code}, "a fake", 2.0)

    monkeypatch.setitem(ways.EXECUTE, FORKED, execute)
    return jobs


def task(notebooks=None, files=None, ours=None):
    notebooks = {"01-tiny": file(given())} if notebooks is None else notebooks
    handed_in = SubmittedFiles("ada", notebooks, files or {}, ("evil is a link",), "")
    return GradingTask(
        handed_in, (SOURCE,), ours or {}, LIMITS, FORKED, "submitted/ada/01-tiny", {"01-tiny": "a hash"}
    )


def test_a_hand_in_comes_back_scored_with_its_notebook_as_text(jobs):
    done = work(task())
    assert (done.student, done.error, done.seconds) == ("ada", "", 2.0)
    assert done.scored["01-tiny"].scores == {"q1-check": 2, "q2-check": 3, "q3": None, "q4": None}
    said = json.loads(done.notebooks["01-tiny"])["metadata"][notes.KEY]
    assert said == {
        "hash": "a hash",
        "sandbox": "a fake",
        "repairs": ["evil is a link"],
        "evidence": [],
        "seconds": 2.0,
    }
    assert done.repairs == ["evil is a link"]


def test_the_limits_the_seed_and_the_files_go_with_the_job(jobs):
    work(task(files={"a.csv": b"mine", "b.csv": b"mine"}, ours={"a.csv": b"the course's"}))
    assert jobs[0].files == {"a.csv": b"the course's", "b.csv": b"mine"}
    assert (jobs[0].limits, jobs[0].seed) == (LIMITS, "01-tiny|ada")


def test_the_judge_gets_the_files_of_the_course_and_of_a_hand_in_only_its_blueprint(jobs):
    theirs = {"a.csv": b"mine", "my-blueprint.yaml": b"name: Mine", "helpers.py": b"raise SystemExit"}
    work(task(files=theirs, ours={"a.csv": b"the course's"}))
    assert jobs[0].judge_files == {"a.csv": b"the course's", "my-blueprint.yaml": b"name: Mine"}


def test_a_notebook_that_was_not_handed_in_is_not_executed(jobs):
    done = work(task(notebooks={}))
    assert (done.notebooks, done.scored, jobs) == ({}, {}, [])


def test_what_cannot_be_read_is_part_of_the_result(jobs):
    done = work(task(notebooks={"01-tiny": b"["}))
    assert done.error.startswith("submitted/ada/01-tiny/01-tiny.ipynb: not a notebook: ")
    assert not done.notebooks and not jobs


def test_evidence_names_its_cell_and_code_that_reaches_far_is_evidence(jobs, monkeypatch):
    def forged(job):
        notebook = from_dict(job.notebook)
        runs = {4: CellRun(OK, evidence=["a result was sent"])}
        return Execution(notebook, runs, "")

    monkeypatch.setitem(ways.EXECUTE, FORKED, forged)
    cells = given({"q1": "import ctypes"})
    done = work(task(notebooks={"01-tiny": file([{"cell_type": "raw", "source": ""}, *cells])}))
    assert done.evidence == [
        "q1-check: a result was sent",
        "cell 4 uses ctypes, which answers rarely need",
    ]
    assert done.scored["01-tiny"].scores["q1-check"] == 2


def test_half_characters_in_what_a_hand_in_says_can_be_written(jobs, monkeypatch):
    def saying(job):
        notebook = from_dict(job.notebook)
        error = new_output("error", ename="ValueError", evalue="\ud800", traceback=["\udfff"])
        notebook.cells[3].outputs = [error]
        return Execution(notebook, {3: CellRun(FAILED, "ValueError", "\ud800")}, "")

    monkeypatch.setitem(ways.EXECUTE, FORKED, saying)
    done = work(task())
    assert done.notebooks["01-tiny"].encode()
    assert done.scored["01-tiny"].scores["q1-check"] == 0


def test_a_hand_in_that_was_slowed_is_said_to_be(jobs, monkeypatch):
    def slow(job):
        return Execution(from_dict(job.notebook), {3: CellRun("timeout", busy=True)}, "")

    monkeypatch.setitem(ways.EXECUTE, FORKED, slow)
    assert work(task()).slowed


def test_the_blueprint_of_a_hand_in_has_the_name_that_learners_know():
    from ecotools.grading.pipeline import worker as work_module
    from ecotools.learn.places import BLUEPRINT

    assert work_module.BLUEPRINT == BLUEPRINT
