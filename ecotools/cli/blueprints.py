"""The commands about a blueprint: begin one, look at it with the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.cli.common import JSON, tell

if TYPE_CHECKING:
    from ecotools.ledger import Ledger
    from ecotools.rules import ReviewResult

FILE = click.Path(dir_okay=False, path_type=Path)


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn what is wrong with a file into its sentences (exit 1), and a wrong word into how to use it (2)."""
    from ecotools.blueprint import BlueprintError

    try:
        yield
    except (BlueprintError, OSError) as error:
        raise click.ClickException(str(error)) from error
    except ValueError as error:
        from ecotools.ledger import LedgerError  # only now: it brings all that reads and writes ledgers

        if isinstance(error, LedgerError):
            raise click.ClickException(str(error)) from error
        raise click.UsageError(str(error)) from error


@click.command()
@click.argument("file", default="my-blueprint.yaml", type=FILE)
@click.option("--name", default="My business", show_default=True, help="What the business is called.")
@click.option(
    "--profile",
    default="creator",
    show_default=True,
    help="What kind of business it is: creator, infoproduct, community or saas.",
)
@click.option("--full", is_flag=True, help="Add every section, as an example in comments.")
@click.option(
    "--complete",
    is_flag=True,
    help="Write a complete example to change. A file that is there keeps its lines and gets what it lacks.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@JSON
@click.pass_context
def new(
    context: click.Context,
    file: Path,
    name: str,
    profile: str,
    full: bool,
    complete: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Write a first blueprint: ten lines that a review can read.

    FILE is my-blueprint.yaml by default. Beside it goes the schema by which an editor completes and checks
    it. Exit codes: 0 written, 1 not, with the reason, 2 usage error.
    """
    if complete:
        _complete(context, file, as_json)
        return
    if file.exists() and not force:
        raise click.ClickException(
            f"{file} is there already; name another file, or write over it with --force"
        )
    _folder_of(file)
    from ecotools.blueprint.starter import starter
    from ecotools.errors import one_of
    from ecotools.files import write_text
    from ecotools.rules import PROFILES

    with told_in_words():
        one_of(profile, PROFILES, "profile")
        write_text(file, starter(name, profile, full=full))
        _put_schema(file, force)
    if as_json:
        tell([], True, written=file)
    click.echo(f"Written: {file}. Put your own words in, then:")
    _say_what_next(file)


def _complete(context: click.Context, file: Path, as_json: bool) -> None:
    """Write the complete example, or what a file lacks of it; every line of the file stays."""
    for option in ("name", "profile", "full", "force"):
        if context.get_parameter_source(option) is not click.core.ParameterSource.DEFAULT:
            raise click.UsageError(f"--complete takes the example as it is, and no --{option}")
    _folder_of(file)
    from ecotools.blueprint.complete import complete
    from ecotools.blueprint.files import read_text
    from ecotools.files import write_text

    with told_in_words():
        found = complete(read_text(file) if file.exists() else "", file.name)
        if found.added:
            write_text(file, found.text)
        _put_schema(file, force=False)
    if as_json:
        tell([], True, written=file if found.added else None, added=found.added, not_added=found.left)
    click.echo(found.words(str(file)))
    _say_what_next(file)


def _folder_of(file: Path) -> None:
    if not file.parent.is_dir():
        raise click.ClickException(f"there is no folder {file.parent} to write {file.name} into")


def _put_schema(file: Path, force: bool) -> None:
    """Put the schema beside a file, unless it is there."""
    from ecotools.blueprint import schema
    from ecotools.files import write_text

    beside = file.with_name(schema.SCHEMA_FILE)
    if not beside.exists() or force:
        write_text(beside, schema.as_text())


def _say_what_next(file: Path) -> None:
    called = f'"{file}"' if " " in str(file) else file
    click.echo(f"  ecotools review {called}    what is right, what is not, what to add next")
    click.echo(f"  ecotools import EXPORTS --blueprint {called}    what your shops say that you sold")
    click.echo(f"  ecotools report {called}    the page to hand to a partner or a bank")


@click.command()
@click.argument("blueprint", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--ledger",
    "ledger_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of a ledger, for the rules about what happened.",
)
@click.option("--profile", help="Whose thresholds hold: creator, infoproduct, community or saas.")
@click.option("--select", multiple=True, metavar="WORDS", help="Only these rules: ids, JRN, journey, core …")
@click.option("--ignore", multiple=True, metavar="WORDS", help="All but these rules.")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json", "html", "sarif"]),
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json, for scripts.")
@click.option("-o", "--out", type=FILE, help="The file to write (default: the terminal).")
@click.option("-v", "--all", "every", is_flag=True, help="List also each rule that was not checked.")
@click.option("--explain", metavar="RULE", help="Explain a rule, such as JRN01; needs no blueprint.")
def review(
    blueprint: Path | None,
    ledger_folder: Path | None,
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    as_json: bool,
    out: Path | None,
    every: bool,
    explain: str | None,
) -> None:
    """Look at a blueprint with the rules: what is wrong, why, and what to do.

    Exit codes: 0 no errors, 1 errors were found or the file is no blueprint, 2 usage error.
    """
    if explain is not None:
        _explain(explain)
        return
    if blueprint is None:
        raise click.UsageError("name a blueprint to review, or a rule after --explain")
    from ecotools import rules
    from ecotools.blueprint import Blueprint

    wanted, unwanted = select or None, ignore or None
    with told_in_words():
        rules.chosen(wanted, unwanted)
        described = Blueprint.read(blueprint)
        ledger = _ledger(ledger_folder)
        profile = rules.profile_of(described, profile)
    found = rules.review(described, ledger, profile, wanted, unwanted)
    with told_in_words():
        _put(found, blueprint, "json" if as_json else form, out, every)
    raise SystemExit(1 if found.errors else 0)


def _ledger(folder: Path | None) -> Ledger | None:
    if folder is None:
        return None
    from ecotools.ledger import read_ledger

    return read_ledger(folder)


def _explain(id: str) -> None:
    from ecotools.rules import rule
    from ecotools.rules.engine.console import show_rule

    with told_in_words():
        show_rule(rule(id))


def _put(found: ReviewResult, file: Path, form: str, out: Path | None, every: bool) -> None:
    """Write a review in a form to a file, or print it."""
    from ecotools.rules.engine import html, sarif
    from ecotools.rules.engine.console import show_review

    with nullcontext() if out is None else out.open("w", encoding="utf-8", newline="\n") as to:
        if form == "text":
            show_review(found, file.as_posix(), every=every, to=to)
        elif form == "html":
            click.echo(html.to_page(found), file=to, nl=False)
        else:
            data = sarif.to_json(found) if form == "json" else sarif.to_sarif(found, file)
            click.echo(json.dumps(data, indent=2, ensure_ascii=False), file=to)
    if out is not None:
        click.echo(f"{found.summary()}. Written: {out}")
