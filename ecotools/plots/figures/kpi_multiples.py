"""KPIs over time, each in its own small panel with its target."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ecotools.plots.canvas import kpi_values, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, period, plural, quantity
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, place, sheet, ticks
from ecotools.plots.canvas.text import text_size, widest, wrap

_HIGH, _LEAST = 0.85, 2.05


@drawn
def kpi_multiples(
    table: pd.DataFrame,
    *,
    currency: str = "USD",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Figure:
    """Draw each KPI month by month in a panel of its own, with its target and whether it is on it.

    Parameters
    ----------
    table : DataFrame
        One row a KPI and month, with ``name``, ``month``, ``value``, and if there are any ``kpi``,
        ``target``, ``direction`` (up, down), ``unit``, ``on_target`` and ``reason``, as
        `metrics.kpi.compute` returns them.
    currency : str
        ISO code of the amounts.
    title : str, optional
        Instead of the sentence made from the last month.
    width : float
        Inches.

    Returns
    -------
    Figure

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or has several segments.

    Examples
    --------
    >>> table = pd.DataFrame({"name": "MRR", "month": pd.period_range("2025-01", periods=3, freq="M"),
    ...     "value": [800.0, 900.0, 1100.0], "target": 1000.0, "unit": "currency"})
    >>> kpi_multiples(table).get_suptitle().replace(chr(160), " ")
    'MRR: $1,100 in Mar 2025, on target (at least $1,000)'
    """
    found = kpi_values.read(table)
    parts = [part.sort_values("month") for _, part in found.groupby("kpi", sort=False)]
    last = kpi_values.at_month(found)
    message = kpi_values.message(last, currency) if title is None else title
    across = max(1, min(len(parts), int((width - 2 * PAD) // _LEAST), 4))
    across = -(-len(parts) // -(-len(parts) // across))
    figure = _draw(parts, across, message, currency, width)
    said = "; ".join(kpi_values.spoken(row, currency) for row in last.to_dict("records")[:14])
    shown = found[["name", "month", "value", "target", "status"]]
    months = f"{period(found['month'].min())} to {period(found['month'].max())}"
    kind = f"{plural(len(parts), 'KPI')} by month, {months}"
    return describe(figure, f"{message}. {kind}. In the last month: {said}.", shown, caption=kind)


def _draw(parts: list[pd.DataFrame], across: int, message: str, currency: str, width: float) -> Figure:
    down = -(-len(parts) // across)
    cell = (width - 2 * PAD) / across
    heads = [_head(part.iloc[-1], cell - 0.22, currency) for part in parts]
    tops = [max(_head_height(h) for h in heads[r * across : (r + 1) * across]) for r in range(down)]
    high = _HIGH if len(parts) > 1 else 1.8
    below = 0.46
    figure, total = sheet(
        width,
        sum(tops) + down * (high + below) + 0.1,
        title=message,
        subtitle="Value each month; the dashed line is the target",
    )
    top = total - sum(tops) - down * (high + below)
    for r in range(down):
        for c, part in enumerate(parts[r * across : (r + 1) * across]):
            left = PAD + c * cell
            _write_head(figure, heads[r * across + c], left, top, total, width)
            _panel(figure, part, left, top + tops[r], cell - 0.22, high, currency)
        top += tops[r] + high + below
    return figure


def _head(row: pd.Series, room: float, currency: str) -> list[tuple[str, float, str, str]]:
    """Return the lines over a panel as text, size, weight and colour: name, value, status and target."""
    mark, ink = kpi_values.LOOK[row["status"]]
    value = kpi_values.value(row, currency)
    lines = [(wrap(row["name"], room, style.SMALL, lines=2), style.SMALL, "normal", style.INK)]
    lines.append((wrap(value, room, style.TITLE, "bold"), style.TITLE, "bold", style.INK))
    if row["status"] != kpi_values.NO_TARGET:
        said = f"{mark} {row['status']}, {kpi_values.aim(row, currency)}"
        lines.append((wrap(said, room, style.SMALL), style.SMALL, "bold", ink))
    else:
        said = row["reason"] if is_missing(row["value"]) else kpi_values.aim(row, currency)
        lines.append(
            (wrap(said or "no target", room, style.SMALL, lines=3), style.SMALL, "normal", style.MUTED)
        )
    return lines


def _head_height(lines: list[tuple[str, float, str, str]]) -> float:
    return sum(text_size(text, size, weight)[1] + 0.05 for text, size, weight, _ in lines) + 0.1


def _write_head(figure: Figure, lines, left: float, top: float, total: float, width: float) -> None:
    for text, size, weight, ink in lines:
        y = 1 - top / total
        figure.text(left / width, y, text, fontsize=size, fontweight=weight, color=ink, ha="left", va="top")
        top += text_size(text, size, weight)[1] + 0.05


def _panel(
    figure: Figure, part: pd.DataFrame, left: float, top: float, room: float, high: float, currency: str
) -> None:
    unit, row = part["unit"].iloc[-1], part.iloc[-1]
    values = part["value"].to_numpy()
    if not np.isfinite(values).any():
        return
    known = np.concatenate([values, part["target"].to_numpy()])
    known = known[np.isfinite(known)]
    whole = unit != "fraction" and all_whole(known)
    marks = ticks(known.min(), known.max(), 3 if high < 1.2 else 5, whole=whole)
    texts = [quantity(mark, unit, currency).removesuffix(f" {unit}") for mark in marks]
    gutter = widest(texts, style.TINY) + 0.08
    ax = place(figure, left + gutter, top, room - gutter, high)
    at = np.arange(len(part))
    ax.set_xlim(-0.3, max(len(part) - 0.7, 0.3))
    ax.set_ylim(marks[0], marks[-1])
    ax.set_yticks(marks, texts)
    _month_ends(ax, part, room - gutter)
    ax.grid(axis="y")
    ax.tick_params(labelsize=style.TINY, length=0)
    ax.spines["left"].set_visible(False)
    if part["target"].notna().any():
        span, aims = (at, part["target"]) if len(part) > 1 else ([-0.3, 0.3], [row["target"]] * 2)
        ax.plot(span, aims, color=style.INK, lw=1.1, ls=(0, (4, 2.5)), zorder=2, clip_on=False)
    ax.plot(at, values, color=style.BLUE, lw=1.8, zorder=3, clip_on=False)
    alone = np.isfinite(values) & ~_beside(values)
    ax.plot(at[alone], values[alone], ls="none", marker="o", ms=3, color=style.BLUE, zorder=3, clip_on=False)
    if not is_missing(row["value"]):
        off = row["status"] == kpi_values.OFF
        look = {
            "marker": "X" if off else "o",
            "ms": 8 if off else 7,
            "mfc": kpi_values.LOOK[row["status"]][1],
        }
        look["mfc"] = style.BLUE if row["status"] == kpi_values.NO_TARGET else look["mfc"]
        ax.plot(at[-1:], values[-1:], mec=style.PAPER, mew=1.0, zorder=5, clip_on=False, **look)


def _beside(values: np.ndarray) -> np.ndarray:
    """Say for each value whether a neighbour is known, so that a line reaches it."""
    known = np.concatenate([[False], np.isfinite(values), [False]])
    return known[:-2] | known[2:]


def _month_ends(ax: Axes, part: pd.DataFrame, room: float) -> None:
    """Write the first and the last month under a panel; the last alone where both do not fit."""
    first, last = period(part["month"].iloc[0]), period(part["month"].iloc[-1])
    both = len(part) > 1 and widest([first], style.TINY) + widest([last], style.TINY) + 0.1 < room
    at, said = ([0, len(part) - 1], [first, last]) if both else ([len(part) - 1], [last])
    ax.set_xticks(at, said)
    labels = ax.get_xticklabels()
    labels[-1].set_ha("right" if len(part) > 1 else "center")
    if both:
        labels[0].set_ha("left")
