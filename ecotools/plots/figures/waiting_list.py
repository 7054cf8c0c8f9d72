"""A waiting list week by week: how full the places are, and how many people wait for one."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, listing, percent, plural
from ecotools.plots.canvas.layout import PAD, drawn, place, sheet, ticks
from ecotools.plots.canvas.text import text_size, widest

_MADE = "metrics.capacity.waiting_by_week"
_NAME = "waiting list"
_COLUMNS = ["week", "utilisation", "waiting", "low", "high"]
_HIGH = 1.25
_NAMES = ("Places taken", "People waiting")


@drawn
def waiting_list(
    weeks: pd.DataFrame, *, title: str, places: int | None = None, width: float = style.WIDTH
) -> Figure:
    """Draw the share of the places that are taken, and below it the line of those who wait, by week.

    Parameters
    ----------
    weeks : DataFrame
        One row per week: ``week``, ``utilisation`` (fraction), ``waiting``, and ``low`` and ``high`` between
        which most runs lie, as `metrics.capacity.waiting_by_week` gives it.
    title : str
        The message, as a sentence.
    places : int, optional
        How many places there are, to say it in the subtitle.
    width : float
        Inches.

    Returns
    -------
    Figure
        Two panels over the same weeks.

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or a low end lies above a high one.

    Examples
    --------
    >>> weeks = pd.DataFrame({"week": [1, 2], "utilisation": [0.5, 1.0], "waiting": [0.0, 2.5],
    ...     "low": [0, 1], "high": [0, 4]})
    >>> waiting_list(weeks, title="In week 2 the places are full").get_suptitle()
    'In week 2 the places are full'
    """
    found = inputs.table(weeks, _COLUMNS, _NAME, make=_MADE, argument="weeks")
    inputs.numeric(found, _COLUMNS, _NAME)
    inputs.fractions(found, ["utilisation"], _NAME)
    inputs.rising(found, "low", "high", _NAME)
    found = found.dropna(subset=_COLUMNS).sort_values("week").reset_index(drop=True)
    inputs.some_numbers(found, _NAME, listing(_COLUMNS))
    figure = _draw(found, title, places, width)
    last, full = found.iloc[-1], found[found["utilisation"] >= 0.995]
    taken = percent(found["utilisation"].mean())
    said = [
        f"over {plural(len(found), 'week')} a mean of {taken} of the places is taken",
        f"all are taken in week {count(full['week'].iloc[0])} for the first time"
        if len(full)
        else f"at most {percent(found['utilisation'].max())} of them are taken",
        f"in week {count(last['week'])} {_people(last['waiting'])} wait, "
        f"and between {_people(last['low'])} and {_people(last['high'])} in most runs",
    ]
    alt = f"{title}. A waiting list: {listing(said)}."
    return describe(figure, alt, found[_COLUMNS].astype({"week": int}), caption=title)


def _people(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _draw(found: pd.DataFrame, title: str, places: int | None, width: float) -> Figure:
    subtitle = "The line is the mean of the simulated runs; most of them keep to the band"
    if places is not None:
        subtitle = f"For {plural(places, 'place')}. {subtitle}"
    lines = ticks(0, max(found["high"].max(), found["waiting"].max(), 1.0), 5)
    labels = [[percent(mark) for mark in (0, 0.5, 1)], [_people(mark) for mark in lines]]
    left = PAD + widest([*labels[0], *labels[1]], style.SMALL) + 0.12
    head = text_size(_NAMES[0], style.SMALL, "bold")[1] + 0.1
    figure, total = sheet(width, 2 * (_HIGH + head) + 0.62, title=title, subtitle=subtitle)
    top = total - 2 * (_HIGH + head) - 0.56
    for turn, (marks, texts) in enumerate(zip(([0, 0.5, 1], lines), labels, strict=True)):
        ax = place(figure, left, top + turn * (_HIGH + head) + head, width - left - PAD - 0.1, _HIGH)
        ax.set_title(_NAMES[turn], loc="left", fontsize=style.SMALL, fontweight="bold", pad=4)
        ax.set(ylim=(0, marks[-1] * 1.02))
        ax.set_yticks(marks, texts)
        _weeks(ax, found["week"], last=turn == 1)
    upper, lower = figure.axes
    alone = {"marker": "o", "ms": 5} if len(found) == 1 else {}
    upper.plot(found["week"], found["utilisation"], color=style.PINE, zorder=3, clip_on=False, **alone)
    lower.fill_between(found["week"], found["low"], found["high"], color=style.BLUE_WASH, lw=0, zorder=2)
    lower.plot(found["week"], found["waiting"], color=style.BLUE, zorder=3, clip_on=False, **alone)
    return figure


def _weeks(ax: Axes, weeks: pd.Series, *, last: bool) -> None:
    """Put the weeks below a panel, with their numbers below the last one."""
    first, end = weeks.iloc[0], weeks.iloc[-1]
    ax.set_xlim(first - 0.5, end + 0.5)
    marks = [mark for mark in ticks(first, end, 12, whole=True) if first <= mark <= end] or [first]
    ax.set_xticks(marks, [count(mark) if last else "" for mark in marks])
    ax.grid(axis="y")
    if last:
        ax.set_xlabel("Week")
