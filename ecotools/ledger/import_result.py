"""What every importer hands back: a checked ledger, and the report of all that is not in it."""

from dataclasses import dataclass, field

import pandas as pd

from ecotools.days import DAY
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.sheets import UNMAPPED, Sheet, report
from ecotools.ledger.tables import Ledger

SOURCES = ["file", "source", "table", "lines", "used", "first", "last", "currency", "dates", "encoding"]
PRODUCTS = ["name", "product", "kind", "lines", "matched"]
SORTED_BY = {
    "orders": ["day", "order_id", "product"],
    "subscriptions": ["start", "subscription_id", "end"],
    "touches": ["day", "customer_id", "stage"],
    "spend": ["day", "channel", "amount"],
    "market": ["day", "sale_id"],
    "refunds": ["day", "payment_id"],
}
"""The order of the rows of an import, whatever the order of the lines of the files."""


class Unmapped(pd.DataFrame):
    """The report as a plain table, except that it shows its reasons whole."""

    @property
    def _constructor(self):
        return Unmapped

    def _whole(self, show) -> str:
        table = pd.DataFrame(self)
        if "original" in table:
            cut = table["original"].astype("str")
            table = table.assign(original=cut.where(cut.str.len() <= 40, cut.str[:39] + "…"))
        with pd.option_context("display.max_colwidth", None, "display.expand_frame_repr", False):
            return show(table)

    def __repr__(self) -> str:
        return self._whole(repr)

    def _repr_html_(self) -> str:
        return self._whole(lambda table: table._repr_html_())


@dataclass(eq=False, repr=False)
class Imported:
    """What an importer hands back: the ledger, and all that it could not put there.

    Attributes
    ----------
    ledger : Ledger
        Checked, and of one currency.
    unmapped : DataFrame
        ``file``, ``line`` (the header is line 1), ``what``, ``reason``, ``original`` (the cells as JSON).
        ``what`` is ``row`` when nothing of the line is in the ledger, ``merged`` when what it says was put
        into another line, ``value`` when the line is in it but something about it is not certain,
        ``product`` when ``products=`` does not say what a name means, ``column`` when a column is not
        understood, ``file`` when something holds for a whole file (both on line 1).
    lines : int
        How many lines were read, headers apart.
    sources : DataFrame
        One row for each file: ``file``, ``source``, ``table``, ``lines``, ``used`` (lines in the ledger),
        ``first`` and ``last`` day, ``currency``, ``dates`` (the order of day and month, where one was
        needed), ``encoding``.
    products : DataFrame
        One row for each name: ``name``, ``product`` (its id), ``kind``, ``lines``, ``matched`` (whether
        ``products=`` has it).
    refused : DataFrame
        The rows of ``unmapped`` that should be looked at: lines that could not be used.
    """

    ledger: Ledger
    unmapped: pd.DataFrame
    lines: int
    sources: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=SOURCES))
    products: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=PRODUCTS))
    refused: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=UNMAPPED))
    refunds: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    early: set = field(default_factory=set, repr=False)

    def __repr__(self) -> str:
        left_out = int((self.unmapped["what"] == "row").sum())
        told = self.unmapped[~self.unmapped["what"].isin(["product"])]
        reasons = told["what"] + ": " + told["reason"]
        counts = [f"  {count:>7,} {reason}" for reason, count in reasons.value_counts().items()]
        listed = "\n".join(["", *counts[:8], *(["  …"] if len(counts) > 8 else [])]) if counts else ""
        said = f"{self.ledger!r}\n{left_out:,} of {self.lines:,} lines are not in it (see .unmapped){listed}"
        return "\n".join([said, *self.matching()])

    def matching(self) -> list[str]:
        """Return what has to be said about product names: those that match nothing in ``products=``."""
        unknown = self.products[~self.products["matched"].astype(bool)]
        if unknown.empty:
            return []
        names = ", ".join(repr(name) for name in unknown["name"][:5]) + (", …" if len(unknown) > 5 else "")
        if len(unknown) == len(self.products):
            return [f"No product name is in products=: {names}; ids are made of the names, kinds unknown"]
        return [f"{len(unknown)} of {len(self.products)} product names match nothing in products=: {names}"]


def _without_second_thoughts(unmapped: pd.DataFrame) -> pd.DataFrame:
    """The report without doubts about values of lines that were left out as a whole later."""
    places = pd.MultiIndex.from_frame(unmapped[["file", "line"]])
    left_out = places.isin(places[unmapped["what"].isin(["row", "merged"])])
    return unmapped[~left_out | (unmapped["what"] != "value")]


def finish(
    tables: dict[str, pd.DataFrame],
    sheets: list[Sheet],
    currency: str,
    products: pd.DataFrame,
    covers: tuple[pd.Timestamp | None, pd.Timestamp | None] = (None, None),
    **more,
) -> Imported:
    """Return the tables as a checked ledger with the report of all that was set aside.

    The ledger covers the days stated, first and last, else all up to the last that the exports know of, even
    if nothing happened then.
    """
    whole = {
        name: table.sort_values(SORTED_BY[name], kind="stable", ignore_index=True)
        for name, table in tables.items()
    }
    found = [part for sheet in sheets for part in sheet.found if len(part)]
    unmapped = pd.concat(found, ignore_index=True) if found else report([], [], "row", [], [])
    unmapped = unmapped.astype(
        {"file": "str", "what": "str", "reason": "str", "original": "str", "line": "int64", "fine": "bool"}
    )
    unmapped = _without_second_thoughts(unmapped).drop_duplicates()
    unmapped = unmapped.sort_values(["file", "line"], kind="stable", ignore_index=True)
    ledger = Ledger(**whole, currency=currency)
    days = [sheet.last_day for sheet in sheets if pd.notna(sheet.last_day)]
    if days and not max(days) < ledger.end:
        ledger.end = (max(days) + DAY).as_unit("us")
        ledger.start = ledger.end - DAY if pd.isna(ledger.start) else ledger.start
    _state_span(ledger, covers)
    return Imported(
        ledger.check(),
        Unmapped(unmapped[UNMAPPED]),
        sum(len(sheet.rows) for sheet in sheets),
        products=products,
        refused=Unmapped(unmapped.loc[~unmapped["fine"], UNMAPPED]),
        **more,
    )


def _state_span(ledger: Ledger, covers: tuple[pd.Timestamp | None, pd.Timestamp | None]) -> None:
    """Give the ledger the first and the last day that were stated; days of the data outside are refused."""
    first, last = covers
    if first is not None:
        if ledger.start < first:
            raise LedgerError(
                f"the exports begin on {ledger.start:%Y-%m-%d}, before the first day that is stated, "
                f"{first:%Y-%m-%d} (--from)"
            )
        ledger.start = first
    if last is not None:
        if ledger.end > last + DAY:
            raise LedgerError(
                f"the exports know of {ledger.end - DAY:%Y-%m-%d}, after the last day that is stated, "
                f"{last:%Y-%m-%d} (--until)"
            )
        ledger.end = (last + DAY).as_unit("us")
