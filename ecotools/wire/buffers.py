"""Bytes as base64 text."""

import binascii

from ecotools.wire.limits import Budget, WireError


def bytes_text(budget: Budget, raw: bytes | bytearray | memoryview) -> str:
    """Return bytes as base64; the budget is asked first."""
    budget.spend(base64_length(len(raw)))
    return binascii.b2a_base64(raw, newline=False).decode("ascii")


def text_bytes(budget: Budget, text: object, size: int | None = None) -> bytes:
    """Return the bytes of a base64 text, of the expected size when there is one."""
    if type(text) is not str:
        raise WireError(f"expected base64 text here, not a {type(text).__name__}")
    if size is not None and len(text) != base64_length(size):
        raise WireError(f"expected {size:,} bytes here, which is not what the text holds")
    budget.spend(len(text))
    raw = binascii.a2b_base64(text, strict_mode=True)
    if size is not None and len(raw) != size:
        raise WireError(f"expected {size:,} bytes here, not {len(raw):,}")
    return raw


def base64_length(size: int) -> int:
    """Return how many characters that many bytes take.

    >>> base64_length(4)
    8
    """
    return (size + 2) // 3 * 4
