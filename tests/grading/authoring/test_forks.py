"""Jobs in forks: results in order, and nothing that one breaks reaches another."""

import os
import signal

import pytest

from ecotools.grading.authoring.forks import Lost, run_forked

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def test_results_come_in_the_order_of_the_jobs_and_changes_stay_in_the_fork():
    held = []
    jobs = [lambda n=n: held.append(n) or len(held) * 10 + n for n in range(5)]
    assert run_forked(jobs) == [10, 11, 12, 13, 14] and held == []


def test_no_jobs_give_no_results():
    assert run_forked([]) == []


def test_a_result_larger_than_a_pipe_comes_back_whole():
    assert len(run_forked([lambda: "x" * 1_000_000])[0]) == 1_000_000


def spin():
    while True:
        pass


def test_a_job_that_does_not_end_is_stopped_by_its_processor_time():
    assert run_forked([spin, lambda: 1], cpu=1) == [Lost("timeout"), 1]


def test_a_job_that_only_waits_is_stopped_by_the_clock():
    assert run_forked([lambda: signal.pause(), lambda: 1], wall=0.3) == [Lost("timeout"), 1]


def test_a_job_that_dies_fails_or_returns_what_json_cannot_hold_is_lost_alone():
    jobs = [lambda: os.kill(os.getpid(), signal.SIGTERM), lambda: 1 / 0, lambda: {1, 2}, lambda: "fine"]
    crashed, failed, odd, fine = run_forked(jobs)
    assert crashed == Lost("SIGTERM") and fine == "fine"
    assert failed == odd == Lost("its process ended with 1")


def test_a_job_that_takes_too_much_memory_is_lost_alone():
    assert run_forked([lambda: len(bytearray(6 * 2**30))]) == [Lost("its process ended with 1")]
