"""The commands around a class: collect what was handed in, and see what became of it."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import click

from ecotools.cli.common import (
    ASSIGNMENTS,
    COURSE,
    JSON,
    NO_ROSTER,
    SOURCE,
    course_and_names,
    course_at,
    readable_errors,
    tell,
)


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@SOURCE
@click.option(
    "--assignment", default="", metavar="NAME", help="Collect only this one; needed where nothing says it."
)
@click.option("--dry-run", is_flag=True, help="Only say what was understood.")
@click.option("--replace", is_flag=True, help="Replace what is there even if it is newer.")
@click.option(
    "--owner",
    "owners",
    multiple=True,
    metavar="NAME=STUDENT",
    help="Whose a hand-in is, by the name or number that the source gives; may be repeated.",
)
@click.option(
    "--zone",
    default="",
    help="The zone of the system that wrote times without one (Blackboard, many zips), such as Europe/Berlin"
    " or +0100; by default that of the course, c.Exchange.timezone. Without any, such times are not known.",
)
@click.option(
    "--times",
    "times_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table of people and times that says when they handed in, such as Moodle's grading worksheet.",
)
@click.option("-q", "quiet", is_flag=True, help="Print only what was refused.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON, for scripts.")
def collect(
    source: Path,
    root: Path,
    assignment: str,
    dry_run: bool,
    replace: bool,
    owners: tuple[str, ...],
    zone: str,
    times_file: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Bring hand-ins from SOURCE into submitted/<student>/<assignment>/.

    SOURCE is a folder of students' folders, zips or notebooks, a zip of them, or a download from Moodle,
    Canvas, Blackboard, GitHub Classroom or nbgrader's exchange.

    A notebook is recognised by its cells, whatever it is called. Of several copies the one that holds work is
    taken; two with different work are refused by name. A timestamp.txt may name any zone: an offset (-0500),
    an abbreviation that means one thing (CEST), or a place (Europe/Berlin).

    Downloads of Moodle and Canvas, and clones of GitHub Classroom, do not say when anything was handed in: it
    is then not known, and nobody in them counts as late, unless --times says it. Its first column that holds
    only times is taken, in the zone of --zone.

    With a roster (see ecotools roster) students are found by the number that the source gives, then by name.
    Those who are not in it, or share a name that nothing tells apart, are refused by name.

    Exit codes: 0 all is collected, 1 something was refused, 2 usage error.
    """
    if not source.is_dir() and source.suffix.lower() != ".zip":
        raise click.BadParameter(
            f"{source} is neither a folder nor a zip; unpack it first", param_hint="SOURCE"
        )
    from tempfile import TemporaryDirectory

    from ecotools import terminal
    from ecotools.grading.collect.archives import ArchiveReader
    from ecotools.grading.collect.collect import as_data, collect_hand_ins, outlook, refusals
    from ecotools.grading.collect.copies import stubs
    from ecotools.grading.collect.instants import clock_instant
    from ecotools.grading.collect.numbers import SeenNumbers
    from ecotools.grading.collect.owners import Whose, told
    from ecotools.grading.collect.plan import understand
    from ecotools.grading.collect.recognition import known
    from ecotools.grading.collect.stated_times import read_times
    from ecotools.grading.roster.roster_file import roster_of

    try:
        with readable_errors():
            course, names = course_and_names(root, ())
            there, roster = known(course), roster_of(course)
    except click.ClickException as error:
        raise click.UsageError(error.message) from error
    if assignment and assignment not in there:
        raise click.BadParameter(
            f"no {assignment!r}; there are {', '.join(names)}", param_hint="--assignment"
        )
    if zone and clock_instant("2026-03-01 12:00", zone).time is None:
        raise click.BadParameter(
            f"no zone {zone!r}; expected one like Europe/Berlin or +0100", param_hint="--zone"
        )
    with TemporaryDirectory(prefix="ecotools-collect-") as scratch, readable_errors():
        given = cache(lambda name: stubs(course, name)(name))
        whose = Whose(roster, SeenNumbers.read(course.root), told(owners, roster, click.BadParameter))
        reader = ArchiveReader(Path(scratch), zone=zone or course.named_zone())
        times = read_times(times_file, reader.zone, roster) if times_file else None
        plan = understand(source, there, reader, assignment, given, course.home_zone(), whose, times)
        outcomes = outlook(course, plan.handins, replace, given, whose.seen)
        if not (quiet or as_json):
            terminal.show_plan(plan, outcomes)
        if not dry_run:
            outcomes = collect_hand_ins(course, outcomes)
            whose.remember(outcome.handin for outcome in outcomes if not outcome.error)
            whose.remember_times(one.handin for one in outcomes if one.writes and not one.error)
            whose.seen.write(course.root)
    refused = refusals(plan, outcomes)
    if as_json:
        click.echo(json.dumps(as_data(plan, outcomes, dry_run), indent=2))
    elif quiet:
        click.echo("".join(f"{text}\n" for text in refused), nl=False)
    else:
        if not roster:
            click.echo(NO_ROSTER)
        if unknown := sum(one.handin.handed_in is None for one in outcomes):
            click.echo(f"Hand-ins without a known time: {unknown}. They count as in time.")
        terminal.show_collected(outcomes, refused, dry_run)
    sys.exit(1 if refused else 0)


