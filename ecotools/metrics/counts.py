"""Reading arguments: whole counts, parts of a count, and fractions that are neither 0 nor 1."""

from ecotools import errors


def count(value: float, name: str, at_least: int = 0, of: str = "") -> int:
    """Return ``value`` as an int if it is a whole number (``of`` something) of ``at_least`` or more.

    >>> count(1000.0, "visitors_a")
    1000
    >>> count(-1, "cooldown", of="days")
    Traceback (most recent call last):
    ValueError: cooldown must be a whole number of days, 0 or more, not -1
    """
    number = errors.finite(value, name)
    if number != int(number) or number < at_least:
        what = f"a whole number of {of}" if of else "a whole number"
        raise ValueError(f"{name} must be {what}, {at_least} or more, not {value}")
    return int(number)


def whole_days(value: float, name: str, at_least: int = 1) -> int:
    """Return a whole number of days."""
    return count(value, name, at_least, of="days")


def part(some: float, of: float, name: str, whole: str) -> tuple[int, int]:
    """Return a count and the count that it is a part of.

    >>> part(12, 10, "conversions_a", "visitors_a")
    Traceback (most recent call last):
    ValueError: conversions_a must be at most visitors_a (10), not 12: nobody counts twice
    """
    number, total = count(some, name), count(of, whole)
    if number > total:
        raise ValueError(f"{name} must be at most {whole} ({total}), not {number}: nobody counts twice")
    return number, total


def inside(value: float, name: str, example: float) -> float:
    """Return ``value`` as a float if it lies between 0 and 1 and is neither.

    >>> inside(95, "level", 0.95)
    Traceback (most recent call last):
    ValueError: level must be a fraction between 0 and 1, not 95. Rates are fractions: did you mean 0.95?
    """
    number = errors.fraction(value, name)
    if number in (0, 1):
        raise ValueError(f"{name} must lie between 0 and 1, such as {example:g}, not {value}")
    return number
