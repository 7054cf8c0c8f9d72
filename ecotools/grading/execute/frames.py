"""Messages over a socket: JSON with its length before it, and a cap on that length. Nothing is unpickled."""

from __future__ import annotations

import json
import select
import socket
import struct
import threading
import time
from typing import Any

_LENGTH = struct.Struct(">I")
MOST = 64 * 2**20  # bytes of one message


class BrokenChannel(Exception):
    """What came over the channel is no message: too long, cut off, or not JSON."""


class Channel:
    """One end of a socket that carries JSON messages; any thread may write."""

    def __init__(self, sock: socket.socket) -> None:
        self.socket = sock
        self._held = bytearray()
        self._lock = threading.Lock()

    def write(self, message: dict[str, Any]) -> None:
        """Send one message."""
        data = json.dumps(message, default=str).encode()
        if len(data) > MOST:
            raise BrokenChannel(f"a message of {len(data):,} bytes; at most {MOST:,} are carried")
        with self._lock:
            self.socket.sendall(_LENGTH.pack(len(data)) + data)

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
            if not select.select([self.socket], [], [], left)[0]:
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
        try:
            message = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise BrokenChannel(f"a message that is not JSON: {error}") from error
        if not isinstance(message, dict):
            raise BrokenChannel("a message that is not a JSON object")
        return message
