"""The commands for after the grading: feedback for the students, and grades for the learning platform."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.cli.common import (
    ASSIGNMENTS,
    COURSE,
    JSON,
    NO_ROSTER,
    STUDENTS,
    course_and_names,
    course_at,
    readable_errors,
    say_all,
)
from ecotools.english import plural

if TYPE_CHECKING:
    from ecotools.grading.course import Course
    from ecotools.grading.feedback.jobs import FeedbackPage
    from ecotools.grading.feedback.packages import Packed

QUIET = click.option("-q", "--quiet", is_flag=True, help="Print what went wrong, and nothing else.")


@click.command()
@ASSIGNMENTS
@COURSE
@STUDENTS
@click.option("--hidden-tests", is_flag=True, help="Show the hidden tests and what they printed.")
@click.option(
    "--jobs",
    default=os.cpu_count() or 1,
    type=click.IntRange(1),
    help="How many pages are made at a time; by default one per core.",
)
@click.option(
    "--for",
    "ways",
    multiple=True,
    type=click.Choice(["moodle", "canvas", "mail"]),
    help="Also write the pages so that Moodle or Canvas takes them back, or a folder for each e-mail address;"
    " may be repeated.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for what --for writes; by default handed-back/ in the course.",
)
@QUIET
@JSON
def feedback(
    assignments: tuple[str, ...],
    root: Path,
    students: tuple[str, ...],
    hidden_tests: bool,
    jobs: int,
    ways: tuple[str, ...],
    out: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Write a page of feedback for each hand-in, to feedback/<student>/<assignment>/.

    The page of one that could not be graded says why, and what to do. The pages need no network. One whose
    notebook, scores and comments are as before is left as it is.

    --for moodle writes feedback-<assignment>-moodle.zip for "Upload multiple feedback files in a zip", --for
    canvas a zip for "Upload Submissions", --for mail a folder for each address and a table of them. Students
    who are not in the roster, or whose number or address is not known or also another's, are named.

    Exit codes: 0 all is written, 1 a page could not be, or does not go out, 2 usage error.
    """
    if out is not None and not ways:
        raise click.UsageError("--out is for what --for writes: say --for moodle, canvas or mail")
    from ecotools import terminal
    from ecotools.grading.feedback import write_feedback
    from ecotools.grading.feedback.packages import pack
    from ecotools.grading.roster.names import student_called

    with readable_errors(), terminal.progress(show=not (quiet or as_json)) as step:
        course = course_at(root)
        students = tuple(student_called(course, one) for one in students)
        pages = write_feedback(course, assignments, students or None, hidden_tests, jobs, step)
        packed = [pack(course, pages, way, out or course.handed_back) for way in ways]
    errors = [page.error for page in pages if page.error]
    errors += [f"not for {one.way}: {text}" for one in packed for text in one.left_out]
    if as_json:
        made = [asdict(page) for page in pages]
        said = {"pages": made, "packed": list(map(asdict, packed))} if ways else made
        click.echo(json.dumps(said, default=str, indent=2, ensure_ascii=False))
        raise SystemExit(1 if errors else 0)
    if not quiet:
        states = Counter(page.state for page in pages)
        parts = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        click.echo(f"Feedback in {course.feedback}: {parts or 'nothing was handed in'}.")
        for page in pages:
            if page.not_graded:
                click.echo(
                    f"{page.student}, {page.assignment}: not graded, and the page says why: {page.not_graded}"
                )
        _say_packed(course, pages, packed)
    say_all(errors)


def _say_packed(course: Course, pages: list[FeedbackPage], packed: list[Packed]) -> None:
    """Say what goes out, and which of it is not final."""
    from ecotools.grading.roster.roster_file import roster_of

    for one in packed:
        pages_in = f"{plural(one.pages, 'page')} in {', '.join(map(str, one.files))}"
        click.echo(f"For {one.way}: {pages_in if one.files else 'no file, since nobody can be found there'}")
    waiting = sorted({f"{page.student}, {page.assignment}" for page in pages if page.waiting})
    if packed and waiting:
        click.echo(f"An answer still waits for a person, and the page says so: {'; '.join(waiting)}")
    if packed and not roster_of(course):
        click.echo(NO_ROSTER)


@click.command()
@ASSIGNMENTS
@COURSE
@click.option(
    "--format", "form", default="csv", show_default=True, type=click.Choice(["csv", "canvas", "moodle"])
)
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@click.option(
    "--roster",
    "roster_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another roster than class-roster.csv of the course, with the same columns.",
)
@QUIET
@JSON
def export(
    assignments: tuple[str, ...],
    root: Path,
    form: str,
    out: Path,
    roster_file: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Write the grades to a CSV file, or to files that Canvas or Moodle imports.

    Scores that are not final are left out and named. No file for Canvas or Moodle has an empty cell, since
    that would clear a grade there: students without a score for one assignment are in files of the others,
    one per assignment. Students whom the roster does not name get a file of their own.

    Exit codes: 0 all is written, 1 something was left out, 2 usage error.
    """
    from ecotools.grading.export.grades import export_grades
    from ecotools.grading.roster.roster_file import read_roster, roster_of

    with readable_errors():
        course, names = course_and_names(root, assignments)
        roster = read_roster(roster_file) if roster_file else None
        made = export_grades(course, names, form, out, roster)
        known = bool(roster or roster_of(course))
    if as_json:
        click.echo(json.dumps(asdict(made), default=str, indent=2))
        raise SystemExit(1 if made.left_out else 0)
    if not quiet:
        for file in made.files:
            click.echo(f"written: {file}")
        if not known and form != "csv":
            click.echo("Without a roster ids are taken for logins in the platform: ecotools roster FILE.")
        if made.empty and form != "csv":
            click.echo(f"Nobody has a final score yet, so there is no column: {', '.join(made.empty)}")
    say_all(made.left_out)
