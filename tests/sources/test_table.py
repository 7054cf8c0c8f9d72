"""The five documents and their sections, and the lines by which claims and rules cite them."""

import pytest

from ecotools.claims import claims
from ecotools.rules import rules
from ecotools.sources import at
from ecotools.sources.table import SourceSection, named, sources


def test_there_are_five_documents_with_names_of_their_own():
    assert [source.name for source in sources()] == [
        "ecosystem guide",
        "information-product guide",
        "community guide",
        "compounding guide",
        "digital-ecosystem article",
    ]
    assert len({source.id for source in sources()}) == 5


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_the_sections_of_a_document_are_in_order_and_none_is_left_out(source):
    numbers, lines = [[getattr(one, name) for one in source.sections] for name in ("number", "line")]
    assert numbers == list(range(numbers[0], len(numbers) + numbers[0])) and numbers[0] in (0, 1)
    assert lines[0] == 1 and lines == sorted(set(lines))
    assert len({section.title for section in source.sections}) == len(numbers)


def test_readers_are_told_names_and_not_how_the_documents_are_kept():
    for source in sources():
        shown = [source.name, source.about, source.numbers]
        shown += [text for section in source.sections for text in (section.title, section.untaught)]
        assert not any("seed" in text.lower() or source.id in text for text in shown)


@pytest.mark.parametrize(
    ("id", "lines", "expected"),
    [
        ("000", "40", [("000", 7)]),
        ("000", "44-45;84", [("000", 8), ("000", 14)]),
        ("000", "40 vs 60-62", [("000", 7), ("000", 10)]),
        ("001", "61 vs 002:42", [("001", 6), ("002", 2)]),
        ("004", "20-80", [("004", 3), ("004", 4), ("004", 5)]),  # a range over several sections
        ("004", "127", [("004", 7)]),  # behind the last heading
        (
            "000",
            "13,12",
            [("000", 1), ("000", 2)],
        ),  # in the order of the document; a first line belongs to it
    ],
)
def test_lines_are_found_in_their_sections(id, lines, expected):
    assert [(source.id, section.number) for source, section in at(id, lines)] == expected


def test_every_claim_and_every_rule_stands_in_a_section():
    assert all(at(row.seed, row.lines) for row in claims().itertuples())
    assert all(at(cited.number, cited.lines) for rule in rules() for cited in rule.source)


def test_unknown_names_and_numbers_are_answered_with_what_there_is():
    with pytest.raises(ValueError, match="Did you mean 'community guide'"):
        named("comunity guide")
    with pytest.raises(ValueError, match="no section 8; its sections are 1 to 7"):
        named("digital-ecosystem article").section(8)
    assert named("community guide").section(3) == SourceSection(3, 70, "Four platforms")
