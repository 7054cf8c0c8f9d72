"""Whatever happens to the process, the cells after it get their chance, within limits."""

import pytest

from ecotools.grading.execute.conduct import conduct
from ecotools.grading.execute.job import CUT, DIED, FAILED, NOT_RUN, OK, TIMEOUT, CellRun, Job, Limits

from .cells import Test, notebook, statuses


class Fake:
    """A process that does what the source of a cell says: "die", "hang", "fail", or anything else."""

    log = ()

    def __init__(self, number, log, passing=False):
        self.number, self.log, self.passing = number, log, passing
        self.died = False
        log.append(f"open {number}")

    def run(self, source, place, limits, keep=True):
        assert not self.died, "a process that died runs nothing"
        self.log.append(f"{'run' if keep else 'replay'} {source}")
        done = CellRun(OK, count=place + 1)
        if source.startswith("die") or (source == "not twice" and not keep):
            done, self.died = CellRun(DIED, evalue="gone", alive=False), True
        elif source in {"hang", "flood"}:
            done = CellRun(TIMEOUT if source == "hang" else CUT, "KeyboardInterrupt", "")
        elif source == "fail":
            done = CellRun(FAILED, "ValueError", "no")
        elif source.startswith("forge"):
            done.results = 1
        elif source.startswith("thread"):
            done.threads = 2
        return done

    def passed(self, twins):
        self.log.append(f"twins {len(twins)}")
        return [True] + [self.passing] * (len(twins) - 1)

    def close(self):
        self.log.append(f"close {self.number}")


def conducted(*sources, log=None, passing=False, **limits):
    log = [] if log is None else log
    opened = iter(range(1, 100))
    job = Job(notebook(*sources), limits=Limits(**limits))
    return conduct(job, lambda outputs: Fake(next(opened), log, passing), "a fake")


def test_cells_run_in_order_in_one_process():
    log = []
    assert statuses(conducted("a", "fail", "b", log=log)) == [OK, FAILED, OK]
    assert log == ["open 1", "run a", "run fail", "run b", "close 1"]


def test_empty_cells_are_not_run():
    assert list(conducted("a", "  \n", "b").cells) == [0, 2]


def test_after_a_death_what_came_before_runs_again_and_the_rest_goes_on():
    log = []
    execution = conducted("a", "die", "b", log=log)
    assert statuses(execution) == [OK, DIED, OK]
    assert log == ["open 1", "run a", "run die", "close 1", "open 2", "replay a", "run b", "close 2"]
    assert "DeadKernelError" in execution.notebook.cells[1].outputs[-1].ename


def test_when_the_last_cell_kills_its_process_no_other_is_opened():
    log = []
    conducted("a", "die", log=log)
    assert log[-1] == "close 1"


def test_after_too_many_deaths_the_rest_is_not_run():
    execution = conducted("die 1", "die 2", "die 3", "a", restarts=2)
    assert statuses(execution) == [DIED, DIED, DIED, NOT_RUN]


def test_when_the_replay_dies_the_rest_is_not_run():
    assert statuses(conducted("not twice", "die", "a")) == [OK, DIED, NOT_RUN]


def test_when_the_time_of_the_whole_is_over_the_rest_is_not_run():
    assert statuses(conducted("a", "b", total=-1)) == [NOT_RUN, NOT_RUN]


@pytest.mark.parametrize(
    ("source", "ename"),
    [("hang", "CellTimeoutError"), ("flood", "KeyboardInterrupt"), ("fail", "ValueError")],
)
def test_a_cell_that_was_stopped_or_hid_its_error_shows_one(source, ename):
    assert conducted(source).notebook.cells[0].outputs[-1].ename == ename


def test_twins_are_tried_before_a_test_and_only_there():
    log = []
    conducted("assert 1 == 1", Test("assert 1 == 1"), log=log)
    assert log == ["open 1", "run assert 1 == 1", "twins 3", "run assert 1 == 1", "close 1"]


@pytest.mark.parametrize(
    ("source", "passing", "words"),
    [
        ("x = 1", True, "a twin of this test"),
        ("forge = 1", False, "ends without an expression"),
        ("thread = 1", False, "in a thread"),
    ],
)
def test_suspicion_is_evidence_at_the_test(source, passing, words):
    (evidence,) = conducted(Test(source), passing=passing).cells[0].evidence
    assert words in evidence


def test_a_thread_beside_the_cell_before_is_evidence_too():
    (evidence,) = conducted("thread = 1", Test("x = 1")).cells[1].evidence
    assert "in a thread" in evidence


def test_a_test_that_passes_in_the_process_and_not_in_a_copy_is_suspected(monkeypatch):
    for said, found in (([False] * 3, 1), ([True, False, False], 0), ([], 0)):
        monkeypatch.setattr(Fake, "passed", lambda self, sources, said=said: said)
        evidence = conducted(Test("x = 1")).cells[0].evidence
        assert len(evidence) == found and all("not in a copy of it" in text for text in evidence)


def test_a_test_that_fails_needs_no_evidence():
    assert conducted(Test("fail"), passing=True).cells[0].evidence == []


def test_the_given_notebook_stays_as_it_was():
    given = notebook("a", "die")
    before = str(given)
    conduct(Job(given), lambda outputs: Fake(1, []), "a fake")
    assert str(given) == before


def test_the_process_is_closed_when_it_cannot_go_on():
    log = []

    class Broken(Fake):
        def run(self, *arguments, **named):
            raise RuntimeError("lost")

    with pytest.raises(RuntimeError, match="lost"):
        conduct(Job(notebook("a")), lambda outputs: Broken(1, log), "a fake")
    assert log == ["open 1", "close 1"]
