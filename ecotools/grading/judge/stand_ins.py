"""The end in the judge's process: functions and copies that stand for what a hand-in's cells bind."""

from __future__ import annotations

import builtins
import contextlib
import io
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from ecotools.grading.judge.exchange import Exchange, ExchangeError, Message
from ecotools.learn import arguments
from ecotools.learn.student_error import Place
from ecotools.wire import WireError, decode, encode
from ecotools.wire.changes import replace_contents

_LONGEST = 10_000  # characters of a name, a text or a line
_MOST_PRINTED = 300_000  # characters


class StoppedError(BaseException):
    """A call was stopped, or its process ended: not an `Exception`, so that no test goes on after it."""


class StandIns(Exchange):
    """Makes what stands for the names of a hand-in.

    Parameters
    ----------
    swap : as of `Exchange`.
    quiet : says whether the call under way comes from a hidden part of a test: from then on nothing that the
        hand-in prints is shown, since it may be what it was given.
    """

    def __init__(self, swap: Callable[[Message], Message], quiet: Callable[[], bool] = lambda: False) -> None:
        super().__init__(swap)
        self._quiet = quiet
        self._told = False  # whether a hidden part has called the hand-in

    def make(self, names: Mapping[str, Any]) -> dict[str, Any]:
        """Return what stands for each of ``names``, as `Answers` described them."""
        return {str(name): self._stand_in(str(name), data) for name, data in names.items()}

    def _stand_in(self, name: str, data: Any) -> Any:
        if not isinstance(data, dict):
            raise ExchangeError(f"{name}: not described")
        if "value" not in data:
            raise WireError(f"`{name}` cannot be read: {_text(data.get('unsent'))}")
        return decode(data["value"], bind=partial(self._function, told=data))

    def serve(self, message: Message) -> Message:
        """Call one of the judge's own functions, which a test gave to the hand-in."""
        try:
            if message.get("do") != "call":
                raise ExchangeError(f"asked for {str(message.get('do'))[:40]!r}")
            function = self.exported(message.get("handle"))
            args = [decode(one, bind=self._function) for one in message.get("args", ())]
            kwargs = {
                str(k): decode(one, bind=self._function) for k, one in message.get("kwargs", {}).items()
            }
            return {"do": "returned", "value": encode(function(*args, **kwargs), export=self.export)}
        except Exception as error:  # the hand-in may have called it in any way
            return {"do": "returned", "error": {"text": f"{type(error).__name__}: {error}"}}

    def _function(self, facts: dict[str, Any], told: Mapping[str, Any] = {}) -> Callable:
        """Return a function that stands for one of the hand-in's, by facts that the wire has checked."""
        handle, name, signature = facts["handle"], facts["name"] or "function", facts["signature"]
        parameters = list(signature.parameters) if signature else []

        def stand_in(*args, **kwargs):
            return self._called(name, handle, parameters, args, kwargs)

        async def awaited(*args, **kwargs):
            return self._called(name, handle, parameters, args, kwargs)

        made = awaited if told.get("awaited") is True else stand_in
        made.__name__ = made.__qualname__ = name
        made.__module__, made.__doc__ = "__main__", facts["doc"] or None
        if signature is not None:
            made.__signature__ = signature
        made.__handin__ = {"stub": told.get("stub") is True, "dots": told.get("dots") is True}
        return made

    def _called(self, name: str, handle: int, parameters: list[str], args: tuple, kwargs: dict) -> Any:
        message = {
            "do": "call",
            "handle": handle,
            "args": [encode(one, export=self.export) for one in args],
            "kwargs": {key: encode(one, export=self.export) for key, one in kwargs.items()},
        }
        given = [*args, *kwargs.values()]
        message["iterators"] = [place for place, one in enumerate(given) if isinstance(one, Iterator)]
        self._told = self._told or self._quiet()
        reply = self.ask(message)
        if "stopped" in reply:
            raise StoppedError(_text(reply["stopped"]))
        self._pass_on(reply)
        names = [*parameters[: len(args)], *[""] * (len(args) - len(parameters)), *kwargs]
        changed = reply.get("changed") if isinstance(reply.get("changed"), dict) else {}
        for place, after in changed.items():
            if str(place).isdecimal() and int(place) < len(given):
                self._changed(name, names[int(place)], given[int(place)], decode(after, bind=self._function))
        if "error" in reply:
            raise _exception(reply["error"], name) from None
        return decode(reply.get("value"), bind=self._function)

    def _changed(self, function: str, parameter: str, before: Any, after: Any) -> None:
        """Refuse a change of an argument where a check is under way; else make it, as a call would."""
        noted = arguments.note_change(function, parameter, before, after)
        if not noted:
            replace_contents(before, after)

    def _pass_on(self, reply: Message) -> None:
        """Print and warn as the hand-in did; a test may look for warnings in its hidden part, too."""
        said, printed = reply.get("warnings"), reply.get("printed")
        with contextlib.redirect_stderr(io.StringIO()) if self._told else contextlib.nullcontext():
            for one in said[:20] if isinstance(said, list) else ():
                if isinstance(one, list) and len(one) == 2:
                    category = getattr(builtins, _text(one[0]), UserWarning)
                    known = isinstance(category, type) and issubclass(category, Warning)
                    warnings.warn(_text(one[1]), category if known else UserWarning, stacklevel=4)
        if isinstance(printed, str) and printed and not self._told:
            sys.stdout.write(printed[:_MOST_PRINTED])


