"""How monthly recurring revenue went from start to end: the movements as bars that hang on each other."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from . import inputs, style
from .accessible import describe
from .formats import listing, money, period
from .layout import PAD, drawn, inches, panel, ticks
from .text import widest, wrap

GAINS, LOSSES = ("new", "reactivation", "expansion"), ("contraction", "churn")
_SYLLABLES = {
    "reactivation": "re\u00adacti\u00advation",
    "expansion": "expan\u00adsion",
    "contraction": "con\u00adtrac\u00adtion",
}
_MADE = "metrics.revenue.movements"
_NAMES = "MRR movements"


@drawn
def mrr_waterfall(
    movements: pd.DataFrame | pd.Series,
    *,
    month: object = None,
    currency: str = "USD",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw how MRR went from start to end: what was added, what was lost, in bars that hang on each other.

    Parameters
    ----------
    movements : DataFrame or Series
        Columns ``start``, ``new``, ``reactivation``, ``expansion``, ``contraction``, ``churn`` (the last
        two as positive amounts) and ``end``, one row per month in order, as `metrics.revenue.movements`
        returns them. One row may be passed as a Series.
    month : str or Period, optional
        Which month to draw. Without it all months together: the first start, the sums, the last end.
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
        When the table has no rows, lacks a column or the month, or the parts do not add up.

    Examples
    --------
    >>> row = pd.Series({"start": 100, "new": 40, "reactivation": 0, "expansion": 5, "contraction": 5,
    ...     "churn": 20, "end": 120})
    >>> mrr_waterfall(row).get_title(loc="left")
    'MRR grew from $100 to $120: $45 was added and $25 lost'
    """
    row, when = _one_row(movements, month)
    net = row["end"] - row["start"]
    parts = sum(row[g] for g in GAINS) - sum(row[name] for name in LOSSES)
    if abs(parts - net) > 0.01 * max(1.0, abs(row["end"]) * 1e-6):
        raise ValueError(
            f"{_NAMES} do not add up: start {row['start']:g} and the movements make "
            f"{row['start'] + parts:g}, but end is {row['end']:g}"
        )
    message = _waterfall_message(row, net, currency, when) if title is None else title
    steps = [("start", row["start"]), *((g, row[g]) for g in GAINS), *((n, -row[n]) for n in LOSSES)]
    ax = _draw_waterfall([*steps, ("end", row["end"])], message, when, currency, width)
    said = [f"{name} {money(value, currency)}" for name, value in row.items()]
    table = row.rename(f"MRR in {currency}").rename_axis("movement").to_frame()
    caption = f"{_NAMES}{f', {when}' if when else ''}"
    return describe(ax, f"{message}. Waterfall of {caption}: {listing(said)}.", table, caption=caption)


def _one_row(movements, month) -> tuple[pd.Series, str]:
    """Return the amounts to draw, and the period they are of in words."""
    names = ["start", *GAINS, *LOSSES, "end"]
    if isinstance(movements, pd.Series):
        when = period(movements.name) if movements.name is not None else ""
        movements = movements.to_frame().T.infer_objects()
    else:
        when = ""
    found = inputs.table(movements, names, _NAMES, make=_MADE)
    inputs.numeric(found, names, _NAMES)
    if month is not None:
        found, when = _month_of(found, month)
    elif len(found) > 1:
        when = f"{period(found.index[0])} to {period(found.index[-1])}"
    elif not when and isinstance(found.index, (pd.PeriodIndex, pd.DatetimeIndex)):
        when = period(found.index[0])
    if found[names].isna().any(axis=None):
        lacking = found[names].columns[found[names].isna().any()]
        raise ValueError(f"{_NAMES} have no number in {listing(lacking)}: a waterfall needs all of them")
    row = found[names].sum()
    row["start"], row["end"] = found["start"].iloc[0], found["end"].iloc[-1]
    return row, when


