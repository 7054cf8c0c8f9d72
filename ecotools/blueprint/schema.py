"""The blueprint as JSON Schema, for editors that complete and check YAML while one writes."""

import json
from typing import Any

from ecotools.blueprint.absence import GROUPS, LISTS
from ecotools.blueprint.model import Blueprint

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NONE = [False, "none"]
"""How a file says that there is none of a section."""
SCHEMA_FILE = "blueprint.schema.json"
"""What the file of the schema is called, as the first line of a blueprint names it."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a blueprint, with the meaning of every field.

    An editor with a YAML language server completes keys and marks what is wrong when the first line of the
    file names it: ``# yaml-language-server: $schema=blueprint.schema.json``. It knows fields and values; that
    ids refer to something is checked by `Blueprint.read` only.

    Examples
    --------
    >>> schema = json_schema()
    >>> schema["title"], schema["properties"]["name"]["description"]
    ('Blueprint', 'Name of the business.')

    References
    ----------
    JSON Schema, draft 2020-12, https://json-schema.org/draft/2020-12
    """
    schema = _without_titles(Blueprint.model_json_schema(by_alias=True))
    for name in (*GROUPS, *LISTS):
        schema["properties"][name] = _or_none(schema["properties"][name])
    return {"$schema": DIALECT, **schema}


def as_text() -> str:
    """Return the schema as the text of the file that editors read."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _or_none(field: dict[str, Any]) -> dict[str, Any]:
    """Let a section also be `false` or `none`: there is none of it."""
    about = {key: field[key] for key in ("default", "description") if key in field}
    kinds = field.get("anyOf") or [{key: value for key, value in field.items() if key not in about}]
    return {"anyOf": [*kinds, {"enum": NONE}], **about}


def _without_titles(schema: dict[str, Any]) -> dict[str, Any]:
    """Leave out the titles of fields, which say a key over again; those of the parts stay."""
    parts = {name: _part(part) for name, part in schema.get("$defs", {}).items()}
    return {**_part(schema), "$defs": parts}


def _part(part: dict[str, Any]) -> dict[str, Any]:
    fields = {
        name: {key: value for key, value in field.items() if key != "title"}
        for name, field in part.get("properties", {}).items()
    }
    words = " ".join(part.get("description", "").split("\n\n")[0].split())
    return {**part, "description": words, "properties": fields}
