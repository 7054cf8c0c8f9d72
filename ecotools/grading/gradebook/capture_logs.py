"""Keep what nbgrader and its kernels say, instead of letting it run over the terminal."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator

_RAISED = re.compile(r"[A-Za-z_][\w.]*: ")  # how the last line of a traceback begins


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
    """Return what went wrong: the exception of the first traceback in ``log``, or else ``error``.

    >>> reason(["Traceback\\nlib.OperationalError: database is locked\\n(Background …)"], "unknown")
    'lib.OperationalError: database is locked'
    """
    for text in log:
        if "Traceback" in text:
            lines = text.strip().split("\n")
            return next((line for line in reversed(lines) if _RAISED.match(line)), lines[-1])
    return f"{type(error).__name__}: {error}" if isinstance(error, Exception) else str(error)
