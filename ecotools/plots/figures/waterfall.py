"""From one amount to another by what came on and went off: bars that hang on each other."""

from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import listing, money, period, short
from ecotools.plots.canvas.layout import PAD, drawn, inches, panel, ticks
from ecotools.plots.canvas.text import text_size, widest, wrap

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
    subtitle = f"MRR in {currency}" + (f", {when}" if when else "")
    ax = _draw([*steps, ("end", row["end"])], message, subtitle, currency, width)
    said = [f"{name} {money(value, currency)}" for name, value in row.items()]
    table = row.rename(f"MRR in {currency}").rename_axis("movement").to_frame()
    caption = f"{_NAMES}{f', {when}' if when else ''}"
    return describe(ax, f"{message}. Waterfall of {caption}: {listing(said)}.", table, caption=caption)


@drawn
def waterfall(
    steps: pd.DataFrame,
    *,
    title: str | None = None,
    currency: str = "USD",
    width: float = style.WIDTH,
) -> Axes:
    """Draw what becomes of a price: what is taken off step by step, and what is left.

    Parameters
    ----------
    steps : DataFrame
        ``step`` (its name) and ``amount``, in order: the first is the whole, those after it come on or go off
        (below 0), the last is what is left, as `metrics.unit_economics.client_waterfall` gives it.
    title : str, optional
        Instead of the sentence made from the table.
    currency : str
        ISO code of the amounts.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When the table has fewer than two rows, lacks a column or an amount, or the steps do not add up.

    Examples
    --------
    >>> steps = pd.DataFrame({"step": ["price", "fees", "hours", "left"], "amount": [1000, -30, -400, 570]})
    >>> waterfall(steps).get_title(loc="left")
    'Of $1,000, $570 is left: the most goes to hours, $400'
    """
    name = "waterfall table"
    made = "metrics.unit_economics.client_waterfall"
    found = inputs.table(steps, ["step", "amount"], name, make=made, argument="steps")
    inputs.numeric(found, ["amount"], name)
    if len(found) < 2 or found["amount"].isna().any():
        raise ValueError(f"{name} needs two rows or more with an amount in each: the whole, …, what is left")
    pairs = list(zip(found["step"].astype(str), found["amount"], strict=True))
    total, left = found["amount"].iloc[:-1].sum(), found["amount"].iloc[-1]
    if abs(total - left) > 0.01 * max(1.0, abs(left) * 1e-6):
        raise ValueError(f"{name} does not add up: its steps make {total:g}, but its last row is {left:g}")
    message = _left_message(pairs, currency) if title is None else title
    ax = _draw(pairs, message, f"Amounts in {currency}", currency, width)
    said = listing([f"{step} {money(amount, currency)}" for step, amount in pairs], most=12)
    alt = f"{message}. Waterfall from {pairs[0][0]} to {pairs[-1][0]}: {said}."
    return describe(ax, alt, found[["step", "amount"]].reset_index(drop=True), caption=message)


def _left_message(steps: list[tuple[str, float]], currency: str) -> str:
    """Return the sentence over a waterfall: what is left of the whole, and what takes the most."""
    whole, left = steps[0][1], steps[-1][1]
    said = f"Of {money(whole, currency)}, {money(left, currency)} is left"
    if left < 0:
        said = f"{money(whole, currency)} is {money(-left, currency)} less than it costs"
    most = min(steps[1:-1], key=lambda step: step[1], default=("", 0.0))
    taken = f": the most goes to {short(most[0])}, {money(-most[1], currency)}"
    return said + (taken if most[1] < 0 else "")


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


def _draw(steps: list[tuple[str, float]], message: str, subtitle: str, currency: str, width: float) -> Axes:
    """Draw bars that hang on each other; the first and the last one stand on the ground."""
    levels = np.cumsum([value for _, value in steps[:-1]])
    ends = [(0.0, steps[0][1]), *pairwise(levels), (0.0, steps[-1][1])]
    low, high = min(0.0, *levels, steps[-1][1]), max(0.0, *levels, steps[-1][1]) or 1.0
    marks = [mark for mark in ticks(low, high, 6) if mark <= high]
    left = PAD + widest([money(mark, currency) for mark in marks], style.SMALL) + 0.1
    each = (width - left - PAD) / len(steps) - 0.03
    small = style.SMALL if widest([name for name, _ in steps], style.SMALL) <= each else style.TINY
    names = [wrap(_SYLLABLES.get(name, name), each, small, lines=6) for name, _ in steps]
    room = max(0.5, max(text_size(name, small)[1] for name in names) + 0.18)
    ax = panel(2.9, title=message, subtitle=subtitle, width=width, left=left, bottom=room, top=0.34)
    wide, tall = inches(ax)
    texts, size = _amounts(steps, currency, wide / len(steps))
    ax.set(xlim=(-0.5, len(steps) - 0.5), ylim=(marks[0], high))
    ax.set_yticks(marks, [money(mark, currency) for mark in marks])
    ax.set_xticks(range(len(steps)), names)
    ax.tick_params(axis="x", length=0, labelcolor=style.INK, labelsize=small)
    ax.grid(axis="y")
    ax.spines["left"].set_visible(False)
    gap = 0.05 / tall * (high - marks[0])
    for i, ((start, end), (_, value), text) in enumerate(zip(ends, steps, texts, strict=True)):
        whole = i in (0, len(steps) - 1)
        below, above = sorted((start, end))
        ax.add_patch(Rectangle((i - 0.36, below), 0.72, above - below, **_bar_look(whole, value)))
        ax.text(i, above + gap, text, ha="center", va="bottom", fontsize=size, fontweight="bold")
        if i + 1 < len(steps):
            ax.plot([i + 0.36, i + 0.64], [end, end], color=style.MUTED, lw=0.8)
    if low < 0:
        ax.axhline(0, color=style.INK, lw=0.8)
    return ax


def _amounts(steps: list[tuple[str, float]], currency: str, room: float) -> tuple[list[str], float]:
    """Return the amounts over the bars, as complete and large as ``room`` inches allow, and their size."""
    last = len(steps) - 1
    for compact in (False, True):
        texts = [
            money(value, currency, signed=i not in (0, last), compact=compact)
            for i, (_, value) in enumerate(steps)
        ]
        for size in (style.BODY, style.SMALL, style.TINY):
            if widest(texts, size, "bold") < room - 0.04:
                return texts, size
    return texts, style.TINY


def _bar_look(whole: bool, value: float) -> dict:
    if value >= 0:
        return {"facecolor": style.QUIET if whole else style.BLUE, "lw": 0}
    return {"facecolor": style.RUST_WASH, "edgecolor": style.BAD, "hatch": style.LOSS_HATCH, "lw": 1.0}
