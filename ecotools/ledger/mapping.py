"""What the columns of one kind of export mean, as data: read from YAML, saved to it, ready for many shops."""

import re
from collections.abc import Mapping as Mappable
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from ecotools.errors import file_path, nearest, one_of
from ecotools.ledger.days import ORDERS as DATE_ORDERS
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.schema import STAGES

COLUMNS = {
    "orders": [
        "id", "payment", "customer", "email", "day", "time", "zone", "product", "variant", "items",
        "quantity", "price", "amount", "tax", "shipping", "discount", "order_amount", "currency", "status",
        "type", "mode", "captured", "refunded", "order_refunded", "refund_day", "any_refund", "full_refund",
        "refund_of", "dispute_status", "disputed", "dispute_day", "dispute_won", "preorder", "channel",
        "marketplace", "referrer", "subscription", "invoice", "recurring", "recurrence", "trial",
        "period_start", "period_end", "cancelled", "ended", "converted_amount", "converted_refunded",
        "converted_currency",
    ],
    "subscriptions": [
        "id", "customer", "email", "product", "plan", "quantity", "currency", "interval", "count", "price",
        "status", "mode", "created", "start", "period_start", "period_end", "trial_start", "trial_end",
        "free", "coupon", "canceled", "at_period_end", "ended", "until", "reason",
    ],
    "refunds": ["id", "refund_of", "amount", "day", "currency", "status", "mode"],
    "touches": ["day", "customer", "email", "stage", "channel", "asset", "mode"],
    "spend": ["day", "channel", "amount", "currency", "mode"],
    "market": ["id", "day", "customer", "email", "seller", "amount", "fee", "currency", "mode"],
}  # fmt: skip
"""What a column can mean, by the table that its lines become."""

NEEDED = {
    "orders": ("day", "amount"),
    "subscriptions": ("status",),
    "refunds": ("refund_of", "amount"),
    "touches": ("day", "stage"),
    "spend": ("day", "channel", "amount"),
    "market": ("day", "seller", "amount", "fee"),
}
VALUES = {
    "orders": {
        "status": ("paid", "refunded", "lost", "disputed", "unpaid"),
        "type": ("sale", "refund", "subscription", "other"),
        "dispute_status": ("lost", "won", "open"),
    },
    "subscriptions": {
        "status": ("running", "past_due", "trial", "over", "unpaid", "paused", "never", "free"),
    },
    "refunds": {"status": ("paid", "unpaid")},
    "touches": {"stage": STAGES},
    "spend": {},
    "market": {},
}
"""What the words in a column can mean."""


@dataclass(frozen=True)
class Mapping:
    """What one kind of export means.

    Attributes
    ----------
    source : str
        What it is, for people: ``"Stripe, payments"``.
    table : {"orders", "subscriptions", "refunds", "touches", "spend", "market"}
        What its lines become.
    columns : mapping
        What a column means (see `COLUMNS`) to the headers it is known by, the preferred one first. Headers
        are compared without case and punctuation.
    needed : tuple of str
        Those of ``columns`` without which nothing can be imported.
    values : mapping
        For ``status``, ``type``, ``dispute_status`` and ``stage``: what is meant (see `VALUES`) to the words
        for it.
    left_out : mapping
        For a column: words that mark lines that are none (``{"id": ["Totals"]}``).
    of_order : tuple of str
        Columns that stand on the first line of an order only, where each line is one item.
    unused : tuple of str
        Headers that are understood but have no place in a ledger. Any other header is reported.
    foreign : mapping
        Headers that only another kind of export has, to what to do with that file.
    currency, zone, dates, decimal, minor_units
        What holds for files that do not say so: the currency, the time zone of times, the order of the
        numbers of a date (``"DMY"``), what stands before the cents (``","``), and whether amounts are cents.
    line : str
        What a line is called in reports: payment, purchase, order …
    seen : str
        Where these columns were seen.

    Examples
    --------
    >>> shop = Mapping("My shop", "orders", {"day": "Date", "email": "Buyer", "amount": "Paid"})
    >>> shop.columns["day"], shop.needed
    (('Date',), ('day', 'amount'))
    """

    source: str
    table: str
    columns: Mappable[str, tuple[str, ...]]
    needed: tuple[str, ...] = ()
    values: Mappable[str, Mappable[str, tuple[str, ...]]] = field(default_factory=dict)
    left_out: Mappable[str, tuple[str, ...]] = field(default_factory=dict)
    of_order: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    foreign: Mappable[str, str] = field(default_factory=dict)
    currency: str = ""
    zone: str = ""
    dates: str = ""
    decimal: str = ""
    minor_units: bool = False
    line: str = ""
    seen: str = ""

    def __post_init__(self) -> None:
        def put(name: str, value) -> None:
            object.__setattr__(self, name, value)

        _check(isinstance(self.source, str) and self.source.strip(), "source must be a text that names it")
        one_of(self.table, COLUMNS, "table")
        put(
            "columns",
            {name: _words(heads, f"columns.{name}") for name, heads in _dict(self, "columns").items()},
        )
        for name in self.columns:
            one_of(name, COLUMNS[self.table], f"a column of {self.table}")
        put("needed", _words(self.needed, "needed") or self._least())
        put("line", self.line or self.table.removesuffix("s"))
        put("of_order", _words(self.of_order, "of_order"))
        for key in ("needed", "of_order"):
            for name in getattr(self, key):
                _check(
                    name in self.columns, f"{key} names {name!r}, but columns does not say what {name!r} is"
                )
        put("unused", _words(self.unused, "unused"))
        put("left_out", {name: _words(cells, name) for name, cells in _dict(self, "left_out").items()})
        put("values", self._checked_values())
        if self.dates:
            one_of(self.dates, DATE_ORDERS, "dates")
        if self.decimal:
            one_of(self.decimal, (",", "."), "decimal")

    def _least(self) -> tuple[str, ...]:
        """The columns that a table cannot do without."""
        if self.table == "orders" and "amount" not in self.columns:
            return ("day", "price")
        return NEEDED[self.table]

    def _checked_values(self) -> dict:
        checked = {}
        for column, meanings in _dict(self, "values").items():
            one_of(column, VALUES[self.table], "a column of values")
            for meaning in meanings:
                one_of(meaning, VALUES[self.table][column], f"a meaning of {column}")
            checked[column] = {meaning: _words(cells, meaning) for meaning, cells in meanings.items()}
        return checked

    def headers(self) -> dict[str, str]:
        """Return every header that is understood, in its plain form, to what it means; ``""`` when unused."""
        unused = {plain(head): "" for head in self.unused}
        return unused | {plain(head): name for name, heads in self.columns.items() for head in heads}

    def save(self, file) -> Path:
        """Write the mapping to a YAML file and return its path; `read_mapping` brings it back."""
        from ecotools.files import write_text

        return write_text(Path(file), self.to_yaml())

    def to_yaml(self) -> str:
        """Return the mapping as YAML, without what is left at its default."""
        from ecotools.blueprint import yaml_text

        data = {one.name: getattr(self, one.name) for one in fields(self)}
        kept = {name: yaml_text.plain(value) for name, value in data.items() if value}
        return yaml_text.document(kept)


