"""In the sandbox a hand-in sees nothing that is not its own, and nothing of it survives."""

import contextlib
import json
import os
import struct
import subprocess

import psutil
import pytest

from ecotools.grading.execute import forks, sandbox
from ecotools.grading.execute.job import DIED, FAILED, OK, HandInLimits
from ecotools.grading.execute.warm_client import SandboxError, Warm, begun

from .cells import SHORT, execute, shown, statuses

pytestmark = pytest.mark.usefixtures("sandboxed")

# Finds the socket that the fork speaks through, as a hostile hand-in would.
SOCKET = """
import os, socket
handles = [n for n in range(3, 64) if os.path.exists(f"/proc/self/fd/{n}")]
number = next(n for n in handles if os.readlink(f"/proc/self/fd/{n}").startswith("socket"))
wire = socket.socket(fileno=os.dup(number))
"""
SLOW = "import time; time.sleep(2)"
FORGED = [
    {"kind": None},
    {"kind": ["list"]},
    {"kind": "stream", "content": None},
    {"kind": "stream", "content": 7, "of": {}},
    {"kind": "execute_reply", "of": None},
    {"kind": "execute_reply", "of": [], "content": []},
    {"kind": "done", "of": "many"},
    {"kind": "exchange"},
    {"kind": "answer", "message": 3},
    {"kind": "ended", "status": {}},
    {"kind": "broken", "why": ["\ud800"]},
    {"kind": "display_data", "buffers": 5},
    [],
]


def end(warm):
    """Kill a warm process and all around it, as the system does when memory runs out."""
    with contextlib.suppress(psutil.NoSuchProcess):
        for process in psutil.Process(warm._process.pid).children(recursive=True):
            process.kill()
    warm._process.kill()


def processes():
    """Return the command lines of all processes of this machine."""
    return subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    "source",
    [
        "open('/etc/passwd').read()",
        f"open({os.path.abspath('pyproject.toml')!r}).read()",
        f"import os; os.listdir({os.path.abspath('solutions')!r})",
        f"import os; os.listdir({os.path.abspath('solutions/..')!r} + '/.git')",
        "import os; os.listdir('/home')",
        f"import os; os.listdir({os.path.expanduser('~/.ssh')!r})",
        "open('/usr/mine', 'w')",
        "import numpy; open(numpy.__file__, 'a')",
        "import ecotools; open(ecotools.__file__, 'a')",
        "open('/proc/sys/kernel/hostname', 'w').write('x')",
        "import os; os.mkdir('/outside')",
        "open('/dev/mine', 'w')",
        "import socket; socket.create_connection(('1.1.1.1', 53), timeout=2)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import os; os.setuid(0)",
        "import os; os.kill(2, 9)",
    ],
)
def test_what_lies_outside_is_out_of_reach(source):
    assert statuses(execute("forked", source)) == [FAILED]


def test_it_may_write_and_listen_within():
    source = (
        "import socket; s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())"
    )
    assert statuses(execute("forked", "open('/tmp/a', 'w').write('a')", source)) == [OK, OK]


def test_it_sees_no_other_process():
    assert shown("forked", "import os; [name for name in os.listdir('/proc') if name.isdigit()]") == "['1']"


def test_the_environment_of_the_grader_is_not_there(monkeypatch):
    monkeypatch.setenv("ECOTOOLS_SECRET", "1")
    assert "ECOTOOLS_SECRET" not in shown("forked", "import os; print(dict(os.environ))")


def test_a_daemon_is_gone_afterwards():
    source = "import subprocess; subprocess.Popen(['sleep', '98761'], start_new_session=True).poll()"
    assert statuses(execute("forked", source)) == [OK]
    assert "sleep 98761" not in processes()


@pytest.mark.parametrize("frame", FORGED, ids=lambda frame: json.dumps(frame)[:40])
def test_a_forged_frame_ends_the_hand_in_or_is_dropped(frame):
    data = json.dumps(frame).encode()
    send = SOCKET + f"wire.sendall({struct.pack('>I', len(data)) + data!r})"
    execution = execute("forked", "1", send, limits=HandInLimits(cpu=2, wall=5, restarts=0))
    assert statuses(execution)[0] == OK
    assert statuses(execution)[1] in {OK, DIED}
    json.dumps(execution.notebook, ensure_ascii=False).encode()


@pytest.mark.parametrize("data", ["b'\\xff' * 8", "b'garbage ' * 1000", "b'\\x00\\x00\\x00\\x02no'"])
def test_garbage_ends_the_hand_in(data):
    execution = execute("forked", SOCKET + f"wire.sendall({data})\nimport time; time.sleep(1)", "1")
    assert statuses(execution) == [DIED, OK]


