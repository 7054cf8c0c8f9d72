"""The commands that grade a class, and that say how this machine would do it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from threading import Thread

import click

from ecotools.cli.common import ASSIGNMENTS, COURSE, STUDENTS, course_and_names, readable_errors


@click.command()
@ASSIGNMENTS
@COURSE
@STUDENTS
@click.option("--report", "folder", type=click.Path(path_type=Path), help="Where the report goes.")
@click.option("--jobs", default=0, help="How many at a time; by default as many as there are processors.")
@click.option(
    "--sandbox",
    type=click.Choice(["auto", "require", "off"]),
    default="auto",
    show_default=True,
    help="Refuse to grade without a sandbox, use one where it can be had, or use none.",
)
@click.option("--force", is_flag=True, help="Grade unchanged hand-ins again, too: in this environment.")
@click.option(
    "--cpu",
    type=float,
    help="Seconds of processor time a cell may take; by default 30, or c.Execute.timeout if that is over 60.",
)
@click.option(
    "--wall",
    type=float,
    help="Seconds in all that a cell may take; by default 60, or c.Execute.timeout if that is more.",
)
@click.option("--memory", default=2048, show_default=True, help="MiB that a process of a hand-in may hold.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="A Dask scheduler, like tcp://host:8786.")
@click.option("-q", "quiet", is_flag=True, help="Print only what could not be graded.")
@click.option("--json", "as_json", is_flag=True, help="Print what came of each hand-in as JSON, for scripts.")
def grade(
    assignments: tuple[str, ...],
    root: Path,
    students: tuple[str, ...],
    folder: Path | None,
    jobs: int,
    sandbox: str,
    force: bool,
    cpu: float | None,
    wall: float | None,
    memory: int,
    scheduler: str,
    quiet: bool,
    as_json: bool,
) -> None:
    """Grade what was handed in, print the table of the class and write a report.

    A hand-in is graded again when something changed that can change its result: its files, the tests, the
    limits, Python, or the versions of what it and the tests import. Marks by hand count as long as the answer
    and the points of its task are as they were. An interrupted run resumes.

    Exit codes: 0 all is graded, 1 a hand-in could not be graded, or a student handed in nothing, 2 usage
    error.
    """
    from ecotools.grading.execute.warm_client import begun

    # Before all other imports: it imports what hand-ins need while this process imports the rest.
    with begun(sandbox != "off" and not scheduler) as warm:
        from ecotools import terminal
        from ecotools.grading.roster.names import name_in_gradebook, student_called, with_names
        from ecotools.grading.roster.roster_file import roster_of
        from ecotools.grading.settings import Settings, limits

        with readable_errors():
            course, names = course_and_names(root, assignments)
            settings = Settings(sandbox, jobs, force, limits(course, cpu, wall, memory), scheduler)
            roster = roster_of(course)  # one that cannot be read stops it before anything is graded
            students = tuple(student_called(course, one) for one in students)
            who, absent = _who(course, names, students)
            handins = _grade(course, who, settings, warm, show=not (quiet or as_json))
            from ecotools.grading.report import ClassReport

            name_in_gradebook(course, roster.values())
            report = ClassReport.of(course, names, handins)
            page = report.write(folder or course.report)
    failed = [handin.error for handin in handins if handin.error] + absent
    if as_json:
        said = {"handins": [asdict(one) for one in handins], "report": str(page), "absent": absent}
        click.echo(json.dumps(said, indent=2))
    elif quiet:
        click.echo("".join(f"{text}\n" for text in failed), nl=False)
    else:
        terminal.show_grades(with_names(report.grades, roster), page, report.says)
        terminal.show_handins(handins)
        click.echo("".join(f"{text}\n" for text in absent), nl=False)
    sys.exit(1 if failed else 0)


def _who(course, names: list[str], students: tuple[str, ...]) -> tuple[dict[str, list[str]], list[str]]:
    """Return whose hand-ins to grade by assignment, and a sentence for each student who has none of them."""
    there = {name: course.students(name) for name in names}
    if not students:
        return there, []
    who = {name: [one for one in found if one in students] for name, found in there.items()}
    handed_in = {one for found in who.values() for one in found}
    of = f"has handed in none of {', '.join(names)}"
    return who, [f"{course.submitted}: {one} {of}" for one in dict.fromkeys(students) if one not in handed_in]


def _grade(course, who: dict[str, list[str]], settings, warm, show: bool) -> list:
    """Grade assignments one after the other; with ``show``, say in the terminal how far it is."""
    from ecotools import terminal
    from ecotools.grading.grade import grade_assignment
    from ecotools.grading.pipeline.schedule import pool

    if show:
        terminal.show_sandbox(settings)
    with pool(settings.jobs, settings.scheduler, warm) as workers, terminal.progress(show) as step:
        done = _meanwhile(step("Hand-ins graded", sum(map(len, who.values()))), "ecotools.grading.report")
        return [
            one
            for name, students in who.items()
            for one in grade_assignment(course, name, students, done, settings, workers)
        ]


def _meanwhile(done: Callable[[object], None], module: str) -> Callable[[object], None]:
    """Return ``done``, which imports what comes after the hand-ins once the first of them is done.

    This process has little to do then but wait for the others.
    """
    importing = Thread(target=import_module, args=(module,), daemon=True)

    def first(handin: object) -> None:
        if importing.ident is None:
            importing.start()
        done(handin)

    return first


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for scripts.")
def doctor(as_json: bool) -> None:
    """Report how hand-ins would be run on this machine, and why.

    Exit codes: 0 in a sandbox, 1 without one, 2 usage error.
    """
    from ecotools import terminal
    from ecotools.grading.course import Course, NoCourseError
    from ecotools.grading.doctor import examine

    try:
        course = Course.find()
    except NoCourseError:
        course = None
    found = examine(course)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], indent=2))
    else:
        terminal.show_findings(found)
    sys.exit(0 if all(one.good for one in found if one.needed) else 1)
