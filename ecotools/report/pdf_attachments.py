"""Files attached to a PDF, for readers who want the numbers: an update at its end, by ISO 32000."""

import re
import zlib

_END = re.compile(rb"trailer\s*<<(?P<entries>.*?)>>\s*startxref\s+(?P<at>\d+)\s+%%EOF", re.DOTALL)
_SIZE, _ROOT = re.compile(rb"/Size\s+(\d+)"), re.compile(rb"/Root\s+(\d+)\s+0\s+R")


def with_files(pdf: bytes, files: dict[str, str]) -> bytes:
    """Return a PDF with text files attached; what it shows stays byte for byte as it was.

    Parameters
    ----------
    pdf : bytes
        As Chromium prints it: with a plain table of its objects, and no files in it yet.
    files : dict of str to str
        Name, in ASCII, -> content.

    Raises
    ------
    ValueError
        When the PDF is built in another way.

    References
    ----------
    ISO 32000-1:2008, 7.5.6 (incremental updates) and 7.11.4 (embedded file streams).
    """
    ends = list(_END.finditer(pdf))
    if not ends:
        raise ValueError("the PDF has no trailer, so that nothing can be attached to it")
    entries, before = ends[-1]["entries"], ends[-1]["at"]
    size, root = int(_SIZE.search(entries)[1]), int(_ROOT.search(entries)[1])
    catalog = re.search(rb"(?ms)^%d 0 obj\s*<<(.*)>>\s*endobj" % root, _object(pdf, root))
    if catalog is None or b"/Names" in catalog[1]:
        raise ValueError("the PDF has no plain catalog, or files in it already")
    objects, listed = {}, []
    for number, name in enumerate(sorted(files)):
        stream, spec = size + 2 * number, size + 2 * number + 1
        objects[stream] = _stream(files[name].encode("utf-8", "replace"))
        title = name.encode("ascii")
        objects[spec] = b"<</Type /Filespec /F (%b) /UF (%b) /AFRelationship /Data /EF <</F %d 0 R>>>>" % (
            title,
            title,
            stream,
        )
        listed.append(b"(%b) %d 0 R" % (title, spec))
    names = b"\n/Names <</EmbeddedFiles <</Names [%b]>>>>" % b" ".join(listed)
    objects[root] = b"<<" + catalog[1] + names + b">>"
    return _updated(pdf, objects, entries, size + 2 * len(files), before)


def _object(pdf: bytes, number: int) -> bytes:
    """Return an object, from its number to its end; nothing where there is none."""
    start = re.search(rb"(?m)^%d 0 obj" % number, pdf)
    return pdf[start.start() : pdf.index(b"endobj", start.start()) + 6] if start else b""


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    head = (
        b"<</Type /EmbeddedFile /Subtype /text#2Fcsv /Filter /FlateDecode /Length %d /Params <</Size %d>>>>"
    )
    return head % (len(packed), len(content)) + b"\nstream\n" + packed + b"\nendstream"


def _updated(pdf: bytes, objects: dict[int, bytes], entries: bytes, size: int, before: bytes) -> bytes:
    """Return the PDF with new objects after its end, their table, and a trailer that leads to the old one."""
    out, places = bytearray(pdf.rstrip(b"\n") + b"\n"), {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    trailer = _SIZE.sub(b"/Size %d" % size, entries)
    out += b"trailer\n<<%b\n/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, before, table)
    return bytes(out)
