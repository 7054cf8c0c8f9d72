"""The example of every field and the JSON Schema: made from the models, and true."""

import subprocess
import sys
from typing import get_args

import jsonschema
import pytest
from pydantic import BaseModel

from ecotools import data
from ecotools.blueprint import Blueprint, BlueprintError, yaml_tree
from ecotools.blueprint.examples import full_example
from ecotools.blueprint.fields import lean
from ecotools.blueprint.schema import json_schema

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def parts(model):
    """Return a model and all those that its fields hold."""
    found = {model}
    for field in model.model_fields.values():
        for one in _models(field.annotation) - found:
            found |= parts(one)
    return found


def _models(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*map(_models, get_args(annotation)))


PARTS = parts(Blueprint)


def fields_shown(value, found):
    """Collect (model, field) of everything that an object and its parts say."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if value.said(name):
                found.add((type(value).__name__, name))
                fields_shown(getattr(value, name), found)
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            fields_shown(part, found)
    return found


@pytest.fixture(scope="module")
def example():
    return Blueprint.from_yaml(full_example())


def test_the_example_shows_every_field_of_every_part(example):
    wanted = {(part.__name__, name) for part in PARTS for name in part.model_fields}
    assert wanted - fields_shown(example, set()) == set()


def test_the_example_is_written_as_it_was_read_and_from_its_data_alone(example):
    assert example.to_yaml() == full_example()
    assert Blueprint.model_validate(lean(example)) == example


def test_the_schema_names_every_part_a_blueprint_is_made_of():
    assert set(json_schema()["$defs"]) == {part.__name__ for part in PARTS - {Blueprint}}


def test_the_schema_is_one_of_its_draft_and_says_what_every_field_means():
    jsonschema.Draft202012Validator.check_schema(json_schema())
    parts = [json_schema(), *json_schema()["$defs"].values()]
    assert all(part["description"] for part in parts)
    assert all(
        "description" in field or "$ref" in field for part in parts for field in part["properties"].values()
    )


@pytest.mark.parametrize("name", ["quillwork.yaml", "quillwork-first-draft.yaml"])
def test_the_files_of_the_package_are_valid_for_an_editor(name):
    assert not list(
        VALIDATOR.iter_errors(yaml_tree.parse(data.path(name).read_text(encoding="utf-8")).data())
    )


def test_the_example_is_valid_for_an_editor():
    assert not list(VALIDATOR.iter_errors(yaml_tree.parse(full_example()).data()))


@pytest.mark.parametrize(
    "broken",
    [
        "currency: EUR",
        "name: Q\nprodcuts: []",
        "name: Q\nprofile: shop",
        "name: Q\nproducts: [{id: a, name: A, kind: core, price: -1}]",
        "name: Q\nproducts: [{id: A, name: A, kind: core}]",
        "name: Q\nproducts: [{id: a, name: A, kind: core, launch_date: 1.3.2025}]",
        "name: Q\nfunnel: [{from: awareness, to: purchase, rate: 5}]",
        "name: Q\ncommunity: {moderators: Ada}",
        "name: Q\nlevers: [{id: a, impact: 9}]",
        "name: Q\nthresholds: {BND03: {value: 4}}",
        "name: Q\nstack: {sso: maybe}",
    ],
)
def test_what_a_blueprint_refuses_the_schema_refuses_too(broken):
    assert list(VALIDATOR.iter_errors(yaml_tree.parse(broken).data()))
    with pytest.raises(BlueprintError):
        Blueprint.from_yaml(broken)


def test_a_file_may_name_its_schema_on_the_first_line():
    text = "# yaml-language-server: $schema=blueprint.schema.json\nname: Q\n"
    assert Blueprint.from_yaml(text).to_yaml() == text


def test_importing_the_models_stays_light():
    code = "import sys, ecotools.blueprint; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"matplotlib", "scipy", "networkx", "jsonschema", "jinja2"} & set(loaded.split())
