"""The commands for who takes the course: lay it into a folder, and open it there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.cli.common import JSON, tell
from ecotools.cli.terms import DRY_RUN

if TYPE_CHECKING:
    from ecotools.start import Brought

FOLDER = click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))


@click.command()
@FOLDER
@DRY_RUN
@JSON
def start(folder: Path | None, dry_run: bool, as_json: bool) -> None:
    """Lay the course into FOLDER: lessons, exercises, configuration and a short README.

    By default FOLDER is the one you are in if it was started before; otherwise it is a new one in it, called
    digital-product-ecosystems.

    Start it again after an update of ecotools: it brings new and corrected notebooks. A file that you have
    changed stays, and its new version is written beside it with -new-version in its name. A file that you
    have deleted or renamed is written again. Nothing of yours is deleted or replaced.

    Exit codes: 0 it is done, 1 it cannot be, with the reason, 2 usage error.
    """
    from ecotools import __version__
    from ecotools import start as starting

    folder = folder or starting.started_folder(Path()) or Path(starting.USUAL_NAME)
    try:
        first = starting.Checksums.read(folder) is None
        brought = starting.bring(folder, starting.material(), dry_run)
    except starting.StartError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        tell([], True, folder=folder, ecotools=__version__, dry_run=dry_run, **_as_data(brought))
    for text in _in_words(brought, dry_run):
        click.echo(text)
    if first and not dry_run:
        click.echo(f"Open it: ecotools lab {_quoted(folder)}")


def _as_data(brought: Brought) -> dict[str, object]:
    return {
        **{what: [step.name for step in brought.of(what)] for what in ("new", "updated")},
        "beside": [{"file": step.name, "new_version": step.target} for step in brought.of("beside")],
        "yours": [step.name for step in brought.of("yours")],
        "unchanged": len(brought.of("same")),
        "gone": list(brought.gone),
    }


def _in_words(brought: Brought, dry_run: bool) -> list[str]:
    kinds = {
        "new": brought.of("new"),
        "updated": brought.of("updated"),
        "unchanged": brought.of("same"),
        "of yours": [*brought.of("yours"), *brought.of("beside")],
    }
    counts = ", ".join(f"{len(steps)} {kind}" for kind, steps in kinds.items() if steps)
    return [
        f"Files in {brought.folder}{' would be' if dry_run else ''}: {counts}.",
        *(
            f"{step.name} is yours and stays; the new version {'would be' if dry_run else 'is'} beside it:"
            f" {step.target}"
            for step in brought.of("beside")
        ),
        *(f"{name} is no longer part of the course; it stays until you delete it" for name in brought.gone),
    ]


@click.command("lab")
@FOLDER
@click.option("--no-browser", is_flag=True, help="Open no browser; JupyterLab prints the address.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to listen on; by default a free one.")
@DRY_RUN
@JSON
def lab(folder: Path | None, no_browser: bool, port: int | None, dry_run: bool, as_json: bool) -> None:
    """Open JupyterLab on module 00 in FOLDER, which `ecotools start` has made.

    By default FOLDER is the one you are in, or digital-product-ecosystems in it. Ctrl-C in the terminal ends
    JupyterLab; it asks first.

    Exit codes: 0 JupyterLab was closed, 1 it did not open, with the reason, 2 usage error.
    """
    from ecotools import start as starting

    found = starting.started_folder(Path()) if folder is None else folder
    try:
        if found is None or starting.Checksums.read(found) is None:
            where = f" {_quoted(folder)}" if folder else ""
            raise starting.StartError(
                f"{folder or Path().resolve()} was not started: ecotools start{where} lays the course into it"
            )
        opened = starting.lab(found, not no_browser, port)
    except starting.StartError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        data = {"folder": found, "command": opened.words, "environment": opened.environment}
        click.echo(json.dumps({**data, "dry_run": dry_run}, indent=2, ensure_ascii=False, default=str))
    elif dry_run:
        click.echo(f"In {found} this would be run: {' '.join(map(_quoted, opened.words))}")
    if not dry_run and (code := opened.run()):
        raise click.ClickException(f"JupyterLab ended with {code}; it says why above")


def _quoted(word: object) -> str:
    """Return a word of a command line, in quotes if it has spaces."""
    return f'"{word}"' if " " in str(word) else str(word)
