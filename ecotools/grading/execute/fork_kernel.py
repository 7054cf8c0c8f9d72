"""The kernel inside of a fork: ipykernel's own, but its messages go as frames over one socket."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import gc
import importlib
import io
import logging
import os
import signal
import sys
import threading
from base64 import b64encode
from types import ModuleType, SimpleNamespace
from typing import Any

from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from jupyter_client.session import Session
from traitlets.config import Config

from ecotools.grading.execute.frames import BrokenChannel, FrameSocket
from ecotools.grading.judge.answers import Answers
from ecotools.grading.judge.bench import Bench
from ecotools.grading.judge.exchange import Message

_PIECE = 2**16  # characters of a stream that are held back before they are sent
_UNHEARD = {"status", "execute_input"}  # the other end knows what it asked for, and is told when that is done


class FramedSession(Session):
    """A session whose messages go into a `FrameSocket` by the process that owns it, and nowhere else."""

    channel: FrameSocket | None = None
    owner = 0

    def send(
        self,
        stream,
        msg_or_type,
        content=None,
        parent=None,
        ident=None,
        buffers=None,
        track=False,
        header=None,
        metadata=None,
    ):
        """Send one message as a frame; return it."""
        if isinstance(msg_or_type, dict):
            message, buffers = msg_or_type, buffers or msg_or_type.get("buffers")
        else:
            message = self.msg(msg_or_type, content, parent, header, metadata)
        unheard = message["msg_type"] in _UNHEARD
        if self.channel is not None and os.getpid() == self.owner and not unheard:
            frame = {
                "kind": message["msg_type"],
                "content": message["content"],
                "of": (message.get("parent_header") or {}).get("msg_id"),
                "buffers": [b64encode(buffer).decode() for buffer in buffers or []],
            }
            try:
                self.channel.write(frame)
            except BrokenChannel as error:  # too long to be sent
                text = f"An output was left out: {error}.\n"
                self.channel.write(frame | {"kind": "stream", "content": {"name": "stderr", "text": text}})
        return message


class Stream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr``: text becomes stream messages, in the order it was written."""

    encoding = "UTF-8"
    errors = None

    def __init__(self, name: str, session: FramedSession, handle: int) -> None:
        self.name = name
        self._session, self._handle = session, handle
        self._held: list[str] = []
        self._length = 0
        self._lock = threading.RLock()
        self.other: Stream | None = None
        self._parent: dict[str, Any] = {}

    def set_parent(self, parent: dict[str, Any]) -> None:
        """Say which request the text that follows belongs to."""
        self.flush()
        self._parent = parent

    def fileno(self) -> int:
        """Return the file descriptor that programs of this process write to."""
        return self._handle

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Hold ``text`` back until there is enough of it; return its length."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if os.getpid() != self._session.owner:  # a process that the hand-in started
            os.write(self._handle, text.encode("utf-8", "replace"))
            return len(text)
        if self.other is not None:
            self.other.flush()
        with self._lock:
            self._held.append(text)
            self._length += len(text)
        if self._length > _PIECE:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Send what was held back."""
        with self._lock:
            text, self._held, self._length = "".join(self._held), [], 0
        for start in range(0, len(text), _PIECE):
            content = {"name": self.name, "text": text[start : start + _PIECE]}
            self._session.send(None, "stream", content, parent=self._parent)


class Tail:
    """What programs write to a file descriptor: kept in memory, read piece by piece."""

    def __init__(self, handle: int) -> None:
        self._memory = os.memfd_create(f"fd{handle}")
        fcntl.fcntl(self._memory, fcntl.F_SETFL, os.O_APPEND)
        os.dup2(self._memory, handle)
        self._read = 0

    def new(self) -> str:
        """Return what was written since the last time."""
        data = os.pread(self._memory, _PIECE * 16, self._read)
        self._read += len(data)
        return data.decode("utf-8", "replace")


def make_kernel() -> IPythonKernel:
    """Return a kernel that can be forked: it has no thread."""
    config = Config()
    config.HistoryManager.enabled = False
    config.IPythonKernel._execute_sleep = 0.0
    session = FramedSession(key=b"", config=config)
    quiet = logging.getLogger("ecotools.handin")
    quiet.setLevel(logging.CRITICAL)
    main = ModuleType("__main__", "Automatically created module for IPython interactive environment")
    kernel = IPythonKernel.instance(
        session=session, config=config, log=quiet, user_module=main, user_ns=vars(main)
    )
    IPKernelApp.instance(config=config, log=quiet).kernel = kernel  # where magics and widgets look for it
    kernel.shell.ask_exit = lambda: None  # `exit` and `quit` end nothing: the cells that follow run
    # For a history that is not kept, IPython would format the traceback of each error once more.
    kernel.shell._format_exception_for_storage = _not_stored
    return kernel


def _not_stored(error: BaseException, *_: Any, **__: Any) -> dict[str, Any]:
    return {"ename": type(error).__name__, "evalue": "", "traceback": []}


def preload(kernel: IPythonKernel, modules: tuple[str, ...]) -> None:
    """Import modules beforehand, and use what is slow the first time it is used."""
    for name in modules:
        try:
            importlib.import_module(name)
        except BaseException as error:  # the hand-in will say the same where it imports it
            print(f"not preloaded: {name}: {error}", file=sys.stderr)
    _limber_up(kernel)


# What is slow the first time: an error in code of one's own and of a library, a table, a figure, a magic.
_EXERCISES = [
    ("ecotools.learn", "def f(): return 1 / 0\nf()"),
    ("ecotools.learn", "input()"),
    ("ecotools.learn", "%time 0"),
    ("pandas", "import pandas as pd\npd.DataFrame({'a': ['x', 'y'], 'b': [1, 2]}).groupby('a').sum()"),
    ("pandas", "pd.DataFrame({'a': ['x']})['b']"),
    ("pandas", "pd.Series({'a': 1})['b']"),
    ("pandas", "pd.DataFrame({'a': ['x', 'y'], 'b': [1, 2]}).groupby('c')"),
    ("pandas", "pd.DataFrame({'a': [1.5, 2]}).describe()"),
    ("matplotlib.pyplot", "import matplotlib.pyplot as plt\nplt.plot([0, 1], label='0')\nplt.legend();"),
    ("matplotlib.pyplot", "import pandas as pd\nplt.bar(pd.date_range('2025', periods=2), [1, 2]);"),
    ("matplotlib.pyplot", "pd.Series([1, 2], pd.date_range('2025', periods=2)).plot();"),
]


def _limber_up(kernel: IPythonKernel) -> None:
    """Run cells that use what hand-ins mostly use, each once when its module is there; then forget them."""
    fresh = dict(kernel.shell.user_ns)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for exercise in [one for one in _EXERCISES if one[0] in sys.modules]:
            kernel.shell.run_cell(exercise[1], store_history=False)
            _EXERCISES.remove(exercise)
        gc.freeze()  # IPython collects garbage here, and would go through all that was imported
        kernel.shell.reset()
    kernel.shell.user_ns |= fresh | kernel.shell.user_ns  # it takes the module's own names away, too
    if "matplotlib.pyplot" in sys.modules:
        # Figures are shown, and closed, before what is still open is drawn again: nothing is drawn twice.
        plt = sys.modules["matplotlib.pyplot"]
        plt.uninstall_repl_displayhook()
        plt.install_repl_displayhook()


def serve(kernel: IPythonKernel, channel: FrameSocket) -> None:
    """Run what comes over ``channel`` until it is closed."""
    session = kernel.session
    session.channel, session.owner = channel, os.getpid()
    tails = {name: Tail(number) for number, name in ((1, "stdout"), (2, "stderr"))}
    out, err = Stream("stdout", session, 1), Stream("stderr", session, 2)
    out.other, err.other = err, out
    sys.stdout, sys.stderr = out, err
    sys.__stdout__, sys.__stderr__ = out, err
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    asyncio.run(_serve(kernel, channel, tails))


async def _serve(kernel: IPythonKernel, channel: FrameSocket, tails: dict[str, Tail]) -> None:
    from tornado.ioloop import IOLoop

    loop = asyncio.get_running_loop()
    kernel.io_loop = IOLoop.current()
    kernel.shell_channel_thread = SimpleNamespace(parent_thread=threading.main_thread())
    ends = _Ends(kernel, channel)
    readable = asyncio.Event()
    loop.add_reader(channel.socket, readable.set)
    _deaf()
    while True:
        try:
            request = channel.read(0)
        except EOFError:
            return
        if request is None:
            readable.clear()
            await readable.wait()
        elif request["do"] == "run":
            await _run(kernel, channel, tails, request)
        else:
            ends.serve(request)


class _Ends:
    """The ends of the exchange between judge and hand-in that this process may be."""

    def __init__(self, kernel: IPythonKernel, channel: FrameSocket) -> None:
        self._kernel, self._channel = kernel, channel
        space = kernel.shell.user_ns
        self._answers, self._bench = Answers(space, self._swap), Bench(space, self._swap)

    def serve(self, request: dict[str, Any]) -> None:
        """Do what is asked between cells: call a function of the hand-in, or prepare a test."""
        if request["do"] == "exchange":
            self._pass_on(self._answer(request["message"]))
        elif request["do"] == "seat":
            self._channel.write({"kind": "answer", "message": self._bench.seat(request["message"])})
        elif request["do"] == "ended":
            failed = getattr(sys, "last_value", None)
            self._channel.write({"kind": "answer", "hidden": self._bench.ended(failed)})

    def _answer(self, message: Message) -> Message:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return self._answers.serve(message)
        except BaseException as error:  # whatever the hand-in's code raises where none is expected
            return {"do": "returned", "stopped": f"{type(error).__name__}: {error}"}
        finally:
            _deaf()

    def _pass_on(self, message: Message) -> None:
        try:
            self._channel.write({"kind": "exchange", "message": message})
        except BrokenChannel as error:  # too long to be sent
            self._channel.write({"kind": "exchange", "message": {"do": "returned", "stopped": str(error)}})

    def _swap(self, message: Message) -> Message:
        """Pass the word to the other end, and wait until it comes back."""
        self._pass_on(message)
        return self._channel.read()["message"]


async def _run(
    kernel: IPythonKernel, channel: FrameSocket, tails: dict[str, Tail], request: dict[str, Any]
) -> None:
    session = kernel.session
    header = {
        "msg_id": request["id"],
        "msg_type": "execute_request",
        "session": "",
        "username": "",
        "version": "",
    }
    parent = {
        "header": header,
        "parent_header": {},
        "metadata": {},
        "content": {"code": request["source"], "stop_on_error": False},
    }
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        kernel.set_parent([], parent)
        await kernel.execute_request(None, [], parent)
    except KeyboardInterrupt:  # just as the cell ended
        session.send(None, "execute_reply", {"status": "error", "ename": "KeyboardInterrupt"}, parent)
    finally:
        _deaf()
    for name, tail in tails.items():
        while text := tail.new():
            session.send(None, "stream", {"name": name, "text": text}, parent=parent)
    channel.write({"kind": "done", "of": request["id"]})


def _deaf() -> None:
    """Let an interrupt that comes between two cells pass."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