def read_mapping(file) -> Mapping:
    """Return the mapping in a YAML file; a LedgerError names the file and what is wrong with it.

    >>> import tempfile
    >>> file = known("gumroad-sales").save(Path(tempfile.mkdtemp()) / "mine.yaml")
    >>> read_mapping(file) == known("gumroad-sales")
    True
    """
    from ecotools.blueprint.files import read_text
    from ecotools.blueprint.yaml_tree import TextError, parse

    path = file_path(file, "file")
    try:
        data = parse(read_text(path)).data()
        allowed = [one.name for one in fields(Mapping)]
        for name in data:
            if name not in allowed:
                close = nearest(name, allowed)
                raise ValueError(f"unknown key {name!r}." + (f" Did you mean {close!r}?" if close else ""))
        lacking = [name for name in ("source", "table", "columns") if name not in data]
        if lacking:
            raise ValueError(f"a mapping needs {', '.join(lacking)}")
        return Mapping(**data)
    except (TextError, ValueError, TypeError) as trouble:
        raise LedgerError(f"{path.name} is no mapping: {trouble}") from None


def names() -> list[str]:
    """Return the names of the mappings that come with the package.

    >>> "stripe-payments" in names()
    True
    """
    return sorted(
        file.name.removesuffix(".yaml") for file in _folder().iterdir() if file.name.endswith(".yaml")
    )


@cache
def known(name: str) -> Mapping:
    """Return a mapping that comes with the package; the error offers the nearest name.

    >>> known("gumroad-sales").source
    'Gumroad, sales'
    """
    return read_mapping(Path(str(_folder())) / f"{one_of(name, names(), 'mapping')}.yaml")


def _folder():
    return files("ecotools.data") / "mappings"


def plain(name: str) -> str:
    """Return a header without case and punctuation: exports of different years differ in them.

    >>> plain("Created date (UTC)"), plain("Größe_in_cm")
    ('created date utc', 'größe in cm')
    """
    return " ".join(re.findall(r"[^\W_]+|[$?]", name.lower()))


def _dict(mapping: Mapping, name: str) -> Mappable:
    value = getattr(mapping, name)
    _check(isinstance(value, Mappable), f"{name} must be keys with values, not {value!r}")
    return value


def _words(value, name: str) -> tuple[str, ...]:
    """One text or several as a tuple."""
    words = (value,) if isinstance(value, (str, int, float)) else value
    _check(
        isinstance(words, (list, tuple, set, frozenset)),
        f"{name} must be a text or a list of them, not {value!r}",
    )
    return tuple(str(word) for word in words)


def _check(holds: object, message: str) -> None:
    if not holds:
        raise ValueError(message)
