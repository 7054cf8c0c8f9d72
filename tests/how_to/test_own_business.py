"""The commands of the page on your own business lead from nothing to a report, as they stand there."""

import pytest
from click.testing import CliRunner

from ecotools.cli import main

from .pages import block_for, blocks, commands

PAGE = "use-it-on-your-own-business"


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """The folder after all commands of the page, and what each of them said, by its name."""
    folder, said = tmp_path_factory.mktemp("bread"), {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for words in commands(PAGE):
            result = CliRunner().invoke(main, words, catch_exceptions=False)
            said[" ".join(words)] = result.exit_code, result.output
            if words == ["new"]:
                for file in ("my-blueprint.yaml", "sales.csv"):
                    (folder / file).write_text(block_for(PAGE, file), encoding="utf-8")
    return folder, said


def test_every_command_of_the_page_works(done):
    _, said = done
    assert len(said) == 5
    errors_are_findings = {words for words in said if words.startswith("review")}
    assert {
        words: code for words, (code, _) in said.items() if code and words not in errors_are_findings
    } == {}


def test_the_review_finds_what_the_page_says(done):
    _, said = done
    code, text = said["review my-blueprint.yaml"]
    assert code == 1 and "JRN01  journey: no asset for consideration and referral" in text
    _, later = said["review my-blueprint.yaml --ledger ledger"]
    assert int(later.partition(" rules ok")[0].split()[-1]) >= int(text.partition(" rules ok")[0].split()[-1])


def test_all_lines_of_the_shop_are_used(done):
    _, said = done
    (text,) = [text for words, (_, text) in said.items() if words.startswith("import")]
    assert "11 of 11 lines used" in text and "2 of 2 names are in my-blueprint.yaml" in text


def test_the_questions_are_answered(done, monkeypatch, capsys):
    folder, _ = done
    monkeypatch.chdir(folder)
    (question,) = [block.text for block in blocks(PAGE, "python")]
    exec(question, {})
    assert "2026-08" in capsys.readouterr().out


def test_the_report_is_written(done):
    folder, _ = done
    assert "The Bread School" in (folder / "report.html").read_text(encoding="utf-8")
