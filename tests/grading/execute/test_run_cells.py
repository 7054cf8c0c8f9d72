"""Whatever happens to the processes, the cells after it get their chance, within limits."""

import pytest
from nbformat import from_dict

from ecotools.grading.execute.job import (
    ANSWER,
    CUT,
    DIED,
    FAILED,
    NOT_RUN,
    OK,
    TEST,
    TIMEOUT,
    CellRun,
    HandInLimits,
    Job,
)
from ecotools.grading.execute.run_cells import conduct
from ecotools.grading.judge.plan import make_plan
from ecotools.wire import encode

from . import courts
from .cells import Test, notebook, statuses


class Fake:
    """A process that does what the source of a cell says: "die", "hang", "fail", or anything else.

    A test that says "call" calls the hand-in, whose process does then what ``calls`` says.
    """

    def __init__(self, number, log, calls="", names=None):
        self.number, self.log, self.calls, self.names = number, log, calls, names or {}
        self.alive, self.heard = True, []
        log.append(f"open {number}")

    def run(self, source, place, limits, keep=True, relay=None):
        assert self.alive, "a process that died runs nothing"
        self.log.append(f"{'run' if keep else 'replay'} {source}")
        done = CellRun(OK, count=place + 1)
        if source.startswith("die") or (source == "not twice" and not keep):
            done, self.alive = CellRun(DIED, evalue="gone", alive=False), False
        elif source in {"hang", "flood"}:
            done = CellRun(TIMEOUT if source == "hang" else CUT, "KeyboardInterrupt", "")
        elif source.startswith("fail"):
            done = CellRun(FAILED, "ValueError", "no")
        elif source.startswith("forge"):
            done.results = 1
        elif source.startswith("call") and "stopped" in relay({"do": "call", "handle": 0}):
            done = CellRun(FAILED, "StoppedError", "")
        return done

    def begin_test(self):
        pass

    def exchange(self, message, limits):
        if not self.alive:
            return {"do": "returned", "stopped": "gone"}
        self.heard.append(message)
        if message["do"] == "remember":
            return {"do": "returned", "names": self.names, "known": []}
        self.log.append(message["do"])
        if message["do"] == "call" and self.calls:
            self.alive = self.calls == TIMEOUT
            return {"do": "returned", "stopped": self.calls}
        return {"do": "returned"}

    def seat(self, message):
        self.log.append("seat")
        return {"do": "returned", "unread": ""}

    def failed_hidden(self):
        return True

    def close(self):
        self.alive = False
        self.log.append(f"close {self.number}")


def conducted(*sources, log=None, **limits):
    """Execute cells without tests by fakes."""
    log = [] if log is None else log
    opened = iter(range(1, 100))
    job = Job(notebook(*sources), limits=HandInLimits(**limits))
    return conduct(job, lambda outputs: Fake(next(opened), log), lambda outputs: None, "a fake")


class Court:
    """Executes an assignment of cells as in `courts` by fakes: of hand-ins 1, 2, …, of judges j1, j2, …"""

    def __init__(self, *cells, calls="", names=None, **limits):
        self.log, self.handins, self.judges = [], [], []
        code = courts.source(*cells)
        made = from_dict(notebook(*(cell.source for cell in code)))
        for cell, known in zip(made.cells, code, strict=True):
            if known.kind == "test":
                cell.metadata = from_dict(
                    {"nbgrader": {"grade": True, "solution": False, "grade_id": known.name}}
                )
        job = Job(made, make_plan(code), limits=HandInLimits(**limits), seed="01|ada")
        self.execution = conduct(
            job,
            lambda outputs: self._kept(self.handins, "", calls, names),
            lambda outputs: self._kept(self.judges, "j", "", None),
            "a fake",
        )

    def _kept(self, ones, mark, calls, names):
        ones.append(Fake(f"{mark}{len(ones) + 1}", self.log, calls, names))
        return ones[-1]

    @property
    def verdicts(self):
        return courts.verdicts(self.execution)

    def tests(self):
        cells = self.execution.notebook.cells
        return [run for place, run in sorted(self.execution.cells.items()) if cells[place].metadata]


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


def test_when_the_replay_dies_each_time_the_rest_is_not_run():
    assert statuses(conducted("not twice", "die", "a")) == [OK, DIED, NOT_RUN]


def test_when_the_time_of_the_whole_is_over_the_rest_is_not_run():
    assert statuses(conducted("a", "b", total=-1)) == [NOT_RUN, NOT_RUN]


@pytest.mark.parametrize(
    ("source", "ename"),
    [("hang", "CellTimeoutError"), ("flood", "KeyboardInterrupt"), ("fail", "ValueError")],
)
def test_a_cell_that_was_stopped_or_hid_its_error_shows_one(source, ename):
    assert conducted(source).notebook.cells[0].outputs[-1].ename == ename


def test_the_judge_runs_set_up_cells_and_tests_and_the_hand_in_all_that_is_no_test():
    court = Court("a = 1", "answer: x = 1", "test: assert x")
    assert [one for one in court.log if "assert" in one] == ["run assert x"]
    assert court.log.index("open j1") < court.log.index("replay a = 1") < court.log.index("run assert x")
    assert court.log.index("run x = 1") < court.log.index("open j1")
    assert "replay x = 1" not in court.log


