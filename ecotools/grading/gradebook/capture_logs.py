"""Keep what nbgrader logs, instead of letting it run over the terminal."""

from __future__ import annotations

import contextlib
import logging
import re
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