def _month_of(found: pd.DataFrame, month) -> tuple[pd.DataFrame, str]:
    wanted = pd.Period(month, "M") if isinstance(found.index, pd.PeriodIndex) else month
    if wanted not in found.index:
        first, last = period(found.index[0]), period(found.index[-1])
        raise ValueError(f"month {month!s} is not in the {_NAMES}, which go from {first} to {last}")
    return found.loc[[wanted]], period(wanted)


def _waterfall_message(row: pd.Series, net: float, currency: str, when: str) -> str:
    gained, lost = sum(row[g] for g in GAINS), sum(row[n] for n in LOSSES)
    verb = "grew" if net > 0 else "fell"
    moved = f"MRR {verb} from {money(row['start'], currency)} to {money(row['end'], currency)}"
    moved = f"MRR stayed at {money(row['end'], currency)}" if abs(net) < 0.005 else moved
    where = f" between {when.replace(' to ', ' and ')}" if " to " in when else f" in {when}" if when else ""
    return f"{moved}{where}: {money(gained, currency)} was added and {money(lost, currency)} lost"


def _draw_waterfall(
    steps: list[tuple[str, float]], message: str, when: str, currency: str, width: float
) -> Axes:
    bottoms, tops, level = [], [], 0.0
    for name, value in steps:
        low, high = (0.0, value) if name in ("start", "end") else sorted((level, level + value))
        bottoms.append(low)
        tops.append(high)
        level = value if name in ("start", "end") else level + value
    low, high = min(0.0, *bottoms), max(tops) or 1.0
    marks = [mark for mark in ticks(low, high, 6) if mark <= high]
    ax = panel(
        2.9,
        title=message,
        subtitle=f"MRR in {currency}" + (f", {when}" if when else ""),
        width=width,
        left=PAD + widest([money(mark, currency) for mark in marks], style.SMALL) + 0.1,
        bottom=0.5,
        top=0.34,
    )
    wide, tall = inches(ax)
    texts, size = _amounts(steps, currency, wide / len(steps))
    ax.set(xlim=(-0.5, len(steps) - 0.5), ylim=(marks[0], high))
    ax.set_yticks(marks, [money(mark, currency) for mark in marks])
    each = wide / len(steps) - 0.03
    small = style.SMALL if widest([name for name, _ in steps], style.SMALL) <= each else style.TINY
    ax.set_xticks(range(len(steps)), [wrap(_SYLLABLES.get(name, name), each, small) for name, _ in steps])
    ax.tick_params(axis="x", length=0, labelcolor=style.INK, labelsize=small)
    ax.grid(axis="y")
    ax.spines["left"].set_visible(False)
    gap = 0.05 / tall * (high - marks[0])
    for i, ((name, value), low, top, text) in enumerate(zip(steps, bottoms, tops, texts, strict=True)):
        ax.add_patch(Rectangle((i - 0.36, low), 0.72, top - low, **_bar_look(name, value)))
        ax.text(i, top + gap, text, ha="center", va="bottom", fontsize=size, fontweight="bold")
        if i + 1 < len(steps):
            after = top if name in ("start", "end") or value >= 0 else low
            ax.plot([i + 0.36, i + 0.64], [after, after], color=style.MUTED, lw=0.8)
    return ax


def _amounts(steps: list[tuple[str, float]], currency: str, room: float) -> tuple[list[str], float]:
    """Return the amounts over the bars, as complete and large as ``room`` inches allow, and their size."""
    for compact in (False, True):
        texts = [money(v, currency, signed=n not in ("start", "end"), compact=compact) for n, v in steps]
        for size in (style.BODY, style.SMALL, style.TINY):
            if widest(texts, size, "bold") < room - 0.04:
                return texts, size
    return texts, style.TINY


def _bar_look(name: str, value: float) -> dict:
    if name in ("start", "end"):
        return {"facecolor": style.QUIET, "lw": 0}
    if value >= 0:
        return {"facecolor": style.BLUE, "lw": 0}
    return {"facecolor": style.RUST_WASH, "edgecolor": style.BAD, "hatch": style.LOSS_HATCH, "lw": 1.0}
