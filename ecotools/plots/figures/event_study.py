"""An event study: how far two groups were apart, period by period, before and after something began."""

import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, is_missing, listing, quantity
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, inches, panel, ticks
from ecotools.plots.canvas.text import text_size, thin, widest

_MADE = "metrics.effects.event_study"
_NAME = "event study"
_NUMBERS = ["effect", "low", "high"]


@drawn
def event_study(
    table: pd.DataFrame,
    *,
    title: str,
    began: str = "it began",
    noun: str = "Months",
    unit: str = "fraction",
    subtitle: str = "",
    currency: str = "USD",
    width: float = style.WIDTH,
) -> Axes:
    """Draw the effects of an event study with their intervals; those that hold 0 are hollow.

    Parameters
    ----------
    table : DataFrame
        One row per period: ``when`` (-1 is the last one before), ``effect``, ``low`` and ``high``, as
        `metrics.effects.event_study` gives it. The period that the others are compared with has no interval.
    title : str
        The message, as a sentence.
    began : str
        What began, as in "since the club opened".
    noun : str
        What the periods are, in the plural.
    unit : str
        What the effect counts: currency, fraction, count, score, days, months or ratio.
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
    >>> found = pd.DataFrame({"when": [-2, -1, 0, 1], "effect": [0.01, 0, 0.05, 0.06]})
    >>> found = found.assign(low=[-0.02, None, 0.02, 0.03], high=[0.04, None, 0.08, 0.09])
    >>> ax = event_study(found, title="More stay once the club is open", began="the club opened")
    >>> ax.get_xlabel()
    'Months since the club opened'
    """
    found = inputs.table(table, ["when", *_NUMBERS], _NAME, make=_MADE, argument="table")
    inputs.numeric(found, ["when", *_NUMBERS], _NAME)
    inputs.some_numbers(found["effect"], _NAME, "effect")
    inputs.rising(found, "low", "high", _NAME)
    found = found.sort_values("when").reset_index(drop=True)
    ax = _draw(found, title, subtitle, began, noun, unit, currency, width)
    spoken = [_said(row, unit, currency) for row in found.itertuples() if not is_missing(row.effect)]
    alt = (
        f"{title}. Event study, {noun.lower()} since {began}, each beside the one before it began: "
        f"{listing(spoken, most=14)}."
    )
    return describe(ax, alt, found[["when", *_NUMBERS]].astype({"when": int}), caption=title)


def _said(row, unit: str, currency: str) -> str:
    effect = quantity(row.effect, unit, currency, signed=True)
    if is_missing(row.low) or is_missing(row.high):
        return f"{count(row.when)}: {effect}"
    ends = (quantity(end, unit, currency, signed=True) for end in (row.low, row.high))
    return f"{count(row.when)}: {effect} ({' to '.join(ends)})"


def _draw(found, title, subtitle, began, noun, unit, currency, width) -> Axes:
    known = pd.concat([found[name] for name in _NUMBERS] + [pd.Series([0.0])]).dropna()
    marks = ticks(known.min(), known.max(), 6, whole=unit != "fraction" and all_whole(known))
    written = [quantity(mark, unit, currency, signed=True) for mark in marks]
    left, right = PAD + widest(written, style.SMALL) + 0.1, PAD + 0.1
    ax = panel(
        2.6, title=title, subtitle=subtitle, width=width, left=left, right=right, bottom=0.56, top=0.34
    )
    first, last = found["when"].min(), found["when"].max()
    ax.set(xlim=(first - 0.6, last + 0.6), ylim=(marks[0], marks[-1]), xlabel=f"{noun} since {began}")
    ax.set_yticks(marks, written)
    places = [mark for mark in ticks(first, last, 14, whole=True) if first <= mark <= last]
    ax.set_xticks(places, thin([count(mark) for mark in places], width - left - right))
    ax.grid(axis="y")
    ax.axhline(0, color=style.INK, lw=1.0, zorder=2)
    if first < -0.5 < last:
        _part(ax)
    for row in found.itertuples():
        hollow = not (row.low > 0 or row.high < 0)
        ax.plot([row.when, row.when], [row.low, row.high], color=style.BLUE, lw=2.0, zorder=3)
        face = style.PAPER if hollow else style.BLUE
        ax.plot(
            [row.when], [row.effect], "o", ms=7, mfc=face, mec=style.BLUE, mew=1.6, zorder=4, clip_on=False
        )
    return ax


def _part(ax: Axes) -> None:
    """Draw the line between before and after, and name its sides where there is room."""
    ax.axvline(-0.5, color=style.INK, lw=1.2, ls=(0, (4, 2)), zorder=2)
    (first, last), (wide, _) = ax.get_xlim(), inches(ax)
    for side, share, sign in (("before", -0.5 - first, -1), ("after", last + 0.5, 1)):
        if text_size(side, style.SMALL)[0] + 0.1 < share / (last - first) * wide:
            ax.annotate(
                *(side, (-0.5, 1), (5 * sign, 4)),
                xycoords=ax.get_xaxis_transform(),
                textcoords="offset points",
                ha="left" if sign > 0 else "right",
                va="bottom",
                fontsize=style.SMALL,
                color=style.MUTED,
            )
