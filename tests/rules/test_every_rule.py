"""Every rule keeps its promises: its examples, silence where nothing is said, its reference."""

import csv
import importlib
import re
from pathlib import Path

import pytest

from ecotools.rules import PROFILES, rules
from ecotools.rules.engine.explanation import source_says
from ecotools.rules.engine.registry import categories

from .examples import blueprint, one_subscriber, outcome

with (Path(__file__).parent / "reference.csv").open(encoding="utf-8", newline="") as lines:
    REFERENCE = {row["id"]: row for row in csv.DictReader(lines)}

NEEDS_A_LEDGER = ("MET13",)
"""Rules that look at nothing without one; the examples of the others have to do with the blueprint alone."""


def example(rule, yaml):
    """Return what comes of an example of a rule."""
    return outcome(rule, yaml, one_subscriber() if rule.id in NEEDS_A_LEDGER else None)


every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)


@every_rule
def test_the_example_that_fails_gives_a_finding(rule):
    found = example(rule, rule.fails)
    assert found.findings, f"no finding; missing: {found.missing}"
    for finding in found.findings:
        assert finding.found and finding.do, finding


@every_rule
def test_the_example_that_passes_is_ok(rule):
    found = example(rule, rule.passes)
    assert found.word == "ok", (found.findings, found.missing)


@every_rule
def test_nothing_is_ok_about_an_empty_blueprint(rule):
    found = outcome(rule, "")
    elsewhere = "creator" in rule.not_in
    assert found.word == ("does not apply" if elsewhere else "not checked") and not found.findings
    assert found.none if elsewhere else found.missing


@every_rule
def test_findings_stand_where_a_person_would_look(rule):
    said = blueprint(rule.fails)
    data = said.model_dump(by_alias=True)
    for finding in example(rule, rule.fails).findings:
        at = data
        for part in finding.at[:-1]:
            at = at[part]
        assert not finding.at or isinstance(at, (dict, list))


@every_rule
def test_its_words_are_for_readers(rule):
    assert re.fullmatch(r"[A-Z].{9,98}[^.!?]", rule.title, re.DOTALL), "a title: a clause without a stop"
    assert rule.reason.endswith(".") and 20 <= len(rule.reason) <= 200
    assert rule.do == "" or rule.do.endswith(".")
    assert rule.note == "" or rule.note.endswith(".")


@every_rule
def test_it_tells_what_its_source_says(rule):
    said = source_says(rule)
    assert said, (
        f"ecotools/data/rule_sources.csv lacks a line for {rule.id}: what its source says, in our words"
    )
    assert re.fullmatch(r"[A-Z0-9].{19,158}\.", said), said


@every_rule
def test_its_thresholds_can_be_used(rule):
    assert set(rule.per_profile) <= set(PROFILES)
    for profile, (value, reason) in rule.per_profile.items():
        assert str(rule.limit(profile)) and reason.endswith("."), value
    if rule.threshold is not None:
        assert rule.threshold.instead(rule.threshold.value()) == rule.threshold


@every_rule
def test_it_is_what_the_reference_says(rule):
    source = "; ".join(f"{seed.number}:{seed.lines}" for seed in rule.source)
    have = {
        "id": rule.id, "category": rule.category, "severity": rule.severity, "tier": rule.tier,
        "kind": rule.kind, "basis": rule.basis, "source": source,
    }  # fmt: skip
    line = ",".join(have.values())
    assert rule.id in REFERENCE, (
        f"tests/rules/reference.csv lacks {rule.id}; if all of it is meant, add: {line}"
    )
    assert have == REFERENCE[rule.id]


def test_ids_are_unique():
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))


def test_categories_come_in_the_order_of_the_reference():
    order = list(dict.fromkeys(row["category"] for row in REFERENCE.values()))
    assert [category.name for category in categories()] == [
        name for name in order if name in {category.name for category in categories()}
    ]
    assert [category.place for category in categories()] == [
        order.index(category.name) + 1 for category in categories()
    ]


@pytest.mark.parametrize("category", categories(), ids=lambda category: category.name)
def test_a_category_is_complete(category):
    wanted = {id for id, row in REFERENCE.items() if row["category"] == category.name}
    assert {rule.id for rule in category.rules} == wanted


def test_every_category_is_there():
    assert {category.name for category in categories()} == {row["category"] for row in REFERENCE.values()}
    assert {rule.id for rule in rules()} == set(REFERENCE)


@every_rule
def test_its_id_and_its_category_lead_to_its_file(rule):
    assert rule.file.startswith(f"ecotools/rules/catalogue/{rule.category}/")
    assert f'"{rule.id}"' in (Path(__file__).parents[2] / rule.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("category", categories(), ids=lambda category: category.name)
def test_the_folder_of_a_category_says_which_letters_its_ids_begin_with(category):
    letters, _ = importlib.import_module(f"ecotools.rules.catalogue.{category.name}").__doc__.split(":", 1)
    assert {re.fullmatch(r"([A-Z]{3})\d\d", rule.id)[1] for rule in category.rules} == {letters}
