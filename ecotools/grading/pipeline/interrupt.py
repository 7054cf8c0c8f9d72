"""Ctrl-C that is heard: Python drops the exception that it raises when it comes at an unlucky moment."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator

AGAIN = 0.5
"""Seconds after which an interrupt that has not ended the work is sent once more."""


def _interrupt_main() -> None:
    """Send the main thread an interrupt, which wakes it where the system can do that."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
    else:
        signal.raise_signal(signal.SIGINT)


@contextlib.contextmanager
def heard_interrupts() -> Iterator[None]:
    """Send an interrupt again and again until it leaves the block.

    An exception in the callback of a weak reference, or while an object is thrown away, is only printed, and
    the work would go on; an interrupt is not printed then, since it comes again. Outside the main thread
    nothing changes, since signals do not come there.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    timers: list[threading.Timer] = []

    def hear(*_: object) -> None:
        timers.append(threading.Timer(AGAIN, _interrupt_main))
        timers[-1].daemon = True
        timers[-1].start()
        raise KeyboardInterrupt

    before, printed = signal.signal(signal.SIGINT, hear), sys.unraisablehook

    def dropped(error: sys.UnraisableHookArgs) -> None:
        if error.exc_type is not KeyboardInterrupt:
            printed(error)

    sys.unraisablehook = dropped
    try:
        yield
    finally:
        sys.unraisablehook = printed
        signal.signal(signal.SIGINT, before)
        for timer in timers:
            timer.cancel()
