"""Read the lines of a shop's export: whatever its encoding and separator, never as wrong text."""

import codecs
import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from ecotools.errors import nearest
from ecotools.ledger.problems import LedgerError

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_OTHERS = {
    b"PK\x03\x04": "a workbook or an archive",
    b"\xd0\xcf\x11\xe0": "an old workbook",
    b"%PDF": "a PDF",
}


@dataclass(frozen=True)
class Lines:
    """A file as text: the names in its first line, and each record with the line that it starts on."""

    header: list[str]
    records: list[tuple[int, list[str]]]
    encoding: str


def one_path(file, argument: str) -> Path:
    """Return the path of a file that is there; the error names the argument and the nearest file."""
    if not isinstance(file, (str, Path)) and not hasattr(file, "__fspath__"):
        raise TypeError(
            f"{argument} must be the path of a file or a list of paths, not {type(file).__name__}"
        )
    path = Path(file).expanduser()
    if path.is_dir():
        raise LedgerError(f"{argument}: {str(path)!r} is a folder; name the CSV files in it")
    if not path.is_file():
        folder = path.parent
        close = nearest(path.name, [at.name for at in folder.iterdir()]) if folder.is_dir() else None
        hint = f" Did you mean {close!r}?" if close else ""
        raise FileNotFoundError(f"{argument}: there is no file {path.name!r} in {str(folder)!r}.{hint}")
    return path


def read_lines(path: Path, encoding: str | None = None) -> Lines:
    """Return the lines of a file, separated by commas, semicolons or tabs.

    Parameters
    ----------
    path : Path
        The file.
    encoding : str, optional
        How it is encoded where it is not Unicode: ``cp1252``, ``mac_roman`` … Without it, UTF-8 and UTF-16
        are read and all else is refused, because a wrong guess gives wrong names and e-mail addresses.

    Raises
    ------
    LedgerError
        When the file is no text that can be read for certain, or has no names in line 1.
    ValueError
        When there is no such encoding.
    """
    text, used = _decoded(path, encoding)
    first, _, rest = text.partition("\n")
    before = 0
    if first.strip().lower() in ("sep=,", "sep=;", "sep=\\t"):  # a hint that Excel reads
        text, first, before = rest, rest.partition("\n")[0], 1
    if not first.strip():
        raise LedgerError(f"{path.name} line {before + 1} is empty where the names of the columns should be")
    delimiter = max(",;\t", key=first.count)
    try:
        found = list(_records(text, delimiter, before))
    except csv.Error as trouble:
        raise LedgerError(f"{path.name} cannot be read as CSV: {trouble}") from None
    return Lines(_distinct([name.strip() for name in found[0][1]]), found[1:], used)


def _decoded(path: Path, encoding: str | None) -> tuple[str, str]:
    """The text of a file, and the encoding it was read by."""
    content = path.read_bytes()
    for magic, what in _OTHERS.items():
        if content.startswith(magic):
            raise LedgerError(f"{path.name} is {what}, not a CSV file: save the sheet as 'CSV UTF-8'")
    codec = next((codec for mark, codec in _MARKS.items() if content.startswith(mark)), None)
    codec = codec or _unmarked_utf16(content)
    try:
        return content.decode(codec or "utf-8"), codec or "utf-8"
    except UnicodeDecodeError as trouble:
        if codec or encoding is None:
            raise LedgerError(_not_unicode(path, content, trouble, codec)) from None
    try:
        return content.decode(encoding), encoding
    except LookupError:
        raise ValueError(
            f"encoding must be the name of one, such as 'cp1252' or 'mac_roman', not {encoding!r}"
        ) from None
    except UnicodeDecodeError as trouble:
        line = content.count(b"\n", 0, trouble.start) + 1
        raise LedgerError(f"{path.name} line {line} is not text in {encoding}: {trouble.reason}") from None


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin letters is 0."""
    head = content[:400]
    zeros = head[0::2].count(0), head[1::2].count(0)
    if max(zeros) < len(head) / 4:
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _not_unicode(path: Path, content: bytes, trouble: UnicodeDecodeError, codec: str | None) -> str:
    line = content.count(b"\n", 0, trouble.start) + 1
    if codec:
        return f"{path.name} begins as {codec}, but line {line} is not: download it again"
    around = re.split(rb"[,;\t\n\"]", content[max(0, trouble.start - 30) : trouble.start + 30])
    word = next(part for part in around if any(byte > 127 for byte in part))
    readings = " or ".join(
        f"{word.decode(name, 'replace').strip()!r} ({name})" for name in ("cp1252", "mac_roman")
    )
    return (
        f"{path.name} line {line} is not UTF-8 text: save it as 'CSV UTF-8', or state the encoding in which "
        f"it reads right, encoding='cp1252' (--encoding cp1252) for example: {readings}"
    )


def _records(text: str, delimiter: str, before: int):
    """Each record as ``(line it starts on, cells)``; blank lines are left out, quoted ones may span lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = before + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield start, cells
        start = before + reader.line_num + 1


def _distinct(header: list[str]) -> list[str]:
    """Headers with repeats numbered: a shop's own question may have the name of a column."""
    seen: dict[str, int] = {}
    names = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names
