"""The command that brings a shop's exports into a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.cli.blueprints import told_in_words
from ecotools.cli.import_output import as_data, show, tell_refused

if TYPE_CHECKING:
    from ecotools.ledger import Imported, Ledger

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, type=FILE, metavar="FILES…")
@click.option("--out", default="ledger", show_default=True, type=click.Path(file_okay=False, path_type=Path),
              help="The folder of the ledger; one that is there is brought up to date.")  # fmt: skip
@click.option(
    "--blueprint", type=FILE, help="Your blueprint: its ids, names and shop names say what the products are."
)
@click.option("--dates", type=click.Choice(["DMY", "MDY", "YMD"]), help="The order of day, month and year.")
@click.option("--encoding", metavar="NAME", help="How files that are not Unicode are encoded: cp1252 …")
@click.option("--currency", metavar="CODE", help="The ledger's currency. Default: that of most lines.")
@click.option("--rate", "rates", multiple=True, metavar="CODE=AMOUNT",
              help="Count all lines in another currency at one rate that you state: EUR=0.86.")  # fmt: skip
@click.option(
    "--timezone", metavar="ZONE", help="Where your days begin, such as Europe/Berlin. Default: UTC."
)
@click.option(
    "--price", "prices", multiple=True, metavar="PLAN=AMOUNT", help="What a plan costs, if no file says it."
)
@click.option(
    "--coupon", "coupons", multiple=True, metavar="CODE=SHARE", help="The share that a coupon takes off: 0.2."
)
@click.option("--from", "first", metavar="DAY", help="The first day that the exports cover.")
@click.option("--until", "last", metavar="DAY", help="The last day that they cover: 2026-10-31, or 2026-10.")
@click.option("--mapping", "mappings", multiple=True, metavar="NAME|FILE",
              help="What the columns of your own files mean: a YAML file. May be given again.")  # fmt: skip
@click.option(
    "--show-mapping", metavar="NAME", help="Print a mapping that comes with ecotools, to start yours from."
)
@click.option(
    "--renewals", is_flag=True, help="Count payments of subscriptions as orders too, as for a cash view."
)
@click.option(
    "--converted",
    is_flag=True,
    help="Count each payment of Stripe at what it became on the balance, by the rate of its day.",
)
@click.option("--minor-units", is_flag=True, help="Amounts count cents, as in data taken from an API.")
@click.option(
    "--pseudonymise", is_flag=True, help="Keep e-mail addresses out; the key is kept beside the ledger."
)
@click.option("--dry-run", is_flag=True, help="Only say what was understood.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON, for scripts.")
def import_command(
    files: tuple[Path, ...],
    out: Path,
    blueprint: Path | None,
    mappings: tuple[str, ...],
    show_mapping: str | None,
    prices: tuple[str, ...],
    coupons: tuple[str, ...],
    rates: tuple[str, ...],
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
    stated["rates"] = _numbers(rates, "--rate")
    with told_in_words():
        found, refused = _import(files, blueprint, mappings, stated)
        old = _old_ledger(out)
    if found is None:
        tell_refused(refused, as_json)
        raise SystemExit(1)
    with told_in_words():
        found, old, key = _private(found, old, out, pseudonymise)
        whole = _updated(found, old)
        if not dry_run:
            _write(whole.ledger, out, key)
    if as_json:
        click.echo(
            json.dumps(as_data(whole, refused, out, old is not None, dry_run), indent=2, ensure_ascii=False)
        )
    else:
        show(whole, refused, old, out, blueprint, key, dry_run)
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


def _import(files, blueprint, mappings, stated) -> tuple[Imported | None, list[dict]]:
    """What the files that can be used say, and the files that were refused with the reasons."""
    from ecotools.blueprint import Blueprint
    from ecotools.ledger import LedgerError, generic_import
    from ecotools.ledger.assembly import assemble
    from ecotools.ledger.exports import read_lines
    from ecotools.ledger.options import stated as options_of

    products = Blueprint.read(blueprint) if blueprint else None
    options = options_of(products, customers="email", **stated)
    own = generic_import.as_mappings(mappings)
    read, refused = [], []
    for path in files:
        try:
            lines = read_lines(path, options.encoding)
            generic_import.recognise(path, lines, own)
            read.append((path, lines))
        except LedgerError as error:
            refused.append({"file": path.name, "reason": str(error)})
    sheets = generic_import.sheets_of(read, options, own)
    return (assemble(sheets, options) if sheets else None), refused


def _old_ledger(out: Path) -> Ledger | None:
    from ecotools.ledger import read_ledger
    from ecotools.ledger.files import META

    return read_ledger(out) if (out / META).is_file() else None


def _private(found: Imported, old: Ledger | None, out: Path, wanted: bool):
    """Both with pseudonyms where that is wanted, or was when the ledger was made; and the new key, if any."""
    from ecotools.ledger import pseudonyms

    file = pseudonyms.key_file(out)
    if file.exists():
        key = pseudonyms.read_key(file)
    elif wanted:
        key = pseudonyms.new_key()
    else:
        return found, old, None
    hidden = pseudonyms.pseudonymise_import(found, key)
    return hidden, old and pseudonyms.pseudonymise(old, key), key


def _updated(found: Imported, old: Ledger | None) -> Imported:
    from ecotools.ledger import update_ledger

    return update_ledger(old, found) if old is not None else found


def _write(ledger: Ledger, out: Path, key: bytes | None) -> None:
    from ecotools.ledger import pseudonyms, write_ledger

    write_ledger(ledger, out)
    if key is not None:
        pseudonyms.write_key(pseudonyms.key_file(out), key)
