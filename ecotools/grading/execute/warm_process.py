"""The warm process: it imports what hand-ins import, once, and is forked once for each of them.

It runs inside of the sandbox and never runs a line of a hand-in itself. What all hand-ins need it imports at
once; for each set of modules that assignments import beyond that it forks a family, a process that imports
them and is forked for each hand-in. The fork gets one end of a socket: over it, it says which process to
watch, reads the files, and then serves cells.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import re
import signal
import socket
import sys
from base64 import b64decode
from pathlib import Path
from typing import NoReturn

from ecotools.grading.execute import namespaces
from ecotools.grading.execute.fork_kernel import make_kernel, preload, serve
from ecotools.grading.execute.frames import FrameSocket
from ecotools.grading.execute.job import HandInLimits

_ALL = ("ecotools.learn",)  # the tests of every assignment need it
_MOST = 4  # families at a time
_LONGEST = 2**16  # bytes of a message that names modules
_COLLAPSE = 25  # MADV_COLLAPSE, of Linux 6.1 and newer
_LARGE = 2 * 2**20
_OWN = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) rw-p 0+ 00:00 0\s*(?:\[heap\])?$", re.M)


def main(handle: int, work: str, needed: list[str]) -> None:
    """Pass each socket that comes over ``handle`` on to the family that has imported the modules named."""
    gc.disable()  # what is imported stays: to look for what does not takes a fifth of the time
    kernel = make_kernel()
    preload(kernel, _ALL)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for families and forks
    control = socket.socket(fileno=handle)
    families: dict[str, socket.socket] = {}
    while (received := socket.recv_fds(control, _LONGEST, 1))[0]:
        modules, handles = received[0].decode(), received[1]
        if modules not in families:
            if len(families) >= _MOST:
                families.pop(next(iter(families))).close()
            families[modules], theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            if os.fork() == 0:
                # A hand-in must not inherit a way to anything but its own worker.
                for handle in (control.fileno(), *(one.fileno() for one in families.values()), *handles):
                    os.close(handle)
                _family(kernel, theirs, json.loads(modules), work, needed)
            theirs.close()
        if handles:
            _pass_on(families, modules, handles[0])


def _pass_on(families: dict[str, socket.socket], modules: str, handle: int) -> None:
    try:
        socket.send_fds(families[modules], [b"!"], [handle])
    except OSError:  # that family was ended; whoever asked sees it, and asks again
        families.pop(modules).close()
    os.close(handle)


def _family(kernel, control: socket.socket, modules: list[str], work: str, needed: list[str]) -> NoReturn:
    """Import ``modules``, then fork for each socket that comes."""
    try:
        preload(kernel, tuple(modules))
        gc.enable()
        gc.collect()
        gc.freeze()
        collapse()
        while (received := socket.recv_fds(control, 1, 1))[0]:
            (handle,) = received[1]
            if os.fork() == 0:
                control.close()
                _hand_in(kernel, socket.socket(fileno=handle), work, needed)
            os.close(handle)
    finally:
        os._exit(0)


def _hand_in(kernel, sock: socket.socket, work: str, needed: list[str]) -> None:
    """Enter the fork's own namespaces, start their first process, wait for its end and say how it was."""
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        channel = FrameSocket(sock)
        limits = HandInLimits(**channel.read()["limits"])
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


def _first(kernel, channel: FrameSocket, work: str, needed: list[str], limits: HandInLimits) -> None:
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
        FrameSocket(sock).write({"kind": "broken", "why": f"{type(error).__name__}: {error}"})


def collapse() -> int:
    """Put what this process holds in memory into large pages, where the system can; return how many."""
    advise = ctypes.CDLL(None).madvise
    return sum(
        advise(ctypes.c_void_p(start), ctypes.c_size_t(_LARGE), _COLLAPSE) == 0
        for first, last in _OWN.findall(Path("/proc/self/maps").read_text(encoding="utf-8"))
        for start in range(-(-int(first, 16) // _LARGE) * _LARGE, int(last, 16) - _LARGE + 1, _LARGE)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]))
