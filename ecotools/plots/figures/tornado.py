"""Which assumption decides: one bar per number, from the result at its low end to that at its high end."""

import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import listing, plural, quantity
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, panel, ticks
from ecotools.plots.canvas.text import text_size, thin, widest, wrap

_NAME, _MADE = "tornado table", "forecast.tornado"
_BAR = 0.56


@drawn
def tornado(
    table: pd.DataFrame,
    *,
    name: str,
    centre: float | None = None,
    unit: str = "currency",
    currency: str = "USD",
    most: int = 8,
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw what each uncertain number does to a result, from its low to its high end, the widest first.

    Parameters
    ----------
    table : DataFrame
        One row per number, as `forecast.tornado` gives them: ``about`` (its name), ``low`` and ``high`` (its
        ends), ``at_low`` and ``at_high`` (the result there), and if it is there ``unit`` (of the number).
    name : str
        What the result is.
    centre : float, optional
        The result with every number as guessed. Default: ``table.attrs["centre"]``.
    unit : str
        What the result counts: currency, fraction, count, score, days, months or ratio.
    currency : str
        ISO code, when the unit is currency.
    most : int, default 8
        Bars drawn; what is left out is said below the title.
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
        When the table has no rows, lacks a column or a number, or nothing says the centre.

    Examples
    --------
    >>> table = pd.DataFrame({"about": ["Visitors", "Price"], "low": [400, 90], "high": [600, 110]})
    >>> ax = tornado(table.assign(at_low=[8000, 9000], at_high=[12000, 11000]), name="Revenue", centre=10000)
    >>> ax.get_title(loc="left")
    'Revenue depends most on this number: Visitors ($8,000 to $12,000)'
    """
    needed = ["about", "low", "high", "at_low", "at_high"]
    if centre is None:
        centre = getattr(table, "attrs", {}).get("centre")
    found = inputs.table(table, needed, _NAME, make=_MADE)
    inputs.numeric(found, needed[1:], _NAME)
    if found[needed[1:]].isna().any().any():
        raise ValueError(f"{_NAME} has a missing number: each bar needs both of its ends")
    if centre is None:
        raise ValueError("centre must be given: the table does not carry it (attrs['centre'])")
    found["spread"] = (found["at_high"] - found["at_low"]).abs()
    found = found.sort_values(["spread", "about"], ascending=[False, True], ignore_index=True)
    shown, rest = found.head(most), len(found) - most
    top = found.iloc[0]
    ends = [quantity(round(value), unit, currency) for value in sorted([top["at_low"], top["at_high"]])]
    made = f"{name} depends most on this number: {top['about']} ({ends[0]} to {ends[1]})"
    message = made if title is None else title
    under = "Pale: the number at its low end. Solid: at its high end. All others as guessed."
    under += f" {plural(rest, 'number')} that {'moves' if rest == 1 else 'move'} it less left out." * (
        rest > 0
    )
    ax = _draw(shown, centre, message, under, unit, currency, width)
    said = [
        f"{one['about']} ({_range(one)}) {' to '.join(_ends(one, unit, currency))}"
        for _, one in shown.iterrows()
    ]
    alt = f"{message}. {name} with each number at its low and at its high end, around "
    alt += f"{quantity(round(centre), unit, currency)}: {listing(said, most=14)}."
    columns = [*needed, *(["unit"] if "unit" in found.columns else [])]
    return describe(ax, alt, found[columns], caption=f"{name} by what is assumed")


def _ends(one: pd.Series, unit: str, currency: str) -> list[str]:
    return [quantity(round(one[end]), unit, currency) for end in ("at_low", "at_high")]


def _range(one: pd.Series) -> str:
    """Return the range of a number in its own unit, where that is known."""
    fraction = one.get("unit") in ("fraction", "growth")
    low, high = (quantity(one[end], "fraction" if fraction else "ratio") for end in ("low", "high"))
    return f"{low} to {high}"


def _draw(shown, centre: float, message: str, under: str, unit: str, currency: str, width: float) -> Axes:
    records = shown.to_dict("records")
    names = [wrap(one["about"], width * 0.32, lines=3) for one in records]
    ranges = [_range(pd.Series(one)) for one in records]
    said = [_ends(pd.Series(one), unit, currency) for one in records]
    left = PAD + max(widest(names), widest(ranges, style.SMALL)) + 0.14
    row = max(text_size(name)[1] for name in names) + 0.34
    low = min([centre, *(min(one["at_low"], one["at_high"]) for one in records)])
    high = max([centre, *(max(one["at_low"], one["at_high"]) for one in records)])
    if low == high:
        low, high = low - (abs(low) or 1.0), high + (abs(high) or 1.0)
    label = max(widest(pair, style.SMALL, "bold") for pair in said) + 0.1
    room = max(width - left - PAD - 2 * label, 0.6)
    scale = (high - low) / room
    ax = panel(row * len(records), title=message, subtitle=under, width=width, left=left, bottom=0.34)
    ax.set(xlim=(low - label * scale, high + label * scale), ylim=(len(records) - 0.5, -0.5))
    ax.spines["left"].set_visible(False)
    whole = unit != "fraction" and all_whole(shown[["at_low", "at_high"]])
    marks = [mark for mark in ticks(low, high, 5, whole=whole) if low <= mark <= high] or [centre]
    ax.set_xticks(marks, thin([quantity(mark, unit, currency) for mark in marks], room))
    ax.set_yticks([])
    ax.axvline(centre, color=style.INK, lw=1.2, zorder=4)
    for place, one in enumerate(records):
        _bar(ax, one, centre, place)
        _label(ax, one, said[place], centre, place, scale)
        beside = low - (label + 0.14) * scale
        up = 0.16 / row
        ax.text(beside, place - up / 2, names[place], ha="right", va="center")
        down = place + text_size(names[place])[1] / 2 / row + up / 2
        ax.text(beside, down, ranges[place], ha="right", va="center", fontsize=style.SMALL, color=style.MUTED)
    return ax


def _bar(ax: Axes, one: dict, centre: float, place: int) -> None:
    """Draw both halves of a bar: to the low end pale with an edge, to the high end solid."""
    halves = {"at_low": {"color": style.BLUE_WASH, "edgecolor": style.BLUE}, "at_high": {"color": style.BLUE}}
    for end, look in halves.items():
        ax.barh(place, one[end] - centre, left=centre, height=_BAR, zorder=3, **look)


def _label(ax: Axes, one: dict, said: list[str], centre: float, place: int, scale: float) -> None:
    """Write both results outside the bar, where there is always white paper."""
    ends = sorted(zip((one["at_low"], one["at_high"]), said, strict=True))
    gap = 0.05 * scale
    look = {"va": "center", "fontsize": style.SMALL, "fontweight": "bold"}
    ax.text(min(ends[0][0], centre) - gap, place, ends[0][1], ha="right", **look)
    ax.text(max(ends[1][0], centre) + gap, place, ends[1][1], ha="left", **look)
