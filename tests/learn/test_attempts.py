import functools

import pytest

from ecotools.learn.attempts import is_stub, why_not_attempted


def stub(a, b=2, *rest, c=3, **more):
    """Return something."""
    ...


async def later():
    """Wait."""


def returns_a_constant():
    return 0


def raises():
    raise NotImplementedError


def loops(n):
    while n:
        n -= 1


def closes_over(n):
    def inner():
        return n

    return inner


class Stub:
    """A class to fill in."""

    size = 3

    def go(self):
        """Go."""

    def stop(self):
        pass


class Half(Stub):
    def go(self):
        return self.size


@pytest.mark.parametrize("value", [stub, later, Stub])
def test_what_has_no_body_is_a_stub(value):
    assert is_stub(value)


@pytest.mark.parametrize(
    "value",
    [
        returns_a_constant,
        raises,
        loops,
        closes_over,
        closes_over(1),
        Half,
        len,
        int,
        3,
        lambda: None,
        functools.partial(stub, 1),
    ],
)
def test_what_has_one_is_none(value):
    assert not is_stub(value)


def test_the_first_name_without_an_answer_is_named():
    assert "`b`" in why_not_attempted(("a", "b", "c"), {"a": 1, "b": ...})
    assert why_not_attempted((), {}) == ""
