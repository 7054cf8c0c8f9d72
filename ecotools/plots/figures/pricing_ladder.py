"""The ladder of prices: every product from the cheapest to the most expensive."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ecotools.plots.canvas import inputs, style
from ecotools.plots.canvas.descriptions import describe
from ecotools.plots.canvas.formats import is_missing, listing, money, plural, ratio, short
from ecotools.plots.canvas.layout import PAD, bar_length, drawn, inches, panel
from ecotools.plots.canvas.text import text_size, widest, wrap

_DRAWN = ["name", "kind", "price", "billing", "per_seat"]
_BILLED = {"one_time": "", "month": "a month", "quarter": "a quarter", "year": "a year"}


@drawn
def pricing_ladder(
    products,
    *,
    currency: str | None = None,
    title: str | None = None,
    width: float = style.WIDTH,
) -> Axes:
    """Draw the products from the cheapest to the most expensive, one rung each, with what the price buys.

    Parameters
    ----------
    products : DataFrame or Blueprint
        One row per product with ``name`` and ``price``, and if there are any ``kind``, ``billing``
        (one_time, month, quarter, year) and ``per_seat`` (True where the price is for one seat). A
        blueprint's products are read from it.
    currency : str, optional
        ISO code; a blueprint knows its own, otherwise USD.
    title : str, optional
        Instead of the sentence made from the table.
    width : float
        Inches.

    Returns
    -------
    Axes
        Bars start at zero. A price that is paid again is hatched and says how often.

    Raises
    ------
    ValueError
        When there are no products, or one has no price.

    Examples
    --------
    >>> shop = pd.DataFrame({"name": ["Guide", "Bootcamp"], "price": [0, 199]})
    >>> pricing_ladder(shop).get_title(loc="left")
    '2 products from free to $199'
    """
    currency = currency or getattr(products, "currency", "USD")
    found = inputs.table(
        as_products(products), ["name", "price"], "products table", make="a blueprint's products"
    )
    inputs.numeric(found, ["price"], "products table")
    if found["price"].isna().any():
        raise ValueError(f"products table: {found.loc[found['price'].isna(), 'name'].iloc[0]!r} has no price")
    found = found.sort_values("price", kind="stable").reset_index(drop=True)
    said = [_price(row, currency) for row in found.to_dict("records")]
    message = _ladder_message(found, said, currency) if title is None else title
    ax = _draw_ladder(found, said, message, currency, width)
    items = [f"{name} {price}" for name, price in zip(found["name"], said, strict=True)]
    kind = f"Price ladder of {plural(len(found), 'product')}"
    drawn_of = found[[column for column in _DRAWN if column in found]]
    return describe(
        ax, f"{message}. {kind}: {listing(items, most=14)}.", drawn_of, caption=f"{kind}, in {currency}"
    )


def as_products(products) -> pd.DataFrame:
    """Return a blueprint's products as a table; a table stays as it is.

    >>> as_products(pd.DataFrame({"name": ["Guide"], "price": [0]})).shape
    (1, 2)
    """
    if isinstance(products, pd.DataFrame) or not hasattr(products, "products"):
        return products
    fields = ("id", "name", "kind", "price", "billing", "per_seat")
    return pd.DataFrame([{f: getattr(p, f) for f in fields} for p in products.products], columns=list(fields))


def _price(row: dict, currency: str) -> str:
    if row["price"] == 0:
        return "free"
    often = billed(row.get("billing", "one_time"), row.get("per_seat") is True)
    return f"{money(row['price'], currency)} {often}".strip()


def billed(billing: str | None, per_seat: bool = False) -> str:
    """Return what a price is for, to be said behind it.

    >>> billed("month"), billed("month", per_seat=True), billed("one_time", per_seat=True), billed("one_time")
    ('a month', 'a seat and month', 'a seat', '')
    """
    often = "" if is_missing(billing) else _BILLED.get(billing, f"each {billing}")
    return f"a seat {often.replace('a ', 'and ', 1)}".strip() if per_seat else often


def _paid_again(found: pd.DataFrame) -> list[bool]:
    billing = found.get("billing", pd.Series("one_time", found.index)).fillna("one_time")
    return ((billing != "one_time") & (found["price"] > 0)).tolist()


def _ladder_message(found: pd.DataFrame, said: list[str], currency: str) -> str:
    if len(found) == 1:
        return f"One product: {short(found.loc[0, 'name'])}, {said[0]}"
    message = f"{len(found)} products from {said[0]} to {said[-1]}"
    if {"month", "year"} <= set(found.get("billing", ())):  # a month's price is no step to a year's
        return message
    prices = found["price"][found["price"] > 0]
    jumps = (prices / prices.shift()).dropna()
    if len(jumps) < 2 or jumps.max() <= 1:
        return message
    top, times = jumps.idxmax(), ratio(round(jumps.max(), 1))
    return f"{message}; the longest step is ×{times}, up to {short(found.loc[top, 'name'])}"


def _draw_ladder(found: pd.DataFrame, said: list[str], message: str, currency: str, width: float) -> Axes:
    kinds = [
        str(kind).replace("add_on", "add-on").replace("_", " ")
        for kind in found.get("kind", [""] * len(found))
    ]
    names = [wrap(name, width * 0.36, lines=2) for name in found["name"]]
    left = PAD + max(widest(names), widest(kinds, style.SMALL)) + 0.12
    shares = found["price"] / (found["price"].max() or 1.0)
    ends = [text_size(text, style.BODY, "bold")[0] + 0.1 for text in said]
    right = width - left - bar_length(shares, ends, width - left - PAD)
    tall = [text_size(n)[1] + (0.19 if k else 0.02) for n, k in zip(names, kinds, strict=True)]
    row = max(*tall, 0.3) + 0.14
    again = _paid_again(found)
    ax = panel(
        row * len(found),
        title=message,
        subtitle=f"Price in {currency}" + ("; striped bars are paid again and again" if any(again) else ""),
        width=width,
        left=left,
        right=right,
    )
    wide, _ = inches(ax)
    most = found["price"].max() or 1.0
    ax.set(xlim=(0, most), ylim=(len(found), 0))
    ax.set_axis_off()
    ax.plot([0, 0], [0, len(found)], color=style.MUTED, lw=0.8)
    for i, rung in enumerate(found.to_dict("records")):
        ax.add_patch(
            Rectangle(
                (0, i + 0.5 - 0.13 / row),
                rung["price"],
                0.26 / row,
                facecolor=style.BLUE_WASH if again[i] else style.BLUE,
                edgecolor=style.BLUE,
                hatch=style.REPEAT_HATCH if again[i] else None,
                lw=1.0,
            )
        )
        name_high, kind_high = text_size(names[i])[1], 0.16 if kinds[i] else 0.0
        top = i + 0.5 - (name_high + kind_high) / 2 / row
        x = -0.12 / wide * most
        ax.text(x, top, names[i], ha="right", va="top")
        if kinds[i]:
            y = top + (name_high + 0.03) / row
            ax.text(x, y, kinds[i], ha="right", va="top", fontsize=style.SMALL, color=style.MUTED)
        x = rung["price"] + 0.08 / wide * most
        ax.text(x, i + 0.5, said[i], ha="left", va="center", fontweight="bold")
    return ax
