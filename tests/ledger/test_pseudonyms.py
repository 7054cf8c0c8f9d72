"""No e-mail address is in a pseudonymised ledger, and customers keep their pseudonyms."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.ledger import LedgerError, import_files
from ecotools.ledger.pseudonyms import (
    new_key,
    pseudonym,
    pseudonymise,
    pseudonymise_import,
    read_key,
    write_key,
)

KEY = b"k" * 32
HEADER = "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($),Referrer\n"


@given(st.text(min_size=1))
def test_a_pseudonym_is_stable_and_its_own_pseudonym(customer):
    once = pseudonym(customer, KEY)
    assert once == pseudonym(customer, KEY) == pseudonym(once, KEY)


def test_other_keys_give_other_pseudonyms():
    assert pseudonym("ann@x.org", KEY) != pseudonym("ann@x.org", b"j" * 32)


def test_no_address_is_left_in_the_ledger_or_the_report(tmp_path):
    file = tmp_path / "Sales.csv"
    lines = "p1,Pack,Ann@x.org,2025-01-01,9,from bob@x.org\np2,Pack,cyd@x.org,soon,9,\n"
    lines += "p3,Pack,ann@x.org,2025-01-02,9,\n"
    file.write_text(HEADER + lines, encoding="utf-8")
    found = pseudonymise_import(import_files(file), KEY)
    everything = "".join(table.to_csv() for table in found.ledger.tables.values()) + found.unmapped.to_csv()
    assert "@" not in everything.replace("Purchase Email", "")
    assert found.ledger.orders["customer_id"].nunique() == 1
    assert json.loads(found.refused["original"].iloc[0])["Purchase Email"].startswith("p_")


def test_tables_can_still_be_joined(shop):
    hidden = pseudonymise(shop, KEY).check()
    assert set(hidden.orders["customer_id"]) == set(hidden.subscriptions["customer_id"])
    assert pseudonymise(hidden, KEY).orders["customer_id"].tolist() == hidden.orders["customer_id"].tolist()


def test_a_key_comes_back_and_only_its_owner_can_read_it(tmp_path):
    key = new_key()
    write_key(tmp_path / "ledger.key", key)
    assert read_key(tmp_path / "ledger.key") == key
    assert (tmp_path / "ledger.key").stat().st_mode & 0o077 == 0


def test_a_key_that_is_none_is_refused(tmp_path):
    (tmp_path / "ledger.key").write_text("secret")
    with pytest.raises(LedgerError, match="holds no key"):
        read_key(tmp_path / "ledger.key")
