"""What a test wants to know of a PDF that Chromium printed, read without a library for PDF."""

from __future__ import annotations

import re
import zlib

_PAGE = re.compile(rb"(?s)/Type\s*/Page\b(?!s).*?endobj")


def letters(pdf: bytes) -> list[int]:
    """Return how many letters are drawn on each page."""
    pages = (re.search(rb"/Contents (\d+) 0 R", one[0]) for one in _PAGE.finditer(pdf))
    drawn = (stream(pdf, int(found[1])) for found in pages)
    return [sum(len(text) // 4 for text in re.findall(rb"<([0-9A-Fa-f]+)>", one)) for one in drawn]


def attached(pdf: bytes) -> dict[str, str]:
    """Return the files attached to a PDF, by name."""
    specs = re.findall(rb"/UF \(([^)]*)\).*?/EF <</F (\d+) 0 R>>", pdf)
    return {name.decode(): stream(pdf, int(number)).decode("utf-8") for name, number in specs}


def stream(pdf: bytes, number: int) -> bytes:
    """Return the content of an object that is a stream, unpacked."""
    start = re.search(rb"(?m)^%d 0 obj" % number, pdf).end()
    length = int(re.search(rb"/Length (\d+)", pdf[start:])[1])
    begin = re.compile(rb"stream\r?\n").search(pdf, start).end()
    return zlib.decompress(pdf[begin : begin + length])
