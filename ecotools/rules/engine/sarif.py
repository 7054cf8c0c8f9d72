"""A review in the formats that programs read: SARIF 2.1.0 for editors and code hosts, and plain JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ecotools import __version__

if TYPE_CHECKING:
    from ecotools.rules.engine.result import ReviewResult, Told
    from ecotools.rules.engine.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}


def to_json(found: ReviewResult) -> dict[str, Any]:
    """Return a review as plain data: summary, counts, profile, and the rows of its table."""
    rows = json.loads(found.table.to_json(orient="records"))
    return {
        "summary": found.summary(),
        "profile": found.profile,
        "counts": found.counts,
        "add_next": [{"field": a.field, "rules": [rule.id for rule in a.rules]} for a in found.advice],
        "rules": rows,
    }


def to_sarif(found: ReviewResult, file: str | Path) -> dict[str, Any]:
    """Return the findings of a review as a SARIF log; `file` is the blueprint as the reader knows it.

    Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
    """
    rules = [_descriptor(one.rule) for one in found.outcomes]
    if any(told.rule not in {rule["id"] for rule in rules} for told in found.findings):
        rules.append({"id": "thresholds", "shortDescription": {"text": "Thresholds of the blueprint"}})
    place = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "ecotools review", "version": __version__, "rules": rules}
    results = [_result(told, place[told.rule], _uri(file)) for told in found.findings]
    for one, waived in found.waived:
        why = [{"kind": "inSource", "justification": one.waiver}]
        results += [{**_result(told, place[told.rule], _uri(file)), "suppressions": why} for told in waived]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(rule: Rule) -> dict[str, Any]:
    source = "; ".join(map(str, rule.source))
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("_")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {"text": " ".join(filter(None, [rule.reason, rule.do, f"Source: {source}."]))},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.category, rule.tier, rule.kind]},
    }


def _result(told: Told, place: int, uri: str) -> dict[str, Any]:
    threshold = f" Threshold: {told.threshold}." if told.threshold else ""
    where: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri}}}
    if told.line:
        where["physicalLocation"]["region"] = {"startLine": told.line}
    if told.where:
        where["logicalLocations"] = [{"fullyQualifiedName": told.where}]
    return {
        "ruleId": told.rule,
        "ruleIndex": place,
        "level": _LEVEL[told.severity],
        "message": {"text": f"{told.title}. Found: {told.found}.{threshold} {told.do}".strip()},
        "locations": [where],
    }


def _uri(file: str | Path) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
