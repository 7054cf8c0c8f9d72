"""What `ecotools import` says: for people, and as data for scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.english import plural

if TYPE_CHECKING:
    import pandas as pd

    from ecotools.ledger import Imported, Ledger


MORE = {
    "touches": "touches",
    "spend": "expenses",
    "market": "sales of third parties",
    "refunds": "refunds of subscriptions",
}
"""Tables that an import may bring beside orders and subscriptions, and what their rows are called."""
RANGES = 8
"""Ranges of lines that are shown of one reason; `--json` has them all."""


def as_data(found: Imported, refused: list[dict], out: Path, updated: bool, dry_run: bool) -> dict:
    """Return what `ecotools import` says as plain data."""
    ledger = found.ledger
    bad = set(zip(found.refused["file"], found.refused["line"], found.refused["reason"], strict=True))
    lines = [
        {**row, "refused": (row["file"], row["line"], row["reason"]) in bad}
        for row in found.unmapped.to_dict("records")
    ]
    return {
        "files": [
            {**row, "first": _day(row["first"]), "last": _day(row["last"])}
            for row in found.sources.to_dict("records")
        ],
        "refused_files": refused,
        "products": found.products.to_dict("records"),
        "lines": found.lines,
        "unmapped": lines,
        "ledger": {
            "folder": str(out),
            "currency": ledger.currency,
            "start": _day(ledger.start),
            "end": _day(ledger.end),
            "orders": len(ledger.orders),
            "subscriptions": int(ledger.subscriptions["subscription_id"].nunique()),
            **{name: len(getattr(ledger, name)) for name in MORE if len(getattr(ledger, name))},
        },
        "updated": updated,
        "written": not dry_run,
    }


def _day(day) -> str | None:
    return None if day is None or day != day else f"{day:%Y-%m-%d}"


def tell_refused(refused: list[dict], as_json: bool) -> None:
    """Say why no file could be used."""
    if as_json:
        click.echo(
            json.dumps(
                {"files": [], "refused_files": refused, "written": False}, indent=2, ensure_ascii=False
            )
        )
        return
    for one in refused:
        click.echo(f"Refused: {one['reason']}", err=True)
    click.echo("Nothing was written: no file could be used.", err=True)


def show(found: Imported, refused, old, out: Path, blueprint, key, dry_run: bool) -> None:
    """Print what was understood, line groups by reason, and what became of the ledger."""
    for file in found.sources.to_dict("records"):
        span = f", {_day(file['first'])} to {_day(file['last'])}" if file["used"] else ""
        how = f", dates {file['dates']}" if file["dates"] else ""
        used = f"{file['used']} of {file['lines']} lines used"
        click.echo(f"{file['file']}: {file['source']}, {used}{span}, {file['currency']}{how}")
    for one in refused:
        click.echo(f"Refused: {one['reason']}")
    _show_products(found.products, blueprint)
    report = found.unmapped
    bad = report.merge(found.refused, how="left", indicator=True)["_merge"].eq("both").to_numpy()
    row = (report["what"] == "row").to_numpy()
    groups = [
        ("Could not be used", report[bad & row]),
        ("Left out, because they do not belong in a ledger", report[row & ~bad]),
        ("Put into another line", report[report["what"] == "merged"]),
        ("In the ledger, but not certain", report[report["what"] == "value"]),
        ("Of whole files", report[report["what"].isin(["file", "column"])]),
    ]
    for title, rows in groups:
        _show_group(title, rows)
    _show_ledger(found.ledger, old, out, blueprint, key, dry_run)


def _show_products(products: pd.DataFrame, blueprint: Path | None) -> None:
    if products.empty:
        return
    known = products[products["matched"].astype(bool)]
    click.echo(
        f"\nProducts: {len(known)} of {len(products)} names are in "
        + (blueprint.name if blueprint else "a blueprint")
    )
    for one in products.to_dict("records"):
        said = f"{one['kind'] or 'kind unknown'}, {plural(one['lines'], 'line')}"
        miss = f", matches nothing in {blueprint.name}" if blueprint and not one["matched"] else ""
        click.echo(f"  {one['product']}: {one['name']!r}, {said}{miss}")
    if blueprint and known.empty:
        click.echo(
            f"  No name is an id or a name of a product in {blueprint.name}: write the shop's names there, "
            "under `shop_names` of their products."
        )
    elif blueprint and len(known) < len(products):
        click.echo(
            f"  Write names that match nothing into {blueprint.name}, under `shop_names` of a product."
        )
    elif not blueprint:
        click.echo("  With --blueprint my-blueprint.yaml they get its ids and kinds.")


def _show_group(title: str, rows: pd.DataFrame) -> None:
    """Print the lines of a part of the report, those of one file and reason together."""
    if rows.empty:
        return
    told = rows if title == "Of whole files" else rows[["file", "line"]].drop_duplicates()
    click.echo(f"\n{title}: {len(told)}")
    for (file, reason), lines in rows.groupby(["file", "reason"], sort=False)["line"]:
        numbers = _ranges(sorted(lines))
        where = f"line{'s' * (len(lines) > 1)} {numbers}: " if title != "Of whole files" else ""
        click.echo(f"  {file} {where}{reason}" if where else f"  {file}: {reason}")


def _ranges(lines: list[int]) -> str:
    """Line numbers, neighbours as a range: 2-4, 9; the first of them where there are many."""
    parts: list[list[int]] = []
    for line in lines:
        if parts and line == parts[-1][1] + 1:
            parts[-1][1] = line
        else:
            parts.append([line, line])
    shown = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in parts[:RANGES])
    rest = sum(b - a + 1 for a, b in parts[RANGES:])
    return f"{shown} and {rest} more (--json has all)" if rest else shown


def _show_ledger(ledger: Ledger, old, out: Path, blueprint, key, dry_run: bool) -> None:
    orders, subscriptions = (
        ledger.orders["order_id"].nunique(),
        ledger.subscriptions["subscription_id"].nunique(),
    )
    before = (
        (old.orders["order_id"].nunique(), old.subscriptions["subscription_id"].nunique()) if old else None
    )
    new = f" ({orders - before[0]} and {subscriptions - before[1]} of them new)" if before else ""
    span = f", {_day(ledger.start)} up to and without {_day(ledger.end)}" if _day(ledger.start) else ""
    done = "Would be written" if dry_run else "Brought up to date" if old else "Written"
    rows = {words: len(getattr(ledger, name)) for name, words in MORE.items()}
    more = "".join(f", {number} {words}" for words, number in rows.items() if number)
    click.echo(
        f"\n{done}: {out}, {orders} orders and {subscriptions} subscriptions{new}{more}{span}, "
        f"{ledger.currency}"
    )
    if key is not None:
        click.echo(
            f"Customers have pseudonyms. {out.resolve().name}.key beside the ledger makes the same ones in "
            "the next update: keep it, and do not hand it out."
        )
    if not dry_run:
        about = blueprint.name if blueprint else "my-blueprint.yaml"
        click.echo(f"Next: ecotools review {about} --ledger {out}, ecotools report {about} --ledger {out}")