def test_tests_that_call_check_wait_for_the_last_cell_and_others_run_where_they_stand():
    late = Court("answer: x = 1", "test: check(x)", "last = 1").log
    assert late.index("run last = 1") < late.index("run check(x)")
    early = Court("answer: x = 1", "test: assert x", "last = 1").log
    assert early.index("run assert x") < early.index("run last = 1")


def test_the_names_of_a_test_are_asked_for_where_it_stands():
    court = Court("answer: x = 1", "test: check(x)", "x = 2")
    (asked,) = [one for one in court.handins[0].heard if one["do"] == "remember"]
    assert (asked["place"], asked["names"]) == (1, ["x", "check"])


def test_the_student_is_read_once_and_the_judge_s_parameters_have_it():
    told = {"STUDENT_ID": {"value": encode("ada")}}
    court = Court("param: STUDENT_ID = 'you'", "answer: x = 1", "test: assert x", names=told)
    assert court.execution.student == "ada"
    assert "replay STUDENT_ID = 'you'\nSTUDENT_ID = 'ada'" in court.log


@pytest.mark.parametrize("value", [7, "x" * 201, ["ada"], None])
def test_a_student_that_is_no_short_text_is_everybody(value):
    told = {"STUDENT_ID": {"value": encode(value)}}
    court = Court("param: STUDENT_ID = 'you'", "answer: x = 1", "test: assert x", names=told)
    assert court.execution.student == "" and "replay STUDENT_ID = 'you'" in court.log


def test_a_call_begins_with_the_seed_of_its_test_which_is_the_same_each_time():
    def seeds():
        court = Court("answer: x = 1", "test: call(x)", "test: call(x, 2)")
        return [one["seed"] for one in court.handins[0].heard if one["do"] == "call"]

    first, second = seeds()
    assert first != second and [first, second] == seeds()


@pytest.mark.parametrize("why", ["gone", TIMEOUT])
def test_a_call_that_does_not_come_back_is_the_answer_s_fault(why):
    court = Court("answer: x = 1", "test: call(x)", calls=why)
    (run,) = court.tests()
    assert (run.status, run.blame) == (TIMEOUT if why == TIMEOUT else DIED, ANSWER)
    (error,) = court.execution.notebook.cells[1].outputs
    assert error.ename == ("CellTimeoutError" if why == TIMEOUT else "DeadKernelError")


def test_after_a_call_that_killed_the_hand_in_the_next_test_finds_another_process():
    court = Court("a = 1", "answer: x = 1", "test: call(x)", "test: assert x", calls="gone")
    assert court.verdicts == [DIED, OK]
    assert [one for one in court.log if one.startswith("open")] == ["open 1", "open j1", "open 2"]


@pytest.mark.parametrize(("source", "status"), [("hang", TIMEOUT), ("die", DIED)])
def test_a_test_that_is_stopped_outside_of_a_call_is_its_own_fault(source, status):
    court = Court("answer: x = 1", f"test: {source}", "test: assert x")
    first, second = court.tests()
    assert (first.status, first.blame, second.status) == (status, TEST, OK)


def test_after_a_test_that_killed_the_judge_another_one_is_set_up():
    court = Court("a = 1", "answer: x = 1", "test: die", "test: assert x")
    assert court.verdicts == [DIED, OK] and court.log.count("replay a = 1") == 2


def test_a_set_up_cell_that_fails_in_the_judge_is_named_at_its_tests_and_costs_no_other():
    court = Court("answer: x = 1", "test: assert x", "fail = 1", "test: assert x == 1")
    first, second = court.tests()
    assert first.status == OK
    assert (second.status, second.blame) == (FAILED, TEST)
    assert "'q2'" in second.evalue and "ValueError: no" in second.evalue


def test_the_judge_says_whether_a_test_failed_in_its_hidden_part():
    (run,) = Court("answer: x = 1", "test: fail").tests()
    assert run.hidden


def test_a_result_that_is_sent_for_a_test_without_one_is_evidence_when_it_runs_in_place():
    forged = notebook("x = 1", Test("forge = 1"))
    execution = conduct(Job(forged), lambda outputs: Fake(1, []), lambda outputs: None, "a fake")
    (evidence,) = execution.cells[1].evidence
    assert "ends without an expression" in evidence


def test_the_given_notebook_stays_as_it_was():
    given = notebook("a", "die")
    before = str(given)
    conduct(Job(given), lambda outputs: Fake(1, []), lambda outputs: None, "a fake")
    assert str(given) == before


def test_the_processes_are_closed_when_it_cannot_go_on():
    log = []

    class Broken(Fake):
        def run(self, *arguments, **named):
            raise RuntimeError("lost")

    with pytest.raises(RuntimeError, match="lost"):
        conduct(Job(notebook("a")), lambda outputs: Broken(1, log), lambda outputs: None, "a fake")
    assert log == ["open 1", "close 1"]
