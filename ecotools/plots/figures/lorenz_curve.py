"""Lorenz curves: what share of all contributions comes from which share of the members."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import listing, percent
from ecotools.plots.canvas.labels import Free, name_curves
from ecotools.plots.canvas.layout import PAD, drawn, panel
from ecotools.plots.canvas.text import widest

_MADE = "metrics.community.lorenz"
_NAME = "Lorenz table"
_MARKS = [0, 0.25, 0.5, 0.75, 1]
_MOST = len(style.SERIES)


@drawn
def lorenz_curve(
    curves,
    *,
    noun: str = "members",
    what: str = "contributions",
    top: float = 0.1,
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw Lorenz curves below the diagonal on which everybody would contribute alike.

    Parameters
    ----------
    curves : DataFrame or dict of str to DataFrame
        Tables with ``people`` and ``share``, fractions from 0 to 1, as `metrics.community.lorenz` gives them.
        A dict names several, up to five.
    noun, what : str
        Who is counted, and what they give, in the plural.
    top : float, default 0.1
        The most active share of them that the title speaks of, a fraction.
    title : str, optional
        Instead of the sentence made from the tables.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When a table has no rows, lacks a column or holds a share outside 0..1, or there are more than five.

    Examples
    --------
    >>> table = pd.DataFrame({"people": [0, 0.5, 0.9, 1], "share": [0, 0, 0.3, 1]})
    >>> lorenz_curve(table).get_title(loc="left")
    'The most active 10% of members gave 70% of contributions'
    """
    named = dict(curves) if isinstance(curves, Mapping) else {"": curves}
    if not 0 < len(named) <= _MOST:
        raise ValueError(f"{_NAME}: give one table, or a dict of 1 to {_MOST} by name, not {len(named)}")
    named = {str(name): _checked(table) for name, table in named.items()}
    message = _message(named, noun, what, top) if title is None else title
    ax = _draw(named, message, noun, what, width)
    spoken = "; ".join(f"{name or 'the curve'}: {_spoken(table, noun)}" for name, table in named.items())
    kind = "Lorenz curve" if len(named) == 1 else f"{len(named)} Lorenz curves"
    alt = f"{message}. {kind}, from the least active {noun} to the most active; {spoken}"
    numbers = pd.concat([table.assign(curve=name) for name, table in named.items()], ignore_index=True)
    shown = numbers[["curve", "people", "share"]] if len(named) > 1 else numbers[["people", "share"]]
    return describe(ax, f"{alt}.", shown, caption=message)


def _message(named: dict[str, pd.DataFrame], noun: str, what: str, top: float) -> str:
    """Return what the most active gave; of many curves in the one where it is the most, and the least."""
    gave = [
        (1 - float(np.interp(1 - top, table["people"], table["share"])), name)
        for name, table in named.items()
    ]
    gave = gave if len(gave) <= 3 else [max(gave), min(gave)]
    said = [f"{percent(gave[0][0])} of {what}", *(percent(share) for share, _ in gave[1:])]
    said = [part + (f" in {name}" if name else "") for part, (_, name) in zip(said, gave, strict=True)]
    return f"The most active {percent(top)} of {noun} gave {listing(said)}"


def _spoken(table: pd.DataFrame, noun: str) -> str:
    shares = {part: float(np.interp(part, table["people"], table["share"])) for part in (0.5, 0.9)}
    return listing([f"{percent(part)} of {noun} gave {percent(share)}" for part, share in shares.items()])


def _checked(table: pd.DataFrame) -> pd.DataFrame:
    found = inputs.table(table, ["people", "share"], _NAME, make=_MADE, argument="curves")
    inputs.fractions(found, ["people", "share"], _NAME)
    inputs.some_numbers(found["share"], _NAME, "share")
    return found.dropna(subset=["people", "share"]).sort_values("people").reset_index(drop=True)


def _draw(named: dict[str, pd.DataFrame], message: str, noun: str, what: str, width: float) -> Axes:
    labels = [f"{mark:.0%}" for mark in _MARKS]
    ax = panel(
        3.2,
        title=message,
        subtitle=f"Share of {what} that comes from the least active share of {noun}; dotted: all alike",
        width=width,
        left=PAD + widest(labels, style.SMALL) + 0.1,
        right=PAD + 0.2,
        bottom=0.56,
    )
    ax.set(xlim=(0, 1), ylim=(0, 1), xlabel=f"Share of {noun}, from the least active on")
    ax.set_xticks(_MARKS, labels)
    ax.set_yticks(_MARKS, labels)
    ax.grid(axis="y")
    ax.plot([0, 1], [0, 1], color=style.QUIET, lw=1.2, ls=(0, (1, 2)), zorder=2)
    free, points = Free(ax), {}
    free.thread([0, 1], [0, 1])
    for (name, table), colour, dashes in zip(named.items(), style.SERIES, style.DASHES, strict=False):
        ax.plot(table["people"], table["share"], color=colour, ls=dashes, zorder=3, clip_on=False)
        if len(named) == 1:
            ax.fill_between(
                table["people"], table["share"], table["people"], color=style.BLUE_WASH, lw=0, zorder=1
            )
        points[name] = free.curve(table["people"], table["share"])
    if len(named) > 1:
        name_curves(free, points, dict(zip(named, style.SERIES, strict=False)))
    return ax
