"""Measure text and break it into lines that fit, in inches, with the fonts that will be drawn."""

from collections.abc import Sequence
from functools import lru_cache

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from . import style

_SOFT = "\u00ad"
_BREAKS = f"-_/.{_SOFT}"


@lru_cache(maxsize=4)
def _scratch(fonts: tuple[str, ...]):
    with style.with_fonts(fonts), style.theme():
        figure = Figure(figsize=(1, 1), dpi=100)
        return figure.text(0, 0, ""), FigureCanvasAgg(figure).get_renderer()


def text_size(text: str, size: float = style.BODY, weight: str = "normal") -> tuple[float, float]:
    """Return width and height in inches of ``text`` (which may have several lines) at ``size`` points.

    >>> wide, high = text_size("Awareness")
    >>> wide > high > 0
    True
    """
    return _measured(text, size, weight, style.fonts())


@lru_cache(maxsize=8192)
def _measured(text: str, size: float, weight: str, fonts: tuple[str, ...]) -> tuple[float, float]:
    artist, renderer = _scratch(fonts)
    artist.set(text=text, fontsize=size, fontweight=weight)
    box = artist.get_window_extent(renderer, dpi=100)
    return float(box.width) / 100, float(box.height) / 100


def widest(texts: Sequence[str], size: float = style.BODY, weight: str = "normal") -> float:
    """Return the width in inches of the widest of ``texts``; 0 when there is none.

    >>> widest([])
    0.0
    """
    return max((text_size(text, size, weight)[0] for text in texts), default=0.0)


def wrap(text: str, width: float, size: float = style.BODY, weight: str = "normal", lines: int = 99) -> str:
    """Break ``text`` into lines of at most ``width`` inches; a word wider than that is broken, with a hyphen.

    A soft hyphen (U+00AD) in a word says where to break it; a no-break space keeps two words together.

    Beyond ``lines`` lines the text ends in an ellipsis (the whole of it stays in the table of numbers).

    >>> wrap("Free five-day email course", 1.0, lines=1)
    'Free five-day…'
    """
    done: list[str] = []
    for paragraph in str(text).split("\n"):
        done += _wrapped([word for word in paragraph.split(" ") if word], width, size, weight)
    if len(done) > lines:
        done = [*done[: lines - 1], _ellipsis(done[lines - 1], width, size, weight)]
    return "\n".join(done)


def _wrapped(words: list[str], width: float, size: float, weight: str) -> list[str]:
    lines, line = [], ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if text_size(longer.replace(_SOFT, ""), size, weight)[0] <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while text_size(word.replace(_SOFT, ""), size, weight)[0] > width and len(word) > 2:
            cut = _fitting(word, width, size, weight)
            lines.append(word[:cut] + ("" if word[cut - 1] in "-_/." else "-"))
            word = word[cut:]
        line = word
    lines = [*lines, line] if line or not lines else lines
    return [line.replace(_SOFT, "") for line in lines]


def _fitting(word: str, width: float, size: float, weight: str) -> int:
    """Return how many letters of ``word`` fit with a hyphen; its own hyphens are preferred."""
    cut = 1
    while (
        cut < len(word) - 1 and text_size(word[: cut + 1].replace(_SOFT, "") + "-", size, weight)[0] <= width
    ):
        cut += 1
    own = max(word.rfind(mark, 0, cut) + 1 for mark in _BREAKS)
    return own if own >= 2 else cut


def _ellipsis(text: str, width: float, size: float, weight: str) -> str:
    while len(text) > 1 and text_size(text + "…", size, weight)[0] > width:
        text = text[:-1].rstrip()
    return text + "…"


def thin(texts: Sequence[str], width: float, size: float = style.SMALL) -> list[str]:
    """Blank tick labels evenly until the rest stand apart on an axis ``width`` inches long.

    >>> thin(["January", "February", "March"], 1.0)
    ['January', '', 'March']
    """
    step, room = 1, widest(texts, size) + 0.1
    while step < len(texts) and room * (len(texts) - 1) / step > width:
        step += 1
    return [text if i % step == 0 else "" for i, text in enumerate(texts)]
