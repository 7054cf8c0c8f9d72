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
    say_all(found)


@click.command()
@ASSIGNMENTS
@COURSE
def prove(assignments: tuple[str, ...], root: Path) -> None:
    """Try the reference, the stub and all probes of assignments against their checks."""
    from ecotools.grading.authoring.proof import PARTS, prove_assignment, too_few_probes

    found = []
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            proof = prove_assignment(course, name, parts=tuple(part for part in PARTS if part != "mutants"))
            click.echo(f"{name}: {len(proof.probes)} probes tried")
            found += [
                f"{name}, {text}"
                for text in [*proof.findings(), *too_few_probes(proof.assignment, proof.known)]
            ]
    say_all(found)


@click.command()
@ASSIGNMENTS
@COURSE
def mutate(assignments: tuple[str, ...], root: Path) -> None:
    """Try small mutations of the reference solutions; print which the checks refuse."""
    from ecotools import terminal
    from ecotools.grading.authoring.proof import prove_assignment

    found = []
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            proof = prove_assignment(course, name, parts=("mutants",))
            terminal.show_mutants(proof)
            found += [f"{name}, {text}" for text in proof.findings()]
    say_all(found)
