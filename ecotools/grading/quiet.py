"""Keep what nbgrader and its kernels say, instead of letting it run over the terminal."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import tempfile
from collections.abc import Iterator


@contextlib.contextmanager
def kept_log() -> Iterator[list[str]]:
    """Keep the warnings and errors that nbgrader logs: the list grows while the block runs."""
    from traitlets import log

    logger, texts = log.get_logger(), []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: texts.append(record.getMessage())
    before = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [handler], False
    try:
        yield texts
    finally:
        logger.handlers, logger.propagate = before


@contextlib.contextmanager
def kept_stderr() -> Iterator[None]:
    """Drop what this process and those it starts write to stderr: kernels complain when they end."""
    sys.stderr.flush()
    before = os.dup(2)
    with tempfile.TemporaryFile() as aside:
        os.dup2(aside.fileno(), 2)
        try:
            yield
        finally:
            sys.stderr.flush()
            os.dup2(before, 2)
            os.close(before)


def reason(log: list[str], error: object) -> str:
    """Return what went wrong: the last line of the first traceback in ``log``, or else ``error``."""
    traces = [text.strip().split("\n")[-1] for text in log if "Traceback" in text]
    return (
        traces[0]
        if traces
        else f"{type(error).__name__}: {error}"
        if isinstance(error, Exception)
        else str(error)
    )
