"""The rule that docs/how-to/add-a-rule.md writes holds what the page says of it."""

import csv

import pytest

from ecotools.rules.catalogue.ladder import offers
from ecotools.rules.engine.parts import Business
from ecotools.rules.engine.rule import Category
from ecotools.rules.engine.run import Setting, outcome
from tests.rules.examples import blueprint

from .pages import ROOT, block_for, page

PAGE = "add-a-rule"
WRITTEN = block_for(PAGE, "ecotools/rules/catalogue/ladder/offers.py")


def rule_of(text):
    """Return the rule that a text adds to a category of its own, read as the end of its module."""
    category = Category("ladder", 2, "The ladder", "As in the library.")
    exec(text, vars(offers) | {"ladder": category})
    (rule,) = category.rules
    return rule


def came_of(rule, example):
    said = blueprint(example)
    return outcome(rule, Business(said), Setting(rule.threshold), said.model_dump(by_alias=True))


def test_its_examples_fail_and_pass_and_an_empty_blueprint_is_not_checked():
    rule = rule_of(WRITTEN)
    (finding,) = came_of(rule, rule.fails).findings
    assert finding.found == "249, and the core product costs 199"
    assert came_of(rule, rule.passes).word == "ok"
    assert came_of(rule, "").word == "not checked"


def test_a_missing_price_ends_it_without_a_test_for_it():
    came = came_of(rule_of(WRITTEN), "products: [{id: kit, name: Kit, kind: add_on}]")
    assert came.word == "not checked" and came.missing


def test_the_line_in_the_reference_is_the_one_that_the_rule_has():
    rule = rule_of(WRITTEN)
    (line,) = csv.reader([block_for(PAGE, "tests/rules/reference.csv").strip()])
    source = "; ".join(f"{seed.number}:{seed.lines}" for seed in rule.source)
    assert line == [rule.id, rule.category, rule.severity, rule.tier, rule.kind, rule.basis, source]
    with (ROOT / "tests" / "rules" / "reference.csv").open(encoding="utf-8", newline="") as lines:
        assert rule.id not in {row["id"] for row in csv.DictReader(lines)}, "the example needs a free number"


def test_the_sentence_on_the_source_has_its_two_cells():
    (line,) = csv.reader([block_for(PAGE, "ecotools/data/rule_sources.csv").strip()])
    assert line[0] == rule_of(WRITTEN).id and line[1].endswith(".") and len(line) == 2


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("    passes=", "    note=", ValueError),
        ("    over=", "    threshold=between(1, 2),\n    over=", TypeError),
    ],
)
def test_what_is_missing_reads_as_the_page_says(old, new, kind):
    with pytest.raises(kind) as caught:
        rule_of(WRITTEN.replace(old, new))
    assert str(caught.value).partition(", each a blueprint")[0] in page(PAGE)
