"""An interrupt ends the work even where Python drops the exception that it raises."""

import signal
import sys
import threading
import time
import weakref

import pytest

from ecotools.grading.pipeline.interrupt import heard_interrupts


class Thing:
    """Something that a weak reference can point to."""


def test_an_interrupt_that_is_dropped_comes_again(monkeypatch):
    dropped = []
    monkeypatch.setattr(sys, "unraisablehook", dropped.append)
    thing = Thing()
    watcher = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt), heard_interrupts():
        del thing
        while True:
            time.sleep(0.01)
    assert dropped == [] and watcher() is None
    assert sys.unraisablehook == dropped.append


def test_an_interrupt_that_is_heard_leaves_all_as_it_was():
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), heard_interrupts():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_outside_the_main_thread_signals_are_left_alone():
    before, done = signal.getsignal(signal.SIGINT), []

    def work():
        with heard_interrupts():
            done.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [before]
