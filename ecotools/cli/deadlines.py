"""The commands for when assignments are due: until when, what being late costs, and who has more time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.cli.common import COURSE, JSON, course_at, readable_errors, tell

if TYPE_CHECKING:
    from ecotools.grading.course import Course
    from ecotools.grading.gradebook.deadlines import Deadline


@click.command()
@click.argument("assignment")
@click.argument("when", required=False)
@click.option("--grace", type=click.FloatRange(0), help="Minutes after it that still count as in time.")
@click.option(
    "--penalty",
    help='What being late costs: "none", "2" (points), "1 per hour", "10% per day, at most 50%". '
    "A percentage is of the points there are; a day or an hour counts once it has begun.",
)
@COURSE
@JSON
def due(
    assignment: str, when: str | None, grace: float | None, penalty: str | None, root: Path, as_json: bool
) -> None:
    """Say when ASSIGNMENT is due, WHEN being like "2026-03-01 18:00", and what being late costs.

    A time without a zone is in that of the course, c.Exchange.timezone. WHEN may be "none": then nothing is
    late. Without WHEN it says what holds. What is taken off follows from the marks as they stand: nothing is
    graded again for it.

    Exit codes: 0 it is said, 1 it cannot be, with the reason, 2 usage error.
    """
    from ecotools.grading.gradebook.deadlines import NONE, Deadline, Penalty, in_zone

    def change(course: Course, found: Deadline | None) -> Deadline | None:
        if when == NONE:
            return None
        given = {"grace": grace, "penalty": penalty}
        given = {name: value for name, value in given.items() if value is not None}
        if penalty is not None:
            Penalty.read(penalty)
        if when is not None:
            given["due"] = in_zone(when, course.home_zone())
        elif found is None and given:
            raise click.UsageError(f"{assignment} has no due date yet: say WHEN")
        return found.model_copy(update=given) if found else Deadline(**given) if given else None

    _change(root, assignment, change, as_json)


@click.command()
@click.argument("student")
@click.argument("assignment")
@click.argument("when")
@COURSE
@JSON
def extend(student: str, assignment: str, when: str, root: Path, as_json: bool) -> None:
    """Give STUDENT until WHEN for ASSIGNMENT, also before anything is handed in; "none" takes it back.

    STUDENT is an id, or what the roster knows them by: a number, an address, or a name that nobody shares.

    Exit codes: 0 it is done, 1 it cannot be, with the reason, 2 usage error.
    """
    from ecotools.grading.gradebook.deadlines import NONE, DeadlineError, in_zone
    from ecotools.grading.roster.names import student_called

    def change(course: Course, found: Deadline | None) -> Deadline:
        if found is None:
            raise DeadlineError(f"{assignment} has no due date yet: ecotools due {assignment} WHEN")
        whose = student_called(course, student)
        others = {one: until for one, until in found.extensions.items() if one != whose}
        more = {} if when == NONE else {whose: in_zone(when, course.home_zone())}
        return found.model_copy(update={"extensions": others | more})

    _change(root, assignment, change, as_json)


def _change(
    root: Path,
    assignment: str,
    change: Callable[[Course, Deadline | None], Deadline | None],
    as_json: bool,
) -> None:
    """Change what holds for an assignment, and say it, with who is late."""
    from ecotools.grading.gradebook.deadlines import read_deadlines, write_deadlines
    from ecotools.grading.gradebook.late_penalties import Late
    from ecotools.grading.gradebook.marks import read_marks

    with readable_errors():
        course = course_at(root)
        course.assignment(assignment)
        known = read_deadlines(course.root)
        before, after = known.get(assignment), change(course, known.get(assignment))
        if after != before:
            others = {name: one for name, one in known.items() if name != assignment}
            write_deadlines(course.root, others | ({assignment: after} if after else {}))
        gradebook = course.gradebook() if before and not after else None
        if gradebook is not None:
            with closing(gradebook):
                Late(gradebook.db, course.config(), course.root).forget(assignment)
        marks = read_marks(course, assignment)
        late = {one.student: round(one.late / 3600, 2) for one in marks if one.late > 0}
        unknown = sorted({one.student for one in marks if one.undated})
    if as_json:
        said = {"deadline": after and after.model_dump(), "hours_late": late, "time_not_known": unknown}
        tell([], True, assignment=assignment, **said)
    if after is None:
        click.echo(f"{assignment} has no due date.")
        return
    click.echo(
        f"{assignment} is due {after.due}; {after.grace:g} minutes of grace; penalty: {after.penalty}."
    )
    for student, until in sorted(after.extensions.items()):
        click.echo(f"{student} has until {until}.")
    click.echo(f"{len(late)} handed in late{': ' if late else '.'}{', '.join(sorted(late))}")
    if unknown:
        why = "since it is not known when they handed in"
        click.echo(f"{len(unknown)} count as in time, {why}: {', '.join(unknown)}")
