"""The page of the blueprint shows every section and field."""

from pydantic import BaseModel

import ecotools.blueprint as models
from ecotools.blueprint import Blueprint
from ecotools.docs.blueprint import page

PARTS = {part for part in vars(models).values() if isinstance(part, type) and issubclass(part, BaseModel)}


def test_every_section_has_its_example_and_every_field_its_meaning():
    text = page()
    for name in Blueprint.model_fields:
        assert f"\n{name}:" in text
    for part in PARTS:
        for name, field in part.model_fields.items():
            assert field.description, (part, name)
            assert part is Blueprint or f"| `{field.alias or name}` |" in text
