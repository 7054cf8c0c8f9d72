"""A figure of the seeds reaches a reader through `ecotools.claims` alone, so that it stands in one place."""

import ast
import re

import pytest

from ecotools import claims
from ecotools.data import quillwork
from ecotools.notebooks import read

from .course import ASSIGNMENTS, COURSE, LESSONS, SOLUTIONS

QUOTED = claims.claims().set_index("claim_id")["quoted"]
NOTEBOOKS = [*LESSONS, *SOLUTIONS]


def amounts(text):
    """Return the amounts in a text that one would recognise: from three digits on, no year, not rounded."""
    found = set(re.findall(r"\d{1,3}(?:,\d{3})+|\d{3,}", text))
    numbers = {int(number.replace(",", "")) for number in found if not re.fullmatch(r"(19|20)\d\d", number)}
    return {number for number in numbers if number > 100 and number % 1000}


def asked(source, *functions):
    """Return the ids that a code cell asks these functions of ``claims`` for; None for one not spelt out."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        getattr(call.args[0], "value", None) if call.args else None
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and getattr(call.func.value, "id", "") == "claims"
        and call.func.attr in functions
    ]


def code(path):
    return [cell.source for cell in read(path).cells if cell.cell_type == "code"]


def prose(path):
    return "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


def name(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_asks_for_claims_that_there_are(path):
    ids = {claim for source in code(path) for claim in asked(source, "quote", "recompute")}
    assert ids <= set(QUOTED.index)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_claim_to_check_is_quoted_by_the_library_and_without_its_audit(assignment):
    (task,) = [task for task in COURSE.assignment(assignment).tasks if "claim" in task.title.lower()]
    cells = [cell.source for cell in task.of_kind("code")]
    assert sum(len(asked(source, "quote")) for source in cells) >= 1
    assert sum(len(asked(source, "recompute")) for source in cells) == 0


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_prose_repeats_no_amount_of_a_claim_that_the_notebook_quotes(path):
    ids = {claim for source in code(path) for claim in asked(source, "quote", "recompute")}
    company = {int(product.price) for product in quillwork().products}
    quoted = set().union(*(amounts(QUOTED[claim]) for claim in ids))
    assert amounts(prose(path)) & quoted <= company


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_prose_holds_no_large_amount_of_any_claim(path):
    quoted = {amount for text in QUOTED for amount in amounts(text) if amount > 1000}
    assert amounts(prose(path)) & quoted == set()
