"""The command ``ecotools``: what a maintainer and an instructor do from a terminal.

Exit codes: 0 when all is well, 1 when something was found or failed, 2 when the command was given wrongly.
"""

from __future__ import annotations

import click

import ecotools.quicker  # noqa: F401 - before anything that imports nbformat
from ecotools import __version__
from ecotools.cli import after, assignments, blueprints, classes, grading, notebooks, reporting


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Review a blueprint, work with the course's notebooks, and grade a class."""


for command in (
    blueprints.new,
    blueprints.review,
    notebooks.format_command,
    notebooks.lint,
    notebooks.run,
    assignments.release,
    assignments.prove,
    assignments.mutate,
    assignments.new_module,
    classes.collect,
    grading.grade,
    classes.status,
    reporting.report,
    classes.demo,
    grading.doctor,
    after.feedback,
    after.export,
):
    main.add_command(command)
