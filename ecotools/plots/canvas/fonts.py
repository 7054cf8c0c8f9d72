"""Fonts for names that the font of the pictures cannot write: the installed ones that can, else a word on it.

DejaVu Sans, which comes with matplotlib, writes Latin, Greek, Cyrillic and Arabic. For a letter it lacks an
installed font is looked for, first among those known for its script. None is bundled: they are large.
"""

import warnings
from collections.abc import Iterable
from functools import cache
from unicodedata import category

from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.text import Text

MAIN = "DejaVu Sans"

SCRIPTS = {
    "Japanese": ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F)),
    "Korean": ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)),
    "Chinese": ((0x2E80, 0x303F), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x323AF)),
    "Arabic": ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    "Devanagari": ((0x0900, 0x097F), (0xA8E0, 0xA8FF)),
}
"""The letters of each script, as ranges of code points. The signs that Japanese shares count as Chinese."""

KNOWN = {
    "Japanese": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "Hiragino Sans", "Yu Gothic"),
    "Korean": ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", "NanumGothic"),
    "Chinese": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
    "Arabic": ("Noto Sans Arabic", "Noto Naskh Arabic", "Geeza Pro", "Tahoma"),
    "Devanagari": ("Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI", "Lohit Devanagari"),
}
"""Families that are looked at first: sans serif, as the rest of a picture is."""

PACKAGES = dict.fromkeys(("Japanese", "Korean", "Chinese"), "Noto Sans CJK (Debian, Ubuntu: fonts-noto-cjk)")
PACKAGES |= {name: f"Noto Sans {name} (Debian, Ubuntu: fonts-noto-core)" for name in ("Arabic", "Devanagari")}


_BOXES = ("Last Resort High-Efficiency", "Last Resort")
"""Fonts that have a box for every letter; matplotlib brings one."""


class MissingFontWarning(UserWarning):
    """No installed font has the letters of a name in a picture."""


def lacking(texts: Iterable[str], family: str = MAIN) -> set[str]:
    """Return the letters of some texts that a font cannot write.

    >>> sorted(lacking(["Café", "写作课"]))
    ['作', '写', '课']
    """
    written = _letters(_file(family))
    return {
        letter
        for letter in set().union(*texts)
        if ord(letter) not in written and category(letter)[0] not in "CZ"
    }


def script(letter: str) -> str:
    """Return the script of a letter; an empty text when it is none of `SCRIPTS`.

    >>> [script(letter) for letter in "写かक"], script("a")
    (['Chinese', 'Japanese', 'Devanagari'], '')
    """
    code = ord(letter)
    found = (name for name, ranges in SCRIPTS.items() if any(low <= code <= high for low, high in ranges))
    return next(found, "")


def families(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the installed families that write what `MAIN` cannot; warn once for each script without one.

    >>> families(["Café", "Αθήνα", "Москва"])
    ()
    """
    open_letters = lacking(texts)
    # With Japanese or Korean among them, one font for all of them is right, so they come first.
    found: list[str] = []
    for name in SCRIPTS:
        mine = {letter for letter in open_letters if script(letter) == name}
        if mine and (family := _that_writes(mine, name)):
            found.append(family)
            open_letters = lacking(["".join(open_letters)], family)
        elif mine:
            _tell(name)
    return tuple(dict.fromkeys(found))


def of_figure(figure: Figure) -> tuple[str, ...]:
    """Return the families that the texts of a figure need beside `MAIN`."""
    return families([text.get_text() for text in figure.findobj(Text)])


def _that_writes(letters: set[str], name: str) -> str | None:
    """Return an installed family that has the letters, those known for the script first."""
    installed = sorted({entry.name for entry in font_manager.fontManager.ttflist} - set(_BOXES))
    known = [family for family in KNOWN[name] if family in installed]
    sans = sorted(installed, key=lambda family: "Sans" not in family)
    codes = {ord(letter) for letter in letters}
    return next((family for family in (*known, *sans) if codes <= _letters(_file(family))), None)


def _file(family: str) -> str:
    """Return the file of a family's upright font."""
    entries = [entry for entry in font_manager.fontManager.ttflist if entry.name == family]
    return min(entries, key=lambda entry: (entry.style != "normal", entry.weight != 400)).fname


@cache
def _letters(file: str) -> frozenset[int]:
    """Return the code points that a font has; none when it cannot be read."""
    try:
        return frozenset(font_manager.get_font(file).get_charmap())
    except (OSError, RuntimeError):
        return frozenset()


@cache
def _tell(name: str) -> None:
    warnings.warn(
        f"a picture has a name in {name}, and no installed font has its letters: they show as boxes. "
        f"Install one, such as {PACKAGES[name]}, and start Python again. The table of numbers and the "
        "description have the name in any case.",
        MissingFontWarning,
        stacklevel=2,
    )
