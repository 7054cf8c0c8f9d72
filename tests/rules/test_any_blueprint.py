"""Whatever a blueprint says, a review of it ends, and its findings stand somewhere in it."""

import copy
import json
import textwrap
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ecotools.blueprint import Blueprint, BlueprintError
from ecotools.data import path
from ecotools.rules import review, rules

VALUES = [0, 1, 2, 0.5, 1e-9, 1e9, -1, "", "x", [], {}, None, True, False, "2025-03-01", "2020-12-31"]


@cache
def starts():
    """Return the data to start from: every example, and the whole of Quillwork."""
    yaml = YAML(typ="safe", pure=True)
    texts = [textwrap.dedent(text) for rule in rules() for text in (rule.fails, rule.passes)]
    found = [yaml.load(text) or {} for text in texts]
    return [*found, *(yaml.load(path(name)) for name in ("quillwork.yaml", "quillwork-first-draft.yaml"))]


def places(data, at=()):
    """Yield the path of everything in the data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*at, key)
        yield from places(value, (*at, key))


def read(data):
    """Return the blueprint that the data describe, or None; JSON is YAML."""
    try:
        return Blueprint.from_yaml(json.dumps({"name": "Any", **data}, default=str))
    except BlueprintError:
        return None


@st.composite
def blueprints(draw):
    """Two examples together, with keys taken out and values put in their place, as far as they stay valid."""
    data = {**draw(st.sampled_from(starts())), **draw(st.sampled_from(starts()))}
    said = read(data)
    while said is None:
        data = copy.deepcopy(draw(st.sampled_from(starts())))
        said = read(data)
    for _ in range(draw(st.integers(0, 4))):
        there = list(places(data))
        if not there:
            break
        changed, at = copy.deepcopy(data), draw(st.sampled_from(there))
        inside = changed
        for part in at[:-1]:
            inside = inside[part]
        if draw(st.booleans()):
            del inside[at[-1]]
        else:
            inside[at[-1]] = draw(st.sampled_from(VALUES))
        if (better := read(changed)) is not None:
            data, said = changed, better
    return said


@given(blueprints())
def test_a_review_of_any_blueprint_ends(said):
    found = review(said)
    assert {one.word for one in found.outcomes} <= {"ok", "finding", "not checked", "does not apply"}
    assert len(found.outcomes) == len(rules())
    assert found.table["rule"].nunique() >= len(rules()) and repr(found) and found._repr_html_()


@given(blueprints())
def test_every_finding_stands_in_the_blueprint(said):
    data = said.model_dump(by_alias=True)
    for told in review(said).findings:
        at = data
        for part in told.place[:-1]:
            at = at[part]
        assert not told.place or isinstance(at, (dict, list))
        assert told.found and told.do and told.line >= 1


@given(blueprints())
def test_a_rule_that_is_not_checked_says_what_is_missing_and_one_that_is_ok_misses_nothing(said):
    for one in review(said).outcomes:
        assert (one.word == "not checked") <= bool(one.missing)
        assert (one.word == "ok") <= (not one.missing)
