"""Colours, type sizes and the theme that every picture of the course shares.

Every colour that carries a mark or a word has a contrast of at least 4.5:1 on white, and the series colours
stay apart under the common kinds of colour blindness (`tests/plots/canvas/test_style.py` computes both).
Colour is never the only sign: a difference is also said by text, hatching, a dash pattern or a marker.
"""

import warnings
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

import matplotlib as mpl
from matplotlib.colors import LinearSegmentedColormap, to_hex, to_rgb

PAPER = "#FFFFFF"
INK = "#1C2430"
MUTED = "#59626F"
RULE = "#D7DBE2"
WASH = "#F3F5F8"

BLUE, RUST, PINE, PLUM, UMBER = "#1B5FB8", "#B84500", "#11564A", "#A2318A", "#4A3C0C"
SERIES = (BLUE, RUST, PINE, PLUM, UMBER)
QUIET = "#7A8594"
GOOD, BAD = PINE, RUST
GAP_LINE, BLANK_LINE = "#C4814E", "#8A94A1"
BLUE_WASH, RUST_WASH, PINE_WASH = "#E6EEF8", "#FBEBE0", "#E2F0EC"

DASHES = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (7, 2, 2, 2)), (0, (1, 1)))
MARKERS = ("o", "s", "^", "D", "v")
GAP_HATCH, LOSS_HATCH, REPEAT_HATCH = "//", "\\\\\\\\", "||||"

TITLE, BODY, SMALL = 12.5, 9.5, 8.5
TINY = 7.5
"""Type sizes in points. A picture is shown at 96 pixels an inch, so that ``TINY`` is 10 pixels high."""

WIDTH = 7.2
"""Width in inches of a picture when none is asked for: 691 pixels on the screen."""

_THEME = {
    "font.family": ["DejaVu Sans"],
    "font.size": BODY,
    "text.color": INK,
    "text.parse_math": False,
    "text.hinting": "no_hinting",
    "axes.edgecolor": MUTED,
    "axes.labelcolor": MUTED,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "axes.titlepad": 0,
    "axes.formatter.useoffset": False,
    "grid.color": RULE,
    "grid.linewidth": 0.7,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": MUTED,
    "ytick.labelcolor": MUTED,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.major.size": 3,
    "ytick.major.size": 0,
    "hatch.linewidth": 0.8,
    "lines.linewidth": 2.0,
    "lines.solid_capstyle": "round",
    "figure.dpi": 100,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "savefig.facecolor": "auto",
    "savefig.edgecolor": "auto",
    "svg.fonttype": "none",
}
# Settings of the session that are not a matter of style stay as the user has them.
_LEAVE = ("backend", "backend_fallback", "interactive", "toolbar", "timezone", "tk.", "webagg.", "date.epoch")


@cache
def _settings() -> dict:
    plain = {name: value for name, value in mpl.rcParamsDefault.items() if not name.startswith(_LEAVE)}
    return plain | _THEME


_beside: ContextVar[tuple[str, ...]] = ContextVar("_beside", default=())


def fonts() -> tuple[str, ...]:
    """Return the families that are drawn with beside the main one: see `ecotools.plots.canvas.fonts`."""
    return _beside.get()


@contextmanager
def with_fonts(families: tuple[str, ...]):
    """Draw letters that the main font lacks with other families."""
    before = _beside.set(families)
    try:
        yield
    finally:
        _beside.reset(before)


@contextmanager
def theme():
    """Draw with the course's settings, whatever style the notebook has chosen.

    Letters that no font has are boxes, of which `ecotools.plots.canvas.fonts` tells once; matplotlib would
    tell of each.

    >>> import matplotlib
    >>> with theme():
    ...     matplotlib.rcParams["text.parse_math"]
    False
    """
    family = [*_THEME["font.family"], *fonts()]
    with mpl.rc_context(_settings() | {"font.family": family}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from")
        yield


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 for black and 1 for white (WCAG 2.2).

    >>> luminance("white")
    1.0
    """
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return round(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True)), 10)


def contrast(one: str, other: str = PAPER) -> float:
    """Return the contrast ratio of two colours, from 1 (the same) to 21 (black on white) (WCAG 2.2).

    >>> contrast("black", "white")
    21.0
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 3)


def ink_on(background: str) -> str:
    """Return the text colour that reads on ``background``: ink or white, or black where neither does.

    >>> ink_on("#0B3C6F"), ink_on("#E6EEF8")
    ('#FFFFFF', '#1C2430')
    """
    best = max((INK, PAPER), key=lambda ink: contrast(ink, background))
    return best if contrast(best, background) >= 4.5 else "#000000"


@cache
def blues() -> LinearSegmentedColormap:
    """Return the scale from little (near white) to much (deep blue) that heat maps use.

    >>> blues()(0.0) != blues()(1.0)
    True
    """
    return LinearSegmentedColormap.from_list(
        "ecotools-blues", ["#E4EEF9", "#BBD3EF", "#5E94D4", BLUE, "#0B3467"]
    )


def shade(share: float) -> str:
    """Return the colour of ``share`` (0..1) on the blue scale as ``#rrggbb``.

    >>> shade(0.0)
    '#e4eef9'
    """
    return to_hex(blues()(min(max(float(share), 0.0), 1.0)))
