"""A class on a Dask cluster gets the same gradebook as on one machine, also when a worker is lost."""

import json
import shutil
import subprocess
import sys

import dask
import distributed
import psutil
import pytest

from ecotools.grading.course import Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.execute import forks
from ecotools.grading.grade import GradingError, Settings, grade_assignment

from .books import files, tables
from .needed import need_sandbox
from .tiny import NAME, make_course

KINDS = ["right", "another form", "wrong", "half", "untouched"]


@pytest.fixture(scope="module")
def cluster():
    """Two workers, each a process that its nanny starts again when it is lost."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=60
    ) as made:
        yield made


@pytest.fixture(scope="module")
def classes(tiny, tmp_path_factory):
    """A class graded on this machine, and the same class not graded yet."""
    course = make_course(tmp_path_factory.mktemp("scale") / "here")
    shutil.copytree(tiny.exercises, course.exercises)
    for number in range(8):
        hand_in(course, NAME, f"s{number}", KINDS[number % len(KINDS)])
    shutil.copytree(course.root, course.root.parent / "there")
    grade_assignment(course, NAME)
    return course, Course(course.root.parent / "there")


def test_a_worker_that_is_killed_costs_nothing_but_its_time(classes, cluster):
    here, there = classes
    outlived = []

    def kill_one(_):
        if not outlived:
            there = [psutil.Process(one.pid) for one in cluster.workers.values() if one.pid]
            worker = next(one for one in there if one.children())  # it has graded something
            outlived.extend([worker, *worker.children(recursive=True)])
            worker.kill()

    handins = grade_assignment(
        there, NAME, on_done=kill_one, settings=Settings(scheduler=cluster.scheduler_address)
    )
    assert [handin.error for handin in handins] == [""] * 8
    assert tables(there) == tables(here)
    assert files(there) == files(here)
    assert len(outlived) > 1, "the worker had started something of its own"
    assert psutil.wait_procs(outlived, timeout=60)[1] == []


def test_the_command_grades_on_the_cluster_and_starts_nothing_of_its_own(classes, cluster):
    here, there = classes
    code = "from ecotools.cli import main; main()"
    words = ["grade", "--force", "--json", "--student", "s0", "--student", "s1", "--course", there.root]
    words += ["--scheduler", cluster.scheduler_address]
    said = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    assert [one["error"] for one in json.loads(said.stdout)["handins"]] == [""] * 2
    assert tables(there) == tables(here)
    assert files(there) == files(here)


def workers(here):
    """Return the processes that grade for this one: what the server that forks them has forked."""
    servers = [one for one in here.children() if "forkserver" in " ".join(one.cmdline())]
    return [worker for server in servers for worker in server.children()]


def sandboxes(here):
    """Return the sandboxes that this process started itself."""
    return [one for one in here.children() if one.name() == "bwrap"]


@pytest.mark.parametrize("victims", [workers, sandboxes])
def test_a_process_of_this_machine_that_is_killed_costs_nothing_but_its_time(classes, victims):
    need_sandbox()
    graded, there = classes
    forks.stop()  # other tests may have left a sandbox
    killed = []

    def kill_one(_):
        if not killed:
            killed.append(victims(psutil.Process())[0])
            killed[0].kill()

    handins = grade_assignment(there, NAME, on_done=kill_one, settings=Settings(force=True))
    assert [handin.error for handin in handins] == [""] * 8 and killed
    assert (tables(there), files(there)) == (tables(graded), files(graded))


def test_without_a_scheduler_it_says_so(classes):
    hand_in(classes[0], NAME, "s0", "wrong")
    soon = dask.config.set({"distributed.comm.timeouts.connect": "1s"})
    with soon, pytest.raises(GradingError, match=r"127.*:1: no Dask scheduler answers there"):
        grade_assignment(classes[0], NAME, settings=Settings(scheduler="tcp://127.0.0.1:1"))
