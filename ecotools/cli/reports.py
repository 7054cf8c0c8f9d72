"""The commands that write reports: `report` of a business, `class-report` of a class."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ecotools.cli.blueprints import told_in_words
from ecotools.cli.common import COURSE, JSON, course_and_names, readable_errors, tell

YAML = (".yaml", ".yml")
OF_A_CLASS = "the report of a class is `ecotools class-report`"
QUIET = click.option("-q", "quiet", is_flag=True, help="Print only the path of the report.")


@click.command()
@click.argument("blueprint", required=False, type=click.Path(path_type=Path), metavar="BLUEPRINT.yaml")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="The file to write (default: report.html here)."
)
@click.option(
    "--format",
    type=click.Choice(["html", "pdf", "md"]),
    help="What to write (default: what the ending of --out says, else html). A PDF takes a Chromium.",
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "letter"], case_sensitive=False),
    default="A4",
    show_default=True,
    help="The sheet of a PDF.",
)
@click.option(
    "--ledger",
    "ledger_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of a ledger: what happened, for the actual numbers and the forecast.",
)
@click.option("--date", "day", metavar="DAY", help="The day on the first page (default: today).")
@click.option("--months", default=24, show_default=True, help="Months of the forecast.")
@click.option("--runs", default=400, show_default=True, help="How often they are simulated.")
@click.option("--seed", default=0, show_default=True, help="The seed of these runs.")
@click.option("--profile", help="Whose thresholds the review takes (default: the blueprint's own profile).")
@QUIET
@JSON
def report(
    blueprint: Path | None,
    out: Path | None,
    format: str | None,
    ledger_folder: Path | None,
    quiet: bool,
    as_json: bool,
    **how,
) -> None:
    """Write the report of a business, to hand to a bank or a partner.

    Its first page says what the business is, what it earns and what it needs; then come offer, journey,
    ecosystem map, what happened, forecast, cash, plan and assumptions. Its numbers are in it as CSV: behind
    links in HTML, attached to a PDF, at the end of Markdown.

    Exit codes: 0 it is written, 1 it cannot be, with the reason, 2 usage error.
    """
    if blueprint is None or (blueprint.suffix.lower() not in YAML and not blueprint.exists()):
        found = f", not {blueprint}" if blueprint else ""
        raise click.UsageError(f"name the YAML file of a blueprint{found}; {OF_A_CLASS}")
    out = out or Path(f"report.{format or 'html'}")
    if out.is_dir():
        raise click.UsageError(f"{out} is a folder: --out is a file, such as {out / 'report.html'}")
    away = _write(blueprint, out, ledger_folder, format=format, **how)
    if as_json:
        tell([], True, report=out, lacking=away)
    click.echo(out if quiet else f"The report: {out}")
    if away and not quiet:
        click.echo("Not in it yet, with what would bring it:")
        for part, fields in away.items():
            click.echo(f"  {part}: {', '.join(fields)}")


def _write(
    file: Path, out: Path, ledger_folder: Path | None, *, day: str | None, **how
) -> dict[str, list[str]]:
    """Write the report and return the parts that it lacks, with the fields that would bring them."""
    from ecotools.blueprint import Blueprint
    from ecotools.ledger import read_ledger
    from ecotools.report import NoChromiumError, lacking, write

    with told_in_words():
        with _in_words(f"{file}: the blueprint cannot be read"):
            blueprint = Blueprint.read(file)
        with _in_words(f"{ledger_folder}: the ledger cannot be read"):
            ledger = read_ledger(ledger_folder) if ledger_folder else None
        with _in_words(f"{out}: the report cannot be written"):
            try:
                write(blueprint, out, ledger, date=day, **how)
            except NoChromiumError as error:
                raise click.ClickException(str(error)) from None
    return lacking(blueprint, ledger)


@contextmanager
def _in_words(what: str) -> Iterator[None]:
    """Turn an error of the file system into a sentence, unless it is one already."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"{what}: {error.strerror}" if error.strerror else str(error)) from error


@click.command("class-report")
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT…]")
@click.option(
    "-o",
    "--out",
    "folder",
    type=click.Path(path_type=Path),
    help="The folder to write into (default: report/ in the course).",
)
@COURSE
@click.option(
    "--at-risk-below",
    "below",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Who has less of an assignment's points than this is at risk (default: as the course says, or 50).",
)
@click.option(
    "--at-risk-without",
    "not_attempted",
    type=click.IntRange(min=1),
    metavar="TASKS",
    help="Who left out this many tasks of an assignment is at risk (default: as the course says, or 3).",
)
@click.option("--json", "as_json", is_flag=True, help="Print the tables of the report as JSON, for scripts.")
@QUIET
def class_report(
    names: tuple[str, ...],
    folder: Path | None,
    root: Path,
    below: float | None,
    not_attempted: int | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write the report of a class: how hard each task was, who is at risk, what changed since the last one.

    It is one HTML page of all assignments, or of those named, with its tables as CSV beside it; nothing is
    graded for it. A course says in its nbgrader_config.py who is at risk: c.ClassReport.at_risk_below = 0.5
    and c.ClassReport.at_risk_not_attempted = 3.

    Exit codes: 0 it is written, 1 it cannot be, with the reason, 2 usage error.
    """
    if folder is not None and folder.is_file():
        raise click.UsageError(f"{folder} is a file: --out is a folder")
    from ecotools import terminal
    from ecotools.grading.report import ClassReport, RiskRule
    from ecotools.grading.roster.names import with_names
    from ecotools.grading.roster.roster_file import roster_of

    with readable_errors():
        course, names = course_and_names(root, names)
        folder = folder or course.report
        rule = RiskRule.of(course, None if below is None else below / 100, not_attempted)
        report = ClassReport.of(course, names, rule=rule)
        try:
            page = report.write(folder)
        except OSError as error:
            raise click.ClickException(f"{folder}: the report cannot be written: {error.strerror}") from error
    if as_json:
        data = report.data()
        said = {"report": str(page), "needs_a_person": report.needs_a_person, "hand_ins": data.pop("grades")}
        said["nothing_handed_in"] = data.pop("missing")
        click.echo(json.dumps(said | data, indent=2, ensure_ascii=False))
    elif quiet:
        click.echo(page)
    else:
        terminal.show_grades(with_names(report.grades, roster_of(course)), page, report.says)
