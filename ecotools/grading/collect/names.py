"""Which names may be written on any system, and the id under which nbgrader keeps a student."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 240
JUNK = {"__macosx", "__pycache__", "thumbs.db", "desktop.ini"}
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_NO_TEXT = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_NOT_IN_IDS = re.compile(r"[^\w.@+-]+")


def leaves(path: str) -> str:
    r"""Return why ``path`` could lead out of the folder it is unpacked to; empty when it cannot.

    >>> leaves("../../gradebook.db")
    'leads upward with ..'
    >>> leaves("C:\\work.ipynb")
    'holds a backslash'
    >>> leaves("ada/02-journey-mapping.ipynb")
    ''
    """
    if any(unicodedata.category(letter) in _NO_TEXT for letter in path):
        return "holds a character that is no text"
    if "\\" in path:
        return "holds a backslash"
    if path.startswith("/"):
        return "is an absolute path"
    if re.match(r"[A-Za-z]:", path):
        return "starts with a drive letter"
    parts = path.split("/")
    if ".." in parts:
        return "leads upward with .."
    if any(len(part.encode()) > LONGEST for part in parts):
        return f"has a name longer than {LONGEST} bytes"
    return ""


def unsafe(path: str) -> str:
    """Return why ``path`` cannot be written on Linux, macOS and Windows alike; empty when it can.

    >>> unsafe("data/aux.csv")
    "'aux.csv' is the name of a device on Windows"
    >>> unsafe("notes.txt.")
    "'notes.txt.' ends with a dot or a space, which Windows drops"
    >>> unsafe("data/visitors.csv")
    ''
    """
    found = leaves(path)
    if found:
        return found
    if len(path.encode()) > LONGEST:
        return f"is a path longer than {LONGEST} bytes"
    for part in path.split("/"):
        if part in ("", "."):
            return "has an empty part"
        if re.search(r'[<>:"|?*]', part):
            return f"{part!r} holds a character that Windows refuses"
        if part[-1] in ". ":
            return f"{part!r} ends with a dot or a space, which Windows drops"
        if _DEVICES.fullmatch(part):
            return f"{part!r} is the name of a device on Windows"
    return ""


def shown(text: str) -> str:
    r"""Return ``text`` fit for a terminal: what is not printable, such as codes of colours, is written out.

    >>> print(shown("a\x1b[31mb"))
    a\x1b[31mb
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def printable(name: str) -> str:
    r"""Return a name on the disk as text that can be written anywhere: bytes that are no UTF-8 are spelled.

    >>> printable("Zoë"), printable("caf\udce9")
    ('Zoë', 'caf\\udce9')
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return shown(name)
    return name


def same_file(path: str) -> str:
    """Return what two paths share when they are one file on a system that ignores case or accents' form.

    >>> same_file("Data/A.csv") == same_file("data/a.csv")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def junk(part: str) -> bool:
    """Return whether a file or folder of this name is left by a system or an editor, not by a student.

    >>> [junk(name) for name in (".ipynb_checkpoints", "__MACOSX", "visitors.csv")]
    [True, True, False]
    """
    return (part.startswith(".") and part.strip(".") != "") or part.lower() in JUNK


def student_id(name: str) -> str:
    """Return the id for a student called ``name``; empty when nothing is left of it.

    Letters, digits and ``. _ @ + -`` stay, anything else becomes one ``-``, and the ends are trimmed:
    nbgrader puts ids into folder names, into ``str.format`` and into search patterns, where braces, brackets
    and stars mean something else.

    >>> student_id("ada@example.org")
    'ada@example.org'
    >>> student_id("Lovelace, Ada {x}")
    'Lovelace-Ada-x'
    >>> student_id("../..")
    ''
    """
    made = _NOT_IN_IDS.sub("-", unicodedata.normalize("NFC", name)).strip("-._+")
    return "" if unsafe(made) or len(made.encode()) > LONGEST // 2 else made
