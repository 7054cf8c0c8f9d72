"""What takes too much is stopped, and costs its own cell only."""

import pytest

from ecotools.grading.execute.job import CUT, DIED, FAILED, OK, TIMEOUT, HandInLimits

from .cells import SHORT, Test, execute, statuses, text_of

STUBBORN = "while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass"
SEGFAULT = "import ctypes, faulthandler\nfaulthandler.disable()\nctypes.string_at(0)"
THREAD = """
import threading, time
def work():
    while True:
        time.sleep(0.01)
threading.Thread(target=work).start()
"""
KILL = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
HOGS = {
    "an infinite loop": ("while True: pass", {TIMEOUT}),
    "sleep": ("import time; time.sleep(1000)", {TIMEOUT}),
    "infinite print": ("while True: print('all work and no play' * 1000)", {CUT, TIMEOUT}),
    "a loop that takes no interrupt": (STUBBORN, {TIMEOUT}),
    "os._exit": ("import os; os._exit(0)", {DIED}),
    "a segmentation fault": (SEGFAULT, {DIED}),
    "too much output": ("print('x' * 40_000_000)", {CUT}),
}


@pytest.mark.parametrize("name", HOGS)
def test_a_hog_costs_its_own_cell_only(way, name):
    source, expected = HOGS[name]
    execution = execute(way, "x = 1", source, "x + 1", limits=HandInLimits(cpu=2, wall=8, total=120))
    before, hog, after = statuses(execution)
    assert hog in expected
    assert (before, after) == (OK, OK)
    assert text_of(execution.notebook.cells[2]) == "2"
    assert len(str(execution.notebook.cells[1].outputs)) < 3 * SHORT.output


def test_a_stopped_cell_says_so(way):
    (cell,) = execute(way, "while True: pass").notebook.cells
    assert "the cell took more than 2 s of processor time" in text_of(cell)


def test_cut_output_says_so(way):
    (cell,) = execute(way, "print('x' * 3_000_000)").notebook.cells
    assert "output cut" in text_of(cell)


def test_a_kernel_that_kills_itself_died():
    assert statuses(execute("kernel", KILL, "'next'")) == [DIED, OK]


def test_the_first_process_of_a_sandbox_cannot_be_killed_from_within(sandboxed):
    assert statuses(execute("forked", KILL, "'next'")) == [OK, OK]


def test_a_thread_that_runs_on_costs_nothing(way):
    execution = execute(way, THREAD, Test("assert 1 == 1"))
    assert statuses(execution) == [OK, OK]
    assert execution.cells[1].evidence == []


def test_a_file_that_is_too_large_cannot_be_written(way):
    limits = HandInLimits(cpu=5, wall=20, disk=2**20)
    write = "with open('big', 'wb') as f: f.write(bytes(4 * 2**20))"
    assert statuses(execute(way, write, "1", limits=limits)) == [FAILED, OK]


def test_too_many_files_cannot_be_written(sandboxed):
    many = "for n in range(20_000): open(str(n), 'w').close()"
    execution = execute("forked", many, "1", limits=HandInLimits(cpu=20, wall=60))
    assert statuses(execution) == [FAILED, OK]


def test_a_fork_bomb_ends_with_its_hand_in(sandboxed):
    bomb = "import os\nwhile True: os.fork()"
    execution = execute("forked", bomb, limits=HandInLimits(cpu=2, wall=5, restarts=0))
    assert statuses(execution)[0] in {FAILED, TIMEOUT, DIED}
    assert statuses(execute("forked", "1")) == [OK]