def _exception(data: Any, function: str) -> BaseException:
    """Return the exception that a hand-in's function ended with; it knows where in the cell that was."""
    if not isinstance(data, dict):
        return WireError(f"what `{function}` did came back damaged")
    kinds = [_text(kind[1]) for kind in data.get("kinds", ()) if isinstance(kind, list) and len(kind) == 2]
    text, base = _text(data.get("text")), next((_KNOWN[kind] for kind in kinds if kind in _KNOWN), Exception)
    name = kinds[0] if kinds and kinds[0].isidentifier() else base.__name__
    error = _with_its_arguments(base, data.get("args"), text) if name == base.__name__ else None
    if error is None:
        error = type(name, (base,), {"__init__": BaseException.__init__, "__str__": lambda self: text})(text)
    places = [_place(line) for line in data.get("lines", ()) if isinstance(line, list) and len(line) == 3]
    error.handin_place = places[-1] if places else Place(function, 0, "")
    for place in places:
        error.add_note(f"in the hand-in, line {place.line}, in {place.function}: {place.source}")
    return error


def _with_its_arguments(kind: type[BaseException], args: Any, text: str) -> BaseException | None:
    """Return ``kind`` made of the arguments it had, when its text is then the same."""
    try:
        made = kind(*decode(args))
        return made if str(made) == text else None
    except Exception:  # arguments that cannot cross, or that this kind does not take
        return None


def _known() -> dict[str, type[BaseException]]:
    """Return the exceptions that can be raised again as what they are, by name."""
    import numpy.exceptions
    import numpy.linalg
    import pandas.errors

    found: dict[str, type[BaseException]] = {"LinAlgError": numpy.linalg.LinAlgError, "WireError": WireError}
    for module in (numpy.exceptions, pandas.errors, builtins):
        kinds = {name: one for name, one in vars(module).items() if isinstance(one, type)}
        found |= {name: one for name, one in kinds.items() if issubclass(one, Exception)}
    return found | {"SystemExit": SystemExit}


_KNOWN = _known()


def _place(line: list[Any]) -> Place:
    number = line[1] if type(line[1]) is int and 0 <= line[1] < 10**6 else 0
    return Place(_text(line[0]), number, _text(line[2]))


def _text(given: Any) -> str:
    return given[:_LONGEST].encode("utf-8", "replace").decode() if isinstance(given, str) else ""
