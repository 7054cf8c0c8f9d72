"""Every section of the documents is taught, or says why not."""

from pathlib import Path

import pytest

from ecotools.claims import claims
from ecotools.sources import at
from ecotools.sources.coverage import TaughtModule, gaps, modules
from ecotools.sources.table import sources

ROOT = Path(__file__).parents[2]
MODULES = modules(ROOT)
LINES = claims().set_index("claim_id")


def title(module):
    return module.title


def test_every_section_is_taught_or_says_why_not():
    assert gaps(MODULES) == []


def test_a_section_says_why_it_is_not_taught_only_if_it_is_not():
    untaught = [(source, section) for source in sources() for section in source.sections if section.untaught]
    for source, section in untaught:
        taught = [module.title for module in MODULES if module.teaches(source, section)]
        assert not taught, f"{source.name}, {section.number}: take away its reason"


@pytest.mark.parametrize("module", MODULES, ids=title)
def test_a_module_refers_to_a_document_and_works_with_the_library(module):
    assert module.references and module.parts


@pytest.mark.parametrize("module", MODULES, ids=title)
def test_a_module_refers_to_the_sections_whose_claims_it_asks_for(module):
    assert module.claims or module.lesson.stem.startswith("00")
    for claim in module.claims:
        for source, section in at(LINES.seed[claim], LINES.lines[claim]):
            assert module.teaches(source, section), f"{claim} is in {source.name}, section {section.number}"


def test_a_section_that_nobody_teaches_is_a_gap(monkeypatch):
    alone = TaughtModule(Path("x"), "x", MODULES[0].references, (), ())
    (reference, *_) = alone.references
    named = {f"{reference.source.name}, {section.number}" for section in reference.sections}
    missing = gaps([alone])
    assert not named & set(missing)
    assert len(missing) == len(gaps([])) - len(named)
    assert "ecosystem guide, 0" not in missing  # an opening has a reason
