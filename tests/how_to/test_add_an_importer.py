"""What docs/how-to/add-an-importer.md says to type works as it stands there."""

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.ledger import LedgerError, import_files
from ecotools.ledger.mapping import read_mapping

from .pages import block_for, page

PAGE = "add-an-importer"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with the two files of the page, which is also the working folder."""
    for file in ("kiosk.csv", "kiosk-sales.yaml"):
        (tmp_path / file).write_text(block_for(PAGE, file), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_uses_three_of_the_four_lines_and_names_the_other(here):
    command = "import kiosk.csv --mapping kiosk-sales.yaml --dry-run"
    assert f"ecotools {command}" in page(PAGE)
    result = CliRunner().invoke(main, command.split())
    assert result.exit_code == 0
    assert "Kiosk, sales, 3 of 4 lines used" in result.output
    assert "kiosk.csv line 4: no money came in: status 'open'" in result.output
    assert not (here / "ledger").exists()


def test_amounts_days_and_refunds_are_read_as_the_mapping_says(here):
    orders = import_files("kiosk.csv", mapping="kiosk-sales.yaml").ledger.orders.set_index("order_id")
    assert orders["amount"].to_dict() == {"K-1": 49.0, "K-2": 98.0, "K-4": 1019.0}
    assert orders.loc["K-4", "refunded"] == 1019.0
    assert orders["day"].dt.strftime("%Y-%m-%d").tolist() == ["2026-03-25", "2026-04-02", "2026-04-04"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("amount: Total", "amuont: Total", "Did you mean 'amount'?"),
        ("  amount: Total\n", "", "needed names 'amount', but columns does not say what 'amount' is"),
        ("columns:", "colums:", "unknown key 'colums'. Did you mean 'columns'?"),
    ],
)
def test_a_slip_in_the_mapping_reads_as_the_page_says(here, old, new, said):
    mapping = here / "kiosk-sales.yaml"
    mapping.write_text(mapping.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(LedgerError) as caught:
        read_mapping(mapping)
    assert said in str(caught.value) and said in page(PAGE)
