"""What is slow is made once, whoever asks, and its error is told to everybody who asks."""

import threading
import time

import pytest

from tests.shared_results import once


def test_the_second_who_asks_gets_what_was_made_for_the_first(request):
    made = []

    def make(folder):
        made.append(folder)
        (folder / "a.txt").write_text("a")
        return {"folder": folder}

    first, second = once(request, "made-twice", make), once(request, "made-twice", make)
    assert first == second and len(made) == 1
    assert (second["folder"] / "a.txt").read_text() == "a"


def test_who_asks_while_it_is_made_waits_for_it(request):
    begun, made, got = threading.Event(), [], []

    def make(folder):
        begun.set()
        time.sleep(0.3)
        made.append(folder)
        return len(made)

    other = threading.Thread(target=lambda: got.append(once(request, "made-slowly", make)))
    other.start()
    begun.wait()
    assert once(request, "made-slowly", make) == 1
    other.join()
    assert got == [1] and len(made) == 1


def test_an_error_comes_to_each_who_asks(request):
    tried = []

    def fail(folder):
        tried.append(folder)
        raise ValueError("there is no paper")

    for _ in range(2):
        with pytest.raises(ValueError, match="there is no paper"):
            once(request, "made-badly", fail)
    assert len(tried) == 1
