"""Demand by price, and what each price earns."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ecotools.errors import one_of
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import money, percent, plural
from ecotools.plots.canvas.labels import Free, name_curves
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, place, sheet, ticks
from ecotools.plots.canvas.text import thin, widest

_NAMES = {"revenue_index": "revenue", "profit_index": "profit"}
_LOOKS = {
    "revenue_index": (style.BLUE, style.DASHES[0], "o"),
    "profit_index": (style.PINE, style.DASHES[1], "s"),
}


@drawn
def demand(
    table: pd.DataFrame,
    *,
    objective: str = "profit",
    currency: str = "USD",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Figure:
    """Draw who would buy at each price and, below it, what each price earns; the best price is marked.

    Parameters
    ----------
    table : DataFrame
        Columns ``price``, ``demand`` (share who would buy, 0..1), ``revenue_index`` and, if there are costs,
        ``profit_index`` (both in currency per person asked), as `metrics.pricing.gabor_granger` returns them.
    objective : {"profit", "revenue"}
        Which of the two the best price is best for; without a ``profit_index`` it is the revenue.
    currency : str
        ISO code of the prices.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Figure
        Two panels over the same prices.

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or a share lies outside 0..1.

    Examples
    --------
    >>> asked = pd.DataFrame({"price": [19, 29, 49], "demand": [0.8, 0.6, 0.2]})
    >>> asked["revenue_index"] = asked["price"] * asked["demand"]
    >>> demand(asked).get_suptitle().replace(chr(10), " ")
    '$29 earns most: 60% would buy, which is $17.40 of revenue for each person asked'
    """
    one_of(objective, ["profit", "revenue"], "objective")
    found = inputs.table(
        table, ["price", "demand", "revenue_index"], "demand table", make="metrics.pricing.gabor_granger"
    )
    inputs.fractions(found, ["demand"], "demand table")
    earned = [c for c in ("revenue_index", "profit_index") if c in found and found[c].notna().any()]
    inputs.numeric(found, ["price", *earned], "demand table")
    found = found.dropna(subset=["price", "demand"]).sort_values("price").reset_index(drop=True)
    if found.empty or not earned:
        raise ValueError(
            "demand table has no row with a price, a demand and what it earns: there is nothing to draw."
        )
    goal = f"{objective}_index" if f"{objective}_index" in earned else "revenue_index"
    same = "profit_index" in earned and np.allclose(
        found["profit_index"], found["revenue_index"], equal_nan=True
    )
    earned = ["revenue_index"] if same else earned
    goal = "revenue_index" if same else goal
    best = found.loc[found[goal].idxmax()]
    message = _demand_message(best, goal, currency) if title is None else title
    return _draw_demand(found, earned, goal, best, message, currency, width)


def _demand_message(best: pd.Series, goal: str, currency: str) -> str:
    price, share, earns = money(best["price"], currency), percent(best["demand"]), money(best[goal], currency)
    return f"{price} earns most: {share} would buy, which is {earns} of {_NAMES[goal]} for each person asked"


def _draw_demand(found, earned, goal, best, message, currency, width) -> Figure:
    prices = ticks(min(0, found["price"].min()), found["price"].max(), 8, whole=all_whole(found["price"]))
    values = found[earned].to_numpy()
    prices = [p for p in prices if p <= found["price"].max()]
    sums = ticks(min(0.0, np.nanmin(values)), np.nanmax(values), 5)
    texts = [money(v, currency) for v in sums]
    left = PAD + widest([*texts, "100%"], style.SMALL) + 0.1
    right = PAD + widest([money(p, currency) for p in prices], style.SMALL) / 2
    high, head = 1.55, 0.36
    subtitle = f"Answers of people asked what they would pay, in {currency}"
    figure, total = sheet(width, 2 * (high + head) + 0.56, title=message, subtitle=subtitle)
    start, wide = total - 2 * (high + head) - 0.56, width - left - right
    upper = place(figure, left, start + head, wide, high)
    lower = place(figure, left, start + 2 * head + high, wide, high)
    for ax, name in ((upper, "Share who would buy"), (lower, f"Earned for each person asked ({currency})")):
        ax.set_title(
            name, loc="left", x=(PAD - left) / wide, y=1 + 0.1 / high, fontsize=style.SMALL, color=style.MUTED
        )
        ax.set(xlim=(prices[0], found["price"].max()))
        ax.axvline(best["price"], color=style.INK, lw=0.9, ls=(0, (3, 2)), zorder=2)
        ax.grid(axis="y")
    upper.set_xticks(prices, [""] * len(prices))
    lower.set_xticks(prices, thin([money(p, currency) for p in prices], wide))
    lower.set_xlabel(f"Price ({currency})")
    upper.set(ylim=(0, 1))
    upper.set_yticks([0, 0.5, 1], ["0%", "50%", "100%"])
    lower.set(ylim=(sums[0], sums[-1]))
    lower.set_yticks(sums, texts)
    if sums[0] < 0:
        lower.axhline(0, color=style.MUTED, lw=0.8)
    _curves(
        upper,
        found,
        {"demand": (style.BLUE, style.DASHES[0], "o")},
        best,
        {"demand": percent(best["demand"])},
    )
    looks = {name: _LOOKS[name] for name in earned}
    _curves(
        lower, found, looks, best, {goal: f"{money(best['price'], currency)}: {money(best[goal], currency)}"}
    )
    lines = f"share who would buy falls from {percent(found['demand'].iloc[0])} at "
    lines += f"{money(found['price'].iloc[0], currency)} to {percent(found['demand'].iloc[-1])} at "
    lines += f"{money(found['price'].iloc[-1], currency)}"
    alt = f"{message}. Two panels over {plural(len(found), 'price')}: the {lines}; below, what each earns."
    return describe(figure, alt, found, caption="Demand and what each price earns, per person asked")


def _curves(ax: Axes, found: pd.DataFrame, looks: dict, best: pd.Series, said: dict[str, str]) -> None:
    """Draw the named columns over the price, mark the best, and write names and values where room is."""
    free = Free(ax)
    lines = {}
    for column, (colour, dashes, marker) in looks.items():
        shown = {"marker": marker, "ms": 4.5} if len(found) <= 25 else {}
        ax.plot(found["price"], found[column], color=colour, ls=dashes, zorder=3, clip_on=False, **shown)
        lines[column] = free.curve(found["price"], found[column])
    free.curve([best["price"]] * 2, ax.get_ylim())
    free.thread(ax.get_xlim(), [0, 0])
    for column, text in said.items():
        ax.plot(
            [best["price"]],
            [best[column]],
            "o",
            ms=8,
            mfc=style.PAPER,
            mec=style.INK,
            mew=1.8,
            zorder=5,
            clip_on=False,
        )
        free.box(best["price"], best[column], 0.16, 0.16)
        at = ax.transData.transform([[best["price"], best[column]]])
        name_curves(free, {text: at}, {text: style.INK})
    if len(looks) > 1:
        names = {_NAMES[column]: points for column, points in lines.items()}
        name_curves(free, names, {_NAMES[column]: look[0] for column, look in looks.items()})
