"""What every command needs: the arguments they share, and errors turned into sentences."""

from __future__ import annotations

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


def say_all(found: list[str]) -> None:
    """Print findings, one per line, and leave with 1 when there are any."""
    for text in found:
        click.echo(text)
    if found:
        click.echo(f"{len(found)} finding{'s' if len(found) > 1 else ''}.")
        sys.exit(1)
