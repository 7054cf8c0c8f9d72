"""The blueprint to start from: short, valid at once, and in its full form a guide to every section."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint import Blueprint, BlueprintError
from ecotools.blueprint.examples import full_example
from ecotools.blueprint.schema import SCHEMA_FILE
from ecotools.blueprint.starter import starter
from ecotools.rules import PROFILES


def uncommented(text: str) -> dict[str, str]:
    """Return the sections in comments, each without the first two characters of its lines."""
    parts = text.split("\n# ---- ")[1:]
    return {
        part.partition(":")[0]: "".join(line[2:] + "\n" for line in part.splitlines()[1:]) for part in parts
    }


def test_it_is_valid_and_about_ten_lines():
    lines = [line for line in starter("Loaf Lab").splitlines() if not line.startswith("#")]
    assert len(lines) <= 10
    said = Blueprint.from_yaml("\n".join(lines))
    assert (said.name, said.profile) == ("Loaf Lab", "creator")


def test_the_first_line_names_the_schema():
    assert starter().splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_FILE}"


@pytest.mark.parametrize("profile", PROFILES)
def test_it_takes_every_profile(profile):
    made = Blueprint.from_yaml(starter(profile=profile))
    assert made.profile == profile
    assert (made.products[0].billing == "month") == (profile == "saas")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_name_is_quoted_as_yaml_needs_it(name):
    try:
        said = Blueprint(name=name)
    except ValueError:
        return
    assert Blueprint.from_yaml(starter(name)).name == said.name


def test_a_name_that_is_none_is_refused():
    with pytest.raises(BlueprintError, match="name"):
        starter("")


def test_the_full_form_says_the_same_as_the_short_one():
    assert Blueprint.from_yaml(starter(full=True)) == Blueprint.from_yaml(starter())


def test_the_full_form_shows_every_section_as_it_can_be_used():
    shown = uncommented(starter(full=True))
    assert set(shown) == set(Blueprint.model_fields) - {"name"}
    example = "name: Loaf Lab\n" + "".join(shown.values())
    assert Blueprint.from_yaml(example) == Blueprint.from_yaml(full_example())


def test_no_line_is_longer_than_an_editor_shows():
    assert max(map(len, starter(full=True).splitlines())) <= 125