@click.command()
@ASSIGNMENTS
@COURSE
@JSON
def status(assignments: tuple[str, ...], root: Path, as_json: bool) -> None:
    """Say who handed in what, who handed in nothing, what is graded and what waits for a person.

    Where STUDENT_ID in a notebook is another student's, or in two hand-ins, that is said; it costs nothing.

    Exit codes: 0 it is said, 1 there is no such course or assignment, 2 usage error.
    """
    from ecotools import terminal
    from ecotools.grading.gradebook.status import status_table
    from ecotools.grading.roster.absentees import absent, in_words, with_absent
    from ecotools.grading.roster.names import called, ids_in, with_names
    from ecotools.grading.roster.roster_file import roster_of
    from ecotools.grading.roster.student_ids import odd_ids

    with readable_errors():
        course, names = course_and_names(root, assignments)
        table, missing, odd = status_table(course, names), absent(course, names), odd_ids(course, names)
        roster = roster_of(course)
        strangers = sorted(ids_in(course) - set(roster)) if roster else []
    if as_json:
        click.echo(with_absent(table, missing, odd).to_json(orient="records", indent=2))
        return
    terminal.show_status(with_names(table, roster))
    for text in in_words(missing, bool(roster) or table.empty):
        click.echo(text)
    if strangers:
        click.echo(f"Not in the roster: {', '.join(strangers)}.")
    for row in odd.itertuples():
        click.echo(f"Look at {called(roster, row.student)}, {row.assignment}: {row.says}.")


@click.command()
@SOURCE
@click.option(
    "--out", default="demo", show_default=True, type=click.Path(path_type=Path), help="The folder for it."
)
@click.option("--jobs", default=2, show_default=True, help="How many lessons run at a time.")
@click.option("--seed", default=0, show_default=True, help="What the made-up class hands in depends on it.")
@JSON
def demo(root: Path, out: Path, jobs: int, seed: int, as_json: bool) -> None:
    """Run the whole loop in a folder: lessons, release, a made-up class, grades and report.

    Exit codes: 0 all of it ran, 1 a lesson failed, 2 usage error.
    """
    from ecotools import terminal
    from ecotools.grading.demo.loop import run_demo

    with readable_errors(), terminal.progress(show=not as_json) as step:
        made = run_demo(course_at(root), out, jobs, seed, step)
    if not as_json:
        terminal.show_runs(made.lessons)
        terminal.show_grades(made.report.grades, made.page, made.report.says)
    rows = json.loads(made.report.grades.to_json(orient="records"))
    tell([run.error for run in made.lessons if run.error], as_json, report=made.page, hand_ins=rows)
