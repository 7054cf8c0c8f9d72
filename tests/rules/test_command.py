"""`ecotools review` says what it found, and ends with the code that scripts expect."""

import json

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.data import path
from ecotools.ledger import empty_ledger, write_ledger
from ecotools.rules import rules


def run(*words):
    """Return exit code and text; an exception that is no message fails the test."""
    result = CliRunner().invoke(main, ["review", *map(str, words)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def file(tmp_path):
    """A blueprint of ten lines with errors and warnings."""
    file = tmp_path / "mine.yaml"
    file.write_text("name: Mine\njourney:\n  - id: post\n    stage: awareness\n    asset: Post\n")
    return file


def test_errors_end_with_1(file):
    code, text = run(file)
    assert code == 1 and f"{file.as_posix()}:2  error  JRN01" in text and "Describe next" in text


def test_warnings_alone_end_with_0(file):
    code, text = run(file, "--select", "JRN03", "--select", "JRN06")
    assert code == 0 and "2 warnings" in text


def test_rules_can_be_left_out(file):
    assert "JRN06" not in run(file, "--ignore", "JRN06")[1]


def test_what_was_not_checked_is_listed_on_demand(file):
    assert "not checked  JRN08" in run(file, "--all")[1] and "not checked  JRN08" not in run(file)[1]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_get_json_and_nothing_else(file, form):
    code, text = run(file, "--format", form)
    assert code == 1 and json.loads(text)


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif"])
def test_it_writes_a_file(file, tmp_path, form):
    out = tmp_path / f"out.{form}"
    code, text = run(file, "--format", form, "-o", out)
    assert code == 1 and "JRN01" in out.read_text(encoding="utf-8") and f"Written: {out}" in text
    assert "\x1b" not in out.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(file, tmp_path):
    code, text = run(file, "-o", tmp_path / "no" / "folder.txt")
    assert code == 1 and "folder.txt" in text


def test_a_profile_is_named(file):
    assert json.loads(run(file, "--profile", "saas", "--format", "json")[1])["profile"] == "saas"


def test_a_ledger_is_read(file, tmp_path):
    folder = tmp_path / "ledger"
    write_ledger(empty_ledger(), folder)
    assert run(file, "--ledger", folder)[0] == 1


def test_a_broken_blueprint_is_told_with_its_line(tmp_path):
    file = tmp_path / "broken.yaml"
    file.write_text("name: Q\nprodcuts: []\n")
    code, text = run(file)
    assert code == 1 and "broken.yaml, line 2, prodcuts: unknown key" in text


def test_a_folder_that_is_no_ledger_is_told(file, tmp_path):
    code, text = run(file, "--ledger", tmp_path)
    assert code == 1 and "Error: " in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name a blueprint to review"),
        (["no-such.yaml"], "does not exist"),
        (["--explain", "JNR01"], "Did you mean 'JRN01'"),
        (["FILE", "--select", "journy"], "Did you mean 'journey'"),
        (["FILE", "--profile", "sass"], "Did you mean 'saas'"),
        (["FILE", "--format", "xml"], "'xml' is not one of"),
    ],
)
def test_wrong_use_ends_with_2(file, words, said):
    code, text = run(*[file if word == "FILE" else word for word in words])
    assert code == 2 and said in " ".join(text.split())


@pytest.mark.parametrize("id", [rule.id for rule in rules()])
def test_every_rule_can_be_explained(id):
    code, text = run("--explain", id.lower())
    assert code == 0 and text.startswith(f"{id} · ")
    for label in (
        "Kind: ",
        "Why: ",
        "Source: ",
        "File: ecotools/rules/catalogue/",
        "A blueprint with this finding:",
        "One that is ok:",
    ):
        assert label in text


def test_the_whole_example_can_be_reviewed():
    assert run(path("quillwork.yaml"))[0] in (0, 1)
