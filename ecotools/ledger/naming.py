"""What a shop's product names mean in the ledger."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ecotools.errors import one_of
from ecotools.ledger.schema import KINDS


def product_names(products) -> dict[str, tuple[str, str]]:
    """Return what a shop's product names mean: lower-case name to product id and kind.

    Parameters
    ----------
    products : Blueprint, mapping or None
        A blueprint (its ids and names), or name to id, or name to ``(id, kind)``.

    Examples
    --------
    >>> product_names({"Copy Bootcamp": ("bootcamp", "core")})
    {'copy bootcamp': ('bootcamp', 'core')}
    """
    if products is None:
        return {}
    if isinstance(products, Mapping):
        pairs = {
            name: (meant, "") if isinstance(meant, str) else tuple(meant) for name, meant in products.items()
        }
        for name, (_, kind) in pairs.items():
            one_of(kind, ["", *KINDS], f"the kind of products[{name!r}]")
        return {str(name).strip().lower(): meant for name, meant in pairs.items()}
    return {key.strip().lower(): (p.id, p.kind) for p in products.products for key in (p.id, p.name)}


def products_of(names: pd.Series, known: dict[str, tuple[str, str]]) -> tuple[pd.Series, pd.Series]:
    """Return product id and kind of each name; a name not ``known`` becomes a slug of itself, kind ``""``.

    >>> products_of(pd.Series(["Template Pack!"]), {})[0].tolist()
    ['template_pack']
    """
    lower = names.str.strip().str.lower()
    slug = lower.str.replace(r"[^a-z0-9]+", "_", regex=True).str.strip("_")
    slug = slug.where(slug != "", "unknown")
    ids = lower.map({name: meant[0] for name, meant in known.items()}).astype("str")
    kinds = lower.map({name: meant[1] for name, meant in known.items()}).astype("str")
    return ids.fillna(slug).astype("str"), kinds.fillna("").astype("str")
