"""What every importer hands back: a checked ledger, and the report of all that is not in it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ecotools.ledger.sheets import Sheet, report
from ecotools.ledger.tables import Ledger


@dataclass(eq=False, repr=False)
class Imported:
    """What an importer hands back: the ledger, and all that it could not put there.

    Attributes
    ----------
    ledger : Ledger
        Checked, and of one currency.
    unmapped : DataFrame
        ``file``, ``line`` (the header is line 1), ``what``, ``reason``, ``original`` (the cells as JSON).
        ``what`` is ``row`` when nothing of the line is in the ledger, ``value`` when the line is in it but
        something about it is not certain, ``column`` when a column is not understood (line 1).
    lines : int
        How many lines were read, headers apart.
    """

    ledger: Ledger
    unmapped: pd.DataFrame
    lines: int

    def __repr__(self) -> str:
        left_out = int((self.unmapped["what"] == "row").sum())
        reasons = self.unmapped["what"] + ": " + self.unmapped["reason"]
        counts = [f"  {count:>7,} {reason}" for reason, count in reasons.value_counts().items()]
        listed = "\n".join(["", *counts[:8], *(["  …"] if len(counts) > 8 else [])]) if counts else ""
        return f"{self.ledger!r}\n{left_out:,} of {self.lines:,} lines are not in it (see .unmapped){listed}"


def _without_second_thoughts(unmapped: pd.DataFrame) -> pd.DataFrame:
    """The report without doubts about values of lines that were left out as a whole later."""
    places = pd.MultiIndex.from_frame(unmapped[["file", "line"]])
    left_out = places.isin(places[unmapped["what"] == "row"])
    return unmapped[~left_out | (unmapped["what"] != "value")]


def finish(tables: dict[str, pd.DataFrame], sheets: list[Sheet], currency: str, last=pd.NaT) -> Imported:
    """Return the tables as a checked ledger with the report of all that was set aside.

    ``last`` is a day that the exports know of; the ledger covers it even if nothing happened then.
    """
    whole = {name: table.reset_index(drop=True) for name, table in tables.items()}
    found = [part for sheet in sheets for part in sheet.found if len(part)]
    unmapped = pd.concat(found, ignore_index=True) if found else report([], [], "row", [], [])
    unmapped = unmapped.astype(
        {"file": "str", "what": "str", "reason": "str", "original": "str", "line": "int64"}
    )
    unmapped = _without_second_thoughts(unmapped)
    unmapped = unmapped.sort_values(["file", "line"], kind="stable", ignore_index=True)
    ledger = Ledger(**whole, currency=currency)
    if last >= ledger.end:
        ledger.end = last + pd.Timedelta(days=1)
    return Imported(ledger.check(), unmapped, sum(len(sheet.rows) for sheet in sheets))
