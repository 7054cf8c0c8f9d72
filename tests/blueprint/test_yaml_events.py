"""Files that are only read are read by libyaml, and say the same as when ruamel.yaml reads them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.blueprint import yaml_events, yaml_tree
from ecotools.blueprint.examples import full_example
from ecotools.data import path

TEXTS = {
    "Quillwork": path("quillwork.yaml").read_text(encoding="utf-8"),
    "the example of every field": full_example(),
}
# What two readers of YAML may take for different things, besides plain words.
PIECES = [
    *(
        "a",
        "b: ",
        "- ",
        "\n",
        "\n  ",
        "\n    ",
        ": ",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "# c",
        "|",
        ">",
        "|-",
    ),
    *(
        ">+",
        "?",
        "? ",
        "!t ",
        "&a ",
        "*a",
        "---",
        "...",
        "%",
        "\t",
        "1",
        "1.5",
        "~",
        "é",
        "日",
        "\r\n",
        "\ufeff",
    ),
    *(":", "\\n", "@", "`", "<<: ", '"a":1', "a:1", "\x85", "\u2028", "#", "x#y", "\U0001f600", "name: Q\n"),
]


def read(text, exact):
    """Return what a text says and on which lines, or that it cannot be read; nothing has no place."""
    try:
        root = yaml_tree.parse(text, exact=exact)
    except yaml_tree.TextError:
        return "refused"
    return [(node.kind, node.raw and node.line, node.style, node.value, node.flow) for node in nodes(root)]


def nodes(node):
    yield node
    for inside in (*node.keys, *node.items):
        yield from nodes(inside)


@pytest.mark.parametrize("name", TEXTS)
def test_it_says_the_same_on_the_same_lines(name):
    assert read(TEXTS[name], exact=False) == read(TEXTS[name], exact=True)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_says_the_same_or_is_refused_by_both(text):
    assert read("name: Q\n" + text, exact=False) == read("name: Q\n" + text, exact=True)


@pytest.mark.skipif(yaml_events.CSafeLoader is None, reason="PyYAML has no libyaml here")
@pytest.mark.parametrize("name", TEXTS)
def test_the_files_that_are_read_most_go_the_quick_way(name):
    assert yaml_events._by_libyaml(TEXTS[name])


def test_without_libyaml_everything_is_read_as_well(monkeypatch):
    monkeypatch.setattr(yaml_events, "CSafeLoader", None)
    assert yaml_tree.parse("name: Q\nproducts: []\n").data() == {"name": "Q", "products": []}


def test_what_is_wrong_is_said_in_the_words_of_one_reader():
    for text in ("name: Q\n\tx: 1\n", "name: [1\n", "name: &a Q\n", "a: b: c\n"):
        with pytest.raises(yaml_tree.TextError) as quick:
            yaml_tree.parse(text)
        with pytest.raises(yaml_tree.TextError) as exact:
            yaml_tree.parse(text, exact=True)
        assert str(quick.value) == str(exact.value)
