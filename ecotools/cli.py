"""The command ``ecotools``: what a maintainer and an instructor do from a terminal.

Exit codes: 0 when all is well, 1 when something was found or failed, 2 when the command was given wrongly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ecotools import __version__

ASSIGNMENTS = click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]…")
COURSE = click.option(
    "--course",
    "root",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of the course; by default the one you are in.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Work with the course's notebooks, and grade a class."""


@main.command("format")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Only say which notebooks are not in canonical form.")
def format_command(paths: tuple[Path, ...], check: bool) -> None:
    """Bring notebooks into canonical form: no outputs, no counts, stable ids, sorted keys.

    PATHS are notebooks and folders of them; without any, the course's lessons and solutions.
    """
    from ecotools.notebooks import format_file

    with _errors():
        changed = [file for file in _notebooks(paths or _sources()) if format_file(file, check)]
    for file in changed:
        click.echo(f"{'not in canonical form' if check else 'formatted'}: {file}")
    if check and changed:
        click.echo("Run `ecotools format` on them.")
        sys.exit(1)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def lint(paths: tuple[Path, ...]) -> None:
    """Say what makes notebooks hard to read, to reach or to keep.

    PATHS are notebooks and folders of them; without any, the course's lessons and solutions.
    """
    from ecotools.notebooks import hygiene, lessons

    found: list[str] = []
    with _errors():
        for file in _notebooks(paths or _sources()):
            found += hygiene.problems(file)
            found += lessons.problems(file) if file.parent.name == "course" else []
    _say_all(found)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder for what comes out.")
@click.option("--jobs", default=2, show_default=True, help="How many run at a time.")
@click.option("-p", "parameters", nargs=2, multiple=True, metavar="NAME VALUE", help="Set a parameter.")
@click.option("--timeout", default=300, show_default=True, help="Seconds that one cell may take.")
@click.option("--online", is_flag=True, help="Leave the network on.")
def run(
    paths: tuple[Path, ...],
    out: Path,
    jobs: int,
    parameters: tuple[tuple[str, str], ...],
    timeout: int,
    online: bool,
) -> None:
    """Execute notebooks with papermill, the network cut off, each in a folder of its own."""
    from ecotools import terminal
    from ecotools.notebooks import execute_all

    files, values = _notebooks(paths), {name: _value(text) for name, text in parameters}
    with _errors(), terminal.progress() as step:
        done = step("Executed", len(files))
        runs = execute_all(files, out, values, timeout, jobs, offline=not online, on_done=done)
    terminal.show_runs(runs)
    _say_all([run.error for run in runs if run.error])


@main.command()
@ASSIGNMENTS
@COURSE
@click.option("--check", is_flag=True, help="Only compare with what is in exercises/.")
def release(assignments: tuple[str, ...], root: Path, check: bool) -> None:
    """Generate the students' version of assignments into exercises/, and search it for leaks."""
    from ecotools.grading import release as module

    found = []
    with _errors():
        course, names = _course(root, assignments)
        for name in names:
            try:
                if check:
                    found += module.differences(course, name)
                else:
                    click.echo(f"released: {module.release(course, name)}")
            except module.ReleaseError as error:
                found += error.findings
    _say_all(found)


@main.command()
@ASSIGNMENTS
@COURSE
def prove(assignments: tuple[str, ...], root: Path) -> None:
    """Try the reference, the stub and all probes of assignments against their checks."""
    from ecotools.grading.proof import PARTS, too_few_probes
    from ecotools.grading.proof import prove as prove_one

    found = []
    with _errors():
        course, names = _course(root, assignments)
        for name in names:
            proof = prove_one(course, name, parts=tuple(part for part in PARTS if part != "mutants"))
            click.echo(f"{name}: {len(proof.probes)} probes tried")
            found += [
                f"{name}, {text}"
                for text in [*proof.findings(), *too_few_probes(proof.assignment, proof.known)]
            ]
    _say_all(found)


@main.command()
@ASSIGNMENTS
@COURSE
def mutate(assignments: tuple[str, ...], root: Path) -> None:
    """Try small mutations of the reference solutions; print which the checks refuse."""
    from ecotools import terminal
    from ecotools.grading.proof import prove as prove_one

    found = []
    with _errors():
        course, names = _course(root, assignments)
        for name in names:
            proof = prove_one(course, name, parts=("mutants",))
            terminal.show_mutants(proof)
            found += [f"{name}, {text}" for text in proof.findings()]
    _say_all(found)


@main.command()
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

    with _errors(), terminal.progress() as step:
        course, names = _course(root, assignments)
        who = {name: list(students) or course.students(name) for name in names}
        done = step("Hand-ins graded", sum(map(len, who.values())))
        handins = [handin for name in names for handin in grade_one(course, name, who[name], on_done=done)]
        grades, page = write_report(course, names, folder or course.root / "report", handins)
    terminal.show_grades(grades, page)
    _say_all([handin.error for handin in handins if handin.error])


@main.command()
@ASSIGNMENTS
@COURSE
def status(assignments: tuple[str, ...], root: Path) -> None:
    """Say who handed in what, what is graded and what waits for a person."""
    from ecotools import terminal
    from ecotools.grading.status import status as table

    with _errors():
        course, names = _course(root, assignments)
        terminal.show_status(table(course, names))


@main.command()
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

    with _errors(), terminal.progress() as step:
        made = whole_loop(Course.find(root), out, jobs, seed, step)
    terminal.show_runs(made.lessons)
    terminal.show_grades(made.grades, made.page)
    _say_all([run.error for run in made.lessons if run.error])


def _course(root: Path, names: tuple[str, ...]):
    from ecotools.grading.course import Course
    from ecotools.grading.grade import assignments

    course = Course.find(root)
    return course, assignments(course, names)


def _sources() -> tuple[Path, ...]:
    return tuple(path for path in (Path("course"), Path("solutions")) if path.exists())


def _notebooks(paths: tuple[Path, ...]) -> list[Path]:
    """Return the notebooks that ``paths`` name: files as they are, folders searched through."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.ipynb")) if path.is_dir() else [path]
        found += [file for file in inside if ".ipynb_checkpoints" not in file.parts]
    return found


def _value(text: str) -> object:
    """Return what ``text`` means in Python (a number, a list), or the text itself."""
    import ast

    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text


@contextmanager
def _errors() -> Iterator[None]:
    """Turn the errors that name a file into a sentence; anything else is a bug and keeps its traceback."""
    from ecotools.grading.assignment import AssignmentError
    from ecotools.grading.course import NoCourseError
    from ecotools.grading.probes import ProbeError
    from ecotools.notebooks import NotebookError

    try:
        yield
    except (AssignmentError, NoCourseError, ProbeError, NotebookError) as error:
        raise click.ClickException(str(error)) from error


def _say_all(found: list[str]) -> None:
    """Print findings, one a line, and leave with 1 when there are any."""
    for text in found:
        click.echo(text)
    if found:
        click.echo(f"{len(found)} finding{'s' if len(found) > 1 else ''}.")
        sys.exit(1)
