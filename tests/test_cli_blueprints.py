"""`ecotools new` writes a blueprint that one can review at once, and never writes over what is there."""

import json

import pytest
from click.testing import CliRunner

from ecotools.blueprint import Blueprint
from ecotools.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command in an empty folder; return its exit code and text."""
    monkeypatch.chdir(tmp_path)

    def command(*words):
        result = CliRunner().invoke(main, list(words))
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, " ".join(result.output.split())

    return command


def test_it_writes_a_blueprint_and_the_schema_beside_it(run, tmp_path):
    code, text = run("new")
    assert code == 0 and "Written: my-blueprint.yaml" in text
    first = (tmp_path / "my-blueprint.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert (tmp_path / first.rpartition("=")[2]).exists()


def test_it_says_what_to_do_next_and_that_can_be_done(run):
    text = run("new", "mine.yaml")[1]
    assert "ecotools review mine.yaml" in text and "ecotools report mine.yaml" in text
    code, found = run("review", "mine.yaml")
    assert code in (0, 1) and "JRN01" in found and "not checked" in found


def test_a_name_and_a_profile_can_be_given(run):
    assert run("new", "mine.yaml", "--name", "Bread: daily", "--profile", "saas")[0] == 0
    said = Blueprint.read("mine.yaml")
    assert (said.name, said.profile) == ("Bread: daily", "saas")


def test_scripts_are_told_what_was_written(run):
    code, text = run("new", "my.yaml", "--json")
    assert code == 0 and json.loads(text) == {"written": "my.yaml", "findings": []}
    code, text = run("new", "my.yaml", "--complete", "--json")
    said = json.loads(text)
    assert code == 0 and said["written"] == "my.yaml" and "funnel" in said["added"]
    code, text = run("review", "my.yaml", "--json")
    assert json.loads(text) == json.loads(run("review", "my.yaml", "--format", "json")[1])


def test_a_guide_to_every_section_comes_on_demand(run, tmp_path):
    run("new", "short.yaml")
    run("new", "long.yaml", "--full")
    short, long = ((tmp_path / name).read_text(encoding="utf-8") for name in ("short.yaml", "long.yaml"))
    assert long.startswith(short) and "# community:" in long and "# community:" not in short


def test_a_file_that_is_there_is_kept(run, tmp_path):
    (tmp_path / "mine.yaml").write_text("name: Mine\n", encoding="utf-8")
    code, text = run("new", "mine.yaml")
    assert code == 1 and "mine.yaml is there already" in text and "--force" in text
    assert Blueprint.read(tmp_path / "mine.yaml").name == "Mine"


def test_a_schema_that_is_there_is_kept(run, tmp_path):
    (tmp_path / "blueprint.schema.json").write_text("{}", encoding="utf-8")
    run("new")
    assert (tmp_path / "blueprint.schema.json").read_text(encoding="utf-8") == "{}"


def test_force_writes_over_both(run, tmp_path):
    for name in ("my-blueprint.yaml", "blueprint.schema.json"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    assert run("new", "--force")[0] == 0
    assert Blueprint.read("my-blueprint.yaml").name == "My business"
    assert (tmp_path / "blueprint.schema.json").read_text(encoding="utf-8").startswith("{")


def test_a_name_with_a_space_is_quoted_in_what_to_do_next(run):
    assert 'ecotools review "my shop.yaml"' in run("new", "my shop.yaml")[1]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["no/folder.yaml"], 1, "there is no folder no"),
        (["--name", ""], 1, "name: expected text"),
        (["--profile", "sass"], 2, "Did you mean 'saas'"),
        (["a.yaml", "b.yaml"], 2, "unexpected extra argument"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_no_file(run, tmp_path, words, code, said):
    ended, text = run("new", *words)
    assert ended == code and said in text and not list(tmp_path.iterdir())


def test_a_complete_example_comes_on_demand(run):
    code, text = run("new", "--complete")
    assert code == 0 and "added name," in text and "ecotools review my-blueprint.yaml" in text
    assert run("review", "my-blueprint.yaml")[0] == 0


def test_a_file_that_is_there_is_completed_and_keeps_its_lines(run, tmp_path):
    mine = "name: Mine  # my own\naudience:\n  who: Bakers\n"
    (tmp_path / "mine.yaml").write_text(mine, encoding="utf-8")
    code, text = run("new", "mine.yaml", "--complete")
    assert code == 0 and "added strategy, " in text
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8").startswith(mine)
    assert "nothing is missing" in run("new", "mine.yaml", "--complete")[1]


@pytest.mark.parametrize("option", [["--name", "X"], ["--profile", "saas"], ["--full"], ["--force"]])
def test_the_complete_example_takes_no_other_option(run, option):
    code, text = run("new", "--complete", *option)
    assert code == 2 and f"no {option[0]}" in text


def test_a_file_that_cannot_be_completed_is_told_and_left(run, tmp_path):
    (tmp_path / "mine.yaml").write_text("{name: Mine}\n", encoding="utf-8")
    code, text = run("new", "mine.yaml", "--complete")
    assert code == 1 and "without changing a line" in text
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "{name: Mine}\n"
