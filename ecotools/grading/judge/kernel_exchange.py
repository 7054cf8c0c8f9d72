"""Both ends in plain kernels: what is asked and answered travels as the text of `input`, on any system."""

from __future__ import annotations

import json
from typing import Any

from ecotools.grading.judge.exchange import Message

_answers: list[Any] = []  # one at most: the end of this kernel
_bench: list[Any] = []


def answer() -> None:
    """Serve what comes until an empty line does; run in the kernel of a hand-in."""
    from ecotools.grading.judge.answers import Answers

    if not _answers:
        _answers.append(Answers(_kernel().shell.user_ns, _swap))
    message = _read("")
    while message is not None:
        message = _read(json.dumps(_served(message)))


def _served(message: Message) -> Message:
    try:
        return _answers[0].serve(message)
    except Exception as error:
        return {"do": "returned", "broken": f"{type(error).__name__}: {error}"}


def seat() -> None:
    """Take the stand-ins for the test that comes next; run in the kernel of the judge."""
    from ecotools.grading.judge.bench import Bench

    if not _bench:
        _bench.append(Bench(_kernel().shell.user_ns, _swap))
    message = _read("")
    _read(json.dumps(_bench[0].seat(message)))


def ended() -> bool:
    """Return whether the test that ran last failed in its hidden part."""
    import sys

    failed = getattr(_kernel().shell, "_last_traceback", None)
    return bool(_bench) and _bench[0].ended(sys.last_value if failed else None)


def _swap(message: Message) -> Message:
    reply = _read(json.dumps(message))
    if reply is None:
        raise EOFError("the other end is gone")
    return reply


def _read(prompt: str) -> Message | None:
    """Say ``prompt`` to the process that started this kernel, and return its next message."""
    kernel = _kernel()
    kernel._allow_stdin = True
    text = kernel.raw_input(prompt)
    return json.loads(text) if text else None


def _kernel() -> Any:
    from IPython import get_ipython

    return get_ipython().kernel
