"""Bring a ledger up to date with newer exports, without counting anything twice."""

import dataclasses

import pandas as pd

from ecotools.errors import instance
from ecotools.ledger.import_result import SORTED_BY, Imported, Unmapped
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.refunds import apply_refunds
from ecotools.ledger.tables import Ledger

_IDS = {
    "orders": "order_id",
    "subscriptions": "subscription_id",
    "market": "sale_id",
    "refunds": "payment_id",
}
"""The tables whose rows belong together by an id, and its column."""
_EVENTS = ("touches", "spend")
"""The tables whose rows have no id: the same row in both is one."""


def update_ledger(ledger: Ledger, imported: Imported) -> Imported:
    """Return an import together with what an older ledger has.

    An order or subscription that both have is taken from the one that knows later days, so that updating
    twice, or with an older export, changes nothing. A membership whose first payment is missing in the import
    continues the one that the ledger has of the same customer and product. Refunds of orders that only the
    ledger has are taken off them. A touch or an expense that both have, cell by cell, is one. All other
    tables stay as they are.

    Raises
    ------
    LedgerError
        When the two have different currencies.

    Examples
    --------
    >>> from ecotools.ledger.generic_import import import_files
    >>> from ecotools.ledger.tables import empty_ledger
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "Sales.csv"
    >>> _ = file.write_text(
    ...     "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($)\\n"
    ...     "abc==,Template Pack,ann@example.com,2025-03-01,49.0\\n")
    >>> once = update_ledger(empty_ledger(), import_files(file)).ledger
    >>> len(once.orders), len(update_ledger(once, import_files(file)).ledger.orders)
    (1, 1)
    """
    instance(ledger, Ledger, "ledger", "read a folder with read_ledger(folder)")
    instance(imported, Imported, "imported", "import_files(paths) returns one")
    new = imported.ledger
    filled = any(len(table) for table in ledger.tables.values())
    if filled and any(len(table) for table in new.tables.values()) and ledger.currency != new.currency:
        raise LedgerError(
            f"the ledger is in {ledger.currency} and these exports are in {new.currency}: state the currency "
            f"{ledger.currency} (--currency), or import them into a ledger of their own"
        )
    ledger = _with_text_ids(ledger)
    kept = dict(ledger.tables)
    fresh = {name: getattr(new, name) for name in (*_IDS, *_EVENTS)}
    fresh["subscriptions"] = _continued(ledger.subscriptions, new.subscriptions, imported.early)
    newer = not (new.end < ledger.end)
    for name in _IDS:
        kept[name] = _merged(getattr(ledger, name), fresh[name], name, newer)
    for name in _EVENTS:
        kept[name] = _united(getattr(ledger, name), fresh[name], name)
    found = imported
    if len(imported.refunds):
        kept["orders"], met = apply_refunds(kept["orders"], imported.refunds, {})
        found = _without_refunds(imported, imported.refunds[met])
    whole = Ledger(**kept, currency=ledger.currency if filled else new.currency, truth=ledger.truth)
    starts, ends = ([getattr(one, side) for one in (ledger, new, whole)] for side in ("start", "end"))
    whole.start, whole.end = pd.Series(starts).min(), pd.Series(ends).max()
    return dataclasses.replace(found, ledger=whole.check())


def _with_text_ids(ledger: Ledger) -> Ledger:
    """The ledger with ids as text, as imports have them, so that tables can be joined."""
    ids = ["customer_id", *_IDS.values()]
    tables = {
        name: table.assign(**{id: table[id].astype("str") for id in ids if id in table})
        for name, table in ledger.tables.items()
    }
    return dataclasses.replace(ledger, **tables)


def _merged(old: pd.DataFrame, new: pd.DataFrame, name: str, newer: bool) -> pd.DataFrame:
    """The rows of both; those of an id that both have come from one of them as a whole."""
    if old.empty or new.empty:
        return new if old.empty else old
    id = _IDS[name]
    first, second = (new, old) if newer else (old, new)
    rest = second[~second[id].isin(first[id])]
    both = pd.concat([first, rest[[*first.columns]]]) if len(rest) else first
    return both.sort_values(SORTED_BY[name], kind="stable", ignore_index=True)


def _united(old: pd.DataFrame, new: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows of both; one that both have as often as the one that has it more often."""
    if old.empty or new.empty:
        return new if old.empty else old
    columns = list(new.columns)
    parts = [part[columns].assign(time=part.groupby(columns).cumcount()) for part in (old, new)]
    both = pd.concat(parts).drop_duplicates().drop(columns="time")
    return both.sort_values(SORTED_BY[name], kind="stable", ignore_index=True)


def _continued(old: pd.DataFrame, new: pd.DataFrame, early: set[str]) -> pd.DataFrame:
    """The new periods, with those of a membership that began before their export as part of the old one."""
    if old.empty or new.empty or not early:
        return new
    rows = []
    for id, periods in new.groupby("subscription_id", sort=False):
        mine = old[
            (old["customer_id"] == periods["customer_id"].iloc[0])
            & (old["product"] == periods["product"].iloc[0])
        ]
        start = periods["start"].iloc[0]
        mine = mine[mine["start"] < start]
        reaches = mine["end"].isna() | (mine["end"] >= start)
        if id not in early or id in set(old["subscription_id"]) or not reaches.any():
            rows.append(periods)
            continue
        former = mine[reaches]["subscription_id"].iloc[-1]
        rows.append(_joined(mine[mine["subscription_id"] == former], periods.assign(subscription_id=former)))
    return pd.concat(rows, ignore_index=True)


def _joined(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Periods of one subscription from two exports, one period where the terms did not change."""
    terms = ["price", "interval_months", "quantity", "discount"]
    last, first = before.iloc[-1], after.iloc[0]
    if (last[terms] == first[terms]).all():
        after = after.copy()
        after.iloc[0, after.columns.get_loc("start")] = last["start"]
        return pd.concat([before.iloc[:-1], after], ignore_index=True)
    before = before.copy()
    before.iloc[-1, before.columns.get_loc("end")] = first["start"]
    before.iloc[-1, before.columns.get_loc("ended_by")] = "changed"
    return pd.concat([before, after], ignore_index=True)


def _without_refunds(imported: Imported, met: pd.DataFrame) -> Imported:
    """The import without the complaint that these refunds have no order."""
    said = {f"a refund of an order that is not there: {order}" for order in met["order_id"]}
    unmapped = imported.unmapped.copy()
    now = unmapped["reason"].isin(said)
    unmapped.loc[now, "what"] = "merged"
    unmapped.loc[now, "reason"] = "a refund: taken off an order of the ledger"
    refused = imported.refused[~imported.refused["reason"].isin(said)]
    return dataclasses.replace(imported, unmapped=Unmapped(unmapped), refused=refused)
