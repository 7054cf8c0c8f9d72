"""`ecotools import` recognises exports, shows what it understood, and brings a ledger up to date."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.ledger import Mapping, read_ledger

DATA = Path(__file__).parent / "data"
SHOP = "name: Shop\nproducts:\n- {id: guide, name: Guide, kind: core, price: 49}\n"
OWN = "Date,Buyer,Item,Paid\n2025-03-01,ann@x.org,Guide,49.00\n2025-03-02,bob@x.org,Pack,ask\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run `ecotools import` in an empty folder; return its exit code and text."""
    monkeypatch.chdir(tmp_path)
    for file in DATA.iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "my-blueprint.yaml").write_text(SHOP, encoding="utf-8")
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    columns = {"day": "Date", "email": "Buyer", "product": "Item", "amount": "Paid"}
    Mapping("My shop", "orders", columns).save(tmp_path / "own.yaml")

    def command(*words):
        result = CliRunner().invoke(main, ["import", *words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.output

    return command


def test_it_says_what_it_understood_and_writes_the_ledger(run):
    code, text = run("33_us_excel.csv")
    assert code == 0
    assert (
        "33_us_excel.csv: Stripe, payments, 2 of 2 lines used, 2025-03-01 to 2025-03-25, USD, dates MDY"
        in text
    )
    assert "pack: 'Pack', kind unknown, 2 lines" in text
    assert "'3/25/2025 10:00' on line 3 can be nothing else" in text
    assert len(read_ledger("ledger").orders) == 2


def test_every_line_that_could_not_be_used_is_shown_with_its_reason(run):
    code, text = run("04_status.csv", "--out", "shop")
    assert code == 1
    assert "04_status.csv line 16: the status is not known: 'complete'" in text
    assert "Could not be used: 2" in text and "Left out, because they do not belong in a ledger: 4" in text


def test_a_file_that_is_refused_does_not_stop_the_others(run):
    code, text = run("02_latin1.csv", "33_us_excel.csv")
    assert code == 1 and "Refused: 02_latin1.csv line 2 is not UTF-8" in text
    assert len(read_ledger("ledger").orders) == 2


def test_nothing_is_written_when_no_file_can_be_used(run, tmp_path):
    code, text = run("02_latin1.csv")
    assert code == 1 and "Nothing was written" in text and not (tmp_path / "ledger").exists()
    code, text = run("02_latin1.csv", "--json")
    assert code == 1 and json.loads(text)["refused_files"][0]["file"] == "02_latin1.csv"


def test_options_state_what_a_file_does_not_say(run):
    assert run("02_latin1.csv", "--encoding", "cp1252")[0] == 0
    assert run("32_eu.csv", "--dates", "DMY", "--out", "eu")[0] == 0
    assert run("22_substack.csv", "--price", "monthly=5", "--currency", "EUR", "--out", "letter")[0] == 0
    assert read_ledger("letter").currency == "EUR"


def test_products_are_matched_with_the_blueprint_and_misses_are_said(run):
    text = run("own.csv", "--mapping", "own.yaml", "--blueprint", "my-blueprint.yaml")[1]
    assert "guide: 'Guide', core, 1 line\n" in text
    assert "Products: 1 of 1 names are in my-blueprint.yaml" in text
    text = run("33_us_excel.csv", "--blueprint", "my-blueprint.yaml", "--out", "other")[1]
    assert "matches nothing in my-blueprint.yaml" in text and "under `shop_names`" in text


def test_a_ledger_is_brought_up_to_date_without_doubling(run):
    run("33_us_excel.csv")
    _, text = run("33_us_excel.csv", "27_lemonsqueezy.csv", "--out", "ledger")
    assert "Brought up to date: ledger, 3 orders and 0 subscriptions" in text
    before = read_ledger("ledger").orders
    run("33_us_excel.csv")
    assert read_ledger("ledger").orders.equals(before)


def test_pseudonyms_are_the_same_in_the_next_update(run, tmp_path):
    _, text = run("04_status.csv", "--pseudonymise")
    assert "ledger.key beside the ledger" in text and (tmp_path / "ledger.key").exists()
    once = read_ledger("ledger").orders["customer_id"].tolist()
    assert not any("@" in customer for customer in once)
    run("04_status.csv")  # goes on by itself, for the key is there
    assert read_ledger("ledger").orders["customer_id"].tolist() == once


def test_a_ledger_with_addresses_loses_them_when_asked(run):
    run("04_status.csv")
    run("33_us_excel.csv", "--pseudonymise")
    assert not read_ledger("ledger").orders["customer_id"].str.contains("@").any()


def test_a_dry_run_writes_nothing(run, tmp_path):
    code, text = run("33_us_excel.csv", "--dry-run", "--pseudonymise")
    assert code == 0 and "Would be written: ledger" in text
    assert not (tmp_path / "ledger").exists() and not (tmp_path / "ledger.key").exists()


def test_scripts_get_all_of_it_as_json(run):
    code, text = run("04_status.csv", "02_latin1.csv", "--json")
    data = json.loads(text)
    assert code == 1 and data["written"] and data["ledger"]["orders"] == 10
    assert data["files"][0]["source"] == "Stripe, payments"
    assert [row["line"] for row in data["unmapped"] if row["refused"]] == [16, 17]
    assert data["refused_files"][0]["file"] == "02_latin1.csv"


def test_a_mapping_can_be_shown_to_start_from(run):
    code, text = run("--show-mapping", "gumroad-sales")
    assert code == 0 and text.startswith("source: Gumroad, sales")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "name the files to import"),
        (["nope.csv"], "nope.csv"),
        (["33_us_excel.csv", "--dates", "MYD"], "DMY"),
        (["33_us_excel.csv", "--timezone", "Berlin"], "timezone must be a name"),
        (["33_us_excel.csv", "--price", "monthly"], "such as monthly=5"),
        (["33_us_excel.csv", "--coupon", "HALF=50"], "did you mean 0.5"),
        (["33_us_excel.csv", "--mapping", "gumrod-sales"], "mapping must be"),
        (["--show-mapping", "gumrod-sales"], "Did you mean 'gumroad-sales'"),
        (["02_latin1.csv", "--encoding", "cp9"], "encoding must be"),
    ],
)
def test_a_usage_error_ends_with_2(run, words, told):
    code, text = run(*words)
    assert code == 2 and told in text


def test_another_currency_than_the_ledgers_is_refused(run):
    run("33_us_excel.csv")
    code, text = run("32_eu.csv", "--dates", "DMY")
    assert code == 1 and "the ledger is in USD and these exports are in EUR" in text
