"""A queue day by day: how long most waited, how long the unlucky ones did, and what the formula expects."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, listing
from ecotools.plots.canvas.labels import Free, name_curves
from ecotools.plots.canvas.layout import PAD, drawn, panel, ticks
from ecotools.plots.canvas.text import text_size, widest

_MADE = "metrics.moderation.waits_by_day"
_NAME = "queue"
_LINES = {"unlucky": "one in ten waits longer", "median": "half wait longer"}


@drawn
def queue(
    days: pd.DataFrame,
    *,
    title: str,
    expected: float | None = None,
    noun: str = "report",
    width: float = style.WIDTH,
) -> Axes:
    """Draw the minutes that half of the reports of a day wait at least, and those of one in ten.

    Parameters
    ----------
    days : DataFrame
        One row per day: ``day``, ``median`` and ``unlucky`` (minutes), as `metrics.moderation.waits_by_day`
        gives it.
    title : str
        The message, as a sentence.
    expected : float, optional
        Mean minutes of the formula, ``metrics.moderation.waiting(...)["minutes"]``, drawn as a line. Without
        end (inf) it is left out.
    noun : str
        What waits, in the singular.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or has no number.

    Examples
    --------
    >>> days = pd.DataFrame({"day": [1, 2, 3], "median": [5.0, 9, 40], "unlucky": [20.0, 35, 90]})
    >>> queue(days, title="On day 3 the queue grows", expected=12).get_ylabel()
    'Minutes until a report is taken'
    """
    found = inputs.table(days, ["day", *_LINES], _NAME, make=_MADE, argument="days")
    inputs.numeric(found, ["day", *_LINES], _NAME)
    inputs.some_numbers(found["median"], _NAME, "median")
    found = found.sort_values("day").reset_index(drop=True)
    known = expected is not None and np.isfinite(expected)
    ax = _draw(found, title, float(expected) if known else None, noun, width)
    last = found.dropna(subset=["median"]).iloc[-1]
    most = found.loc[found["unlucky"].idxmax()]
    said = [
        f"on day {count(last['day'])} half wait {count(round(last['median']))} minutes or more",
        f"the worst day is {count(most['day'])}, when a tenth wait {count(round(most['unlucky']))} or more",
    ]
    if known:
        said.append(f"the formula expects a mean of {count(round(expected))} minutes")
    alt = f"{title}. Minutes until a {noun} is taken, over {count(len(found))} days: {listing(said)}."
    return describe(ax, alt, found[["day", *_LINES]].astype({"day": int}), caption=title)


def _draw(found: pd.DataFrame, title: str, expected: float | None, noun: str, width: float) -> Axes:
    highest = max(found[list(_LINES)].max().max(), expected or 0.0)
    marks = ticks(0, highest or 1.0, 6)
    written = [count(mark) for mark in marks]
    formula = "" if expected is None else f"{count(round(expected))}, the mean\nby the formula"
    left = PAD + text_size("1", style.SMALL)[1] + widest(written, style.SMALL) + 0.2
    right = PAD + 0.1 + (text_size(formula, style.SMALL)[0] if formula else 0)
    ax = panel(2.6, title=title, width=width, left=left, right=right, bottom=0.56)
    first, last = found["day"].min(), found["day"].max()
    ax.set(xlim=(first - 0.5, last + 0.5), ylim=(0, marks[-1]), xlabel="Day")
    ax.set_ylabel(f"Minutes until a {noun} is taken")
    ax.set_yticks(marks, written)
    places = [mark for mark in ticks(first, last, 12, whole=True) if first <= mark <= last] or [first]
    ax.set_xticks(places, [count(mark) for mark in places])
    ax.grid(axis="y")
    free, points, colours = Free(ax), {}, {}
    for (name, label), colour, dashes in zip(
        _LINES.items(), (style.RUST, style.BLUE), style.DASHES, strict=False
    ):
        alone = {"marker": "o", "ms": 5} if len(found) == 1 else {}
        ax.plot(found["day"], found[name], color=colour, ls=dashes, zorder=3, clip_on=False, **alone)
        points[label], colours[label] = free.curve(found["day"], found[name]), colour
    if expected is not None:
        ax.axhline(expected, color=style.INK, lw=1.2, ls=(0, (1, 2)), zorder=2)
        beside = (1 + 0.08 / (width - left - right), expected)
        ax.text(*beside, formula, transform=ax.get_yaxis_transform(), va="center", fontsize=style.SMALL)
    name_curves(free, points, colours)
    return ax
