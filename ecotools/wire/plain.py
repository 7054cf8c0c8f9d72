"""What JSON itself can hold without loss, checked for many values at once."""

from __future__ import annotations

import math

SMALLEST, LARGEST = -(2**63), 2**64 - 1
"""Whole numbers within these cross as JSON numbers; others as hexadecimal text, read in linear time."""

_PLAIN = {type(None), bool, int, float, str}


def is_clean(text: str) -> bool:
    """Return whether a text has no lone surrogates, which many JSON readers refuse or join.

    >>> is_clean("é"), is_clean("\\ud83d")
    (True, False)
    """
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def plain_size(values: list) -> int | None:
    """Return the characters of the texts among values if JSON can hold all of them, else None.

    >>> plain_size([1, 2.5, "abc", None]), plain_size([1, float("nan")]), plain_size([1, (2,)])
    (3, None, None)
    """
    kinds = set(map(type, values))
    if not kinds <= _PLAIN:
        return None
    if int in kinds:
        whole = values if len(kinds) == 1 else [value for value in values if type(value) is int]
        if min(whole) < SMALLEST or max(whole) > LARGEST:
            return None
    if float in kinds:
        floats = values if len(kinds) == 1 else [value for value in values if type(value) is float]
        if not all(map(math.isfinite, floats)):
            return None
    if str not in kinds:
        return 0
    text = "".join(values if len(kinds) == 1 else [value for value in values if type(value) is str])
    return len(text) if is_clean(text) else None
