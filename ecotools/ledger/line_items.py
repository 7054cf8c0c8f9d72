"""Several items in one payment, as a list of names and counts without prices."""

import re

import numpy as np
import pandas as pd

from ecotools.ledger.product_names import Catalogue
from ecotools.ledger.sheets import Sheet, quoted

_ITEM = re.compile(r"\s*(?P<name>.+?)\s*\((?P<count>[0-9]+)\)\s*(?:,|$)")


def line_items(sheet: Sheet, table: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Give each item of a payment its line where it is known what each costs; set the others aside."""
    cells = sheet.rows["items"].loc[table.index]
    parsed = cells.map(parse_items)
    several, alone = parsed.map(len) > 1, parsed.map(len) == 1
    table.loc[alone, "quantity"] = [items[0][1] for items in parsed[alone]]
    table["price"] = (table["amount"] + table["discount"]) / table["quantity"]
    if not several.any():
        return table
    prices = _unit_prices(table[alone & (table["refunded"] == 0)]) | {
        product.id: product.price for product in catalogue.by_name.values() if product.price
    }
    split = [
        line for at in table.index[several] for line in _split(table.loc[at], parsed[at], prices, catalogue)
    ]
    known = {line["at"] for line in split}
    sheet.more_names += [(at, name) for at in known for name, _ in parsed[at]]
    unknown = np.zeros(len(sheet.alive), bool)
    unknown[[at for at in table.index[several] if at not in known]] = True
    sheet.set_aside(
        unknown,
        "several items in one payment, and what each of them cost is not known: "
        + quoted(sheet.rows["items"])
        + "; a blueprint with their prices (products=, --blueprint) says it",
    )
    lines = pd.DataFrame(split, columns=[*table.columns, "at"]).set_index("at")
    parts = [table[~several], lines.astype(table.dtypes.to_dict())] if len(lines) else [table[~several]]
    return pd.concat(parts).sort_index(kind="stable")


def parse_items(cell: str) -> list[tuple[str, int]]:
    """Return the items of ``Bootcamp (1), Template Pack (2)`` with their counts, [] when it is no such list.

    >>> parse_items("Coaching, ten weeks (1), Template Pack (2)")
    [('Coaching, ten weeks', 1), ('Template Pack', 2)]
    """
    found, at = [], 0
    while at < len(cell):
        item = _ITEM.match(cell, at)
        if item is None:
            return []
        found.append((item["name"], max(1, int(item["count"]))))
        at = item.end()
    return found


def _unit_prices(single: pd.DataFrame) -> dict[str, float]:
    """What a unit of each product costs, where all payments for it alone agree."""
    price = single["price"].round(4)
    agreed = price.groupby(single["product"]).nunique() == 1
    first = price.groupby(single["product"]).first()
    return {product: float(first[product]) for product in agreed.index[agreed]}


def _split(sale: pd.Series, items: list[tuple[str, int]], prices: dict, catalogue: Catalogue) -> list[dict]:
    """The lines of one payment, or [] when the prices of its items do not add up to it."""
    found = [(catalogue.find(name), count) for name, count in items]
    ids = [product.id for product, _ in found]
    known = all(one in prices for one in ids) and len(set(ids)) == len(ids)
    if not known or abs(sum(prices[one.id] * count for one, count in found) - sale["amount"]) > 0.005:
        return []
    lines = []
    for product, count in found:
        amount = round(prices[product.id] * count, 6)
        part = amount / sale["amount"] if sale["amount"] else 0.0
        lines.append(
            {
                **sale.to_dict(),
                "at": sale.name,
                "product": product.id,
                "kind": product.kind,
                "quantity": count,
                "price": prices[product.id],
                "discount": 0.0,
                "amount": amount,
                "refunded": round(sale["refunded"] * part, 2),
            }
        )
    lines[-1]["refunded"] = round(sale["refunded"] - sum(line["refunded"] for line in lines[:-1]), 6)
    return lines
