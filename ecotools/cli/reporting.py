"""The command that says how a class did: one page for people, tables for programs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ecotools.cli.shared import ASSIGNMENTS, COURSE, course_and_names, readable_errors


@click.command()
@ASSIGNMENTS
@COURSE
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for it; report/ else.",
)
@click.option("-q", "quiet", is_flag=True, help="Print only where the report lies.")
@click.option("--json", "as_json", is_flag=True, help="Print the table of the class as JSON, for scripts.")
def report(assignments: tuple[str, ...], root: Path, folder: Path | None, quiet: bool, as_json: bool) -> None:
    """Write the report of a class: one HTML page, and its tables as CSV beside it.

    Nothing is graded for it. Exit codes: 0 it is written, 1 it cannot be, with the reason, 2 used wrongly.
    """
    from ecotools import terminal
    from ecotools.grading.report import needs_a_person, write_report

    with readable_errors():
        course, names = course_and_names(root, assignments)
        folder = folder or course.root / "report"
        try:
            grades, page = write_report(course, names, folder)
        except OSError as error:
            raise click.ClickException(f"{folder}: the report cannot be written: {error.strerror}") from error
    if as_json:
        rows = json.loads(grades.to_json(orient="records"))
        data = {"report": str(page), "needs_a_person": needs_a_person(grades), "hand_ins": rows}
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    elif quiet:
        click.echo(page)
    else:
        terminal.show_grades(grades, page)
