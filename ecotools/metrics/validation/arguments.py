"""Reading the arguments of this package: whole numbers, and fractions that are neither 0 nor 1."""

from __future__ import annotations

from ecotools import errors


def whole(value: float, name: str, least: int = 0) -> int:
    """Return a whole number that is at least ``least``.

    >>> whole(15.0, "testers", least=1)
    15
    >>> whole(0, "testers", least=1)
    Traceback (most recent call last):
    ValueError: testers must be a whole number of 1 or more, not 0
    """
    number = errors.finite(value, name)
    if number % 1 or number < least:
        raise ValueError(f"{name} must be a whole number of {least} or more, not {value}")
    return int(number)


def inner(value: float, name: str) -> float:
    """Return a fraction that is above 0 and below 1.

    >>> inner(1, "level")
    Traceback (most recent call last):
    ValueError: level must be above 0 and below 1, such as 0.95, not 1
    """
    number = errors.fraction(value, name)
    if not 0 < number < 1:
        raise ValueError(f"{name} must be above 0 and below 1, such as 0.95, not {value}")
    return number


def part(value: float, whole_value: int, name: str, of: str) -> int:
    """Return a whole number from 0 to another one.

    >>> part(16, 15, "k", "n")
    Traceback (most recent call last):
    ValueError: k must be at most n, which is 15, not 16
    """
    number = whole(value, name)
    if number > whole_value:
        raise ValueError(f"{name} must be at most {of}, which is {whole_value}, not {value}")
    return number
