"""The page of all rules is made from the rules, and the one in docs is the latest."""

from pathlib import Path

from ecotools.rules import rules
from ecotools.rules.engine.registry import categories
from ecotools.rules.page import main, page

COMMITTED = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_in_docs_is_current():
    assert COMMITTED.read_text(encoding="utf-8") == page(), "run: python -m ecotools.rules.page"


def test_it_has_every_category_and_rule():
    lines = page().splitlines()
    assert [line[3:] for line in lines if line.startswith("## ")] == [one.title for one in categories()]
    assert sum(line.startswith("### ") for line in lines) == len(rules())


def test_it_is_written_where_the_project_lies(tmp_path, monkeypatch, capsys):
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    main()
    assert (tmp_path / "docs" / "rules.md").read_text(encoding="utf-8") == page()
    assert f"{len(rules())} rules" in capsys.readouterr().out
