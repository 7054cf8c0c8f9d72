"""Price sensitivity: the four curves of Van Westendorp, where they cross, and the acceptable range."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, listing, money
from ecotools.plots.canvas.labels import Free, name_curves, spread
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, inches, panel, ticks
from ecotools.plots.canvas.text import text_size, thin, widest

_CLASSIC = ("too_cheap", "not_cheap", "not_expensive", "too_expensive")
_FOUR = ("too_cheap", "cheap", "expensive", "too_expensive")
_LINES = {
    "too_cheap": (style.RUST, style.DASHES[1]),
    "not_cheap": (style.PLUM, style.DASHES[3]),
    "cheap": (style.PLUM, style.DASHES[3]),
    "not_expensive": (style.PINE, style.DASHES[2]),
    "expensive": (style.PINE, style.DASHES[2]),
    "too_expensive": (style.BLUE, style.DASHES[0]),
}
# Which two curves cross at each point, in either convention (definitions.md 1.7).
_CROSSINGS = {
    "PMC": ("too_cheap", "not_cheap", "expensive"),
    "PME": ("too_expensive", "not_expensive", "cheap"),
    "IDP": ("not_cheap", "not_expensive", "cheap"),
    "OPP": ("too_cheap", "too_expensive", ""),
}
_POINT_NAMES = {
    "PMC": "lowest acceptable",
    "PME": "highest acceptable",
    "IDP": "indifference",
    "OPP": "optimal",
}


@drawn
def price_sensitivity(
    curves: pd.DataFrame,
    points: pd.DataFrame,
    *,
    currency: str = "USD",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw the Van Westendorp curves, name their crossings, and shade the range of acceptable prices.

    Parameters
    ----------
    curves : DataFrame
        Columns ``price`` and the shares of answers ``too_cheap``, ``cheap``, ``not_cheap``, ``expensive``,
        ``not_expensive``, ``too_expensive`` (fractions), as `metrics.pricing.van_westendorp_curves` returns
        them. Drawn are the four that the points' convention crosses.
    points : DataFrame
        One row for each of PMC, PME, IDP and OPP (the index) with a column ``price``, as
        `metrics.pricing.van_westendorp_points` returns them; ``attrs["definition"]`` says the convention.
    currency : str
        ISO code of the prices.
    title : str, optional
        Instead of the sentence made from the points.
    width : float
        Inches.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        When a table has no rows, lacks a column, or a share lies outside 0..1.

    Examples
    --------
    >>> curves = pd.DataFrame({"price": [10, 20, 30], "too_cheap": [1, 0.3, 0], "cheap": [1, 0.7, 0],
    ...     "expensive": [0, 0.3, 1], "too_expensive": [0, 0.1, 1]})
    >>> curves = curves.assign(not_cheap=1 - curves["cheap"], not_expensive=1 - curves["expensive"])
    >>> points = pd.DataFrame({"price": [20.0, 24.3, 23.1, 21.0]}, index=["PMC", "PME", "IDP", "OPP"])
    >>> price_sensitivity(curves, points).get_title(loc="left").replace(chr(10), " ")
    'Prices from $20 to $24.30 are acceptable; resistance is least at $21'
    """
    points = inputs.table(points, ["price"], "points", make="metrics.pricing.van_westendorp_points")
    names = _FOUR if _convention(points) == "four_curve" else _CLASSIC
    table = inputs.table(curves, ["price", *names], "curves", make="metrics.pricing.van_westendorp_curves")
    inputs.fractions(inputs.numeric(table, ["price"], "curves"), names, "curves")
    inputs.some_numbers(table[list(names)], "curves", listing(names))
    table = table.dropna(subset=["price"]).sort_values("price")
    if table["price"].nunique() < 2:
        raise ValueError("curves have one price only: it takes two or more to draw a curve")
    at = {name: float(price) for name, price in points["price"].items() if not is_missing(price)}
    message = _sensitivity_message(at, currency) if title is None else title
    return _draw_sensitivity(table, names, at, message, currency, width)


def _convention(points: pd.DataFrame) -> str:
    definition = points.attrs.get("definition", {})
    return definition.get("convention", "classic") if isinstance(definition, dict) else str(definition)


