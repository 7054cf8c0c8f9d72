"""What every command needs: the arguments they share, and errors turned into sentences."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from ecotools.english import plural

if TYPE_CHECKING:
    from ecotools.grading.course import Course

ASSIGNMENTS = click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]…")
SOURCE = click.option(
    "--course",
    "root",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of the course; by default the one you are in.",
)
_DB = "ecotools.db"  # where a command keeps which gradebook was asked for


def _keep_db(context: click.Context, _: click.Parameter, url: str) -> None:
    context.meta[_DB] = url


GRADEBOOK = click.option(
    "--db",
    envvar="ECOTOOLS_DB",
    default="",
    metavar="URL",
    expose_value=False,
    callback=_keep_db,
    help="Another gradebook, like postgresql+psycopg://host/name; by default what ECOTOOLS_DB says, then"
    " c.CourseDirectory.db_url of the configuration, then gradebook.db of the course.",
)


def _with_course(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for the folder of the course and for its gradebook."""
    return SOURCE(GRADEBOOK(command))


COURSE = _with_course

STUDENTS = click.option(
    "--student",
    "students",
    multiple=True,
    metavar="ID",
    help="Only this student, by id or as the roster has them; may be repeated.",
)
NO_ROSTER = "Without a roster students are who the source names: ecotools roster FILE."
JSON = click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON, and nothing else.")


def course_at(root: Path, unfinished: bool = False) -> Course:
    """Return the course that a folder is in, with the gradebook that the command was asked to use.

    Where a new term was begun and not finished, only a command that says ``unfinished`` may go on.
    """
    from ecotools.grading.course import Course
    from ecotools.grading.term import half_begun, lies_apart

    context = click.get_current_context()
    course = Course.find(root, context.meta.get(_DB, ""))
    # The environment is that of the running term, whose gradebook a term that ended must not touch.
    if context.get_parameter_source("db") == ParameterSource.ENVIRONMENT and lies_apart(course.root):
        course = replace(course, db="")
    if not unfinished and half_begun(course.root):
        raise click.ClickException(
            f"{course.root}: a new term was begun and is not finished: ecotools new-term"
        )
    return course


def course_and_names(root: Path, names: tuple[str, ...]) -> tuple[Course, list[str]]:
    """Return the course that a folder is in, and the assignments ``names``: all of it without any."""
    from ecotools.grading.grade import assignments

    course = course_at(root)
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
        click.echo(f"{plural(len(found), 'finding')}.")
        sys.exit(1)
