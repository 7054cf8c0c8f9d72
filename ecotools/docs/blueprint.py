"""The page of the blueprint, every section with its fields and an example, and the schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ecotools.blueprint.examples import sections
from ecotools.blueprint.fields import SLUG
from ecotools.blueprint.measures import METRICS
from ecotools.blueprint.schema import NONE, SCHEMA_FILE, as_text, json_schema

_INTRO = """\
# The blueprint, field by field

<!-- Made from the models by `ecotools docs`; change those, not this. -->

A blueprint is a YAML file that says what a digital product ecosystem is. Only `name` is needed; every
section may be left out, and a section that is there may say as little as it likes. What is left out is
unknown: a review does not check it, and never takes it for right. To say that there is none of something,
write `false` or `none` for a section, `false` where the type below is *text, true or false*, and `[]` for a
list; a review believes it.

Days are written `2025-03-01`, months `2025-03`, rates as fractions (`0.05` is five in a hundred), money in
the one currency of the file. Ids are lower-case letters and digits joined by `_` or `-`; an id used in one
section has to exist in the section it points to.

An editor with a YAML language server completes keys and marks slips when the first line of the file names
the schema, [blueprint.schema.json](blueprint.schema.json):

    # yaml-language-server: $schema=blueprint.schema.json

`ecotools new` puts the schema beside your file. The examples come from one blueprint of a fictional school
of baking, whose numbers are made up.
"""


def pages(root: Path) -> dict[str, str]:
    """Return the page and the schema."""
    return {"blueprint.md": page(), SCHEMA_FILE: as_text()}


def page() -> str:
    """Return the page as Markdown."""
    schema = json_schema()
    shown = sections()
    top = schema["properties"]
    small = [name for name in top if not _inner(top[name])]
    text = _INTRO + "\n## The business\n\n" + _table({name: top[name] for name in small}, schema)
    text += "\n" + _code("".join(shown[name] for name in small))
    told: set[str] = set()
    for name, field in top.items():
        if name not in small:
            text += f"\n## {name}\n\n{field['description']}\n"
            text += "".join(_part(part, schema) for part in _parts(field, schema, told))
            text += _note(name) + "\n" + _code(shown[name])
    return text


def _note(name: str) -> str:
    listed = ", ".join(f"`{metric}`" for metric in METRICS)
    return (
        f"\nA `metric` is the id of one of the `kpis`, or one of: {listed}.\n" if name == "measured" else ""
    )


def _parts(field: dict, schema: dict, told: set[str]) -> list[str]:
    """Return the parts that a field leads to, outermost first, without those told in earlier sections."""
    waiting, found = _inner(field), []
    while waiting:
        name = waiting.pop(0)
        if name not in told:
            told.add(name)
            found.append(name)
            waiting += [part for one in schema["$defs"][name]["properties"].values() for part in _inner(one)]
    return found


def _inner(field: Any) -> list[str]:
    """Return the names of the parts that a field's type names."""
    if isinstance(field, dict):
        own = [field["$ref"].rpartition("/")[2]] if isinstance(field.get("$ref"), str) else []
        return own + [name for value in field.values() for name in _inner(value)]
    return [name for value in field for name in _inner(value)] if isinstance(field, list) else []


def _part(name: str, schema: dict) -> str:
    part = schema["$defs"][name]
    table = _table(part["properties"], schema, part.get("required", []))
    return f"\n### {name}\n\n{part['description']}\n\n{table}"


def _table(fields: dict[str, dict], schema: dict, required: list[str] | None = None) -> str:
    needed = schema["required"] if required is None else required
    rows = ["| field | type | meaning | default |", "|---|---|---|---|"]
    for name, field in fields.items():
        default = "needed" if name in needed else _default(field)
        cells = (f"`{name}`", _words(field), field.get("description", ""), default)
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _default(field: dict) -> str:
    value = field.get("default")
    return (
        ""
        if value is None or value in ([], {})
        else f"`{value:g}`"
        if isinstance(value, float)
        else f"`{value}`"
    )


def _words(field: dict) -> str:
    """Return the type of a field in words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        unsaid = ({"type": "null"}, {"enum": NONE})
        kinds = [kind for kind in field["anyOf"] if kind not in unsaid]
        words = [_words(kind) for kind in kinds]
        return (
            "text, true or false" if len(kinds) == 2 and kinds[0]["type"] == "boolean" else " or ".join(words)
        )
    if "enum" in field:
        return "one of " + ", ".join(f"`{value}`" for value in field["enum"])
    kind = field.get("type")
    if kind == "array":
        return "[low, high]" if "maxItems" in field else f"list: {_words(field['items'])}"
    if kind == "object":
        values = [field.get("additionalProperties"), *field.get("patternProperties", {}).values()]
        return "key: " + next(_words(value) for value in values if isinstance(value, dict))
    if kind == "boolean":
        return "true or false"
    return _text(field) if kind == "string" else _number(field)


def _text(field: dict) -> str:
    pattern = field.get("pattern", "")
    words = {
        f"^{SLUG.pattern}$": "id",
        "^[A-Z]{2}$": "two capital letters",
        "^[A-Z]{3}$": "three capital letters",
    }
    if field.get("format") == "date":
        return "day"
    return words.get(pattern, "month" if pattern.startswith(r"^\d{4}") else "text")


def _number(field: dict) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    if field["type"] == "integer":
        return f"whole number, {low} or more"
    if (low, high) == (0, 1):
        return "fraction"
    if low is not None:
        return "number, zero or more" if high is None else f"number, {low} to {high}"
    above = field.get("exclusiveMinimum")
    return "number" if above is None else "number above zero" if above == 0 else f"fraction above {above}"


def _code(yaml: str) -> str:
    return f"```yaml\n{yaml}```\n"