def _sensitivity_message(at: dict[str, float], currency: str) -> str:
    low, high, best = at.get("PMC"), at.get("PME"), at.get("OPP")
    said = "The curves give no range of acceptable prices"
    if low is not None and high is not None:
        said = f"Prices from {money(low, currency)} to {money(high, currency)} are acceptable"
    return said if best is None else f"{said}; resistance is least at {money(best, currency)}"


def _draw_sensitivity(table, names, at, message, currency, width) -> Axes:
    low, high = table["price"].min(), table["price"].max()
    marks = [mark for mark in ticks(low, high, 8, whole=all_whole(table["price"])) if mark <= high]
    texts = [money(mark, currency) for mark in marks]
    tops = {name: f"{name} {money(price, currency)}" for name, price in at.items()}
    ax = panel(
        3.3,
        title=message,
        subtitle=f"Share of answers, by price in {currency}",
        width=width,
        left=PAD + widest(["100%"], style.SMALL) + 0.08,
        right=PAD + widest(texts, style.SMALL) / 2,
        top=0.62 if at else 0.1,
        bottom=0.56,
    )
    ax.set(xlim=(marks[0], high), ylim=(0, 1), xlabel=f"Price ({currency})")
    ax.set_xticks(marks, thin(texts, inches(ax)[0]))
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    ax.grid(axis="y")
    if "PMC" in at and "PME" in at and at["PMC"] < at["PME"]:
        ax.axvspan(at["PMC"], at["PME"], color=style.BLUE_WASH, zorder=0, lw=0)
    free = Free(ax)
    lines = {}
    for name in names:
        colour, dashes = _LINES[name]
        ax.plot(table["price"], table[name], color=colour, linestyle=dashes, zorder=3)
        lines[_say(name)] = free.curve(table["price"], table[name])
    _crossings(ax, free, table, names, at, tops)
    name_curves(free, lines, {_say(name): _LINES[name][0] for name in names})
    said = [
        f"{name} ({_POINT_NAMES.get(name, 'point')}) {money(price, currency)}" for name, price in at.items()
    ]
    alt = f"{message}. Price sensitivity curves {listing(map(_say, names))} over prices from "
    alt += f"{money(low, currency)} to {money(high, currency)}."
    if said:
        alt += f" Crossings: {listing(said)}."
    return describe(ax, alt, table, caption="Share of answers at each price")


def _say(name: str) -> str:
    return name.replace("_", " ")


def _crossings(ax: Axes, free: Free, table, names, at: dict[str, float], tops: dict[str, str]) -> None:
    """Mark each crossing with a dot and lead a line from it up to its name, above the curves."""
    if not at:
        return
    wide, high = inches(ax)
    low, right = ax.get_xlim()
    scale = wide / (right - low)
    lines = {name: f"{_POINT_NAMES.get(name, '')}\n{tops[name]}".strip() for name in at}
    order = sorted(at, key=at.get)
    sizes = [text_size(lines[name], style.SMALL, "bold")[0] + 0.14 for name in order]
    left_edge = -ax.get_position().x0 * ax.figure.get_figwidth() + PAD
    right_edge = left_edge + ax.figure.get_figwidth() - 1.5 * PAD
    centres = spread([(at[n] - low) * scale for n in order], sizes, left_edge, right_edge)
    for name, centre in zip(order, centres, strict=True):
        y = _height(table, names, name, at[name])
        x = low + centre / scale
        ax.plot(
            [at[name], at[name], x],
            [y, 1 + 0.06 / high, 1 + 0.18 / high],
            color=style.MUTED,
            lw=0.8,
            clip_on=False,
        )
        ax.plot([at[name]], [y], "o", ms=7, mfc=style.PAPER, mec=style.INK, mew=1.6, zorder=5, clip_on=False)
        free.box(at[name], y, 0.14, 0.14)
        free.thread([at[name]] * 2, [y, 1])
        ax.text(
            x, 1 + 0.2 / high, lines[name], ha="center", va="bottom", fontsize=style.SMALL, linespacing=1.15
        )


def _height(table, names, point: str, price: float) -> float:
    """Return how high the two curves of a crossing are at its price (their mean, where they are steps)."""
    crossing = [name for name in _CROSSINGS.get(point, ()) if name in names][:2]
    heights = [np.interp(price, table["price"], table[name]) for name in crossing or names]
    return float(np.nanmean(heights))
