"""What a shop's product names mean in the ledger: ids that are stable and readable in every script."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from ecotools.errors import one_of
from ecotools.ledger.schema import KINDS

UNKNOWN = "unknown"
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_SIGNS = {"+": "plus", "#": "sharp", "&": "and", "%": "percent", "@": "at", "*": "star"}


@dataclass(frozen=True)
class ShopProduct:
    """What a product of the shop is in the ledger; ``price`` is that of one unit, None when not known."""

    id: str
    kind: str = ""
    recurring: bool = False
    price: float | None = None


@dataclass
class Catalogue:
    """The products by the names that exports use for them, and what was asked of it.

    ``seen`` holds, for each name that was looked up, its product and whether ``products=`` has it.
    """

    by_name: dict[str, ShopProduct] = field(default_factory=dict)
    seen: dict[str, tuple[ShopProduct, bool]] = field(default_factory=dict)

    def find(self, name: str) -> ShopProduct:
        """Return the product of a name; one without a meaning becomes a product of its own."""
        if name not in self.seen:
            known = self.by_name.get(key(name))
            self.seen[name] = (known or ShopProduct(slug(name)), known is not None)
        return self.seen[name][0]

    def knows(self, name: str) -> bool:
        """Return whether a name is that of a known product.

        >>> catalogue({"price_Q2": "club"}).knows("price_q2")
        True
        """
        return key(name) in self.by_name

    def with_variant(self, names: pd.Series, variants: pd.Series) -> pd.Series:
        """Return names with their variant where a product is known by both: Club (Pro), Desk (Yearly)."""
        plain = variants.str.replace(r"^\((.*)\)$", r"\1", regex=True)
        longer = names + " (" + plain + ")"
        return names.where(~longer.map(lambda name: key(name) in self.by_name), longer).astype("str")

    def of(self, names: pd.Series) -> tuple[pd.Series, pd.Series]:
        """Return product id and kind of each name."""
        found = {name: self.find(name) for name in names.unique()}
        ids = names.map({name: product.id for name, product in found.items()})
        kinds = names.map({name: product.kind for name, product in found.items()})
        return ids.astype("str"), kinds.astype("str")

    def price_of(self, name: str) -> float | None:
        """Return what one unit of a known product costs, None when that is not known."""
        known = self.by_name.get(key(name))
        return known.price if known else None


def catalogue(products) -> Catalogue:
    """Return what a shop's product names mean.

    ``products`` is a blueprint (ids, names and shop names), name to id, name to ``(id, kind)``, or None.

    >>> catalogue({"Copy Bootcamp": ("bootcamp", "core")}).find("copy bootcamp").id
    'bootcamp'
    """
    if products is None:
        return Catalogue()
    if isinstance(products, Mapping):
        pairs = {
            name: (meant, "") if isinstance(meant, str) else tuple(meant) for name, meant in products.items()
        }
        for name, (_, kind) in pairs.items():
            one_of(kind, ["", *KINDS], f"the kind of products[{name!r}]")
        known = {
            key(str(name)): ShopProduct(id, kind, recurring=kind == "subscription")
            for name, (id, kind) in pairs.items()
        }
        return Catalogue(known)
    if not hasattr(products, "products"):
        raise TypeError(f"products must be a blueprint or a mapping, not {type(products).__name__}")
    known = {}
    for offered in products.products:
        recurring = bool(offered.interval_months)
        kind = offered.kind if offered.kind in KINDS else "subscription" if recurring else ""
        product = ShopProduct(offered.id, kind, recurring or kind == "subscription", offered.price)
        called = [offered.id, offered.name, *(offered.shop_names or [])]
        known |= {key(name): product for name in called}
    return Catalogue(known)


def key(name: str) -> str:
    """Return a name as it is compared: without regard to case, spaces and forms of the same letter.

    >>> key("  Copy\\u00a0 BOOTCAMP ")
    'copy bootcamp'
    """
    return " ".join(unicodedata.normalize("NFKC", name).lower().split())


def slug(name: str) -> str:
    """Return a product id made of a name, the same wherever it is met; letters of every script are kept.

    Punctuation separates words; signs that tell names apart are spelled. A name that holds an e-mail address
    or the number of an invoice names no product.

    >>> [slug(name) for name in ("Template Pack!", "C++ course", "C# course", "Größe 1", "Курс", "動画講座")]
    ['template_pack', 'c_plus_plus_course', 'c_sharp_course', 'größe_1', 'курс', '動画講座']
    >>> slug("Charge for ann@example.com"), slug("Invoice 3F2A-0007"), slug("🚀")
    ('unknown', 'unknown', 'rocket')
    """
    text = key(name)
    if EMAIL.search(text) or re.fullmatch(r"(?:payment for )?invoice [\w-]*\d[\w-]*", text):
        return UNKNOWN
    words = "".join(
        char if char.isalnum() or unicodedata.category(char) in _MARKS else _sign(char) for char in text
    )
    return "_".join(words.split()) or UNKNOWN


_MARKS = ("Mn", "Mc")  # vowel signs and accents belong to the letter before them


def _sign(char: str) -> str:
    """A sign in words, or a space for punctuation."""
    if char in _SIGNS:
        return f" {_SIGNS[char]} "
    if not unicodedata.category(char).startswith("S"):
        return " "
    return f" {unicodedata.name(char, '').lower().replace('-', ' ')} "
