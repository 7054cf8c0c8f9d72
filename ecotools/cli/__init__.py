"""The command ``ecotools``: what a maintainer and an instructor do from a terminal.

Exit codes: 0 when all is well, 1 when something was found or failed, 2 for a usage error, 130 after Ctrl-C.
"""

from __future__ import annotations

import click

import ecotools.fast_imports  # noqa: F401 - before anything that imports nbformat
from ecotools import __version__
from ecotools.cli import (
    assignments,
    blueprints,
    deadlines,
    docs,
    grading,
    hand_ins,
    importers,
    notebooks,
    reports,
    results,
    rosters,
    start,
    terms,
)
from ecotools.cli.group import Commands, needing


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Review a blueprint, work with the course's notebooks, and grade a class.

    Exit codes: 0 all is well, 1 something was found, refused or failed, 2 usage error, 130 after Ctrl-C. What
    that is for a command its own help says.
    """


for command in (
    *(start.start, start.lab),
    blueprints.new,
    blueprints.review,
    importers.import_command,
    reports.report,
    needing(notebooks.run, "learn", "papermill"),
):
    main.add_command(command)

for command in (
    notebooks.format_command,
    notebooks.lint,
    assignments.release,
    assignments.prove,
    assignments.mutate,
    assignments.new_module,
    docs.docs,
    rosters.roster,
    deadlines.due,
    deadlines.extend,
    hand_ins.collect,
    grading.grade,
    hand_ins.status,
    reports.class_report,
    hand_ins.demo,
    grading.doctor,
    results.feedback,
    results.export,
    terms.archive,
    terms.new_term,
    terms.forget,
):
    main.add_command(needing(command, "teach"))
