"""What the ledger's tables look like: columns, dtypes, units and constraints, as data.

Checks, files, importers and documentation all read `SCHEMAS`; nothing is said about a column elsewhere.
"""

import pandas as pd

from ecotools.errors import columns, one_of
from ecotools.ledger import rules
from ecotools.ledger.columns import Column, TableSchema

STAGES = ("awareness", "consideration", "purchase", "activation", "retention", "referral")
KINDS = (
    "lead_magnet", "core", "add_on", "subscription", "community", "coaching", "bundle", "event", "template",
    "service", "software",
)  # fmt: skip
ACTIONS = ("visit", "post", "comment", "lesson", "event")
ENDINGS = ("changed", "cancelled", "payment_failed", "paused")
PARTNER_STEPS = ("signed_up", "sandbox", "first_call", "live", "call", "left")
VARIANTS = ("with", "without")

DTYPES = {
    "id": "int64 or str",
    "day": "datetime64",
    "text": "str or category",
    "count": "int64",
    "money": "float64",
    "fraction": "float64",
    "number": "float64",
}
"""The pandas dtype of each kind of column."""

_CUSTOMER = Column("customer_id", "id", "who; visitors have one before they buy")


def _day(meaning: str, name: str = "day", missing: bool = False) -> Column:
    return Column(name, "day", meaning, unit="day", missing=missing)


_TABLES = (
    TableSchema(
        "touches",
        "one event at a touchpoint; of events of the same day nobody knows which came first",
        (
            _CUSTOMER,
            _day("when it happened"),
            Column("stage", "text", "stage of the journey", choices=STAGES),
            Column("channel", "text", "where the customer came from", empty=True),
            Column("asset", "text", "what was touched: a page, an email, a product", empty=True),
        ),
    ),
    TableSchema(
        "orders",
        "one line of an order; what subscribers pay is told by the subscriptions, not here",
        (
            Column("order_id", "id", "the order; repeats when it has several lines"),
            _CUSTOMER,
            _day("when it was paid"),
            Column("product", "text", "product id, as in the blueprint"),
            Column("kind", "text", "kind of product", empty=True, choices=KINDS),
            Column("quantity", "count", "units bought", unit="units"),
            Column("price", "money", "list price of one unit", unit="currency per unit"),
            Column("discount", "money", "money off the line", unit="currency"),
            Column("amount", "money", "paid: quantity * price - discount", unit="currency"),
            Column("refunded", "money", "paid back later, at most the amount", unit="currency"),
            _day("when it was paid back; NaT when it was not, or the day is unknown", "refund_day", True),
            Column("channel", "text", "channel that gets the credit", empty=True),
        ),
        key=("order_id", "product"),
        rules=rules.ORDERS,
    ),
    TableSchema(
        "subscriptions",
        "one period of constant terms; MRR on day t sums the rows with start <= t < end",
        (
            Column("subscription_id", "id", "the subscription; repeats when its terms change"),
            _CUSTOMER,
            Column("product", "text", "product id, as in the blueprint"),
            _day("first day of the period", "start"),
            _day("first day after the period; NaT while it runs", "end", True),
            Column(
                "price", "money", "per interval and unit; 0 in a free trial", unit="currency per interval"
            ),
            Column("interval_months", "count", "months between payments: 1, 3, 12", unit="months"),
            Column("quantity", "count", "seats or units", unit="units"),
            Column("discount", "fraction", "share of the price taken off", unit="fraction"),
            Column("ended_by", "text", "why the period ended; '' while it runs", empty=True, choices=ENDINGS),
        ),
        rules=rules.SUBSCRIPTIONS,
    ),
    TableSchema(
        "activity",
        "what a customer did on a day",
        (
            _CUSTOMER,
            _day("when"),
            Column("action", "text", "what was done", choices=ACTIONS),
            Column("count", "count", "how often on that day", unit="times"),
        ),
    ),
    TableSchema(
        "surveys",
        "one answer to one question",
        (
            _CUSTOMER,
            _day("when it was answered"),
            Column("survey", "text", "nps, psm, gabor_granger or a name of your own"),
            Column("question", "text", "score, too_cheap, cheap, expensive, too_expensive, max_price …"),
            Column("answer", "number", "the answer: a score, or a price in the ledger's currency"),
        ),
        rules=rules.SURVEYS,
    ),
    TableSchema(
        "spend",
        "what a channel was paid on a day to bring people: its advertisements, not salaries or tools",
        (
            _day("when it was spent"),
            Column("channel", "text", "which channel, as in touches and orders"),
            Column("amount", "money", "what was spent", unit="currency"),
        ),
        optional=True,
    ),
    TableSchema(
        "partners",
        "what a partner did with the integration on a day",
        (
            Column("partner", "text", "which partner, as in the blueprint"),
            _day("when"),
            Column("step", "text", "how far it came; call: it used the API", choices=PARTNER_STEPS),
            Column("count", "count", "how often on that day", unit="times"),
        ),
        optional=True,
    ),
    TableSchema(
        "assets",
        "one thing that a customer made for others: a template, a plugin, a story",
        (
            Column("asset_id", "id", "the thing"),
            Column("customer_id", "id", "who made it"),
            _day("when it was published"),
            Column("kind", "text", "what it is, in words of your own"),
            _day("when it was taken down; NaT while it is up", "removed", True),
        ),
        key=("asset_id",),
        rules=rules.ASSETS,
        optional=True,
    ),
    TableSchema(
        "exposures",
        "the first time that somebody met a feature, or was kept from it by lot",
        (
            _CUSTOMER,
            _day("when"),
            Column("feature", "text", "which feature, as on the map"),
            Column("variant", "text", "with the feature or without it", choices=VARIANTS),
        ),
        key=("customer_id", "feature"),
        rules=rules.EXPOSURES,
        optional=True,
    ),
    TableSchema(
        "market",
        "one sale of a third party through the marketplace",
        (
            Column("sale_id", "id", "the sale"),
            Column("customer_id", "id", "who bought"),
            _day("when it was paid"),
            Column("seller", "text", "who sold"),
            Column("amount", "money", "what the buyer paid", unit="currency"),
            Column("fee", "money", "what the platform kept of it", unit="currency"),
        ),
        key=("sale_id",),
        rules=rules.MARKET,
        optional=True,
    ),
    TableSchema(
        "refunds",
        "one payment of a subscription that was given back, in part or whole; of orders, the orders tell it",
        (
            Column("payment_id", "id", "the payment"),
            _CUSTOMER,
            _day("when it was given back"),
            Column("product", "text", "product id, as in the blueprint"),
            Column("amount", "money", "what was given back", unit="currency"),
        ),
        key=("payment_id",),
        rules=rules.REFUNDS,
        optional=True,
    ),
)

