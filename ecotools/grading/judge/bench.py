"""What the judge's process does beside running cells: it puts stand-ins into place before a test."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from typing import Any

from ecotools.grading.judge.answers import seed_all
from ecotools.grading.judge.exchange import Message
from ecotools.grading.judge.stand_ins import StandIns
from ecotools.learn.attempts import known_names
from ecotools.learn.outcomes import NotRight

BEGIN, END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"


class Bench:
    """The judge's end in a process whose notebook is ``namespace``."""

    def __init__(self, namespace: dict[str, Any], swap: Callable[[Message], Message]) -> None:
        self._namespace = namespace
        self._seated: dict[str, Any] = {}
        self._hidden: frozenset[int] = frozenset()
        self.stand_ins = StandIns(swap, self._in_hidden_part)

    def seat(self, message: Message) -> Message:
        """Put stand-ins for the names of a hand-in where the test that comes next finds them.

        Parameters
        ----------
        message : ``asked`` and ``wanted`` (names as in the plan), ``remembered`` (the hand-in's answer),
            ``source`` (the test's text), ``seed``.

        Returns
        -------
        dict
            ``unread``: why a name could not be taken over, "" when all were.
        """
        for name, made in self._seated.items():
            if self._namespace.get(name) is made:
                del self._namespace[name]
        self._seated = {}
        self._hidden = hidden_lines(message["source"])
        seed_all(message["seed"])
        remembered = message["remembered"]
        given = remembered.get("names") if isinstance(remembered.get("names"), dict) else {}
        known = remembered.get("known") if isinstance(remembered.get("known"), list) else []
        known_names(str(name)[:100] for name in known[:500])
        for name in message["asked"]:
            self._namespace.pop(name, None)
        wanted = [name for name in message["wanted"] if name not in self._namespace]
        unread = ""
        for name in [*message["asked"], *wanted]:
            if name in given:
                try:
                    self._seated |= self.stand_ins.make({name: given[name]})
                except Exception as error:  # whatever a hand-in sent: it concerns this test only
                    unread = unread or str(error)
        self._namespace.update(self._seated)
        return {"do": "returned", "unread": unread}

    def _in_hidden_part(self) -> bool:
        """Return whether a hidden line of the test is being run."""
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_globals is self._namespace and frame.f_lineno in self._hidden:
                return True
            frame = frame.f_back
        return False

    def ended(self, error: BaseException | None) -> bool:
        """Return whether the test that just ended with ``error`` failed in its hidden part."""
        if isinstance(error, NotRight):
            error = error.__context__
        return any(
            frame.f_globals is self._namespace and line in self._hidden
            for frame, line in traceback.walk_tb(getattr(error, "__traceback__", None))
        )


def hidden_lines(source: str) -> frozenset[int]:
    """Return the numbers of the lines between the marks of hidden tests; the first line is 1.

    >>> sorted(hidden_lines("a\\n### BEGIN HIDDEN TESTS\\nb\\n### END HIDDEN TESTS\\nc"))
    [3]
    """
    found, inside = set(), False
    for number, line in enumerate(source.split("\n"), 1):
        if BEGIN in line:
            inside = True
        elif END in line:
            inside = False
        elif inside:
            found.add(number)
    return frozenset(found)
