"""What buyers of a product buy next, and whether that is more than the product's popularity."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count, inside
from ecotools.metrics.intervals import share_ends

COLUMNS = ["product", "next", "buyers", "count", "share", "popularity", "lift", "low", "high"]
SORTS = ("count", "share", "lift")


def next_product(orders, *, sort: str = "lift", at_least: int = 1, level: float = 0.95) -> pd.DataFrame:
    """Return what the buyers of each product bought next: how many, which share, and against popularity.

    The next purchase is the first later day on which a buyer buys a product that they did not have yet.
    Several new products on that day all count; products bought on the same day do not follow each other. The
    best seller follows everything, so a large share may only be popularity: a lift of 1 says just that, 2
    that the step is twice as frequent after this product as after all products.

    Parameters
    ----------
    orders : Ledger or DataFrame
        Order lines in the ledger's columns ``customer_id``, ``day`` and ``product``. Of a ledger the first
        day of each subscription counts as the day on which its product was bought.
    sort : {"lift", "count", "share"}
        By what the products that follow one product are sorted, the highest first.
    at_least : int, default 1
        Leave out pairs with fewer buyers than that.
    level : float, default 0.95
        Confidence level of the interval, a fraction.

    Returns
    -------
    pandas.DataFrame
        One row per pair: ``product``, ``next``; ``buyers`` = those who bought ``product``, bought something
        new later, and did not have ``next`` yet; ``count`` = those of them whose next purchase it was;
        ``share`` = count / buyers; ``popularity`` = the same share over all products that are followed;
        ``lift`` = share / popularity, with ``low`` and ``high`` (Wilson's interval of the share, divided by
        the popularity). ``attrs["definition"]``.

    Raises
    ------
    ValueError, TypeError
        A missing column, id, day or product, an unknown ``sort``.

    Examples
    --------
    >>> orders = pd.DataFrame({"customer_id": [1, 1, 2, 2, 3, 3, 4, 4],
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-09"] * 4),
    ...     "product": ["kit", "course", "kit", "course", "kit", "audit", "audit", "course"]})
    >>> next_product(orders)[["product", "next", "buyers", "count", "share", "popularity", "lift"]].round(2)
      product    next  buyers  count  share  popularity  lift
    0   audit  course       1      1   1.00        0.75  1.33
    1     kit   audit       3      1   0.33        0.33  1.00
    2     kit  course       3      2   0.67        0.75  0.89
    """
    errors.one_of(sort, SORTS, "sort")
    at_least, level = count(at_least, "at_least", at_least=1), inside(level, "level", 0.95)
    firsts, names = _first_days(orders)
    could, went = _steps(firsts, len(names))
    totals = could.sum(axis=0), went.sum(axis=0)
    rows = []
    for product, following in np.argwhere(went >= at_least):
        buyers, moved = int(could[product, following]), int(went[product, following])
        popularity = totals[1][following] / totals[0][following]
        low, high = share_ends(moved, buyers, level)
        share = moved / buyers
        ends = [share / popularity, low / popularity, high / popularity]
        rows.append([names[product], names[following], buyers, moved, share, popularity, *ends])
    table = pd.DataFrame(rows, columns=COLUMNS)
    if len(table):
        # Both names break ties, so that the order of the orders means nothing.
        place = pd.factorize(table["product"])[0]
        order = np.lexsort((pd.factorize(table["next"], sort=True)[0], -table[sort], place))
        table = table.iloc[order].reset_index(drop=True)
    table.attrs["definition"] = {
        "next": "first later day with a product that the buyer did not have yet",
        "interval": "Wilson's of the share, divided by the popularity",
        "level": level,
    }
    return table


def _first_days(orders) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the first day on which each buyer had each product, and the products' names."""
    table = orders if isinstance(orders, pd.DataFrame) else getattr(orders, "orders", orders)
    bought = [_purchases(table, "day", "orders")]
    if table is not orders:
        bought.append(_purchases(orders.subscriptions, "start", "subscriptions"))
    lines = pd.concat([each for each in bought if len(each)] or bought[:1], ignore_index=True)
    who, product = (columns.coded(lines[name]) for name in ("customer_id", "product"))
    coded = pd.DataFrame({"who": who[0], "product": product[0], "day": lines["day"]})
    return coded.groupby(["who", "product"], as_index=False)["day"].min(), product[1]


def _purchases(table: pd.DataFrame, day: str, name: str) -> pd.DataFrame:
    errors.columns(table, ["customer_id", day, "product"], name)
    columns.refuse(table, table["product"].isna().to_numpy(dtype=bool), name, "product is missing")
    return pd.DataFrame(
        {
            "customer_id": columns.ids(table, "customer_id", name).astype(object).to_numpy(),
            "product": table["product"].astype(object).to_numpy(),
            "day": columns.days(table[day], f"{name}.{day}"),
        }
    )


def _steps(firsts: pd.DataFrame, products: int) -> tuple[np.ndarray, np.ndarray]:
    """Return two tables by product and next: buyers who could go there next, and buyers who did."""
    pairs = firsts.merge(firsts, on="who", suffixes=("", "_other"))
    later = pairs[pairs["day_other"] > pairs["day"]]
    next_day = later.groupby(["who", "product"])["day_other"].transform("min")
    went = _tally(later[later["day_other"] == next_day], products)
    moving = later.drop_duplicates(["who", "product"])
    owned = pairs[pairs["day_other"] <= pairs["day"]].merge(moving[["who", "product"]], on=["who", "product"])
    moved = np.bincount(moving["product"], minlength=products)
    return moved[:, None] - _tally(owned, products), went


def _tally(pairs: pd.DataFrame, products: int) -> np.ndarray:
    """Return how many pairs there are of each product with each other."""
    cells = pairs["product"].to_numpy() * products + pairs["product_other"].to_numpy()
    return np.bincount(cells, minlength=products**2).reshape(products, products)
