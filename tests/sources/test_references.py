"""References to the documents have one form, and whoever leaves it is told what to write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_markdown_cell, new_notebook

from ecotools.notebooks import write
from ecotools.sources.references import parse, problems, references
from ecotools.sources.table import sources, written


@pytest.fixture
def lesson(tmp_path):
    """Write a lesson with these references, and return its path."""

    def make(*bullets):
        text = "## References\n\n" + "\n".join(f"- {bullet}" for bullet in bullets)
        path = tmp_path / "05-bundles.ipynb"
        write(new_notebook(cells=[new_markdown_cell("# A"), new_markdown_cell(text)]), path)
        return path

    return make


@given(st.sets(st.integers(1, 16), min_size=1))
def test_whatever_sections_are_written_are_read_again(numbers):
    found = parse(f"The *compounding guide*, {written(sorted(numbers))}: loops.")
    assert [section.number for section in found.sections] == sorted(numbers)
    assert (found.source.name, found.says) == ("compounding guide", "loops.")


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("The *ecosystem guide*, sections 7 and 4: bundles.", "must be written 'sections 4 and 7'"),
        ("The *ecosystem guide*, section 4 and 7: bundles.", "must be written 'sections 4 and 7'"),
        ("The *ecosystem guide*, sections 4: bundles.", "must be written 'section 4'"),
        ("The *ecosystem guide*, sections 4, 5, 6: bundles.", "must be written 'sections 4 to 6'"),
        ("The *ecosystem guide*, sections 4-6, 6: bundles.", "must be written 'sections 4 to 6'"),
        ("The *ecosystem guide*, section on bundles: bundles.", "such as 'sections 4 and 7'"),
        (
            "The *ecosystem guide*, section 7.",
            "must be written like 'The *ecosystem guide*, sections 4 and 7: ",
        ),
        (
            "The *ecosystem guide*: bundles.",
            "must be written like 'The *ecosystem guide*, sections 4 and 7: ",
        ),
        ("The ecosystem guide, section 7: bundles.", "must be written"),
        ("The *ecosystem gide*, section 7: bundles.", "Did you mean 'ecosystem guide'"),
        ("The *ecosystem guide*, section 17: bundles.", "has no section 17; its sections are 0 to 16"),
    ],
)
def test_a_reference_that_cannot_be_read_says_what_to_write_and_where(lesson, bullet, told):
    path = lesson(bullet, "J. Doe, *A Book*, 2020.")
    (finding,) = problems(path)
    assert finding.startswith(f"{path}: under 'References', ") and told in finding
    with pytest.raises(ValueError, match="under 'References'"):
        references(path)


def test_each_document_has_one_bullet(lesson):
    path = lesson("The *ecosystem guide*, section 4: offers.", "The *ecosystem guide*, section 7: bundles.")
    assert problems(path) == [
        f"{path}: under 'References', the ecosystem guide has two bullets; make them one"
    ]


def test_other_works_are_left_alone_and_a_long_bullet_may_go_over_lines(lesson):
    path = lesson(
        "The *community guide*, sections 1 and 3: what it\n  brings: members.",
        "Federal Trade Commission, *A Compliance Guide for Business*.",
    )
    (found,) = references(path)
    assert found.says == "what it brings: members."
    assert problems(lesson("J. Doe, *A Book*, 2020.")) == []


@pytest.mark.parametrize("name", [source.name for source in sources()])
def test_a_document_that_is_named_in_passing_is_noticed(lesson, name):
    assert problems(lesson(f"See also the {name} on this."))
