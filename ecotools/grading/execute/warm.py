"""The warm process: it imports what hand-ins import, once, and is forked once for each of them.

It runs inside of the sandbox and never runs a line of a hand-in itself. For each hand-in it gets one end of
a socket; the fork says over it which process to watch, reads the files, and then serves cells.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import sys
from base64 import b64decode
from pathlib import Path

from ecotools.grading.execute import namespaces
from ecotools.grading.execute.frames import Channel
from ecotools.grading.execute.inside import make_kernel, serve
from ecotools.grading.execute.job import Limits


def main(handle: int, work: str, needed: list[str], modules: list[str]) -> None:
    """Make a kernel, then fork it for each socket that comes over ``handle``."""
    kernel = make_kernel(tuple(modules))
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    control = socket.socket(fileno=handle)
    control.sendall(b"!")
    while True:
        word, handles, _, _ = socket.recv_fds(control, 1, 1)
        if not word:
            return
        if os.fork() == 0:
            control.close()
            _hand_in(kernel, socket.socket(fileno=handles[0]), work, needed)
        os.close(handles[0])


def _hand_in(kernel, sock: socket.socket, work: str, needed: list[str]) -> None:
    """Enter the fork's own namespaces, start their first process, wait for its end and say how it was."""
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        channel = Channel(sock)
        limits = Limits(**channel.read()["limits"])
        namespaces.enter(limits)
        first = os.fork()
        if first == 0:
            _first(kernel, channel, work, needed, limits)
        channel.write_handle(os.pidfd_open(first))
        _, status = os.waitpid(first, 0)
        channel.write({"kind": "ended", "status": status})
    except BaseException as error:
        _complain(sock, error)
    finally:
        os._exit(0)


def _first(kernel, channel: Channel, work: str, needed: list[str], limits: Limits) -> None:
    status = 1
    try:
        namespaces.settle(work, needed, limits)
        os.chdir(work)
        while name := (piece := channel.read())["file"]:
            file = Path(work, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("ab") as opened:
                opened.write(b64decode(piece["data"]))
        channel.write({"kind": "ready"})
        sys.path.append(work)  # last: what is installed comes before what was handed in
        serve(kernel, channel)
        status = 0
    except BaseException as error:
        _complain(channel.socket, error)
    finally:
        os._exit(status)


def _complain(sock: socket.socket, error: BaseException) -> None:
    """Tell the other end why there will be no more."""
    with contextlib.suppress(OSError, ValueError):
        Channel(sock).write({"kind": "broken", "why": f"{type(error).__name__}: {error}"})


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]), json.loads(sys.argv[4]))
