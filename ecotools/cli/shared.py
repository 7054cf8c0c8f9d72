"""What every command needs: the arguments they share, and errors turned into sentences."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

ASSIGNMENTS = click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]…")
COURSE = click.option(
    "--course",
    "root",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of the course; by default the one you are in.",
)
STUDENTS = click.option(
    "--student",
    "students",
    multiple=True,
    metavar="ID",
    help="Only this student, by id or as the roster has them; may be repeated.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON, and nothing else.")


def course_and_names(root: Path, names: tuple[str, ...]):
    from ecotools.grading.course import Course
    from ecotools.grading.grade import assignments

    course = Course.find(root)
    return course, assignments(course, names)


@contextmanager
def readable_errors() -> Iterator[None]:
    """Turn the errors that name a file into a sentence; anything else is a bug and keeps its traceback."""
    from ecotools.grading.assignment import AssignmentError
    from ecotools.grading.collect.collect import CollectError
    from ecotools.grading.course import NoCourseError
    from ecotools.notebooks import NotebookError

    try:
        yield
    except (AssignmentError, CollectError, NoCourseError, NotebookError) as error:
        raise click.ClickException(str(error)) from error


def or_none(number: float) -> float | None:
    """Return a number as JSON can write it: None for NaN."""
    return None if number != number else float(number)


def tell(found: list[str], as_json: bool, **done: object) -> None:
    """Print findings, one per line or as JSON with what was done; leave with 1 when there are any."""
    if as_json:
        click.echo(json.dumps({**done, "findings": found}, indent=2, ensure_ascii=False, default=str))
        sys.exit(1 if found else 0)
    say_all(found)


def say_all(found: list[str]) -> None:
    """Print findings, one per line, and leave with 1 when there are any."""
    for text in found:
        click.echo(text)
    if found:
        click.echo(f"{len(found)} finding{'s' if len(found) > 1 else ''}.")
        sys.exit(1)
