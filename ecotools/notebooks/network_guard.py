"""Cut a process off the network, so that what it runs can reach nothing but this machine.

The strong way is a network namespace of the process's own (Linux): there is no way out for it and for
whatever it starts. Where that cannot be had, the ``guard`` folder goes onto the path of the Python
processes it starts, where an audit hook refuses connections that leave the machine.
"""

import ctypes
import os
import socket
import struct
import sys
from pathlib import Path

NAMESPACE, GUARD, OPEN = "network namespace", "socket guard", "open"
GUARD_FOLDER = Path(__file__).with_name("guard")

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_SIOCSIFFLAGS, _IFF_UP, _IFF_RUNNING = 0x8914, 0x1, 0x40


def cut_network() -> str:
    """Cut this process and all that it starts off the network; return which way was taken.

    Call it at the start of a process that has one thread: a namespace is entered by threads, one
    at a time. Returns ``"network namespace"`` or ``"socket guard"``.
    """
    if sys.platform == "linux" and _enter_namespace():
        return NAMESPACE
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(GUARD_FOLDER), *([before] if before else [])])
    return GUARD


def _enter_namespace() -> bool:
    """Enter an empty network namespace with its loopback up; False when the system does not allow it."""
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_CLONE_NEWNET) != 0:
        if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
            return False
        _map_to_self(user, group)
    return _loopback_up()


def _map_to_self(user: int, group: int) -> None:
    """Stay who we are inside the user namespace, so that files belong to the same user."""
    Path("/proc/self/setgroups").write_text("deny", encoding="utf-8")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="utf-8")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="utf-8")


def _loopback_up() -> bool:
    """Bring up 127.0.0.1, over which a kernel and its client talk."""
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plug:
        request = struct.pack("16sh14x", b"lo", _IFF_UP | _IFF_RUNNING)
        try:
            fcntl.ioctl(plug, _SIOCSIFFLAGS, request)
        except OSError:
            return False
    return True
