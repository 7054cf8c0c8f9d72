"""The command for the class itself: who is in it, and what each system calls them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from ecotools.cli.common import COURSE, JSON, course_at, readable_errors, tell


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@COURSE
@click.option(
    "--assignment",
    default="",
    metavar="NAME",
    help="Which one a grading worksheet of Moodle's is for: its numbers hold for that one alone.",
)
@click.option(
    "--columns",
    multiple=True,
    metavar="FIELD=HEADING",
    help="Which column is what, where its heading is not understood, as in email=Correo; may be repeated.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@JSON
def roster(
    file: Path | None, root: Path, assignment: str, columns: tuple[str, ...], dry_run: bool, as_json: bool
) -> None:
    """Bring the people in FILE into the roster of the course, which all commands read.

    The roster is class-roster.csv in the course; without FILE it is shown. FILE is what a system gives out,
    as CSV (or Excel, where openpyxl is installed): Moodle's participants, grades export or grading worksheet,
    a Canvas gradebook, a roster of GitHub Classroom, or any list of names and addresses. Headings may be in
    English, German, French or Spanish; --columns says what others mean: student, name, first, last, email,
    username, idnumber, id, sis_user_id, sis_login_id, section, github, identifier.

    Read several, one after the other: people are found again by their numbers and addresses, then by name.
    Where two share a name and nothing tells them apart, nothing is written, and the lines are named.

    Exit codes: 0 the roster is written or shown, 1 something could not be decided, 2 usage error.
    """
    from ecotools.grading.roster.headings import told
    from ecotools.grading.roster.merge import merge
    from ecotools.grading.roster.names import ids_in, name_in_gradebook
    from ecotools.grading.roster.roster_file import roster_of, write_roster
    from ecotools.grading.roster.systems import WORKSHEET, read_list

    with readable_errors():
        course = course_at(root)
        before = roster_of(course)
        if file is None:
            return _show(before, as_json)
        listed = read_list(file, told(columns))
        if assignment:
            course.assignment(assignment)
        elif listed.kind == WORKSHEET:
            raise click.UsageError(
                f"{file} is a grading worksheet of one assignment: say which, --assignment NAME"
            )
        made = merge(before.values(), listed, assignment, ids_in(course))
        if not made.refused and not dry_run:
            write_roster(course, made.people.values())
            name_in_gradebook(course, made.people.values())
    said = {
        "added": made.added,
        "changed": made.changed,
        "matched_by_name": made.by_name,
        "not_in_this_file": made.missing,
        "left_out": listed.left_out,
        "in_the_course_and_not_in_the_roster": sorted(ids_in(course) - set(made.people)),
    }
    if not as_json:
        click.echo(f"{file.name} is read as {listed.kind}: {len(listed.people)} people.")
        for what, texts in said.items():
            if texts:
                click.echo(f"{len(texts)} {what.replace('_', ' ')}: {'; '.join(texts)}")
        if made.refused:
            click.echo("Nothing is written:")
        else:
            click.echo(f"{len(made.people)} people {'would be' if dry_run else 'are'} in the roster.")
    tell(made.refused, as_json, kind=listed.kind, people=list(map(asdict, made.people.values())), **said)


def _show(people: dict, as_json: bool) -> None:
    if as_json:
        tell([], True, people=list(map(asdict, people.values())))
    for one in people.values():
        known = [text for name, text in asdict(one).items() if text and name not in ("student", "name")]
        click.echo(f"{one.called}: {', '.join(known) or 'nothing more'}")
    if not people:
        click.echo("There is no roster yet: ecotools roster FILE.")
