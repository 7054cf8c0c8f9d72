"""Estimates with their intervals, one row each, against the value that would mean no difference."""

import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, listing, period, quantity
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, panel, ticks
from ecotools.plots.canvas.text import thin, widest, wrap

_NAME = "table of intervals"


@drawn
def intervals(
    table: pd.DataFrame,
    name: str,
    value: str,
    *,
    title: str,
    low: str = "low",
    high: str = "high",
    reference: float = 0.0,
    unit: str = "fraction",
    subtitle: str = "",
    currency: str = "USD",
    width: float = style.WIDTH,
) -> Axes:
    """Draw estimates with their intervals; one that holds the reference is hollow: it cannot be told from it.

    Parameters
    ----------
    table : DataFrame
        One row per estimate, drawn from top to bottom in the table's order: a name, the estimate and the ends
        of its interval. A missing end is said in words.
    name, value, low, high : str
        The columns of these.
    title : str
        The message, as a sentence.
    reference : float, default 0.0
        The value that would mean no difference, drawn as a line.
    unit : str
        What the estimates count: currency, fraction, count, score, days, months or ratio.
    subtitle : str
        What is shown, in which unit.
    currency : str
        ISO code, when the unit is currency.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, has no number, or a low end lies above a high one.

    Examples
    --------
    >>> lifts = pd.DataFrame({"week": ["1", "1 to 4"], "lift": [0.3, 0.1], "low": [-0.1, 0.02]})
    >>> ax = intervals(lifts.assign(high=[0.9, 0.19]), "week", "lift", title="One week was not enough")
    >>> [text.get_text() for text in ax.texts]
    ['+30% (−10% to +90%)', '+10% (+2% to +19%)']
    """
    found = inputs.table(table, [name, value, low, high], _NAME)
    inputs.numeric(found, [value, low, high], _NAME)
    inputs.some_numbers(found[value], _NAME, value)
    inputs.rising(found, low, high, _NAME)
    rows = found[[value, low, high]].to_numpy()
    said = [_said(row, unit, currency, signed=reference == 0) for row in rows]
    ax = _draw(found[name], rows, said, reference, title, subtitle, unit, currency, width)
    spoken = [
        f"{period(label)} {text}{_judged(row, reference)}"
        for label, text, row in zip(found[name], said, rows, strict=True)
    ]
    line = quantity(reference, unit, currency)
    alt = f"{title}. Estimates with their intervals, against a line at {line}: {listing(spoken, most=14)}."
    return describe(ax, alt, found[[name, value, low, high]], caption=title)


def _said(row, unit: str, currency: str, *, signed: bool) -> str:
    estimate, *ends = (quantity(each, unit, currency, signed=signed) for each in row)
    if is_missing(row[0]):
        return estimate
    return (
        f"{estimate} (no interval)" if any(map(is_missing, row[1:])) else f"{estimate} ({' to '.join(ends)})"
    )


def _judged(row, reference: float) -> str:
    return ", which holds the line" if row[1] <= reference <= row[2] else ""


def _draw(names, rows, said, reference, title, subtitle, unit, currency, width) -> Axes:
    labels = [wrap(period(label), width * 0.3, lines=2) for label in names]
    left = PAD + widest(labels, style.BODY) + 0.14
    right = PAD + widest(said, style.BODY) + 0.16
    known = pd.Series([*rows.ravel(), reference]).dropna()
    marks = ticks(known.min(), known.max(), 6, whole=unit != "fraction" and all_whole(known))
    written = [quantity(mark, unit, currency, signed=reference == 0) for mark in marks]
    ax = panel(
        0.46 * len(rows), title=title, subtitle=subtitle, width=width, left=left, right=right, bottom=0.36
    )
    ax.set(xlim=(marks[0], marks[-1]), ylim=(len(rows) - 0.5, -0.5))
    ax.set_yticks(range(len(rows)), labels, color=style.INK, fontsize=style.BODY)
    ax.set_xticks(marks, thin(written, width - left - right))
    ax.grid(axis="x")
    ax.axvline(reference, color=style.INK, lw=1.2, ls=(0, (4, 2)), zorder=2)
    for place, (row, text) in enumerate(zip(rows, said, strict=True)):
        estimate, low, high = row
        hollow = not (low > reference or high < reference)
        ax.plot([low, high], [place, place], color=style.BLUE, lw=2.2, zorder=3, clip_on=False)
        face = style.PAPER if hollow else style.BLUE
        ax.plot([estimate], [place], "o", ms=8, mfc=face, mec=style.BLUE, mew=1.8, zorder=4, clip_on=False)
        beside = (1 + 0.12 / (width - left - right), place)
        ax.text(*beside, text, transform=ax.get_yaxis_transform(), va="center", fontsize=style.BODY)
    return ax
