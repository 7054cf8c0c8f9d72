"""Lines and bars of any table, in the course's style: for what has no picture of its own."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from ecotools.errors import instance, several
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import listing, period, quantity
from ecotools.plots.canvas.labels import Free, name_curves
from ecotools.plots.canvas.layout import PAD, all_whole, bar_length, drawn, panel, ticks
from ecotools.plots.canvas.text import text_size, thin, widest, wrap


@drawn
def lines(
    table: pd.DataFrame,
    x: str,
    y: str | Sequence[str],
    *,
    title: str,
    unit: str = "count",
    xlabel: str = "",
    ylabel: str = "",
    currency: str = "USD",
    width: float = style.WIDTH,
) -> Axes:
    """Draw one or several columns of a table over another, each line named where it runs.

    Parameters
    ----------
    table : DataFrame
        One row per point.
    x : str
        Column of the horizontal axis: numbers, months or names, drawn in the table's order.
    y : str or list of str
        Columns to draw, all in the same unit. A missing value is a gap in its line.
    title : str
        The message, as a sentence.
    unit : str
        What ``y`` counts: currency, fraction, count, score, days, months or ratio.
    xlabel, ylabel : str
        What the axes show; the label of the vertical axis stands above it.
    currency : str
        ISO code, when the unit is currency.
    width : float
        Inches.

    Returns
    -------
    Axes
        The vertical axis starts at zero unless a value lies below.

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or there are more than five columns to draw.

    Examples
    --------
    >>> waited = pd.DataFrame({"days": [1, 7, 30], "bought": [0.01, 0.04, 0.05]})
    >>> ax = lines(waited, "days", "bought", title="Few wait longer than a week", unit="fraction")
    >>> float(ax.get_ylim()[0])
    0.0
    """
    instance(table, pd.DataFrame, "table")
    names = [y] if isinstance(y, str) else several(y, "y")
    if len(names) > len(style.SERIES):
        raise ValueError(f"lines can tell {len(style.SERIES)} columns apart, not {len(names)}: choose some")
    found = inputs.table(table, [x, *names], "table of lines")
    inputs.numeric(found, names, "table of lines")
    values = found[names]
    inputs.some_numbers(values, "table of lines", " or ".join(names))
    whole = unit != "fraction" and all_whole(values)
    steps = ticks(min(0.0, values.min().min()), values.max().max(), 6, whole=whole)
    said = [quantity(step, unit, currency) for step in steps]
    numeric = pd.api.types.is_numeric_dtype(found[x])
    at = found[x].astype(float).tolist() if numeric else list(range(len(found)))
    left, right = PAD + widest(said, style.SMALL) + 0.1, PAD + 0.25
    ax = panel(2.4, title=title, subtitle=ylabel, width=width, left=left, right=right, top=0.2, bottom=0.62)
    ax.set(xlim=_span(at), ylim=(steps[0], steps[-1]), xlabel=xlabel)
    ax.set_yticks(steps, said)
    ax.grid(axis="y")
    inner = width - left - right
    if numeric:
        marks = ticks(min(at), max(at), 9, whole=all_whole(at))
        across = [step for step in marks if min(at) <= step <= max(at)]
        large = max(map(abs, at)) >= 10_000  # smaller ones may be years, which have no comma
        ax.set_xticks(across, thin([f"{step:,.0f}" if large else f"{step:g}" for step in across], inner))
    else:
        ax.set_xticks(at, thin([period(value) for value in found[x]], inner))
    free, points = Free(ax), {}
    for name, colour, dashes, marker in zip(names, style.SERIES, style.DASHES, style.MARKERS, strict=False):
        shown = {"marker": marker, "ms": 4.5} if len(found) <= 25 else {}
        ax.plot(at, found[name], color=colour, ls=dashes, zorder=3, clip_on=False, **shown)
        points[name] = free.curve(at, found[name])
    if len(names) > 1:
        name_curves(free, points, dict(zip(names, style.SERIES, strict=False)))
    spoken = listing([_trend(found, x, name, unit, currency) for name in names])
    return describe(ax, f"{title}. Lines over {xlabel or x}: {spoken}.", found[[x, *names]], caption=title)


def _span(at: list[float]) -> tuple[float, float]:
    """Return the ends of the horizontal axis with some air beside the points."""
    air = (max(at) - min(at)) * 0.03 or 0.5
    return min(at) - air, max(at) + air


def _trend(found: pd.DataFrame, x: str, name: str, unit: str, currency: str) -> str:
    """Return in words where a line starts, ends, and has its extremes."""
    known = found.dropna(subset=[name]).reset_index(drop=True)
    if known.empty:
        return f"{name} has no number"
    first, last = known.iloc[0], known.iloc[-1]
    high, low = known.loc[known[name].idxmax()], known.loc[known[name].idxmin()]

    def point(row):
        where = f"{row[x]:g}" if isinstance(row[x], float) else period(row[x])
        return f"{quantity(row[name], unit, currency)} at {where}"

    return f"{name} from {point(first)} to {point(last)}, lowest {point(low)}, highest {point(high)}"


@drawn
def bars(
    table: pd.DataFrame,
    name: str,
    value: str,
    *,
    title: str,
    unit: str = "count",
    subtitle: str = "",
    currency: str = "USD",
    width: float = style.WIDTH,
) -> Axes:
    """Draw one bar per row, from zero, with its name before and its number behind it.

    Parameters
    ----------
    table : DataFrame
        One row per bar, drawn from top to bottom in the table's order.
    name, value : str
        Columns of the names and of the lengths; lengths are zero or more, and a missing one is said in words.
    title : str
        The message, as a sentence.
    unit : str
        What ``value`` counts: currency, fraction, count, score, days, months or ratio.
    subtitle : str
        What is shown, in which unit.
    currency : str
        ISO code, when the unit is currency.
    width : float
        Inches.

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or a value lies below zero.

    Examples
    --------
    >>> sold = pd.DataFrame({"tier": ["Lite", "Plus"], "buyers": [160, 50]})
    >>> [round(bar.get_width()) for bar in bars(sold, "tier", "buyers", title="Lite sells most").patches]
    [160, 50]
    """
    found = inputs.table(table, [name, value], "table of bars")
    inputs.numeric(found, [value], "table of bars")
    inputs.some_numbers(found[value], "table of bars", value)
    if (found[value] < 0).any():
        raise ValueError(f"table of bars: {value} has a number below zero; bars of lengths start at zero")
    labels = [wrap(period(label), width * 0.38, lines=2) for label in found[name]]
    said = [quantity(number, unit, currency) for number in found[value]]
    left = PAD + widest(labels, style.BODY) + 0.12
    room, longest = width - left - PAD, found[value].max()
    shares = [0.0 if pd.isna(v) or not longest else v / longest for v in found[value]]
    full = bar_length(shares, [text_size(text, style.BODY, "bold")[0] + 0.12 for text in said], room)
    ax = panel(0.42 * len(found), title=title, subtitle=subtitle, width=width, left=left)
    ax.barh(range(len(found)), found[value].fillna(0), height=0.62, color=style.BLUE)
    ax.set(xlim=(0, (longest or 1) * room / full), ylim=(len(found) - 0.5, -0.5))
    ax.set_yticks(range(len(found)), labels, color=style.INK, fontsize=style.BODY)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    for row, (number, text) in enumerate(zip(found[value].fillna(0), said, strict=True)):
        ax.annotate(text, (number, row), (5, 0), textcoords="offset points", va="center", fontweight="bold")
    spoken = [f"{period(label)} {text}" for label, text in zip(found[name], said, strict=True)]
    return describe(ax, f"{title}. Bars: {listing(spoken, most=14)}.", found[[name, value]], caption=title)
