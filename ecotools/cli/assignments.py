"""The commands for authors of assignments: release them, and prove that their checks are fair."""

from __future__ import annotations

from pathlib import Path

import click

from ecotools.cli.shared import ASSIGNMENTS, COURSE, course_and_names, readable_errors, say_all


@click.command()
@ASSIGNMENTS
@COURSE
@click.option("--check", is_flag=True, help="Only compare with what is in exercises/.")
def release(assignments: tuple[str, ...], root: Path, check: bool) -> None:
    """Generate the students' version of assignments into exercises/, and search it for leaks."""
    from ecotools.grading.authoring.release import (
        ReleaseError,
        differences,
        release_assignment,
        run_in_place,
    )

    found = []
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            try:
                if check:
                    found += differences(course, name)
                else:
                    click.echo(f"released: {release_assignment(course, name)}")
                    for test in run_in_place(course, name):
                        click.echo(
                            f"{name}, {test}: cannot be judged, so it runs in the process of each hand-in"
                        )
            except ReleaseError as error:
                found += error.findings
                if not check:
                    click.echo(
                        f"refused: {name}; exercises/ is as it was. Mend what is named, then release again."
                    )
    say_all(found)
    if not check:
        click.echo(f"Next: ecotools prove {' '.join(names)}")


@click.command()
@ASSIGNMENTS
@COURSE
@click.option(
    "--students", default=5, show_default=True, help="For how many students the reference is tried."
)
def prove(assignments: tuple[str, ...], root: Path, students: int) -> None:
    """Try the reference, the stub and all probes of assignments, and the tries of their lessons."""
    from ecotools.grading.authoring import lesson_proof
    from ecotools.grading.authoring.proof import PARTS, prove_assignment, too_few_probes
    from ecotools.grading.authoring.structure import problems

    found = []
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            unfit = problems(course.assignment(name).main)
            if unfit:
                click.echo(
                    f"{name} cannot be released yet: mend this, run ecotools release {name}, then prove it."
                )
                found += unfit
                continue
            parts = tuple(part for part in PARTS if part != "mutants")
            proof = prove_assignment(course, name, parts, students=students)
            click.echo(f"{name}: {len(proof.probes)} probes and {students} students tried")
            found += [
                f"{name}, {text}"
                for text in [*proof.findings(), *too_few_probes(proof.assignment, proof.known)]
            ]
            lesson = course.root / "course" / f"{name}.ipynb"
            found += lesson_proof.problems(lesson) if lesson.exists() else []
    say_all(found)


@click.command()
@ASSIGNMENTS
@COURSE
def mutate(assignments: tuple[str, ...], root: Path) -> None:
    """Try small mutations of the reference solutions; print those that get full points, and the scores."""
    from ecotools import terminal
    from ecotools.grading.authoring.proof import prove_assignment

    found = []
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            proof = prove_assignment(course, name, parts=("mutants",))
            terminal.show_mutants(proof)
            found += [f"{name}, {text}" for text in [*proof.low_scores(), *proof.findings()]]
    say_all(found)


@click.command("new-module")
@click.argument("name")
@COURSE
def new_module(name: str, root: Path) -> None:
    """Make a module NAME, such as 14-licences: what runs and is proven, with the texts and tasks to write."""
    from ecotools.grading.authoring.new_module import NewModuleError, make_module
    from ecotools.grading.authoring.release import ReleaseError, release_assignment
    from ecotools.grading.course import Course

    with readable_errors():
        course = Course.find(root)
        try:
            made = [*make_module(course, name), release_assignment(course, name)]
        except (NewModuleError, ReleaseError) as error:
            raise click.ClickException(str(error)) from error
    for path in made:
        click.echo(f"written: {path}")
    click.echo("Next: write what is marked TODO; `ecotools lint` names each place.")
    click.echo(f"Then: ecotools release {name}, ecotools prove {name}, ecotools mutate {name}")