def test_a_closed_socket_ends_the_hand_in():
    execution = execute("forked", SOCKET + "wire.shutdown(socket.SHUT_RDWR)", "1")
    assert statuses(execution) == [DIED, OK]


def test_a_hand_in_of_which_the_sandbox_was_lost_runs_again():
    execute("forked", "1")
    end(forks._warm[0])
    assert statuses(execute("forked", "1")) == [OK]


def test_a_sandbox_that_is_lost_while_a_hand_in_runs_is_no_fault_of_it(monkeypatch):
    run, lost = forks.Forked.run, []

    def lose(self, source, *arguments, **named):
        if source == SLOW and not lost:
            lost.append(end(self._warm))
        return run(self, source, *arguments, **named)

    monkeypatch.setattr(forks.Forked, "run", lose)
    assert statuses(execute("forked", "'one'", SLOW, "'three'")) == [OK, OK, OK]
    assert lost


def test_a_sandbox_that_is_lost_twice_is_an_error_that_says_so(monkeypatch):
    run = forks.Forked.run

    def lose(self, *arguments, **named):
        end(self._warm)
        return run(self, *arguments, **named)

    monkeypatch.setattr(forks.Forked, "run", lose)
    with pytest.raises(SandboxError, match="ended"):
        execute("forked", SLOW)


def test_when_it_does_not_start_the_error_has_the_words_of_bubblewrap(monkeypatch):
    monkeypatch.setattr(sandbox, "command", lambda arguments: ["bwrap", "--no-such-option"])
    forks.stop()
    with pytest.raises(SandboxError, match="no-such-option"):
        execute("forked", "1")


def test_a_module_that_does_not_exist_does_not_keep_it_from_starting():
    assert statuses(execute("forked", "1", preload=("no_such_module_at_all",))) == [OK]


def test_it_may_be_closed_twice():
    warm = Warm.start()
    warm.close()
    warm.close()


def test_several_processes_share_one_until_it_ends_and_then_have_their_own():
    with begun() as warm:
        forks.share(warm.control.dup())
        assert statuses(execute("forked", "1")) == [OK]
        assert forks._warm[0].control.fileno() != warm.control.fileno()
        children = psutil.Process().children()
        assert [child.pid for child in children if "bwrap" in child.name()] == [warm._process.pid]
    assert statuses(execute("forked", "1")) == [OK]


def test_there_is_none_that_nobody_wants():
    with begun(False) as warm:
        assert warm is None


def test_what_was_imported_for_one_assignment_is_not_there_for_another():
    source = "import sys; 'scipy.stats' in sys.modules"
    assert shown("forked", source, preload=("scipy.stats",)) == "True"
    assert shown("forked", source, preload=("pandas",)) == "False"


def test_more_sets_of_modules_than_are_kept_ready_follow_one_another():
    for name in ("json", "csv", "wave", "cmd", "bdb", "json"):
        assert statuses(execute("forked", "1", preload=(name,))) == [OK]


def test_a_hand_in_holds_no_way_to_the_process_that_it_was_forked_from():
    source = """
import os
names = [os.readlink(f"/proc/self/fd/{n}") for n in range(64) if os.path.exists(f"/proc/self/fd/{n}")]
sum(name.startswith("socket") for name in names)"""
    for name in ("json", "csv", "csv"):
        assert shown("forked", source, preload=(name,)) == "3"  # its own, and two of its event loop


def test_nothing_is_left_of_many_hand_ins():
    execute("forked", "1")
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(60):
        execute("forked", "1")
    assert len(os.listdir("/proc/self/fd")) == before
    assert not [child for child in psutil.Process().children() if child.status() == psutil.STATUS_ZOMBIE]


def test_libraries_compute_in_the_sandbox():
    source = (
        "import numpy as np, pandas as pd, pyarrow as pa, matplotlib.pyplot as plt\n"
        "a = np.random.default_rng(0).normal(size=(300, 300)); np.linalg.svd(a @ a)\n"
        "df = pd.DataFrame(a).melt(); df.to_parquet('a.parquet'); pd.read_parquet('a.parquet')\n"
        "pa.table({'a': range(10**5)}).group_by('a').aggregate([]); plt.hist(df['value']);"
    )
    assert statuses(execute("forked", source, "1", limits=HandInLimits(cpu=30, wall=60))) == [OK, OK]


def test_a_stopped_sandbox_starts_again():
    execute("forked", "1", limits=SHORT)
    forks.stop()
    forks.stop()
    assert statuses(execute("forked", "1")) == [OK]
