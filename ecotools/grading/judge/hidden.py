"""Which lines of a test students do not have."""

from __future__ import annotations

BEGIN, END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"


def hidden_lines(source: str) -> frozenset[int]:
    """Return the numbers of the lines between the marks of hidden tests; the first line is 1.

    >>> sorted(hidden_lines("a\\n### BEGIN HIDDEN TESTS\\nb\\n### END HIDDEN TESTS\\nc"))
    [3]
    """
    found, inside = set(), False
    for number, line in enumerate(source.split("\n"), 1):
        if BEGIN in line:
            inside = True
        elif END in line:
            inside = False
        elif inside:
            found.add(number)
    return frozenset(found)
