"""Hand-ins are graded many at a time; a lost worker, or a busy machine, costs its time and no grade."""

import subprocess
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor

import psutil
import pytest

from ecotools.grading.pipeline import schedule
from ecotools.grading.pipeline.handin import SubmittedFiles
from ecotools.grading.pipeline.schedule import Pool, SchedulerError, map_tasks
from ecotools.grading.pipeline.worker import Done, GradingTask


def task(student):
    return GradingTask(SubmittedFiles(student, {}, {}, (), ""), (), {}, None, "", student, "the same for all")


class Graders:
    """Stands in for the work on a hand-in: ``kinds`` says by student what comes of it, time after time."""

    def __init__(self, monkeypatch, **kinds):
        self.kinds, self.pools, self.under_way, self.seen = kinds, 0, 0, []
        self.lock = threading.Lock()
        monkeypatch.setattr(schedule, "work", self.work)

    def work(self, task):
        with self.lock:
            self.under_way += 1
            self.seen.append((task.where, self.under_way))
        time.sleep(0.01)
        with self.lock:
            self.under_way -= 1
        ways = self.kinds.get(task.where, ["ok"])
        way = ways.pop(0) if len(ways) > 1 else ways[0]
        if isinstance(way, BaseException):
            raise way
        return Done(task.where, "", slowed=way == "slowed")

    def map(self, students, at_once=3):
        executors = []

        def make(broken=None):
            executors.append(ThreadPoolExecutor(at_once))
            return executors[-1]

        done = list(map_tasks(map(task, students), Pool(make, at_once)))
        for executor in executors:
            executor.shutdown()
        return {one.where: what.error for one, what in done}


def test_each_hand_in_comes_back_once_and_few_are_under_way(monkeypatch):
    graders, students = Graders(monkeypatch), [f"s{number}" for number in range(20)]
    assert graders.map(students) == dict.fromkeys(students, "")
    assert max(under_way for _, under_way in graders.seen) <= 3
    assert len(graders.seen) == 20


def test_an_error_is_the_hand_in_s_own(monkeypatch):
    graders = Graders(monkeypatch, bola=[RuntimeError("no")])
    assert graders.map(["ada", "bola", "chen"]) == {"ada": "", "bola": "bola: RuntimeError: no", "chen": ""}


def test_who_had_a_worker_that_was_lost_is_graded_again_and_alone(monkeypatch):
    lost = [BrokenExecutor("gone"), "ok"]
    graders = Graders(monkeypatch, ada=list(lost), bola=list(lost), chen=list(lost))
    assert graders.map(["ada", "bola", "chen", "dana"]) == dict.fromkeys(["ada", "bola", "chen", "dana"], "")
    assert [under_way for _, under_way in graders.seen[4:]] == [1, 1, 1]


def test_who_loses_each_worker_is_named_and_no_other(monkeypatch):
    graders = Graders(monkeypatch, ada=[BrokenExecutor("gone")], bola=[BrokenExecutor("gone"), "ok"])
    assert graders.map(["ada", "bola", "chen"]) == {
        "ada": "ada: BrokenExecutor: gone",
        "bola": "",
        "chen": "",
    }


def test_who_ran_out_of_time_on_a_busy_machine_is_graded_again_alone_and_once(monkeypatch):
    graders = Graders(monkeypatch, ada=["slowed"])
    assert graders.map(["ada", "bola", "chen"]) == {"ada": "", "bola": "", "chen": ""}
    assert graders.seen[-1] == ("ada", 1) and len(graders.seen) == 4


def test_a_cluster_that_is_not_there_is_named():
    said = "nonsense://nowhere: no Dask scheduler answers there"
    with pytest.raises(SchedulerError, match=said), schedule.cluster("nonsense://nowhere"):
        pass


GRADER = """
import os
from ecotools.grading.pipeline import schedule
if __name__ == "__main__":
    with schedule.processes(1) as pool:
        print(pool.executor(None).submit(os.getpid).result(), flush=True)
        input()
"""


def test_workers_end_when_the_process_that_grades_was_killed(tmp_path):
    script = tmp_path / "grader.py"
    script.write_text(GRADER)
    with subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as grader:
        worker = psutil.Process(int(grader.stdout.readline()))
        grader.kill()
    _, alive = psutil.wait_procs([worker], timeout=60)
    assert alive == []


def test_what_a_worker_was_asked_is_answered_here_when_the_worker_is_lost():
    class Lost(ThreadPoolExecutor):
        def submit(self, function, *given):
            raise BrokenExecutor("gone")

    assert Pool(lambda broken=None: ThreadPoolExecutor(1), 1).run(len, "abc") == 3
    assert Pool(lambda broken=None: Lost(1), 1).run(len, "abc") == 3
