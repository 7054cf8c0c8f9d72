"""Two products and their bundle: what they are worth to each person, and the regions of who takes what."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from ecotools.errors import not_negative, one_of
from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import listing, money, plural, short
from ecotools.plots.canvas.layout import PAD, all_whole, drawn, inches, panel, ticks
from ecotools.plots.canvas.text import thin, widest, wrap

_CHOSEN = ["choice", "paid", "surplus"]
_LOOKS = (("o", style.MUTED), ("^", style.RUST), ("s", style.PINE), ("D", style.PLUM), ("o", style.BLUE))
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1), (1, 1))


@drawn
def bundle_map(
    choices: pd.DataFrame,
    prices: Mapping[str, float] | None = None,
    bundle_price: float | None = None,
    *,
    currency: str = "USD",
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw what two products are worth to each person, with the borders between those who take what.

    Parameters
    ----------
    choices : DataFrame
        One row per person: what each of two products is worth to them, and ``choice``, ``paid`` and
        ``surplus``, as `metrics.pricing.bundle_choices` returns them.
    prices : dict of str to float, optional
        The price of each product alone, as given there.
    bundle_price : float, optional
        The price of both together, as given there.
    currency : str
        ISO code of the amounts.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Axes
        The first product's worth across, the second one's upwards.

    Raises
    ------
    ValueError
        When the table has no rows, lacks a column, or has not two products.

    Examples
    --------
    >>> people = pd.DataFrame({"course": [90, 80], "kit": [10, 40], "choice": ["course", "bundle"],
    ...     "paid": [90, 120], "surplus": [0, 0]})
    >>> bundle_map(people, {"course": 90}, 120).get_title(loc="left")
    '1 of 2 people takes the bundle and 1 the course alone'
    """
    found = inputs.table(choices, _CHOSEN, "table of choices", make="metrics.pricing.bundle_choices")
    products = [column for column in found.columns if column not in _CHOSEN]
    if len(products) != 2:
        raise ValueError(f"table of choices must have the worths of two products, not of {len(products)}")
    inputs.numeric(found, products, "table of choices")
    alone = [_price(prices, product, products) for product in products]
    both = np.inf if bundle_price is None else not_negative(bundle_price, "bundle_price")
    names = ["nothing", *map(str, products), " + ".join(map(str, products)), "bundle"]
    for choice in found["choice"].unique():
        one_of(choice, names, "each choice")
    people = [int((found["choice"] == name).sum()) for name in names]
    message = _message(products, people) if title is None else title
    ax = _draw(found, products, names, people, alone, both, message, currency, width)
    sold = {f"the {name}": price for name, price in zip(products, alone, strict=True)} | {"the bundle": both}
    costs = [f"{name} at {money(price, currency)}" for name, price in sold.items() if np.isfinite(price)]
    spans = [
        f"{short(name)} {money(found[name].min(), currency)} to {money(found[name].max(), currency)}"
        for name in products
    ]
    counts = [f"{name} {count}" for name, count in zip(names, people, strict=True) if count]
    alt = (
        f"{message}. For sale: {listing(costs) or 'nothing'}. What they are worth to "
        f"{plural(len(found), 'person', 'people')}: {listing(spans)}. Taken: {listing(counts)}."
    )
    return describe(ax, alt, found, caption="What each person would pay, and takes")


def _price(prices, product, products: list) -> float:
    given = dict(prices or {})
    for name in given:
        one_of(name, products, "each product in prices")
    return not_negative(given[product], f"prices[{product!r}]") if product in given else np.inf


def _message(products: list, people: list[int]) -> str:
    one, two = map(short, products)
    parts = ["nothing", f"the {one} alone", f"the {two} alone", "both apart", "the bundle"]
    taken = [(number, part) for number, part in zip(people, parts, strict=True) if number]
    taken.sort(key=lambda each: (-each[0], -parts.index(each[1])))
    (first, what), *rest = taken
    verb = "takes" if first == 1 else "take"
    said = [f"{first:,} of {plural(sum(people), 'person', 'people')} {verb} {what}"]
    return listing(said + [f"{number:,} {part}" for number, part in rest])


def _draw(found, products, names, people, alone, both, message, currency, width) -> Axes:
    known = [each for each in (*alone, both) if np.isfinite(each)]
    tops = [max([found[product].max(), *known[:2]]) * 1.04 or 1.0 for product in products]
    whole = all_whole(found[products])
    marks = [
        [m for m in ticks(0, top, most, whole=whole) if m <= top]
        for top, most in zip(tops, (8, 6), strict=True)
    ]
    texts = [[money(mark, currency) for mark in each] for each in marks]
    ax = panel(
        3.6,
        title=message,
        subtitle=f"Each mark is a person: the worth to them of {short(products[1])} (upwards)"
        f" and {short(products[0])} (across), in {currency}",
        width=width,
        left=PAD + widest(texts[1], style.SMALL) + 0.1,
        right=PAD + widest(texts[0], style.SMALL) / 2,
        top=0.42,
        bottom=0.88,
    )
    ax.set(xlim=(0, tops[0]), ylim=(0, tops[1]), xlabel=f"Worth of the {short(products[0])} ({currency})")
    ax.set_xticks(marks[0], thin(texts[0], inches(ax)[0]))
    ax.set_yticks(marks[1], texts[1])
    for line in _borders(*alone, both, *tops):
        ax.plot(*zip(*line, strict=True), color=style.INK, lw=1.2, ls=(0, (4, 2)), zorder=2)
    size = 42 if len(found) <= 60 else 16 if len(found) <= 600 else 5
    for name, (marker, colour) in zip(names, _LOOKS, strict=True):
        own = found[found["choice"] == name]
        face = style.PAPER if name == "nothing" else colour
        ax.scatter(
            own[products[0]],
            own[products[1]],
            s=size,
            marker=marker,
            fc=face,
            ec=colour,
            lw=1,
            zorder=3,
            clip_on=False,
        )
    _name_regions(ax, names, people, [np.nan, *alone, sum(alone), both], currency)
    return ax


def _borders(p1: float, p2: float, both: float, right: float, top: float) -> list[list[tuple[float, float]]]:
    """Return the lines between the regions of who takes what, each as two points of worth."""
    if both >= p1 + p2:
        upright, flat = [(p1, 0), (p1, top)], [(0, p2), (right, p2)]
        return [line for line, price in ((upright, p1), (flat, p2)) if np.isfinite(price)]
    p1, p2 = min(p1, both), min(p2, both)
    lines = [[(p1, both - p1), (both - p2, p2)]]
    if p1 < both:
        lines += [[(p1, 0), (p1, both - p1)], [(p1, both - p1), (right, both - p1)]]
    if p2 < both:
        lines += [[(0, p2), (both - p2, p2)], [(both - p2, p2), (both - p2, top)]]
    return lines


def _name_regions(ax: Axes, names, people, costs, currency) -> None:
    """Write what is taken, its price and by how many, outside the corner of its region: no mark is hidden."""
    wide, high = inches(ax)
    for name, number, cost, (right, up), (_, colour) in zip(
        names, people, costs, _CORNERS, _LOOKS, strict=True
    ):
        if not number:
            continue
        price = f" at {money(cost, currency)}" if np.isfinite(cost) else ""
        ax.text(
            right,
            1 + 0.07 / high if up else -0.52 / high,
            wrap(f"{name}{price}: {number:,}", wide * 0.47, style.SMALL, "bold", lines=2),
            transform=ax.transAxes,
            ha="right" if right else "left",
            va="bottom" if up else "top",
            fontsize=style.SMALL,
            fontweight="bold",
            color=colour,
        )
