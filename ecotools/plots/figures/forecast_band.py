"""A forecast month by month: the middle of many simulated runs, and the band most of them keep to."""

import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import count, percent, plural, quantity
from ecotools.plots.canvas.labels import spread
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, inches, panel, ticks
from ecotools.plots.canvas.text import text_size, widest

_NUMBERS = ("low", "median", "high")


@drawn
def forecast_band(
    table: pd.DataFrame,
    *,
    name: str,
    unit: str = "count",
    level: float = 0.8,
    currency: str = "USD",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw a number over the months to come: its median as a line, its interval as a band, both named.

    Parameters
    ----------
    table : DataFrame
        One row per month with ``month`` (1, 2, …), ``low``, ``median`` and ``high``, as `forecast.forecast`
        gives them for one number. With a column ``actual`` what came is drawn as dots.
    name : str
        What is forecast.
    unit : str
        Its unit: currency, fraction, count, score, days, months or ratio.
    level : float
        Share of the simulated runs that the band holds, a fraction.
    currency : str
        ISO code, when the unit is currency.
    title : str, optional
        Instead of the sentence made from the last month.
    width : float
        Inches.

    Returns
    -------
    Axes
        The vertical axis starts at zero unless a value lies below.

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or a low end lies above a high one.

    Examples
    --------
    >>> table = pd.DataFrame({"month": [1, 2], "low": [80, 150], "median": [100, 200], "high": [120, 260]})
    >>> forecast_band(table, name="MRR", unit="currency").get_title(loc="left").split(',')[0]
    'MRR: $200 in month 2'
    """
    found = inputs.table(table, ["month", *_NUMBERS], "forecast table")
    inputs.numeric(found, ["month", *_NUMBERS], "forecast table")
    inputs.some_numbers(found["median"], "forecast table", "median")
    inputs.rising(found, "low", "high", "forecast table")
    came = "actual" in found.columns
    shown_columns = ["month", *_NUMBERS, *(["actual"] if came else [])]
    found = found.dropna(subset=["month", *_NUMBERS]).sort_values("month").reset_index(drop=True)
    last = found.iloc[-1]
    said = {end: quantity(last[end], unit, currency) for end in _NUMBERS}
    month = count(last["month"])
    message = (
        f"{name}: {said['median']} in month {month}, and between {said['low']} and {said['high']} "
        f"in {percent(level)} of the simulated runs"
        if title is None
        else title
    )
    ax = _draw(found, said, message, unit, level, currency, width)
    first = quantity(found.iloc[0]["median"], unit, currency)
    alt = (
        f"{message}. Forecast of {plural(len(found), 'month')}: the median goes from "
        f"{first} in month {count(found.iloc[0]['month'])} to {said['median']} in month {month}; the band "
        f"around it, {percent(level)} of the simulated runs, ends between {said['low']} and {said['high']}."
    )
    if came:
        within = found["actual"].between(found["low"], found["high"]).sum()
        alt += f" Dots show what came, in {within} of {len(found)} months within the band."
    shown = found[shown_columns].astype({"month": int})
    return describe(ax, alt, shown, caption=f"{name} by month, simulated")


def _draw(found, said: dict, message: str, unit: str, level: float, currency: str, width: float) -> Axes:
    came = "actual" in found.columns
    numbers = found[[*_NUMBERS, *(["actual"] if came else [])]]
    whole = unit != "fraction" and all_whole(numbers)
    steps = ticks(min(0.0, numbers.min().min()), numbers.max().max(), 5, whole=whole)
    labels = [quantity(step, unit, currency) for step in steps]
    ends = {"high": f"{said['high']} high", "median": f"{said['median']} median", "low": f"{said['low']} low"}
    left = PAD + widest(labels, style.SMALL) + 0.1
    right = PAD + widest(list(ends.values()), style.SMALL, "bold") + 0.28
    ax = panel(
        1.9,
        title=message,
        subtitle=f"The line is the median; the band holds {percent(level)} of the simulated runs"
        + ("; dots are what came" if came else ""),
        width=width,
        left=left,
        right=right,
        bottom=0.56,
    )
    months = found["month"].tolist()
    ax.set(xlim=(months[0] - 0.2, max(months[-1], months[0] + 1)), ylim=(steps[0], steps[-1]))
    ax.set_xlabel("Month, counted from the first one simulated")
    ax.set_yticks(steps, labels)
    marks = [m for m in ticks(months[0], months[-1], 12, whole=True) if months[0] <= m <= months[-1]]
    ax.set_xticks(marks or months, [count(mark) for mark in marks or months])
    ax.grid(axis="y")
    ax.fill_between(months, found["low"], found["high"], color=style.BLUE_WASH, lw=0, zorder=2)
    for end in ("low", "high"):
        ax.plot(months, found[end], color=style.BLUE, lw=0.9, ls=(0, (4, 2.5)), zorder=3, clip_on=False)
    alone = {"marker": "o", "ms": 5} if len(found) == 1 else {}
    ax.plot(months, found["median"], color=style.BLUE, zorder=4, clip_on=False, **alone)
    if came:
        ax.plot(months, found["actual"], "o", color=style.INK, ms=5, zorder=5, clip_on=False)
    _name_ends(ax, found.iloc[-1], ends)
    return ax


def _name_ends(ax: Axes, last: pd.Series, ends: dict[str, str]) -> None:
    """Write the last value of the line and of both ends of the band beside them, spread apart."""
    wide, high = inches(ax)
    (x0, x1), (y0, y1) = ax.get_xlim(), ax.get_ylim()
    wanted = [(last[end] - y0) / (y1 - y0) * high for end in ends]
    sizes = [text_size(text, style.SMALL, "bold")[1] + 0.05 for text in ends.values()]
    for end, text, y in zip(ends, ends.values(), spread(wanted, sizes, 0, high), strict=True):
        at = y0 + y / high * (y1 - y0)
        step = (x1 - x0) / wide
        thread = [last["month"], x1 + 0.04 * step, x1 + 0.15 * step]
        ax.plot(thread, [last[end], last[end], at], color=style.BLUE, lw=0.8, ls=":", clip_on=False)
        look = {"fontweight": "bold" if end == "median" else "normal", "color": style.BLUE}
        ax.text(x1 + 0.18 * step, at, text, ha="left", va="center", fontsize=style.SMALL, **look)
