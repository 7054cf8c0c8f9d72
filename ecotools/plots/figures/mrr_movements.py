"""The movements of monthly recurring revenue, month by month."""

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import listing, money, month_labels, period, plural
from ecotools.plots.canvas.labels import spread
from ecotools.plots.canvas.layout import PAD, drawn, inches, panel, ticks
from ecotools.plots.canvas.text import text_size, widest

from .waterfall import GAINS, LOSSES

_LOOKS = {
    "new": {"facecolor": style.BLUE},
    "reactivation": {"facecolor": style.BLUE_WASH, "edgecolor": style.BLUE, "hatch": style.REPEAT_HATCH},
    "expansion": {"facecolor": style.PINE},
    "contraction": {"facecolor": style.RUST_WASH, "edgecolor": style.BAD, "hatch": style.LOSS_HATCH},
    "churn": {"facecolor": style.BAD},
}
_INKS = {"new": style.BLUE, "reactivation": style.BLUE, "expansion": style.PINE}


@drawn
def mrr_movements(
    movements: pd.DataFrame, *, currency: str = "USD", title: str | None = None, width: float = style.WIDTH
) -> Axes:
    """Draw the MRR movements of every month: added above zero, lost below it, the net as a diamond.

    Parameters
    ----------
    movements : DataFrame
        Columns ``new``, ``reactivation``, ``expansion``, ``contraction`` and ``churn`` (the last two as
        positive amounts), one row per month in order, as `metrics.revenue.movements` returns them.
    currency : str
        ISO code of the amounts.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has no rows or lacks a column.

    Examples
    --------
    >>> months = pd.period_range("2025-01", periods=2, freq="M")
    >>> table = pd.DataFrame({"new": [90, 60], "reactivation": 0, "expansion": [5, 10], "contraction": [0, 5],
    ...     "churn": [10, 80]}, index=months)
    >>> mrr_movements(table).get_title(loc="left")
    'MRR grew in 1 of 2 months, by $70 in all'
    """
    names = [*GAINS, *LOSSES]
    found = inputs.table(movements, names, "MRR movements", make="metrics.revenue.movements")
    inputs.numeric(found, names, "MRR movements")
    inputs.some_numbers(found[names], "MRR movements", listing(names))
    net = found[list(GAINS)].sum(axis=1) - found[list(LOSSES)].sum(axis=1)
    grew = int((net > 0).sum())
    message = f"MRR grew in {grew} of {plural(len(net), 'month')}"
    message += ", by " if net.sum() >= 0 else " and fell by "
    message += f"{money(abs(net.sum()), currency)} in all"
    message = message if title is None else title
    ax = _draw(found, net, message, currency, width)
    sums = [f"{name} {money(found[name].sum(), currency)}" for name in names]
    span = (
        f"{period(found.index[0])} to {period(found.index[-1])}" if len(found) > 1 else period(found.index[0])
    )
    best, worst = net.idxmax(), net.idxmin()
    alt = f"{message}. MRR movements, {span}: {listing(sums)} in all. Net from {money(net[worst], currency)} "
    alt += f"in {period(worst)} to {money(net[best], currency)} in {period(best)}."
    return describe(ax, alt, found.assign(net=net), caption=f"MRR movements in {currency}, {span}")


def _draw(found: pd.DataFrame, net: pd.Series, message: str, currency: str, width: float) -> Axes:
    up, down = found[list(GAINS)].sum(axis=1).max(), found[list(LOSSES)].sum(axis=1).max()
    up, down = (up, down) if up or down else (1.0, 0.0)
    marks = [mark for mark in ticks(-down, up, 7) if -down <= mark <= up]
    texts = [money(mark, currency) for mark in marks]
    ax = panel(
        3.0,
        title=message,
        subtitle=f"MRR added and lost each month in {currency}",
        width=width,
        left=PAD + widest(texts, style.SMALL) + 0.1,
        right=PAD + widest([*_LOOKS, "net"], style.SMALL, "bold") + 0.16,
        bottom=0.42,
    )
    wide, _ = inches(ax)
    at = np.arange(len(found))
    spare = max(0.0, (4 - len(found)) / 2)
    ax.set(
        xlim=(-0.5 - spare, len(found) - 0.5 + spare),
        ylim=(-down - 0.04 * (up + down), up + 0.02 * (up + down)),
    )
    ax.set_yticks(marks, texts)
    every = max(1, math.ceil(len(found) * 0.42 / wide))
    ax.set_xticks(at, month_labels(found.index, every))
    ax.tick_params(axis="x", length=0)
    ax.grid(axis="y")
    ax.spines[["left", "bottom"]].set_visible(False)
    middles = {}
    for names, sign in ((GAINS, 1), (LOSSES, -1)):
        base = np.zeros(len(found))
        for name in names:
            height = sign * found[name].fillna(0.0).to_numpy()
            ax.bar(at, height, 0.74, bottom=base, lw=0.8, **_LOOKS[name])
            middles[name] = base[-1] + height[-1] / 2
            base = base + height
    ax.axhline(0, color=style.INK, lw=0.9)
    ax.plot(at, net, ls="none", marker="D", ms=6, mfc=style.PAPER, mec=style.INK, mew=1.4, zorder=5)
    middles["net"] = net.iloc[-1]
    _name_parts(
        ax,
        len(found) - 1,
        middles,
        {name for name in GAINS + LOSSES if found[name].fillna(0).any()} | {"net"},
    )
    return ax


def _name_parts(ax: Axes, last: int, middles: dict[str, float], shown: set[str]) -> None:
    """Write the name of each part beside the last month, spread so that the names do not touch."""
    wide, high = inches(ax)
    low, top = ax.get_ylim()
    names = [name for name in middles if name in shown]
    size = text_size("churn", style.SMALL, "bold")[1] + 0.03
    at = [(middles[name] - low) / (top - low) * high for name in names]
    right = ax.get_xlim()[1]
    unit = (right - ax.get_xlim()[0]) / wide
    for name, start, y in zip(names, at, spread(at, [size] * len(names), 0, high), strict=True):
        points = [v / high * (top - low) + low for v in (start, y)]
        ax.plot([last + 0.4, right + 0.08 * unit], points, color=style.MUTED, lw=0.7, clip_on=False)
        ax.text(
            right + 0.12 * unit,
            points[1],
            name,
            ha="left",
            va="center",
            fontsize=style.SMALL,
            fontweight="bold",
            color=_INKS.get(name, style.INK if name == "net" else style.BAD),
        )
