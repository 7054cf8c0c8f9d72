"""The end in the hand-in's process: it hands out copies of what the notebook binds, and calls its functions.

It runs beside code that nobody trusts, so nothing it says is believed: its messages are data to the judge.
"""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import linecache
import random
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from ecotools.grading.judge.exchange import Exchange, ExchangeError, Message
from ecotools.learn.attempts import dots_left, is_stub
from ecotools.learn.capture import Sink
from ecotools.wire import WireError, decode, encode

_MOST_KNOWN = 500  # names of the notebook that are told, so that a misspelt one can be found
_MOST_LINES = 8  # of a traceback
_MOST_WARNINGS = 20
_LONGEST = 10_000  # characters of an error's text


class Answers(Exchange):
    """Answers for a notebook's ``namespace``, as it was at the places where ``remember`` was asked for."""

    def __init__(self, namespace: dict[str, Any], swap: Callable[[Message], Message]) -> None:
        super().__init__(swap)
        self._namespace = namespace
        self._places: dict[int, dict[str, Any]] = {}
        self._place: int | None = None
        self._calling = 0

    def serve(self, message: Message) -> Message:
        """Do one of ``remember``, ``begin`` and ``call``."""
        do = message.get("do")
        if do == "remember":
            return self._remember(message["place"], message["names"])
        if "seed" in message:  # a test begins, which saw the notebook as it was at this place
            self._place = message["place"]
            seed_all(message["seed"])
        if do == "begin":
            return {"do": "returned"}
        if do == "call":
            return self._call(message)
        raise ExchangeError(f"asked for {str(do)[:40]!r}")

    def _remember(self, place: int, names: list[str]) -> Message:
        """Keep what the names stand for now, and return copies."""
        there = dict(self._namespace)
        self._places[place] = there
        known = [name for name in there if not name.startswith("_")][:_MOST_KNOWN]
        return {
            "do": "returned",
            "names": {name: self._copy(there[name]) for name in names if name in there},
            "known": known,
        }

    def _copy(self, value: Any) -> Message:
        """Return a value as data; of a function also what can be told without calling it."""
        try:
            told = {"value": encode(value, export=self.export)}
        except WireError as error:
            return {"unsent": str(error)}
        if inspect.isfunction(value):
            told |= {
                "awaited": inspect.iscoroutinefunction(value),
                "stub": is_stub(value),
                "dots": dots_left(value),
            }
        return told

    def _call(self, message: Message) -> Message:
        function = self.exported(message["handle"])
        texts = [*message["args"], *message["kwargs"].values()]
        given = [decode(one, bind=self._bound) for one in texts]
        for place in message.get("iterators", ()):
            given[place] = iter(given[place])
        count = len(message["args"])
        args, kwargs = given[:count], dict(zip(message["kwargs"], given[count:], strict=True))
        before = [self._kept(one) for one in given]
        sink = Sink()
        reply: Message = {"do": "returned"}
        with self._as_it_was(), _captured(sink), warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                reply["value"] = encode(_finished(function(*args, **kwargs)), export=self.export)
            except BaseException as error:
                reply["error"] = self._error(error)
        reply["printed"] = sink.getvalue()
        reply["warnings"] = [
            [one.category.__name__, str(one.message)[:1000]] for one in said[:_MOST_WARNINGS]
        ]
        after = [self._kept(one) for one in given]
        reply["changed"] = {
            str(place): new
            for place, (old, new) in enumerate(zip(before, after, strict=True))
            if old is not None and new is not None and old != new
        }
        return reply

    def _kept(self, value: Any) -> Message | None:
        """Return a copy of an argument, to see a change; none of an iterator, which is to be used up."""
        return None if isinstance(value, Iterator) else _encoded(value, self.export)

    def _bound(self, data: Message) -> Callable:
        """Return a function that stands for one of the judge's."""

        def callback(*args, **kwargs):
            reply = self.ask(
                {
                    "do": "call",
                    "handle": data["handle"],
                    "args": [encode(one, export=self.export) for one in args],
                    "kwargs": {name: encode(one, export=self.export) for name, one in kwargs.items()},
                }
            )
            if "error" in reply:
                raise RuntimeError(str(reply["error"].get("text")))
            return decode(reply["value"], bind=self._bound)

        callback.__name__ = callback.__qualname__ = str(data.get("name") or "callback")
        return callback

    @contextlib.contextmanager
    def _as_it_was(self) -> Iterator[None]:
        """Let the names of the notebook stand for what they stood for where the test is, for this call.

        What the call binds to a global name is there at the next call of the test.
        """
        there = self._places.get(self._place) if self._calling == 0 else None
        now = self._namespace
        changed = {} if there is None else {k: v for k, v in there.items() if now.get(k, there) is not v}
        changed = {name: value for name, value in changed.items() if not name.startswith("_")}
        kept = {name: now[name] for name in changed if name in now}
        gone = [name for name in changed if name not in now]
        now.update(changed)
        entered = dict(now)
        self._calling += 1
        try:
            yield
        finally:
            self._calling -= 1
            if there is not None:
                there |= {k: v for k, v in now.items() if entered.get(k, entered) is not v}
            now.update(kept)
            for name in gone:
                now.pop(name, None)

    def _error(self, error: BaseException) -> Message:
        kinds = [[kind.__module__, kind.__name__] for kind in type(error).__mro__[:-1]]
        try:
            text = str(error)
        except Exception:  # the class may be the hand-in's own, and broken
            text = ""
        return {
            "kinds": kinds[:20],
            "text": text[:_LONGEST],
            "args": _encoded(list(error.args), None) if len(text) < _LONGEST else None,
            "lines": self._lines(error),
        }

    def _lines(self, error: BaseException) -> list[list[Any]]:
        """Return where in the notebook's own cells the error came through: function, line, its text."""
        found = []
        for frame, line in traceback.walk_tb(error.__traceback__):
            if frame.f_globals is self._namespace:
                source = linecache.getline(frame.f_code.co_filename, line).strip()
                found.append([frame.f_code.co_name, line, source[:300]])
        return found[-_MOST_LINES:]


def seed_all(seed: int) -> None:
    """Seed the global generators of `random` and numpy."""
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)


def _encoded(value: Any, export: Callable | None) -> Message | None:
    try:
        return encode(value, export=export)
    except WireError:
        return None


def _finished(value: Any) -> Any:
    """Return what an awaitable gives; everything else as it is."""
    if not inspect.isawaitable(value):
        return value

    async def wait() -> Any:
        return await value

    # The kernel's own loop is running in this thread.
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, wait()).result()


@contextlib.contextmanager
def _captured(sink: Sink) -> Iterator[None]:
    with contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink):
        yield
