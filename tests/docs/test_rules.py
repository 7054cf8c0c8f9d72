"""Every rule is on the page of its category, and the page of all rules leads to it."""

import re

import pytest

from ecotools.docs.markdown import slug
from ecotools.docs.rules import pages
from ecotools.rules import rules
from ecotools.rules.engine.registry import categories


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return pages(tmp_path_factory.mktemp("anywhere"))


def headings(text):
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("category", categories(), ids=lambda category: category.name)
def test_a_category_has_a_page_with_its_rules_in_order(made, category):
    found = [heading[:5] for heading in headings(made[f"rules/{category.name}.md"])]
    assert found == sorted(rule.id for rule in category.rules)


def test_the_page_of_all_rules_leads_to_each_one(made):
    links = re.findall(r"^- \[(\w+)\]\((rules/\w+\.md)#(.+?)\)", made["rules.md"], re.MULTILINE)
    assert [id for id, _, _ in links] == [rule.id for rule in rules()]
    for id, file, anchor in links:
        assert anchor in {slug(heading) for heading in headings(made[file])}, id


def test_it_counts_the_rules_and_names_the_categories(made):
    assert f"with {len(rules())} rules" in made["rules.md"]
    assert headings(made["rules.md"]) == [one.title for one in categories()]


def test_a_rule_says_why_it_is_there_and_shows_two_examples(made):
    for category in categories():
        text = made[f"rules/{category.name}.md"]
        assert text.count("\n- Why: ") == text.count("One that is ok:") == len(category.rules)
