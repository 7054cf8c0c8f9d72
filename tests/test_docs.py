"""The commands in README, CONTRIBUTING and docs are commands that there are, with options that they take."""

import re
from pathlib import Path

import click
import pytest

from ecotools.cli import main
from ecotools.learn import modules
from ecotools.rules import rules

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
IN_TEXT = re.compile(r"`ecotools ([^`]+)`")
IN_BLOCK = re.compile(r"^\s*(?:\S*/)?ecotools ([a-z].*)$", re.MULTILINE)


def said_in(text):
    """Return what stands behind ``ecotools`` in code, in blocks without their comments."""
    blocks = [line.partition("  #")[0] for line in IN_BLOCK.findall(text)]
    return [one.split() for one in [*IN_TEXT.findall(text.replace("\n", " ")), *blocks]]


def unknown(words):
    """Return what a command line says that there is not."""
    name, *rest = words
    context = click.Context(main)
    command = main.get_command(context, name)
    if command is None:
        return [name]
    options = {option for parameter in command.get_params(context) for option in parameter.opts}
    given = [word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)]
    return [f"{name} {option}" for option in given if option not in options]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_command_on_a_page_can_be_typed(page):
    text = page.read_text(encoding="utf-8")
    lines = [words for words in said_in(text) if words and words[0] not in {"--version", "--help"}]
    assert [one for words in lines for one in unknown(words)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_that_says_how_many_rules_there_are_counts_them_right(page):
    text, name = page.read_text(encoding="utf-8"), page.relative_to(ROOT).as_posix()
    for said in re.findall(r"\b(\d{3}) rules\b", text):
        assert int(said) == len(rules()), f"{name} speaks of {said} rules; there are {len(rules())} now"


def test_the_table_in_readme_has_every_module():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lacking = [
        number
        for number in modules()["module"]
        if not re.search(rf"^\|[^|\n]*\b{number}\b", readme, re.MULTILINE)
    ]
    assert not lacking, f"README.md, the table of modules: add a row for {', '.join(lacking)}"


def test_a_command_or_an_option_that_there_is_not_is_found():
    text = "See `ecotools gradee` and `ecotools\ngrade --fast`.\n\n    ecotools export --formt x  # --out\n"
    assert [one for words in said_in(text) for one in unknown(words)] == [
        "gradee",
        "grade --fast",
        "export --formt",
    ]
