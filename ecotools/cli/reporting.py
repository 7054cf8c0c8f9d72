"""The command that writes reports: of a blueprint, a page to hand out; of a class, a page and tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ecotools.cli.blueprints import told_in_words
from ecotools.cli.shared import COURSE, course_and_names, readable_errors

YAML = (".yaml", ".yml")
OF_A_CLASS = {"root": "--course", "as_json": "--json"}
OF_A_BLUEPRINT = {
    "ledger_folder": "--ledger", "day": "--date", "months": "--months", "runs": "--runs", "seed": "--seed",
    "profile": "--profile",
}  # fmt: skip


@click.command()
@click.argument("what", nargs=-1, metavar="[BLUEPRINT.yaml | ASSIGNMENT…]")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="The file or the folder to write; see above."
)
@click.option("-q", "quiet", is_flag=True, help="Print only the path of the report.")
@click.option(
    "--ledger",
    "ledger_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Blueprint: the folder of a ledger, for its KPIs and its forecast.",
)
@click.option("--date", "day", metavar="DAY", help="Blueprint: the day on the title page (default: today).")
@click.option("--months", default=12, show_default=True, help="Blueprint: months of the forecast.")
@click.option("--runs", default=400, show_default=True, help="Blueprint: how often they are simulated.")
@click.option("--seed", default=0, show_default=True, help="Blueprint: the seed of these runs.")
@click.option("--profile", help="Blueprint: whose thresholds the review takes (default: its own profile).")
@COURSE
@click.option(
    "--json", "as_json", is_flag=True, help="Class: print the table of the class as JSON, for scripts."
)
@click.pass_context
def report(
    context: click.Context,
    what: tuple[str, ...],
    out: Path | None,
    quiet: bool,
    root: Path,
    as_json: bool,
    **how,
) -> None:
    """Write a report: of a blueprint, or of a class.

    With a YAML file it is the report of that BLUEPRINT, one HTML page to hand out: offer, journey, ecosystem
    map, forecast, KPIs, review and plan. --out is its file (default: report.html).

    Without one it is the report of a class, of all assignments or of those named: one HTML page, and its
    tables as CSV beside it; nothing is graded for it. --out is their folder (default: report/ in the course).

    Exit codes: 0 it is written, 1 it cannot be, with the reason, 2 usage error.
    """
    files = [name for name in what if name.lower().endswith(YAML)]
    if files and len(what) > 1:
        others = ", ".join(name for name in what if name != files[0])
        raise click.UsageError(f"a report is of one blueprint: name {files[0]} alone, without {others}")
    _refuse(context, OF_A_CLASS if files else OF_A_BLUEPRINT, "of a class" if files else "of a blueprint")
    if files:
        _of_blueprint(Path(files[0]), out or Path("report.html"), quiet, **how)
    else:
        _of_class(what, root, out, quiet, as_json)


def _refuse(context: click.Context, options: dict[str, str], whose: str) -> None:
    """Refuse options that the other kind of report has."""
    given = [
        option
        for name, option in options.items()
        if context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
    ]
    if given:
        hint = "name a YAML file to report on" if whose == "of a blueprint" else "leave out the YAML file"
        raise click.UsageError(
            f"{', '.join(given)} belongs to the report {whose}: {hint}, or leave {given[0]} out"
        )


def _of_blueprint(file: Path, out: Path, quiet: bool, *, ledger_folder: Path | None, day: str | None, **how):
    if out.is_dir():
        better = out / "report.html"
        raise click.UsageError(f"{out} is a folder: for a blueprint --out is a file, such as {better}")
    from ecotools.blueprint import Blueprint
    from ecotools.ledger import read_ledger
    from ecotools.report import write

    with told_in_words():
        with _in_words(f"{file}: the blueprint cannot be read"):
            blueprint = Blueprint.read(file)
        with _in_words(f"{ledger_folder}: the ledger cannot be read"):
            ledger = read_ledger(ledger_folder) if ledger_folder else None
        with _in_words(f"{out}: the report cannot be written"):
            write(blueprint, out, ledger, date=day, **how)
    click.echo(out if quiet else f"The report: {out}")


@contextmanager
def _in_words(what: str) -> Iterator[None]:
    """Turn an error of the file system into a sentence, unless it is one already."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"{what}: {error.strerror}" if error.strerror else str(error)) from error


def _of_class(names: tuple[str, ...], root: Path, folder: Path | None, quiet: bool, as_json: bool) -> None:
    if folder is not None and folder.is_file():
        raise click.UsageError(f"{folder} is a file: for a class --out is a folder")
    from ecotools import terminal
    from ecotools.grading.report import needs_a_person, write_report

    with readable_errors():
        course, names = course_and_names(root, names)
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
