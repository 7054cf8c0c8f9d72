"""What a fork does to itself before it runs a hand-in: its own namespaces, limits, no rights. Linux only."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import re
import resource
import signal
import socket
import struct
from pathlib import Path

from ecotools.grading.execute.job import HandInLimits
from ecotools.grading.execute.limits import set_limits

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = (
    0x00020000,
    0x04000000,
    0x08000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE = (
    0x1,
    0x2,
    0x4,
    0x20,
    0x1000,
    0x4000,
    0x40000,
)
_PR_SET_PDEATHSIG, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 24, 38
_CAPABILITY_VERSION_3 = 0x20080522
_SIOCSIFFLAGS, _IFF_UP, _IFF_RUNNING = 0x8914, 0x1, 0x40

_libc = ctypes.CDLL(None, use_errno=True)


def enter(limits: HandInLimits) -> None:
    """Enter namespaces of this process's own; its next child is the first process of the new ones.

    Limits come after the user namespace, so that the limit of processes counts only what is in there.
    """
    user, group = os.getuid(), os.getgid()
    _call("unshare", _libc.unshare(_NEWUSER | _NEWNS | _NEWPID | _NEWNET | _NEWIPC | _NEWUTS))
    Path("/proc/self/setgroups").write_text("deny", encoding="utf-8")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="utf-8")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="utf-8")
    set_limits(limits, _data_held())
    resource.setrlimit(resource.RLIMIT_NPROC, (limits.processes, limits.processes))


def settle(work: str, needed: list[str], limits: HandInLimits) -> None:
    """Prepare the first process of new namespaces: its own folders, no way out, no rights.

    Parameters
    ----------
    work : the folder for the hand-in's files; a new, empty one of limited size is mounted there.
    needed : folders that this Python runs from, kept in sight where they lie under ``/tmp``.
    """
    _call("prctl", _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
    _mount(None, "/", None, _MS_REC | _MS_PRIVATE)
    hidden = {path: os.open(path, os.O_PATH) for path in needed if path.startswith("/tmp/")}
    for folder in (work, "/tmp", "/dev/shm"):
        if os.path.isdir(folder):
            _mount(
                "tmpfs",
                folder,
                "tmpfs",
                _MS_NOSUID | _MS_NODEV,
                f"size={limits.disk},nr_inodes=10000,mode=700",
            )
    for path, handle in hidden.items():
        _make_place(path, os.path.isdir(f"/proc/self/fd/{handle}"))
        _mount(f"/proc/self/fd/{handle}", path, None, _MS_BIND | _MS_REC)
        os.close(handle)
    _mount("proc", "/proc", "proc", _MS_NOSUID | _MS_NODEV)
    _loopback_up()
    with contextlib.suppress(OSError):
        Path("/proc/sys/user/max_user_namespaces").write_text("0", encoding="utf-8")
    with contextlib.suppress(OSError):  # when memory runs out, this is what the system shall end
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="utf-8")
    _mount(None, "/proc", None, _MS_REMOUNT | _MS_BIND | _MS_RDONLY | _MS_NOSUID | _MS_NODEV)
    _drop_rights()


def _make_place(path: str, folder: bool) -> None:
    """Make what a folder or a file is mounted on."""
    os.makedirs(path if folder else os.path.dirname(path), exist_ok=True)
    if not folder:
        Path(path).touch()


def _data_held() -> int:
    """Return the bytes of data of this process; libraries set much aside that they never use."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"^VmData:\s+(\d+) kB", status, re.M)[1]) * 1024


def _drop_rights() -> None:
    _call("prctl", _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    for capability in range(64):
        if _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break  # past the last one that this system knows
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    _call("capset", _libc.capset(header, struct.pack("6I", 0, 0, 0, 0, 0, 0)))


def _loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        fcntl.ioctl(plug, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP | _IFF_RUNNING))


def _mount(source: str | None, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    arguments = [text.encode() if text is not None else None for text in (source, target, kind)]
    done = _libc.mount(*arguments, ctypes.c_ulong(flags), options.encode() if options else None)
    _call(f"mount {target}", done)


def _call(what: str, done: int) -> None:
    if done != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)} ({errno.errorcode.get(number, '?')})")
