"""The commands of whoever has a class: grade it, and see how it does."""

from __future__ import annotations

from pathlib import Path

import click

from ecotools.cli.shared import ASSIGNMENTS, COURSE, course_and_names, readable_errors, say_all


@click.command()
@ASSIGNMENTS
@COURSE
@click.option(
    "--student", "students", multiple=True, metavar="ID", help="Only this student; may be repeated."
)
@click.option("--report", "folder", type=click.Path(path_type=Path), help="Where the report goes.")
def grade(assignments: tuple[str, ...], root: Path, students: tuple[str, ...], folder: Path | None) -> None:
    """Grade what was handed in, print the table of the class and write a report."""
    from ecotools import terminal
    from ecotools.grading.grade import grade as grade_one
    from ecotools.grading.report import write_report

    with readable_errors(), terminal.progress() as step:
        course, names = course_and_names(root, assignments)
        who = {name: list(students) or course.students(name) for name in names}
        done = step("Hand-ins graded", sum(map(len, who.values())))
        handins = [handin for name in names for handin in grade_one(course, name, who[name], on_done=done)]
        grades, page = write_report(course, names, folder or course.root / "report", handins)
    terminal.show_grades(grades, page)
    say_all([handin.error for handin in handins if handin.error])


@click.command()
@ASSIGNMENTS
@COURSE
def status(assignments: tuple[str, ...], root: Path) -> None:
    """Say who handed in what, what is graded and what waits for a person."""
    from ecotools import terminal
    from ecotools.grading.status import status as table

    with readable_errors():
        course, names = course_and_names(root, assignments)
        terminal.show_status(table(course, names))


@click.command()
@COURSE
@click.option(
    "--out", default="demo", show_default=True, type=click.Path(path_type=Path), help="The folder for it."
)
@click.option("--jobs", default=2, show_default=True, help="How many lessons run at a time.")
@click.option("--seed", default=0, show_default=True, help="What the made-up class hands in depends on it.")
def demo(root: Path, out: Path, jobs: int, seed: int) -> None:
    """Run the whole loop in a folder: lessons, release, a made-up class, grades and report."""
    from ecotools import terminal
    from ecotools.grading.course import Course
    from ecotools.grading.demo import demo as whole_loop

    with readable_errors(), terminal.progress() as step:
        made = whole_loop(Course.find(root), out, jobs, seed, step)
    terminal.show_runs(made.lessons)
    terminal.show_grades(made.grades, made.page)
    say_all([run.error for run in made.lessons if run.error])
