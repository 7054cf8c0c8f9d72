"""The command that brings a shop's exports into a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.cli.blueprints import told_in_words

if TYPE_CHECKING:
    import pandas as pd

    from ecotools.ledger import Imported, Ledger

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, type=FILE, metavar="FILES…")
@click.option("--out", default="ledger", show_default=True, type=click.Path(file_okay=False, path_type=Path),
              help="The folder of the ledger; one that is there is brought up to date.")  # fmt: skip
@click.option("--blueprint", type=FILE, help="Your blueprint: its ids and names say what the products are.")
@click.option("--dates", type=click.Choice(["DMY", "MDY", "YMD"]), help="The order of day, month and year.")
@click.option("--encoding", metavar="NAME", help="How files that are not Unicode are encoded: cp1252 …")
@click.option("--currency", metavar="CODE", help="The ledger's currency. Default: that of most lines.")
@click.option(
    "--timezone", metavar="ZONE", help="Where your days begin, such as Europe/Berlin. Default: UTC."
)
@click.option(
    "--price", "prices", multiple=True, metavar="PLAN=AMOUNT", help="What a plan costs, if no file says it."
)
@click.option(
    "--coupon", "coupons", multiple=True, metavar="CODE=SHARE", help="The share that a coupon takes off: 0.2."
)
@click.option("--mapping", metavar="NAME|FILE", help="What the columns of your own files mean: a YAML file.")
@click.option(
    "--show-mapping", metavar="NAME", help="Print a mapping that comes with ecotools, to start yours from."
)
@click.option(
    "--renewals", is_flag=True, help="Count payments of subscriptions as orders too, as for a cash view."
)
@click.option("--minor-units", is_flag=True, help="Amounts count cents, as in data taken from an API.")
@click.option(
    "--pseudonymise", is_flag=True, help="Keep e-mail addresses out; the key lies beside the ledger."
)
@click.option("--dry-run", is_flag=True, help="Only say what was understood.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON, for scripts.")
def import_command(
    files: tuple[Path, ...],
    out: Path,
    blueprint: Path | None,
    mapping: str | None,
    show_mapping: str | None,
    prices: tuple[str, ...],
    coupons: tuple[str, ...],
    pseudonymise: bool,
    dry_run: bool,
    as_json: bool,
    **stated,
) -> None:
    """Bring exports of Stripe, Gumroad, Shopify and others into a ledger.

    Each of FILES is recognised by its columns. The command shows what it understood, and every line that is
    not in the ledger with its reason. Exit codes: 0 all is well, 1 a file or line could not be used, 2 usage
    error.
    """
    if show_mapping:
        from ecotools.ledger.mapping import known

        with told_in_words():
            click.echo(known(show_mapping).to_yaml(), nl=False)
        return
    if not files:
        raise click.UsageError("name the files to import, or a mapping after --show-mapping")
    stated |= {"prices": _numbers(prices, "--price"), "coupons": _numbers(coupons, "--coupon")}
    with told_in_words():
        found, refused = _import(files, blueprint, mapping, stated)
        old = _old_ledger(out)
        result, key = _private(found, old, out, pseudonymise, dry_run) if found else (None, None)
    if result is None:
        _tell_refused(refused, as_json)
        raise SystemExit(1)
    found, old = result
    with told_in_words():
        whole = _updated(found, old)
        if not dry_run:
            _write(whole.ledger, out, key)
    if as_json:
        click.echo(
            json.dumps(as_data(whole, refused, out, old is not None, dry_run), indent=2, ensure_ascii=False)
        )
    else:
        _show(whole, refused, old, out, blueprint, key, dry_run)
    raise SystemExit(1 if refused or len(whole.refused) else 0)


def _numbers(pairs: tuple[str, ...], option: str) -> dict[str, float]:
    """The pairs of an option given several times, such as monthly=5."""
    found = {}
    for pair in pairs:
        name, _, number = pair.rpartition("=")
        try:
            found[name.strip()] = float(number)
        except ValueError:
            found = {}
        if not name.strip() or not found:
            raise click.UsageError(
                f"{option} must be a name, = and a number, such as monthly=5, not {pair!r}"
            )
    return found


def _import(files, blueprint, mapping, stated) -> tuple[Imported | None, list[dict]]:
    """What the files that can be used say, and the files that were refused with the reasons."""
    from ecotools.blueprint import Blueprint
    from ecotools.ledger import LedgerError, importing
    from ecotools.ledger.exports import read_lines
    from ecotools.ledger.options import stated as options_of

    products = Blueprint.read(blueprint) if blueprint else None
    options = options_of(products, customers="email", **stated)
    own = importing.as_mapping(mapping) if mapping else None
    read, refused = [], []
    for path in files:
        try:
            lines = read_lines(path, options.encoding)
            importing.recognise(path, lines, own)
            read.append((path, lines))
        except LedgerError as error:
            refused.append({"file": path.name, "reason": str(error)})
    sheets = importing.sheets_of(read, options, own)
    return (importing.assemble(sheets, options) if sheets else None), refused


def _old_ledger(out: Path) -> Ledger | None:
    from ecotools.ledger import read_ledger
    from ecotools.ledger.files import META

    return read_ledger(out) if (out / META).is_file() else None


def _private(found: Imported, old: Ledger | None, out: Path, wanted: bool, dry_run: bool):
    """Both with pseudonyms where that is wanted, or was when the ledger was made; and the new key, if any."""
    from ecotools.ledger import pseudonyms

    file = pseudonyms.key_file(out)
    if file.exists():
        key = pseudonyms.read_key(file)
    elif wanted:
        key = pseudonyms.new_key()
    else:
        return (found, old), None
    hidden = pseudonyms.pseudonymise_import(found, key)
    return (hidden, old and pseudonyms.pseudonymise(old, key)), key


def _updated(found: Imported, old: Ledger | None) -> Imported:
    from ecotools.ledger import update_ledger

    return update_ledger(old, found) if old is not None else found


def _write(ledger: Ledger, out: Path, key: bytes | None) -> None:
    from ecotools.ledger import pseudonyms, write_ledger

    write_ledger(ledger, out)
    if key is not None:
        pseudonyms.write_key(pseudonyms.key_file(out), key)


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
        },
        "updated": updated,
        "written": not dry_run,
    }


def _day(day) -> str | None:
    return None if day is None or day != day else f"{day:%Y-%m-%d}"


def _tell_refused(refused: list[dict], as_json: bool) -> None:
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


def _show(found: Imported, refused, old, out: Path, blueprint, key, dry_run: bool) -> None:
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
        said = f"{one['kind'] or 'kind unknown'}, {one['lines']} line{'s' * (one['lines'] != 1)}"
        miss = f", matches nothing in {blueprint.name}" if blueprint and not one["matched"] else ""
        click.echo(f"  {one['product']}: {one['name']!r}, {said}{miss}")
    if blueprint and known.empty:
        click.echo(
            f"  No name is an id or a name of a product in {blueprint.name}: write the shop's names there."
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
    """Line numbers, neighbours as a range: 2-4, 9."""
    parts: list[list[int]] = []
    for line in lines:
        if parts and line == parts[-1][1] + 1:
            parts[-1][1] = line
        else:
            parts.append([line, line])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


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
    click.echo(
        f"\n{done}: {out}, {orders} orders and {subscriptions} subscriptions{new}{span}, {ledger.currency}"
    )
    if key is not None:
        click.echo(
            f"Customers have pseudonyms. {out.resolve().name}.key beside the ledger makes the same ones in "
            "the next update: keep it, and do not hand it out."
        )
    if not dry_run:
        about = blueprint.name if blueprint else "my-blueprint.yaml"
        click.echo(f"Next: ecotools review {about} --ledger {out}, ecotools report {about} --ledger {out}")
