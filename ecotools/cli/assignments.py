"""The commands for authors of assignments: release them, and prove that their checks are fair."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecotools.cli.common import (
    ASSIGNMENTS,
    JSON,
    SOURCE,
    course_and_names,
    course_at,
    or_none,
    readable_errors,
    tell,
)

if TYPE_CHECKING:
    from ecotools.grading.course import Course


@click.command()
@ASSIGNMENTS
@SOURCE
@click.option("--check", is_flag=True, help="Only compare with what is in exercises/.")
@click.option("--unproven", is_flag=True, help="Publish without trying the checks; see prove.")
@JSON
def release(assignments: tuple[str, ...], root: Path, check: bool, unproven: bool, as_json: bool) -> None:
    """Generate the students' version of assignments into exercises/, and search it for leaks.

    Before an assignment is published its checks are proven: the reference solution, the untouched stub and
    all probes are tried. What fails is not published. What was proven before is not tried again.

    Exit codes: 0 all is released, 1 something was refused, or differs with --check, 2 usage error.
    """
    from ecotools.grading.authoring.release import ReleaseError, differences, run_in_place

    say = _say(as_json)
    found, done, in_place = [], [], {}
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            try:
                if check:
                    found += differences(course, name)
                    continue
                say(f"released: {_released(course, name, unproven, say)}")
                done.append(name)
                in_place[name] = list(run_in_place(course, name))
                for test in in_place[name]:
                    say(f"{name}, {test}: cannot be judged, so it runs in the process of each hand-in")
            except ReleaseError as error:
                found += error.findings
                if not check:
                    say(f"refused: {name}; exercises/ is as it was. Mend what is named, then release again.")
    tell(found, as_json, released=done, in_place=in_place)
    if not check:
        say(f"Next: ecotools {'prove' if unproven else 'mutate'} {' '.join(names)}")


def _say(as_json: bool) -> Callable[[str], None]:
    return (lambda text: None) if as_json else click.echo


def _released(course: Course, name: str, unproven: bool, say: Callable[[str], None]) -> Path:
    """Release an assignment, proven if it is to be and can be; return its folder."""
    from ecotools.grading.authoring import proof_status
    from ecotools.grading.authoring.release import release_assignment

    if not unproven and not proof_status.CAN_PROVE:
        say(f"{name}: not proven, since this system cannot fork; prove it where there is Linux or macOS")
    prove = proof_status.unproven if proof_status.CAN_PROVE and not unproven else None
    return release_assignment(course, name, prove)


@click.command()
@ASSIGNMENTS
@SOURCE
@click.option(
    "--students", default=5, show_default=True, help="For how many students the reference is tried."
)
@JSON
def prove(assignments: tuple[str, ...], root: Path, students: int, as_json: bool) -> None:
    """Try the reference, the stub and all probes of assignments, and the tries of their lessons.

    Exit codes: 0 all is proven, 1 something is not, 2 usage error.
    """
    from ecotools.grading.authoring import lesson_proof
    from ecotools.grading.authoring.proof import WITHOUT_MUTANTS, prove_assignment
    from ecotools.grading.authoring.structure import problems

    say, found, probes = _say(as_json), [], {}
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            unfit = problems(course.assignment(name).main)
            if unfit:
                say(f"{name} cannot be released yet: mend this, run ecotools release {name}, then prove it.")
                found += unfit
                continue
            proof = prove_assignment(course, name, WITHOUT_MUTANTS, students=students)
            probes[name] = len(proof.probes)
            say(f"{name}: {len(proof.probes)} probes and {students} students tried")
            found += [f"{name}, {text}" for text in proof.unproven()]
            lesson = course.root / "course" / f"{name}.ipynb"
            found += lesson_proof.problems(lesson) if lesson.exists() else []
    tell(found, as_json, probes=probes, students=students)


@click.command()
@ASSIGNMENTS
@SOURCE
@click.option("--save", is_flag=True, help="Keep the result in docs/proofs.json, for the page How we know.")
@JSON
def mutate(assignments: tuple[str, ...], root: Path, save: bool, as_json: bool) -> None:
    """Try small mutations of the reference solutions; print those that get full points, and the scores.

    Exit codes: 0 enough are refused, 1 too few are, or one gets full points without a reason, 2 usage error.
    """
    from ecotools import terminal
    from ecotools.docs import proofs
    from ecotools.grading.authoring.proof import prove_assignment

    found, scores = [], {}
    with readable_errors():
        course, names = course_and_names(root, assignments)
        for name in names:
            proof = prove_assignment(course, name, parts=("mutants",))
            scores[name] = {"whole": or_none(proof.score), "visible": or_none(proof.score_by_sight)}
            if not as_json:
                terminal.show_mutants(proof)
            found += [f"{name}, {text}" for text in [*proof.low_scores(), *proof.findings()]]
            if save:
                seconds = proofs.seconds_to_run(course, name)
                proofs.save(course.root, {name: proofs.Proven.of(course, name, proof, seconds)})
    tell(found, as_json, refused=scores)


@click.command("new-module")
@click.argument("name")
@SOURCE
@JSON
def new_module(name: str, root: Path, as_json: bool) -> None:
    """Make a module NAME, such as 14-licences: what runs and is proven, with the texts and tasks to write.

    Exit codes: 0 it is made, 1 it cannot be, 2 usage error.
    """
    from ecotools.grading.authoring.new_module import NewModuleError, make_module
    from ecotools.grading.authoring.release import ReleaseError, release_assignment

    with readable_errors():
        course = course_at(root)
        try:
            made = [*make_module(course, name), release_assignment(course, name)]
        except (NewModuleError, ReleaseError) as error:
            raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps({"written": [str(path) for path in made]}, indent=2))
        return
    for path in made:
        click.echo(f"written: {path}")
    click.echo("Next: write what is marked TODO; `ecotools lint` names each place.")
    click.echo(f"Then: ecotools release {name}, ecotools prove {name}, ecotools mutate {name}")
