"""The commands on notebooks: bring them into form, look for what is wrong, execute them."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from ecotools.cli.common import JSON, readable_errors, tell


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Only say which notebooks are not in canonical form.")
@JSON
def format_command(paths: tuple[Path, ...], check: bool, as_json: bool) -> None:
    """Bring notebooks into canonical form: no outputs, no counts, stable ids, sorted keys.

    PATHS are notebooks and folders of them; without any, the course's lessons and solutions.

    Exit codes: 0 they are in it, 1 with --check some are not, 2 usage error.
    """
    from ecotools.notebooks import format_file

    with readable_errors():
        changed = [file for file in notebooks_in(paths or sources()) if format_file(file, check)]
    if as_json:
        said = {"formatted": not check, "files": [str(file) for file in changed]}
        click.echo(json.dumps(said, indent=2))
        sys.exit(1 if check and changed else 0)
    for file in changed:
        click.echo(f"{'not in canonical form' if check else 'formatted'}: {file}")
    if check and changed:
        click.echo("Run `ecotools format` on them.")
        sys.exit(1)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@JSON
def lint(paths: tuple[Path, ...], as_json: bool) -> None:
    """Say what makes notebooks hard to read, to reach or to keep, and where they leave the pattern.

    PATHS are notebooks and folders of them; without any, the course's lessons and solutions.

    Exit codes: 0 nothing was found, 1 something was, 2 usage error.
    """
    from ecotools.notebooks import hygiene

    found: list[str] = []
    with readable_errors():
        for file in notebooks_in(paths or sources()):
            found += hygiene.problems(file)
            found += _kind_of_problems(file.resolve())
    tell(found, as_json)


def _kind_of_problems(file: Path) -> list[str]:
    """Return what is wrong with a notebook as a lesson, or as the source of an assignment."""
    from ecotools.grading.authoring import pattern as assignments
    from ecotools.grading.course import Course
    from ecotools.notebooks import lessons, pattern
    from ecotools.sources import references

    if file.parent.name == "course":
        return [*lessons.problems(file), *pattern.problems(file), *references.problems(file)]
    if file.parent.parent.name == "solutions" and file.stem == file.parent.name:
        course = Course.find(file.parent)
        shown = assignments.shown_answers(course, file.stem)
        return [*assignments.problems(course.assignment(file.stem).main), *shown]
    return []


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder for what comes out.")
@click.option("--jobs", default=2, show_default=True, help="How many run at a time.")
@click.option("-p", "parameters", nargs=2, multiple=True, metavar="NAME VALUE", help="Set a parameter.")
@click.option("--timeout", default=300, show_default=True, help="Seconds that one cell may take.")
@click.option("--online", is_flag=True, help="Leave the network on.")
@JSON
def run(
    paths: tuple[Path, ...],
    out: Path,
    jobs: int,
    parameters: tuple[tuple[str, str], ...],
    timeout: int,
    online: bool,
    as_json: bool,
) -> None:
    """Execute notebooks with papermill, the network cut off, each in a folder of its own.

    Exit codes: 0 all ran, 1 one failed, 2 usage error.
    """
    from ecotools import terminal
    from ecotools.notebooks import execute_all

    files, values = notebooks_in(paths), {name: value_of(text) for name, text in parameters}
    with readable_errors(), terminal.progress(show=not as_json) as step:
        done = step("Executed", len(files))
        runs = execute_all(files, out, values, timeout, jobs, offline=not online, on_done=done)
    if not as_json:
        terminal.show_runs(runs)
    tell([run.error for run in runs if run.error], as_json, runs=[asdict(run) for run in runs])


def sources() -> tuple[Path, ...]:
    return tuple(path for path in (Path("course"), Path("solutions")) if path.exists())


def notebooks_in(paths: tuple[Path, ...]) -> list[Path]:
    """Return the notebooks that ``paths`` name: files as they are, folders searched through."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.ipynb")) if path.is_dir() else [path]
        found += [file for file in inside if ".ipynb_checkpoints" not in file.parts]
    return found


def value_of(text: str) -> object:
    """Return what ``text`` means in Python (a number, a list), or the text itself."""
    import ast

    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
