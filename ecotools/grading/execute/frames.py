"""Messages over a socket: JSON with its length before it, and a cap on that length. Nothing is unpickled."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import struct
import threading
import time
from collections.abc import Iterator
from typing import Any

_LENGTH = struct.Struct(">I")
MOST = 96 * 2**20  # bytes of one message: what a value may hold, as text
_MOST_HELD = 4_500_000  # lists and objects in one: two of its bytes may take 80 here; a value has 4 million


class BrokenChannel(Exception):
    """The channel is of no more use: what came is no message that makes sense, or the last one."""


@contextlib.contextmanager
def untrusted(what: str) -> Iterator[None]:
    """Make a `BrokenChannel` of whatever reading a message of a hand-in raises."""
    try:
        yield
    except BrokenChannel:
        raise
    except Exception as error:
        raise BrokenChannel(f"malformed {what}: {type(error).__name__}: {error}") from error


class FrameSocket:
    """One end of a socket that carries JSON messages; any thread may write."""

    def __init__(self, sock: socket.socket) -> None:
        self.socket = sock
        self._held = bytearray()
        self._lock = threading.Lock()

    def write(self, message: dict[str, Any]) -> None:
        """Send one message."""
        try:
            data = json.dumps(message, default=str).encode()
        except (RecursionError, ValueError) as error:
            raise BrokenChannel(f"a message that cannot be written: {error}") from error
        if len(data) > MOST:
            raise BrokenChannel(f"a message of {len(data):,} bytes; at most {MOST:,} are carried")
        with self._lock:
            self.socket.sendall(_LENGTH.pack(len(data)) + data)

    def write_handle(self, handle: int) -> None:
        """Send a copy of a file descriptor, as the first of all that is sent."""
        socket.send_fds(self.socket, [b"!"], [handle])

    def read_handle(self) -> int | None:
        """Return the file descriptor that is sent first; None when a message comes in its place."""
        word, handles, _, _ = socket.recv_fds(self.socket, 1, 1)
        if word == b"!" and handles:
            return handles[0]
        self._held += word
        return None

    def read(self, seconds: float | None = None) -> dict[str, Any] | None:
        """Return the next message; None when none is complete within ``seconds``.

        Raises
        ------
        EOFError
            When the other end is closed.
        BrokenChannel
            When what came is no message.
        """
        until = None if seconds is None else time.monotonic() + seconds
        while True:
            message = self._complete()
            if message is not None:
                return message
            left = None if until is None else max(0.0, until - time.monotonic())
            if not _readable(self.socket, left):
                return None
            try:
                piece = self.socket.recv(2**18)
            except ConnectionError:
                piece = b""
            if not piece:
                raise EOFError("the other end is closed")
            self._held += piece

    def close(self) -> None:
        """Close this end."""
        self.socket.close()

    def _complete(self) -> dict[str, Any] | None:
        if len(self._held) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._held)
        if length > MOST:
            raise BrokenChannel(f"a message of {length:,} bytes was announced; at most {MOST:,} are taken")
        end = _LENGTH.size + length
        if len(self._held) < end:
            return None
        data = bytes(self._held[_LENGTH.size : end])
        del self._held[:end]
        if len(data) > _MOST_HELD and data.count(b"[") + data.count(b"{") > _MOST_HELD:
            raise BrokenChannel(f"a message of more than {_MOST_HELD:,} lists and objects")
        try:
            message = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise BrokenChannel(f"a message that is not JSON: {error}") from error
        if not isinstance(message, dict):
            raise BrokenChannel("a message that is not a JSON object")
        return message


def can_be_carried(message: Any) -> bool:
    """Return whether what a hand-in sent can be sent on, with something around it."""
    try:
        return len(json.dumps(message)) < MOST - 2**20
    except (RecursionError, ValueError):
        return False


def _readable(sock: socket.socket, seconds: float | None) -> bool:
    waiting = select.poll()  # unlike select it takes descriptors above 1023
    waiting.register(sock, select.POLLIN)
    return bool(waiting.poll(None if seconds is None else seconds * 1000))
