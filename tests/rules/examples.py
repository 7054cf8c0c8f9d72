"""The examples of rules as blueprints, and what a rule says about one."""

import textwrap

from ecotools.blueprint import Blueprint
from ecotools.rules import review


def blueprint(example):
    """Return the blueprint of an example, whose name is implied."""
    return Blueprint.from_yaml("name: Example\n" + textwrap.dedent(example).strip("\n") + "\n")


def outcome(rule, example, ledger=None):
    """Return what comes of a rule alone."""
    return review(blueprint(example), ledger, select=rule.id).outcomes[0]
