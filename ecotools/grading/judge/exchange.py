"""Calls between two processes: one of them has the word at a time, and passes it on with a message.

A message is JSON data. ``{"do": "call", "handle": 3, "args": …}`` asks the other end to call one of its
functions, which may itself call back before it answers with ``{"do": "returned", …}``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Message = dict[str, Any]
MOST_FUNCTIONS = 10_000  # that one end hands to the other
DEEPEST = 100  # calls within calls, to and fro


class ExchangeError(Exception):
    """The other end sent what makes no sense, or is gone."""


class Exchange:
    """One end.

    Parameters
    ----------
    swap : passes the word to the other end with a message, waits, and returns the message it comes back with.
    """

    def __init__(self, swap: Callable[[Message], Message]) -> None:
        self._swap = swap
        self._functions: list[Callable] = []
        self._handles: dict[int, int] = {}
        self._depth = 0

    def export(self, function: Callable) -> int:
        """Return the handle under which the other end can call ``function``."""
        if id(function) not in self._handles:
            if len(self._functions) >= MOST_FUNCTIONS:
                raise ExchangeError(f"more than {MOST_FUNCTIONS:,} functions were handed over")
            self._handles[id(function)] = len(self._functions)
            self._functions.append(function)
        return self._handles[id(function)]

    def exported(self, handle: Any) -> Callable:
        """Return the function behind a handle."""
        if type(handle) is not int or not 0 <= handle < len(self._functions):
            raise ExchangeError(f"there is no function {str(handle)[:40]!r}")
        return self._functions[handle]

    def ask(self, message: Message) -> Message:
        """Send a request, serve what the other end asks meanwhile, and return its answer."""
        self._depth += 1
        try:
            if self._depth > DEEPEST:
                raise RecursionError(f"calls within calls, more than {DEEPEST} deep")
            while True:
                message = self._swap(message)
                if not isinstance(message, dict):
                    raise ExchangeError("what came is no message")
                if message.get("do") == "returned":
                    return message
                message = self.serve(message)
        finally:
            self._depth -= 1

    def serve(self, message: Message) -> Message:
        """Do what the other end asks; return the answer."""
        raise NotImplementedError
