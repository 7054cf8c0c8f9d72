"""The command for the pages of the documentation that are made."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ecotools.cli.common import JSON, SOURCE, tell


@click.command()
@SOURCE
@click.option("--check", is_flag=True, help="Only say which pages are outdated.")
@JSON
def docs(root: Path, check: bool, as_json: bool) -> None:
    """Make the pages of the documentation that come from the code, the notebooks and their proofs.

    It runs in a clone of the repository, and writes what has changed in docs/.

    Exit codes: 0 all is well, 1 a page is outdated with --check, or nothing can be made, 2 usage error.
    """
    from ecotools.docs.generated_pages import NoCloneError, outdated, write

    try:
        if check:
            tell(outdated(root), as_json)
            return
        written = write(root)
    except NoCloneError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps({"written": [str(path) for path in written]}, indent=2))
        return
    for path in written:
        click.echo(f"written: {path}")
    click.echo("All pages are up to date.")
