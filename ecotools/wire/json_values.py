"""What JSON itself can hold without loss, checked for many values at once."""

import math

SMALLEST, LARGEST = -(2**63), 2**64 - 1
"""Whole numbers within these cross as JSON numbers; others as hexadecimal text, read in linear time."""

_NOTHING, _BOOL, _INT, _FLOAT, _STR = (id(kind) for kind in (type(None), bool, int, float, str))
_PLAIN = {_NOTHING, _BOOL, _INT, _FLOAT, _STR}


def text_size(text: str) -> int | None:
    """Return the bytes of a text in UTF-8; None when it has lone surrogates, which many JSON readers refuse.

    >>> text_size("aé"), text_size("\\ud83d")
    (3, None)
    """
    if text.isascii():
        return len(text)
    try:
        return len(text.encode())
    except UnicodeEncodeError:
        return None


def plain_size(values: list) -> int | None:
    """Return the bytes of the texts among values if JSON can hold all of them, else None.

    >>> plain_size([1, 2.5, "abc", None]), plain_size([1, float("nan")]), plain_size([1, (2,)])
    (3, None, None)
    """
    kinds = set(map(id, map(type, values)))  # a class may lie about its hash, not about its address
    if not kinds <= _PLAIN:
        return None
    one = len(kinds) == 1
    if _INT in kinds:
        whole = values if one else [value for value in values if type(value) is int]
        if min(whole) < SMALLEST or max(whole) > LARGEST:
            return None
    if _FLOAT in kinds:
        floats = values if one else [value for value in values if type(value) is float]
        if not all(map(math.isfinite, floats)):
            return None
    if _STR not in kinds:
        return 0
    return text_size("".join(values if one else [value for value in values if type(value) is str]))