SCHEMAS: dict[str, TableSchema] = {table.name: table for table in _TABLES}
"""The tables of a ledger, by name; those from `spend` on are optional."""


def schema(name: str) -> TableSchema:
    """Return the schema of the table ``name``; the error offers the nearest name.

    >>> schema("orders").key
    ('order_id', 'product')
    """
    return SCHEMAS[one_of(name, SCHEMAS, "name of a table")]


def describe(name: str | None = None) -> pd.DataFrame:
    """Return what is documented about a table's columns, one row per column.

    Parameters
    ----------
    name : str, optional
        One of `SCHEMAS`: ``touches``, ``orders``, ``subscriptions``, … All when left out.

    Returns
    -------
    DataFrame
        ``table``, ``column``, ``dtype``, ``unit``, ``meaning``, ``values`` (what a cell may hold).
        What a row is, the key and the rules across columns are in ``attrs``, one entry per table.

    Raises
    ------
    ValueError
        When there is no such table.

    Examples
    --------
    >>> describe("activity")[["column", "dtype", "unit"]]
            column            dtype   unit
    0  customer_id     int64 or str
    1          day       datetime64    day
    2       action  str or category
    3        count            int64  times
    """
    tables = _TABLES if name is None else (schema(name),)
    rows = [
        (table.name, column.name, DTYPES[column.kind], column.unit, column.meaning, column.expected)
        for table in tables
        for column in table.columns
    ]
    described = pd.DataFrame(rows, columns=["table", "column", "dtype", "unit", "meaning", "values"])
    for table in tables:
        described.attrs[table.name] = {
            "row": table.row,
            "key": list(table.key),
            "rules": [f"{rule.column}: {rule.expected}" for rule in table.rules],
        }
    return described


def empty_table(name: str) -> pd.DataFrame:
    """Return the table ``name`` without rows, with the documented columns and dtypes.

    >>> empty_table("activity").dtypes.astype(str).to_dict()
    {'customer_id': 'int64', 'day': 'datetime64[us]', 'action': 'str', 'count': 'int64'}
    """
    dtypes = {
        "id": "int64",
        "day": "datetime64[us]",
        "text": "str",
        "count": "int64",
        "money": "float64",
        "fraction": "float64",
        "number": "float64",
    }
    return pd.DataFrame(
        {column.name: pd.Series(dtype=dtypes[column.kind]) for column in schema(name).columns}
    )


def filled(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return rows of the table ``name`` with every column that may be empty: ``""`` or NaT where one lacks.

    Raises
    ------
    ValueError
        When it lacks a column that must be known; all of them are named.

    Examples
    --------
    >>> rows = pd.DataFrame({"customer_id": [1], "day": pd.to_datetime(["2025-01-31"]), "stage": "purchase"})
    >>> filled(rows, "touches")[["channel", "asset"]].values.tolist()
    [['', '']]
    """
    layout = schema(name)
    needed = [column.name for column in layout.columns if not (column.empty or column.missing)]
    lacking = [column for column in layout.columns if column.name not in columns(table, needed, name)]
    return table.assign(**{column.name: "" if column.empty else pd.NaT for column in lacking}).astype(
        {column.name: "str" if column.empty else "datetime64[us]" for column in lacking}
    )
